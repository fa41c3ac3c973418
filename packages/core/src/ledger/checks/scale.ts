/** Amounts in the wrong unit: a whole ledger typed in 万元 where 元 are asked for, or the other way round. */
import type { Fen } from '../../money.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, placedLines, problem, total, wan } from './problem.ts';

const WAN = 10_000;
const YUAN: Fen = 100;

/** Below this much in a year no unit pays its staff. */
const LEAST_WAGES = 5_000 * YUAN;

/** One message where the ledger as a whole is off by 万元 against 元, judged by last year or by what wages can be. */
export function scaleProblems(ledger: Ledger): LedgerProblem[] {
  const all = total(placedLines(ledger).map(({ line }) => line));
  if (all <= 0) return [];
  const last = lastTotal(ledger);
  const path = 'basic[0].fen';
  if (last !== undefined && last > 0) {
    if (all * (WAN / 20) < last)
      return [
        problem(
          'ledger-in-wan',
          path,
          `支出共 ${wan(all)}，上年是 ${wan(last)}：像是按万元填的，请在“基本信息”的金额单位选万元，或改成元。`,
        ),
      ];
    if (all > last * (WAN / 20))
      return [
        problem(
          'ledger-in-yuan',
          path,
          `支出共 ${wan(all)}，上年是 ${wan(last)}：像是把元当成万元填的，请在“基本信息”的金额单位选元，或改数。`,
        ),
      ];
    return [];
  }
  const wages = total(ledger.basic.filter(({ nature }) => nature === 'personnel'));
  return wages > 0 && wages < LEAST_WAGES
    ? [
        problem(
          'ledger-in-wan',
          path,
          `人员经费一年共 ${(wages / YUAN).toFixed(2)} 元：像是按万元填的，请在“基本信息”的金额单位选万元，或改成元。`,
        ),
      ]
    : [];
}

const TOTALS = ['balance[总计]', 'balance[支出总计]', 'balance[收入总计]', 'balance[本年支出合计]'];

function lastTotal({ lastYear }: Ledger): Fen | undefined {
  return TOTALS.map((name) => lastYear[name]).find((fen) => fen !== undefined);
}
