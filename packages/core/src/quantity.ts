/** Exact decimal quantities: `units / 10^scale`. */
import type { Quantity } from './disclosure.ts';

/** Reads what a person writes: `12`, `1.5`. Undefined where it is no plain decimal number. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  return { units: Number(match[1]! + fraction), scale: fraction.length, text: text.trim(), origin: {} };
}

/** 1250 with scale 2 → `12.50`. */
export function quantityText(units: number, scale: number): string {
  if (scale === 0) return String(units);
  const digits = String(units).padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
