/** Texts into a batch: files, a whole folder, an archive, or what the portal has already. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, send } from '../../api/client.ts';
import type { ReviewBatch } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { Refused } from '../office/refused.tsx';

/** Files sent in one request: a folder of sixty departments goes in parts, so that none is too large. */
const AT_ONCE = 5;

/** What browsers call it where a folder is chosen with all that is in it. */
const WHOLE_FOLDER = { webkitdirectory: '' } as object;

export function TakeIn({ batch: { id } }: { readonly batch: ReviewBatch }) {
  const t = useText();
  const cache = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [done, setDone] = useState(0);
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const settled = { onSettled: () => cache.invalidateQueries({ queryKey: ['office'] }) };
  const upload = useMutation({
    ...settled,
    mutationFn: async () => {
      let made = 0;
      for (let at = 0; at < files.length; at += AT_ONCE) {
        setDone(at);
        const body = new FormData();
        for (const file of files.slice(at, at + AT_ONCE)) body.append('files', file);
        made += (await ask<{ made: number }>(`/reviews/${id}/files`, undefined, { method: 'POST', body })).made;
      }
      return made;
    },
  });
  const collect = useMutation({
    ...settled,
    mutationFn: async () =>
      (await send<{ made: number }>('POST', `/reviews/${id}/collected`, { year: Number(year), stage: 'budget' })).made,
  });
  const made = upload.data ?? collect.data;
  return (
    <Card title={t('review.takeIn')} lead={t('review.takeInLead')}>
      <div className="office-line">
        <label className="field">
          {t('review.files')}
          <input type="file" multiple onChange={({ target }) => setFiles([...(target.files ?? [])])} />
        </label>
        <label className="field">
          {t('review.folder')}
          <input type="file" {...WHOLE_FOLDER} onChange={({ target }) => setFiles([...(target.files ?? [])])} />
        </label>
        <button
          type="button"
          className="button button-strong"
          disabled={files.length === 0 || upload.isPending}
          onClick={() => upload.mutate()}
        >
          {t('review.upload')}
        </button>
        <Field label={t('review.year')} type="number" value={year} onChange={setYear} />
        <button type="button" className="button" disabled={collect.isPending} onClick={() => collect.mutate()}>
          {t('review.collected')}
        </button>
      </div>
      <p role="status">
        {upload.isPending
          ? t('review.uploading', { done, total: files.length })
          : made !== undefined && t('review.made', { count: made })}
      </p>
      <Refused error={upload.error ?? collect.error} />
    </Card>
  );
}
