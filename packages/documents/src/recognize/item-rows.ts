/** Rows of the “三公” form: one row of items, or a row per item. */
import type { Row } from '@mingsuan/core/disclosure';
import { isTotalLabel, withItemParents } from '@mingsuan/core/forms/index';
import { hasItemColumns } from '@mingsuan/core/forms/three-publics';
import { inPeriod } from '@mingsuan/core/model/address';
import { lineKey } from '@mingsuan/core/text/numbering';
import type { StatementContext } from './amounts.ts';
import type { GridRow, LogicalTable, TablePiece } from './logical-tables.ts';
import { originOf, panels, reportUnlabelled, textAt, valuesOf } from './panels.ts';

/** “三公”: one row of items, or a row per item. */
export function itemRows(table: LogicalTable, context: StatementContext): Row[] {
  const oneRow = hasItemColumns(table.pieces[0]!.roles.flatMap((role) => (role.kind === 'value' ? role.id : [])));
  const read = table.pieces.flatMap((piece) =>
    piece.rows.flatMap((row) => itemRow(row, piece, oneRow, table, context) ?? []),
  );
  return oneRow ? withPrevious(apartByUnit(read), context.year) : withItemParents(read);
}

/** Below a 合计 row a row of items for each unit: only that one is the table's whole. */
function apartByUnit(rows: readonly Row[]): readonly Row[] {
  if (!rows.some(({ label }) => isTotalLabel(label))) return rows;
  return rows.map((row) => (isTotalLabel(row.label) ? row : { ...row, key: lineKey(row.label) }));
}

function itemRow(
  row: GridRow,
  piece: TablePiece,
  oneRow: boolean,
  table: LogicalTable,
  context: StatementContext,
): Row | undefined {
  const [first] = panels(piece.roles, () => false);
  if (!first) return undefined;
  const panel = { ...first };
  const values = valuesOf(row, panel, context, table.title);
  const label = textAt(row, panel.names);
  const origin = originOf(row, [...panel.names, ...panel.values.map(([i]) => i)]);
  if (oneRow)
    return Object.keys(values.cells).length > 0 || isTotalLabel(label)
      ? { key: 'total', label: label || '合计', ...values, origin }
      : undefined;
  if (label === '') {
    if (Object.keys(values.cells).length > 0) reportUnlabelled(table, originOf(row, panel.names), context);
    return undefined;
  }
  return { key: isTotalLabel(label) ? 'total' : lineKey(label), label, ...values, origin };
}

/** A row for each year (2024年, 2025年): the figures of an earlier one are the document's own columns in the previous period. */
function withPrevious(rows: readonly Row[], year: number | undefined): Row[] {
  const yearOf = ({ label }: Row) => Number(/^(20\d\d)年/.exec(label)?.[1] ?? 0);
  const earlier = rows.find((row) => year && yearOf(row) === year - 1);
  const own = rows.find((row) => year && yearOf(row) === year);
  if (!earlier || !own) return [...rows];
  const previous = Object.fromEntries(
    Object.entries(earlier.cells).map(([key, cell]) => [inPeriod(key, 'previous'), cell]),
  );
  return [{ ...own, cells: { ...previous, ...own.cells } }];
}
