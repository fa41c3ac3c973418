/** Each source brings in what is spent of it and left of it; where it does not, the line that explains the gap is named. */

import type { Fen } from '../../money.ts';
import { wan } from '../../money.ts';
import { FUNDS, type Fund, type Ledger } from '../ledger.ts';
import { fundName, type LedgerProblem, type Placed, placedLines, problem, total } from './problem.ts';

const WAN = 10_000;

/**
 * One message for each source that does not balance; none for one with an amount below zero, which is told by itself. Where one
 * source lacks what another has over, a line names the wrong one: that is told instead of both.
 */
export function sourceProblems(ledger: Ledger): LedgerProblem[] {
  const lines = placedLines(ledger);
  const slip = wrongSource(ledger, lines);
  if (slip) return [slip];
  return FUNDS.flatMap((fund) => [false, true].flatMap((carried) => ofSource(ledger, lines, fund, carried)));
}

const SOURCES = FUNDS.flatMap((fund) => [false, true].map((carried) => ({ fund, carried })));
const nameOf = ({ fund, carried }: (typeof SOURCES)[number]) => `${carried ? '上年结转的' : ''}${fundName(fund)}`;

/** The one line of a source without revenue that another source has over. */
function wrongSource({ revenue }: Ledger, all: readonly Placed[]): LedgerProblem | undefined {
  const gaps = SOURCES.flatMap((source) => {
    const isOwn = (line: { readonly fund: Fund; readonly carried?: boolean }) =>
      line.fund === source.fund && (line.carried ?? false) === source.carried;
    const stated = revenue.filter(isOwn);
    const own = all.filter(({ line }) => isOwn(line));
    const gap = total(stated) - total(own.map(({ line }) => line));
    return gap === 0 ? [] : [{ source, stated, own, gap }];
  });
  const [a, b] = gaps;
  if (!a || !b || gaps.length > 2 || a.gap + b.gap !== 0) return undefined;
  const [over, lacking] = a.gap > 0 ? [a, b] : [b, a];
  if (over.own.length === 0 && over.stated.length === 1 && lacking.stated.length === 0)
    return wrongRevenue(revenue, over, lacking);
  const [line] = lacking.own;
  if (!line || lacking.own.length > 1 || lacking.stated.length > 0) return undefined;
  const field = over.source.fund === lacking.source.fund ? 'carried' : 'fund';
  const message = `${line.name}的来源是${nameOf(lacking.source)}，“收入”里没有这项，${nameOf(over.source)}正好少安排这么多：请改资金来源或是否上年结转，或补填收入。`;
  return problem('source-of-line', `${line.path}.${field}`, message);
}

interface Gap {
  readonly source: (typeof SOURCES)[number];
  readonly stated: Ledger['revenue'];
}

/** Revenue of a source that nothing is spent of, where another source lacks just as much and has no revenue at all. */
function wrongRevenue(revenue: Ledger['revenue'], over: Gap, lacking: Gap): LedgerProblem {
  const line = over.stated[0]!;
  const field = over.source.fund === lacking.source.fund ? 'carried' : 'fund';
  const message = `${nameOf(over.source)} ${wan(line.fen)}没有安排支出，${nameOf(lacking.source)}正好安排了这么多支出而没有填收入：请改资金来源或是否上年结转，或改支出。`;
  return problem('source-of-line', `revenue[${revenue.indexOf(line)}].${field}`, message);
}

function ofSource(
  { revenue, moneyUnit }: Ledger,
  all: readonly Placed[],
  fund: Fund,
  carried: boolean,
): LedgerProblem[] {
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
  // In a ledger of 万元 the slip goes the other way.
  const large = moneyUnit === '万元' ? largeOf(own, arranged - received) : undefined;
  if (large) return [problem('line-in-yuan', `${large.path}.fen`, `${large.name}像是按元填的：请改成万元。`)];
  if (moneyUnit === '万元' && arranged > 0 && arranged * WAN === received)
    return [
      problem('line-in-yuan', path, `${name} ${wan(received)} 像是按元填的，已安排支出 ${wan(arranged)}：请改成万元。`),
    ];
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

/** The one line whose amount, taken as 元, closes the gap. */
function largeOf(lines: readonly Placed[], gap: Fen): Placed | undefined {
  const found = lines.filter(({ line }) => line.fen > 0 && line.fen - line.fen / WAN === gap);
  return found.length === 1 ? found[0] : undefined;
}
