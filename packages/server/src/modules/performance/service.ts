/** Monitoring and self-evaluation: opened by calendar, filled in, reviewed, put right; boards and lists of them. */

import { type EvaluationTask, type MonitoringTask, readEvaluation, reviewFault } from '@mingsuan/core/performance/task';
import { addWorkingDays } from '@mingsuan/core/process/calendar';
import { NATIONAL_CALENDAR } from '@mingsuan/core/process/national-calendar';
import { RECTIFICATION } from '@mingsuan/core/process/performance';
import type { Role } from '@mingsuan/core/process/roles';
import { actionsOf } from '@mingsuan/core/process/tables';
import {
  countTasks,
  executionItem,
  executionOf,
  getTask,
  listTasks,
  listUnits,
  mayView,
  type NewTask,
  officesOfTasks,
  openTasks,
  PROCESSES,
  provenBy,
  replaceResults,
  rolesOf,
  type Store,
  saveTask,
  type TaskItem,
  type TaskProcess,
  type TaskQuestion,
  type TaskStanding,
  taskContents,
  type Worker,
  workContent,
  workHistory,
} from '@mingsuan/store';
import { Fault, found } from '../../fault.ts';
import { doerOf, type Visit } from '../accounts/service.ts';
import { profileIn, type Scope, scopeOf, today } from '../execution/scope.ts';
import { profileShown } from '../execution/shown.ts';
import { offersOf, ownOf } from '../work/offers.ts';
import { boardOf } from './board.ts';
import { measuredOf } from './measured.ts';
import { evaluationShown, monitoringShown } from './shown.ts';
import { approvedIn } from './targets.ts';
import {
  type EvaluationAnswers,
  evaluated,
  evaluationTasks,
  kindsAsBefore,
  type MonitoringAnswers,
  monitored,
  monitoringTasks,
  resultOf,
} from './tasks.ts';

const TASK = '这项任务';
const TASKS: readonly TaskProcess[] = ['monitoring', 'evaluation', 'warning', 'rectification'];
/** Items of a page. */
const PAGE = 100;

interface Asked {
  readonly process?: TaskProcess | undefined;
  readonly month?: number | undefined;
  readonly project?: string | undefined;
  readonly state?: string | undefined;
  readonly light?: string | undefined;
  readonly grade?: string | undefined;
  readonly standing?: TaskStanding | undefined;
  readonly after?: number | undefined;
}

