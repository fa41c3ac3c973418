import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { search } from '../../api/queries.ts';
import { SEARCH_KINDS } from '../../api/search-kinds.ts';
import type { SearchAnswer, SearchKind } from '../../api/types.ts';
import { Follow } from '../../components/follow.tsx';
import { Failed, Loading, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type HomeSearch, queryOf } from './filters.ts';
import { Hit } from './hit.tsx';
import { gathered } from './same-hits.ts';

export function Results({ asked }: { readonly asked: HomeSearch }) {
  const t = useText();
  const answer = useInfiniteQuery({ ...search(queryOf(asked)), placeholderData: keepPreviousData });
  const first = answer.data?.pages[0];
  const { kind: _, item: __, from: ___, to: ____, sort: _____, ...kept } = asked;
  return (
    <section className="results" aria-label={t('home.results', { q: asked.q ?? '' })}>
      <nav aria-label={t('home.kind')} className="chips">
        {[undefined, ...SEARCH_KINDS].map((one) => (
          <Link
            key={one ?? 'all'}
            to="/"
            search={{ ...kept, ...(one ? { kind: one } : {}) }}
            resetScroll={false}
            className="chip"
            activeOptions={{ exact: true }}
            activeProps={{}}
            aria-current={one === asked.kind ? 'true' : undefined}
          >
            {t(`home.kind.${one ?? 'all'}`)}
            <CountOf counts={first?.counts} kind={one} />
          </Link>
        ))}
      </nav>
      <FilterBar chosen={asked} years={first?.years} />
      <Hits asked={asked} answer={answer} />
    </section>
  );
}

/** How many there are of a kind; of more than were counted, that there are more. */
function CountOf({ counts, kind }: { readonly counts: SearchAnswer['counts']; readonly kind: SearchKind | undefined }) {
  if (!kind) return null;
  const count = counts?.[kind];
  // The room is kept while it is counted.
  if (!count) return <span className="chip-count" />;
  return (
    <span className="chip-count">
      {count.count}
      {count.isWhole ? '' : '+'}
    </span>
  );
}

type Answer = ReturnType<typeof useInfiniteQuery<SearchAnswer>>;

function Hits({ asked, answer }: { readonly asked: HomeSearch; readonly answer: Answer }) {
  const t = useText();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  const pages = data?.pages as readonly SearchAnswer[] | undefined;
  const hits = useMemo(() => gathered(pages?.flatMap(({ items }) => items) ?? []), [pages]);
  if (!pages) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  if (hits.length === 0) return <Nothing>{t('home.noHits', { q: asked.q ?? '' })}</Nothing>;
  const count = pages.reduce((sum, { items }) => sum + items.length, 0);
  // Of all kinds together only the first of each are listed.
  const counts = pages[0]?.counts ?? {};
  const total = Object.entries(counts).reduce(
    (sum, [kind, one]) => (asked.kind === undefined || asked.kind === kind ? sum + one.count : sum),
    0,
  );
  return (
    <>
      <p className="faint small" role="status">
        {hasNextPage
          ? t('home.countMore', { count })
          : total > count
            ? t('home.countOf', { count, total })
            : t('home.count', { count })}
      </p>
      {asked.q && <Follow of={{ q: asked.q }} />}
      <ul className="hits">
        {hits.map((hit, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hits have no id, and come anew with each question
          <li key={i} className="hit">
            <Hit {...hit} />
          </li>
        ))}
      </ul>
      {error && <Failed error={error} retry={() => void fetchNextPage()} />}
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
