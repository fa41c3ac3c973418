/** Taking files in, and what became of each: what was not read is told, and tried again. */

import { logTitleIn } from '@mingsuan/core/model/log-titles';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { BatchFile, BatchItem, Page } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { useLanguage, useText } from '../../i18n/index.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';

const FIRST = 30;

export function Imports() {
  const { t, language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<number>();
  const { mutate, error, isPending } = useOperatorWrite();
  const answer = useOperatorAnswer<Page<BatchItem>>(
    '/imports',
    { limit: 100 },
    { whilst: ({ items }) => items.some(({ waiting, running }) => waiting + running > 0) },
  );
  return (
    <>
      <Card title={t('imports.title')} lead={t('imports.lead')}>
        {error && <Failed error={error} />}
        <p className="actions">
          <input
            ref={input}
            type="file"
            multiple
            className="unseen"
            tabIndex={-1}
            aria-label={t('imports.add')}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              if (files.length > 0) mutate({ method: 'POST', path: '/imports', files });
              target.value = '';
            }}
          />
          <button
            type="button"
            className="button button-strong"
            disabled={isPending}
            onClick={() => input.current?.click()}
          >
            {t('imports.add')}
          </button>
          <button
            type="button"
            className="button"
            disabled={isPending}
            onClick={() => mutate({ method: 'POST', path: '/imports/read-again' })}
          >
            {t('imports.readAgain')}
          </button>
          <span className="faint small">{t('imports.readAgainHint')}</span>
        </p>
        <Answer of={answer}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing>{t('imports.none')}</Nothing>
            ) : (
              <DataTable
                caption={t('imports.title')}
                stacks
                rows={items}
                first={FIRST}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    title: t('imports.what'),
                    heads: true,
                    cell: ({ id, title }) => (
                      <button
                        type="button"
                        className="link-button"
                        aria-expanded={open === id}
                        onClick={() => setOpen(open === id ? undefined : id)}
                      >
                        <AsPrinted>{logTitleIn(language, title)}</AsPrinted>
                      </button>
                    ),
                  },
                  {
                    key: 'at',
                    title: t('changes.when'),
                    cell: ({ createdAt }) => new Date(createdAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en'),
                  },
                  {
                    key: 'waiting',
                    title: t('imports.left'),
                    numeric: true,
                    cell: ({ waiting, running }) => waiting + running,
                  },
                  { key: 'done', title: t('imports.done'), numeric: true, cell: ({ done }) => done },
                  {
                    key: 'failed',
                    title: t('imports.failed'),
                    numeric: true,
                    cell: ({ failed }) => (failed > 0 ? <span className="tag tag-error">{failed}</span> : 0),
                  },
                  {
                    key: 'retry',
                    title: t('imports.retry'),
                    cell: ({ id, failed, title }) =>
                      failed > 0 && (
                        <button
                          type="button"
                          className="button"
                          aria-label={t('text.labelled', {
                            label: t('imports.retry'),
                            text: logTitleIn(language, title),
                          })}
                          onClick={() => mutate({ method: 'POST', path: `/imports/${id}/retry` })}
                        >
                          {t('imports.retry')}
                        </button>
                      ),
                  },
                ]}
              />
            )
          }
        </Answer>
      </Card>
      {open !== undefined && <Files batch={open} />}
    </>
  );
}

function Files({ batch }: { readonly batch: number }) {
  const t = useText();
  const isOpen = ({ state }: BatchFile) => state === 'waiting' || state === 'running';
  const answer = useOperatorAnswer<readonly BatchFile[]>(
    `/imports/${batch}/files`,
    {},
    { whilst: (files) => files.some(isOpen) },
  );
  return (
    <Card title={t('imports.files')}>
      <Answer of={answer}>
        {(files) => (
          <DataTable
            caption={t('imports.files')}
            stacks
            rows={files}
            first={FIRST}
            rowKey={({ id }) => id}
            columns={[
              { key: 'file', title: t('check.file'), heads: true, cell: ({ file }) => <AsPrinted>{file}</AsPrinted> },
              { key: 'state', title: t('imports.state'), cell: (file) => <State file={file} /> },
              {
                key: 'unread',
                title: t('imports.unread'),
                numeric: true,
                cell: ({ problems }) => problems,
              },
              { key: 'error', title: t('imports.why'), cell: ({ error }) => error && <AsPrinted>{error}</AsPrinted> },
            ]}
          />
        )}
      </Answer>
    </Card>
  );
}

/** What is imported leads to where it stands: a file may wait in the inbox, or have been withdrawn since. */
function State({ file: { state, standing, isNew, file } }: { readonly file: BatchFile }) {
  const t = useText();
  if (standing === null)
    return <span className={state === 'failed' ? 'tag tag-error' : 'tag'}>{t(`imports.state.${state}`)}</span>;
  return (
    <>
      <Link to="/operator/$section" params={{ section: 'inbox' }} search={{ state: standing, q: file }}>
        {t(`inbox.state.${standing}`)}
      </Link>
      {isNew === false && <span className="faint"> {t('text.aside', { text: t('imports.known') })}</span>}
    </>
  );
}
