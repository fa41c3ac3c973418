/** The corrected text of an agency begins the next round. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import type { ReviewText } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { Refused } from '../office/refused.tsx';

export function Receive({ text: { id, revision } }: { readonly text: ReviewText }) {
  const t = useText();
  const cache = useQueryClient();
  const [file, setFile] = useState<File>();
  const send = useMutation({
    mutationFn: () => {
      const body = new FormData();
      body.set('files', file!);
      body.set('revision', String(revision));
      return ask(`/review-texts/${id}/files`, undefined, { method: 'POST', body });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['office'] }),
  });
  return (
    <div className="office-line">
      <label className="field">
        {t('review.corrected')}
        <input type="file" onChange={({ target }) => setFile(target.files?.[0])} />
      </label>
      <button type="button" className="button" disabled={!file || send.isPending} onClick={() => send.mutate()}>
        {t('review.receive')}
      </button>
      <Refused error={send.error} />
    </div>
  );
}
