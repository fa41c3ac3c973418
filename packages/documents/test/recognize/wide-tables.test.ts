import { expect, it } from 'vitest';
import type { Layout, Paragraph, Table, TableCell } from '../../src/layout.ts';
import { withWideTables } from '../../src/recognize/wide-tables.ts';

/** A text on one line at a height, from x0 to x1. */
const text = (words: string, top: number, x0: number, x1: number): Paragraph => ({
  kind: 'paragraph',
  text: words,
  origin: { box: [x0, top, x1, top + 10] },
});

/** Lines of `a|b` on columns and rows; `<` and `^` are covered by a merge. */
const table = (edges: readonly number[], rowEdges: readonly number[], ...lines: string[]): Table => ({
  kind: 'table',
  edges,
  rowEdges,
  origin: {},
  rows: lines.map((line) =>
    line.split('|').map((cell): TableCell => {
      const covered = { '<': 'left', '^': 'above' }[cell] as TableCell['covered'];
      return covered ? { text: '', origin: {}, covered } : { text: cell, origin: {} };
    }),
  ),
});

const shown = (...pages: Layout['pages'][number]['blocks'][]) =>
  withWideTables({ pages: pages.map((blocks, i) => ({ number: i + 1, blocks })), problems: [] }).pages.map(
    ({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph'
          ? [block.text]
          : block.rows.map((row) =>
              row.map((cell) => (cell.covered ? { left: '<', above: '^' }[cell.covered] : cell.text)).join('|'),
            ),
      ),
  );

const NAMES = [30, 100, 250, 350, 750];
const HIGH = [80, 100, 112, 124];
const FULL = [30, 50, 62, 74];
const title = text('收入总表', 50, 360, 420);
const first = table(
  NAMES,
  HIGH,
  '科目编码|科目名称|合计|一般公共预算',
  '201|一般公共服务支出|5.00|3.00',
  '205|教育支出|4.00|4.00',
);
const below = table(
  NAMES,
  FULL,
  '208|社会保障和就业支出|3.00|1.00',
  '210|卫生健康支出|2.00|2.00',
  '221|住房保障支出|1.00|1.00',
);
const further = table([30, 130, 200], HIGH, '事业收入|其他收入', '2.00|', '|');
const furtherBelow = table([30, 130, 200], FULL, '|2.00', '|', '|');

const WHOLE = [
  [
    '收入总表',
    '科目编码|科目名称|合计|一般公共预算|事业收入|其他收入',
    '201|一般公共服务支出|5.00|3.00|2.00|',
    '205|教育支出|4.00|4.00||',
  ],
  ['208|社会保障和就业支出|3.00|1.00||2.00', '210|卫生健康支出|2.00|2.00||', '221|住房保障支出|1.00|1.00||'],
];

it('puts the columns of further pages beside the first, whichever way the pages follow each other', () => {
  expect(shown([title, first], [below], [further], [furtherBelow])).toEqual([...WHOLE, [], []]);
  expect(shown([title, first], [further], [below], [furtherBelow])).toEqual([WHOLE[0], [], WHOLE[1], []]);
});

it('joins what the tear parted: the title, lines that stand over the further columns only, and headers', () => {
  const left = table(
    [30, 100, 250, 750],
    [80, 90, 100, 112],
    '单位|本年收入|<',
    '^|财政拨款|2026年政府',
    '某局|3.00|1.00',
  );
  const right = table([30, 130, 200], [80, 90, 100, 112], '|<', '采购项目|其他收入', '2.00|4.00');
  const lines = shown(
    [text('收入总', 50, 700, 748), text('某局', 62, 600, 640), left],
    [text('表', 50, 28, 40), text('单位：万元', 62, 32, 90), text('表2', 38, 60, 80), right],
  );
  expect(lines[0]!.slice(0, 3)).toEqual(['表2', '收入总表', '某局单位：万元']);
  expect(lines[0]!.slice(3)).toEqual([
    '单位|本年收入|<|<|<',
    '^|财政拨款|2026年政府采购项目|<|其他收入',
    '某局|3.00|1.00|2.00|4.00',
  ]);
  expect(lines[1]).toEqual([]);
});

it('a table with its title within it goes on below nothing', () => {
  const left = table([30, 100, 250], [30, 50, 70, 90], '收入总表|<', '合计|小计', '9.00|8.00');
  const right = table([30, 130, 200], [30, 50, 70, 90], '|<', '其他收入|结转', '|1.00');
  expect(shown([left], [right])).toEqual([['收入总表|<|<|<', '合计|小计|其他收入|结转', '9.00|8.00||1.00'], []]);
});

it.each<[what: string, right: Layout['pages'][number]['blocks']]>([
  ['below a title of its own', [text('支出总表', 50, 360, 420), further]],
  ['with rows at other heights', [table([30, 130, 200], [80, 104, 112, 124], '事业收入|其他收入', '2.00|', '|')]],
  ['on the same columns', [table(NAMES, HIGH, '科目编码|科目名称|合计|一般公共预算', '208|社会保障|3.00|1.00', '|||')]],
  ['that begins with codes', [table([30, 130, 200], HIGH, '科目|合计', '201|2.00', '205|1.00')]],
])('leaves a table alone %s', (_, right) => {
  expect(shown([title, first], right)[0]).toEqual(WHOLE[0]!.map((line) => line.split('|').slice(0, 4).join('|')));
});
