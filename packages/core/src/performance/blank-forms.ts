/** The targets of a budget as forms to be filled in: self-evaluation at the year's end, monitoring within it. */
import type {
  Monitoring,
  OverallSelfEvaluation,
  OverallTarget,
  PerformanceTarget,
  SelfEvaluation,
} from '../kinds/index.ts';
import type { Cell } from '../model/values.ts';
import { unspaced } from '../text/fold.ts';

const TOTAL = '年度资金总额';

/** What the budget gave a project: the line of all its sources, or the only one. */
function budgetOf({ funds = [] }: Pick<PerformanceTarget, 'funds'>): Cell | undefined {
  const whole = funds.find(({ source }) => /总额|合计|预算(?:数|金额)|资金总/.test(source));
  const line = whole ?? (funds.length === 1 ? funds[0] : undefined);
  return line?.amount && { ...line.amount, origin: {} };
}

const amountOf = (cell: Cell | undefined) => (cell ? { initial: cell, adjusted: cell } : {});

const given = <K extends string>(name: K, value: string | undefined) =>
  (value === undefined || value === '' ? {} : { [name]: value }) as { readonly [key in K]?: string };

const targetsOf = ({ indicators }: Pick<PerformanceTarget, 'indicators'>) =>
  indicators.map(({ level1, level2, level3, description, target, weight, office }) => ({
    level1,
    level2,
    level3: level3 || (description ?? level2),
    ...given('target', target),
    ...given('office', office),
    ...(weight ? { weight } : {}),
    origin: {},
  }));

/** Lines of a goal, one a row. */
const goalsOf = (goal = '') =>
  goal
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((expected) => ({ expected, origin: {} }));

const named = ({ project, department, unit }: PerformanceTarget) => ({
  ...given('project', project && unspaced(project)),
  ...given('department', department),
  ...given('unit', unit),
});

/** 项目支出绩效自评表 with the project's targets, to be filled in. */
export const blankSelfEvaluation = (target: PerformanceTarget): SelfEvaluation => ({
  title: '项目支出绩效自评表',
  ...named(target),
  funds: [{ source: TOTAL, ...amountOf(budgetOf(target)), origin: {} }],
  goals: goalsOf(target.goal),
  indicators: targetsOf(target),
  origin: {},
});

/** 部门整体支出绩效自评表 with the department's goal, tasks and targets. */
export const blankOverall = (target: OverallTarget): OverallSelfEvaluation => ({
  title: '部门整体支出绩效自评表',
  ...given('agency', target.agency),
  funds: [{ source: TOTAL, ...amountOf(budgetOf(target)), origin: {} }],
  tasks: (target.tasks ?? []).map(({ name, amount }) => ({
    name,
    ...(amount ? { budget: { ...amount, origin: {} } } : {}),
    origin: {},
  })),
  goals: goalsOf(target.goal),
  indicators: targetsOf(target),
  origin: {},
});

/** 项目支出绩效运行监控表 with the project's targets. @param month 1 to 12, the last of the period */
export const blankMonitoring = (target: PerformanceTarget, month: number): Monitoring => ({
  title: '项目支出绩效运行监控表',
  ...named(target),
  period: `1—${month}月`,
  funds: [{ source: TOTAL, ...amountOf(budgetOf(target)), origin: {} }],
  ...given('goal', target.goal),
  indicators: targetsOf(target).map(({ weight: _, ...row }) => row),
  origin: {},
});
