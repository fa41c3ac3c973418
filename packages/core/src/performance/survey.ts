/**
 * Satisfaction surveys: counts of answers → a score with its number of answers and its 95 % interval. Only counts are kept. A score is a
 * share of people, not money: the interval is computed in floats and printed to two places.
 */
import { compareRatio, over, plus, type Ratio, ratio, rounded, sum, times } from './ratio.ts';
import type { Decimal } from './target.ts';

/** From the best to the worst: 满意, 比较满意, 一般, 不太满意, 不满意. */
export const STEPS = ['满意', '比较满意', '一般', '不太满意', '不满意'] as const;
export type StepCounts = readonly [number, number, number, number, number];

/**
 * - `top-two` (满意 + 比较满意) ÷ answers
 * - `mean-index` the mean of points for each step
 */
export type SurveyMeasure = { readonly by: 'top-two' } | { readonly by: 'mean-index'; readonly points: StepCounts };

/** The points that published indices give: 100/80/60/30/0. */
export const INDEX_POINTS: StepCounts = [100, 80, 60, 30, 0];

export interface Survey {
  /** All who could be asked, where it is known. */
  readonly population?: number;
  readonly invited: number;
  /** Answered at all; those with an answer to this question are the sum of the steps. */
  readonly answered: number;
  readonly steps: StepCounts;
  readonly channel: string;
  /** `2026-03-01`, both included. */
  readonly period: readonly [from: string, to: string];
}

export interface SurveyScore {
  /** Valid answers. */
  readonly n: number;
  /** In percent; exact. */
  readonly score: Ratio;
  readonly printed: Decimal;
  /** 95 %, in percent. */
  readonly low: number;
  readonly high: number;
  /** Fewer answers than ±10 points at 95 % need. */
  readonly isFew: boolean;
}

export type SurveyResult =
  | { readonly state: 'scored'; readonly result: SurveyScore }
  | { readonly state: 'nobody' | 'more-than-asked'; readonly message: string };

/** 1.96, in hundredths: the 97.5 % point of the normal distribution as tables of samples print it. */
const Z_HUNDREDTHS = 196n;
const Z = Number(Z_HUNDREDTHS) / 100;

/** Least answers for a margin of so many points at 95 %; of an unlimited population where none is given. */
export function neededAnswers(margin: number, population?: number): number {
  // n₀ = z²·¼ ÷ m², with m in points.
  const unlimited = ratio(Z_HUNDREDTHS * Z_HUNDREDTHS, 4n * BigInt(margin) * BigInt(margin));
  const needed =
    population === undefined
      ? unlimited
      : over(unlimited, plus(ratio(1), over(plus(unlimited, ratio(-1)), ratio(population))));
  return Number((needed.numerator + needed.denominator - 1n) / needed.denominator);
}

/** The score of a survey, or why it has none. */
export function surveyScore({ steps, invited, population, answered }: Survey, measure: SurveyMeasure): SurveyResult {
  const n = steps.reduce((all, count) => all + count, 0);
  if (n === 0) return { state: 'nobody', message: '没有有效答卷，算不出满意度。' };
  if (n > answered || answered > invited || (population !== undefined && invited > population))
    return { state: 'more-than-asked', message: '有效答卷、收回、发出和调查对象的人数前后矛盾，请核对。' };
  const score = times(
    measure.by === 'top-two'
      ? ratio(steps[0] + steps[1], n)
      : over(sum(steps.map((count, i) => ratio(count * measure.points[i]!))), ratio(n * 100)),
    ratio(100),
  );
  const [low, high] =
    measure.by === 'top-two'
      ? wilson(steps[0] + steps[1], n, population)
      : spread(steps, measure.points, n, population);
  return {
    state: 'scored',
    result: { n, score, printed: rounded(score, 2), low, high, isFew: n < neededAnswers(10, population) },
  };
}

/** How many answers of an unlimited population tell as much as n of this one. All of it tells everything. */
const effective = (n: number, population: number | undefined): number =>
  population === undefined
    ? n
    : population === n
      ? Number.POSITIVE_INFINITY
      : (n * (population - 1)) / (population - n);

/** Wilson's interval of a share, in percent. */
function wilson(k: number, n: number, population: number | undefined): readonly [number, number] {
  const p = k / n;
  const m = effective(n, population);
  if (!Number.isFinite(m)) return [p * 100, p * 100];
  const z2 = Z * Z;
  const middle = p + z2 / (2 * m);
  const half = Z * Math.sqrt((p * (1 - p)) / m + z2 / (4 * m * m));
  return [Math.max(0, ((middle - half) / (1 + z2 / m)) * 100), Math.min(100, ((middle + half) / (1 + z2 / m)) * 100)];
}

/** The interval of a mean of points, by its standard error. */
function spread(
  steps: StepCounts,
  points: StepCounts,
  n: number,
  population: number | undefined,
): readonly [number, number] {
  const mean = steps.reduce((all, count, i) => all + count * points[i]!, 0) / n;
  const m = effective(n, population);
  const squares = steps.reduce((all, count, i) => all + count * (points[i]! - mean) ** 2, 0);
  const half = n > 1 ? Z * Math.sqrt(squares / (n - 1) / m) : 100;
  return [Math.max(0, mean - half), Math.min(100, mean + half)];
}

export const VERDICTS = { met: '达到', 'not-proven': '达到，但答卷数还不足以证明', 'not-met': '没有达到' } as const;

/** Against a target of so many percent: met also by the lower end of the interval, met but not proven, not met. */
export function verdictOf({ score, low }: SurveyScore, target: Ratio): keyof typeof VERDICTS {
  if (compareRatio(score, target) < 0) return 'not-met';
  return low >= Number(target.numerator) / Number(target.denominator) ? 'met' : 'not-proven';
}
