/**
 * Exact money. An amount is an integer count of fen (分); no float ever holds one.
 * A JavaScript integer is exact up to 9.007e15 fen = 90 trillion 元, three times the national budget.
 */
import { foldWidth, halfWidth } from './text/fold.ts';

/** Integer count of fen (分, 0.01 元). */
export type Fen = number;

/** The unit a table prints its amounts in. */
export type MoneyUnit = '元' | '百元' | '千元' | '万元' | '十万元' | '百万元' | '亿元';

const FEN_DIGITS: Record<MoneyUnit, number> = { 元: 2, 百元: 4, 千元: 5, 万元: 6, 十万元: 7, 百万元: 8, 亿元: 10 };

/** The units that a table may print its amounts in, the finest first. */
export const MONEY_UNITS = Object.keys(FEN_DIGITS) as readonly MoneyUnit[];

/** A unit as tables print it, in a pattern: `万元`, `元（人民币）` with its brackets folded. */
export const PRINTED_UNIT = `(?:人民币)?:?(?<unit>${MONEY_UNITS.toReversed().join('|')})(?:\\(?人民币\\)?)?`;

/** Fen in one whole unit: 元 100, 万元 1,000,000. */
export function fenPerUnit(unit: MoneyUnit): Fen {
  return 10 ** FEN_DIGITS[unit];
}

/** How amounts are printed: `1,720.00` or `1720.00`; nothing as `0.00` or as a blank. Two decimals where nothing is said. */
export interface AmountFormat {
  readonly separators?: boolean;
  readonly zeros?: boolean;
  readonly decimals?: number;
}

/** A parsed printed amount: exact fen, and the decimals it was printed with. */
export interface Amount {
  readonly fen: Fen;
  readonly decimals: number;
}

/** Of any width or style: most cells and words hold none. */
const DIGIT = /\p{Nd}/u;
const NUMBER = /^([-−－+﹣]|△|▲)?(\d+)(?:\.(\d*))?$/;

/** Raised and circled figures and stars lead to a note. Folding would make digits of them: `36.20①` is no 36.201. */
const NOTE_MARK = '[⁰¹²³⁴-⁹①-⒛⓪-⓿❶-➓*※†‡]+';
const NOTE_MARKS = new RegExp(`^${NOTE_MARK}|${NOTE_MARK}$`, 'g');

/**
 * Removes what printing adds to a number: thousands separators, spaces that group or spread it, currency signs, full-width forms, marks of
 * notes around it. Separators that do not group by thousands stay, so that the text is no number: `36,20` may be a decimal comma
 * or two figures, and is not 3620.
 */
export function normalizeNumber(text: string): string {
  if (AS_IT_IS.test(text)) return text;
  if (GROUPED.test(text)) return text.replaceAll(',', '');
  const bare = text.trim().replace(NOTE_MARKS, '');
  if (/\p{No}/u.test(bare)) return bare;
  let s = ungrouped(
    halfWidth(bare)
      .replace(/[¥\u200b]/g, '')
      .trim(),
  );
  const bracketed = /^\((.+)\)$/.exec(s);
  if (bracketed) s = `-${bracketed[1]}`;
  return s.startsWith('.') ? `0${s}` : s;
}

/** How nearly all numbers are printed. */
const AS_IT_IS = /^\d+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PARTS = /^([^\d.]*)(\d[\d,'’ \u00a0]*)?(\.[\d ]*)?(\D*)$/;
const THOUSANDS = /^\d{1,3}(?: ?[,'’] ?\d{3}| \d{3})+$/;

/** A number without what groups its digits; as it stands where that does not group by thousands. */
function ungrouped(text: string): string {
  const parts = PARTS.exec(text);
  if (!parts) return text;
  const [, before = '', digits = '', fraction = '', after = ''] = parts;
  const whole = digits.trim();
  // Spread over a cell's width: `5 3 3 . 8 5`. A decimal torn from its number: `1947.0 0`; with more digits it is another number.
  const spread = fraction !== '' && whole.split(' ').every((each) => each.length === 1);
  const torn = fraction.trim().includes(' ') && foldWidth(fraction).length > 3;
  if (torn || !(spread || THOUSANDS.test(whole) || /^\d*$/.test(whole))) return text;
  return foldWidth(before) + whole.replace(/\D/g, '') + foldWidth(fraction) + foldWidth(after);
}

/**
 * Reads a printed amount such as `1,720.00`, `4 279.86`, `(12.5)` or `-3` in `unit`.
 * Digits finer than a fen are rounded half away from zero (no statutory table prints any).
 * @returns undefined where the text is not a number, or is beyond exact integers.
 */
export function parseAmount(text: string, unit: MoneyUnit): Amount | undefined {
  if (!DIGIT.test(text)) return undefined;
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

/** To two decimals of a unit with thousands apart, whatever finer amounts a table prints: 328520538.32 元 in 万元 → `32,852.05`. */
export function inShort(fen: Fen, unit: MoneyUnit): string {
  const step = fenPerUnit(unit) / 100;
  return separated(formatAmount(Math.sign(fen) * Math.round(Math.abs(fen) / step) * step, unit));
}

/** What sentences tell: 万元 to two decimals. */
export const inWan = (fen: Fen): string => inShort(fen, '万元');

/** Thousands set apart by commas: 9628.22 → 9,628.22. */
export const separated = (text: string): string =>
  text.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(?:\d{3})+$)/g, ','));

/** An amount as sentences of findings tell it, exactly: 962822000000 fen → `9,628.22 万元`. */
export const wan = (fen: Fen): string => `${separated(formatAmount(fen, '万元'))} 万元`;
