/** Execution: lines from the approved budget, entries by hand and by import, what they come to by the end of a month, warnings. */
import { parseLedger } from '@mingsuan/core/ledger/parse';

import { kindOf } from '@mingsuan/core/model/document-kinds';
import { authorityOf, spendingByItem } from '@mingsuan/core/performance/authority';
import type { Execution } from '@mingsuan/core/performance/execution';
import { executionFaults, unpaidAfterAcceptance } from '@mingsuan/core/performance/execution-faults';
import {
  type MonthlyRow,
  monthlyReport,
  type ProjectWords,
  reconcile,
  reconciledItems,
  totalOfMonth,
} from '@mingsuan/core/performance/execution-report';
import {
  importPayments,
  newPayments,
  type PaymentMapping,
  withPaymentMapping,
} from '@mingsuan/core/performance/payment-import';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import { addWorkingDays } from '@mingsuan/core/process/calendar';
import { NATIONAL_CALENDAR } from '@mingsuan/core/process/national-calendar';
import {
  approvedBudgets,
  authorise,
  type EntryEvent,
  enterExecution,
  executionEntries,
  executionItem,
  executionItems,
  executionOf,
  explainExecution,
  listTasks,
  listUnits,
  mayView,
  type NewEntry,
  openExecution,
  openTasks,
  rolesOf,
  type StepQuestion,
  type Store,
  workHistory,
} from '@mingsuan/store';
import { type Engine, gained } from '../../engine/engine.ts';
import { Fault, found } from '../../fault.ts';
import type { Visit } from '../accounts/service.ts';
import { compiledOf, isCompiled } from '../work/compiled.ts';
import { offersOf } from '../work/offers.ts';
import { adopted, againstBudget } from './against-budget.ts';
import { assureWhole, lumpSumOf } from './asked.ts';
import { profileIn, scopeOf, today } from './scope.ts';
import { linesShown, profileShown, rowOf } from './shown.ts';
import { dueWarnings, goalsAt, mayWarn, warningTitle } from './warnings.ts';

/** The last whole month of a year, or its last: December of a year that has gone by. */
function lastMonth(year: number): number {
  const [y, m] = today().split('-').map(Number) as [number, number];
  return y > year ? 12 : y < year ? 1 : Math.max(1, m - 1);
}

/** More than a region is warned of in a year. */
const MOST_WARNED = 20_000;

