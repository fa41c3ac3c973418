/** The files that prove what an item of work says: downloaded, added and taken back by who may change the item. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { apiUrl, ask } from '../../api/client.ts';
import type { Attachments } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { bytes } from '../operator/bytes.ts';
import { useMoment } from './moment.ts';
import { Refused } from './refused.tsx';

interface Props {
  /** Of the item of work. */
  readonly id: number;
  /** What a file may be for; anything where not given. */
  readonly abouts?: readonly string[] | undefined;
}

export function AttachmentsCard({ id, abouts }: Props) {
  const t = useText();
  const answer = useOfficeAnswer<Attachments>(`/work/${id}/attachments`);
  return (
    <Card title={t('attach.title')}>
      <Answer of={answer}>
        {(held) => (
          <>
            {held.attachments.length > 0 && <Files id={id} held={held} />}
            {held.mayAttach && <Add id={id} held={held} abouts={abouts} />}
            {held.attachments.length === 0 && !held.mayAttach && <p className="faint">{t('attach.none')}</p>}
          </>
        )}
      </Answer>
    </Card>
  );
}

function Files({ id, held: { attachments, mayWithdraw } }: { readonly id: number; readonly held: Attachments }) {
  const t = useText();
  const moment = useMoment();
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <>
      <DataTable
        caption={t('attach.title')}
        stacks
        rows={attachments}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'name',
            title: t('attach.file'),
            heads: true,
            cell: (one) =>
              one.isKept ? (
                <a href={apiUrl(`/work/${id}/attachments/${one.id}`)} download={one.name}>
                  {one.name}
                </a>
              ) : (
                one.name
              ),
          },
          { key: 'about', title: t('attach.about'), cell: ({ about }) => about || t('attach.whole') },
          { key: 'size', title: t('attach.size'), cell: ({ size }) => bytes(size) },
          { key: 'who', title: t('work.who'), cell: ({ person, at }) => `${person} ${moment(at)}` },
          {
            key: 'state',
            title: t('work.state'),
            cell: (one) =>
              one.withdrawn ? (
                t('attach.withdrawn', { person: one.withdrawn.person, when: moment(one.withdrawn.at) })
              ) : !one.isKept ? (
                t('attach.over')
              ) : mayWithdraw ? (
                <button
                  type="button"
                  className="button"
                  disabled={isPending}
                  onClick={() => mutate({ method: 'DELETE', path: `/work/${id}/attachments/${one.id}` })}
                >
                  {t('attach.withdraw')}
                </button>
              ) : (
                t('attach.stands')
              ),
          },
        ]}
      />
      <Refused error={error} />
    </>
  );
}

function Add({ id, held, abouts }: Props & { readonly held: Attachments }) {
  const t = useText();
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [about, setAbout] = useState('');
  const send = useMutation({
    mutationFn: () => {
      const body = new FormData();
      for (const file of files) body.append('files', file);
      body.set('about', about);
      return ask(`/work/${id}/attachments`, undefined, { method: 'POST', body });
    },
    onSuccess: () => {
      setFiles([]);
      if (input.current) input.current.value = '';
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['office'] }),
  });
  return (
    <>
      <div className="office-line">
        <label className="field">
          {t('attach.choose')}
          <input
            ref={input}
            type="file"
            multiple
            accept={held.extensions.map((one) => `.${one}`).join(',')}
            onChange={({ target }) => setFiles([...(target.files ?? [])])}
          />
        </label>
        {abouts ? (
          <Choice label={t('attach.about')} value={about} onChange={setAbout}>
            <option value="">{t('attach.whole')}</option>
            {[...new Set(abouts)].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Choice>
        ) : (
          <Field label={t('attach.aboutFree')} value={about} onChange={setAbout} isRequired={false} />
        )}
        <button
          type="button"
          className="button"
          disabled={files.length === 0 || send.isPending}
          onClick={() => send.mutate()}
        >
          {t('attach.add')}
        </button>
      </div>
      <p className="faint">{t('attach.limits', { size: `${Math.floor(held.mostBytes / 2 ** 20)} MB` })}</p>
      <Refused error={send.error} />
    </>
  );
}
