/** Revenue on the left, expenditure on the right, as the balance forms print them; one below the other on a phone. */

import type { Row, Side, Statement } from '@mingsuan/core/disclosure';
import { sidesOf } from '@mingsuan/core/model/sides';
import { AsPrinted } from '../../components/as-printed.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Explained } from '../../components/explained.tsx';
import { useNames } from '../../components/names.ts';
import { FigureLink } from '../../components/source/figure-link.tsx';
import { useText } from '../../i18n/index.tsx';

const TOTAL = /^(?:本年)?(?:收入|支出)?(?:合|总)计$/;

export function BalanceTable({ statement }: { readonly statement: Statement }) {
  return (
    <div className="balance">
      {sidesOf(statement).map((side) => (
        <OneSide key={side} statement={statement} side={side} />
      ))}
    </div>
  );
}

function OneSide({ statement: { form, title, rows }, side }: { readonly statement: Statement; readonly side: Side }) {
  const t = useText();
  const names = useNames();
  const own = rows.filter((row) => row.side === side);
  const columns = [...new Set(own.flatMap(({ cells }) => Object.keys(cells)))];
  return (
    <DataTable
      caption={`${title} ${t(`tables.${side}`)}`}
      rows={own}
      rowKey={(_, i) => i}
      rowClass={({ key, partOf }) => (TOTAL.test(key) ? 'row-total' : partOf ? 'level-2' : undefined)}
      columns={[
        {
          key: 'label',
          title: t(`tables.${side}`),
          heads: true,
          cell: (row) => (
            <Explained term={row.key}>
              <AsPrinted>{names.row(form, row)}</AsPrinted>
            </Explained>
          ),
        },
        ...columns.map((column) => ({
          key: column,
          title: columns.length === 1 ? t('column.amount') : names.column(form, column),
          numeric: true,
          cell: (row: Row) => {
            const name = names.row(form, row);
            const label = columns.length > 1 ? `${name} ${names.column(form, column)}` : name;
            return row.cells[column] && <FigureLink label={label} {...row.cells[column]} />;
          },
        })),
      ]}
    />
  );
}
