/** Target values of performance indicators: `≥90%`, `≤5工作日`, `12月底前`, `效果显著`, and what is wrong in how one is written. */
import { memo } from '../memo.ts';
import { foldWidth } from '../text/fold.ts';
import { type Comparator, PREFIXES, SUFFIXES } from './units.ts';

/** An exact decimal: `units / 10^scale`. */
export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

/**
 * - `unit-in-words` 百分号 or 百分比 instead of %
 * - `no-number` a comparison with nothing, or only placeholders, after it
 * - `contradiction` two comparisons that exclude each other: 低于…及以上
 * - `broken-number` digits that are no number, or several run together
 * - `double-unit` two units, or one unit twice
 * - `reversed-span` a span that begins above its end: 95%-90%
 * - `no-such-day` a day that its month does not have: 9月31日前
 */
export type Malformation =
  | 'unit-in-words'
  | 'no-number'
  | 'contradiction'
  | 'broken-number'
  | 'double-unit'
  | 'reversed-span'
  | 'no-such-day';

/** `before` is a date (number the month, unit the rest: 月底); `qualitative` has words only. `text` is what was printed. */
export interface Target {
  readonly comparator: Comparator;
  readonly number?: Decimal;
  readonly unit?: string;
  readonly text: string;
  readonly malformed?: Malformation;
}

const TEX: readonly (readonly [RegExp, string])[] = [
  [/\\geq?(?:slant)?/g, '≥'],
  [/\\leq?(?:slant)?/g, '≤'],
  [/\\%/g, '%'],
  [/\$/g, ''],
  [/>=|≧|⩾|〉=|＞=/g, '≥'],
  [/<=|≦|⩽|〈=|＜=/g, '≤'],
];

/** One shape for what people type: half width, no white space, one sign per comparison. */
export function plainTarget(text: string): string {
  return TEX.reduce((s, [from, to]) => s.replace(from, to), foldWidth(text)).replace(/[。.;、,]+$/, '');
}

const DATE =
  /^(?:当年|本年|每年|年内|\d{4}年)?(1[0-2]|0?[1-9])(月(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}[日号])?)(?:之|以)?前.{0,12}$/;
const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?/;
/** Values of several things in one cell: ≥9547平方米;≥36次. No single number says what is aimed at. */
const SEVERAL = /\d[^\d;、,]*[;、,](?:[≥≤><=]|不少于|不低于|不超过|大于|小于)\d/;
const PLACEHOLDER = /^(?:[*×xX_＿?？○〇]+)?(?:%|个|次|人|项|万元|元|天|[*×xX_]+%?)?$/;
const WORDED_UNITS = /^(?:百分号|百分比|百分之)/;
const PERCENT_AND_MORE = /^%(?:%|个|次|人|项|套|台|份|元|万元|天|家|件)/;

/** Reads a target value. Text without a number that it can use is `qualitative`. */
export const parseTarget: (text: string) => Target = memo(readTarget);

function readTarget(text: string): Target {
  const plain = plainTarget(text);
  const [prefix, word] = PREFIXES.find(([each]) => plain.startsWith(each)) ?? ['', undefined];
  const rest = plain.slice(prefix.length);
  const date = DATE.exec(rest);
  if (date && (word === undefined || direction(word) !== 1)) {
    const month = Number(date[1]);
    const is = { comparator: 'before', number: { units: month, scale: 0 }, unit: date[2]!, text } as const;
    const day = Number(/^月(\d{1,2})[日号]/.exec(date[2]!)?.[1] ?? 1);
    return day > daysOf(month) ? { ...is, malformed: 'no-such-day' } : is;
  }
  if (isReversed(plain)) return { comparator: 'qualitative', text, malformed: 'reversed-span' };
  const isSign = prefix.length === 1 && prefix !== '达';
  if (isSign && PLACEHOLDER.test(rest)) return { comparator: word!, text, malformed: 'no-number' };
  const second = PREFIXES.find(([each]) => rest.startsWith(each));
  if (prefix !== '' && second && /\d/.test(rest)) return { ...readTarget(rest), text, malformed: 'contradiction' };
  if (SEVERAL.test(rest))
    return { comparator: 'qualitative', text, ...(isNowhere(plain) ? { malformed: 'contradiction' as const } : {}) };
  const match = NUMBER.exec(rest);
  if (!match) return { comparator: 'qualitative', text };
  const number = decimal(match[1]!, match[2]);
  const tail = rest.slice(match[0].length);
  if (!number) return { comparator: word ?? '=', text, malformed: 'broken-number' };
  return { text, ...measured(number, tail, word, isSign) };
}

