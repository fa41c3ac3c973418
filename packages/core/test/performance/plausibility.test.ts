/** Doubts of a score: each bound from below and from above. */
import { expect, it } from 'vitest';
import { profileById } from '../../src/performance/choose-profile.ts';
import { scoreDoubts } from '../../src/performance/plausibility.ts';
import { score } from '../../src/performance/score.ts';

const NATIONAL = profileById('national-2020')!;
const row = (level1: string, level2: string, level3: string) => ({
  level1,
  level2,
  level3,
  target: '≥100个',
  achieved: '100',
});
const INDICATORS = [
  row('产出指标', '数量指标', '完成个数'),
  row('效益指标', '社会效益指标', '受益个数'),
  row('满意度指标', '满意度指标', '满意个数'),
];

it.each<[string, number, string[]]>([
  ['all spent', 1000, []],
  // Goals 100 %, money 95 %: five in a hundred, which is not more.
  ['at the bound of five', 950, []],
  ['beyond it', 949, ['goals-ahead']],
  ['at the bound of twenty', 800, ['goals-ahead']],
  ['beyond both', 799, ['goals-ahead', 'unspent']],
])('%s', (_, executed, codes) => {
  const scored = score({ budget: 1000, executed, indicators: INDICATORS }, NATIONAL);
  expect(scoreDoubts(scored, NATIONAL).map(({ code }) => code)).toEqual(codes);
});

it('what has no points, or a profile without bounds, raises none', () => {
  const open = score({ budget: 1000, executed: 700, indicators: [{ ...INDICATORS[0]!, achieved: '' }] }, NATIONAL);
  expect(scoreDoubts(open, NATIONAL).map(({ code }) => code)).toEqual(['unspent']);
  expect(scoreDoubts(open, {})).toEqual([]);
});
