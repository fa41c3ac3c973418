import { describe, expect, test } from 'vitest';
import {
  levelOnesOf,
  PERFORMANCE_FRAMEWORK,
  PROJECT_CATEGORIES,
  procurementEdition,
} from '../../src/classification/index.ts';

describe('procurementEdition', () => {
  test.each<[string[], number | undefined, string | undefined]>([
    [['A0202', 'C0205'], undefined, '2013'],
    [['A0201060102', 'A060503'], 2023, '2013'],
    [['A05010201', 'C23120301'], undefined, '2022'],
    [['C99000000'], 2021, '2022'],
    [['A02010104'], 2021, '2013'],
    [['A02010104'], 2023, '2022'],
    [['A02010104'], undefined, undefined],
    [[], undefined, undefined],
  ])('%j in %s is %s', (codes, year, edition) => {
    expect(procurementEdition(codes, year)).toBe(edition);
  });
});

test.each([
  ['数量指标', ['产出指标']],
  ['数量', ['产出指标']],
  ['成本指标', ['产出指标']],
  ['经济成本指标', ['成本指标']],
  ['满意度指标', ['满意度指标']],
  ['满意', []],
])('%s stands under %j', (level2, level1) => {
  expect(levelOnesOf(level2)).toEqual(level1);
});

test('framework and project categories', () => {
  expect(PERFORMANCE_FRAMEWORK).toHaveLength(12);
  expect(PROJECT_CATEGORIES.filter((category) => !category.parent).map((category) => category.name)).toEqual([
    '人员类',
    '运转类',
    '特定目标类',
  ]);
});
