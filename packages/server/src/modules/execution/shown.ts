/** What of an execution is answered: rows of the monthly report, lines by the end of a month, the profile beside them. */
import { type Execution, lineStates } from '@mingsuan/core/performance/execution';
import type { MonthlyRow } from '@mingsuan/core/performance/execution-report';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import { type Ratio, rounded } from '@mingsuan/core/performance/ratio';
import { printDecimal } from '@mingsuan/core/performance/target';

const two = (value: Ratio): string => printDecimal(rounded(value, 2));

/** A row of the monthly report as it is answered. */
export const rowOf = ({ rate, pace, gap, ...row }: MonthlyRow) => ({
  ...row,
  ...(rate ? { rate: two(rate) } : {}),
  pace: two(pace),
  ...(gap ? { gap: two(gap) } : {}),
});

/** What of a profile is told beside what was made by it. */
export const profileShown = ({ id, name, source, execution: { provisional } }: PerformanceProfile) => ({
  id,
  name,
  source,
  ...(provisional === undefined ? {} : { provisional }),
});

/** The lines as they stand by the end of a month, amounts in fen. */
export const linesShown = (all: Execution, month: number) =>
  lineStates(all, month).map(({ line, adjusted, planned, paid, committed, available }) => ({
    number: line.id,
    unit: line.unit,
    project: line.project,
    ...(line.code === undefined ? {} : { code: line.code }),
    functional: line.functional,
    ...(line.economic === undefined ? {} : { economic: line.economic }),
    fund: line.fund,
    document: line.document,
    isLumpSum: line.isLumpSum === true,
    initial: line.amount,
    adjusted,
    ...(planned === undefined ? {} : { planned }),
    paid,
    committed,
    available,
  }));
