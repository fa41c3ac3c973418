/** A task as it is stored: what it is opened with, what answers make of it, what it comes to. Targets stand; only answers change. */
import { OVERALL_PERFORMANCE, type OverallSelfEvaluation, type SelfEvaluation } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { formatAmount } from '@mingsuan/core/money';
import { blankMonitoring, blankOverall, blankSelfEvaluation } from '@mingsuan/core/performance/blank-forms';
import type { Execution } from '@mingsuan/core/performance/execution';
import { lineStates } from '@mingsuan/core/performance/execution';
import { moneyOfProject, type ProjectMoney, withMoney } from '@mingsuan/core/performance/execution-form';
import type { ConfirmedKind } from '@mingsuan/core/performance/indicator-kind';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import { parseTarget, printDecimal } from '@mingsuan/core/performance/target';
import {
  type EvaluationTask,
  type MonitoringTask,
  readEvaluation,
  readMonitoring,
} from '@mingsuan/core/performance/task';
import type { NewTask, OfficeUnit, TaskResult } from '@mingsuan/store';
import { type Approved, targetsOf } from './targets.ts';

type Unit = Pick<OfficeUnit, 'id' | 'name'>;

/** A form with the money that its project has by the end of a month; as it was printed where nothing was authorised. */
function funded<Line extends Parameters<typeof withMoney>[0][number]>(
  funds: readonly Line[],
  money: ProjectMoney | undefined,
): readonly Line[] {
  return money ? withMoney(funds, money) : funds;
}

const moneyOfUnit = (execution: Execution, unit: string, month: number): ProjectMoney | undefined => {
  const own = lineStates(execution, month).filter(({ line }) => line.unit === unit);
  if (own.length === 0) return undefined;
  const sumOf = (of: (state: (typeof own)[number]) => number) => own.reduce((all, state) => all + of(state), 0);
  return {
    initial: sumOf(({ line }) => line.amount),
    adjusted: sumOf(({ adjusted }) => adjusted),
    executed: sumOf(({ paid }) => paid),
  };
};

/** What a task comes to by the profile that it names. */
export function resultOf(process: string, content: unknown): TaskResult {
  if (process === 'monitoring') {
    const task = content as MonitoringTask;
    const [money] = task.form.funds;
    return {
      profile: task.profile,
      light: readMonitoring(task).watch.light,
      budget: money?.adjusted?.fen,
      executed: money?.executed?.fen,
    };
  }
  const task = content as EvaluationTask;
  const { score } = readEvaluation(task);
  return {
    profile: task.profile,
    score: score.total && printDecimal(score.total),
    grade: score.grade,
    budget: score.input.budget,
    executed: score.input.executed,
  };
}

/** Monitoring of all projects of a unit that have targets, up to the end of a month. */
export function monitoringTasks(
  unit: Unit,
  approved: Approved,
  execution: Execution,
  {
    year,
    month,
    due,
    profile,
  }: {
    readonly year: number;
    readonly month: number;
    readonly due?: string | undefined;
    readonly profile: PerformanceProfile;
  },
): readonly NewTask[] {
  return targetsOf(approved).map(({ project, code, target }): NewTask => {
    const blank = blankMonitoring(target, month);
    const funds = funded(blank.funds, moneyOfProject(execution, { project, unit: unit.name }, month));
    const form = { ...blank, project, funds };
    const content: MonitoringTask = { profile: profile.id, month, form, evidence: [] };
    return {
      unitId: unit.id,
      year,
      title: `${project}：${blank.period}绩效监控`,
      project,
      code,
      month,
      due,
      content,
      result: resultOf('monitoring', content),
    };
  });
}

/** Self-evaluation of all projects of a unit that have targets, and of the unit as a whole where it has some. */
export function evaluationTasks(
  unit: Unit,
  approved: Approved,
  execution: Execution,
  { year, profile }: { readonly year: number; readonly profile: PerformanceProfile },
): readonly NewTask[] {
  const due = `${year + 1}-03-31`;
  const taskOf = (title: string, of: Pick<NewTask, 'project' | 'code'>, content: EvaluationTask): NewTask => ({
    unitId: unit.id,
    year,
    title,
    ...of,
    due,
    content,
    result: resultOf('evaluation', content),
  });
  const projects = targetsOf(approved).map(({ project, code, target }) => {
    const blank = blankSelfEvaluation(target);
    const funds = funded(blank.funds, moneyOfProject(execution, { project, unit: unit.name }, 12));
    const form = { ...blank, project, funds };
    return taskOf(`${project}：绩效自评`, { project, code }, { profile: profile.id, form, evidence: [] });
  });
  const overall = rowsOf(approved.compiled.disclosure, OVERALL_PERFORMANCE)
    .filter(({ indicators }) => indicators.length > 0)
    .slice(0, 1)
    .map((target) => {
      const blank = blankOverall(target);
      const funds = funded(blank.funds, moneyOfUnit(execution, unit.name, 12));
      return taskOf('整体支出绩效自评', {}, { profile: profile.id, form: { ...blank, funds }, evidence: [] });
    });
  return [...projects, ...overall];
}

const given = <K extends string>(name: K, text: string | undefined) =>
  (text === undefined || text === '' ? {} : { [name]: text }) as { readonly [key in K]?: string };

const spentOf = (fen: number | null | undefined) =>
  fen === null || fen === undefined ? {} : { spent: { fen, text: formatAmount(fen, '万元'), origin: {} } };

