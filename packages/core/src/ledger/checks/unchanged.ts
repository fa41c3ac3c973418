/** A document whose figures all are last year's: nobody has compiled it. */
import type { Disclosure } from '../../disclosure.ts';
import { figuresOf } from '../figures-of.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** So many figures that are not zero must be known of both years before they are said to be the same. */
const FEWEST = 4;

/** Told where every figure that is known of last year, and is not zero in both, is this year's too. */
export function unchangedProblems({ lastYear, year }: Ledger, disclosure: Disclosure): LedgerProblem[] {
  const now = figuresOf(disclosure);
  const known = Object.entries(lastYear).filter(
    ([name, fen]) => now[name] !== undefined && (fen !== 0 || now[name] !== 0),
  );
  if (known.length < FEWEST || known.some(([name, fen]) => now[name] !== fen)) return [];
  const message = `${year} 年的 ${known.length} 个数与上年全部相同：这是上年的预算，没有编成；请填今年的数。`;
  return [problem('unchanged', 'lastYear', message)];
}
