/** The year that is compiled against the year that it is: nothing else tells a past year typed for this one. */
import { kindOf } from '../../model/document-kinds.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** A notice of a budget of a year that is over, and of accounts of one that is not; `thisYear` is told by who has a clock. */
export function yearProblems({ year, stage = 'budget' }: Ledger, thisYear: number): LedgerProblem[] {
  const { executes, name } = kindOf(stage);
  if (executes ? year < thisYear : year >= thisYear) return [];
  const state = executes ? '这一年还没有过完' : '这一年已经过去';
  return [
    problem('year-past', 'year', `年度写的是 ${year} 年，今年是 ${thisYear} 年：${state}，请核对${name}的年度。`),
  ];
}
