/** Contributions (养老、医疗、住房公积金) by economic and by functional item: domain family C8. */
import { CLASSIFICATION } from '../../rules/basis.ts';
import type { Family } from '../family.ts';

const MATCHING = '经济分类与功能分类对应';

/** Economic items of basic expenditure and the functional items that they are paid from. */
const PAIRS: readonly (readonly [economic: string, functional: string])[] = [
  ['30108', '2080505'],
  ['30109', '2080506'],
  ['30110', '2101101|2101102'],
  ['30111', '2101103'],
  ['30113', '2210201'],
];

export const CONTRIBUTION_FAMILIES: readonly Family[] = [
  {
    id: 'contribution-pairs',
    title: '社会保障缴费、住房公积金的经济分类与对应功能分类一致',
    group: MATCHING,
    scope: { years: { from: 2018 } },
    basis: [{ document: CLASSIFICATION, says: '缴费的经济分类款与功能分类项通常对应同一笔支出' }],
    severity: 'notice',
    standing: 'practice',
    equations: PAIRS.map(([economic, functional]) => ({
      text: `一般公共预算基本支出表[${economic}].合计 = 求和(一般公共预算支出表[${functional}].基本支出)`,
      when: [`填有(一般公共预算基本支出表[${economic}].合计)`, `填有(一般公共预算支出表[${functional}].基本支出)`],
    })),
  },
];
