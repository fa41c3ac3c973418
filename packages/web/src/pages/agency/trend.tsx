import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { measures } from '../../api/queries.ts';
import type { TrendPoint } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { drawTrend } from '../../charts/trend.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Money, wan } from '../../components/money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';

export function Trend({ of }: { readonly of: UseQueryResult<readonly TrendPoint[]> }) {
  const t = useText();
  return (
    <Card title={t('trend.title')} lead={t('trend.words')}>
      <Answer of={of}>
        {(points) =>
          new Set(points.map(({ year }) => year)).size < 2 ? (
            <Nothing>{t('trend.none')}</Nothing>
          ) : (
            <Years points={points} />
          )
        }
      </Answer>
    </Card>
  );
}

function Years({ points }: { readonly points: readonly TrendPoint[] }) {
  const t = useText();
  const id = useId();
  const all = useQuery(measures()).data ?? [];
  const known = all.filter((measure) => points.some((point) => point.measure === measure.id));
  const [chosen, setChosen] = useState('expenditure');
  const measure = known.find((one) => one.id === chosen) ?? known[0];
  const own = useMemo(
    () => points.filter((point) => point.measure === measure?.id).sort((a, b) => a.year - b.year),
    [points, measure],
  );
  const draw = useMemo(() => drawTrend(own, (stage) => t(`stage.${stage}`)), [own, t]);
  const latest = own.at(-1);
  if (!measure || !latest) return null;
  return (
    <Chart
      title={`${t('trend.title')} ${measure.name}`}
      summary={t('trend.summary', { from: own[0]!.year, to: latest.year, amount: wan(latest.fen) })}
      draw={draw}
      height={280}
      tools={
        <span className="tools">
          <label htmlFor={id} className="faint small">
            {t('trend.measure')}
          </label>{' '}
          <select id={id} className="select" value={measure.id} onChange={({ target }) => setChosen(target.value)}>
            {known.map(({ id: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </span>
      }
      table={
        <DataTable
          caption={measure.name}
          rows={own}
          rowKey={({ year, stage }) => `${year} ${stage}`}
          columns={[
            {
              key: 'year',
              title: t('column.year'),
              heads: true,
              cell: ({ year, stage }) => `${year} ${t(`stage.${stage}`)}`,
            },
            { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
            { key: 'from', title: t('trend.from'), cell: ({ from }) => t(`trend.from.${from}`) },
          ]}
        />
      }
    />
  );
}