/** The most days that a month has in any year. */
const daysOf = (month: number): number => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** 95%-90%: of times of day, months and years the later number may be the smaller. */
const SPAN = /^(\d+(?:\.\d+)?)(%?)[-—–~～至到](\d+(?:\.\d+)?)(%|个|人|次|台|套|件|项|家|份|元|万元)$/;

function isReversed(plain: string): boolean {
  const [, from, sign, to, unit] = SPAN.exec(plain) ?? [];
  return from !== undefined && (sign === '' || sign === unit) && Number(from) > Number(to);
}

/** Two bounds of one unit with nothing between them: ≥90%,≤80%. */
function isNowhere(plain: string): boolean {
  const [a, b, ...more] = plain.split(/[;、,](?=\D)/).map(readTarget);
  if (!a?.number || !b?.number || more.length > 0 || (a.unit ?? b.unit) !== (b.unit ?? a.unit)) return false;
  const [least, most] = direction(a.comparator) === 1 ? [a, b] : [b, a];
  const isRange = direction(least.comparator) === 1 && direction(most.comparator) === -1;
  return isRange && compareDecimal(least.number!, most.number!) > 0;
}

function decimal(whole: string, fraction = ''): Decimal | undefined {
  const units = Number(whole.replaceAll(',', '') + fraction);
  return Number.isSafeInteger(units) ? { units, scale: fraction.length } : undefined;
}

function measured(number: Decimal, tail: string, word: Comparator | undefined, isSign: boolean): Omit<Target, 'text'> {
  const [suffix, after] = SUFFIXES.find(([each]) => tail.endsWith(each)) ?? ['', undefined];
  const unit = tail.slice(0, tail.length - suffix.length);
  const comparator = word ?? after ?? '=';
  const isOpposed = word !== undefined && after !== undefined && direction(word) !== direction(after);
  if (isOpposed && word !== '=') return { comparator, number, unit, malformed: 'contradiction' };
  if (WORDED_UNITS.test(unit)) return { comparator, number, unit: '%', malformed: 'unit-in-words' };
  if (PERCENT_AND_MORE.test(unit)) return { comparator, number, unit: '%', malformed: 'double-unit' };
  if (/^[.,]|[oOlI]%?$|^(?:月|月底|月份)前/.test(unit)) return { comparator, number, malformed: 'broken-number' };
  if (isPlainUnit(unit)) return unit === '' ? { comparator, number } : { comparator, number, unit };
  if (isSign && /^[^\d/／—~至-]*\d{3}/.test(unit)) return { comparator, number, malformed: 'broken-number' };
  return { comparator: 'qualitative' };
}

const isPlainUnit = (unit: string): boolean => unit.length <= 10 && /^[^\d—~,.;:!-]*$/.test(unit.split(/[/／]/)[0]!);

/** 1 where more fulfils it, -1 where less does, 0 otherwise. */
export function direction(comparator: Comparator): 1 | 0 | -1 {
  if (comparator === '≥' || comparator === '>') return 1;
  return comparator === '≤' || comparator === '<' ? -1 : 0;
}

/** The shortest usual writing of a target; reading it again gives the same comparison, number and unit. */
export function printTarget({ comparator, number, unit = '', text }: Target): string {
  if (!number || comparator === 'qualitative') return text;
  if (comparator === 'before') return `${printDecimal(number)}${unit}前`;
  return `${comparator === '=' ? '' : comparator}${printDecimal(number)}${unit}`;
}

/** An exact decimal in digits, with as many places as its scale. */
export function printDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  return a.units * 10 ** (scale - a.scale) - b.units * 10 ** (scale - b.scale);
}
