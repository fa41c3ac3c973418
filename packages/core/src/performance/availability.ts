/** Measured series of a web site: how often it opened, on how many days, and in which weeks it failed an inspection's rule. */
import { type Rate, rateOf } from './counters.ts';
import type { InspectionRules } from './inspection.ts';
import { compareRatio, ratio } from './ratio.ts';

/** One visit. `ms` until it answered. */
export interface Visit {
  /** `2026-03-02T08:00:00.000Z` */
  readonly at: string;
  readonly isOpen: boolean;
  readonly ms: number;
}

export interface DayCount {
  readonly day: string;
  readonly visits: number;
  readonly opened: number;
}

export interface Availability {
  readonly rules: string;
  readonly visits: number;
  readonly opened: number;
  readonly rate: Rate;
  readonly days: readonly DayCount[];
  /** Days on which fewer visits failed than the rule allows. */
  readonly availableDays: number;
  /** Weeks that were visited often enough to be judged, by their first day. */
  readonly weeks: readonly { readonly from: string; readonly fails: boolean }[];
}

/** The day of a moment, `2026-03-02`; the country keeps one time. */
export const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

/** What a series comes to. Days without a visit are not known, and no day that counts. */
export function availabilityOf(visits: readonly Visit[], rules: InspectionRules): Availability {
  const days = new Map<string, { visits: number; opened: number }>();
  for (const { at, isOpen, ms } of visits) {
    const day = days.get(dayOf(at)) ?? { visits: 0, opened: 0 };
    day.visits += 1;
    if (isOpen && ms <= rules.mostMs) day.opened += 1;
    days.set(dayOf(at), day);
  }
  const counted = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]): DayCount => ({ day, ...count }));
  const opened = counted.reduce((all, day) => all + day.opened, 0);
  return {
    rules: rules.id,
    visits: visits.length,
    opened,
    rate: rateOf({ numerator: opened, denominator: visits.length }),
    days: counted,
    availableDays: counted.filter((day) => !fails([day], rules)).length,
    weeks: weeksOf(counted, rules).map((week) => ({ from: week[0]!.day, fails: fails(week, rules) })),
  };
}

function fails(days: readonly DayCount[], { failsFrom }: InspectionRules): boolean {
  const [visits, opened] = [
    days.reduce((all, day) => all + day.visits, 0),
    days.reduce((all, day) => all + day.opened, 0),
  ];
  return compareRatio(ratio(visits - opened, visits), failsFrom) >= 0;
}

/** Runs of days, one after the other, each visited often enough. */
function weeksOf(days: readonly DayCount[], { days: length, visitsADay }: InspectionRules): readonly DayCount[][] {
  const weeks: DayCount[][] = [];
  let run: DayCount[] = [];
  for (const day of days) {
    const last = run.at(-1);
    const follows = last === undefined || Date.parse(day.day) - Date.parse(last.day) === 86_400_000;
    if (!follows || day.visits < visitsADay) run = [];
    if (day.visits < visitsADay) continue;
    run.push(day);
    if (run.length === length) {
      weeks.push(run);
      run = [];
    }
  }
  return weeks;
}
