/** Amounts in the wrong unit: a whole ledger typed in 万元 where 元 are asked for, or the other way round. */
import type { Disclosure } from '../../disclosure.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { figuresOf } from '../figures-of.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, placedLines, problem, total } from './problem.ts';
import { sourceProblems } from './sources.ts';

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
  if (last !== undefined && last.fen > 0) {
    if (all * (WAN / 20) < last.fen)
      return [
        problem(
          'ledger-in-wan',
          path,
          `支出共 ${wan(all)}，上年是 ${wan(last.fen)}：像是按万元填的，请在“基本信息”的金额单位选万元，或改成元。`,
        ),
      ];
    // One line that is all of it is told by itself.
    if (all - largestLine(ledger) <= last.fen * (WAN / 20) && ledger.moneyUnit === '万元') return [];
    if (all > last.fen * (WAN / 20)) {
      // Beside parts of last year's in 元, the whole alone is off.
      if (largestOfLastYear(ledger) > last.fen * (WAN / 20))
        return [
          problem(
            'last-year-in-wan',
            `lastYear[${last.name}]`,
            `上年数 ${formatAmount(last.fen, '元')} 元，其中的一项就有 ${wan(largestOfLastYear(ledger))}：像是按万元填的，请改成元。`,
          ),
        ];
      return [
        problem(
          'ledger-in-yuan',
          path,
          `支出共 ${wan(all)}，上年是 ${wan(last.fen)}：像是把元当成万元填的，请在“基本信息”的金额单位选元，或改数。`,
        ),
      ];
    }
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

/** A figure of last year that, taken as 万元, is about this year's: one cell of several in another unit. */
export function lastYearScaleProblems(ledger: Ledger, disclosure: Disclosure): LedgerProblem[] {
  const figures = figuresOf(disclosure);
  const now = Object.fromEntries(
    Object.keys(ledger.lastYear).map((name) => [name, figures[name.replace(EXECUTED, '')] ?? 0] as const),
  );
  const known = Object.entries(ledger.lastYear).filter(([name, fen]) => fen > 0 && now[name]! > 0);
  const isSlip = (less: Fen, more: Fen) => less * (WAN / 5) < more && more < less * WAN * 5;
  const small = known.filter(([name, fen]) => isSlip(fen, now[name]!));
  const large = ledger.moneyUnit === '万元' ? known.filter(([name, fen]) => isSlip(now[name]!, fen)) : [];
  // Where all are, the whole ledger is told.
  if ((small.length + large.length) * 2 > known.length || scaleProblems(ledger).length > 0) return [];
  if (sourceProblems(ledger).some(({ code }) => code.startsWith('line-in-'))) return [];
  return [
    ...small.map(([name, fen]) => {
      const message = `上年数 ${formatAmount(fen, '元')} 元，今年是 ${wan(now[name]!)}：像是按万元填的，请改成元。`;
      return problem('last-year-in-wan', pathOf(name), message);
    }),
    ...large.map(([name, fen]) => {
      const message = `上年数 ${wan(fen)}，今年是 ${wan(now[name]!)}：像是按元填的，请改成万元。`;
      return problem('last-year-in-wan', pathOf(name), message);
    }),
  ];
}

/** What last year came to stands beside its budget. */
const EXECUTED = /:executed$/;

const pathOf = (name: string): string =>
  `lastYear[${name.replace(EXECUTED, '')}]${EXECUTED.test(name) ? '.executed' : ''}`;

const TOTALS = ['balance[总计]', 'balance[支出总计]', 'balance[收入总计]', 'balance[本年支出合计]'];

function lastTotal({ lastYear }: Ledger): { readonly name: string; readonly fen: Fen } | undefined {
  const name = TOTALS.find((each) => lastYear[each] !== undefined);
  return name === undefined ? undefined : { name, fen: lastYear[name]! };
}

const largestLine = (ledger: Ledger): Fen => Math.max(0, ...placedLines(ledger).map(({ line }) => line.fen));

const largestOfLastYear = ({ lastYear }: Ledger): Fen => Math.max(0, ...Object.values(lastYear));
