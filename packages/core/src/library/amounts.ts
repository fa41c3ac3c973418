/** The five amounts of a project in a year's budget, what review takes off, and shares that say what they were counted of. In fen. */
import type { Fen } from '../money.ts';
import { compareRatio, type Ratio, ratio, rounded, times, ZERO } from '../performance/ratio.ts';
import { printDecimal } from '../performance/target.ts';

/** 申报 (一上), 核定, 控制数 (一下), 再次申报 (二上), 批复 (二下). In the order in which they come about. */
export const AMOUNT_KINDS = ['asked', 'reviewed', 'control', 'asked-again', 'approved'] as const;
export type AmountKind = (typeof AMOUNT_KINDS)[number];

export const AMOUNT_NAMES: Readonly<Record<AmountKind, string>> = {
  asked: '申报数',
  reviewed: '核定数',
  control: '控制数',
  'asked-again': '再次申报数',
  approved: '批复数',
};

export type ProjectAmounts = Readonly<Partial<Record<AmountKind, Fen>>>;

/** The amount that holds for now: the last of them that is above zero; undefined where none is. */
export const effectiveAmount = (amounts: ProjectAmounts): Fen | undefined =>
  AMOUNT_KINDS.map((kind) => amounts[kind]).findLast((fen) => fen !== undefined && fen > 0);

/** A share with what it was counted of: of nothing there is none, which is neither 0 nor 100 %. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** 23.50; null where nothing was counted. */
  readonly percent: string | null;
}

const HUNDRED = ratio(100);

/** A share in percent with two places. */
export const shareOf = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  percent: denominator === 0 ? null : printDecimal(rounded(times(ratio(numerator, denominator), HUNDRED), 2)),
});

/** What a share is printed as; without anything counted it says so. */
export const shareText = ({ numerator, denominator, percent }: Share): string =>
  percent === null ? '没有数据' : `${percent}%（${numerator} ÷ ${denominator}）`;

/**
 * 节约财政资金比例: (Σ asked − Σ reviewed) ÷ Σ asked, over what was reviewed; the numerator is what was taken off (核减), below zero where
 * review came to more.
 */
export function savingOf(reviewed: readonly { readonly asked: Fen; readonly reviewed: Fen }[]): Share {
  const asked = reviewed.reduce((all, each) => all + each.asked, 0);
  return shareOf(asked - reviewed.reduce((all, each) => all + each.reviewed, 0), asked);
}

/** Whether a share comes to what a target asks, in percent; undefined where nothing was counted. */
export function reaches({ numerator, denominator }: Share, least: number): boolean | undefined {
  if (denominator === 0) return undefined;
  const share: Ratio = denominator > 0 ? times(ratio(numerator, denominator), HUNDRED) : ZERO;
  return compareRatio(share, ratio(least)) >= 0;
}
