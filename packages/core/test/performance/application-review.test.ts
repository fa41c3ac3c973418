/** What stands against the targets of an application before it is stored. */
import { expect, it } from 'vitest';
import type { ProjectApplication } from '../../src/library/application.ts';
import { applicationReview } from '../../src/library/target-review.ts';
import { profileById } from '../../src/performance/choose-profile.ts';

const PROFILE = profileById('national-2020')!;
const row = (level1: string, level2: string, level3: string, target: string, description: string) => ({
  level1,
  level2,
  level3,
  target,
  description,
});
const INDICATORS = [
  row('产出指标', '数量指标', '购置设备数量', '≥12台', '购置的设备数'),
  row('产出指标', '质量指标', '验收合格率', '≥95%', '合格设备数÷购置设备数×100%'),
  row('产出指标', '时效指标', '采购完成时间', '9月底前', '完成的月份'),
  row('产出指标', '成本指标', '项目总成本', '≤8万元', '花费的资金'),
  row('效益指标', '社会效益指标', '故障停机时间下降率', '≥20%', '减少的停机时间÷上年停机时间×100%'),
  row('满意度指标', '服务对象满意度指标', '使用人员满意度', '≥90%', '满意人数占比'),
];
const APPLICATION: ProjectApplication = {
  class: 'department',
  isNew: true,
  from: 2026,
  to: 2026,
  leader: '负责人',
  basis: '工作计划',
  plan: [{ year: 2026, item: '2010302', fund: 'general-public', fen: 8_000_000 }],
  goal: '更新设备，减少停机',
  indicators: INDICATORS,
};
const review = (change: Partial<ProjectApplication>) =>
  applicationReview({ ...APPLICATION, ...change }, { title: '设备更新', year: 2026 }, PROFILE);
const replaced = (at: number, change: Partial<(typeof INDICATORS)[number]>) => ({
  indicators: INDICATORS.map((each, i) => (i === at ? { ...each, ...change } : each)),
});

it('nothing stands against targets that fit', () => {
  expect(review({})).toMatchObject({ points: [], best: '优' });
});

it('a class without targets is not reviewed', () => {
  expect(review({ class: 'operating' })).toBeUndefined();
});

it.each([
  ['a bound the wrong way', replaced(1, { target: '≤95%' }), 'direction', '中'],
  ['more than the project may cost', replaced(3, { target: '≤80万元' }), 'money', '中'],
  ['a rate of nobody knows what', replaced(1, { description: '设备验收合格' }), 'measurable', '良'],
  ['no indicators', { indicators: [] }, 'level', '差'],
] as const)('%s', (_, change, check, best) => {
  const found = review(change)!;
  expect([found.points[0]?.check, found.best]).toEqual([check, best]);
});
