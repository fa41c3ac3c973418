/** The year of an approved budget: its money, what is watched within it, its evaluation, and what follows until it is put right. */
import type { Transition, TransitionTable } from './transition-table.ts';

export type ExecutionState = 'open' | 'settling' | 'closed';

/** 预算执行: authority lines of a unit's year and all that is done on them; every entry is a step, and none is taken back but by another. */
export const EXECUTION: TransitionTable<ExecutionState> = {
  id: 'execution',
  name: '预算执行',
  initial: 'open',
  openedBy: ['bureau-budget'],
  states: { open: '执行中', settling: '待结账', closed: '已结账' },
  editable: ['open'],
  transitions: [
    {
      event: 'authorise',
      name: '下达指标',
      from: 'open',
      to: 'open',
      roles: ['bureau-budget'],
      needs: ['document'],
    },
    {
      event: 'adjust',
      name: '调整指标',
      from: 'open',
      to: 'open',
      roles: ['bureau-budget', 'department-finance'],
      needs: ['reason', 'document'],
    },
    { event: 'plan', name: '编用款计划', from: 'open', to: 'open', roles: ['unit-clerk'] },
    { event: 'pay', name: '记支付', from: 'open', to: 'open', roles: ['unit-clerk'] },
    { event: 'commit', name: '记合同', from: 'open', to: 'open', roles: ['unit-clerk', 'project-owner'] },
    { event: 'accept', name: '记验收', from: 'open', to: 'open', roles: ['project-owner', 'unit-clerk'] },
    { event: 'explain', name: '说明进度', from: 'open', to: 'open', roles: ['project-owner', 'unit-clerk'] },
    { event: 'hand-in', name: '报结账', from: 'open', to: 'settling', roles: ['unit-clerk'] },
    {
      event: 'return',
      name: '退回',
      isSetback: true,
      from: 'settling',
      to: 'open',
      roles: ['bureau-budget', 'bureau-office', 'department-finance'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'close',
      name: '结账',
      from: 'settling',
      to: 'closed',
      roles: ['bureau-budget', 'bureau-office'],
      isCheck: true,
    },
  ],
};

export type MonitoringState = 'draft' | 'submitted' | 'checked';

/** 绩效运行监控: a project's form of a period, filled in by who runs it and checked by who watches. */
export const MONITORING: TransitionTable<MonitoringState> = {
  id: 'monitoring',
  name: '绩效运行监控',
  initial: 'draft',
  openedBy: ['performance-office'],
  states: { draft: '填报中', submitted: '已报送', checked: '已审核' },
  editable: ['draft'],
  transitions: [
    { event: 'edit', name: '填报', from: 'draft', to: 'draft', roles: ['project-owner'] },
    {
      event: 'submit',
      name: '报送',
      from: 'draft',
      to: 'submitted',
      roles: ['project-owner'],
      conditions: ['complete'],
    },
    {
      event: 'return',
      name: '退回',
      isSetback: true,
      from: 'submitted',
      to: 'draft',
      roles: ['performance-office', 'department-finance'],
      isCheck: true,
      needs: ['reason'],
    },
    {
      event: 'pass',
      name: '审核通过',
      from: 'submitted',
      to: 'checked',
      roles: ['performance-office', 'department-finance'],
      isCheck: true,
    },
  ],
};

export type EvaluationState = 'draft' | 'submitted' | 'rescored' | 'reviewed' | 'published';

/** 绩效自评: of a project or of a whole department; reviewed and, where it has to be, scored again by others, then published. */
export const EVALUATION: TransitionTable<EvaluationState> = {
  id: 'evaluation',
  name: '绩效自评',
  initial: 'draft',
  openedBy: ['performance-office'],
  states: { draft: '自评中', submitted: '待复核', rescored: '已复评', reviewed: '已复核', published: '已公开' },
  editable: ['draft', 'submitted', 'rescored'],
  transitions: [
    { event: 'edit', name: '填写', from: 'draft', to: 'draft', roles: ['project-owner'] },
    {
      event: 'submit',
      name: '报送',
      from: 'draft',
      to: 'submitted',
      roles: ['project-owner'],
      conditions: ['complete'],
    },
    ...(['submitted', 'rescored'] as const).flatMap((from): readonly Transition<EvaluationState>[] => [
      {
        event: 'rescore',
        name: '复评打分',
        from,
        to: 'rescored',
        roles: ['performance-office', 'reviewer'],
        isCheck: from === 'submitted' || 'of-first',
        needs: ['reason'],
      },
      { event: 'pass', name: '复核通过', from, to: 'reviewed', roles: ['performance-office'], isCheck: true },
      {
        event: 'return',
        name: '退回',
        isSetback: true,
        from,
        to: 'draft',
        roles: ['performance-office', 'department-finance'],
        // Who scored again does not pass his own points, but may have the unit do it over.
        isCheck: from === 'submitted' || 'of-first',
        needs: ['reason'],
      },
    ]),
    { event: 'publish', name: '公开', from: 'reviewed', to: 'published', roles: ['department-finance'] },
  ],
};

export type WarningState = 'given' | 'answered' | 'closed' | 'stopped';

/** 预警: inquiry → answer → closed loop; what is not answered in time stops the payments. */
export const WARNING: TransitionTable<WarningState> = {
  id: 'warning',
  name: '执行和绩效预警',
  initial: 'given',
  openedBy: ['performance-office', 'bureau-office'],
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
      isSetback: true,
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
      isSetback: true,
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
  openedBy: ['performance-office', 'department-finance'],
  states: { open: '待整改', 'under-way': '整改中', reported: '已报结果', closed: '已销号' },
  editable: ['open', 'under-way'],
  transitions: [
    { event: 'start', name: '开始整改', from: 'open', to: 'under-way', roles: ['project-owner'], needs: ['reason'] },
    { event: 'report', name: '报结果', from: 'under-way', to: 'reported', roles: ['project-owner'], needs: ['reason'] },
    {
      event: 'return',
      name: '退回',
      isSetback: true,
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

/** States in which nobody has to do anything more; in every other one a task is open. */
export const ENDED_TASKS = {
  monitoring: ['checked'],
  evaluation: ['reviewed', 'published'],
  warning: ['closed'],
  rectification: ['closed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Problems found, corrected and open, as the accounts disclose them. */
export function rectificationCounts(states: readonly RectificationState[]): {
  readonly found: number;
  readonly corrected: number;
  readonly open: number;
} {
  const corrected = states.filter((state) => state === 'closed').length;
  return { found: states.length, corrected, open: states.length - corrected };
}
