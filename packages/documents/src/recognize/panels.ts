/** Panels of a table: the columns from one label or code group up to the next. */
import type { Cell, Origin, Row } from '@mingsuan/core/disclosure';
import { joinWrapped, squeeze } from '@mingsuan/core/text/fold';
import { isBlank, readAmount, type StatementContext } from './amounts.ts';
import type { ColumnRole } from './columns.ts';
import type { LogicalTable } from './logical-table.ts';
import type { GridRow } from './pieces.ts';

/** Column indices of one panel: the columns from one label or code group up to the next. */
export interface Panel {
  /** Rows by budget unit instead of by classification. */
  readonly units: readonly number[];
  /** Columns of the names of budget units whose rows follow below. */
  readonly owners: readonly number[];
  readonly codes: readonly number[];
  readonly names: readonly number[];
  readonly values: readonly (readonly [number, string])[];
}

/** The panels of a table, each with its own columns. */
export function panels(roles: readonly ColumnRole[], starts: (role: ColumnRole) => boolean): Panel[] {
  const found: { units: number[]; owners: number[]; codes: number[]; names: number[]; values: [number, string][] }[] =
    [];
  roles.forEach((role, i) => {
    const current = found.at(-1);
    if (!current || (starts(role) && current.values.length > 0))
      found.push({ units: [], owners: [], codes: [], names: [], values: [] });
    const panel = found.at(-1)!;
    if (role.kind === 'code') panel.codes.push(i);
    else if (role.kind === 'unit-code') panel.units.push(i);
    else if (role.kind === 'unit') panel.owners.push(i);
    else if (role.kind === 'name' || role.kind === 'label') panel.names.push(i);
    else if (role.kind === 'value') panel.values.push([i, role.id]);
  });
  return found.filter((panel) => panel.values.length > 0 || panel.names.length > 0);
}

/** The amounts of a row in one panel, and the columns that hold something else. */
export function valuesOf(
  row: GridRow,
  panel: Panel,
  context: StatementContext,
  title: string,
): Pick<Row, 'cells' | 'unread'> {
  const cells: Record<string, Cell> = {};
  const unread: string[] = [];
  for (const [i, id] of panel.values) {
    const printed = row[i];
    const cell = printed && readAmount(printed, context, title);
    if (cell) cells[id] = cell;
    else if (printed && !isBlank(printed.text)) unread.push(id);
  }
  return { cells, ...(unread.length > 0 ? { unread } : {}) };
}

/** The first text of a row in some columns, wrapping undone; empty where there is none. */
export function textAt(row: GridRow, columns: readonly number[]): string {
  for (const i of columns) if (squeeze(row[i]?.text ?? '') !== '') return joinWrapped(row[i]!.text);
  return '';
}

/** Where a row's text in some columns stands. */
export const originOf = (row: GridRow, columns: readonly number[]) =>
  (row.find((cell, i) => columns.includes(i) && squeeze(cell.text) !== '') ?? row[0]!).origin;

/** Tells that a row of figures has no label, and so is not read; noughts that fill a form up are no loss. */
export function reportUnlabelled(
  table: LogicalTable,
  cells: Row['cells'],
  origin: Origin,
  context: StatementContext,
): void {
  if (Object.values(cells).every(({ fen }) => fen === 0)) return;
  context.problems.push({
    code: 'row-without-label',
    message: `“${table.title}”有一行只有金额没有项目名称，没有核对；请核对原文。`,
    origin,
  });
}
