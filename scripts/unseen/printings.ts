/**
 * The same document as printed by other software: codes level by level in columns of their own, two tables beside each other, columns in
 * another order, names that wrap, a header that a page break repeats in part, rows torn by one.
 */
import { squeeze } from '@mingsuan/core/text/fold';
import type { Page, Table, TableCell } from '../../packages/documents/src/layout.ts';
import { isIndexRow, readHeader } from '../../packages/documents/src/recognize/header.ts';
import { isAmountText } from '../../packages/documents/src/recognize/shape/cells.ts';
import { type Distortion, type Random, withTables } from './distortion.ts';

const CODE = /^[23]\d{2}(?:\d{2}){0,2}$/;
const head = (table: Table) => readHeader(table.rows).rowCount;

/** 类, 款 and 项 in columns of their own, with the digits of each level. */
export const splitCodes: Distortion = (layout) =>
  withTables(layout, (table) => {
    const from = head(table);
    const codes = (c: number) => table.rows.slice(from).filter((row) => CODE.test(squeeze(row[c]?.text ?? ''))).length;
    const at = table.rows[0]!.findIndex((_, c) => from > 0 && codes(c) > 2);
    if (at < 0 || table.rows.some((row) => row[at]!.colSpan || row[at]!.covered === 'left')) return [table];
    const levels = ['类', '款', '项'];
    const below = table.rows[from - 1]![at]!;
    const isMerged = below.covered === 'above';
    const { edges } = table;
    const width = edges ? (edges[at + 1]! - edges[at]!) / levels.length : 0;
    const between = [1, 2].map((i) => (edges?.[at] ?? 0) + i * width);
    return [
      {
        ...table,
        ...(edges && { edges: [...edges.slice(0, at + 1), ...between, ...edges.slice(at + 1)] }),
        rows: table.rows.map((row, r) => {
          const { text, origin, ...cell } = row[at]!;
          const split = levels.map((level, i): TableCell => {
            if (r >= from) {
              const digits = squeeze(text);
              const part = CODE.test(digits) ? digits.slice(i === 0 ? 0 : 1 + 2 * i, 3 + 2 * i) : i === 0 ? text : '';
              return { ...cell, text: part, origin };
            }
            if (r === from - 1 && (isMerged || from === 1)) return { text: level, origin };
            if (i > 0) return { text: '', origin, covered: 'left' };
            return { text, origin, colSpan: 3 };
          });
          return [...row.slice(0, at), ...split, ...row.slice(at + 1)];
        }),
      },
    ];
  });

/** Two columns of figures have changed places, headers and all but their numbers, where no header stands over one of them only and no page goes on with them. */
export const reordered: Distortion = (layout, random) => {
  const tables = layout.pages.flatMap(({ blocks }) => blocks.filter((block): block is Table => block.kind === 'table'));
  return withTables(layout, (table) => {
    const from = head(table);
    const width = table.rows[0]!.length;
    const next = tables[tables.indexOf(table) + 1];
    if (next && head(next) === 0) return [table];
    if (from === 0 || new Set(table.rows[from - 1]!.map(({ text }) => squeeze(text))).size < width - 1) return [table];
    const isMoney = (c: number) => table.rows.slice(from).some((row) => isAmountText(row[c]?.text ?? ''));
    const isLoose = (c: number) =>
      table.rows.every((row) => row[c]!.covered !== 'left' && (row[c]!.colSpan ?? 1) === 1) && isMoney(c);
    const pairs = Array.from({ length: width - 1 }, (_, c) => c).filter((c) => isLoose(c) && isLoose(c + 1));
    const at = pairs[Math.floor(random() * pairs.length)];
    if (at === undefined) return [table];
    return [
      {
        ...table,
        rows: table.rows.map((row) =>
          isIndexRow(row) ? row : [...row.slice(0, at), row[at + 1]!, row[at]!, ...row.slice(at + 2)],
        ),
      },
    ];
  });
};

/** Longer names stand in two or three lines of their cell. */
export const wrapped: Distortion = (layout) =>
  withTables(layout, (table) => [
    {
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell) => ({
          ...cell,
          text: /^[\u4e00-\u9fff]{7,}$/.test(cell.text.trim()) ? folded(cell.text.trim()) : cell.text,
        })),
      ),
    },
  ]);

const folded = (text: string): string => (text.match(/.{1,5}/g) ?? []).join('\n');

/** A page ends within a longer table: only the last row of its header is printed again. */
export const partHeader: Distortion = (layout, random) =>
  brokenAt(layout, random, (rows, from) => rows.slice(from - 1, from));

