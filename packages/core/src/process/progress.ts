/** How far a unit's budget has come, as a department or a bureau counts it, and whether it is late. */
import type { RoundState } from './rounds.ts';

export const PROGRESS = {
  missing: '没有建立',
  drafting: '编制中',
  returned: '已退回',
  'unit-review': '单位审核',
  'department-review': '部门审核',
  'bureau-review': '财政审核',
  settled: '本轮审定',
  approved: '已批复',
  published: '已公开',
} as const;

export type Progress = keyof typeof PROGRESS;

/** `last` is what was done last but for writing; undefined state: there is no budget yet. */
export function progressOf(state: RoundState | undefined, last: string | undefined): Progress {
  if (state === undefined) return 'missing';
  if (state !== 'draft') return state;
  return last === 'return' ? 'returned' : 'drafting';
}

/** The return after which an item has not been handed up again, from its steps in their order; undefined where there is none. */
export function returnOf<T extends { readonly event: string }>(history: readonly T[]): T | undefined {
  const last = history.findLast(({ event }) => event !== 'edit');
  return last?.event === 'return' ? last : undefined;
}

/** What the unit still has in hand; from then on it is with others. */
const AT_UNIT: ReadonlySet<Progress> = new Set(['missing', 'drafting', 'returned', 'unit-review']);

/** Whether the unit has it in hand still. */
export const isAtUnit = (progress: Progress): boolean => AT_UNIT.has(progress);

/** Whether it should have left the unit by a day that is over. Days are `2026-03-02`. */
export const isLate = (progress: Progress, due: string | undefined, today: string): boolean =>
  due !== undefined && today > due && isAtUnit(progress);

/** How many stand where. */
export function countProgress(all: readonly Progress[]): Readonly<Record<Progress, number>> {
  const counts = Object.fromEntries(Object.keys(PROGRESS).map((id) => [id, 0])) as Record<Progress, number>;
  for (const one of all) counts[one]++;
  return counts;
}
