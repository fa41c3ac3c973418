import { expect, it } from 'vitest';
import { judge } from '../../src/equations/verdict.ts';
import { precisionOf, stepOf } from '../../src/figures/precision.ts';
import { doc, table } from '../rules/make.ts';

it.each([
  ['padded', ['61.30', '4.50', '88.71', '121.783'], 2],
  ['trimmed', ['5.8', '50', '12.25', '0.78', '3'], 2],
  ['trimmed, mostly fine', ['5.8', '50', '12.25', '0.78', '3.14'], 2],
  ['one outlier among trimmed figures', ['5.8', '50.12', '12.25', '0.78', '3.141'], 2],
  ['whole 元', ['1200', '35000', '0'], 0],
  ['whole with zeros printed 0.00', ['96,282,213.44', '0.00', '0.00'], 2],
  ['few figures', ['26.4', '7.5'], 1],
  ['large ones cut to eleven characters, as General shows them', ['480544221.6', '18941962.57', '461602259'], 2],
  ['none', [], 0],
])('usual decimals: %s', (_, texts, usual) => expect(precisionOf(texts).usual).toBe(usual));

it.each([
  ['480544221.6 201.5 3.25 461602259.1', 10],
  ['4805442216 201.5 3.25 18941962.57', 100],
  ['480,544,221.60 201.50 3.25 0.10', 1],
])('in 元 %s is exact to %d fen', (texts, step) => {
  const [a, b, c, d] = texts.split(' ');
  const revenue = table('revenue', 'total', `total 合计 ${a}\n201 甲 ${b}\n202 乙 ${c}\n203 丙 ${d}`, '元');
  expect(stepOf(doc(revenue), revenue)).toBe(step);
});

it.each([
  [0, 30_000, '=', 'exact'],
  [15_000, 30_000, '=', 'rounding'],
  [-15_000, 30_000, '=', 'rounding'],
  [15_001, 30_000, '=', 'violated'],
  [-900_000, 20_000, '<=', 'exact'],
  [10_000, 20_000, '<=', 'rounding'],
  [10_001, 20_000, '<=', 'violated'],
  [-10_001, 20_000, '>=', 'violated'],
] as const)('a difference of %i with twice the tolerance %i in %s is %s', (total, tolerance2, operator, verdict) =>
  expect(judge(total, tolerance2, operator)).toBe(verdict),
);
