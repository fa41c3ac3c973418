/** A region in one year: who published how completely, and what was spent on what. */

import { STAGES } from '@mingsuan/core/model/document-kinds';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { overview, regions } from '../../api/queries.ts';
import type { RegionItem, Stage } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Follow } from '../../components/follow.tsx';
import { Answer, NotFound, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import { ChangedMost } from './changed.tsx';
import type { FilterName } from './filter.ts';
import { Forms } from './forms.tsx';
import { Functions } from './functions.tsx';
import { Roster } from './roster.tsx';
import { Summary } from './summary.tsx';
import { When } from './when.tsx';
import '../../styles/agency.css';
import '../../styles/compare.css';

const route = getRouteApi('/region/$code');

export function RegionPage() {
  const { code } = route.useParams();
  return (
    <Answer of={useQuery(regions())}>
      {(all) => {
        const region = all.find((one) => (one.code ?? 'unknown') === code);
        return region ? (
          <Region code={code} region={region} hasInner={all.some((one) => isInside(one, code))} />
        ) : (
          <NotFound />
        );
      }}
    </Answer>
  );
}

/** A city's districts begin with its first four digits, a province's cities with its first two. */
const isInside = ({ code }: RegionItem, outer: string): boolean =>
  code !== null && code !== outer && /00$/.test(outer) && code.startsWith(outer.replace(/(?:00)+$/, ''));

interface Props {
  readonly code: string;
  readonly region: RegionItem;
  /** Whether regions that belong to it have published. */
  readonly hasInner: boolean;
}

function Region({ code, region, hasInner }: Props) {
  const t = useText();
  const search = route.useSearch();
  const stage: Stage = search.stage ?? 'budget';
  const year = search.year ?? region.defaultYear ?? region.years.at(-1) ?? new Date().getFullYear();
  // The list asks for itself: this is of the whole.
  const answer = useQuery({
    ...overview(code, year, stage, search.within ?? false, { limit: 1 }),
    placeholderData: keepPreviousData,
  });
  const navigate = route.useNavigate();
  const show = (filter: FilterName) =>
    void navigate({ search: (old) => ({ ...old, show: filter }), replace: true, resetScroll: false });
  const name = region.name ?? t('home.regionUnknown');
  useTitle(name, String(year));
  return (
    <div className="agency">
      <div className="page-head">
        <ol className="crumbs">
          <li>
            <Link to="/">{t('nav.home')}</Link>
          </li>
        </ol>
        <h1>
          <AsPrinted>{t('region.title', { name })}</AsPrinted>
        </h1>
        <When code={code} years={region.years} year={year} stage={stage} />
        {region.code !== null && <Follow of={{ region: region.code }} />}
        {hasInner && (
          <label className="check-box">
            <input
              type="checkbox"
              checked={search.within ?? false}
              onChange={({ target }) =>
                void navigate({
                  search: (old) => ({ ...old, within: target.checked }),
                  replace: true,
                  resetScroll: false,
                })
              }
            />{' '}
            {t('region.within')}
          </label>
        )}
      </div>
      <Answer of={answer}>
        {(whole) =>
          whole.counts.all === 0 ? (
            <Nothing>{t('region.none')}</Nothing>
          ) : (
            <>
              {whole.standings.collected === 0 && <OtherStage code={code} year={year} stage={stage} />}
              <Summary code={code} overview={whole} />
              <div id="agencies">
                <Roster
                  of={{ code, year, stage, within: search.within ?? false }}
                  show={search.show ?? 'all'}
                  onShow={show}
                />
              </div>
              <ChangedMost code={code} year={year} stage={stage} within={search.within ?? false} />
              {whole.functions.length > 0 && <Functions {...whole} />}
              <Forms forms={whole.forms} />
            </>
          )
        }
      </Answer>
    </div>
  );
}

/** Where nothing of a stage is published, the other stage may be. */
function OtherStage({ code, year, stage }: { readonly code: string; readonly year: number; readonly stage: Stage }) {
  const t = useText();
  const other = STAGES.find((id) => id !== stage)!;
  return (
    <p role="note">
      {t('region.noneOfStage', { when: whenOf(t, year, stage) })}{' '}
      <Link to="/region/$code" params={{ code }} search={{ year, stage: other }}>
        {t('region.otherStage', { when: whenOf(t, year, other) })}
      </Link>
    </p>
  );
}
