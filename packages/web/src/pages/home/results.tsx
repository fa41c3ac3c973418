import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { search } from '../../api/queries.ts';
import { SEARCH_KINDS } from '../../api/search-kinds.ts';
import type { SearchKind } from '../../api/types.ts';
import { Failed, Loading, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Hit } from './hit.tsx';
import { gathered } from './same-hits.ts';

interface Props {
  readonly q: string;
  readonly kind: SearchKind | undefined;
}

export function Results({ q, kind }: Props) {
  const t = useText();
  return (
    <section className="results" aria-label={t('home.results', { q })}>
      <nav aria-label={t('home.kind')} className="chips">
        {[undefined, ...SEARCH_KINDS].map((one) => (
          <Link
            key={one ?? 'all'}
            to="/"
            search={{ q, ...(one ? { kind: one } : {}) }}
            resetScroll={false}
            className="chip"
            activeOptions={{ exact: true }}
            activeProps={{}}
            aria-current={one === kind ? 'true' : undefined}
          >
            {t(`home.kind.${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <Hits q={q} kind={kind} />
    </section>
  );
}

function Hits({ q, kind }: Props) {
  const t = useText();
  const answer = useInfiniteQuery({ ...search(q, kind), placeholderData: keepPreviousData });
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  const hits = useMemo(() => gathered(data?.pages.flatMap(({ items }) => items) ?? []), [data]);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  if (hits.length === 0) return <Nothing>{t('home.noHits', { q })}</Nothing>;
  const count = data.pages.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <p className="faint small" role="status">
        {t(hasNextPage ? 'home.countMore' : 'home.count', { count })}
      </p>
      <ul className="hits">
        {hits.map((hit, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hits have no id, and come anew with each question
          <li key={i} className="hit">
            <Hit {...hit} />
          </li>
        ))}
      </ul>
      {error && <Failed error={error} />}
      {hasNextPage && (
        <p className="more-hits">
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t(isFetchingNextPage ? 'state.loading' : 'home.more')}
          </button>
        </p>
      )}
    </>
  );
}
