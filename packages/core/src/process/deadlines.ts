/** How long the law gives. 《预算法》 counts in days, not in working days. */
import { addDays, addWorkingDays, type DayCount, isWorkingDay, type WorkCalendar } from './calendar.ts';

export interface DeadlineRule {
  readonly name: string;
  readonly days: number;
  readonly count: 'days' | 'working-days';
  readonly basis: string;
}

export const DEADLINES = {
  approval: { name: '批复部门预算', days: 20, count: 'days', basis: '《预算法》第五十二条：本级人民代表大会批准后' },
  'unit-approval': { name: '批复所属单位预算', days: 15, count: 'days', basis: '《预算法》第五十二条：接到批复后' },
  publication: { name: '公开部门预算', days: 20, count: 'days', basis: '《预算法》第十四条：批复后' },
} as const satisfies Readonly<Record<string, DeadlineRule>>;

/** The last day, counted from the day after `since`. Only what is counted in working days can be provisional. */
export const dueBy = (
  { days, count }: Pick<DeadlineRule, 'days' | 'count'>,
  since: string,
  calendar: WorkCalendar,
): DayCount =>
  count === 'days' ? { date: addDays(since, days), provisional: false } : addWorkingDays(since, days, calendar);

/** What is left of a deadline to work in. */
export interface WorkingTime {
  /** The last working day that the deadline leaves. */
  readonly lastDay: string;
  /** Working days from today to it, both included; 0 where none is left. */
  readonly days: number;
  readonly provisional: boolean;
}

/** The law counts in days, people work in working days: how many of them are left from `today` until `due`. */
export function workingTimeUntil(due: string, today: string, calendar: WorkCalendar): WorkingTime {
  let lastDay = due;
  while (!isWorkingDay(lastDay, calendar)) lastDay = addDays(lastDay, -1);
  let days = 0;
  for (let day = today; day <= lastDay; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days++;
  const first = today < lastDay ? today : lastDay;
  return { lastDay, days, provisional: first < calendar.knownFrom || due > calendar.knownUntil };
}
