/** The value of an indicator as one exact number of one unit: 2.5万元 and 25000元 are the same. */
import { type Ratio, ratio, ratioOf, times } from './ratio.ts';
import { type Decimal, parseTarget } from './target.ts';
import { unitKind } from './units.ts';

export interface Value {
  readonly amount: Ratio;
  /** Without its multiple: 元, 页, 平方米, %; empty where none is printed. */
  readonly unit: string;
}

const MULTIPLES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10_000n, 亿: 100_000_000n };

/** Units that begin with a character of a multiple and are units of their own. */
const WHOLE = /^(?:千克|千米|千瓦时?|百分点|百分比|百分号)/;

/** The number in its plain unit: 1.5亿条 → 150000000 条. A bare 万 after a number is taken as 万元 where `isMoney`. */
export function inPlainUnit(number: Decimal, unit = '', isMoney = false): Value {
  let rest = unit;
  let factor = 1n;
  while (!WHOLE.test(rest) && MULTIPLES[rest.charAt(0)] !== undefined) {
    factor *= MULTIPLES[rest.charAt(0)]!;
    rest = rest.slice(1);
  }
  // 月数, 人次数: the unit of what is counted.
  rest = rest.replace(/(?<=.)数$/, '');
  const isPercent = /^(?:百分比|百分号|百分之)$/.test(rest);
  const plain = isPercent ? '%' : rest === '' && factor > 1n && isMoney ? '元' : rest;
  return { amount: times(ratioOf(number), ratio(factor)), unit: plain };
}

/** What a person wrote as done: `95`, `95%`, `2.4万元`; in the target's unit where it has none of its own. Undefined: no number. */
export function actualOf(text: string, unit = '', isMoney = false): Value | undefined {
  const { number, unit: own, comparator } = parseTarget(text);
  if (!number || comparator === 'qualitative' || comparator === 'before') return undefined;
  return inPlainUnit(number, own ?? unit, isMoney);
}

/** Whether two values can be set against each other: of one unit, or one of them without. */
export const isComparable = (a: Value, b: Value): boolean =>
  a.unit === b.unit || a.unit === '' || b.unit === '' || (unitKind(a.unit) === 'ratio' && unitKind(b.unit) === 'ratio');
