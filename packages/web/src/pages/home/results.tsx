import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { search } from '../../api/queries.ts';
import { SEARCH_KINDS, type SearchHit, type SearchKind } from '../../api/search-types.ts';
import { Marked } from '../../components/marked.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';

export function Results({ q, kind }: { readonly q: string; readonly kind: SearchKind | undefined }) {
  const t = useText();
  const answer = useQuery({ ...search(q, kind), placeholderData: keepPreviousData });
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
            activeProps={{}}
            aria-current={one === kind ? 'true' : undefined}
          >
            {t(`home.kind.${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <Answer of={answer}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing>{t('home.noHits', { q })}</Nothing>
          ) : (
            <>
              <p className="faint small" role="status">
                {t(next ? 'home.countMore' : 'home.count', { count: items.length })}
              </p>
              <ul className="hits">
                {items.map((hit, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: hits have no id, and come anew with each question
                  <li key={i} className="hit">
                    <Hit {...hit} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </section>
  );
}

/** The part of a disclosure's page where hits of a kind stand. */
const PARTS: Readonly<Record<Exclude<SearchKind, 'agency'>, string>> = {
  project: 'projects',
  indicator: 'projects',
  procurement: 'procurement',
  explanation: 'words',
};

function Hit({ kind, title, snippet, agency, year, stage, disclosureId }: SearchHit) {
  const t = useText();
  const name = <Marked text={title} />;
  const when = stage === null ? '' : whenOf(t, year, stage);
  return (
    <>
      <span className="hit-title">
        {kind === 'agency' || disclosureId === null ? (
          <Link to="/agency/$id" params={{ id: String(agency.id) }}>
            {name}
          </Link>
        ) : (
          <Link to="/disclosure/$id" params={{ id: String(disclosureId) }} hash={PARTS[kind]}>
            {name}
          </Link>
        )}
        <span className="tag">{t(`home.kind.${kind}`)}</span>
      </span>
      {snippet && (
        <span>
          <Marked text={snippet} />
        </span>
      )}
      <span className="hit-from">
        {[agency.regionName, kind === 'agency' ? '' : agency.name, when].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
