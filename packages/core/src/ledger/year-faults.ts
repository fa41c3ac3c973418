/** A year that is wrong is told as that: not as the many names that its lists do not have. */
import type { Origin } from '../disclosure.ts';
import type { Template } from '../templates/index.ts';
import type { LedgerFault } from './find-sheets.ts';

/**
 * The faults, where the year is behind them with one at its cell for all names of other years: where the form that the ledger
 * chose is not for the year, or several codes bear the names of another. One name alone may as well be an old one; a form that
 * is not for the year is told where the ledger is compiled.
 */
export function yearTold(
  faults: readonly LedgerFault[],
  year: number | undefined,
  origin: Origin | undefined,
  template: Pick<Template, 'name' | 'years'> | undefined,
): readonly LedgerFault[] {
  const others = faults.filter(({ isOfOtherYear }) => isOfOtherYear);
  const [from = 0, to = Number.POSITIVE_INFINITY] = template?.years ?? [];
  const misses = year !== undefined && (year < from || year > to);
  const codes = new Set(others.map(({ message }) => message));
  if (!origin || codes.size < (misses ? 1 : 2)) return faults;
  const message = misses
    ? `表样“${template!.name}”不是 ${year} 年用的：请核对年度，或改“表样”。`
    : `有 ${codes.size} 个科目的名称是别的年度的，${year} 年的科目表里不是这些名称：请核对年度；年度没有错的，请从下拉列表重选这些科目（${others[0]!.origin.sheet}!${others[0]!.origin.address} 等）。`;
  return [...faults.filter(({ isOfOtherYear }) => !isOfOtherYear), { message, origin }];
}
