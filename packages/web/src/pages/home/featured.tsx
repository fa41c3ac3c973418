/** What a newcomer sees first: figures, a picture and agencies of the region that has published most. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { overview, regions } from '../../api/queries.ts';
import type { Overview, RegionItem } from '../../api/types.ts';
import { barsHeight, drawBars } from '../../charts/bars.ts';
import { Chart } from '../../charts/chart.tsx';
import { AgencyName } from '../../components/agency-name.tsx';
import { AsPrinted } from '../../components/as-printed.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { isExample } from '../../components/examples.ts';
import { Money } from '../../components/money.tsx';
import { useNames } from '../../components/names.ts';
import { ScaledBy, UnitNote, useScale } from '../../components/scale.tsx';
import { useText } from '../../i18n/index.tsx';

const MOST_BARS = 8;
const MOST_AGENCIES = 8;

export function Featured() {
  const t = useText();
  const all = useQuery(regions()).data;
  const region = all && mostPublished(all);
  const year = region?.defaultYear ?? region?.years.at(-1);
  if (all?.length === 0) return null;
  return (
    <section className="featured">
      {isExample(region?.code) && <p className="note">{t('home.examples')}</p>}
      {region?.code && year !== undefined && <OfRegion region={region} code={region.code} year={year} all={all!} />}
    </section>
  );
}

/** Examples are shown while there is nothing else. */
const mostPublished = (all: readonly RegionItem[]): RegionItem | undefined =>
  all
    .filter(({ code, years }) => code !== null && years.length > 0)
    .filter(({ code }, _, known) => !isExample(code) || known.every((one) => isExample(one.code)))
    .reduce<RegionItem | undefined>(
      (most, one) => (most && most.disclosures >= one.disclosures ? most : one),
      undefined,
    );

interface Props {
  readonly region: RegionItem;
  readonly code: string;
  readonly year: number;
  readonly all: readonly RegionItem[];
}

function OfRegion({ region, code, year, all }: Props) {
  const t = useText();
  const answer = useQuery(overview(code, year, 'budget', false, { sort: 'expenditure', limit: MOST_AGENCIES })).data;
  const sum = (count: (one: RegionItem) => number) => all.reduce((total, one) => total + count(one), 0);
  return (
    <>
      <dl className="tiles">
        <div className="tile">
          <dt>{t('home.collected')}</dt>
          <dd>
            <span className="tile-amount money">{sum(({ agencies }) => agencies)}</span>
          </dd>
        </div>
        <div className="tile">
          <dt>{t('home.disclosures')}</dt>
          <dd>
            <span className="tile-amount money">{sum(({ disclosures }) => disclosures)}</span>
          </dd>
        </div>
        <div className="tile">
          <dt>{t('home.ofRegions')}</dt>
          <dd>
            <span className="tile-amount money">{all.length}</span>
          </dd>
        </div>
        <div className="tile">
          <dt>{t('home.tryOut')}</dt>
          <dd className="chips">
            {(['2080505', t('home.try.housing'), t('home.try.publics')] as const).map((q) => (
              <Link key={q} to="/" search={{ q }} className="chip">
                {q}
              </Link>
            ))}
          </dd>
        </div>
      </dl>
      <div className="halves">
        {answer ? (
          <Figures answer={answer} region={region} code={code} year={year} />
        ) : (
          <div className="card featured-space" />
        )}
      </div>
    </>
  );
}

function Figures({ answer, region, code, year }: Omit<Props, 'all'> & { readonly answer: Overview }) {
  // The money of a unit is in its department's: beside it the unit is not ranked once more.
  const ids = new Set(answer.agencies.flatMap(({ id, disclosure }) => (disclosure?.expenditure ? [id] : [])));
  const published = answer.agencies.filter(({ id, parentId }) => ids.has(id) && !(parentId && ids.has(parentId)));
  const total = answer.functions.reduce((sum, { fen }) => sum + fen, 0);
  return (
    <ScaledBy fen={total}>
      <Functions answer={answer} name={region.name ?? code} code={code} year={year} total={total} />
      <Agencies published={published} />
    </ScaledBy>
  );
}

interface FunctionsProps {
  readonly answer: Overview;
  readonly name: string;
  readonly code: string;
  readonly year: number;
  readonly total: number;
}

function Functions({ answer, name, code, year, total }: FunctionsProps) {
  const t = useText();
  const names = useNames();
  const { format, unit } = useScale();
  const sorted = useMemo(
    () =>
      answer.functions
        .map((one) => ({ ...one, name: names.code(one.name) }))
        .sort((a, b) => b.fen - a.fen)
        .slice(0, MOST_BARS),
    [answer.functions, names],
  );
  const draw = useMemo(() => drawBars(sorted), [sorted]);
  const title = t('home.functions', { name, year });
  return (
    <section className="card">
      <div className="card-head">
        <h2>
          <Link to="/region/$code" params={{ code }} search={{ year }}>
            <AsPrinted>{title}</AsPrinted>
          </Link>
        </h2>
        <p className="lead">
          {t('home.functionsLead', {
            count: answer.standings.collected ?? 0,
            of: answer.functionsOf,
            amount: `${format(total)} ${unit}`,
          })}
        </p>
      </div>
      {sorted.length > 0 && (
        <Chart
          title={title}
          summary={t('region.summary', {
            count: sorted.length,
            name: sorted[0]!.name,
            amount: `${format(sorted[0]!.fen)} ${unit}`,
          })}
          tools={<UnitNote />}
          draw={draw}
          height={barsHeight(sorted)}
          table={
            <DataTable
              caption={title}
              rows={sorted}
              rowKey={({ code: one }) => one}
              columns={[
                { key: 'name', title: t('column.name'), heads: true, cell: ({ name: one }) => one },
                { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
              ]}
            />
          }
        />
      )}
    </section>
  );
}

function Agencies({ published }: { readonly published: Overview['agencies'] }) {
  const t = useText();
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('home.agencies')}</h2>
        <UnitNote />
      </div>
      <DataTable
        caption={t('home.agencies')}
        rows={published}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: ({ title, disclosure }) => (
              <Link to="/disclosure/$id" params={{ id: String(disclosure!.id) }}>
                <AgencyName title={title} />
              </Link>
            ),
          },
          {
            key: 'fen',
            title: t('total.expenditure'),
            numeric: true,
            cell: ({ disclosure }) => <Money fen={disclosure!.expenditure} />,
          },
        ]}
      />
    </section>
  );
}
