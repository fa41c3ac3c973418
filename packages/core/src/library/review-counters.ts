/** How far review has come: coverage, timeliness of the first answer, saving. Each with what it was counted of. */
import type { Fen } from '../money.ts';
import { clockCount } from '../performance/clocks.ts';
import type { Term } from '../performance/profile.ts';
import type { WorkCalendar } from '../process/calendar.ts';
import { type Share, savingOf, shareOf } from './amounts.ts';

/** What a project's history says of its review. Days: `2026-03-02`. */
export interface ReviewedProject {
  readonly id: number;
  /** When it was first handed in. */
  readonly applied: string;
  /** When somebody first passed, returned or refused it. */
  readonly answered?: string;
  /** Whether its review came to an end: stored or refused. */
  readonly isReviewed: boolean;
  readonly asked?: Fen;
  readonly reviewed?: Fen;
}

export interface ReviewCounters {
  /** 审核评审覆盖率: reviewed ÷ applied for. */
  readonly coverage: Share;
  /** 初审及时率: answered in time ÷ answered or overdue; undefined where the place sets no term. */
  readonly timeliness?: Share & { readonly late: number; readonly running: number; readonly provisional: boolean };
  /** 节约财政资金比例 */
  readonly saving: Share;
}

/** @param day that it is counted on */
export function reviewCounters(
  projects: readonly ReviewedProject[],
  within: Term | undefined,
  day: string,
  calendar: WorkCalendar,
): ReviewCounters {
  const sums = projects.flatMap(({ asked, reviewed }) =>
    asked === undefined || reviewed === undefined ? [] : [{ asked, reviewed }],
  );
  const clocked = projects.map(({ id, applied, answered }) => ({
    id: String(id),
    begun: applied,
    ...(answered === undefined ? {} : { ended: answered }),
  }));
  const count = within && clockCount(clocked, within, day, calendar);
  return {
    coverage: shareOf(projects.filter(({ isReviewed }) => isReviewed).length, projects.length),
    ...(count
      ? {
          timeliness: {
            ...shareOf(count.rate.counted.numerator, count.rate.counted.denominator),
            late: count.counts.late + count.counts.overdue,
            running: count.counts.running,
            provisional: count.readings.some(({ provisional }) => provisional),
          },
        }
      : {}),
    saving: savingOf(sums),
  };
}
