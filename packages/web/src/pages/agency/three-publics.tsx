/** Overseas travel, vehicles and hospitality, from the table that prints them line by line or in one row. */
import { useMemo } from 'react';
import type { DisclosureAnswer } from '../../api/types.ts';
import { type Bar, barsHeight, drawBars } from '../../charts/bars.ts';
import { Chart } from '../../charts/chart.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { columnName } from '../../components/form-names.ts';
import { wan } from '../../components/money.tsx';
import { FigureLink } from '../../components/source/figure-link.tsx';
import type { Place } from '../../components/source/source.tsx';
import { Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';

interface Item extends Bar {
  readonly place: Place;
}

/** Columns that say whose money it is, or add up; the others are items. */
const NO_ITEM = ['general-public', 'government-fund', 'state-capital'];

function itemsOf({ statements }: DisclosureAnswer): readonly Item[] {
  const rows = statements.find(({ form, rows: own }) => form === 'three-publics' && own.length > 0)?.rows ?? [];
  const oneRow = rows.length === 1 || rows.every(({ cells }) => 'overseas' in cells);
  const figures = oneRow
    ? Object.entries(rows[0]?.cells ?? {})
        .filter(([column]) => !NO_ITEM.includes(column))
        .map(([column, cell]) => ({ name: columnName('three-publics', column), cell }))
    : rows.flatMap(({ label, cells }) => (cells.total ? [{ name: label, cell: cells.total }] : []));
  return figures.map(({ name, cell: { fen, text, origin } }) => ({ name, fen, place: { label: name, text, origin } }));
}

export function ThreePublics({ content }: { readonly content: DisclosureAnswer }) {
  const t = useText();
  const items = useMemo(() => itemsOf(content), [content]);
  const draw = useMemo(() => drawBars(items), [items]);
  const title = t('publics.title');
  return (
    <Card title={title} lead={items.length > 0 && t('unit.wanNote')}>
      {items.length === 0 ? (
        <Nothing>{t('publics.none')}</Nothing>
      ) : (
        <Chart
          title={title}
          summary={t('publics.summary', { amount: wan(items[0]!.fen) })}
          draw={draw}
          height={barsHeight(items)}
          table={
            <DataTable
              caption={title}
              rows={items}
              rowKey={({ name }, i) => `${i} ${name}`}
              columns={[
                { key: 'name', title: t('column.name'), heads: true, cell: ({ name }) => name },
                {
                  key: 'fen',
                  title: t('column.amount'),
                  numeric: true,
                  cell: ({ place }) => <FigureLink {...place} />,
                },
              ]}
            />
          }
        />
      )}
    </Card>
  );
}
