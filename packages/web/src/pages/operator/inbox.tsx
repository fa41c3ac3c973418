/** Files that are nobody's figures yet, and all others: whose each is, why that is believed, and what can be done about it. */

import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { FileState, InboxFile, Page } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOperatorAnswer } from '../../operator/queries.ts';
import { FileCard } from './file-card.tsx';

const route = getRouteApi('/operator/$section');

const STATES: readonly FileState[] = ['open', 'published', 'joined', 'rejected', 'reading'];
const MOST = 100;

export function Inbox() {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = STATES.find((one) => one === search.state) ?? 'open';
  const [typed, setTyped] = useState(search.q ?? '');
  const counts = useOperatorAnswer<Readonly<Record<FileState, number>>>(
    '/inbox-counts',
    {},
    {
      whilst: ({ reading }) => reading > 0,
    },
  );
  const files = useOperatorAnswer<Page<InboxFile>>(
    '/inbox',
    { state, q: search.q, limit: MOST },
    { since: counts.data },
  );
  return (
    <Card title={t('inbox.title')} lead={t('inbox.lead')}>
      <div className="filters">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row */}
        <div role="group" aria-label={t('check.filter')} className="chips">
          {STATES.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === state}
              onClick={() => void navigate({ search: (old) => ({ ...old, state: one }), replace: true })}
            >
              {t(`inbox.state.${one}`)} <span className="money">{counts.data?.[one] ?? ''}</span>
            </button>
          ))}
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void navigate({ search: (old) => ({ ...old, q: typed.trim() }), replace: true });
          }}
        >
          <input
            type="search"
            className="text-input"
            value={typed}
            aria-label={t('inbox.search')}
            placeholder={t('inbox.search')}
            onChange={({ target }) => setTyped(target.value)}
          />
        </form>
      </div>
      <Answer of={files}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing>{t(state === 'open' ? 'inbox.none' : 'inbox.noMatch')}</Nothing>
          ) : (
            <>
              <ul className="inbox">
                {items.map((file) => (
                  <FileCard key={file.id} file={file} />
                ))}
              </ul>
              {next && <p className="faint small">{t('inbox.more', { count: MOST })}</p>}
            </>
          )
        }
      </Answer>
    </Card>
  );
}
