/**
 * Numbers of a workbook as decimal digits. A workbook stores binary floats; what people mean, and what Excel shows, are
 * their first fifteen significant digits, so those are taken and rounded in decimal: 1.005 to two places is 1.01.
 */

/** `0.digits × 10^point`, without leading zeros: 12.5 is digits `125`, point 2. Zero has no digits. */
export interface Decimal {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly point: number;
}

const SIGNIFICANT = 15;

export function decimalOf(value: number): Decimal {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(SIGNIFICANT - 1))!;
  const digits = (match[2]! + (match[3] ?? '')).replace(/0+$/, '');
  return digits === ''
    ? { isNegative: false, digits, point: 0 }
    : { isNegative: match[1] === '-', digits, point: Number(match[4]) + 1 };
}

export function shifted(decimal: Decimal, places: number): Decimal {
  return { ...decimal, point: decimal.point + places };
}

/** Rounds half away from zero to `places` after the point: the digits before it (at least one) and exactly `places` after. */
export function rounded({ digits, point }: Decimal, places: number): { whole: string; fraction: string } {
  const keep = point + places;
  const isUp = keep >= 0 && keep < digits.length && digits.charCodeAt(keep) >= 53;
  const kept = digits.slice(0, Math.max(0, keep)).padEnd(Math.max(0, keep), '0');
  const scaled = String(BigInt(kept || '0') + (isUp ? 1n : 0n)).padStart(places + 1, '0');
  return { whole: scaled.slice(0, scaled.length - places), fraction: scaled.slice(scaled.length - places) };
}
