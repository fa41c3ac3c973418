/**
 * What a page break tore, whole again where its rulings say that it is one grid: a header whose lower rows stand at the top of the next
 * page, and a row whose words go on there. A header or row that is printed again is left to who joins the tables (`continuation.ts`).
 */
import { isTotalLabel } from '@mingsuan/core/forms/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Layout, Page, Table, TableCell } from '../layout.ts';
import { INDICATOR_LEVEL, isHeaderWord, readHeader } from './header.ts';
import { type GridRow, startsGoal } from './pieces.ts';
import { type CellKind, cellKind } from './shape/cells.ts';

/** Points by which the lines of one column on two pages may differ. */
const NEAR = 4;

/** The layout with the rows at the top of a page joined to the table that they were torn from. */
export function withoutPageBreaks(layout: Layout): Layout {
  const pages: Page[] = [...layout.pages];
  let before = -1;
  for (const [i, { blocks }] of layout.pages.entries()) {
    const [upper, lower] = [pages[before]?.blocks.at(-1), blocks[0]];
    const mended = upper?.kind === 'table' && lower?.kind === 'table' ? mendedPieces(upper, lower) : undefined;
    if (mended) {
      pages[before] = { ...pages[before]!, blocks: [...pages[before]!.blocks.slice(0, -1), mended[0]] };
      pages[i] = { ...pages[i]!, blocks: [...mended.slice(1), ...blocks.slice(1)] };
    }
    if (pages[i]!.blocks.length > 0) before = i;
  }
  return { ...layout, pages };
}

/** The last rows of a table tell what it holds: it may run over hundreds of pages. */
const RECENT = 60;

function mendedPieces(upper: Table, lower: Table): [Table, ...Table[]] | undefined {
  const labelled = withLabels(upper, lower);
  return (labelled && mendedTables(...labelled)) ?? labelled ?? mendedTables(upper, lower);
}

/**
 * Both tables of a grid where a label that is merged over rows of both was torn, as 效益指|标, while the rows beside it are whole: it is
 * a level of indicators, or the column has it elsewhere in one piece. Undefined where none was.
 */
function withLabels(upper: Table, lower: Table): [Table, Table] | undefined {
  if (!upper.edges || upper.edges.length !== lower.edges?.length) return undefined;
  const at = repeatedRows(upper.rows, lower.rows);
  const first = lower.rows[at];
  if (!first) return undefined;
  const known = [...upper.rows.slice(-RECENT), ...lower.rows.slice(0, RECENT)];
  const torn = partsOf(first).filter(({ cell, column }) => {
    const head = upper.rows[placeOf(upper.rows, column)]?.[column];
    const label = head?.runsOn && squeeze(head.text + cell.text);
    return label && (INDICATOR_LEVEL.test(label) || known.some((row) => squeeze(row[column]?.text ?? '') === label));
  });
  if (torn.length === 0) return undefined;
  const rest = first.map((cell, c) => (torn.some(({ column }) => column === c) ? { ...cell, text: '' } : cell));
  return [
    { ...upper, rows: withParts(upper.rows, torn) },
    { ...lower, rows: lower.rows.map((row) => (row === first ? rest : row)) },
  ];
}

/** The table above with what was torn from it, and that below where something of its own is left; undefined where nothing was torn. */
function mendedTables(upper: Table, lower: Table): [Table, ...Table[]] | undefined {
  if (!upper.edges || !lower.edges) return undefined;
  const all = onGrid(upper, upper.edges, lower.edges);
  if (!all) return undefined;
  const above = filled(all.slice(-RECENT));
  const below = filled(lower.rows);
  if (above.length === 0 || below.length === 0) return undefined;
  const whole = (rows: readonly GridRow[]): Table => ({
    ...upper,
    edges: lower.edges!,
    rows: [...all.slice(0, -RECENT), ...rows],
  });
  const again = repeatedRows(all, below);
  if (again > 0) {
    const rest = below.slice(again);
    if (rest.length === 0) return undefined;
    const isTorn = isRestOf(above, rest[0]!);
    const mended = isTorn ? withParts(above, partsOf(rest[0]!)) : above;
    const own = isTorn ? rest.slice(1) : rest;
    if (namesRecord(below)) return [whole([...mended, ...own])];
    if (!isTorn) return undefined;
    return own.length === 0 ? [whole(mended)] : [whole(mended), { ...lower, rows: [...below.slice(0, again), ...own] }];
  }
  if (all.slice(0, RECENT).some((row) => textsOf(row) === textsOf(below[0]!))) return undefined;
  const rows = all.length <= RECENT && isHeader(above) ? headerAndRows(above, below) : rowAndRows(above, below);
  return rows && [whole(rows)];
}

