/** The agencies of the region, filtered by the server: the first of them, and when more are asked for, or in another order, all that it lists. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { overview } from '../../api/queries.ts';
import type { OverviewAgency, Stage } from '../../api/types.ts';
import { AgencyName } from '../../components/agency-name.tsx';
import { Card } from '../../components/card.tsx';
import { Score } from '../../components/completeness.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { useScale } from '../../components/scale.tsx';
import { Counts } from '../../components/severity.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { type Text, useText } from '../../i18n/index.tsx';
import { FILTERS, type FilterName } from './filter.ts';

const FIRST = 20;
/** What the server lists at once. */
const MOST = 500;

interface Props {
  readonly of: { readonly code: string; readonly year: number; readonly stage: Stage; readonly within: boolean };
  readonly show: FilterName;
  readonly onShow: (filter: FilterName) => void;
}

export function Roster({ of: { code, year, stage, within }, show: filter, onShow }: Props) {
  const t = useText();
  const { unit } = useScale();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const [all, setAll] = useState(false);
  const answer = useQuery({
    ...overview(code, year, stage, within, { show: filter, q: q === '' ? undefined : q, limit: all ? MOST : FIRST }),
    placeholderData: keepPreviousData,
  });
  return (
    <Card title={t('region.agencies')}>
      <Answer of={answer} space={400}>
        {({ agencies, listed, counts }) => (
          <>
            <div className="filters">
              <input
                type="search"
                className="text-input"
                value={typed}
                aria-label={t('region.search')}
                placeholder={t('region.search')}
                onChange={({ target }) => setTyped(target.value)}
              />
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row */}
              <div role="group" aria-label={t('check.filter')} className="chips">
                {FILTERS.filter((one) => one === 'all' || one === filter || counts[one] > 0).map((one) => (
                  <button
                    key={one}
                    type="button"
                    className="chip"
                    aria-pressed={one === filter}
                    onClick={() => onShow(one)}
                  >
                    {t(`region.filter.${one}`)} <span className="money">{counts[one]}</span>
                  </button>
                ))}
              </div>
            </div>
            {agencies.length === 0 ? (
              <Nothing>{t('region.noMatch')}</Nothing>
            ) : (
              <DataTable
                caption={t('region.agencies')}
                stacks
                rows={agencies}
                first={FIRST}
                rest={
                  all || listed <= agencies.length
                    ? undefined
                    : { count: Math.min(listed, MOST), onAll: () => setAll(true) }
                }
                rowKey={({ id }) => id}
                columns={columnsIn(t, unit)}
              />
            )}
            {all && listed > agencies.length && (
              <p className="note">{t('region.listed', { count: agencies.length, all: listed })}</p>
            )}
          </>
        )}
      </Answer>
    </Card>
  );
}

/** Why nothing of it is here: not collected says nothing of the agency; the roster says more, with its ground. */
function NotHere({ agency: { standing, roster } }: { readonly agency: OverviewAgency }) {
  const t = useText();
  return (
    <>
      <span className={standing === 'not-published' ? 'tag tag-error' : 'tag'}>{t(`region.standing.${standing}`)}</span>
      {roster && <div className="faint small">{t('region.deadline', roster)}</div>}
    </>
  );
}

/** Errors before warnings before notices; who has not published, last. */
const weightOf = ({ disclosure }: OverviewAgency): number =>
  disclosure ? disclosure.findings.error * 10_000 + disclosure.findings.warning * 100 + disclosure.findings.notice : -1;

const columnsIn = (t: Text, unit: string): readonly Column<OverviewAgency>[] => [
  {
    key: 'name',
    title: t('column.name'),
    heads: true,
    sort: (a, b) => a.name.localeCompare(b.name, 'zh'),
    cell: ({ id, name, title, level, code, disclosure }) => (
      <>
        {disclosure ? (
          <Link to="/disclosure/$id" params={{ id: String(disclosure.id) }}>
            <AgencyName title={title} />
          </Link>
        ) : (
          <Link to="/agency/$id" params={{ id: String(id) }}>
            <AgencyName title={title} />
          </Link>
        )}{' '}
        <span className="faint small">
          {/* A title that had to be told apart says it already. */}
          {title === name && t(`level.${level}`)} {code}
        </span>
      </>
    ),
  },
  {
    key: 'expenditure',
    title: `${t('total.expenditure')}${t('text.aside', { text: unit })}`,
    numeric: true,
    sort: (a, b) => (a.disclosure?.expenditure ?? -1) - (b.disclosure?.expenditure ?? -1),
    cell: ({ disclosure }) => <Money fen={disclosure?.expenditure} />,
  },
  {
    key: 'completeness',
    title: t('region.completeness'),
    sort: (a, b) => (a.disclosure?.completeness.score ?? -1) - (b.disclosure?.completeness.score ?? -1),
    cell: (agency) =>
      agency.disclosure ? <Score completeness={agency.disclosure.completeness} /> : <NotHere agency={agency} />,
  },
  {
    key: 'findings',
    title: t('region.findings'),
    sort: (a, b) => weightOf(b) - weightOf(a),
    cell: ({ disclosure }) =>
      disclosure && (
        <Link to="/disclosure/$id" params={{ id: String(disclosure.id) }} hash="checks" className="tile-checks">
          <Counts counts={disclosure.findings} coverage={disclosure.coverage} />
        </Link>
      ),
  },
];
