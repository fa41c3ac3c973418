/**
 * Exact money. An amount is an integer count of fen (分); no float ever holds one.
 * A JavaScript integer is exact up to 9.007e15 fen = 90 trillion 元, three times the national budget.
 */
import { foldWidth } from './text/fold.ts';

/** Integer count of fen (分, 0.01 元). */
export type Fen = number;

/** The unit a table prints its amounts in. */
export type MoneyUnit = '元' | '万元' | '亿元';

const FEN_DIGITS: Record<MoneyUnit, number> = { 元: 2, 万元: 6, 亿元: 10 };

/** Fen in one whole unit: 元 100, 万元 1,000,000. */
export function fenPerUnit(unit: MoneyUnit): Fen {
  return 10 ** FEN_DIGITS[unit];
}

/** A parsed printed amount: exact fen, and the decimals it was printed with. */
export interface Amount {
  readonly fen: Fen;
  readonly decimals: number;
}

const NUMBER = /^([-−－+﹣]|△|▲)?(\d+)(?:\.(\d*))?$/;

/** Removes what printing adds to a number: thousands separators, inner spaces, currency signs, full-width forms. */
export function normalizeNumber(text: string): string {
  let s = foldWidth(text).replace(/[,'’¥]/g, '');
  const bracketed = /^\((.+)\)$/.exec(s);
  if (bracketed) s = `-${bracketed[1]}`;
  return s.startsWith('.') ? `0${s}` : s;
}

/**
 * Reads a printed amount such as `1,720.00`, `4 279.86`, `(12.5)` or `-3` in `unit`.
 * Digits finer than a fen are rounded half away from zero (no statutory table prints any).
 * @returns undefined where the text is not a number, or is beyond exact integers.
 */
export function parseAmount(text: string, unit: MoneyUnit): Amount | undefined {
  const match = NUMBER.exec(normalizeNumber(text));
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const scale = FEN_DIGITS[unit];
  let fen = Number(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  if (fraction.length > scale && fraction.charCodeAt(scale) >= 53) fen += 1;
  if (!Number.isSafeInteger(fen)) return undefined;
  const negative = sign !== undefined && sign !== '+' && fen !== 0;
  return { fen: negative ? -fen : fen, decimals: fraction.length };
}

/** Digits after the decimal point of a printed number; 0 where there is none. */
export function decimalsOf(text: string): number {
  const point = text.search(/[.．]/);
  return point < 0 ? 0 : text.slice(point + 1).replace(/\D/g, '').length;
}

/** Fen of the last printed digit, at least one: 万元 with two decimals is 10,000 fen. */
export function printingStep(unit: MoneyUnit, decimals: number): Fen {
  return 10 ** Math.max(0, FEN_DIGITS[unit] - decimals);
}

/** Prints fen in `unit` with at least `minDecimals` decimals and as many more as exactness needs: 632700000 → `632.70`. */
export function formatAmount(fen: Fen, unit: MoneyUnit, minDecimals = 2): string {
  const scale = FEN_DIGITS[unit];
  const digits = String(Math.abs(fen)).padStart(scale + 1, '0');
  const whole = digits.slice(0, -scale);
  const fraction = digits.slice(-scale).replace(/0+$/, '').padEnd(minDecimals, '0');
  return `${fen < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
