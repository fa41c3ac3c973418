/** What evaluations come to: for the accounts' disclosure, for the next budget, for everybody once published; the life of one project. */

import { MONITORING, OVERALL_SELF_EVALUATION, SELF_EVALUATION } from '@mingsuan/core/kinds/index';
import { parseLedger } from '@mingsuan/core/ledger/parse';
import { AMOUNT_KINDS } from '@mingsuan/core/library/amounts';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { tablesFrom } from '@mingsuan/core/model/tables';
import { withResults } from '@mingsuan/core/performance/accounts-figures';
import { lineStates } from '@mingsuan/core/performance/execution';
import { board } from '@mingsuan/core/performance/monitor';
import { offParts } from '@mingsuan/core/performance/monitoring-form';
import { ratio, rounded } from '@mingsuan/core/performance/ratio';
import { evaluationInWords, monitoringInWords, resultsInWords } from '@mingsuan/core/performance/reports';
import { resultsOf } from '@mingsuan/core/performance/results';
import { printDecimal } from '@mingsuan/core/performance/target';
import {
  type EvaluationTask,
  type MonitoringTask,
  readEvaluation,
  readMonitoring,
} from '@mingsuan/core/performance/task';
import { type RectificationState, rectificationCounts } from '@mingsuan/core/process/performance';
import type { PerformancePaper } from '@mingsuan/documents/compose/performance';
import {
  countEvaluated,
  countTracked,
  executionItems,
  executionOf,
  listProjects,
  listTasks,
  listWork,
  type ProjectAmount,
  projectAmounts,
  publishedResults,
  type Store,
  taskContents,
} from '@mingsuan/store';
import { type Engine, gained } from '../../engine/engine.ts';
import { Fault, found } from '../../fault.ts';
import type { Visit } from '../accounts/service.ts';
import { formsOf } from '../execution/paper.ts';
import { profileIn, type Scope, scopeOf, today } from '../execution/scope.ts';
import { linesShown, profileShown } from '../execution/shown.ts';
import { projectsMeant } from '../library/meant.ts';
import { measuredOf } from './measured.ts';
import { proposalsIn, scoreOf } from './proposals.ts';
import { approvedIn, indicatorsIn, projectsOf, targetsIn } from './targets.ts';

/** What amounts are printed in. */
const WAN = { unit: '万元' } as const;

/** More than a region has in a year. */
const ALL = 100_000;

/** Tasks that one report holds: a department's, not a whole region's. */
const MOST_IN_PAPER = 500;

