/** A stored task as it is answered: every field a text that a form can hold, with what it comes to beside it. */
import type { OverallSelfEvaluation } from '@mingsuan/core/kinds/index';
import { shortNumber } from '@mingsuan/core/performance/formula-text';
import { type ConfirmedKind, isGuess } from '@mingsuan/core/performance/indicator-kind';
import { scoreDoubts } from '@mingsuan/core/performance/plausibility';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import type { Score } from '@mingsuan/core/performance/score';
import { printDecimal } from '@mingsuan/core/performance/target';
import {
  type EvaluationTask,
  type MonitoringTask,
  readEvaluation,
  readMonitoring,
} from '@mingsuan/core/performance/task';
import { typedIndicator } from '@mingsuan/core/performance/typed-indicator';

type Funds = (EvaluationTask | MonitoringTask)['form']['funds'];

const fundsShown = (funds: Funds) =>
  funds.map(({ source, initial, adjusted, executed }) => ({
    source,
    ...(initial ? { initial: initial.fen } : {}),
    ...(adjusted ? { adjusted: adjusted.fen } : {}),
    ...(executed ? { executed: executed.fen } : {}),
  }));

export interface Shown {
  readonly profile: PerformanceProfile;
  readonly missing: readonly string[];
}

const guessOf = ({ done: _, ...row }: MonitoringTask['form']['indicators'][number]) => {
  const { kind, reason } = typedIndicator(row).kind;
  return { kind: kind as ConfirmedKind, reason };
};

/** 监控; `proven`: indicators that files are attached for. */
export function monitoringShown(task: MonitoringTask, proven: readonly string[]) {
  const { profile, missing, watch } = readMonitoring(task, proven);
  const { form, evidence, kinds } = task;
  return {
    profile,
    missing,
    monitoring: {
      light: watch.light,
      budget: watch.budget,
      funds: fundsShown(form.funds),
      expected: form.funds[0]?.expected?.fen ?? null,
      rectification: form.rectification ?? '',
      rectified: form.rectified ?? '',
      indicators: form.indicators.map((row, i) => ({
        level1: row.level1,
        level2: row.level2,
        name: row.level3,
        target: row.target ?? '',
        office: row.office ?? null,
        evidence: evidence[i] ?? '',
        light: watch.indicators[i]!.light,
        reason: watch.indicators[i]!.reason,
        kind: kinds?.[i] ?? null,
        guess: isGuess(watch.indicators[i]!.kind) ? guessOf(row) : null,
        done: row.done ?? '',
        expected: row.expected ?? '',
        causeKind: row.causeKind ?? '',
        cause: row.cause ?? '',
        likelihood: row.likelihood ?? '',
      })),
    },
  };
}

const pointsOf = ({ parts }: Score, i: number): string | null => {
  const points = parts[i]?.points;
  return points ? printDecimal(points) : null;
};

/** 自评; `proven` as of monitoring. */
export function evaluationShown(task: EvaluationTask, proven: readonly string[]) {
  const { profile, missing, own, score } = readEvaluation(task, proven);
  const { form, evidence } = task;
  const tasks = 'tasks' in form ? (form as OverallSelfEvaluation).tasks : [];
  return {
    profile,
    missing,
    evaluation: {
      isOverall: 'tasks' in form,
      funds: fundsShown(form.funds),
      goals: form.goals.map(({ expected = '', achieved = '' }) => ({ expected, achieved })),
      tasks: tasks.map(({ name, done = '', budget, spent }) => ({
        name,
        done,
        budget: budget?.fen ?? null,
        spent: spent?.fen ?? null,
      })),
      indicators: form.indicators.map((row, i) => ({
        level1: row.level1,
        level2: row.level2,
        name: row.level3,
        target: row.target ?? '',
        office: row.office ?? null,
        evidence: evidence[i] ?? '',
        achieved: row.achieved ?? '',
        weight: row.weight?.text ?? '',
        ownWeight: task.weightsStand?.[i] ?? row.weight !== undefined,
        cause: row.cause ?? '',
      })),
      conclusion: task.conclusion ?? '',
      problems: task.problems ?? '',
      remedies: task.remedies ?? '',
      parts: score.parts.map(({ name, weight, formula = '' }, i) => ({
        name,
        weight: shortNumber(weight),
        points: pointsOf(score, i),
        own: pointsOf(own, i),
        formula,
      })),
      total: score.total ? printDecimal(score.total) : null,
      ownTotal: own.total ? printDecimal(own.total) : null,
      grade: score.grade ?? null,
      faults: own.faults.map(({ message }) => message),
      doubts: scoreDoubts(own, profile).map(({ message }) => message),
    },
  };
}