/** @throws Fault `missing` for what a person does not see; ChangeRefused for what may not be done */
export const performance = (services: { readonly store: Store }) => {
  const { store } = services;
  const { db } = store;
  const idsOf = ({ units }: Scope) => units.map(({ id }) => id);

  /** A task where this person has a role that sees it, with that person's roles there. */
  const seen = async (visit: Visit, id: number) => {
    const task = await getTask(db, id);
    const roles = task ? ((await rolesOf(db, visit.person.id, today())).get(task.unitId) ?? []) : [];
    const worker: Worker = { ...doerOf(visit), personId: visit.person.id, roles };
    return { task: found(task && mayView(roles) ? task : undefined, TASK), worker };
  };
  const contentOf = async <T>(id: number, version: number) =>
    found(await workContent(db, id, version), TASK).content as T;
  const executionIn = async (unitId: number, year: number) => {
    const item = await executionItem(db, unitId, year, today());
    return (await executionOf(db, item ? [item.id] : [])).execution;
  };
  /** Rows of a list with the offices that answer for what is in them. */
  const withOffices = async (tasks: readonly TaskItem[]) => {
    const ids = tasks.map(({ id }) => id);
    const offices = await officesOfTasks(db, ids);
    return tasks.map((task) => ({ ...task, offices: offices.get(task.id) ?? [] }));
  };
  /** Of a process that this room fills in, as it was opened. */
  const filling = async (visit: Visit, id: number, process: TaskProcess) => {
    const { task, worker } = await seen(visit, id);
    if (task.process !== process) throw new Fault('wrong', '这不是这一种任务。');
    return { task, worker, execution: await executionIn(task.unitId, task.year) };
  };

  /** The last month before one in which anything of these units was monitored. */
  const monthBefore = async (units: readonly number[], year: number, month: number) => {
    const { all } = await countTasks(db, { units, year }, today());
    const earlier = all.flatMap((each) => (each.month !== null && each.month < month ? [each.month] : []));
    return earlier.length === 0 ? undefined : Math.max(...earlier);
  };
  /** New tasks with what people decided of the same targets in an earlier month. */
  const asBefore = async (tasks: readonly NewTask[], question: Omit<TaskQuestion, 'process'>) => {
    if (question.month === undefined) return tasks;
    const held = await taskContents(db, { ...question, process: 'monitoring' });
    return tasks.map((task) =>
      kindsAsBefore(
        task,
        held.map(({ content }) => content as MonitoringTask),
      ),
    );
  };

  return {
    /** Opens what is due of a place's projects; what is open stays. */
    open: async (
      visit: Visit,
      placeId: number,
      year: number,
      { process, month }: { readonly process: 'monitoring' | 'evaluation'; readonly month?: number | undefined },
    ) => {
      const scope = await scopeOf(services, visit, placeId);
      const profile = profileIn(scope, year);
      if (process === 'monitoring' && month === undefined) throw new Fault('wrong', '请写明监控到几月底。');
      const term = profile.monitoring.find((one) => one.month === month);
      const due = term
        ? `${year}-${term.due}`
        : month && addWorkingDays(monthEnd(year, month), 10, NATIONAL_CALENDAR).date;
      const budgets = await approvedIn(db, idsOf(scope), year);
      const before = process === 'monitoring' ? await monthBefore(idsOf(scope), year, month!) : undefined;
      let made = 0;
      for (const unit of scope.units) {
        const approved = budgets.get(unit.id);
        if (!approved) continue;
        const execution = await executionIn(unit.id, year);
        const tasks =
          process === 'monitoring'
            ? await asBefore(
                monitoringTasks(unit, approved, execution, { year, month: month!, due: due || undefined, profile }),
                { units: [unit.id], year, month: before },
              )
            : evaluationTasks(unit, approved, execution, { year, profile });
        if (tasks.length > 0) made += (await openTasks(store, process, tasks, scope.worker)).length;
      }
      return { made };
    },
    list: async (visit: Visit, placeId: number, year: number, { state, ...asked }: Asked) =>
      withOffices(
        await listTasks(db, {
          ...asked,
          units: idsOf(await scopeOf(services, visit, placeId)),
          year,
          limit: PAGE,
          ...(state === undefined ? {} : { states: [state] }),
        }),
      ),
    /** What waits for this person, by the roles at each unit, the most urgent first. */
    todo: async (visit: Visit) => {
      const roles = await rolesOf(db, visit.person.id, today());
      const groups = new Map<
        string,
        { readonly process: TaskProcess; readonly state: string; readonly units: number[] }
      >();
      for (const [unitId, held] of roles)
        for (const process of TASKS)
          for (const state of Object.keys(PROCESSES[process].states)) {
            if (actionsOf(PROCESSES[process], state, held).length === 0) continue;
            const key = `${process} ${state}`;
            const group = groups.get(key) ?? { process, state, units: [] };
            group.units.push(unitId);
            groups.set(key, group);
          }
      const waiting = await Promise.all(
        [...groups.values()].map(({ process, state, units }) =>
          listTasks(db, { process, states: [state], units, limit: PAGE, byDue: true }),
        ),
      );
      const first = waiting
        .flat()
        .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
        .slice(0, 2 * PAGE);
      return (await withOffices(first)).map((task) => ({
        ...task,
        offers: offersTo(task, roles.get(task.unitId) ?? []),
      }));
    },
    get: async (visit: Visit, id: number) => {
      const { task, worker } = await seen(visit, id);
      const history = await workHistory(db, id);
      const content = await contentOf<unknown>(id, task.version);
      const proven = await provenBy(db, id);
      const shown =
        task.process === 'monitoring'
          ? monitoringShown(content as MonitoringTask, proven)
          : task.process === 'evaluation'
            ? evaluationShown(content as EvaluationTask, proven)
            : undefined;
      const { light: _, score: __, grade: ___, budget: ____, executed: _____, ...item } = task;
      return {
        ...item,
        round: 1,
        offers: offersOf(task, history, visit.person.id, worker.roles),
        waits: ownOf(task, history, visit.person.id, worker.roles),
        mayRectify: shown !== undefined && task.state !== PROCESSES[task.process].initial && mayRectify(worker.roles),
        profile: shown ? profileShown(shown.profile) : null,
        missing: shown?.missing ?? [],
        history: history.map(({ event, name, personName, at, reason, version }) => ({
          event,
          name,
          person: personName,
          at,
          version,
          ...(reason === undefined ? {} : { reason }),
        })),
        monitoring: shown && 'monitoring' in shown ? shown.monitoring : null,
        evaluation: shown && 'evaluation' in shown ? shown.evaluation : null,
        measured: shown ? await measuredOf(store, task) : [],
        problem: shown ? null : (content as Record<string, unknown>),
      };
    },
    fillMonitoring: async (
      visit: Visit,
      id: number,
      { revision, ...answers }: MonitoringAnswers & { readonly revision: number },
    ) => {
      const { task, worker, execution } = await filling(visit, id, 'monitoring');
      const stored = await contentOf<MonitoringTask>(id, task.version);
      const content = monitored(stored, answers, execution, task.unit);
      return saveTask(store, id, { revision, content }, resultOf('monitoring', content), worker);
    },
    fillEvaluation: async (
      visit: Visit,
      id: number,
      { revision, ...answers }: EvaluationAnswers & { readonly revision: number },
    ) => {
      const { task, worker, execution } = await filling(visit, id, 'evaluation');
      const stored = await contentOf<EvaluationTask>(id, task.version);
      const content = evaluated(stored, answers, execution, task.unit);
      return saveTask(store, id, { revision, content }, resultOf('evaluation', content), worker);
    },
    /** Points of a reviewer in the place of the unit's own, part by part, each with its reason. */
    review: async (
      visit: Visit,
      id: number,
      {
        revision,
        reason,
        parts,
      }: { readonly revision: number; readonly reason: string; readonly parts: NonNullable<EvaluationTask['review']> },
    ) => {
      const { task, worker } = await filling(visit, id, 'evaluation');
      const stored = await contentOf<EvaluationTask>(id, task.version);
      const { own, profile } = readEvaluation(stored);
      const fault = reviewFault(own, parts, profile);
      if (fault !== undefined) throw new Fault('wrong', fault);
      const content: EvaluationTask = { ...stored, review: parts };
      return saveTask(
        store,
        id,
        { revision, content, event: 'rescore', reason },
        resultOf('evaluation', content),
        worker,
      );
    },
    /** A problem that a task showed, to be put right by a day. */
    rectify: async (
      visit: Visit,
      id: number,
      { problem, demand, due }: { readonly problem: string; readonly demand: string; readonly due: string },
    ) => {
      const { task, worker } = await seen(visit, id);
      const { unitId, year, project, code } = task;
      const head = `${project ?? task.title}：${problem}`;
      const made = await openTasks(
        store,
        'rectification',
        [
          {
            unitId,
            year,
            title: head.slice(0, 150),
            project: project ?? undefined,
            code,
            due,
            sourceId: id,
            content: { problem, demand, from: task.title },
          },
        ],
        worker,
      );
      if (made.length === 0) throw new Fault('wrong', '同样的问题已经列入整改。');
      return { made: made.length };
    },
    board: async (visit: Visit, placeId: number, year: number) => {
      const scope = await scopeOf(services, visit, placeId);
      const counts = await countTasks(db, { units: idsOf(scope), year }, today());
      return boardOf(scope, year, profileIn(scope, year), counts);
    },
    /** Works out again what every task of a place comes to. @returns how many there were, and how many came out otherwise */
    recompute: async (visit: Visit, placeId: number, year: number) => {
      const scope = await scopeOf(services, visit, placeId);
      if (!scope.worker.roles.includes('performance-office')) throw new Fault('forbidden', '要由绩效处来重算。');
      let after = 0;
      let all = 0;
      let changed = 0;
      for (;;) {
        const tasks = await taskContents(db, { process: 'evaluation', units: idsOf(scope), year, limit: 500, after });
        if (tasks.length === 0) return { all, changed };
        const results = tasks.map((task) => ({ task, result: resultOf('evaluation', task.content) }));
        const other = results.filter(
          ({ task, result }) => (result.score ?? null) !== task.score || (result.grade ?? null) !== task.grade,
        );
        if (other.length > 0)
          await replaceResults(
            store,
            other.map(({ task: { id }, result }) => ({ id, result })),
          );
        all += tasks.length;
        changed += other.length;
        after = tasks.at(-1)!.id;
      }
    },
    /** The places whose boards this person may look at. */
    places: async (visit: Visit) => {
      const [all, roles] = await Promise.all([listUnits(store, today()), rolesOf(db, visit.person.id, today())]);
      return all.filter(({ id }) => mayView(roles.get(id)));
    },
  };
};

const mayRectify = (roles: readonly Role[]): boolean =>
  RECTIFICATION.openedBy?.some((role) => roles.includes(role)) === true;

const offersTo = (
  { process, state }: { readonly process: TaskProcess; readonly state: string },
  roles: readonly Role[],
): readonly string[] => [...new Set(actionsOf(PROCESSES[process], state, roles).map(({ name }) => name))];

/** The last day of a month. */
const monthEnd = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
