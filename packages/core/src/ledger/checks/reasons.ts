/** Reasons that go against the change which the document will print before them: 减少 because 人员增加. */

import type { Disclosure } from '../../disclosure.ts';
import { wan } from '../../money.ts';
import { isAgainst } from '../../rules/words/reasons.ts';
import { figuresOf } from '../figures-of.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** One notice a reason, at its cell; silent where either year's figure is not known. */
export function reasonProblems({ lastYear, texts }: Ledger, disclosure: Disclosure): LedgerProblem[] {
  const now = figuresOf(disclosure);
  return Object.entries(texts.reasons).flatMap(([quantity, why]) => {
    const [before, after] = [lastYear[quantity], now[quantity]];
    if (before === undefined || after === undefined || before === after) return [];
    const direction = after > before ? 'up' : 'down';
    if (!isAgainst(direction, why)) return [];
    const message = `比上年${direction === 'up' ? '增加' : '减少'} ${wan(Math.abs(after - before))}，原因写的却是“${why}”：请核对上年数和原因。`;
    return [problem('reason-against', `lastYear[${quantity}].reason`, message)];
  });
}