/** @throws Fault `missing` for what a person does not see */
export const results = (services: { readonly store: Store; readonly engine: Engine }) => {
  const { store, engine } = services;
  const { db } = store;

  const collected = async (scope: Scope, year: number) => {
    const units = scope.units.map(({ id }) => id);
    const [tracked, evaluated, rectifications, budgets] = await Promise.all([
      countTracked(db, { units, year }),
      countEvaluated(db, { units, year }),
      listTasks(db, { units, year, process: 'rectification', limit: ALL }),
      approvedIn(db, units, year),
    ]);
    return { tracked, evaluated, rectifications, budgets };
  };

  /** For the accounts' disclosure. */
  const get = async (visit: Visit, placeId: number, year: number) => {
    const scope = await scopeOf(services, visit, placeId);
    const profile = profileIn(scope, year);
    const { tracked, evaluated, rectifications, budgets } = await collected(scope, year);
    const targets = targetsIn(scope, budgets);
    const found = resultsOf(evaluated.map(scoreOf));
    const problems = rectificationCounts(rectifications.map(({ state }) => state as RectificationState));
    const { mean, grades, scored, budget, executed } = found;
    const counted = {
      withTargets: {
        projects: targets.length,
        fen: targets.reduce((all, { fen }) => all + fen, 0),
      },
      tracked,
      evaluated: {
        projects: found.projects,
        budget,
        executed,
        scored,
        ...(mean ? { mean: printDecimal(mean) } : {}),
        grades,
      },
      problems,
    };
    return {
      name: scope.place.name,
      year,
      profile: profileShown(profile),
      ...counted,
      sentences: resultsInWords({ ...counted, evaluated: found }),
    };
  };
  return {
    get,
    /** What the next control figures should be, a page at a time. */
    proposals: async (visit: Visit, placeId: number, year: number, after: number) => {
      const scope = await scopeOf(services, visit, placeId);
      const units = scope.units.map(({ id }) => id);
      return proposalsIn(db, { units, year, after }, profileIn(scope, year));
    },
    /** Projects of approved budgets that have targets, with their money: what the results count. */
    targets: async (visit: Visit, placeId: number, year: number) => {
      const scope = await scopeOf(services, visit, placeId);
      const ids = scope.units.map(({ id }) => id);
      return targetsIn(scope, await approvedIn(db, ids, year));
    },
    /** Indicators of the approved budgets: what a survey or a probe can be built from. */
    indicators: async (visit: Visit, placeId: number, year: number) => {
      const scope = await scopeOf(services, visit, placeId);
      if (scope.place.kind !== 'unit') throw new Fault('wrong', '请选一个单位。');
      return indicatorsIn(scope, await approvedIn(db, [placeId], year));
    },
    /** A ledger of accounts of the year with what the results say. @throws Fault where it is none of this year */
    accounts: async (visit: Visit, placeId: number, year: number, given: unknown) => {
      const { ledger, problems } = parseLedger(given);
      if (!ledger) throw new Fault('wrong', problems[0]!.message);
      if (!kindOf(ledger.stage ?? 'budget').executes || ledger.year !== year)
        throw new Fault('wrong', `台账应是 ${year} 年的决算。`);
      const profile = profileIn(await scopeOf(services, visit, placeId), year);
      return { ledger: withResults(ledger, await get(visit, placeId, year), profile.grades), profile: profile.id };
    },
    /** What was published of a year, the newest first: for everybody. */
    published: (year?: number) => publishedResults(store, year),
    /** A project from its application to its score. */
    project: async (visit: Visit, unitId: number, year: number, project: string) => {
      const scope = await scopeOf(services, visit, unitId);
      if (scope.place.kind !== 'unit') throw new Fault('wrong', '请写明是哪个单位的项目。');
      const [work, library, budgets, items, tasks] = await Promise.all([
        listWork(store, [unitId], today()),
        listProjects(db, { units: [unitId], budgetYear: year, limit: ALL }),
        approvedIn(db, [unitId], year),
        executionItems(db, [unitId], year),
        listTasks(db, { units: [unitId], year, project, limit: 500 }),
      ]);
      const budget = budgets.get(unitId);
      // Those of one name and no code go under one label: what is approved under it is all of them.
      const labelled = budget ? projectsOf(budget).filter((one) => one.project === project) : [];
      const own = labelled.map((one) => one.own);
      const { execution } = await executionOf(
        db,
        items.map(({ id }) => id),
      );
      const lines = lineStates(execution, 12).filter(({ line }) => line.project === project);
      const code = [...labelled, ...lines.map(({ line }) => line), ...tasks].find((one) => one.code)?.code ?? null;
      const applied = projectsMeant({ project, code }, library, budget ? projectsOf(budget) : []);
      found(
        own.length > 0 || lines.length > 0 || tasks.length > 0 || applied.length > 0 ? true : undefined,
        '这个项目',
      );
      const ids = new Set(lines.map(({ line }) => line.id));
      const sumOf = (of: (state: (typeof lines)[number]) => number) => lines.reduce((all, state) => all + of(state), 0);
      const [adjusted, paid] = [sumOf((state) => state.adjusted), sumOf((state) => state.paid)];
      return {
        unitId,
        unit: scope.place.name,
        year,
        project,
        code,
        applied: await Promise.all(
          applied.map(async ({ id, title, year: of, state }) => ({
            id,
            title,
            year: of,
            state,
            ...(await amountsIn(db, id, year)),
          })),
        ),
        budget:
          own.length > 0
            ? {
                id:
                  work.find(
                    ({ process, state, ...item }) => process === 'round' && item.year === year && isApproved(state),
                  )?.id ?? null,
                goal: own.flatMap(({ goal }) => goal ?? []).join('\n'),
                fen: own.flatMap((one) => one.lines).reduce((all, { fen }) => all + fen, 0),
                indicators: own.flatMap((one) => one.indicators).length,
              }
            : null,
        money:
          lines.length === 0
            ? null
            : {
                initial: sumOf(({ line }) => line.amount),
                adjusted,
                paid,
                committed: sumOf(({ committed }) => committed),
                available: sumOf(({ available }) => available),
                ...(adjusted > 0 ? { rate: printDecimal(rounded(ratio(BigInt(paid) * 100n, adjusted), 2)) } : {}),
              },
        lines: linesShown(execution, 12).filter((line) => line.project === project),
        contracts: contractsOf(execution, ids),
        measured: await measuredOf(store, { unitId, year, project }),
        tasks,
      };
    },
    /** The report of a place's evaluations or monitoring: in words, and every form in its exact columns. */
    report: async (
      visit: Visit,
      placeId: number,
      year: number,
      {
        process,
        month,
        format,
      }: {
        readonly process: 'monitoring' | 'evaluation';
        readonly month?: number | undefined;
        readonly format: 'docx' | 'pdf' | 'xlsx';
      },
    ) => {
      const scope = await scopeOf(services, visit, placeId);
      const units = scope.units.map(({ id }) => id);
      const tasks = await taskContents(db, {
        process,
        units,
        year,
        limit: MOST_IN_PAPER + 1,
        ...(month === undefined ? {} : { month }),
      });
      if (tasks.length === 0) throw new Fault('not-yet', '还没有可以写进报告的。');
      if (tasks.length > MOST_IN_PAPER)
        throw new Fault('too-large', `超过 ${MOST_IN_PAPER} 项，一份报告写不下；请选一个部门或单位分别写。`);
      const paper =
        process === 'evaluation' ? evaluationPaper(scope, year, tasks) : monitoringPaper(scope, year, tasks, month);
      return { name: paper.title, bytes: gained(await engine.writers.run('paper', { paper, format })) };
    },
  };
};

