import { expect, it } from 'vitest';
import { judge } from '../../src/equations/verdict.ts';
import { precisionOf } from '../../src/figures/precision.ts';

it.each([
  ['padded', ['61.30', '4.50', '88.71', '121.783'], 2],
  ['trimmed', ['5.8', '50', '12.25', '0.78', '3'], 2],
  ['trimmed, mostly fine', ['5.8', '50', '12.25', '0.78', '3.14'], 2],
  ['one outlier among trimmed figures', ['5.8', '50.12', '12.25', '0.78', '3.141'], 2],
  ['whole 元', ['1200', '35000', '0'], 0],
  ['whole with zeros printed 0.00', ['96,282,213.44', '0.00', '0.00'], 2],
  ['few figures', ['26.4', '7.5'], 1],
  ['none', [], 0],
])('usual decimals: %s', (_, texts, usual) => expect(precisionOf(texts).usual).toBe(usual));

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
