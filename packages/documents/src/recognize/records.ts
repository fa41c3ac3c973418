/** Logical tables of a kind → its rows. What stands where the grid tells; what it means the kind says. */
import type { Problem, RecordTable } from '@mingsuan/core/disclosure';
import { cellFields, figuresOf } from '@mingsuan/core/kinds/field';
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
import { crossedAt, economicAt, shareAt } from '@mingsuan/core/vocabulary/index';
import type { TableCell } from '../layout.ts';
import { readAmount, type StatementContext } from './amounts.ts';
import type { LogicalTable } from './logical-table.ts';
import { type GridRow, hasValues, type TablePiece } from './pieces.ts';

/** The tables of a printed one: a sheet may hold those of several projects. */
export function readRecords(
  kind: TableKind<RecordRow, TableFormId>,
  table: LogicalTable,
  context: StatementContext,
): readonly RecordTable[] {
  const printed = printedTable(kind, table, context);
  const unread = () => (kind.isSheet ? [readSheet(kind.fields, printed)] : readRows(kind.fields, printed));
  const rows = kind.read?.(printed) ?? unread();
  const doubt = kind.doubt?.(rows);
  if (doubt) context.problems.push(inDoubt(table, doubt));
  return tablesFrom(kind, rows, {
    title: unspaced(table.title),
    ...(kind.hasUnit || rows.some((row) => hasMoney(kind, row)) ? { unit: context.unit } : {}),
    ...(table.note && !kind.isSheet ? { note: table.note } : {}),
    ...(table.caption.asOf ? { asOf: table.caption.asOf } : {}),
    origin: table.origin,
  });
}

const hasMoney = ({ fields }: TableKind, row: RecordRow): boolean =>
  figuresOf(fields, row).some(([, figure]) => 'fen' in figure);

const inDoubt = ({ title, origin }: LogicalTable, doubt: string): Problem => ({
  code: 'record-sums',
  message: `“${title}”${doubt}，可能有行没有读懂，也可能是原文有误；请核对。`,
  origin,
});

function printedTable(kind: TableKind, table: LogicalTable, context: StatementContext): PrintedTable {
  const { pieces, title, caption, goal, origin } = table;
  const isGrid = (piece: TablePiece) => !kind.isSheet || hasValues(piece);
  const lead = pieces.flatMap((piece) =>
    isGrid(piece) ? piece.lead : [...piece.lead, ...piece.headerRows, ...piece.rows],
  );
  return {
    title,
    rows: pieces.filter(isGrid).flatMap((piece) => printedRows(kind, piece, title, context)),
    lead: lead.map(printedCells),
    grid: pieces.flatMap((piece) => [...piece.lead, ...piece.headerRows, ...piece.rows]).map(printedCells),
    beside: [caption.goal, goal].flatMap((line) => line ?? []),
    amount: (cell) => readAmount(cell, context, title),
    origin,
  };
}

const printedCells = (row: GridRow): readonly PrintedCell[] =>
  row.map(({ text, origin, covered, rowSpan = 1 }) => ({
    text: joinWrapped(text),
    origin,
    ...(covered ? { covered } : {}),
    ...(rowSpan > 1 ? { isSide: true } : {}),
  }));

function printedRows(
  kind: TableKind,
  piece: TablePiece,
  title: string,
  context: StatementContext,
): readonly PrintedRow[] {
  const filled = filledDown(kind, piece);
  const rows = filled.map((row, i) => printedRow(row, piece, i === 0, title, context));
  return rows.filter(({ all }) => all.some((text) => !MARKS.test(text)));
}

/** What forms print where no figure of the column's number is to stand: ** | ** above the rows. */
const MARKS = /^\*+$/;

/** A cell merged over several rows holds in each of them, where its field goes on downwards. */
function filledDown({ fields, isSheet }: TableKind, { roles, rows }: TablePiece): readonly GridRow[] {
  const down = new Set(cellFields(fields).flatMap(([id, field]) => (field.down ? [field.column ?? id] : [])));
  const columns = roles.flatMap((role, c) => (role.kind === 'value' && down.has(role.id) ? [c] : []));
  if (isSheet || columns.length === 0) return rows;
  const above = new Map<number, TableCell>();
  return rows.map((row) =>
    row.map((cell, c) => {
      if (!columns.includes(c)) return cell;
      if (cell.covered === 'above') return { ...cell, text: above.get(c)?.text ?? '' };
      above.set(c, cell);
      return cell;
    }),
  );
}

function printedRow(
  row: GridRow,
  piece: TablePiece,
  isFirst: boolean,
  title: string,
  context: StatementContext,
): PrintedRow {
  // The levels of a code may stand in columns of their own.
  const at = new Map<string, TableCell[]>();
  piece.roles.forEach((role, i) => {
    if (role.kind === 'value' && row[i]) at.set(role.id, [...(at.get(role.id) ?? []), row[i]]);
  });
  return {
    text: (column) => joinWrapped((at.get(column) ?? []).map(({ text }) => text).join('')) || undefined,
    amount: (column) => {
      const cell = at.get(column)?.at(-1);
      return cell && readAmount(cell, context, title);
    },
    number: (column) => {
      const cell = at.get(column)?.at(-1);
      return cell && quantityOf(printedNumber(cell.text), cell);
    },
    shares: [...at.keys()].filter((id) => shareAt(id) || economicAt(id) || crossedAt(id)),
    all: row.map((cell) => joinWrapped(cell.text)).filter((cell) => cell !== ''),
    isFirst,
    goesOn: (column) => (at.has(column) ? at.get(column)![0]!.covered === 'above' : undefined),
    origin: (row.find((cell) => squeeze(cell.text) !== '') ?? row[0]!).origin,
  };
}
