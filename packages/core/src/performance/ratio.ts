/** Exact fractions: scores, rates and paces are ratios of integers, and are rounded only where they are printed. */
import type { Decimal } from './target.ts';

/** `numerator / denominator`; the denominator is above zero. Not reduced: it is compared, never shown. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A fraction of integers. @throws RangeError where the denominator is zero: who divides says first what that means. */
export function ratio(numerator: number | bigint, denominator: number | bigint = 1): Ratio {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError('a ratio has no denominator');
  return d < 0n ? { numerator: -n, denominator: -d } : { numerator: n, denominator: d };
}

export const ZERO: Ratio = ratio(0);
export const ONE: Ratio = ratio(1);

/** The fraction that a decimal is. */
export const ratioOf = ({ units, scale }: Decimal): Ratio => ratio(units, 10n ** BigInt(scale));

/** The sum. */
export const plus = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** The difference. */
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { ...b, numerator: -b.numerator });

/** The product. */
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.numerator, a.denominator * b.denominator);

/** The quotient. @throws RangeError where the second is zero. */
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compareRatio(a: Ratio, b: Ratio): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The smaller. */
export const least = (a: Ratio, b: Ratio): Ratio => (compareRatio(a, b) <= 0 ? a : b);

/** The larger. */
export const most = (a: Ratio, b: Ratio): Ratio => (compareRatio(a, b) >= 0 ? a : b);

/** All added up. */
export const sum = (all: readonly Ratio[]): Ratio => all.reduce(plus, ZERO);

/** To so many decimal places, half away from zero, as printed points are. */
export function rounded({ numerator, denominator }: Ratio, places: number): Decimal {
  const scaled = numerator * 10n ** BigInt(places);
  const half = (scaled < 0n ? -scaled : scaled) * 2n + denominator;
  const units = half / (denominator * 2n);
  return { units: Number(scaled < 0n ? -units : units), scale: places };
}
