/**
 * Tables wider than their paper, as a workbook prints them: the columns that had no room stand on pages of their own, with the same rows
 * at the same height, after the pages of the first columns or each after its own. They are put beside the columns that they go on from.
 */
import { squeeze } from '@mingsuan/core/text/fold';
import type { Block, Layout, Page, Paragraph, Table, TableCell } from '../layout.ts';
import { isHeaderWord, readHeader } from './header.ts';
import { type CellKind, cellKind } from './shape/cells.ts';

/** Points by which one line may stand elsewhere on two pages. */
const NEAR = 1.5;

/** Fewer rows that stand at the same height do so by chance. */
const FEWEST_ROWS = 3;

/** More pages side by side no table has. */
const MOST_STRIPES = 8;

/** The layout with the columns that a wide table has on further pages beside its first; the pages that they stood on are left without it. */
export function withWideTables(layout: Layout): Layout {
  const pages: Page[] = [...layout.pages];
  let [from, torn] = [0, [] as readonly Table[]];
  while (from < pages.length) {
    const count = runFrom(pages, from);
    const firsts = pages.slice(from, from + count).map((page) => tableOf(page)!);
    let next = from + Math.max(1, count);
    for (let stripe = 0; stripe < MOST_STRIPES; stripe++, next += count) {
      const more = pages.slice(next, next + count);
      if (!goesOn(pages[from]!, firsts, more, torn)) break;
      torn = [firsts[0]!, tableOf(more[0]!)!];
      for (const [i, page] of more.entries()) {
        const own = pages[from + i]!;
        pages[from + i] = widened(own, tableOf(page) ? page : { ...page, blocks: [blankOf(torn[1]!, firsts[i]!)] });
        if (tableOf(page))
          pages[next + i] = { ...page, blocks: partsOf(page).below.filter((block) => !runsOn(own, page, block)) };
      }
    }
    from = next;
  }
  return { ...layout, pages };
}

/** The columns of a table that have nothing in the rows of another: a workbook leaves their page blank. */
const blankOf = (columns: Table, { rows, rowEdges }: Table): Table => ({
  ...columns,
  rowEdges: rowEdges!,
  rows: rows.map(() => columns.rows[0]!.map((): TableCell => ({ text: '', origin: {} }))),
});

/** The only table of a page, where lines tell its columns and rows. */
function tableOf({ blocks }: Page): Table | undefined {
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  return tables.length === 1 && tables[0]!.edges && tables[0]!.rowEdges ? tables[0] : undefined;
}

/** The texts above and below a page's only table. */
function partsOf(page: Page): { above: readonly Paragraph[]; below: readonly Paragraph[] } {
  const at = page.blocks.findIndex(({ kind }) => kind === 'table');
  const texts = (blocks: readonly Block[]) => blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  return { above: texts(page.blocks.slice(0, at)), below: texts(page.blocks.slice(at + 1)) };
}

/** Whether a text is the rest of one that the page before shows. */
const runsOn = (before: Page, page: Page, text: Paragraph): boolean =>
  before.blocks.some((each) => each.kind === 'paragraph' && isTorn(before, each, page, text));

/** It stands as high and begins where its own table does, beside one that ends on the right. */
function isTorn(before: Page, head: Paragraph, page: Page, rest: Paragraph): boolean {
  const [a, b] = [head.origin.box, rest.origin.box];
  const edges = tableOf(before)?.edges;
  const right = tableOf(page)?.edges?.[0];
  if (!a || !b || !edges || right === undefined) return false;
  return Math.abs(a[1] - b[1]) <= LINE && 2 * a[2] > edges[0]! + edges.at(-1)! && b[0] < right + ROOM;
}

/** Points that the edge of a page leaves free where a character has no room. */
const ROOM = 12;

/** A page with further columns beside those of its table, and with what the page of the further ones shows of its texts. */
function widened(page: Page, more: Page): Page {
  const whole = (text: Paragraph): Paragraph => {
    const rests = partsOf(more);
    const rest = [...rests.above, ...rests.below].find((each) => isTorn(page, text, more, each));
    return rest ? { ...text, text: together(text.text, rest.text) } : text;
  };
  const { above, below } = partsOf(page);
  const lines = [...above.map(whole), ...partsOf(more).above.filter((text) => standsAlone(page, text))];
  const top = ({ origin }: Paragraph) => origin.box?.[1] ?? 0;
  const table = sideBySide(tableOf(page)!, tableOf(more)!);
  return { ...page, blocks: [...lines.sort((a, b) => top(a) - top(b)), table, ...below.map(whole)] };
}

