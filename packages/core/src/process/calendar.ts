/** Working days (工作日) as the State Council's notices set them, year by year; beyond what is announced they are provisional. */
export interface WorkCalendar {
  /** The first and the last day that notices speak of. */
  readonly knownFrom: string;
  readonly knownUntil: string;
  /** Weekdays off, from and to, both included. */
  readonly off: readonly (readonly [from: string, to: string])[];
  /** Weekend days that are worked. */
  readonly worked: readonly string[];
}

export interface DayCount {
  /** `2026-03-02` */
  readonly date: string;
  /** Whether it rests on days that no notice speaks of yet. */
  readonly provisional: boolean;
}

const DAY_MS = 86_400_000;
const msOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day so many calendar days after another. Dates are `2026-03-02`. */
export const addDays = (date: string, days: number): string => dateOf(msOf(date) + days * DAY_MS);

/** Whether people work that day, as far as the calendar knows. */
export function isWorkingDay(date: string, { off, worked }: WorkCalendar): boolean {
  if (worked.includes(date)) return true;
  const weekday = new Date(msOf(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !off.some(([from, to]) => from <= date && date <= to);
}

/** The day so many working days after another, which does not count itself. */
export function addWorkingDays(date: string, days: number, calendar: WorkCalendar): DayCount {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left--;
  }
  return { date: day, provisional: date < calendar.knownFrom || day > calendar.knownUntil };
}
