import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Overview } from '../../api/types.ts';
import { barsHeight, drawBars } from '../../charts/bars.ts';
import { Chart } from '../../charts/chart.tsx';
import { PARTIAL_MARK } from '../../charts/tooltip.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Money, percent } from '../../components/money.tsx';
import { useNames } from '../../components/names.ts';
import { UnitNote, useScale } from '../../components/scale.tsx';
import { useText } from '../../i18n/index.tsx';

type Props = Pick<Overview, 'functions' | 'functionsOf' | 'functionsPartial'>;

export function Functions({ functions, functionsOf: of, functionsPartial: partial }: Props) {
  const t = useText();
  const scale = useScale();
  const names = useNames();
  const sorted = useMemo(
    () => functions.map((one) => ({ ...one, name: names.code(one.name) })).sort((a, b) => b.fen - a.fen),
    [functions, names],
  );
  const draw = useMemo(() => drawBars(sorted), [sorted]);
  const total = sorted.reduce((sum, { fen }) => sum + fen, 0);
  const title = t('region.functions');
  return (
    <Card title={title} lead={t('region.functionsLead', { of })}>
      <Chart
        title={title}
        summary={t('region.summary', {
          count: sorted.length,
          name: sorted[0]!.name,
          amount: `${scale.format(sorted[0]!.fen)} ${scale.unit}`,
        })}
        tools={<UnitNote />}
        draw={draw}
        height={barsHeight(sorted)}
        table={
          <DataTable
            caption={title}
            rows={sorted}
            rowKey={({ code }) => code}
            columns={[
              { key: 'code', title: t('column.code'), cell: ({ code }) => <span className="money">{code}</span> },
              {
                key: 'name',
                title: t('column.name'),
                heads: true,
                cell: ({ code, name }) => (
                  <Link to="/item/$kind/$key" params={{ kind: 'function', key: code }}>
                    {name}
                  </Link>
                ),
              },
              { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
              { key: 'share', title: t('column.share'), numeric: true, cell: ({ fen }) => percent(fen, total) ?? '' },
            ]}
          />
        }
      />
      {partial > 0 && (
        <p className="small warn">
          {PARTIAL_MARK} {t('region.functionsPartial', { count: partial })}
        </p>
      )}
    </Card>
  );
}
