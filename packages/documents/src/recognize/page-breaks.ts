/**
 * What a page break tore, whole again where its rulings say that it is one grid: a header whose lower rows stand at the top of the next
 * page, and a row whose words go on there. A header or row that is printed again is left to who joins the tables (`continuation.ts`).
 */
import { isTotalLabel } from '@mingsuan/core/forms/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Layout, Page, Table, TableCell } from '../layout.ts';
import { isHeaderWord, readHeader } from './header.ts';
import type { GridRow } from './pieces.ts';
import { type CellKind, cellKind } from './shape/cells.ts';

/** Points by which the lines of one column on two pages may differ. */
const NEAR = 4;

/** The layout with the rows at the top of a page joined to the table that they were torn from. */
export function withoutPageBreaks(layout: Layout): Layout {
  const pages: Page[] = [...layout.pages];
  let before = -1;
  for (const [i, { blocks }] of layout.pages.entries()) {
    const [upper, lower] = [pages[before]?.blocks.at(-1), blocks[0]];
    const joined = upper?.kind === 'table' && lower?.kind === 'table' ? joinedTables(upper, lower) : undefined;
    if (joined) {
      pages[before] = { ...pages[before]!, blocks: [...pages[before]!.blocks.slice(0, -1), joined] };
      pages[i] = { ...pages[i]!, blocks: blocks.slice(1) };
    }
    if (pages[i]!.blocks.length > 0) before = i;
  }
  return { ...layout, pages };
}

/** The last rows of a table tell what it holds: it may run over hundreds of pages. */
const RECENT = 60;

/** Undefined where nothing was torn. */
function joinedTables(upper: Table, lower: Table): Table | undefined {
  if (!upper.edges || !lower.edges) return undefined;
  const all = onGrid(upper, upper.edges, lower.edges);
  if (!all) return undefined;
  const above = filled(all.slice(-RECENT));
  const below = filled(lower.rows);
  if (above.length === 0 || below.length === 0) return undefined;
  if (all.slice(0, RECENT).some((row) => textsOf(row) === textsOf(below[0]!))) return undefined;
  const rows = all.length <= RECENT && isHeader(above) ? headerAndRows(above, below) : rowAndRows(above, below);
  return rows && { ...upper, edges: lower.edges, rows: [...all.slice(0, -RECENT), ...rows] };
}

const filled = (rows: readonly GridRow[]): readonly GridRow[] =>
  rows.filter((row) => row.some(({ text }) => squeeze(text) !== ''));

/** The rows of a table on a grid that has all its lines and perhaps more between them; undefined where it lacks one. */
function onGrid({ rows }: Table, own: readonly number[], grid: readonly number[]): readonly GridRow[] | undefined {
  const at = own.map((edge) => grid.findIndex((line) => Math.abs(line - edge) <= NEAR));
  if (at[0] !== 0 || at.at(-1) !== grid.length - 1 || at.some((line, i) => i > 0 && line <= at[i - 1]!))
    return undefined;
  if (own.length === grid.length) return rows;
  return rows.map((row) =>
    row.flatMap((cell, c): TableCell[] => {
      const more = at[c + 1]! - at[c]! - 1;
      const blank: TableCell = { text: '', origin: cell.origin, covered: cell.covered ?? 'left' };
      return [cell, ...Array.from({ length: more }, () => blank)];
    }),
  );
}

/** Whether no row of a table stands above the break. */
const isHeader = (rows: readonly GridRow[]): boolean =>
  rows.every((row) => row.every(ofWords)) && readHeader(rows).rowCount === rows.length;

const ofWords = (cell: TableCell): boolean => {
  const kind = cellKind(cell);
  return kind === 'blank' || (kind === 'text' && !/[:：]$/.test(squeeze(cell.text)));
};

/**
 * A header and what stands below it on the next page. Words go on where with them more of its headers are known ones, or all are and had no room.
 */
