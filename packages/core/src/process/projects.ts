/** A project of the library (项目库), from the unit's own list to its end; only what is stored may be budgeted. */
import type { TransitionTable } from './transition-table.ts';

export type ProjectState =
  | 'candidate'
  | 'under-review'
  | 'stored'
  | 'budgeted'
  | 'running'
  | 'finished'
  | 'terminated'
  | 'carried';

export const PROJECT: TransitionTable<ProjectState> = {
  id: 'project',
  name: '项目库',
  initial: 'candidate',
  states: {
    candidate: '备选',
    'under-review': '审核评审',
    stored: '已入库',
    budgeted: '已安排',
    running: '执行中',
    finished: '已完结',
    terminated: '已终止',
    carried: '已结转',
  },
  editable: ['candidate'],
  transitions: [
    { event: 'edit', name: '修改', from: 'candidate', to: 'candidate', roles: ['project-owner'] },
    { event: 'apply', name: '申报', from: 'candidate', to: 'under-review', roles: ['project-owner'] },
    {
      event: 'return',
      name: '退回',
      from: 'under-review',
      to: 'candidate',
      roles: ['department-finance', 'bureau-office'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'pass',
      name: '入库',
      from: 'under-review',
      to: 'stored',
      roles: ['department-finance', 'bureau-office'],
      isCheck: true,
    },
    {
      event: 'outdate',
      name: '清退',
      from: 'stored',
      to: 'candidate',
      roles: ['department-finance', 'bureau-office'],
      needs: ['reason'],
    },
    { event: 'arrange', name: '安排', from: 'stored', to: 'budgeted', roles: ['bureau-budget'], needs: ['document'] },
    { event: 'start', name: '开工', from: 'budgeted', to: 'running', roles: ['project-owner'] },
    { event: 'finish', name: '完结', from: 'running', to: 'finished', roles: ['project-owner'] },
    { event: 'carry', name: '结转', from: 'running', to: 'carried', roles: ['bureau-budget'], needs: ['document'] },
    {
      event: 'terminate',
      name: '终止',
      from: 'running',
      to: 'terminated',
      roles: ['department-finance', 'bureau-office'],
      needs: ['reason'],
    },
  ],
};
