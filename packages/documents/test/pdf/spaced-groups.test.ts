import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/pdf/runs.ts';
import { withGroupSpaces } from '../../src/pdf/spaced-groups.ts';
import { glyphsOf, inferred, type Word } from './made-table.ts';

const runsOf = (words: readonly Word[]) =>
  linesOf(withGroupSpaces(glyphsOf(words))).map(({ runs }) => runs.map(({ text }) => text));

describe('withGroupSpaces', () => {
  it('groups of thousands with a space between them are one number', () => {
    const words: Word[] = [
      [300, 50, '1 580.34', 'r'],
      [300, 70, '12 041 580.00', 'r'],
      [300, 90, '-958 312.50', 'r'],
      [300, 110, '96.20', 'r'],
    ];
    expect(runsOf(words)).toEqual([['1 580.34'], ['12 041 580.00'], ['-958 312.50'], ['96.20']]);
  });

  it('whole numbers beside amounts are of a column of their own: the gaps differ, or amounts are printed otherwise', () => {
    const counts: Word[] = ['12', '7', '105'].flatMap((count, i): Word[] => [
      [200, 50 + 20 * i, count],
      [222, 50 + 20 * i, '580.34'],
    ]);
    expect(runsOf(counts)[0]).toEqual(['12', '580.34']);
    const others: Word[] = [
      [300, 50, '12 580.34', 'r'],
      [300, 70, '1580.34', 'r'],
    ];
    expect(runsOf(others)[0]).toEqual(['12', '580.34']);
  });

  it('tells nothing of numbers without decimals', () => {
    expect(runsOf([[300, 50, '12 580', 'r']])).toEqual([['12', '580']]);
  });
});

describe('a table without lines', () => {
  const table = (amounts: readonly string[], apart: number): Word[] => [
    [170, 50, '科目名称', 'c'],
    [280, 50, '合计', 'c'],
    [280 + apart, 50, '基本支出', 'c'],
    ...amounts.flatMap((amount, i): Word[] => [
      [110, 80 + 20 * i, `教育支出${'甲乙丙'[i]}`],
      [300, 80 + 20 * i, amount, 'r'],
      [300 + apart, 80 + 20 * i, amount, 'r'],
    ]),
  ];

  it('reads figures of full width', () => {
    const amounts = ['２，０７８．０２', '９８２．３９', '１，０９５．６３'];
    expect(inferred(table(amounts, 120)).tables).toEqual([
      ['科目名称|合计|基本支出', ...amounts.map((amount, i) => `教育支出${'甲乙丙'[i]}|${amount}|${amount}`)],
    ]);
  });

  it('refuses figures of full width that run into each other', () => {
    expect(inferred(table(['２，０７８．０２', '１，９８２．３９', '１，０９５．６３'], 80)).tables).toEqual([]);
  });
});
