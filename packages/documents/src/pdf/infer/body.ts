/** The rows of a table's body, and the row of column numbers above them. */
import type { Ruling } from '../geometry.ts';
import { isFigure, middle, type Piece, type Span, startsRow } from './pieces.ts';
import type { TableLine } from './regions.ts';
import { type Row, rowOf, rowsOf } from './rows.ts';

/** Gives pieces to the columns of the table. */
export type ByColumn = (pieces: readonly Piece[]) => Piece[][];

/** Rows between full rulings where each holds one row, else as the lines tell; `doubtful` where they tell it two ways. */
export function bodyRows(
  body: readonly TableLine[],
  byColumn: ByColumn,
  rulings: readonly Ruling[],
  table: Span,
  right: readonly number[],
): { rows: Row[]; doubtful: boolean } {
  const pieces = body.flatMap((row) => row.pieces);
  const full = rulings.filter(
    (r) => Math.min(r.to, table.x1) - Math.max(r.from, table.x0) > 0.85 * (table.x1 - table.x0),
  );
  const bandOf = (piece: Piece) => full.filter((r) => r.at < middle(piece)).length;
  const bands = new Map<number, Piece[]>();
  for (const piece of pieces) bands.set(bandOf(piece), [...(bands.get(bandOf(piece)) ?? []), piece]);
  const members = [...bands].sort((a, b) => a[0] - b[0]).map(([, band]) => band);
  const single = members.filter((band) => isOneRow(band));
  if (members.length < 3 || single.length * 10 < members.length * 8) return rowsOf(byColumn(pieces), right, rulings);
  const parts = members.map((band) => {
    const columns = byColumn(band);
    if (!isOneRow(band)) return rowsOf(columns, right, rulings);
    const stacks = columns.map((own, column) => ({ column, pieces: own }));
    return { rows: [rowOf(stacks, columns.length)], doubtful: false };
  });
  return { rows: parts.flatMap((part) => part.rows), doubtful: parts.some((part) => part.doubtful) };
}

function isOneRow(band: readonly Piece[]): boolean {
  const figures = band.filter(isFigure).map(middle);
  return Math.max(...figures, 0) - Math.min(...figures, Number.POSITIVE_INFINITY) < 4;
}

/** Column numbers are one for each column, with or without the one that says 栏次. */
export function indexRow(pieces: readonly Piece[], width: number, byColumn: ByColumn): Row {
  const numbers = pieces.filter(isFigure);
  const label = pieces.filter((piece) => !isFigure(piece));
  const first = width - numbers.length;
  const inOrder = first === 0 ? label.length === 0 : first === 1;
  const stacks = inOrder
    ? [
        ...(label.length > 0 ? [{ column: 0, pieces: label }] : []),
        ...numbers.map((piece, i) => ({ column: first + i, pieces: [piece] })),
      ]
    : byColumn(pieces).map((own, column) => ({ column, pieces: own }));
  return rowOf(stacks, width);
}

/** ≥95%, ＝12次: what is to be reached. */
const AIM = /^[≥≤><=＞＜＝]\s*\d/;

/** Whether most rows have figures, targets or numbering, as rows of amounts do; a table of words is not told by its lines. */
export function isOfAmounts(rows: readonly Row[]): boolean {
  const told = rows.filter((row) =>
    row.cells.some(
      (pieces) =>
        pieces.some((piece) => isFigure(piece) || AIM.test(piece.text)) || (pieces[0] && startsRow(pieces[0].text)),
    ),
  );
  return told.length * 2 >= rows.length;
}
