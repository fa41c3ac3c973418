/** Registers of messages and faults: entered one by one, by CSV or by another system, ended, and counted by the working-day calendar. */
import { csvLine } from '@mingsuan/core/csv';
import {
  type ClockEntry,
  type ClockId,
  clockedOf,
  clockMoment,
  clockRows,
} from '@mingsuan/core/performance/clock-register';
import { CLOCKS, type ClockCount, type ClockReading, clockCount } from '@mingsuan/core/performance/clocks';
import { NATIONAL_CALENDAR } from '@mingsuan/core/process/national-calendar';
import {
  addClock,
  type Clock,
  clockEntries,
  enterClock,
  getClock,
  listClocks,
  type Store,
  type StoredClockEntry,
} from '@mingsuan/store';
import { Fault, found } from '../../fault.ts';
import type { Visit } from '../accounts/service.ts';
import { scopeOf, today } from '../execution/scope.ts';
import { percentOf } from './percent.ts';

/** Matters that are answered at once; the others are in the CSV. */
const MOST_SHOWN = 500;
const STATE_NAMES = {
  'in-time': '按时',
  late: '超时办结',
  overdue: '超时未办',
  running: '未到期',
} as const satisfies Readonly<Record<ClockReading['state'], string>>;

interface EntryAsked {
  readonly number: string;
  readonly begun?: string | undefined;
  readonly ended?: string | undefined;
  readonly struck?: boolean | undefined;
}

/** What a register comes to at this moment. */
export function countOf({ rule }: Pick<Clock, 'rule'>, entries: readonly ClockEntry[]): ClockCount {
  const now = 'hours' in CLOCKS[rule] ? new Date().toISOString() : today();
  return clockCount(clockedOf(entries), CLOCKS[rule], now, NATIONAL_CALENDAR);
}

/** In time, and all that count: those not due yet are in neither. */
export const sidesOf = ({ counts }: ClockCount) => ({
  numerator: counts['in-time'],
  denominator: counts['in-time'] + counts.late + counts.overdue,
});

const clockShown = (clock: Clock, count: ClockCount) => ({
  ...clock,
  counts: count.counts,
  ...sidesOf(count),
  rate: percentOf(count.rate),
  provisional: count.readings.some(({ provisional }) => provisional),
});

/** Every register of these units and a year, with its raw rows. */
export async function countedClocks({ db }: Pick<Store, 'db'>, units: readonly number[], year: number) {
  const clocks = await listClocks(db, units, year);
  const entries =
    clocks.length > 0
      ? await clockEntries(
          db,
          clocks.map(({ id }) => id),
        )
      : [];
  return clocks.map((clock) => {
    const count = countOf(
      clock,
      entries.filter(({ clockId }) => clockId === clock.id),
    );
    return { clock, count };
  });
}

/** @throws Fault `missing` for what a person does not see; ChangeRefused for what may not be done */
export const clocks = (services: { readonly store: Store }) => {
  const { store } = services;
  const { db } = store;
  const clockIn = async (visit: Visit, id: number) => {
    const clock = found(await getClock(db, id), '这份登记');
    return { clock, scope: await scopeOf(services, visit, clock.unitId) };
  };
  return {
    list: async (visit: Visit, placeId: number, year: number) => {
      const { units } = await scopeOf(services, visit, placeId);
      const counted = await countedClocks(
        store,
        units.map(({ id }) => id),
        year,
      );
      return counted.map(({ clock, count }) => clockShown(clock, count));
    },
    add: async (
      visit: Visit,
      unitId: number,
      year: number,
      fields: {
        readonly name: string;
        readonly rule: ClockId;
        readonly project: string | null;
        readonly indicator: string | null;
      },
    ) => {
      const { place, worker } = await scopeOf(services, visit, unitId);
      if (place.kind !== 'unit') throw new Fault('wrong', '请选一个单位。');
      return { id: await addClock(store, { unitId, year, ...fields }, worker) };
    },
    /** The register with its matters, those that wait first. */
    get: async (visit: Visit, id: number) => {
      const { clock } = await clockIn(visit, id);
      const entries = await clockEntries(db, [id]);
      const count = countOf(clock, entries);
      return { ...clockShown(clock, count), matters: mattersOf(entries, count).slice(0, MOST_SHOWN) };
    },
    enter: async (
      visit: Visit,
      id: number,
      {
        source,
        entries = [],
        csv = '',
      }: {
        readonly source: string;
        readonly entries?: readonly EntryAsked[] | undefined;
        readonly csv?: string | undefined;
      },
    ) => {
      const { clock, scope } = await clockIn(visit, id);
      const rows = clockRows(csv);
      if ('fault' in rows) throw new Fault('wrong', rows.fault);
      const all = [...entries.flatMap(asked), ...rows.entries];
      if (all.length === 0) throw new Fault('wrong', '没有可以登记的。');
      await enterClock(store, clock, all, source, scope.worker);
      return { values: all.length };
    },
    /** Every raw row, those struck out too, with what each matter comes to. */
    csv: async (visit: Visit, id: number) => {
      const { clock } = await clockIn(visit, id);
      const entries = await clockEntries(db, [id]);
      const head = csvLine(['编号', '开始', '办结', '期限', '结果', '来源']);
      const lines = [...mattersOf(entries, countOf(clock, entries)), ...struckOf(entries)].map(
        ({ number, begun, ended, due, state, source }) =>
          csvLine([number, begun, ended ?? '', due ?? '', state === null ? '作废' : STATE_NAMES[state], source]),
      );
      return { name: clock.name, text: [head, ...lines].join('') };
    },
  };
};

/** @throws Fault where a time cannot be read */
function asked({ number, begun, ended, struck }: EntryAsked): readonly ClockEntry[] {
  const at = (kind: ClockEntry['kind'], text: string | undefined): readonly ClockEntry[] => {
    if (text === undefined) return [];
    const moment = clockMoment(text);
    if (moment === undefined) throw new Fault('wrong', `“${text}”不是时间，写作 2026-03-02 或 2026-03-02 08:30。`);
    return [{ number, kind, at: moment }];
  };
  return [
    ...at('begun', begun),
    ...at('ended', ended),
    ...(struck ? [{ number, kind: 'struck', at: today() } as const] : []),
  ];
}

const ORDER = { overdue: 0, running: 1, late: 2, 'in-time': 3 } as const;

function mattersOf(entries: readonly StoredClockEntry[], { readings }: ClockCount) {
  const begun = new Map(entries.flatMap((entry) => (entry.kind === 'begun' ? [[entry.number, entry]] : [])));
  const ended = new Map(entries.flatMap((entry) => (entry.kind === 'ended' ? [[entry.number, entry.at]] : [])));
  return readings
    .map(({ id, state, due, provisional }) => {
      const { at, source } = begun.get(id)!;
      return { number: id, begun: at, ended: ended.get(id) ?? null, due, state, provisional, source };
    })
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.due.localeCompare(b.due));
}

const struckOf = (entries: readonly StoredClockEntry[]) =>
  entries.flatMap(({ number, kind, source }) => {
    if (kind !== 'struck') return [];
    const at = (of: ClockEntry['kind']) => entries.find((one) => one.number === number && one.kind === of)?.at;
    return [{ number, begun: at('begun') ?? '', ended: at('ended') ?? null, due: null, state: null, source }];
  });
