/** Indicators as typed quantities: kind, direction, value, formula, basis. */
import { describe, expect, it } from 'vitest';
import { basisOf } from '../../src/performance/basis-type.ts';
import { formulaOf, rateOf } from '../../src/performance/counters.ts';
import { compareRatio, ratio, rounded } from '../../src/performance/ratio.ts';
import { typedIndicator } from '../../src/performance/typed-indicator.ts';
import { actualOf, inPlainUnit } from '../../src/performance/value.ts';

const typed = (text: string) => {
  const [level2 = '', level3 = '', description = '', target = ''] = text.split('|').map((part) => part.trim());
  return typedIndicator({ level1: '', level2, level3, description, target });
};

describe('kind and direction', () => {
  it.each([
    ['数量指标 | 培训人次 | | ≥70 人次', 'flow', 'at-least'],
    ['数量指标 | 保障单位数量 | | ≥60 个', 'level', 'at-least'],
    ['质量指标 | 验收合格率 | | 98%', 'level', 'at-least'],
    ['时效指标 | 印刷时间 | | ≤5 工作日', 'level', 'at-most'],
    ['时效指标 | 完成活动时间 | | ≤12 月', 'deadline', 'by'],
    ['时效指标 | 培训完成时间 | | 12月底前', 'deadline', 'by'],
    ['时效指标 | 正常运行天数 | | ≥360 天', 'flow', 'at-least'],
    ['成本指标 | 项目总成本 | | 60万', 'flow', 'at-most'],
    ['成本指标 | 定额成本控制 | | ≤450 元/人天', 'level', 'at-most'],
    ['数量指标 | 购买设备 | | 3台', 'flow', 'exactly'],
    ['可持续影响指标 | 设备使用年限 | | 5年', 'level', 'at-least'],
    ['社会效益指标 | 保障工作开展 | | 效果显著', 'qualitative', 'words'],
  ])('%s', (text, kind, direction) => {
    const found = typed(text);
    expect([found.kind.kind, found.direction]).toEqual([kind, direction]);
    expect(found.kind.reason).not.toBe('');
  });
});

describe('values', () => {
  it('are exact, in the plain unit', () => {
    expect(inPlainUnit({ units: 25, scale: 1 }, '万元')).toEqual({ amount: ratio(250_000, 10), unit: '元' });
    expect(typed('成本指标 | 总价 | | ≤51 万').value?.unit).toBe('元');
    expect(inPlainUnit({ units: 5, scale: 0 }, '千克').unit).toBe('千克');
    expect(actualOf('2.4万元', '元')?.amount).toEqual(ratio(240_000, 10));
    expect(actualOf('95', '%')).toEqual({ amount: ratio(95), unit: '%' });
    expect(actualOf('已完成')).toBeUndefined();
  });

  it('are rounded half away from zero where they are printed', () => {
    expect(rounded(ratio(1, 8), 2)).toEqual({ units: 13, scale: 2 });
    expect(rounded(ratio(-1, 8), 2)).toEqual({ units: -13, scale: 2 });
    expect(compareRatio(ratio(1, 3), ratio(2, 6))).toBe(0);
  });
});

describe('counters', () => {
  it.each([
    ['系统故障率=系统出故障时间/总运行时间*100%', '系统出故障时间', '总运行时间'],
    ['实际政府采购项目数÷应政府采购项目数×100%', '实际政府采购项目数', '应政府采购项目数'],
    ['参与支部活动的党员占全体党员的比例', '参与支部活动的党员', '全体党员'],
  ])('%s', (text, numerator, denominator) => {
    expect(formulaOf(text)).toEqual({ numerator, denominator });
  });

  it('of nothing are neither 0 nor 100 %', () => {
    expect(rateOf({ numerator: 0, denominator: 0 })).toMatchObject({ state: 'nothing-counted' });
    expect(rateOf({ numerator: 3, denominator: 2 })).toMatchObject({ state: 'more-than-all' });
    expect(rateOf({ numerator: 9, denominator: 10 })).toMatchObject({ state: 'rate', rate: ratio(9, 10) });
  });
});

it('a basis has types and a citation', () => {
  expect(basisOf('工作计划、历史经验').types).toEqual(['earlier-years', 'plan', 'practice']);
  expect(basisOf('某财规[2019]5 号')).toMatchObject({ types: ['document'], citation: '某财规[2019]5号' });
  expect(basisOf('满意度调查问卷').types).toEqual(['survey']);
  expect(basisOf('')).toMatchObject({ types: ['unknown'] });
});
