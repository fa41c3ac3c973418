/** The office's work: what each person sees and may do, budgets and projects, their versions. Many at once are in `boards.ts`. */
import { adjustmentFault } from '@mingsuan/core/ledger/adjusted';
import { type LedgerDifference, ledgerDifferences } from '@mingsuan/core/ledger/differences';
import { readHeld } from '@mingsuan/core/ledger/held';
import { applicationFaults, parseApplication } from '@mingsuan/core/library/application';
import {
  type EvaluationTask,
  type MonitoringTask,
  readEvaluation,
  readMonitoring,
} from '@mingsuan/core/performance/task';
import { type AdjustmentKind, adjustmentsOf } from '@mingsuan/core/process/adjustments';
import { DEADLINES, dueBy, workingTimeUntil } from '@mingsuan/core/process/deadlines';
import { NATIONAL_CALENDAR } from '@mingsuan/core/process/national-calendar';
import { returnOf } from '@mingsuan/core/process/progress';
import {
  type AnyProcess,
  adjustmentBase,
  adjustmentsOfItem,
  approveAdjustment,
  controlFigures,
  ENTRY_OF,
  getWork,
  listUnits,
  listWork,
  mayView,
  openAdjustment,
  openWork,
  PROCESSES,
  type Process,
  provenBy,
  publicationOf,
  publishWork,
  type StepQuestion,
  type Store,
  saveVersion,
  takeStep,
  type WorkEntry,
  type WorkItem,
  workHistory,
  workVersions,
} from '@mingsuan/store';
import type { Engine } from '../../engine/engine.ts';
import { Fault } from '../../fault.ts';
import type { Visit } from '../accounts/service.ts';
import { type Admission, admissionOf } from '../library/admission.ts';
import { areTargetsPassed, isAppraised } from '../library/appraisal.ts';
import { stepOfBudget } from '../library/budgeting.ts';
import { disclosuresOf } from './boards.ts';
import { compiledOf, errorsOf, isCompiled, sumsOf } from './compiled.ts';
import { type AskGrounds, factsOf, foreignTo } from './facts.ts';
import { asksControl, isRevised, mayAct, offersOf, PUBLISHING, waitsOf } from './offers.ts';
import { intoPortal } from './publishing.ts';
import { sight, today } from './sight.ts';

/** What is saved here; projects of the library and the year of an approved budget have rooms of their own. */
const OF_LEDGERS: readonly AnyProcess[] = ['round', 'adjustment'];
/** Steps that bring content of their own, which is checked where it is brought. */
const WITH_CONTENT: readonly string[] = [
  'edit',
  'rescore',
  'authorise',
  'explain',
  'inspect',
  ...Object.keys(ENTRY_OF),
];

/** By when an approved budget is to be published. */
function dueOf(item: WorkItem, history: readonly WorkEntry[]) {
  const approved = item.state === 'approved' ? history.findLast(({ event }) => event === 'approve') : undefined;
  if (!approved?.document) return null;
  const { date } = dueBy(DEADLINES.publication, approved.document.date, NATIONAL_CALENDAR);
  return { name: DEADLINES.publication.name, date, ...workingTimeUntil(date, today(), NATIONAL_CALENDAR) };
}

