/** Percentages of exact amounts. */
import type { Fen } from '../money.ts';

/**
 * `change` in percent of `base`, rounded half away from zero to two decimals: 1, 3 → `33.33`. Undefined where the base is
 * nothing.
 */
export function percentOf(change: Fen, base: Fen): string | undefined {
  if (base === 0) return undefined;
  const numerator = BigInt(Math.abs(change)) * 10_000n;
  const denominator = BigInt(Math.abs(base));
  const hundredths = (numerator * 2n + denominator) / (denominator * 2n);
  const digits = String(hundredths).padStart(3, '0');
  const sign = change < 0 && hundredths > 0n ? '-' : '';
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
