/**
 * The same document as another place might have printed it: without titles or units, with blank columns, other page breaks, other
 * words. Whatever reading loses on the way hung on a list of words or on a place, not on structure.
 */
import { PRINTED_UNIT, parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Block, Layout, Page, Paragraph, Table, TableCell } from '../../packages/documents/src/layout.ts';
import { readCaptionLine } from '../../packages/documents/src/recognize/caption.ts';
import { readHeader } from '../../packages/documents/src/recognize/header.ts';
import { isAmountText } from '../../packages/documents/src/recognize/shape/cells.ts';
import { partHeader, reordered, sideBySide, splitCodes, tornRows, wrapped } from './printings.ts';

/** A number from 0 to 1, each time another. */
export type Random = () => number;

/** Numbers that are the same whenever they begin with the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Distortion = (layout: Layout, random: Random) => Layout;

const withBlocks = (layout: Layout, blocks: (page: Page) => readonly Block[]): Layout => ({
  ...layout,
  pages: layout.pages.map((page) => ({ ...page, blocks: blocks(page) })),
});

export const withTables = (layout: Layout, change: (table: Table) => readonly Block[]): Layout =>
  withBlocks(layout, ({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? change(block) : [block])));

const withTexts = (layout: Layout, change: (text: string) => string): Layout =>
  withBlocks(layout, ({ blocks }) =>
    blocks.map((block): Block => {
      if (block.kind === 'table')
        return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) }))) };
      const { lines, ...rest } = block;
      return { ...rest, text: change(block.text) };
    }),
  );

const isTitle = (text: string): boolean => {
  const line: Paragraph = { kind: 'paragraph', text, origin: {} };
  return text.length < 60 && readCaptionLine(line)?.title !== undefined;
};

/** No line above a table, nor in its first rows, says what it is; a contents list stays. */
const untitled: Distortion = (layout) =>
  withBlocks({ ...layout, pages: layout.pages.map(({ name: _, ...page }) => page) }, ({ blocks }) =>
    blocks.flatMap((block, i): Block[] => {
      if (block.kind === 'paragraph') {
        const next = blocks.slice(i + 1).findIndex(({ kind }) => kind === 'table');
        return next >= 0 && next < 5 && isTitle(block.text) ? [] : [block];
      }
      const filled = (row: readonly TableCell[]) => row.filter(({ text }) => squeeze(text) !== '');
      const rows = block.rows.filter((row, r) => r > 3 || filled(row).length !== 1 || !isTitle(filled(row)[0]!.text));
      return rows.length > 0 ? [{ ...block, rows }] : [];
    }),
  );

/** Nothing says what the amounts are counted in. */
const unitless: Distortion = (layout) =>
  withTexts(layout, (text) =>
    text.length > 60 ? text : text.replace(/(?:金额)?单位[:：]\s*[（(]?[百千万亿]?元[）)]?/, ''),
  );

/** A blank column stands in each table, as a border drawn twice leaves one. */
const blankColumns: Distortion = (layout, random) =>
  withTables(layout, (table) => {
    const width = table.rows[0]!.length;
    const places = Array.from({ length: width + 1 }, (_, c) => c).filter((c) =>
      table.rows.every((row) => row[c]?.covered !== 'left'),
    );
    const at = places[Math.floor(random() * places.length)]!;
    const blank = (row: readonly TableCell[]): TableCell => ({
      text: '',
      origin: row[Math.min(at, width - 1)]!.origin,
    });
    return [{ ...table, rows: table.rows.map((row) => [...row.slice(0, at), blank(row), ...row.slice(at)]) }];
  });

/** A page ends within each longer table, whose header is not printed again. */
const broken: Distortion = (layout, random) => ({
  ...layout,
  pages: layout.pages.flatMap((page): Page[] => {
    const at = page.blocks.findLastIndex((block) => block.kind === 'table');
    const table = page.blocks[at] as Table | undefined;
    if (!table || table.rows.length < 10) return [page];
    const head = readHeader(table.rows).rowCount + 2;
    const cuts = table.rows.flatMap((row, r) =>
      r > head && row.every(({ covered }) => covered !== 'above') ? [r] : [],
    );
    const cut = cuts[Math.floor(random() * cuts.length)];
    if (cut === undefined) return [page];
    const rest: Table = { ...table, rows: table.rows.slice(cut), origin: table.rows[cut]![0]!.origin };
    return [
      { ...page, blocks: [...page.blocks.slice(0, at), { ...table, rows: table.rows.slice(0, cut) }] },
      { ...page, blocks: [rest, ...page.blocks.slice(at + 1)] },
    ];
  }),
});

