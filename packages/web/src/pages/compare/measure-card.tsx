import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ComparedFigure, Comparison } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { drawCompare } from '../../charts/compare.ts';
import { Card } from '../../components/card.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Money, percent, signed, wan } from '../../components/money.tsx';
import { useText } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agencies.ts';
import { figureAt, standing } from './judge.ts';

interface Props {
  readonly measure: string;
  readonly name: string;
  readonly comparison: Comparison;
  readonly agencies: readonly ChosenAgency[];
}

/** One measure: its chart, and under it the table with changes and standing among peers. */
export function MeasureCard({ measure, name, comparison: { rows, peers }, agencies }: Props) {
  const t = useText();
  const years = useMemo(
    () => [...new Set(rows.filter((row) => row.measure === measure).map(({ year }) => year))].sort((a, b) => a - b),
    [rows, measure],
  );
  const draw = useMemo(() => {
    const median = (year: number) =>
      peers.find((one) => one.measure === measure && one.year === year && one.level === agencies[0]?.level)?.median;
    return drawCompare(
      years,
      agencies.map(({ id, name: agency }) => ({
        name: agency,
        fen: years.map((year) => figureAt(rows, id, measure, year)?.fen),
      })),
      { name: t('compare.median'), fen: years.map(median) },
    );
  }, [rows, peers, agencies, years, measure, t]);
  const columns: Column<ChosenAgency>[] = [
    {
      key: 'name',
      title: t('column.name'),
      heads: true,
      cell: ({ id, name: agency }) => (
        <Link to="/agency/$id" params={{ id: String(id) }}>
          {agency}
        </Link>
      ),
    },
    ...years.map((year, i) => ({
      key: String(year),
      title: String(year),
      numeric: true,
      cell: ({ id, level }: ChosenAgency) => (
        <Figure
          figure={figureAt(rows, id, measure, year)}
          before={i > 0 ? figureAt(rows, id, measure, years[i - 1]!) : undefined}
          apart={standing(
            figureAt(rows, id, measure, year)?.fen ?? 0,
            peers.find((one) => one.measure === measure && one.year === year && one.level === level),
          )}
        />
      ),
    })),
  ];
  return (
    <Card title={name}>
      <Chart title={name} summary={t('compare.summary', { count: agencies.length })} draw={draw} height={300} />
      <div className="under-chart">
        <DataTable caption={name} rows={agencies} rowKey={({ id }) => id} columns={columns} />
      </div>
    </Card>
  );
}

interface FigureProps {
  readonly figure: ComparedFigure | undefined;
  readonly before: ComparedFigure | undefined;
  readonly apart: 'high' | 'low' | undefined;
}

function Figure({ figure, before, apart }: FigureProps) {
  const t = useText();
  if (!figure) return <Money fen={undefined} />;
  const change = before && figure.fen - before.fen;
  const share = before && percent(figure.fen - before.fen, before.fen);
  return (
    <>
      <Money fen={figure.fen} />
      {figure.from === 'words' && <span className="faint small"> {t('compare.words')}</span>}
      {change !== undefined && (
        <span className="change faint small">
          {signed(wan(change), change)}
          {share && `（${signed(share, change)}）`}
        </span>
      )}
      {apart && <span className="tag tag-warning">{t(`compare.${apart}`)}</span>}
    </>
  );
}
