/**
 * 预算调整: a change of an approved budget is an item of its own, with the document that says so; approving it puts a version on the
 * budget, which stands otherwise. 《预算法》第六十七至七十二条; kinds as finance bureaus name them.
 */
import type { Role } from './roles.ts';
import type { TransitionTable } from './transition-table.ts';

/** What an adjustment does to lines: only more, only less, nothing to the sum of each fund, or more of what was carried over. */
export type AdjustmentChange = 'more' | 'less' | 'same' | 'carried';

export interface AdjustmentRule {
  readonly name: string;
  readonly change: AdjustmentChange;
  readonly openedBy: readonly Role[];
}

export const ADJUSTMENTS = {
  supplement: { name: '追加', change: 'more', openedBy: ['bureau-budget'] },
  reduction: { name: '追减', change: 'less', openedBy: ['bureau-budget'] },
  transfer: { name: '调剂', change: 'same', openedBy: ['unit-clerk', 'department-finance'] },
  carryover: { name: '结转', change: 'carried', openedBy: ['bureau-budget'] },
  recovery: { name: '收回', change: 'less', openedBy: ['bureau-budget'] },
  breakdown: { name: '代编细化', change: 'same', openedBy: ['department-finance'] },
} as const satisfies Readonly<Record<string, AdjustmentRule>>;

export type AdjustmentKind = keyof typeof ADJUSTMENTS;

/** The kinds that somebody with these roles may open. */
export const adjustmentsOf = (roles: readonly Role[]): readonly AdjustmentKind[] =>
  (Object.keys(ADJUSTMENTS) as AdjustmentKind[]).filter((kind) =>
    (ADJUSTMENTS[kind].openedBy as readonly Role[]).some((role) => roles.includes(role)),
  );

export type AdjustmentState = 'draft' | 'review' | 'approved' | 'dropped';

const MAKERS: readonly Role[] = ['unit-clerk', 'department-finance', 'bureau-budget'];

export const ADJUSTMENT: TransitionTable<AdjustmentState> = {
  id: 'adjustment',
  name: '预算调整',
  initial: 'draft',
  openedBy: MAKERS,
  states: { draft: '草拟', review: '审核', approved: '已批准', dropped: '已作废' },
  editable: ['draft'],
  transitions: [
    { event: 'edit', name: '修改', from: 'draft', to: 'draft', roles: MAKERS },
    {
      event: 'submit',
      name: '送审',
      from: 'draft',
      to: 'review',
      roles: MAKERS,
      needs: ['reason'],
      conditions: ['no-errors', 'fits-kind', 'base-stands'],
    },
    { event: 'drop', name: '作废', from: 'draft', to: 'dropped', roles: MAKERS, needs: ['reason'], isSetback: true },
    { event: 'withdraw', name: '撤回', from: 'review', to: 'draft', roles: MAKERS, isOwn: true, isSetback: true },
    {
      event: 'return',
      name: '退回',
      isSetback: true,
      from: 'review',
      to: 'draft',
      roles: ['bureau-office', 'bureau-budget'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'approve',
      name: '批准',
      from: 'review',
      to: 'approved',
      roles: ['bureau-budget'],
      isCheck: true,
      needs: ['reason', 'document'],
      conditions: ['fits-kind', 'base-stands'],
    },
  ],
};
