/** What a published document says in figures, by form, code and column. */

import type { Disclosure, StatementFormId } from '../disclosure.ts';
import { gridsOf } from '../equations/disclosure-grids.ts';
import { columnIds } from '../model/columns.ts';
import type { Fen } from '../money.ts';

export interface CodedTable {
  /** Amounts of the lowest printed codes by column. */
  readonly leaves: ReadonlyMap<string, Readonly<Record<string, Fen>>>;
  readonly columns: ReadonlySet<string>;
}

/** A classified statement's lowest rows; undefined where the document has no such table. */
export function codedTable({ statements }: Disclosure, form: StatementFormId): CodedTable | undefined {
  const statement = statements.find((each) => each.form === form);
  if (!statement) return undefined;
  const rows = statement.rows.filter(({ key, unit }) => unit === undefined && /^\d{3,7}$/.test(key));
  const above = new Set(rows.flatMap(({ key }) => [key.slice(0, -2), key.slice(0, -4)]));
  const leaves = new Map<string, Record<string, Fen>>();
  for (const { key, cells } of rows) {
    if (above.has(key) || leaves.has(key)) continue;
    leaves.set(key, Object.fromEntries(Object.entries(cells).map(([id, { fen }]) => [id, fen])));
  }
  return { leaves, columns: new Set(columnIds(statement)) };
}

/** The fen of a column over the items of a table; 0 where there is no table. */
export const columnSum = (table: CodedTable | undefined, column: string): Fen =>
  table ? [...table.leaves.values()].reduce((sum, cells) => sum + (cells[column] ?? 0), 0) : 0;

/** Figures by the meaning of their line: `balance.revenue`, `上年结转`, `amount`. Blank and unprinted ones are undefined. */
export type LineFigures = (grid: string, role: string, column: string) => Fen | undefined;

/** Looks a line's amount up by form, role and column; undefined where it is not printed. */
export function lineFigures(disclosure: Disclosure): LineFigures {
  const { tables } = gridsOf(disclosure);
  return (name, role, column) => {
    const grid = tables.get(name);
    const row = grid?.byName.get(role);
    const at = grid?.columnIndex.get(column);
    if (!grid || row === undefined || at === undefined) return undefined;
    return grid.cells[row * grid.columns.length + at]?.fen;
  };
}
