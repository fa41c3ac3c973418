/** How a part's points come about, for whoever checks them: 16.67 × 63 ÷ 70. */
import type { PerformanceProfile } from './profile.ts';
import { compareRatio, type Ratio, rounded, ZERO } from './ratio.ts';
import { printDecimal } from './target.ts';
import type { Direction } from './typed-indicator.ts';

/** A number as short as four places print it. */
export const shortNumber = (value: Ratio): string => printDecimal(rounded(value, 4)).replace(/\.?0+$/, '');

/** The formula of money that was used. Amounts in fen are shown in yuan by the caller's figures. */
export const executionText = (weight: Ratio, budget: string, executed: string): string =>
  `${shortNumber(weight)} × ${executed} ÷ ${budget}，最多 ${shortNumber(weight)}`;

/** The formula that was applied to a number. */
export function pointsText(
  direction: Exclude<Direction, 'by' | 'words'>,
  weight: Ratio,
  target: Ratio,
  actual: Ratio,
  { atMost }: Pick<PerformanceProfile, 'atMost'>,
): string {
  const [w, t, a] = [weight, target, actual].map(shortNumber);
  const compared = compareRatio(actual, target);
  const isNothing = compareRatio(target, ZERO) <= 0;
  if (direction === 'at-most') {
    if (compared <= 0) return `${a} 不超过 ${t}，得满分 ${w}`;
    if (isNothing) return `${a} 超过 ${t}，得 0`;
    return atMost === 'inverse' ? `${w} × ${t} ÷ ${a}` : `${w} × (1 − (${a} − ${t}) ÷ ${t})，最少 0`;
  }
  if (isNothing) return direction === 'exactly' ? `指标值 ${t}，完成 ${a}` : `${a} 与 ${t} 相比`;
  return compared >= 0 ? `${a} 达到 ${t}，得满分 ${w}` : `${w} × ${a} ÷ ${t}`;
}

/** The formula of a step of words. */
export const wordsText = (weight: Ratio, percent: Ratio): string => `${shortNumber(weight)} × ${shortNumber(percent)}%`;
