/** One version of a unit's budget in one round (一上、二上), up to approval and publication. 《预算法》第五十二条、第十四条 */
import type { Condition, TransitionTable } from './transition-table.ts';

export type RoundState =
  | 'draft'
  | 'unit-review'
  | 'department-review'
  | 'bureau-review'
  | 'settled'
  | 'approved'
  | 'published';

/** 一上 and 二上. */
export const LAST_ROUND = 2;

/** What is known of an item by its round alone: of these two conditions one holds, and the other will not before the round changes. */
export const roundFact = (round: number): Extract<Condition, 'first-round' | 'last-round'> =>
  round < LAST_ROUND ? 'first-round' : 'last-round';

export const ROUND: TransitionTable<RoundState> = {
  id: 'round',
  name: '预算编制',
  initial: 'draft',
  states: {
    draft: '编制中',
    'unit-review': '单位审核',
    'department-review': '部门审核',
    'bureau-review': '财政审核',
    settled: '本轮审定',
    approved: '已批复',
    published: '已公开',
  },
  editable: ['draft'],
  transitions: [
    { event: 'edit', name: '修改', from: 'draft', to: 'draft', roles: ['unit-clerk'] },
    {
      event: 'submit',
      name: '送审',
      from: 'draft',
      to: 'unit-review',
      roles: ['unit-clerk'],
      conditions: ['no-errors', 'in-library'],
    },
    {
      event: 'withdraw',
      name: '撤回',
      isSetback: true,
      from: 'unit-review',
      to: 'draft',
      roles: ['unit-clerk'],
      isOwn: true,
    },
    {
      event: 'pass',
      name: '通过',
      from: 'unit-review',
      to: 'department-review',
      roles: ['unit-head'],
      isCheck: true,
    },
    {
      event: 'return',
      name: '退回',
      isSetback: true,
      from: 'unit-review',
      to: 'draft',
      roles: ['unit-head'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'pass',
      name: '通过',
      from: 'department-review',
      to: 'bureau-review',
      roles: ['department-finance'],
      isCheck: true,
      conditions: ['units-add-up'],
    },
    {
      event: 'return',
      name: '退回',
      isSetback: true,
      from: 'department-review',
      to: 'draft',
      roles: ['department-finance'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'pass',
      name: '审定',
      from: 'bureau-review',
      to: 'settled',
      roles: ['bureau-office'],
      isCheck: true,
      conditions: ['within-control', 'in-library'],
    },
    {
      event: 'return',
      name: '退回',
      isSetback: true,
      from: 'bureau-review',
      to: 'draft',
      roles: ['bureau-office'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'next-round',
      name: '转入下一轮',
      from: 'settled',
      to: 'draft',
      roles: ['bureau-budget'],
      conditions: ['control-issued', 'first-round'],
    },
    {
      event: 'approve',
      name: '批复',
      from: 'settled',
      to: 'approved',
      roles: ['bureau-budget'],
      isCheck: true,
      needs: ['document'],
      conditions: ['last-round', 'in-library'],
    },
    { event: 'publish', name: '公开', from: 'approved', to: 'published', roles: ['department-finance'] },
    {
      event: 'republish',
      name: '公开调整后的一版',
      from: 'published',
      to: 'published',
      roles: ['department-finance'],
      conditions: ['revised'],
    },
    {
      event: 'adjust',
      name: '调整',
      from: 'approved',
      to: 'approved',
      roles: ['bureau-budget'],
      isRevision: true,
      needs: ['reason', 'document'],
    },
    {
      event: 'adjust',
      name: '调整',
      from: 'published',
      to: 'published',
      roles: ['bureau-budget'],
      isRevision: true,
      needs: ['reason', 'document'],
    },
  ],
};
