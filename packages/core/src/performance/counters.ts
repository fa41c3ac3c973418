/** Formulas over named counters: 系统出故障时间÷总运行时间×100%. Both sides are always printed; nothing below the line is a finding. */
import { foldWidth } from '../text/fold.ts';
import { type Ratio, ratio } from './ratio.ts';

export interface Formula {
  readonly numerator: string;
  readonly denominator: string;
}

const DIVIDED = /^(?:[^=＝]*[=＝])?(.{2,40}?)[÷/／](.{2,40}?)(?:[×*xX]100%)?$/;
const SHARE_OF = /^(.{2,40}?)占(?:用)?(?:所?有|全部)?(.{2,40}?)的?(?:比率|比例|比重|百分比)$/;

/** The counters that a description names; undefined where it names none. */
export function formulaOf(description: string): Formula | undefined {
  const plain = foldWidth(description)
    .replace(/[。；;]$/, '')
    .replace(/\(%\)$/, '');
  const match = DIVIDED.exec(plain) ?? SHARE_OF.exec(plain);
  return match ? { numerator: match[1]!, denominator: match[2]! } : undefined;
}

/** What was counted: a rate without anything to be counted is neither 0 nor 100 %. */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

export type Rate =
  | { readonly state: 'rate'; readonly rate: Ratio; readonly counted: Counted }
  | { readonly state: 'nothing-counted' | 'more-than-all'; readonly counted: Counted };

/** The rate of counted things, or why there is none. Counters are whole and not below zero. */
export function rateOf(counted: Counted): Rate {
  const { numerator, denominator } = counted;
  if (denominator === 0) return { state: 'nothing-counted', counted };
  if (numerator > denominator) return { state: 'more-than-all', counted };
  return { state: 'rate', rate: ratio(numerator, denominator), counted };
}
