/** A table with a row for each code or item and a column for each kind of amount. */

import type { Row, Statement } from '@mingsuan/core/disclosure';
import { AsPrinted } from '../../components/as-printed.tsx';
import { ColumnTitle } from '../../components/column-title.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useNames } from '../../components/names.ts';
import { FigureLink } from '../../components/source/figure-link.tsx';
import { useText } from '../../i18n/index.tsx';

export function StatementTable({ statement: { form, title, rows, columns } }: { readonly statement: Statement }) {
  const t = useText();
  const names = useNames();
  const printed = columns.filter(({ id }) => rows.some(({ cells }) => id in cells));
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={(_, i) => i}
      rowClass={classOf}
      columns={[
        {
          key: 'label',
          title: t('tables.row'),
          heads: true,
          cell: (row) => (
            <>
              {row.unit !== undefined && <span className="code">{row.unit}</span>}
              {/^\d+$/.test(row.key) && <span className="code">{row.key}</span>}
              <AsPrinted>{names.row(form, row)}</AsPrinted>
            </>
          ),
        },
        ...printed.map(({ id, header }) => ({
          key: id,
          title: <ColumnTitle name={names.column(form, id)} term={names.term(form, id)} header={header} />,
          numeric: true,
          cell: (row: Row) =>
            row.cells[id] && (
              <FigureLink label={`${names.row(form, row)} ${names.column(form, id)}`} {...row.cells[id]} />
            ),
        })),
      ]}
    />
  );
}

/** Classes, sections and items by the length of their codes; both classifications nest so. */
function classOf({ key, partOf }: Row): string | undefined {
  if (key === 'total') return 'row-total';
  if (!/^\d+$/.test(key)) return partOf ? 'level-2' : undefined;
  return `level-${Math.min(3, (key.length - 1) / 2)}`;
}
