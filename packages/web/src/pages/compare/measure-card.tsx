import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AgencyLevel, ComparedFigure, Comparison, Peers } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { drawCompare } from '../../charts/compare.ts';
import { Card } from '../../components/card.tsx';
import { Change } from '../../components/change.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { useScale } from '../../components/scale.tsx';
import { useText } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agencies.ts';
import { enough, figureAt, peersAt, type Standing, standing, usualRange } from './judge.ts';

interface Props {
  readonly measure: string;
  readonly name: string;
  readonly comparison: Comparison;
  readonly agencies: readonly ChosenAgency[];
}

/** A line of the table: an agency, or all of a kind. */
type Line = { readonly agency: ChosenAgency } | { readonly level: AgencyLevel };

/** One measure: its chart, and under it the table with changes and standing among peers. */
export function MeasureCard({ measure, name, comparison: { rows, peers }, agencies }: Props) {
  const t = useText();
  const years = useMemo(
    () => [...new Set(rows.filter((row) => row.measure === measure).map(({ year }) => year))].sort((a, b) => a - b),
    [rows, measure],
  );
  const levels = useMemo(() => [...new Set(agencies.flatMap(({ level }) => level ?? []))], [agencies]);
  const draw = useMemo(
    () =>
      drawCompare(
        years,
        agencies.map(({ id, name: agency, level }) => ({
          name: agency,
          figures: years.map((year) => {
            const figure = figureAt(rows, id, measure, year);
            return figure && { ...figure, standing: standing(figure.fen, peersAt(peers, level, measure, year)) };
          }),
        })),
        levels.flatMap((level) => {
          const own = years.map((year) => peersAt(peers, level, measure, year));
          const title = t('compare.medianOf', { level: t(`level.${level}`) });
          return own.some(enough)
            ? [{ name: title, fen: own.map((one) => (enough(one) ? one.median : undefined)) }]
            : [];
        }),
      ),
    [rows, peers, agencies, levels, years, measure, t],
  );
  const lines: readonly Line[] = [...agencies.map((agency) => ({ agency })), ...levels.map((level) => ({ level }))];
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('column.name'),
      heads: true,
      cell: (line) =>
        'level' in line ? (
          t('compare.medianOf', { level: t(`level.${line.level}`) })
        ) : (
          <Link to="/agency/$id" params={{ id: String(line.agency.id) }}>
            {line.agency.name}
          </Link>
        ),
    },
    ...years.map((year, i) => ({
      key: String(year),
      title: String(year),
      numeric: true,
      cell: (line: Line) => {
        if ('level' in line) return <Usual peers={peersAt(peers, line.level, measure, year)} />;
        const { id, level } = line.agency;
        const figure = figureAt(rows, id, measure, year);
        return (
          <Figure
            figure={figure}
            before={i > 0 ? figureAt(rows, id, measure, years[i - 1]!) : undefined}
            apart={figure && standing(figure.fen, peersAt(peers, level, measure, year))}
          />
        );
      },
    })),
  ];
  return (
    <Card title={name}>
      <Chart title={name} summary={t('compare.summary', { count: agencies.length })} draw={draw} height={300} />
      <div className="under-chart">
        <DataTable
          caption={name}
          rows={lines}
          rowKey={(line) => ('level' in line ? line.level : line.agency.id)}
          rowClass={(line) => ('level' in line ? 'row-peers' : undefined)}
          columns={columns}
        />
      </div>
    </Card>
  );
}

/** The median of a kind, and what is usual; of few peers only how many they are. */
function Usual({ peers }: { readonly peers: Peers | undefined }) {
  const t = useText();
  const { format } = useScale();
  if (!peers) return null;
  const count = t('compare.count', { count: peers.count });
  if (!enough(peers)) return <span className="faint small">{count}</span>;
  const [from, to] = usualRange(peers);
  return (
    <>
      <Money fen={peers.median} />
      <span className="change faint small">
        {count} · {t('compare.usual', { range: from > 0 ? `${format(from)}–${format(to)}` : `≤ ${format(to)}` })}
      </span>
    </>
  );
}

interface FigureProps {
  readonly figure: ComparedFigure | undefined;
  readonly before: ComparedFigure | undefined;
  readonly apart: Standing | undefined;
}

function Figure({ figure, before, apart }: FigureProps) {
  const t = useText();
  if (!figure) return <Money fen={undefined} />;
  return (
    <>
      {apart && <span className="tag tag-warning">{t(`compare.${apart}`)}</span>} <Money fen={figure.fen} />
      <Change now={figure.fen} then={before?.fen} />
      {figure.from === 'words' && <span className="change faint small">{t('compare.words')}</span>}
    </>
  );
}