export interface MonitoringAnswers {
  readonly expected?: number | undefined;
  readonly rectification?: string | undefined;
  readonly rectified?: string | undefined;
  readonly indicators: readonly {
    readonly done?: string | undefined;
    readonly expected?: string | undefined;
    readonly causeKind?: string | undefined;
    readonly cause?: string | undefined;
    readonly likelihood?: string | undefined;
    readonly kind?: ConfirmedKind | null | undefined;
    readonly evidence?: string | undefined;
  }[];
}

/** The task with a person's answers, and with the money as the execution has it now. */
export function monitored(
  task: MonitoringTask,
  answers: MonitoringAnswers,
  execution: Execution,
  unit: string,
): MonitoringTask {
  const { form, month } = task;
  const [line, ...others] = funded(form.funds, moneyOfProject(execution, { project: form.project ?? '', unit }, month));
  const { rectification: _, rectified: __, ...rest } = form;
  const { expected } = answers;
  return {
    ...task,
    form: {
      ...rest,
      ...given('rectification', answers.rectification),
      ...given('rectified', answers.rectified),
      funds: line
        ? [
            { ...line, ...(expected === undefined ? {} : { expected: { fen: expected, text: '', origin: {} } }) },
            ...others,
          ]
        : [],
      indicators: form.indicators.map(({ level1, level2, level3, target, office, origin }, i) => {
        const { done, expected: later, causeKind, cause, likelihood } = answers.indicators[i] ?? {};
        return {
          level1,
          level2,
          level3,
          ...given('target', target),
          ...given('office', office),
          ...given('done', done),
          ...given('expected', later),
          ...given('causeKind', causeKind),
          ...given('cause', cause),
          ...given('likelihood', likelihood),
          origin,
        };
      }),
    },
    evidence: form.indicators.map((__unused, i) => answers.indicators[i]?.evidence ?? ''),
    kinds: form.indicators.map((__unused, i) => answers.indicators[i]?.kind ?? null),
  };
}

/** What was decided of the same targets of a project in an earlier month stands. */
export function kindsAsBefore(task: NewTask, before: readonly MonitoringTask[]): NewTask {
  const content = task.content as MonitoringTask;
  const told = new Map(
    before
      .filter(({ form }) => form.project === content.form.project)
      .flatMap(({ form, kinds }) => form.indicators.map((row, i) => [keyOf(row), kinds?.[i] ?? null] as const)),
  );
  const kinds = content.form.indicators.map((row) => told.get(keyOf(row)) ?? null);
  return kinds.every((kind) => kind === null) ? task : { ...task, content: { ...content, kinds } };
}

const keyOf = ({ level2, level3, target = '' }: MonitoringTask['form']['indicators'][number]) =>
  [level2, level3, target].join('\n');

export interface EvaluationAnswers {
  readonly goals: readonly (string | undefined)[];
  readonly tasks?: readonly (string | undefined)[] | undefined;
  /** Of the same tasks, in fen. */
  readonly spent?: readonly (number | null)[] | undefined;
  readonly indicators: readonly {
    readonly achieved?: string | undefined;
    readonly weight?: string | undefined;
    readonly cause?: string | undefined;
    readonly evidence?: string | undefined;
  }[];
  readonly conclusion?: string | undefined;
  readonly problems?: string | undefined;
  readonly remedies?: string | undefined;
}

/** As `monitored`. A weight that the targets print stands; where they print none a person may give one. */
export function evaluated(
  task: EvaluationTask,
  answers: EvaluationAnswers,
  execution: Execution,
  unit: string,
): EvaluationTask {
  const { form } = task;
  const money =
    'tasks' in form
      ? moneyOfUnit(execution, unit, 12)
      : moneyOfProject(execution, { project: (form as SelfEvaluation).project ?? '', unit }, 12);
  const weightsStand = task.weightsStand ?? form.indicators.map(({ weight }) => weight !== undefined);
  const filled = {
    ...form,
    funds: funded(form.funds, money),
    goals: form.goals.map(({ achieved: _, ...goal }, i) => ({ ...goal, ...given('achieved', answers.goals[i]) })),
    ...('tasks' in form
      ? {
          tasks: (form as OverallSelfEvaluation).tasks.map(({ done: _, spent: __, ...each }, i) => ({
            ...each,
            ...given('done', answers.tasks?.[i]),
            ...spentOf(answers.spent?.[i]),
          })),
        }
      : {}),
    indicators: form.indicators.map(({ achieved: _, cause: __, score: ___, weight, ...row }, i) => {
      const answer = answers.indicators[i] ?? {};
      const own = answer.weight === undefined ? undefined : parseTarget(answer.weight).number;
      const kept = weightsStand[i] ? weight : own && { ...own, text: answer.weight!, origin: {} };
      return {
        ...row,
        ...given('achieved', answer.achieved),
        ...given('cause', answer.cause),
        ...(kept ? { weight: kept } : {}),
      };
    }),
  } as EvaluationTask['form'];
  const { review: _, ...rest } = task;
  return {
    ...rest,
    form: filled,
    weightsStand,
    evidence: form.indicators.map((__unused, i) => answers.indicators[i]?.evidence ?? ''),
    ...given('conclusion', answers.conclusion),
    ...given('problems', answers.problems),
    ...given('remedies', answers.remedies),
  };
}