/** @throws Fault `missing` for what a person does not see; ChangeRefused for what may not be done */
export const execution = (services: { readonly store: Store; readonly engine: Engine }) => {
  const { store, engine } = services;
  const { db } = store;

  const read = async (units: readonly number[], year: number) => {
    const items = await executionItems(db, units, year);
    return {
      items,
      ...(await executionOf(
        db,
        items.map(({ id }) => id),
      )),
    };
  };
  /** The unit's own execution, to be changed. */
  const own = async (visit: Visit, unitId: number, year: number) => {
    const scope = await scopeOf(services, visit, unitId);
    if (scope.place.kind !== 'unit') throw new Fault('wrong', '请到单位的页面上记。');
    return { scope, item: found(await executionItem(db, unitId, year, today()), '下达的指标') };
  };
  const answerOf = async (visit: Visit, id: number, year: number, asked: number | undefined) => {
    const scope = await scopeOf(services, visit, id);
    const profile = profileIn(scope, year);
    const month = asked ?? lastMonth(year);
    const units = scope.units.map((unit) => unit.id);
    const { execution: all, words } = await read(units, year);
    const item = scope.place.kind === 'unit' ? await executionItem(db, id, year, today()) : undefined;
    const rows = monthlyReport(all, month, words);
    const history = item ? await workHistory(db, item.id) : [];
    const mayAuthorise =
      scope.place.kind === 'unit' &&
      scope.worker.roles.includes('bureau-budget') &&
      all.lines.length === 0 &&
      (await approvedBudgets(db, [id], year)).has(id);
    const warnings = await listTasks(db, { process: 'warning', units, year, limit: MOST_WARNED });
    const given = new Set(warnings.map(({ unitId, title }) => `${unitId} ${title}`));
    const goals = await goalsAt(store, units, year, month, profile);
    const { differences, changes } = await againstBudget(store, scope.place, all, year);
    return {
      scope,
      all,
      words,
      rows,
      goals,
      profile,
      month,
      answer: {
        unitId: id,
        name: scope.place.name,
        year,
        month,
        profile: profileShown(profile),
        item: item ? { ...item, offers: offersOf(item, history, visit.person.id, scope.worker.roles) } : null,
        mayAuthorise,
        lines: scope.place.kind === 'unit' ? linesShown(all, month) : [],
        rows: rows.map(rowOf),
        total: rowOf(totalOfMonth(rows, month)),
        faults: faultsOf(all, year, month, profile),
        due: dueWarnings(rows, scope, month, profile, goals)
          .filter((one) => !given.has(`${one.unitId} ${warningTitle(one)}`))
          .map(({ of: _, ...one }) => one),
        mayWarn: mayWarn(scope.worker.roles),
        differences,
        mayAdopt: scope.worker.roles.includes('bureau-budget') ? (changes?.deltas.length ?? 0) : 0,
        warnings: warnings
          .slice(0, 200)
          .map(({ id: number, unit, title, state, due }) => ({ id: number, unit, title, state, due })),
      },
    };
  };
  return {
    /** Every place that a person sees, with the money of its year: regions and departments as the sums of their units. */
    list: async (visit: Visit, year: number) => {
      const [places, roles] = await Promise.all([listUnits(store, today()), rolesOf(db, visit.person.id, today())]);
      const seen = places.filter((one) => mayView(roles.get(one.id)));
      const month = lastMonth(year);
      const units = seen.filter(({ kind }) => kind === 'unit').map(({ id }) => id);
      const { items, execution: all } = await read(units, year);
      const opened = new Set(items.map(({ unitId }) => unitId));
      const rows = monthlyReport(all, month);
      const byUnit = new Map<string, MonthlyRow[]>();
      for (const row of rows) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row]);
      const unitsIn = (id: number) =>
        seen.filter((one) => one.kind === 'unit' && (one.id === id || one.parentId === id));
      return seen
        .filter(({ kind }) => kind !== 'region')
        .map(({ id, code, name, kind }) => {
          const within = unitsIn(id);
          const own = within.flatMap((one) => byUnit.get(one.name) ?? []);
          return {
            unitId: id,
            code,
            name,
            kind,
            isOpen: within.some((one) => opened.has(one.id)),
            total: rowOf(totalOfMonth(own, month)),
          };
        });
    },
    get: async (visit: Visit, id: number, year: number, month?: number) =>
      (await answerOf(visit, id, year, month)).answer,
    /** Lines from the approved budget of a unit. */
    authorise: async (
      visit: Visit,
      unitId: number,
      year: number,
      {
        document,
        lumpSums = [],
      }: { document: { number: string; date: string }; lumpSums?: readonly string[] | undefined },
    ) => {
      const scope = await scopeOf(services, visit, unitId);
      const budget = (await approvedBudgets(db, [unitId], year)).get(unitId);
      if (!budget) throw new Fault('not-yet', '这个单位的预算还没有批复，不能下达指标。');
      const compiled = compiledOf(budget);
      if (!isCompiled(compiled)) throw new Fault('not-yet', '批复的预算不完整，不能下达指标。');
      const { name, code } = scope.place;
      const lumped = new Set(lumpSums.map((told) => lumpSumOf(compiled.ledger.projects, told)));
      const lines = authorityOf(compiled.ledger, { unit: name, code, document: document.number }).map((line) =>
        lumped.has(line.project) ? { ...line, isLumpSum: true } : line,
      );
      const id = await openExecution(store, { unitId, year }, scope.worker);
      const item = found(await executionItem(db, unitId, year, today()), '下达的指标');
      return authorise(store, id, lines, { revision: item.revision, document }, scope.worker);
    },
    /** What approved adjustments of the budget ask of the lines: new ones, and what changes on those that are there. */
    adopt: async (
      visit: Visit,
      unitId: number,
      year: number,
      asked: {
        readonly revision: number;
        readonly month: number;
        readonly reason: string;
        readonly document: { readonly number: string; readonly date: string };
      },
    ) => {
      const { scope, item } = await own(visit, unitId, year);
      const { execution: all } = await executionOf(db, [item.id]);
      const { changes } = await againstBudget(store, scope.place, all, year);
      if (!changes || changes.deltas.length === 0) throw new Fault('not-yet', '指标和批复的预算一致，没有要调整的。');
      return adopted(store, item.id, changes, asked, scope.worker);
    },
    /** The year of a unit item by item: approved, authorised, adjusted, paid, and in a ledger of its accounts. */
    reconciliation: async (visit: Visit, unitId: number, year: number, given: unknown) => {
      const { scope, item } = await own(visit, unitId, year);
      const { ledger, problems } = parseLedger(given);
      if (!ledger) throw new Fault('wrong', problems[0]!.message);
      if (!kindOf(ledger.stage ?? 'budget').executes || ledger.year !== year)
        throw new Fault('wrong', `台账应是 ${year} 年的决算。`);
      const { execution: all } = await executionOf(db, [item.id]);
      const { budget } = await againstBudget(store, scope.place, all, year);
      const documents = { budget, accounts: spendingByItem(ledger) };
      return {
        unit: scope.place.name,
        year,
        items: reconciledItems(all, documents).map(({ budget: approved = null, accounts = 0, ...one }) => ({
          ...one,
          budget: approved,
          accounts,
        })),
        differences: reconcile(all, documents),
      };
    },
    enter: async (
      visit: Visit,
      unitId: number,
      year: number,
      question: StepQuestion & { readonly event: EntryEvent; readonly entries: readonly NewEntry[] },
    ) => {
      const { scope, item } = await own(visit, unitId, year);
      assureWhole(question, year);
      return enterExecution(store, item.id, question, scope.worker);
    },
    explain: async (
      visit: Visit,
      unitId: number,
      year: number,
      { revision, words }: { readonly revision: number; readonly words: readonly Omit<ProjectWords, 'unit'>[] },
    ) => {
      const { scope, item } = await own(visit, unitId, year);
      return explainExecution(store, item.id, words, { revision }, scope.worker);
    },
    entries: async (visit: Visit, unitId: number, year: number, line?: string) => {
      const { item } = await own(visit, unitId, year);
      const history = new Map((await workHistory(db, item.id)).map((entry) => [entry.number, entry]));
      return (await executionEntries(db, item.id, line)).map(({ step, ...entry }) => ({
        ...entry,
        line: entry.line ?? null,
        day: entry.day ?? null,
        contract: entry.contract ?? null,
        change: entry.change ?? null,
        origin: entry.origin ?? null,
        person: history.get(step)?.personName ?? '',
        at: history.get(step)?.at ?? '',
      }));
    },
    /** Payments of an export; looked at first, then taken with what they were read from. */
    importPayments: async (
      visit: Visit,
      unitId: number,
      year: number,
      file: { readonly name: string; readonly bytes: Uint8Array },
      {
        revision,
        preview,
        mapping,
      }: { readonly revision: number; readonly preview: boolean; readonly mapping: Partial<PaymentMapping> },
    ) => {
      const { scope, item } = await own(visit, unitId, year);
      const { execution: all } = await executionOf(db, [item.id]);
      const sheets = gained(await engine.uploads.run('sheets', { bytes: file.bytes }));
      const before = await executionEntries(db, item.id);
      const read = newPayments(
        importPayments(sheets, all.lines, year, withPaymentMapping(mapping)),
        before.flatMap(({ kind, line, month, day, fen, contract }) =>
          kind === 'payment' ? [{ line: line!, month, date: day ?? '', amount: fen, contract: contract ?? '' }] : [],
        ),
      );
      const entries = read.payments.map(
        ({ line, month, date, amount, contract, origin }): NewEntry => ({
          line,
          month,
          ...(date === undefined ? {} : { day: date }),
          fen: amount,
          ...(contract === undefined ? {} : { contract }),
          origin: { source: file.name, ...origin },
        }),
      );
      if (!preview && entries.length === 0) throw new Fault('unusable', '没有可以导入的支付。');
      const entered = preview
        ? null
        : await enterExecution(store, item.id, { event: 'pay', revision, entries, isImport: true }, scope.worker);
      return {
        payments: entries.length,
        fen: read.fen,
        sums: read.sums,
        faults: read.faults.map(({ message, origin: { sheet, address } }) => ({
          message,
          ...(sheet === undefined ? {} : { sheet }),
          ...(address === undefined ? {} : { address }),
        })),
        first: entries.slice(0, 20).map(({ origin: _, line, ...entry }) => ({ ...entry, line: line! })),
        item: entered,
      };
    },
    /** Opens the warnings that the profile gives at the end of a month; those given before stay. */
    warn: async (visit: Visit, id: number, year: number, month: number) => {
      const { scope, rows, profile, goals } = await answerOf(visit, id, year, month);
      const due = dueWarnings(rows, scope, month, profile, goals);
      const days = profile.warnings.answerDays;
      const answerBy = days === undefined ? undefined : addWorkingDays(today(), days, NATIONAL_CALENDAR).date;
      const made = await openTasks(
        store,
        'warning',
        due.map(({ unitId, project, code, message, kind, of }) => ({
          unitId,
          year,
          title: warningTitle({ project, kind, of }),
          project,
          code,
          month: of,
          ...(answerBy === undefined ? {} : { due: answerBy }),
          content: { project, month: of, kind, message, profile: profile.id },
        })),
        scope.worker,
      );
      return { made: made.length };
    },
    /** What the monthly report is written from. */
    report: async (visit: Visit, id: number, year: number, month?: number) => answerOf(visit, id, year, month),
  };
};

/** What is wrong by the end of a month; what is due is looked at today, or at the end of a year that has gone by. */
function faultsOf(all: Execution, year: number, month: number, { execution: rules }: PerformanceProfile) {
  const now = today();
  const day = now.startsWith(String(year)) ? now : `${year}-12-31`;
  return [...executionFaults(all, month, rules), ...unpaidAfterAcceptance(all, day, rules, NATIONAL_CALENDAR)];
}
