/** Changes of one sheet's rows: each takes the rows and gives new ones, or the same where nothing changes. */
import { newRow, type Row } from './book.ts';
import type { Position, Range } from './selection.ts';

export type Block = readonly (readonly string[])[];

/** Writes texts from a cell on to the right and down; rows grow as needed, columns beyond the sheet's are left out. */
export function write(rows: readonly Row[], { row, column }: Position, block: Block, width: number): readonly Row[] {
  const changed = [...rows];
  let isSame = true;
  for (const [i, texts] of block.entries()) {
    const at = row + i;
    const written = texts.slice(0, Math.max(0, width - column));
    if (written.every((text, x) => text === (changed[at]?.cells[column + x] ?? ''))) continue;
    isSame = false;
    while (changed.length <= at) changed.push(newRow(blank(width)));
    const { id, cells } = changed[at]!;
    changed[at] = { id, cells: [...cells.slice(0, column), ...written, ...cells.slice(column + written.length)] };
  }
  return isSame ? rows : changed;
}

/** Pastes over a mark: what fits into its height or width several times fills it, what does not goes beyond it. */
export function paste(rows: readonly Row[], range: Range, block: Block, width: number): readonly Row[] {
  const [height, breadth] = [block.length, Math.max(0, ...block.map(({ length }) => length))];
  if (height === 0 || breadth === 0) return rows;
  const [marked, across] = [range.bottom - range.top + 1, range.right - range.left + 1];
  const tall = marked % height === 0 ? marked : height;
  const wide = across % breadth === 0 ? across : breadth;
  const tiled = Array.from({ length: tall }, (_, y) =>
    Array.from({ length: wide }, (__, x) => block[y % height]?.[x % breadth] ?? ''),
  );
  return write(rows, { row: range.top, column: range.left }, tiled, width);
}

/** Blanks the cells of a mark; the rows stay. */
export function clear(rows: readonly Row[], range: Range, width: number): readonly Row[] {
  const bottom = Math.min(range.bottom, rows.length - 1);
  const lines = Array.from({ length: Math.max(0, bottom - range.top + 1) }, () => blank(range.right - range.left + 1));
  return write(rows, { row: range.top, column: range.left }, lines, width);
}

/** Copies the first row of a mark into the others; a mark of one row takes the row above it. */
export function fillDown(rows: readonly Row[], range: Range, width: number): readonly Row[] {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  const source = rows[from]?.cells.slice(range.left, range.right + 1);
  if (!source) return rows;
  const block = Array.from({ length: range.bottom - from }, () => source);
  return write(rows, { row: from + 1, column: range.left }, block, width);
}

/** Blank rows before a row. */
export function insert(rows: readonly Row[], before: number, count: number, width: number): readonly Row[] {
  const at = Math.min(before, rows.length);
  return [...rows.slice(0, at), ...Array.from({ length: count }, () => newRow(blank(width))), ...rows.slice(at)];
}

/** Without the rows of a mark. */
export function remove(rows: readonly Row[], { top, bottom }: Range): readonly Row[] {
  return top >= rows.length ? rows : [...rows.slice(0, top), ...rows.slice(bottom + 1)];
}

/** The texts of a mark, blank beyond the last row. */
export const textsIn = (rows: readonly Row[], { top, left, bottom, right }: Range): Block =>
  Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (__, x) => rows[top + i]?.cells[left + x] ?? ''),
  );

const blank = (width: number): readonly string[] => Array.from({ length: width }, () => '');
