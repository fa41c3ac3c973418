/** Exact decimal quantities: `units / 10^scale`. */
import type { Quantity } from './model/values.ts';
import { normalizeNumber } from './money.ts';

/** Reads what a person writes: `12`, `1.5`. Undefined where it is no plain decimal number. */
export const parseQuantity = (text: string): Quantity | undefined => quantityOf(text.trim(), { text, origin: {} });

/** The quantity that a plain decimal number is, as it was printed. */
export function quantityOf(number: string, { text, origin }: Pick<Quantity, 'text' | 'origin'>): Quantity | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(number);
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  return { units: Number(match[1]! + fraction), scale: fraction.length, text: text.trim(), origin };
}

/** A number without the sign that says what it counts: `95.3%`, `9.5分`. */
export const printedNumber = (text: string): string => normalizeNumber(text).replace(/(?:%|分)$/, '');

/** 1250 with scale 2 → `12.50`. */
export function quantityText(units: number, scale: number): string {
  if (scale === 0) return String(units);
  const digits = String(units).padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The exact sum, written with as many decimals as the finer of the two. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  const scale = Math.max(a.scale, b.scale);
  const units = a.units * 10 ** (scale - a.scale) + b.units * 10 ** (scale - b.scale);
  return { units, scale, text: quantityText(units, scale), origin: {} };
}
