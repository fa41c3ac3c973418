/** Tables whose columns are ruled and whose rows are not. */
import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../src/pdf/geometry.ts';
import { columnedTables } from '../../src/pdf/infer/ruled-columns.ts';
import { glyphsOf, linesOfGrid, rule, type Word } from './made-table.ts';

const down = (at: number, from: number, to: number): Ruling => ({ horizontal: false, at, from, to });
const read = (words: readonly Word[], rulings: readonly Ruling[]) =>
  columnedTables(rulings, glyphsOf(words)).grids.map(linesOfGrid);

/** 收入 over two columns, 支出 over two: names touch the figures before them. */
const row = (y: number, ...[left, a, right, b]: readonly string[]): Word[] => [
  [52, y, left!],
  [190, y, a!, 'r'],
  [192, y, right!],
  [330, y, b!, 'r'],
];
const HEADER: Word[] = [[120, 50, '收入', 'c'], [260, 50, '支出', 'c'], ...row(64, '项目', '金额', '项目', '金额')];
const BODY = [
  ...row(80, '一、财政拨款', '133679', '一、公共安全', '118826'),
  ...row(96, '二、其他收入', '2730', '二、住房保障', '17583'),
  ...row(112, '收入总计', '136409', '支出总计', '136409'),
];
const DOWN = [50, 191, 331].map((at) => down(at, 48, 124)).concat([150, 290].map((at) => down(at, 62, 124)));

describe('tables with lines down only', () => {
  it('the lines part figures from names, and break off below the groups of the header', () => {
    const expected = [
      '收入|<|支出|<',
      '项目|金额|项目|金额',
      '一、财政拨款|133679|一、公共安全|118826',
      '二、其他收入|2730|二、住房保障|17583',
      '收入总计|136409|支出总计|136409',
    ];
    expect(read([...HEADER, ...BODY], DOWN)).toEqual([expected]);
    const framed = [...DOWN, rule(48, 50, 331), rule(124, 50, 331)];
    expect(read([...HEADER, ...BODY], framed)).toEqual([expected]);
  });

  it('a header beside groups goes down to the rows', () => {
    const words: Word[] = [
      [100, 57, '项目', 'c'],
      [220, 50, '预算数', 'c'],
      [185, 64, '合计', 'c'],
      [255, 64, '其中', 'c'],
      ...['203', '204', '205'].flatMap((code, i): Word[] => [
        [52, 80 + 16 * i, `${code}外交支出`],
        [215, 80 + 16 * i, '5.00', 'r'],
        [285, 80 + 16 * i, '1.00', 'r'],
      ]),
    ];
    const lines = [down(50, 48, 124), down(150, 48, 124), down(220, 62, 124), down(290, 48, 124)];
    expect(read(words, lines)[0]!.slice(0, 3)).toEqual(['项目|预算数|<', '^|合计|其中', '203外交支出|5.00|1.00']);
  });

  it('the sides of a frame and columns of words are none', () => {
    expect(read(BODY, [down(50, 48, 124), down(331, 48, 124)])).toEqual([]);
    const words = [80, 96, 112].flatMap((y) => row(y, '产出指标', '数量指标', '培训次数', '不少于'));
    expect(read(words, DOWN)).toEqual([]);
  });
});
