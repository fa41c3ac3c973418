/**
 * A sheet → a page: rows with two or more filled cells are table rows, a row with one is running text, unless it stands
 * within a table. Hidden rows and columns are left out. What a row says (title, unit, note) is for recognition to tell.
 */
import type { Origin } from '@mingsuan/core/disclosure';
import { addressOf } from '@mingsuan/core/model/cell-address';
import { gridOf, type PlacedCell } from '../flow/grid.ts';
import type { Block, Page, Paragraph, TableCell } from '../layout.ts';
import { type Merge, type Sheet, tooManyCells } from './workbook.ts';

const MAX_POSITIONS = 1_000_000;
const SENTENCE = /^(?=[\s\S]{30})[\s\S]*。/;

interface GridRow {
  /** Row of the sheet. */
  readonly row: number;
  readonly cells: readonly TableCell[];
  readonly isRuled: boolean;
}

/** @returns undefined where nothing is to be seen */
export function pageOf(sheet: Sheet, number: number): Page | undefined {
  const grid = visibleGrid(sheet);
  return grid.length === 0 ? undefined : { number, name: sheet.name, blocks: blocksOf(grid) };
}

/** The rows that show something, over the columns from the first to the last that does; merges reach no further. */
function visibleGrid(sheet: Sheet): GridRow[] {
  const placed = placedCells(sheet);
  if (placed.length === 0) return [];
  const rows = [...new Set(placed.map(({ row }) => row))].sort((a, b) => a - b);
  const first = placed.reduce((start, { column }) => Math.min(start, column), placed[0]!.column);
  const last = placed.reduce((end, { column }) => Math.max(end, column), 0);
  const columns = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (column) => !sheet.hiddenColumns.has(column),
  );
  if (rows.length * columns.length > MAX_POSITIONS) throw tooManyCells();
  const rank = new Map(rows.map((row, i) => [row, i]));
  const rowsIn = (from: number, count: number) => countBetween(rows, from, from + count);
  const cells = placed.map((cell) => ({
    ...cell,
    row: rank.get(cell.row)!,
    column: countBetween(columns, 0, cell.column),
    rowSpan: rowsIn(cell.row, cell.rowSpan),
    colSpan: countBetween(columns, cell.column, cell.column + cell.colSpan),
  }));
  const originOf = (row: number, column: number) => origin(sheet, rows[row]!, columns[column]!);
  return gridOf(rows.length, columns.length, cells, originOf).map((row, i) => ({
    row: rows[i]!,
    cells: row,
    isRuled: sheet.ruledRows?.has(rows[i]!) ?? false,
  }));
}

/** How many of the sorted `values` are at least `from` and below `to`. */
function countBetween(values: readonly number[], from: number, to: number): number {
  return lowerBound(values, to) - lowerBound(values, from);
}

function lowerBound(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cells in their visible place: a merge that begins in hidden rows or columns shows its text in the first visible ones. */
function placedCells(sheet: Sheet): PlacedCell[] {
  const merges = new Map(sheet.merges.map((merge) => [`${merge.row},${merge.column}`, merge]));
  return sheet.cells.flatMap((cell): PlacedCell[] => {
    if (cell.text === '') return [];
    const merge: Merge = merges.get(`${cell.row},${cell.column}`) ?? { ...cell, rowSpan: 1, colSpan: 1 };
    const row = firstVisible(merge.row, merge.rowSpan, sheet.hiddenRows);
    const column = firstVisible(merge.column, merge.colSpan, sheet.hiddenColumns);
    if (row === undefined || column === undefined) return [];
    const rowSpan = merge.rowSpan - (row - merge.row);
    const colSpan = merge.colSpan - (column - merge.column);
    return [{ row, column, rowSpan, colSpan, text: cell.text, origin: origin(sheet, cell.row, cell.column) }];
  });
}

function firstVisible(from: number, count: number, hidden: ReadonlySet<number>): number | undefined {
  for (let i = from; i < from + count; i++) if (!hidden.has(i)) return i;
  return undefined;
}

const origin = (sheet: Sheet, row: number, column: number): Origin => ({
  sheet: sheet.name,
  address: addressOf(row, column),
});

function blocksOf(rows: readonly GridRow[]): Block[] {
  const blocks: Block[] = [];
  let table: GridRow[] = [];
  const flush = () => {
    if (table.length > 0) blocks.push(tableOf(table));
    table = [];
  };
  rows.forEach((row, i) => {
    const lone = loneCell(row.cells);
    const gap = row.row - (rows[i - 1]?.row ?? row.row) - 1;
    const isLead = row.isRuled && rows[i + 1]?.isRuled && !loneCell(rows[i + 1]!.cells);
    if (lone && (table.length === 0 ? !isLead : !row.isRuled && endsTable(lone, row, gap, table))) {
      flush();
      blocks.push(...paragraphsOf(lone));
    } else table.push(row);
  });
  flush();
  return blocks;
}

/** The one cell of a row that has text, where no filled cell above reaches into the row. */
function loneCell(cells: readonly TableCell[]): TableCell | undefined {
  const filled = cells.filter((cell) => cell.text !== '');
  return filled.length === 1 && !cells.some((cell) => cell.covered === 'above') ? filled[0] : undefined;
}

/** Below a table with borders, after a blank row, merged over the width as a title is, or a sentence. */
function endsTable(
  { text, colSpan = 1 }: TableCell,
  { cells }: GridRow,
  gap: number,
  table: readonly GridRow[],
): boolean {
  const isTitle = colSpan >= 3 && colSpan * 5 >= cells.length * 3;
  return table.at(-1)!.isRuled || gap > 0 || isTitle || SENTENCE.test(text);
}

function paragraphsOf({ text, origin }: TableCell): Paragraph[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line, origin }));
}

/** The table without columns that none of its rows fills, to its left and right. */
function tableOf(rows: readonly GridRow[]): Block {
  const isFilled = (column: number) => rows.some(({ cells }) => cells[column]!.text !== '' || cells[column]!.covered);
  const width = rows[0]!.cells.length;
  let [start, end] = [0, width];
  while (start < end && !isFilled(start)) start++;
  while (end > start && !isFilled(end - 1)) end--;
  const cells = rows.map((row) => row.cells.slice(start, end));
  return { kind: 'table', rows: cells, origin: cells[0]![0]!.origin };
}
