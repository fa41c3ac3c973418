/** The same tables as other grids: blank columns, cells without merges, remarks, the total last, headers in other words. */
import { squeeze } from '@mingsuan/core/text/fold';
import type { Block, TableCell } from '../../packages/documents/src/layout.ts';
import { readHeader } from '../../packages/documents/src/recognize/header.ts';
import { type Distortion, isTitle, withBlocks, withTables } from './distortion.ts';

/** Points between the two strokes of a border drawn twice, more than lines of one column on two pages differ. */
const APART = 5;

/** A blank column stands in each table, as a border drawn twice leaves one. */
export const blankColumns: Distortion = (layout, random) =>
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
    const rows = table.rows.map((row) => [...row.slice(0, at), blank(row), ...row.slice(at)]);
    const { edges } = table;
    return [
      {
        ...table,
        rows,
        ...(edges && { edges: [...edges.slice(0, at + 1), edges[at]! + APART, ...edges.slice(at + 1)] }),
      },
    ];
  });

/** Cells merged sideways are one cell and blanks, as a text or a workbook without merges has them. */
export const unmerged: Distortion = (layout) =>
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
export const reworded: Distortion = (layout) => {
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

/** A column of remarks, blank as most are, closes each table. */
export const remarks: Distortion = (layout) =>
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
export const totalLast: Distortion = (layout) =>
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
