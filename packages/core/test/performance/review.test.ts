/** Review of targets before the budget, and what results do to the next one. */
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import { PERFORMANCE, type PerformanceTarget } from '../../src/kinds/index.ts';
import { rowsOf } from '../../src/model/tables.ts';
import { profileById } from '../../src/performance/choose-profile.ts';
import { type REVIEW_CHECKS, REVIEW_OUTCOMES, reviewOf } from '../../src/performance/target-review.ts';
import { proposalOf } from '../../src/performance/use-of-results.ts';
import { rectificationCounts } from '../../src/process/performance.ts';
import { budget, project } from './make.ts';

const NATIONAL = profileById('national-2020')!;
const SICHUAN = profileById('sichuan-2025')!;

const GOOD = `数量指标 | 购置设备数量 | 购置的设备数 | ≥12台
质量指标 | 验收合格率 | 合格数占全部的比例 | ≥95%
时效指标 | 采购完成时间 | 完成的月份 | 9月底前
成本指标 | 项目总成本 | 花费的资金 | ≤8万元
社会效益指标 | 故障停机时间下降率 | 减少的停机时间÷上年停机时间×100% | ≥20%
服务对象满意度指标 | 使用人员满意度 | 满意人数占比 | ≥90%`;

const review = (text: string, weights: readonly (number | undefined)[] = []) => {
  const target = project('设备更新', text, '更新设备，减少停机');
  const weighed: PerformanceTarget = {
    ...target,
    indicators: target.indicators.map((each, i) => ({
      ...each,
      ...(weights[i] === undefined ? {} : { weight: { units: weights[i], scale: 0, text: '', origin: {} } }),
    })),
  };
  const document = budget([weighed]);
  const { findings } = checkDisclosures([document]);
  return reviewOf(rowsOf(document, PERFORMANCE)[0]!, findings, NATIONAL);
};

describe('a review', () => {
  it('leaves the best grade to what nothing stands against', () => {
    expect(review(GOOD)).toEqual({ project: '设备更新', points: [], inWords: 0, indicators: 6, best: '优' });
  });

  it.each<[string, string, keyof typeof REVIEW_CHECKS, string]>([
    ['no satisfaction', GOOD.split('\n').slice(0, 5).join('\n'), 'level', '中'],
    ['a bound the wrong way', GOOD.replace('≥95%', '≤95%'), 'direction', '中'],
    ['a unit that does not fit', GOOD.replace('≥95%', '≥3套'), 'unit', '中'],
    ['empty talk', GOOD.replace('≥12台', '合同需求量'), 'measurable', '良'],
    ['a rate of nobody knows what', GOOD.replace('÷上年停机时间×100%', ''), 'measurable', '良'],
  ])('%s', (_, text, check, best) => {
    const found = review(text);
    expect(found.points.map((point) => point.check)).toContain(check);
    expect(found.best).toBe(best);
  });

  it.each<[string, readonly (number | undefined)[], readonly string[]]>([
    ['none printed', [], []],
    ['100', [20, 20, 10, 10, 30, 10], []],
    ['90 beside the 10 of the money', [15, 15, 10, 10, 30, 10], []],
    ['another sum', [15, 15, 10, 10, 30, 5], ['各指标分值合计不是 100（不含预算执行率的 10 分时是 90）']],
    ['one missing', [20, 20, 10, 10, 40], ['1 个指标没有写分值，别的指标写了']],
  ])('weights: %s', (_, weights, expected) => {
    expect(review(GOOD, weights).points.map(({ message }) => message)).toEqual(expected);
  });

  it('without indicators there is nothing to budget, and words alone are not measurable', () => {
    expect(review('').best).toBe('差');
    expect(review('社会效益指标 | 保障工作 | 保障情况 | 效果显著').points).toContainEqual({
      check: 'measurable',
      isSevere: true,
      message: '全部指标都是文字，没有一个可以衡量',
    });
  });

  it('each grade has its consequence', () => {
    expect(Object.values(REVIEW_OUTCOMES).map(({ outcome }) => outcome)).toEqual([
      'pass',
      'improve',
      'return',
      'refuse',
    ]);
  });
});

describe('use of results', () => {
  it.each([
    ['优', { use: 'favour' }],
    ['良', { use: 'keep', most: 1000 }],
    ['中', { use: 'cut' }],
    ['差', { use: 'cancel', most: 0 }],
  ])('%s', (grade, expected) => {
    const found = proposalOf({ grade, profile: 'sichuan-2025' }, 1000, SICHUAN);
    expect(found).toEqual({ profile: 'sichuan-2025', grade, ...expected });
  });

  it('proposes nothing without a grade, by another profile, or where the place says nothing', () => {
    expect(proposalOf({ profile: 'sichuan-2025' }, 1000, SICHUAN)).toBeUndefined();
    expect(proposalOf({ grade: '优', profile: 'hubei-2020' }, 1000, SICHUAN)).toBeUndefined();
    expect(proposalOf({ grade: '优', profile: 'national-2020' }, 1000, NATIONAL)).toBeUndefined();
  });

  it('problems are found, corrected and open', () => {
    expect(rectificationCounts(['open', 'closed', 'reported'])).toEqual({ found: 3, corrected: 1, open: 2 });
  });
});
