import { describe, expect, it } from 'vitest';
import { percentOf, toWords } from '../../src/explain/exact.ts';
import { lastOf } from '../../src/explain/last-year.ts';

describe('exact figures of the words', () => {
  it.each([
    [9_628_221_344, 9_628_220_000],
    [4_999, 0],
    [5_000, 10_000],
    [-5_000, -10_000],
    [-4_999, 0],
    [9_007_199_254_735_000, 9_007_199_254_740_000],
  ])('%i fen is written as %i', (fen, written) => {
    expect(toWords(fen)).toBe(written);
  });

  it.each([
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 800, 0.13],
    [-1, 800, -0.13],
    [1, 20_000, 0.01],
    [1, 20_001, 0],
    [5, 0, undefined],
    [9_007_199_254_740_991, 9_007_199_254_740_990, 100],
  ])('%i of %i is %f percent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });
});

describe('last year’s figures', () => {
  const LAST = {
    'balance[收入总计]': 500,
    'three-publics[total]': 35,
    'three-publics[vehicle-running]': 30,
    'three-publics[hospitality]': 5,
    'general-public[2010301].total': 7,
    'general-public[total].total': 400,
    'appropriation-balance[总计]': 400,
    'general-public[2010302].total:executed': 9,
  };
  it.each([
    ['balance[总计]', 500],
    ['balance[支出总计]', 500],
    ['expenditure[2010301].total', 7],
    // Blank is not nothing, unless what is given comes to the whole.
    ['expenditure[2010399].total', undefined],
    ['three-publics[overseas]', 0],
    ['three-publics[vehicles]', 30],
    ['three-publics[total]', 35],
    ['appropriation-balance[支出总计].general-public', 400],
    ['appropriation-balance[支出总计].government-fund', 0],
    ['expenditure[total].basic', undefined],
    ['agency-operating', undefined],
  ])('%s: %s', (quantity, fen) => {
    expect(lastOf(LAST, quantity)).toBe(fen);
  });
  it('an item beside all that was spent is new', () => {
    const whole = { 'general-public[total].total': 7, 'general-public[2010301].total': 7 };
    expect(lastOf(whole, 'expenditure[2010399].total')).toBe(0);
  });
});