/** What two pages show of one text: a file may hold the whole of it on both. */
function together(left: string, right: string): string {
  const [a, b] = [squeeze(left), squeeze(right)];
  if (a.includes(b)) return left;
  if (b.includes(a)) return right;
  const longest = Math.min(a.length, b.length) - 1;
  const both = Array.from({ length: longest }, (_, i) => longest - i).find((n) => a.endsWith(b.slice(0, n)));
  return both ? a + b.slice(both) : left + right;
}

/** How many pages from one on show the same columns, the first of them perhaps below a title; 0 where a page has no such table. */
function runFrom(pages: readonly Page[], from: number): number {
  const first = tableOf(pages[from]!);
  if (!first) return 0;
  let to = from + 1;
  while (to < pages.length && isBare(pages[to]!) && isSame(first.edges!, tableOf(pages[to]!)!.edges!)) to++;
  return to - from;
}

/** Whether nothing stands above the table that a page has. */
const isBare = (page: Page): boolean => tableOf(page) !== undefined && page.blocks[0]!.kind === 'table';

/** Whether above its table a page has but texts that run on from the page before, and lines beside which that has none. */
const isUnder = (before: Page, page: Page): boolean =>
  partsOf(page).above.every((text) => runsOn(before, page, text) || standsAlone(before, text));

/** Whether the page before shows nothing at the height of a line: then it is a line of the table's title that stands over the further columns only. */
const standsAlone = (before: Page, { origin: { box } }: Paragraph): boolean =>
  box !== undefined &&
  !before.blocks.some(
    (each) => each.kind === 'paragraph' && each.origin.box && Math.abs(each.origin.box[1] - box[1]) <= LINE,
  );

/** Points by which lines of one height may differ, for Chinese and Latin characters are set from different fonts. */
const LINE = 4;

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((line, i) => Math.abs(line - b[i]!) <= NEAR);

/**
 * Whether pages hold further columns of the tables on those before them, or nothing: the same rows at the same height, uneven ones or
 * where the first stands below its title and they below nothing; or without names; or on the grids of the two tables that were `torn` before.
 */
function goesOn(page: Page, firsts: readonly Table[], more: readonly Page[], torn: readonly Table[]): boolean {
  if (firsts.length === 0 || more.length < firsts.length || !tableOf(more[0]!)) return false;
  const isMore = (each: Page, i: number) =>
    each.blocks.length === 0 || isBare(each) || (i === 0 && tableOf(each) !== undefined && isUnder(page, each));
  if (!more.every(isMore)) return false;
  const pairs = more.flatMap((each, i): [Table, Table][] => (tableOf(each) ? [[firsts[i]!, tableOf(each)!]] : []));
  const [left, right] = pairs[0]!;
  const isAsBefore = torn.length > 0 && isSame(torn[0]!.edges!, left.edges!) && isSame(torn[1]!.edges!, right.edges!);
  const isBelow = (!isBare(page) || hasTitle(left, right)) && more.every(isBare) && left.rows.length >= FEWEST_ROWS;
  const isRest =
    ((isBelow || isUneven(firsts)) && !beginsAnew(left, right)) ||
    (left.rows.length >= FEWEST_ROWS && pairs.every((pair) => lacksNames(...pair)));
  return (
    (isAsBefore || isRest) &&
    Math.abs(left.edges![0]! - right.edges![0]!) <= NEAR &&
    !isSame(left.edges!, right.edges!) &&
    pairs.every((pair) => isSame(right.edges!, pair[1].edges!) && linesOfBoth(...pair))
  );
}

/** Whether a table has its title in its first row of any words, and the other nothing there. */
function hasTitle(left: Table, right: Table): boolean {
  const filled = ({ rows }: Table, r: number) => (rows[r] ?? []).filter(({ text }) => squeeze(text) !== '').length;
  const at = left.rows.findIndex((_, r) => filled(left, r) > 0);
  return at >= 0 && filled(left, at) === 1 && filled(right, at) === 0 && left.rows.length === right.rows.length;
}

/** Whether the heights of rows change so often that no other tables have the same by chance. */
const isUneven = (tables: readonly Table[]): boolean =>
  tables.reduce((sum, { rowEdges }) => {
    const heights = rowEdges!.slice(1).map((line, i) => line - rowEdges![i]!);
    return sum + heights.filter((height, i) => i > 0 && Math.abs(height - heights[i - 1]!) > 2 * NEAR).length;
  }, 0) >= MANY_CHANGES;

const MANY_CHANGES = 6;

