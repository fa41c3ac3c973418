/** What follows from watching performance: a warning until it is closed, and a problem until it is put right. */
import type { TransitionTable } from './transition-table.ts';

export type WarningState = 'given' | 'answered' | 'closed' | 'stopped';

/** 预警: inquiry → answer → closed loop; what is not answered in time stops the payments. */
export const WARNING: TransitionTable<WarningState> = {
  id: 'warning',
  name: '执行和绩效预警',
  initial: 'given',
  states: { given: '已预警', answered: '已答复', closed: '已销号', stopped: '暂停拨款' },
  editable: ['given'],
  transitions: [
    {
      event: 'answer',
      name: '答复',
      from: 'given',
      to: 'answered',
      roles: ['unit-clerk', 'project-owner'],
      needs: ['reason'],
    },
    {
      event: 'return',
      name: '退回',
      from: 'answered',
      to: 'given',
      roles: ['performance-office', 'bureau-office'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'close',
      name: '销号',
      from: 'answered',
      to: 'closed',
      roles: ['performance-office', 'bureau-office'],
      isCheck: true,
    },
    {
      event: 'stop',
      name: '暂停拨款',
      from: 'given',
      to: 'stopped',
      roles: ['bureau-office', 'bureau-budget'],
      needs: ['reason'],
    },
    {
      event: 'answer',
      name: '答复',
      from: 'stopped',
      to: 'answered',
      roles: ['unit-clerk', 'project-owner'],
      needs: ['reason'],
    },
  ],
};

export type RectificationState = 'open' | 'under-way' | 'reported' | 'closed';

/** 整改: of a problem that monitoring or an evaluation found; found, corrected and open are counted from it. */
export const RECTIFICATION: TransitionTable<RectificationState> = {
  id: 'rectification',
  name: '绩效问题整改',
  initial: 'open',
  states: { open: '待整改', 'under-way': '整改中', reported: '已报结果', closed: '已销号' },
  editable: ['open', 'under-way'],
  transitions: [
    { event: 'start', name: '开始整改', from: 'open', to: 'under-way', roles: ['project-owner'], needs: ['reason'] },
    { event: 'report', name: '报结果', from: 'under-way', to: 'reported', roles: ['project-owner'], needs: ['reason'] },
    {
      event: 'return',
      name: '退回',
      from: 'reported',
      to: 'open',
      roles: ['performance-office', 'department-finance'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'close',
      name: '销号',
      from: 'reported',
      to: 'closed',
      roles: ['performance-office', 'department-finance'],
      isCheck: true,
    },
  ],
};

/** Problems found, corrected and open, as the accounts disclose them. */
export function rectificationCounts(states: readonly RectificationState[]): {
  readonly found: number;
  readonly corrected: number;
  readonly open: number;
} {
  const corrected = states.filter((state) => state === 'closed').length;
  return { found: states.length, corrected, open: states.length - corrected };
}
