/** The office's work: what each person sees and may do, budgets and projects, their versions, the department's sum. */
import { aggregate } from '@mingsuan/core/aggregate/aggregate';
import { type LedgerDifference, ledgerDifferences } from '@mingsuan/core/ledger/differences';
import {
  type EvaluationTask,
  type MonitoringTask,
  readEvaluation,
  readMonitoring,
} from '@mingsuan/core/performance/task';
import { DEADLINES, dueBy } from '@mingsuan/core/process/deadlines';
import { NATIONAL_CALENDAR } from '@mingsuan/core/process/national-calendar';
import type { Role } from '@mingsuan/core/process/roles';
import { step } from '@mingsuan/core/process/step';
import { actionsOf } from '@mingsuan/core/process/tables';
import { CONDITIONS, type Condition, type Transition } from '@mingsuan/core/process/transition-table';
import {
  type ControlFigure,
  controlFigures,
  dayOf,
  ENTRY_OF,
  getWork,
  issueControl,
  listUnits,
  listWork,
  mayView,
  openWork,
  PROCESSES,
  type Process,
  rolesOf,
  type StepQuestion,
  type Store,
  saveVersion,
  takeStep,
  type WorkEntry,
  type Worker,
  type WorkItem,
  workContent,
  workHistory,
  workVersions,
  yearContents,
} from '@mingsuan/store';
import { Fault, found } from '../../fault.ts';
import { doerOf, type Visit } from '../accounts/service.ts';
import { compiledOf, errorsOf, isCompiled, sumsOf } from './compiled.ts';
import { type AskGrounds, factsOf, foreignTo } from './facts.ts';

const WORK = '这项工作';
const today = (): string => dayOf(new Date());
const ALL = Object.keys(CONDITIONS) as Condition[];

/** What of the office is opened and saved here; the year of an approved budget has rooms of its own. */
const OWN: readonly string[] = ['round', 'project'] satisfies readonly Process[];
/** Steps that bring content of their own, which is checked where it is brought. */
const WITH_CONTENT: readonly string[] = ['edit', 'rescore', 'authorise', 'explain', ...Object.keys(ENTRY_OF)];

/** Something a person may do to an item now; `needs` and `conditions` as its table has them. */
export type Offer = Pick<Transition, 'event' | 'name' | 'needs' | 'conditions'>;

/** What a person with these roles may do: the table's, but for what the history keeps from this person. */
export function offersOf(
  item: Pick<WorkItem, 'process' | 'state'>,
  history: readonly WorkEntry[],
  person: number,
  roles: readonly Role[],
): readonly Offer[] {
  const table = PROCESSES[item.process];
  const content = history.at(-1)?.content ?? '';
  const document = { number: '—', date: '2000-01-01' };
  return actionsOf(table, item.state, roles)
    .filter(({ event }) => {
      const asked = { event, at: '', content, reason: '—', document, facts: ALL };
      return event === 'edit' || step(table, history, asked, { person: String(person), roles }).ok;
    })
    .map(({ event, name, needs, conditions }) => ({
      event,
      name,
      ...(needs ? { needs } : {}),
      ...(conditions ? { conditions } : {}),
    }));
}

/** By when an approved budget is to be published. */
function dueOf(item: WorkItem, history: readonly WorkEntry[]) {
  const approved = item.state === 'approved' ? history.findLast(({ event }) => event === 'approve') : undefined;
  return approved?.document
    ? { name: DEADLINES.publication.name, ...dueBy(DEADLINES.publication, approved.document.date, NATIONAL_CALENDAR) }
    : null;
}