const isApproved = (state: string): boolean => state === 'approved' || state === 'published';

/** What a project was given for a year, and what the results of that year made of the next. */
async function amountsIn(db: Store['db'], id: number, year: number) {
  const all = await projectAmounts(db, id);
  const of = (asked: number) => newestOf(all.filter((amount) => amount.year === asked));
  return { amounts: of(year), next: of(year + 1) };
}

/** What holds of each kind of amount, in the order in which a project goes through them. @param amounts the newest first */
const newestOf = (amounts: readonly ProjectAmount[]) =>
  AMOUNT_KINDS.flatMap((kind) => {
    const newest = amounts.find((amount) => amount.kind === kind);
    return newest ? [{ kind, fen: newest.fen, reason: newest.reason }] : [];
  });

function contractsOf(execution: Parameters<typeof lineStates>[0], lines: ReadonlySet<string>) {
  const own = execution.commitments.filter(({ line, contract }) => contract !== undefined && lines.has(line));
  const total = (all: readonly { readonly contract?: string; readonly amount: number }[], contract: string) =>
    all.reduce((sum, each) => sum + (each.contract === contract ? each.amount : 0), 0);
  return [...new Set(own.map(({ contract }) => contract!))].map((contract) => ({
    contract,
    committed: total(own, contract),
    accepted: total(execution.acceptances, contract),
    paid: total(execution.payments, contract),
  }));
}

type Contents = Awaited<ReturnType<typeof taskContents>>;

function evaluationPaper({ place }: Scope, year: number, tasks: Contents): PerformancePaper {
  const read = tasks.map((task) => ({ task, reading: readEvaluation(task.content as EvaluationTask) }));
  const projects = read.filter(({ task }) => task.project !== null);
  const scores = projects.map(({ reading }) => reading.score);
  const formOf = (isOverall: boolean) =>
    read.flatMap(({ reading: { form } }) => ('tasks' in form === isOverall ? [form] : []));
  return {
    title: `${place.name}${year}年度绩效自评报告`,
    sentences: evaluationInWords(
      resultsOf(scores),
      projects.map(({ task, reading }) => ({ project: task.project!, score: reading.score })),
    ),
    disclosure: formsOf(place, year, [
      ...tablesFrom(SELF_EVALUATION, formOf(false) as never, WAN),
      ...tablesFrom(OVERALL_SELF_EVALUATION, formOf(true) as never, WAN),
    ]),
  };
}

function monitoringPaper({ place }: Scope, year: number, tasks: Contents, asked: number | undefined): PerformancePaper {
  const month = asked ?? Math.max(...tasks.map((task) => task.month ?? 1));
  const read = tasks
    .filter((task) => task.month === month)
    .map((task) => ({ task, reading: readMonitoring(task.content as MonitoringTask) }));
  const projects = read.map(({ task, reading: { watch } }) => ({
    project: task.project!,
    light: watch.light,
    parts: offParts(watch),
  }));
  return {
    title: `${place.name}${year}年1—${month}月绩效运行监控报告`,
    sentences: monitoringInWords(board(projects.map(({ light }) => light)), projects, month),
    disclosure: formsOf(
      place,
      year,
      tablesFrom(
        MONITORING,
        read.map(({ reading }) => reading.form),
        WAN,
      ),
    ),
  };
}
