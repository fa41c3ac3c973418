/** Logical tables of a kind → its rows. What stands where the grid tells; what it means the kind says. */
import type { RecordTable } from '@mingsuan/core/disclosure';
import type {
  PrintedCell,
  PrintedRow,
  PrintedTable,
  RecordRow,
  TableFormId,
  TableKind,
} from '@mingsuan/core/kinds/index';
import { readRows } from '@mingsuan/core/kinds/read';
import { readSheet } from '@mingsuan/core/kinds/sheet';
import { tablesFrom } from '@mingsuan/core/model/tables';
import { printedNumber, quantityOf } from '@mingsuan/core/quantity';
import { joinWrapped, squeeze, unspaced } from '@mingsuan/core/text/fold';
import type { TableCell } from '../layout.ts';
import { readAmount, type StatementContext } from './amounts.ts';
import type { LogicalTable } from './logical-table.ts';
import type { GridRow, TablePiece } from './pieces.ts';

/** The tables of a printed one: a sheet may hold those of several projects. */
export function readRecords(
  kind: TableKind<RecordRow, TableFormId>,
  table: LogicalTable,
  context: StatementContext,
): readonly RecordTable[] {
  const printed = printedTable(kind, table, context);
  const unread = () => (kind.isSheet ? [readSheet(kind.fields, printed)] : readRows(kind.fields, printed));
  return tablesFrom(kind, kind.read?.(printed) ?? unread(), {
    title: unspaced(table.title),
    ...(kind.hasUnit ? { unit: context.unit } : {}),
    ...(table.note && !kind.isSheet ? { note: table.note } : {}),
    ...(table.caption.asOf ? { asOf: table.caption.asOf } : {}),
    origin: table.origin,
  });
}

function printedTable(kind: TableKind, table: LogicalTable, context: StatementContext): PrintedTable {
  const { pieces, title, caption, goal, origin } = table;
  const hasValues = (piece: TablePiece) => !kind.isSheet || piece.roles.some((role) => role.kind === 'value');
  const loose = pieces.filter((piece) => !hasValues(piece)).flatMap((piece) => piece.rows);
  return {
    title,
    rows: pieces.filter(hasValues).flatMap((piece) => printedRows(piece, title, context)),
    lead: [...pieces.flatMap((piece) => piece.lead), ...loose].map(printedCells),
    grid: pieces.flatMap((piece) => [...piece.lead, ...piece.headerRows, ...piece.rows]).map(printedCells),
    beside: [caption.goal, goal].flatMap((line) => line ?? []),
    amount: (cell) => readAmount(cell, context, title),
    origin,
  };
}

const printedCells = (row: GridRow): readonly PrintedCell[] =>
  row.map(({ text, origin }) => ({ text: joinWrapped(text), origin }));

function printedRows(piece: TablePiece, title: string, context: StatementContext): readonly PrintedRow[] {
  const rows = piece.rows.map((row, i) => printedRow(row, piece, i === 0, title, context));
  return rows.filter((row) => row.all.length > 0);
}

function printedRow(
  row: GridRow,
  piece: TablePiece,
  isFirst: boolean,
  title: string,
  context: StatementContext,
): PrintedRow {
  const at = new Map<string, TableCell>();
  piece.roles.forEach((role, i) => {
    if (role.kind === 'value' && row[i]) at.set(role.id, row[i]);
  });
  return {
    text: (column) => joinWrapped(at.get(column)?.text ?? '') || undefined,
    amount: (column) => {
      const cell = at.get(column);
      return cell && readAmount(cell, context, title);
    },
    number: (column) => {
      const cell = at.get(column);
      return cell && quantityOf(printedNumber(cell.text), cell);
    },
    all: row.map((cell) => joinWrapped(cell.text)).filter((cell) => cell !== ''),
    isFirst,
    origin: (row.find((cell) => squeeze(cell.text) !== '') ?? row[0]!).origin,
  };
}
