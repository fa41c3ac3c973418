/** How long the law gives. 《预算法》 counts in days, not in working days. */
import { addDays, addWorkingDays, type DayCount, type WorkCalendar } from './calendar.ts';

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
