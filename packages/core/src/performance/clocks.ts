/** Clocks of measured indicators: messages to be answered and faults to be mended in time, counted over named counters. */
import type { WorkCalendar } from '../process/calendar.ts';
import { dueBy } from '../process/deadlines.ts';
import { type Rate, rateOf } from './counters.ts';
import type { Term } from './profile.ts';

/** Days by the calendar, or hours by the clock. */
export type ClockRule = Term | { readonly hours: number };

/** 简单留言 1 个工作日, 一般留言 5 个工作日, 故障 2 个工作日 or 24 小时, as published targets set them. */
export const CLOCKS = {
  'simple-message': { days: 1, count: 'working-days' },
  message: { days: 5, count: 'working-days' },
  fault: { days: 2, count: 'working-days' },
  repair: { hours: 24 },
} as const satisfies Readonly<Record<string, ClockRule>>;

/** What began and ended when: `2026-03-02`, or with the country's time (`2026-03-02T08:00:00+08:00`), which days leave aside. */
export interface Clocked {
  readonly id: string;
  readonly begun: string;
  readonly ended?: string;
}

/** `running` is neither in time nor late yet, and in no rate. */
export type ClockState = 'in-time' | 'late' | 'overdue' | 'running';

export interface ClockReading {
  readonly id: string;
  readonly state: ClockState;
  /** The last day or moment that is in time. */
  readonly due: string;
  /** Rests on days that no notice of holidays speaks of yet. */
  readonly provisional: boolean;
}

export interface ClockCount {
  readonly readings: readonly ClockReading[];
  readonly counts: Readonly<Record<ClockState, number>>;
  /** In time ÷ all that ended or are overdue. */
  readonly rate: Rate;
}

/** Every item and the rate at a moment. @param now a day, or a moment for hours */
export function clockCount(
  items: readonly Clocked[],
  rule: ClockRule,
  now: string,
  calendar: WorkCalendar,
): ClockCount {
  const readings = items.map((item) => reading(item, rule, now, calendar));
  const counts = { 'in-time': 0, late: 0, overdue: 0, running: 0 };
  for (const { state } of readings) counts[state] += 1;
  const denominator = counts['in-time'] + counts.late + counts.overdue;
  return { readings, counts, rate: rateOf({ numerator: counts['in-time'], denominator }) };
}

function reading({ id, begun, ended }: Clocked, rule: ClockRule, now: string, calendar: WorkCalendar): ClockReading {
  const { date: due, provisional } =
    'hours' in rule ? inHours(begun, rule.hours) : dueBy(rule, begun.slice(0, 10), calendar);
  const isWithin = (moment: string) =>
    'hours' in rule ? Date.parse(moment) <= Date.parse(due) : moment.slice(0, 10) <= due;
  const state = ended === undefined ? (isWithin(now) ? 'running' : 'overdue') : isWithin(ended) ? 'in-time' : 'late';
  return { id, state, due, provisional };
}

const inHours = (begun: string, hours: number) => ({
  date: new Date(Date.parse(begun) + hours * 3_600_000).toISOString(),
  provisional: false,
});
