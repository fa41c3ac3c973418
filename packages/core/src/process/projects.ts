/**
 * A project of the library (项目库), from the unit's own list to its end: checked by its department, appraised by the bureau and the
 * experts whom it asks, stored; only what is stored may be budgeted.
 */
import type { Transition, TransitionTable } from './transition-table.ts';

export type ProjectState =
  | 'candidate'
  | 'under-review'
  | 'appraisal'
  | 'stored'
  | 'refused'
  | 'budgeted'
  | 'running'
  | 'finished'
  | 'terminated'
  | 'carried';

/** States in which a project may stand in a year's budget. */
export const STORED_STATES: readonly ProjectState[] = ['stored', 'budgeted', 'running', 'carried'];

const back = (from: ProjectState, ...roles: Transition['roles']): Transition<ProjectState> => ({
  event: 'return',
  name: '退回',
  isSetback: true,
  from,
  to: 'candidate',
  roles,
  isCheck: true,
  needs: ['reason'],
});

export const PROJECT: TransitionTable<ProjectState> = {
  id: 'project',
  name: '项目库',
  initial: 'candidate',
  states: {
    candidate: '备选',
    'under-review': '审核',
    appraisal: '评审',
    stored: '已入库',
    refused: '不予入库',
    budgeted: '已安排',
    running: '执行中',
    finished: '已完结',
    terminated: '已终止',
    carried: '已结转',
  },
  editable: ['candidate'],
  transitions: [
    { event: 'edit', name: '修改', from: 'candidate', to: 'candidate', roles: ['project-owner'] },
    {
      event: 'apply',
      name: '申报',
      from: 'candidate',
      to: 'under-review',
      roles: ['project-owner'],
      conditions: ['complete'],
    },
    {
      event: 'withdraw',
      name: '撤回',
      from: 'under-review',
      to: 'candidate',
      roles: ['project-owner'],
      isOwn: true,
      isSetback: true,
    },
    back('under-review', 'department-finance'),
    {
      event: 'pass',
      name: '审核通过',
      from: 'under-review',
      to: 'appraisal',
      roles: ['department-finance'],
      isCheck: true,
    },
    back('appraisal', 'bureau-office'),
    {
      event: 'refuse',
      name: '不予入库',
      isSetback: true,
      from: 'appraisal',
      to: 'refused',
      roles: ['bureau-office'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'store',
      name: '入库',
      from: 'appraisal',
      to: 'stored',
      roles: ['bureau-office'],
      isCheck: true,
      conditions: ['appraised', 'targets-passed'],
    },
    {
      event: 'outdate',
      name: '清退',
      isSetback: true,
      from: 'stored',
      to: 'candidate',
      roles: ['department-finance', 'bureau-office'],
      needs: ['reason'],
    },
    { event: 'arrange', name: '安排', from: 'stored', to: 'budgeted', roles: ['bureau-budget'], needs: ['document'] },
    { event: 'start', name: '开工', from: 'budgeted', to: 'running', roles: ['project-owner'] },
    {
      event: 'inspect',
      name: '检查',
      from: 'running',
      to: 'running',
      roles: ['department-finance', 'bureau-office', 'performance-office'],
      takesEvidence: true,
    },
    { event: 'finish', name: '完结', from: 'running', to: 'finished', roles: ['project-owner'] },
    { event: 'carry', name: '结转', from: 'running', to: 'carried', roles: ['bureau-budget'], needs: ['document'] },
    { event: 'start', name: '继续', from: 'carried', to: 'running', roles: ['project-owner'] },
    ...(['budgeted', 'running', 'carried'] as const).map(
      (from): Transition<ProjectState> => ({
        event: 'terminate',
        name: '终止',
        isSetback: true,
        from,
        to: 'terminated',
        roles: ['department-finance', 'bureau-office'],
        needs: ['reason'],
      }),
    ),
  ],
};