/** The tables stand in another order: each with the pages that it goes on over, its title printed again or not. */
const shuffled: Distortion = (layout, random) => {
  const hasTable = (page: Page) => page.blocks.some(({ kind }) => kind === 'table');
  const titleOf = ({ blocks }: Page) => {
    const first = blocks.findIndex(({ kind }) => kind === 'table');
    return blocks.slice(0, first).findLast((block) => block.kind === 'paragraph' && isTitle(block.text)) as
      | Paragraph
      | undefined;
  };
  const runs: Page[][] = [];
  let title = '';
  for (const page of layout.pages) {
    const own = hasTable(page) ? squeeze(titleOf(page)?.text ?? '') : '';
    const begins = own !== '' && own !== title;
    if (own !== '') title = own;
    if (runs.length > 0 && (hasTable(page) ? !begins : !hasTable(runs.at(-1)![0]!))) runs.at(-1)!.push(page);
    else runs.push([page]);
  }
  const places = runs.flatMap((run, i) => (hasTable(run[0]!) ? [i] : []));
  const moved = places.map((i) => [random(), i] as const).sort(([a], [b]) => a - b);
  return {
    ...layout,
    pages: runs.flatMap((run, i) => (places.includes(i) ? runs[moved[places.indexOf(i)]![1]]! : run)),
  };
};

const UNIT_SAID = new RegExp(`(?:单位[:：]?[（(]?|[（(])${PRINTED_UNIT}`);

/** 元 instead of 万元, in the tables that are printed in 万元: a unit holds until another is printed. */
const inYuan: Distortion = (layout) => {
  const texts = layout.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text])),
  );
  const unitIn = (text: string) => (text.length < 60 ? UNIT_SAID.exec(squeeze(text))?.groups?.unit : undefined);
  let unit = texts.map(unitIn).find((each) => each !== undefined) ?? '万元';
  const headed = (table: Table) =>
    table.rows
      .slice(0, MOST_HEADER_ROWS)
      .flatMap((row) => row.flatMap(({ text }) => unitIn(text) ?? []))
      .at(0);
  return withBlocks(layout, ({ blocks }) =>
    blocks.map((block): Block => {
      if (block.kind === 'paragraph') {
        unit = unitIn(block.text) ?? unit;
        const { lines, ...rest } = block;
        return { ...rest, text: unitInYuan(block.text) };
      }
      unit = headed(block) ?? unit;
      const change = unit === '万元' ? amountInYuan : (text: string) => text;
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: change(unitInYuan(cell.text)) }))),
      };
    }),
  );
};

/** A header stands in so many rows. */
const MOST_HEADER_ROWS = 6;