function headerAndRows(header: readonly GridRow[], below: readonly GridRow[]): readonly GridRow[] {
  const words = below[0]!.every(ofWords);
  const torn = words ? partsOf(below[0]!).filter(({ column }) => placeOf(header, column) >= 0) : [];
  const headOf = ({ column }: Part) => header[placeOf(header, column)]![column]!;
  const known = (text: (part: Part) => string) => torn.filter((part) => isHeaderWord(text(part))).length;
  const [apart, joined] = [known((part) => headOf(part).text), known((part) => headOf(part).text + part.cell.text)];
  const goOn = joined > apart || (joined === torn.length && torn.every((part) => headOf(part).runsOn));
  if (torn.length === 0 || !goOn) return [...header, ...below];
  const left = below[0]!.map(
    (cell, column): TableCell =>
      torn.some((part) => part.column === column) ? { ...cell, text: '', covered: 'above' } : cell,
  );
  return [...withParts(header, torn), ...filled([left]), ...below.slice(1)];
}

/**
 * Rows and those of the next page, whose first may be the rest of the last; undefined where it may be a header. Rows of words alone are
 * not told from one another.
 */
function rowAndRows(above: readonly GridRow[], below: readonly GridRow[]): readonly GridRow[] | undefined {
  const parts = partsOf(below[0]!);
  const last = partsOf(above.at(-1)!);
  const mayGoOn = parts.length * 2 <= last.length && last.some(({ cell }) => TELLING.has(cellKind(cell)));
  const goesOn = ({ cell, column }: Part): boolean =>
    ofWords(cell) &&
    !isTotalLabel(cell.text) &&
    !OWN.test(squeeze(cell.text)) &&
    above[placeOf(above, column)]?.[column]?.runsOn === true;
  if (mayGoOn && parts.every(goesOn)) return [...withParts(above, parts), ...below.slice(1)];
  return isRow(above, below[0]!) ? [...above, ...below] : undefined;
}

/**
 * Whether a row below rows of figures is one more of them, and no header: it has figures or a code itself, or begins where the last of them
 * does and has no words where they have figures.
 */
function isRow(above: readonly GridRow[], first: GridRow): boolean {
  const amounts = above.map((row) => row.filter((cell) => cellKind(cell) === 'amount').length);
  const isOfFigures = amounts.reduce((sum, n) => sum + n, 0) >= above.length;
  if (!isOfFigures) return false;
  const hasFigures = (column: number) => above.some((row) => cellKind(row[column]!) === 'amount');
  if (first.some((cell) => TELLING.has(cellKind(cell)))) return true;
  const begins = (row: GridRow) => partsOf(row)[0]!.column;
  return begins(first) === begins(above.at(-1)!) && !partsOf(first).some(({ column }) => hasFigures(column));
}

/** What no rest of a row has. */
const TELLING: ReadonlySet<CellKind> = new Set(['amount', 'code']);

const textsOf = (row: GridRow): string => row.map(({ text }) => squeeze(text)).join('|');

/** What begins a line of its own. */
const OWN = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|其中|加|减)/;

interface Part {
  readonly cell: TableCell;
  readonly column: number;
}

const partsOf = (row: GridRow): Part[] =>
  row.flatMap((cell, column) => (squeeze(cell.text) === '' ? [] : [{ cell, column }]));

/** The row of the cell of a column alone that reaches to the bottom of the page; -1 where there is none. */
function placeOf(rows: readonly GridRow[], column: number): number {
  let row = rows.length - 1;
  while (row > 0 && rows[row]![column]!.covered === 'above') row--;
  return rows[row]![column]!.covered || rows[row]![column + 1]?.covered === 'left' ? -1 : row;
}

/** Rows with words at the end of the cells that they go on from. */
function withParts(rows: readonly GridRow[], parts: readonly Part[]): readonly GridRow[] {
  const joined = rows.map((row) => [...row]);
  for (const { cell, column } of parts) {
    const row = joined[placeOf(rows, column)]!;
    row[column] = { ...row[column]!, text: row[column]!.text + cell.text };
  }
  return joined;
}