/** @throws Fault `missing` for what a person does not see, whether it is there or not; ChangeRefused for what may not be done */
export const work = ({ store }: { readonly store: Store }) => {
  const { db } = store;
  const rolesIn = ({ person }: Visit) => rolesOf(db, person.id, today());
  const workerAt = async (visit: Visit, unitId: number): Promise<Worker> => ({
    ...doerOf(visit),
    personId: visit.person.id,
    roles: (await rolesIn(visit)).get(unitId) ?? [],
  });
  /** The item where this person has a role that sees it, with that person's roles there. */
  const seen = async (visit: Visit, id: number) => {
    const item = await getWork(db, id, today());
    const worker = await workerAt(visit, item?.unitId ?? 0);
    return { item: found(item && mayView(worker.roles) ? item : undefined, WORK), worker };
  };
  const contentOf = async (id: number, number: number) => found(await workContent(db, id, number), '这一版');
  const disclosuresOf = async (departmentId: number, year: number) => {
    const units = (await listUnits(store, today())).filter(({ parentId }) => parentId === departmentId);
    const ids = units.map(({ id }) => id);
    const contents = await yearContents(db, ids, year);
    return ids.flatMap((id) => {
      const kept = contents.get(id);
      const compiled = kept && compiledOf(kept);
      return compiled && isCompiled(compiled) ? [compiled.disclosure] : [];
    });
  };
  const groundsOf = (item: WorkItem): AskGrounds => ({
    item: async () => item,
    compiled: async () => (item.version === 0 ? [] : compiledOf(await contentOf(item.id, item.version))),
    control: () => controlFigures(db, [item.unitId], item.year),
    department: async () => (await listUnits(store, today())).find(({ id }) => id === item.departmentId)!,
    units: () => disclosuresOf(item.departmentId!, item.year),
    missing: async () =>
      missingIn(item, item.version === 0 ? undefined : (await contentOf(item.id, item.version)).content),
  });
  return {
    /** All that a person sees, with what that person may do now. */
    list: async (visit: Visit) => {
      const roles = await rolesIn(visit);
      const units = [...roles].flatMap(([unitId, held]) => (mayView(held) ? [unitId] : []));
      const items = await listWork(store, units, today());
      return Promise.all(
        items.map(async (item) => {
          const held = roles.get(item.unitId) ?? [];
          const able = actionsOf(PROCESSES[item.process], item.state, held).length > 0;
          return { ...item, offers: able ? offersOf(item, await workHistory(db, item.id), visit.person.id, held) : [] };
        }),
      );
    },
    open: async (
      visit: Visit,
      asked: {
        readonly process: Process;
        readonly unitId: number;
        readonly year: number;
        readonly title?: string | undefined;
      },
    ) => ({ id: await openWork(store, asked, await workerAt(visit, asked.unitId)) }),
    get: async (visit: Visit, id: number) => {
      const { item, worker } = await seen(visit, id);
      const history = await workHistory(db, id);
      return {
        ...item,
        offers: offersOf(item, history, visit.person.id, worker.roles),
        due: dueOf(item, history),
        versions: await workVersions(db, id),
        history: history.map(({ personName, person: _, ...entry }) => ({ ...entry, person: personName })),
      };
    },
    content: async (visit: Visit, id: number, number: number) => {
      await seen(visit, id);
      return contentOf(id, number);
    },
    /** What stands against handing up the version that holds, and what checking says of it. */
    findings: async (visit: Visit, id: number) => {
      const { item } = await seen(visit, id);
      if (item.process !== 'round') {
        const content = item.version === 0 ? undefined : (await contentOf(id, item.version)).content;
        return { errors: missingIn(item, content), sums: [], control: [] };
      }
      if (item.version === 0) return { errors: [], sums: [], control: [] };
      const compiled = compiledOf(await contentOf(id, item.version));
      const foreign = isCompiled(compiled) ? foreignTo(item, compiled) : undefined;
      return {
        errors: [...(foreign === undefined ? [] : [foreign]), ...errorsOf(compiled)],
        sums: isCompiled(compiled) ? sumsOf(compiled.ledger) : [],
        control: await controlFigures(db, [item.unitId], item.year),
      };
    },
    /** What differs between two versions, line by line and to the fen. */
    differences: async (visit: Visit, id: number, from: number, to: number): Promise<readonly LedgerDifference[]> => {
      const { item } = await seen(visit, id);
      if (item.process !== 'round') return [];
      const [a, b] = await Promise.all([from, to].map(async (number) => compiledOf(await contentOf(id, number))));
      if (!isCompiled(a!) || !isCompiled(b!)) throw new Fault('unusable', '有一版还不是完整的台账，不能比较。');
      return ledgerDifferences(a.ledger, b.ledger);
    },
    save: async (visit: Visit, id: number, version: { readonly revision: number; readonly content: unknown }) => {
      const { item, worker } = await seen(visit, id);
      if (!OWN.includes(item.process)) throw new Fault('wrong', '这项工作的内容要在它自己的页面上保存。');
      return saveVersion(store, id, version, worker);
    },
    step: async (visit: Visit, id: number, question: Omit<StepQuestion, 'facts'>) => {
      const { item, worker } = await seen(visit, id);
      if (WITH_CONTENT.includes(question.event)) throw new Fault('wrong', '修改要连同内容一起保存。');
      const { transitions } = PROCESSES[item.process];
      const asked = transitions.find(({ from, event }) => from === item.state && event === question.event);
      const facts = await factsOf(asked?.conditions ?? [], groundsOf(item));
      return takeStep(store, id, { ...question, facts }, worker);
    },
    /** A department's units and where each stands in a year, with its money and its control figures. */
    board: async (visit: Visit, departmentId: number, year: number) => {
      assureSeen((await rolesIn(visit)).get(departmentId));
      const units = (await listUnits(store, today())).filter(({ parentId }) => parentId === departmentId);
      const ids = units.map(({ id }) => id);
      const items = (await listWork(store, ids, today())).filter((one) => one.process === 'round' && one.year === year);
      const contents = await yearContents(db, ids, year);
      const control = await controlFigures(db, [departmentId, ...ids], year);
      const controlOf = (unitId: number) => control.filter((figure) => figure.unitId === unitId);
      return {
        control: controlOf(departmentId),
        units: units.map(({ id, code, name }) => {
          const kept = contents.get(id);
          const compiled = kept && compiledOf(kept);
          return {
            unitId: id,
            code,
            name,
            item: items.find(({ unitId }) => unitId === id) ?? null,
            sums: compiled && isCompiled(compiled) ? sumsOf(compiled.ledger) : [],
            control: controlOf(id),
          };
        }),
      };
    },
    /** The department's disclosure as the sum of its units', as far as they are there. */
    aggregate: async (visit: Visit, departmentId: number, year: number) => {
      assureSeen((await rolesIn(visit)).get(departmentId));
      const department = (await listUnits(store, today())).find(({ id }) => id === departmentId);
      const units = await disclosuresOf(departmentId, year);
      if (units.length === 0 || !department) throw new Fault('not-yet', '还没有单位编出预算，不能汇总。');
      const { code, name } = department;
      const { disclosure, problems } = aggregate(units, { agency: { code, name, level: 'department' } });
      return { units: units.length, problems: problems.map(({ message }) => message), disclosure };
    },
    issueControl: async (visit: Visit, unitId: number, figures: readonly Omit<ControlFigure, 'unitId'>[]) =>
      issueControl(store, unitId, figures, await workerAt(visit, unitId)),
  };
};

/** What a task of the year still lacks. */
function missingIn({ process }: WorkItem, content: unknown): readonly string[] {
  if (content === undefined) return [];
  if (process === 'monitoring') return readMonitoring(content as MonitoringTask).missing;
  return process === 'evaluation' ? readEvaluation(content as EvaluationTask).missing : [];
}

function assureSeen(roles: readonly Role[] | undefined): void {
  found(mayView(roles) || undefined, '这个部门');
}
