/** Which fund pays which item: the classification has items of their own for the government funds and for state capital. */
import { lookup } from '../../classification/index.ts';
import { conceptById } from '../../vocabulary/index.ts';
import type { Fund, Ledger, SpendingLine } from '../ledger.ts';
import { fundName, type LedgerProblem, type Placed, placedLines, problem } from './problem.ts';

/** 国有土地使用权出让收入安排的支出: a section that a government fund pays; 教育费附加 is a levy of the general public budget. */
const OF_FUND = /(?<!教育费附加)安排的支出$/;
/** 国有资本经营预算支出. */
const STATE_CAPITAL = '223';
/** Transfers, debts and their costs, which every budget has under the same classes; and the pension fund that state capital fills up. */
const OF_ANY = /^(?:23[0-4]|20804)/;

/** A line whose item another budget has. */
export function fundProblems(ledger: Ledger): LedgerProblem[] {
  return placedLines(ledger).flatMap((placed) => {
    const message = told(placed, ledger);
    return message ? [problem('fund-of-item', `${placed.path}.fund`, message)] : [];
  });
}

/** The budget that has an item as its own; undefined where the item is not known, or any budget may have it. */
export function budgetOfItem(item: string, year: number): Fund | undefined {
  const section = lookup('function', item.slice(0, 5), year)?.name;
  if (section === undefined || OF_ANY.test(item)) return undefined;
  if (item.startsWith(STATE_CAPITAL)) return 'state-capital';
  return OF_FUND.test(section) ? 'government-fund' : 'general-public';
}

/** Whether an item is another budget's than the one that pays the line. */
export function isOfOtherBudget({ year, names }: Ledger, { item, fund }: SpendingLine): boolean {
  const own = names?.[item] === undefined ? budgetOfItem(item, year) : undefined;
  if (own === undefined || own === fund) return false;
  return fund === 'government-fund' || fund === 'state-capital' || own !== 'general-public';
}

function told({ line, name }: Placed, ledger: Ledger): string | undefined {
  if (!isOfOtherBudget(ledger, line)) return undefined;
  const { item, fund } = line;
  const own = budgetOfItem(item, ledger.year)!;
  const shown = `${item}（${lookup('function', item.slice(0, 5), ledger.year)!.name}）`;
  return own === 'general-public'
    ? `${name}的资金来源是${fundName(fund)}，功能科目 ${shown}却不是${conceptById(fund).name}的科目：请核对科目和资金来源。`
    : `${name}的功能科目 ${shown}是${conceptById(own).name}的科目，资金来源却是${fundName(fund)}：请核对科目和资金来源。`;
}
