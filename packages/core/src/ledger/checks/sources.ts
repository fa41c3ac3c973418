/** Each source brings in what is spent of it and left of it; where it does not, the line that explains the gap is named. */
import type { Fen } from '../../money.ts';
import { FUNDS, type Fund, type Ledger } from '../ledger.ts';
import { fundName, type LedgerProblem, type Placed, placedLines, problem, total, wan } from './problem.ts';

const WAN = 10_000;

/** One message for each source that does not balance; none for one with an amount below zero, which is told by itself. */
export function sourceProblems(ledger: Ledger): LedgerProblem[] {
  const lines = placedLines(ledger);
  return FUNDS.flatMap((fund) => [false, true].flatMap((carried) => ofSource(ledger, lines, fund, carried)));
}

function ofSource({ revenue }: Ledger, all: readonly Placed[], fund: Fund, carried: boolean): LedgerProblem[] {
  const isSource = (line: { readonly fund: Fund; readonly carried?: boolean }) =>
    line.fund === fund && (line.carried ?? false) === carried;
  const stated = revenue.filter(isSource);
  const own = all.filter(({ line }) => isSource(line));
  const received = total(stated);
  const arranged = total(own.map(({ line }) => line));
  if (received === arranged || [...stated, ...own.map(({ line }) => line)].some(({ fen }) => fen < 0)) return [];
  const name = `${carried ? '上年结转的' : ''}${fundName(fund)}`;
  const at = revenue.findIndex(isSource);
  const path = at < 0 ? 'revenue' : `revenue[${at}].fen`;
  if (stated.length === 0)
    return [problem('source-missing', path, `${name}没有填，已安排支出 ${wan(arranged)}：请补填收入。`)];
  const slip = slipOf(own, received - arranged);
  if (slip) return [problem('line-in-wan', `${slip.path}.fen`, `${slip.name}像是按万元填的：请改成元。`)];
  if (received > 0 && received * WAN === arranged)
    return [
      problem('line-in-wan', path, `${name} ${wan(received)} 像是按万元填的，已安排支出 ${wan(arranged)}：请改成元。`),
    ];
  const off = wan(Math.abs(received - arranged));
  const message =
    received > arranged
      ? `${name} ${wan(received)}，已安排支出 ${wan(arranged)}，差 ${off}：请补列支出或年终结转。`
      : `${name} ${wan(received)}，已安排支出 ${wan(arranged)}，多安排 ${off}：请减列支出或补列收入。`;
  return [problem('source-not-arranged', path, message)];
}

/** The one line whose amount, taken as 万元, closes the gap. */
function slipOf(lines: readonly Placed[], gap: Fen): Placed | undefined {
  const found = lines.filter(({ line }) => line.fen > 0 && line.fen * (WAN - 1) === gap);
  return found.length === 1 ? found[0] : undefined;
}