/** A page ends within a row: the end of its longest name stands alone on the next page. */
export const tornRows: Distortion = (layout, random) =>
  brokenAt(
    layout,
    random,
    (rows, _from, cut) => {
      const row = rows[cut]!;
      const at = row.findIndex(({ text }) => /^[\u4e00-\u9fff]{6,}$/.test(text.trim()));
      if (at < 0) return [];
      return [row.map((cell, c) => ({ ...cell, text: c === at ? cell.text.trim().slice(4) : '' }))];
    },
    true,
  );

function brokenAt(
  layout: Parameters<Distortion>[0],
  random: Random,
  again: (rows: Table['rows'], from: number, cut: number) => Table['rows'],
  isTorn = false,
) {
  return {
    ...layout,
    pages: layout.pages.flatMap((page): Page[] => {
      const at = page.blocks.findLastIndex((block) => block.kind === 'table');
      const table = page.blocks[at] as Table | undefined;
      if (!table || table.rows.length < 10) return [page];
      const from = head(table);
      const cuts = table.rows.flatMap((row, r) =>
        from > 0 && r > from + 2 && row.every(({ covered }) => covered !== 'above') ? [r] : [],
      );
      const cut = cuts[Math.floor(random() * cuts.length)];
      if (cut === undefined) return [page];
      const repeated = again(table.rows, from, cut);
      if (isTorn && repeated.length === 0) return [page];
      const stays = isTorn ? tornAway(table.rows[cut]!, repeated[0]!) : undefined;
      const rest = [...repeated, ...table.rows.slice(isTorn ? cut + 1 : cut)];
      return [
        {
          ...page,
          blocks: [
            ...page.blocks.slice(0, at),
            { ...table, rows: [...table.rows.slice(0, cut), ...(stays ? [stays] : [])] },
          ],
        },
        { ...page, blocks: [{ ...table, rows: rest, origin: rest[0]![0]!.origin }, ...page.blocks.slice(at + 1)] },
      ];
    }),
  };
}

const tornAway = (row: readonly TableCell[], rest: readonly TableCell[]): readonly TableCell[] =>
  row.map((cell, c) => (rest[c]!.text === '' ? cell : { ...cell, text: cell.text.trim().slice(0, 4), runsOn: true }));

/** Two tables of one page stand beside each other in one grid, a blank column between them. */
export const sideBySide: Distortion = (layout) => {
  const pages: Page[] = [];
  for (const page of layout.pages) {
    const last = pages.at(-1);
    const joined = last && besides(last, page);
    if (joined) pages[pages.length - 1] = joined;
    else pages.push(page);
  }
  return { ...layout, pages };
};

/** Short tables of a page each, every one under its title. */
function besides(left: Page, right: Page): Page | undefined {
  const tableOf = ({ blocks }: Page) => {
    const tables = blocks.filter((block): block is Table => block.kind === 'table');
    const [first] = blocks;
    return tables.length === 1 &&
      first?.kind === 'paragraph' &&
      tables[0]!.rows.length < 12 &&
      tables[0]!.rows[0]!.length < 8
      ? tables[0]
      : undefined;
  };
  const [a, b] = [tableOf(left), tableOf(right)];
  if (!a || !b || 'isJoined' in left) return undefined;
  const grid = (page: Page, table: Table): Table['rows'] => {
    const width = table.rows[0]!.length;
    const lines = page.blocks
      .slice(0, page.blocks.indexOf(table))
      .flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
    return [
      ...lines.map(({ text, origin }) =>
        Array.from(
          { length: width },
          (_, c): TableCell =>
            c === 0
              ? { text, origin, ...(width > 1 ? { colSpan: width } : {}) }
              : { text: '', origin, covered: 'left' },
        ),
      ),
      ...table.rows,
    ];
  };
  const [l, r] = [grid(left, a), grid(right, b)];
  const blank = (row: readonly TableCell[]): TableCell[] => row.map(({ origin }) => ({ text: '', origin }));
  const height = Math.max(l.length, r.length);
  const rows = Array.from({ length: height }, (_, i) => {
    const [x, y] = [l[i] ?? blank(l[0]!), r[i] ?? blank(r[0]!)];
    return [...x, { text: '', origin: x[0]!.origin }, ...y];
  });
  const after = [left, right].flatMap((page) => {
    const at = page.blocks.findIndex(({ kind }) => kind === 'table');
    return page.blocks.slice(at + 1);
  });
  return { ...left, blocks: [{ kind: 'table', rows, origin: a.origin }, ...after], ...({ isJoined: true } as object) };
}

/** Short words of the tables are set wide, as typists do to fill a cell: 栏　次, 合　　计. */
export const setWide: Distortion = (layout) =>
  withTables(layout, (table) => [
    {
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell) =>
          /^[\u4e00-\u9fff]{2,4}$/.test(cell.text) ? { ...cell, text: [...cell.text].join('　') } : cell,
        ),
      ),
    },
  ]);
