/** An item of budgets: a functional or economic code, a measure, a project's name, a kind of purchase. Who spends how much on it. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { item as ask } from '../../api/queries.ts';
import type { ItemAnswer, ItemKind } from '../../api/types.ts';
import { Explained } from '../../components/explained.tsx';
import { useNames } from '../../components/names.ts';
import { ScaledBy, UnitSwitch, useScale } from '../../components/scale.tsx';
import { Answer } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { whenOf } from '../../components/when.ts';
import { textIn, useText } from '../../i18n/index.tsx';
import { Below, Regions } from './divisions.tsx';
import { Who } from './who.tsx';
import { Years } from './years.tsx';
import '../../styles/agency.css';

const route = getRouteApi('/item/$kind/$key');

export function ItemPage() {
  const { kind, key } = route.useParams();
  const search = route.useSearch();
  return (
    <Answer of={useQuery(ask(kind as ItemKind, key, search))}>
      {(answer) => (
        <ScaledBy fen={answer.years.find(({ year }) => year === answer.year)?.fen ?? 0}>
          <Item answer={answer} />
        </ScaledBy>
      )}
    </Answer>
  );
}

function Item({ answer }: { readonly answer: ItemAnswer }) {
  const t = useText();
  const search = route.useSearch();
  const { format, unit } = useScale();
  const names = useNames();
  const { kind, key, code, above, years, year, stage, regions } = answer;
  const name = names.item(kind, key, answer.name);
  useTitle(name);
  const sum = years.find((one) => one.year === year && one.stage === stage);
  return (
    <div className="agency">
      <div className="page-head">
        <nav aria-label={t('item.above')}>
          <ol className="crumbs">
            <li>
              <Link to="/">{t('nav.home')}</Link>
            </li>
            {above.map((one) => (
              <li key={one.code}>
                <Link to="/item/$kind/$key" params={{ kind, key: one.code }} search={search}>
                  {names.item(kind, one.code, one.name)}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        <div className="title-line">
          <h1>
            <Explained term={answer.name}>{name}</Explained>
          </h1>
          <span className="tag">
            <Explained term={textIn('zh')(`item.kind.${kind}`)}>{t(`item.kind.${kind}`)}</Explained>
          </span>
          {code && <span className="faint money">{code}</span>}
          <span className="title-tool">
            <UnitSwitch />
          </span>
        </div>
        {sum && (
          <p className="lead">
            {t('item.collected', { agencies: sum.agencies, amount: `${format(sum.fen)} ${unit}` })}
          </p>
        )}
      </div>
      <nav className="versions" aria-label={t('agency.versions')}>
        {years.map((one) => (
          <Link
            key={`${one.year} ${one.stage}`}
            to="/item/$kind/$key"
            params={{ kind, key }}
            search={{ ...search, year: one.year, stage: one.stage }}
            className="chip"
            activeProps={{}}
            resetScroll={false}
            aria-current={one.year === year && one.stage === stage ? 'true' : undefined}
          >
            {whenOf(t, one.year, one.stage)}
          </Link>
        ))}
      </nav>
      <div className="halves">
        <Years answer={answer} />
        {answer.below.length > 0 ? <Below answer={answer} /> : regions.length > 1 && <Regions answer={answer} />}
      </div>
      <Who answer={answer} />
      {answer.below.length > 0 && regions.length > 1 && <Regions answer={answer} />}
    </div>
  );
}
