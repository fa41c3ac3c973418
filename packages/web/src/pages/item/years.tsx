import { useMemo } from 'react';
import type { ItemAnswer } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { drawTrend } from '../../charts/trend.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { useScale } from '../../components/scale.tsx';
import { useText } from '../../i18n/index.tsx';

/** What all agencies collected spend on it, year by year. */
export function Years({ answer: { years } }: { readonly answer: ItemAnswer }) {
  const t = useText();
  const { format, unit } = useScale();
  const points = useMemo(() => years.map((one) => ({ ...one, from: 'table' as const })), [years]);
  const draw = useMemo(() => drawTrend(points, (stage) => t(`stage.${stage}`)), [points, t]);
  const [latest] = years;
  return (
    <Card title={t('item.years')} lead={t('item.yearsLead')}>
      <Chart
        title={t('item.years')}
        summary={t('item.summary', { count: years.length, amount: latest ? `${format(latest.fen)} ${unit}` : '' })}
        draw={draw}
        height={260}
        table={
          <DataTable
            caption={t('item.years')}
            rows={years}
            rowKey={({ year, stage }) => `${year} ${stage}`}
            columns={[
              {
                key: 'year',
                title: t('column.year'),
                heads: true,
                cell: ({ year, stage }) => `${year} ${t(`stage.${stage}`)}`,
              },
              { key: 'agencies', title: t('item.agencies'), numeric: true, cell: ({ agencies }) => agencies },
              { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
            ]}
          />
        }
      />
    </Card>
  );
}