const unitInYuan = (text: string): string =>
  text.replace(/(单位[:：]\s*[（(]?)万元/g, '$1元').replace(/[（(]万元[）)]/g, '（元）');

function amountInYuan(text: string): string {
  if (!isAmountText(text)) return text;
  const fen = parseAmount(text, '万元')!.fen;
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** Cells merged sideways are one cell and blanks, as a text or a workbook without merges has them. */
const unmerged: Distortion = (layout) =>
  withTables(layout, (table) => [
    {
      ...table,
      rows: table.rows.map((row) =>
        row.map(
          ({ covered, colSpan: _, ...cell }): TableCell =>
            covered === 'left' ? cell : { ...cell, ...(covered ? { covered } : {}) },
        ),
      ),
    },
  ]);

/** Words that another place might use for what every place prints. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/预算数$/, '预算安排数'],
  [/一般公共预算/g, '一般公共财政预算'],
  [/^(基本|项目)支出$/, '$1类支出'],
  [/^人员经费$/, '人员支出经费'],
  [/^公用经费$/, '公用支出经费'],
  [/^(事业|经营|其他)收入$/, '$1类收入'],
  [/政府性基金预算/g, '政府性基金类预算'],
  [/国有资本经营预算/g, '国有资本类经营预算'],
  [/上年结转(?:结余)?$/, '以前年度结转资金'],
  [/^科目编码$/, '科目号'],
  [/^科目名称$/, '科目全称'],
  [/^合计$/, '合计金额'],
  [/^小计$/, '小计金额'],
  [/(?:总表|总体情况表)$/, '汇总表'],
];

/** Headers and titles in other words; the rows stay. */
const reworded: Distortion = (layout) => {
  const other = (text: string) => SYNONYMS.reduce((changed, [from, to]) => changed.replace(from, to), squeeze(text));
  return withBlocks(layout, ({ blocks }) =>
    blocks.map((block): Block => {
      if (block.kind === 'paragraph') return isTitle(block.text) ? { ...block, text: other(block.text) } : block;
      const head = readHeader(block.rows).rowCount;
      return {
        ...block,
        rows: block.rows.map((row, r) => (r < head ? row.map((cell) => ({ ...cell, text: other(cell.text) })) : row)),
      };
    }),
  );
};

/** Negative amounts and blanks as another place prints them: △ or brackets, a dash or 0.00. */
const otherMarks: Distortion = (layout, random) => {
  const [negative, blank] = [random() < 0.5 ? '△$1' : '（$1）', random() < 0.5 ? '–' : '0.00'];
  return withTables(layout, (table) => {
    const head = readHeader(table.rows).rowCount;
    const isMoney = (c: number) => table.rows.some((row, r) => r >= head && isAmountText(row[c]?.text ?? ''));
    const columns = table.rows[0]!.map((_, c) => isMoney(c));
    const change = (text: string, c: number) => {
      if (isAmountText(text)) return text.trim().replace(/^[-−](.*)$/, negative);
      return squeeze(text) === '' && columns[c] ? blank : text;
    };
    const isData = (row: readonly TableCell[]) => row.some(({ text }) => isAmountText(text));
    return [
      {
        ...table,
        rows: table.rows.map((row, r) =>
          r < head || !isData(row)
            ? row
            : row.map((cell, c) => (cell.covered ? cell : { ...cell, text: change(cell.text, c) })),
        ),
      },
    ];
  });
};

/** Digits as a full-width typeface sets them, or spaced out within a justified cell. */
const otherDigits: Distortion = (layout, random) => {
  const isWide = random() < 0.5;
  const wide = (text: string) => text.replace(/[\d.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const spaced = (text: string) => text.replace(/,/g, ', ');
  return withTables(layout, (table) => [
    {
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell) =>
          isAmountText(cell.text) ? { ...cell, text: isWide ? wide(cell.text) : spaced(cell.text) } : cell,
        ),
      ),
    },
  ]);
};

/** A table's title stands in its grid as the first row, one cell over all columns. */
const titleInside: Distortion = (layout) =>
  withBlocks(layout, ({ blocks }) => {
    const titles = new Map<Block, Paragraph>();
    blocks.forEach((block, i) => {
      const at = blocks.findIndex(({ kind }, j) => j > i && kind === 'table');
      if (block.kind === 'paragraph' && at > 0 && at - i < 5 && isTitle(block.text)) titles.set(blocks[at]!, block);
    });
    const moved = new Set<Block>(titles.values());
    return blocks.flatMap((block): Block[] => {
      const title = titles.get(block);
      if (block.kind === 'paragraph') return moved.has(block) ? [] : [block];
      if (!title) return [block];
      const [width, { origin }] = [block.rows[0]!.length, title];
      const row = Array.from(
        { length: width },
        (_, c): TableCell =>
          c === 0
            ? { text: title.text, origin, ...(width > 1 ? { colSpan: width } : {}) }
            : { text: '', origin, covered: 'left' },
      );
      return [{ ...block, rows: [row, ...block.rows] }];
    });
  });

/** A column of remarks, blank as most are, closes each table. */
const remarks: Distortion = (layout) =>
  withTables(layout, (table) => {
    const head = Math.max(1, readHeader(table.rows).rowCount);
    const isHeaded = readHeader(table.rows).rowCount > 0;
    return [
      {
        ...table,
        rows: table.rows.map((row, r) => {
          const { origin } = row.at(-1)!;
          const cell: TableCell = {
            text: isHeaded && r === 0 ? '备注' : '',
            origin,
            ...(isHeaded && r === 0 && head > 1 ? { rowSpan: head } : {}),
            ...(isHeaded && r > 0 && r < head ? { covered: 'above' as const } : {}),
          };
          return [...row, cell];
        }),
      },
    ];
  });

/** The 合计 row of a table by items of a classification closes it instead of opening it. */
const totalLast: Distortion = (layout) =>
  withTables(layout, (table) => {
    const head = readHeader(table.rows).rowCount;
    const row = table.rows[head];
    const isTotal =
      row?.some(({ text }) => /^合计$/.test(squeeze(text))) && row.every(({ covered }) => covered !== 'above');
    if (head === 0 || !isTotal || table.rows.length < head + 3) return [table];
    const rest = table.rows.slice(head + 1);
    if (rest[0]!.some(({ covered }) => covered === 'above')) return [table];
    return [{ ...table, rows: [...table.rows.slice(0, head), ...rest, row!] }];
  });

/** The unit of money stands above the first table only, and above those that are in another. */
const unitOnce: Distortion = (layout) => {
  let first: string | undefined;
  return withTexts(layout, (text) => {
    const said = text.length > 60 ? undefined : /(?:金额)?单位[:：]\s*[（(]?[百千万亿]?元[）)]?/.exec(text)?.[0];
    if (said === undefined) return text;
    const unit = /[百千万亿]?元/.exec(said)![0];
    const again = unit === first;
    first ??= unit;
    return again ? text.replace(said, '') : text;
  });
};

export const DISTORTIONS: Readonly<Record<string, Distortion>> = {
  untitled,
  unitless,
  blankColumns,
  broken,
  shuffled,
  inYuan,
  unmerged,
  reworded,
  otherMarks,
  otherDigits,
  titleInside,
  remarks,
  totalLast,
  unitOnce,
  splitCodes,
  reordered,
  wrapped,
  partHeader,
  tornRows,
  sideBySide,
};
