/** Rows of cells → a table with what printing needs: header rows, widths, alignment. */
import type { Table, TableCell, TablePrint } from '../layout.ts';
import { NOWHERE } from './cells.ts';
import { type ColumnKind, columnWidths } from './widths.ts';

export interface Grid {
  readonly name: string;
  readonly kinds: readonly ColumnKind[];
  readonly headRows: number;
  /** Where the header stands below other rows. */
  readonly headerAt?: number;
  readonly rows: readonly (readonly TableCell[])[];
}

const ALIGN: Readonly<Record<ColumnKind, TablePrint['columns'][number]['align']>> = {
  index: 'center',
  code: 'left',
  name: 'left',
  amount: 'right',
  text: 'left',
};

/** A table ready to print from rows of cells. */
export function gridTable({ name, kinds, headRows, headerAt, rows }: Grid): Table {
  const widths = columnWidths(rows, kinds);
  return {
    kind: 'table',
    rows,
    origin: NOWHERE,
    print: {
      headRows,
      ...(headerAt ? { headerAt } : {}),
      columns: kinds.map((kind, i) => ({ width: widths[i]!, align: ALIGN[kind] })),
      name,
    },
  };
}
