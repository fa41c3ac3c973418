/** Revenue on the left, expenditure on the right, as the balance forms print them. */
import type { Row, Side, Statement } from '@mingsuan/core/disclosure';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useNames } from '../../components/names.ts';
import { FigureLink } from '../../components/source/figure-link.tsx';
import { useText } from '../../i18n/index.tsx';

type Line = Readonly<Record<Side, Row | undefined>>;

const SIDES: readonly Side[] = ['revenue', 'expenditure'];
const TOTAL = /^(?:本年)?(?:收入|支出)?(?:合|总)计$/;

export function BalanceTable({ statement: { form, title, rows } }: { readonly statement: Statement }) {
  const t = useText();
  const names = useNames();
  const bySide = SIDES.map((side) => rows.filter((row) => row.side === side));
  const lines = Array.from(
    { length: Math.max(...bySide.map(({ length }) => length)) },
    (_, i): Line => ({
      revenue: bySide[0]![i],
      expenditure: bySide[1]![i],
    }),
  );
  const columnsOf = (side: Side): Column<Line>[] => {
    const totalClass = ({ [side]: row }: Line) => (row && TOTAL.test(row.key) ? 'total' : undefined);
    const columns = [...new Set(bySide[SIDES.indexOf(side)]!.flatMap(({ cells }) => Object.keys(cells)))];
    return [
      {
        key: side,
        title: t(`tables.${side}`),
        heads: true,
        cellClass: totalClass,
        cell: ({ [side]: row }) => row && <span className={row.partOf ? 'part-of' : undefined}>{row.label}</span>,
      },
      ...columns.map((column) => ({
        key: `${side} ${column}`,
        title: columns.length === 1 ? t('column.amount') : names.column(form, column),
        numeric: true,
        cellClass: totalClass,
        cell: ({ [side]: row }: Line) =>
          row?.cells[column] && (
            <FigureLink
              label={`${row.label}${columns.length > 1 ? ` ${names.column(form, column)}` : ''}`}
              {...row.cells[column]}
            />
          ),
      })),
    ];
  };
  return <DataTable caption={title} rows={lines} rowKey={(_, i) => i} columns={SIDES.flatMap(columnsOf)} />;
}
