/** How a place scores and watches performance in its years: data of `performance.yaml`. A stored result names its profile. */
import type { DeadlineRule } from '../process/deadlines.ts';
import type { Ratio } from './ratio.ts';

/** Groups that weights are given to; `execution` is how much of the money was used. */
export const GROUPS = ['execution', 'cost', 'product', 'benefit', 'satisfaction'] as const;
export type Group = (typeof GROUPS)[number];
export type Weights = Readonly<Partial<Record<Group, number>>>;

/**
 * What an upper bound that was exceeded is worth:
 * - `excess` w·(1 − (A−T)/T), nothing from twice the bound on
 * - `inverse` w·T/A
 */
export const AT_MOST = ['excess', 'inverse'] as const;
export type AtMost = (typeof AT_MOST)[number];

/** From so many points on, up to where the next higher one begins. */
export interface Grade {
  readonly name: string;
  readonly from: number;
}

/** All in percent. */
export interface Lights {
  readonly red: number;
  readonly yellow: number;
  readonly blue: number;
}

/** Less than `least` percent paid at the end of the month is a warning. */
export interface DateWarning {
  readonly month: number;
  readonly least: number;
}

export interface Warnings {
  readonly dates: readonly DateWarning[];
  /** Goals and money may be so many points apart. */
  readonly gap?: number;
  /** Working days within which a warning is answered. */
  readonly answerDays?: number;
}

/** Within how long something is to be done. */
export type Term = Pick<DeadlineRule, 'days' | 'count'>;

export interface ExecutionRules {
  /** The month by whose end lump sums (代编) are broken down to units and projects. */
  readonly refinedBy?: number;
  /** After acceptance. */
  readonly payWithin?: Term;
  /** Why these are no rule of the place yet; what they find is told as provisional. */
  readonly provisional?: string;
}

/** Within the year, by when what is monitored up to the end of a month is reported. */
export interface MonitoringTerm {
  /** 1 to 12 */
  readonly month: number;
  /** `08-31` of the same year. */
  readonly due: string;
}

/** Beyond which a score is looked at again, in percent. */
export interface Plausibility {
  /** How far the share of the indicators may be ahead of the money's, of itself. */
  readonly ahead: number;
  /** How much of the budget may be left. */
  readonly unspent: number;
}

/** What becomes of a project in the next budget: 优先保障, 保持, 压减, 取消. */
export const USES = ['favour', 'keep', 'cut', 'cancel'] as const;
export type Use = (typeof USES)[number];

export interface PerformanceProfile {
  readonly id: string;
  readonly name: string;
  /** First year in which it holds. */
  readonly from: number;
  readonly source: string;
  readonly weights: Weights;
  /** Of projects that pay personnel. */
  readonly personnelWeights?: Weights;
  readonly atMost: AtMost;
  /** Least percent of the weight for words that were reached, and for those reached in part. */
  readonly words: { readonly reached: number; readonly partly: number };
  /** The best first. The last begins at 0, so that each score from 0 to 100 has one grade. */
  readonly grades: readonly Grade[];
  /** Places of printed points. */
  readonly decimals: number;
  readonly lights: Lights;
  /** An execution below so many percent needs a reason. */
  readonly explainBelow: number;
  readonly warnings: Warnings;
  readonly execution: ExecutionRules;
  readonly plausibility?: Plausibility;
  /** When projects are monitored. */
  readonly monitoring: readonly MonitoringTerm[];
  /** What the next budget does with a project of a grade, by its name; none where the place says nothing. */
  readonly use?: Readonly<Record<string, Use>>;
  /** `hold`: a project whose problems are due and not put right is not arranged in the next budget until they are. */
  readonly unrectified?: 'hold';
  /** Only chosen by name, or for tables that print cost as a level of its own. */
  readonly choose?: 'by-cost';
}

/** The grade of a score from 0 to 100; undefined beyond. */
export function gradeOf(
  { grades }: Pick<PerformanceProfile, 'grades'>,
  { numerator, denominator }: Ratio,
): string | undefined {
  if (numerator < 0n || numerator > 100n * denominator) return undefined;
  return grades.find(({ from }) => numerator >= BigInt(from) * denominator)?.name;
}

/** The group that an indicator's levels put it into; cost is part of the product where a profile does not weigh it. */
export function groupOf(level1: string, level2: string, weights: Weights): Group {
  if (/满意/.test(level1 + level2)) return 'satisfaction';
  if (/成本/.test(level1) || (/成本/.test(level2) && weights.cost !== undefined))
    return weights.cost === undefined ? 'product' : 'cost';
  return /效益|影响|效果/.test(level1 + level2) ? 'benefit' : 'product';
}
