/** How an equation comes out: exactly, within what rounding explains (design §2.5), or not. */
import type { Operator } from './syntax.ts';

export type Verdict = 'exact' | 'rounding' | 'violated';

/** `total` is left minus right in fen, `tolerance2` twice the tolerance. */
export function judge(total: number, tolerance2: number, operator: Operator): Verdict {
  const excess = operator === '=' ? Math.abs(total) : operator === '<=' ? total : -total;
  if (excess <= 0) return 'exact';
  return excess * 2 <= tolerance2 ? 'rounding' : 'violated';
}

/** Whether an instance is off by more than rounding explains. */
export const isViolated = ({
  total,
  tolerance2,
  operator,
}: {
  total: number;
  tolerance2: number;
  operator: Operator;
}): boolean => judge(total, tolerance2, operator) === 'violated';

/** So many times as many instances must hold as are violated. */
const BORNE_OUT = 4;

/** Whether the figures themselves bear out a relation that nothing else proves: nearly all of its instances hold. */
export const isBorneOut = (held: number, failed: number): boolean => held >= 2 && held >= BORNE_OUT * failed;