/** Whether the first row is a line of a sheet with the name of what it is of: printed again, it is of the same. */
const namesRecord = (rows: readonly GridRow[]): boolean =>
  startsGoal(rows) && partsOf(rows[0]!).some(({ cell }, i) => i > 0 && !isHeaderWord(cell.text));

/** How many rows at the top of a page are the first of the table printed again. */
function repeatedRows(all: readonly GridRow[], below: readonly GridRow[]): number {
  const first = filled(all.slice(0, RECENT));
  const differs = below.findIndex((row, i) => !first[i] || textsOf(row) !== textsOf(first[i]));
  return differs < 0 ? below.length : differs;
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
  if (isRestOf(above, below[0]!)) return [...withParts(above, partsOf(below[0]!)), ...below.slice(1)];
  return isRow(above, below[0]!) ? [...above, ...below] : undefined;
}

/** Characters of a text that fills its cell because it is long, not because the cell is narrow. */
const LONG = 6;

/**
 * Whether the first row of a page is the rest of the last above. Its words stand under cells that had no room left: either several are
 * long, as two texts end at the edge by chance but rarely, or it has few of them, under a row of figures. The page may also end between
 * two sentences of a cell: then the row lacks a name, or words stand in several cells and the figures that the row above has are missing.
 */
function isRestOf(above: readonly GridRow[], first: GridRow): boolean {
  const parts = partsOf(first);
  const last = partsOf(above.at(-1)!);
  const cellAbove = ({ column }: Part): TableCell | undefined => above[placeOf(above, column)]?.[column];
  const isLong = (part: Part) => squeeze(cellAbove(part)?.text ?? '').length >= LONG;
  // 一、经费拨款 | 12.00 and 二、其他收入 are lines of their own, unlike those of a list in one cell.
  const isOfAmount = (part: Part) => {
    const beside = last.find(({ column }) => column > part.column);
    return beside !== undefined && cellKind(beside.cell) === 'amount';
  };
  const tells = (row: readonly Part[]) => row.some(({ cell }) => OF_ROWS.has(cellKind(cell)));
  const isFew = parts.length * 2 <= last.length && tells(last);
  const lacksName = isFew && parts.every(({ column }) => column > last[0]!.column);
  const lacksFigures = parts.length > 1 && tells(last);
  const goesOn = (part: Part): boolean => {
    const [text, head] = [squeeze(part.cell.text), squeeze(cellAbove(part)?.text ?? '')];
    if (completesAmount(head, text)) return cellAbove(part)?.runsOn === true;
    if (!ofWords(part.cell) || isTotalLabel(text)) return false;
    if (cellAbove(part)?.runsOn && !OWN.test(text)) return true;
    const isNextLine = OWN.test(text) && OWN.test(head) && isOfAmount(part);
    return (lacksName || lacksFigures) && isLong(part) && !isNextLine && !OF_WHOLE.test(text) && !isHeaderWord(text);
  };
  if (parts.length > 0 && parts.every((part) => completesAmount(cellAbove(part)?.text ?? '', part.cell.text)))
    return parts.every(goesOn);
  const full = parts.filter((part) => isLong(part) && cellAbove(part)?.runsOn).length;
  return parts.every(goesOn) && (isFew || full > (lacksFigures ? 0 : 1));
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

/** What the row above a rest of it has. */
const OF_ROWS: ReadonlySet<CellKind> = new Set(['amount', 'code', 'integer']);

const textsOf = (row: GridRow): string => row.map(({ text }) => squeeze(text)).join('|');

/** What begins a line of its own. */
const OWN = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|其中|加|减)/;

/** Whether digits are the last of an amount whose cell had no room for them: 17,103,265.5 | 1. */
const completesAmount = (head: string, rest: string): boolean =>
  /^[\d.]{1,3}$/.test(squeeze(rest)) &&
  /\d,\d{3}(?:\.\d?)?$/.test(squeeze(head)) &&
  /\.\d{2}$/.test(squeeze(head) + squeeze(rest));

/** What begins a row that has no name of its own. */
const OF_WHOLE = /^(?:其中|加|减)/;

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
    const { runsOn, ...before } = row[column]!;
    row[column] = {
      ...before,
      text: before.text + (runsOn && !OWN.test(squeeze(cell.text)) ? '' : '\n') + cell.text,
      ...(cell.runsOn ? { runsOn: true } : {}),
    };
  }
  return joined;
}