/** @throws Fault `missing` for what a person does not see, whether it is there or not; ChangeRefused for what may not be done */
export const work = ({ store, engine }: { readonly store: Store; readonly engine?: Engine }) => {
  const { db } = store;
  const { rolesIn, workerAt, seen, contentOf } = sight({ store });
  const unitsOf = async (departmentId: number) =>
    (await listUnits(store, today(), true)).filter(({ parentId }) => parentId === departmentId);
  const adjustmentOf = async (item: WorkItem) => {
    const base = await adjustmentBase(db, item.id);
    const round = base && (await getWork(db, base.id, today()));
    if (!base || !round || item.version === 0) return { fault: '还没有内容。', stands: false };
    const [before, after] = [await contentOf(base.id, base.version), await contentOf(item.id, item.version)].map(
      (held) => readHeld(held.content).ledger,
    );
    const fault = before && after ? adjustmentFault(base.kind, before, after) : '台账还读不懂。';
    return { fault, stands: round.version === base.version };
  };
  /** What the library says of a budget's projects; nothing of what is no readable ledger, which is faulty itself. */
  const admitted = async (item: WorkItem): Promise<Admission> => {
    const compiled = item.version === 0 ? [] : compiledOf(await contentOf(item.id, item.version));
    return isCompiled(compiled) ? admissionOf({ store }, item, compiled.ledger) : { faults: [], projects: [] };
  };
  const groundsOf = (item: WorkItem): AskGrounds => ({
    item: async () => item,
    compiled: async () => (item.version === 0 ? [] : compiledOf(await contentOf(item.id, item.version))),
    control: () => controlFigures(db, [item.unitId], item.year),
    department: async () => (await listUnits(store, today())).find(({ id }) => id === item.departmentId)!,
    units: async () =>
      disclosuresOf(
        store,
        (await unitsOf(item.departmentId!)).map(({ id }) => id),
        item.year,
      ),
    adjustment: () => adjustmentOf(item),
    missing: async () =>
      missingIn(
        item,
        item.version === 0 ? undefined : (await contentOf(item.id, item.version)).content,
        await provenBy(db, item.id),
      ),
    revised: async () => isRevised(await workHistory(db, item.id)),
    appraised: () => isAppraised(db, item),
    targetsPassed: () => areTargetsPassed(db, item),
    notAdmitted: async () => (await admitted(item)).faults,
  });
  /** Asked only where a step asks for it. */
  const hasControl = async (item: WorkItem) =>
    asksControl(item) ? (await controlFigures(db, [item.unitId], item.year)).length > 0 : undefined;
  return {
    /** All that a person sees, with what that person may do now. */
    list: async (visit: Visit) => {
      const roles = await rolesIn(visit);
      const units = [...roles].flatMap(([unitId, held]) => (mayView(held) ? [unitId] : []));
      const items = await listWork(store, units, today());
      return Promise.all(
        items.map(async (item) => {
          const held = roles.get(item.unitId) ?? [];
          if (!mayAct(item, held)) return { ...item, offers: [], returned: null };
          const history = await workHistory(db, item.id);
          const last = returnOf(history);
          return {
            ...item,
            offers: offersOf(item, history, visit.person.id, held, await hasControl(item)),
            returned: last ? { person: last.personName, reason: last.reason ?? '' } : null,
          };
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
    /** An adjustment of an approved budget that this person sees. */
    adjust: async (visit: Visit, id: number, kind: AdjustmentKind) => {
      const { worker } = await seen(visit, id);
      return { id: await openAdjustment(store, id, kind, worker) };
    },
    get: async (visit: Visit, id: number) => {
      const { item, worker } = await seen(visit, id);
      const history = await workHistory(db, id);
      const base = await adjustmentBase(db, id);
      const controlled = await hasControl(item);
      const isFrozen = item.process === 'round' && ['approved', 'published'].includes(item.state);
      return {
        ...item,
        offers: offersOf(item, history, visit.person.id, worker.roles, controlled),
        waits: controlled === false ? waitsOf(item, history, visit.person.id, worker.roles, false) : [],
        due: dueOf(item, history),
        base: base
          ? { ...base, fault: item.state === 'draft' ? ((await adjustmentOf(item)).fault ?? null) : null }
          : null,
        adjustments: isFrozen ? await adjustmentsOfItem(db, id) : [],
        mayAdjust: isFrozen ? adjustmentsOf(worker.roles) : [],
        publication: (await publicationOf(db, id)) ?? null,
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
      if (!OF_LEDGERS.includes(item.process)) {
        const content = item.version === 0 ? undefined : (await contentOf(id, item.version)).content;
        return { errors: missingIn(item, content, await provenBy(db, id)), sums: [], control: [] };
      }
      if (item.version === 0) return { errors: [], sums: [], control: [] };
      const compiled = compiledOf(await contentOf(id, item.version));
      const foreign = isCompiled(compiled) ? foreignTo(item, compiled) : undefined;
      const { faults } = item.process === 'round' ? await admitted(item) : { faults: [] };
      return {
        errors: [...(foreign === undefined ? [] : [foreign]), ...errorsOf(compiled), ...faults],
        sums: isCompiled(compiled) ? sumsOf(compiled.ledger) : [],
        control: await controlFigures(db, [item.unitId], item.year),
      };
    },
    /** What differs between two versions, line by line and to the fen. */
    differences: async (visit: Visit, id: number, from: number, to: number): Promise<readonly LedgerDifference[]> => {
      const { item } = await seen(visit, id);
      if (!OF_LEDGERS.includes(item.process)) return [];
      const [a, b] = await Promise.all([from, to].map(async (number) => compiledOf(await contentOf(id, number))));
      if (!isCompiled(a!) || !isCompiled(b!)) throw new Fault('unusable', '有一版还不是完整的台账，不能比较。');
      return ledgerDifferences(a.ledger, b.ledger);
    },
    save: async (visit: Visit, id: number, version: { readonly revision: number; readonly content: unknown }) => {
      const { item, worker } = await seen(visit, id);
      if (!OF_LEDGERS.includes(item.process)) throw new Fault('wrong', '这项工作的内容要在它自己的页面上保存。');
      return saveVersion(store, id, version, worker);
    },
    step: async (visit: Visit, id: number, question: Omit<StepQuestion, 'facts'>) => {
      const { item, worker } = await seen(visit, id);
      if (WITH_CONTENT.includes(question.event)) throw new Fault('wrong', '修改要连同内容一起保存。');
      const { transitions } = PROCESSES[item.process];
      const asked = transitions.find(({ from, event }) => from === item.state && event === question.event);
      const facts = await factsOf(asked?.conditions ?? [], groundsOf(item));
      const told = { ...question, facts };
      if (item.process === 'adjustment' && question.event === 'approve')
        return approveAdjustment(store, id, told, worker);
      if (item.process !== 'round') return takeStep(store, id, told, worker);
      if (!engine || !PUBLISHING.includes(question.event))
        return takeStep(
          store,
          id,
          told,
          worker,
          new Date(),
          await stepOfBudget(question, () => admitted(item), worker),
        );
      // What may not be published comes into no portal; what is there by then and not published yet is published by trying again.
      const offered = offersOf(item, await workHistory(db, id), visit.person.id, worker.roles);
      if (item.revision !== question.revision || !offered.some(({ event }) => event === question.event))
        return takeStep(store, id, told, worker);
      const sha256 = await intoPortal({ store, engine }, item, await contentOf(id, item.version));
      return publishWork(store, id, told, sha256, worker);
    },
  };
};

/** What a task of the year, or an application, still lacks. */
function missingIn({ process, year }: WorkItem, content: unknown, proven: readonly string[]): readonly string[] {
  if (process === 'project') {
    const read = content === undefined ? { faults: ['还没有填申报。'] } : parseApplication(content);
    return 'faults' in read ? read.faults : applicationFaults(read.application, year);
  }
  if (content === undefined) return [];
  if (process === 'monitoring') return readMonitoring(content as MonitoringTask, proven).missing;
  return process === 'evaluation' ? readEvaluation(content as EvaluationTask, proven).missing : [];
}
