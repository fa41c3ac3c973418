/** What a place's layouts are made of: headers merged from the paths of their columns, rows of texts, lines above a table, pages. */
import type { Block, Layout, Page, Paragraph, Table, TableCell } from '../../src/layout.ts';
import { type Item, type Money, sumOf, thisYear, type Where } from './figures.ts';

/** How a place prints money. */
export interface Style {
  readonly unit: '元' | '万元';
  /** What stands for nothing. */
  readonly zero: string;
  readonly separators: boolean;
}

export const printed = (hundreds: number, { unit, zero, separators }: Style): string => {
  if (hundreds === 0) return zero;
  const [whole, rest] = (unit === '元' ? hundreds * 100 : hundreds / 100).toFixed(2).split('.');
  return `${separators ? whole!.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole}.${rest}`;
};

/** A row of a table by items: a total, a unit's own row, or an item. */
export interface Line {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly holds: Where;
  readonly unit?: string;
}

/** A column: its headers from top to bottom, and what stands in it. */
export interface Column {
  readonly path: readonly string[];
  readonly text: (line: Line, style: Style) => string;
}

export const money = (path: readonly string[], where: Where, of: Money = thisYear): Column => ({
  path,
  text: ({ holds }, style) =>
    printed(
      sumOf((each) => holds(each) && where(each), of),
      style,
    ),
});
export const words = (path: readonly string[], text: (line: Line) => string): Column => ({ path, text });

/** The code in one column, or its levels in columns of their own with the digits of each. */
export const codeColumn = (path: readonly string[]): Column => words(path, ({ code }) => code);
export const levelColumns = (path: readonly string[], levels: readonly string[]): readonly Column[] =>
  levels.map((level, i) =>
    words([...path, level], ({ code }) => (i === 0 ? code.slice(0, 3) : code.slice(1 + 2 * i, 3 + 2 * i))),
  );
export const nameColumn = (path: readonly string[], indent = ''): Column =>
  words(path, ({ name, level }) => `${indent.repeat(Math.max(0, level))}${name}`);

export const total = (where: Where, name = '合计'): Line => ({ code: '', name, level: 0, holds: where });
export const lineOf = ({ code, name, level, holds }: Item): Line => ({ code, name, level, holds });

/** The rows of a table of lines: panel by panel, filled up to the longest. */
export function beside(...panels: readonly (readonly (readonly string[])[])[]): string[][] {
  const height = Math.max(...panels.map((panel) => panel.length));
  return Array.from({ length: height }, (_, r) => panels.flatMap((panel) => panel[r] ?? panel[0]!.map(() => '')));
}

/** A table before it has a place on a page. */
export interface Sheet {
  readonly title: string;
  readonly number?: string;
  readonly paths: readonly (readonly string[])[];
  /** Rows under the header that count the columns. */
  readonly index?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

export const byItems = (
  title: string,
  columns: readonly Column[],
  lines: readonly Line[],
  style: Style,
  more: Partial<Sheet> = {},
): Sheet => ({
  title,
  paths: columns.map(({ path }) => path),
  rows: lines.map((line) => columns.map(({ text }) => text(line, style))),
  ...more,
});

/** 1, 2, 3 … under the columns from `from` on. */
export const counted = (paths: Sheet['paths'], from = 0, word = ''): readonly string[] =>
  paths.map((_, i) => (i < from ? (i === 0 ? word : '') : String(i - from + 1)));

interface Cell {
  text: string;
  colSpan?: number;
  rowSpan?: number;
  covered?: 'left' | 'above';
}

/** Equal upper headers beside each other are one cell, and a header without lower ones goes down to the last row. */
function headerOf(paths: Sheet['paths']): Cell[][] {
  const height = Math.max(...paths.map((path) => path.length));
  const grid: Cell[][] = Array.from({ length: height }, () => paths.map((): Cell => ({ text: '' })));
  const same = (a: number, b: number, depth: number) =>
    paths[a]!.length > depth &&
    paths[b]!.length > depth + 1 &&
    paths[a]!.length > depth + 1 &&
    paths[a]!.slice(0, depth + 1).join('/') === paths[b]!.slice(0, depth + 1).join('/');
  paths.forEach((path, c) => {
    for (let r = 0; r < height; r += 1) {
      const cell = grid[r]![c]!;
      if (r >= path.length) {
        cell.covered = 'above';
        continue;
      }
      if (c > 0 && same(c - 1, c, r)) {
        cell.covered = 'left';
        continue;
      }
      cell.text = path[r]!;
      let width = 1;
      while (c + width < paths.length && same(c, c + width, r)) width += 1;
      if (width > 1) cell.colSpan = width;
      if (r === path.length - 1 && r < height - 1) cell.rowSpan = height - r;
    }
  });
  return grid;
}

/** How the lines above a table stand: which of them, in which order. */
export interface Head {
  readonly agency?: string;
  readonly above: readonly ('number' | 'title' | 'agency-unit' | 'unit' | 'agency')[];
}

const ROW = 16;
const COLUMN = 60;

/** A sheet on a page of its own. */
export function pageOf(sheet: Sheet, style: Style, { agency, above }: Head, number: number): Page {
  let y = 40;
  const line = (text: string): Paragraph => {
    y += ROW;
    return { kind: 'paragraph', text, origin: { page: number, box: [40, y, 40 + text.length * 10, y + 10] } };
  };
  const said = {
    number: () => (sheet.number ? [line(sheet.number)] : []),
    title: () => [line(sheet.title)],
    'agency-unit': () => [line(`${agency}\t单位：${style.unit}`)],
    agency: () => [line(agency!)],
    unit: () => [line(`单位：${style.unit}`)],
  };
  const lines = above.flatMap((each) => said[each]());
  const head = headerOf(sheet.paths);
  const body: Cell[][] = [...(sheet.index ? [sheet.index] : []), ...sheet.rows].map((row) =>
    row.map((text): Cell => ({ text })),
  );
  const rows = [...head, ...body].map((row): TableCell[] => {
    y += ROW;
    return row.map((cell, c) => ({
      ...cell,
      origin: { page: number, box: [40 + c * COLUMN, y, 40 + (c + 1) * COLUMN - 2, y + ROW - 2] },
    }));
  });
  const table: Table = {
    kind: 'table',
    rows,
    origin: rows[0]![0]!.origin,
    print: {
      headRows: head.length,
      name: (sheet.number ?? sheet.title).slice(0, 28),
      columns: sheet.paths.map(() => ({ width: 1, align: 'left' as const })),
    },
  };
  const note: Block[] = sheet.note ? [line(sheet.note)] : [];
  return { number, blocks: [...lines, table, ...note] };
}

/** A whole document: its cover and its sheets, a page each. */
export function layoutOf(cover: readonly string[], sheets: readonly Sheet[], style: Style, head: Head): Layout {
  const first: Page = {
    number: 1,
    blocks: cover.map((text, i) => ({
      kind: 'paragraph',
      text,
      origin: { page: 1, box: [100, 100 + i * 40, 400, 120 + i * 40] },
    })),
  };
  return { pages: [first, ...sheets.map((sheet, i) => pageOf(sheet, style, head, i + 2))], problems: [] };
}