/** Whether a table begins as the one before does, or has codes of its own: then it is no rest of its columns. */
function beginsAnew(left: Table, right: Table): boolean {
  const first = ({ rows }: Table) => rows[0]!.map(({ text }) => squeeze(text)).find((text) => text !== '');
  return (first(left) ?? '') === first(right) || right.rows.some((row) => cellKind(row[0]!) === 'code');
}

/** Whether rows begin with their names on the left and with none on the right: there stand amounts, or nothing in most rows. */
function lacksNames(left: Table, right: Table): boolean {
  const amounts = left.rows.findIndex((row) => row.some((cell) => cellKind(cell) === 'amount'));
  const below = Math.max(readHeader(left.rows).rowCount, amounts);
  const named = left.rows.map((row, r) => r >= below && row.some(({ text }) => /\p{Script=Han}/u.test(text)));
  const rows = right.rows.filter((_, r) => named[r]);
  const bare = rows.filter(
    (row) => BEGIN.has(cellKind(row[0]!)) && !row.some(({ text }) => /\p{Script=Han}/u.test(text)),
  );
  return rows.length > 0 && bare.length * 10 >= rows.length * 9;
}

/** What rows without a name begin with. */
const BEGIN: ReadonlySet<CellKind> = new Set(['amount', 'blank']);

/**
 * The lines between the rows of both tables; undefined where they do not have the same rows. A header that one of them has in one row may
 * stand over two of the other.
 */
function linesOfBoth(left: Table, right: Table): readonly number[] | undefined {
  const [a, b] = [left.rowEdges!, right.rowEdges!];
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const isWithin = fewer.every((line) => more.some((each) => Math.abs(each - line) <= NEAR));
  const ends = Math.abs(a[0]! - b[0]!) <= NEAR && Math.abs(a.at(-1)! - b.at(-1)!) <= NEAR;
  return isWithin && ends && more.length - fewer.length <= MOST_MERGED ? more : undefined;
}

/** Rows of a header that one side has merged into others. */
const MOST_MERGED = 3;

/** A table's rows on lines of which it lacks some: what stands over several of them begins at the first. */
function onLines({ rows, rowEdges }: Table, lines: readonly number[]): Table['rows'] {
  if (rowEdges!.length === lines.length) return rows;
  return lines.slice(0, -1).map((line) => {
    const r = rowEdges!.findLastIndex((edge) => edge <= line + NEAR);
    if (Math.abs(rowEdges![r]! - line) <= NEAR) return rows[r]!;
    return rows[r]!.map(({ origin, covered }): TableCell => ({ text: '', origin, covered: covered ?? 'above' }));
  });
}

/** Both tables as one: what stood on the right keeps its place on its own page. */
function sideBySide(left: Table, right: Table): Table {
  const lines = linesOfBoth(left, right)!;
  const [own, more] = [onLines(left, lines), onLines(right, lines)];
  const head = readHeader(own).rowCount;
  const apart = left.edges!.at(-1)! - right.edges![0]!;
  return {
    ...left,
    rows: own.map((row, r) => (r < head ? withTornHeader(row, more, r) : [...row, ...more[r]!])),
    edges: [...left.edges!, ...right.edges!.slice(1).map((line) => line + apart)],
    rowEdges: lines,
  };
}

/** A row of headers with what stands on the right, where the last of its own may go on: blank above filled ones, or with the rest of its words. */
function withTornHeader(row: readonly TableCell[], right: Table['rows'], r: number): readonly TableCell[] {
  const more = right[r]!;
  const at = row.findLastIndex(({ covered }) => covered !== 'left');
  const [owner, first] = [row[at]!, more[0]!];
  const text = squeeze(first.text);
  const whole = text === '' ? undefined : wholeWord(squeeze(owner.text), text);
  const isBlank = text === '' && first.covered === undefined && squeeze(right[r + 1]?.[0]?.text ?? '') !== '';
  if (squeeze(owner.text) === '' || !(whole || isBlank)) return [...row, ...more];
  const width = first.colSpan ?? 1;
  return [
    ...row.slice(0, at),
    { ...owner, text: whole ?? owner.text, colSpan: row.length - at + width },
    ...row.slice(at + 1),
    ...more.map((cell, c): TableCell => (c < width ? { text: '', origin: cell.origin, covered: 'left' } : cell)),
  ];
}

/** A header whose words were torn, the character at the tear perhaps printed on both pages; undefined where they make none together. */
function wholeWord(left: string, right: string): string | undefined {
  const words = [left + right, ...(left.endsWith(right[0]!) ? [left + right.slice(1)] : [])];
  return isHeaderWord(left) && isHeaderWord(right) ? undefined : words.find(isHeaderWord);
}
