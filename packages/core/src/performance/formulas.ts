/** What one indicator earns of its weight: each formula within [0, weight], and never less for a better result. */
import type { PerformanceProfile } from './profile.ts';
import { compareRatio, least, minus, most, ONE, over, type Ratio, ratio, times, ZERO } from './ratio.ts';
import type { Direction } from './typed-indicator.ts';

/** How far words were reached, with a percent of the weight within the step. */
export interface Reached {
  readonly step: 'reached' | 'partly' | 'not';
  readonly percent: Ratio;
}

const within = (points: Ratio, weight: Ratio): Ratio => most(ZERO, least(points, weight));

/** min(w, w·A/T); a target of nothing is reached by anything that is not below it. */
export function atLeast(weight: Ratio, target: Ratio, actual: Ratio): Ratio {
  if (compareRatio(target, ZERO) <= 0) return compareRatio(actual, target) >= 0 ? weight : ZERO;
  return within(times(weight, over(actual, target)), weight);
}

/** w within the bound; beyond it as the profile says. A bound of nothing allows nothing. */
export function atMost(weight: Ratio, target: Ratio, actual: Ratio, way: PerformanceProfile['atMost']): Ratio {
  if (compareRatio(actual, target) <= 0) return weight;
  if (compareRatio(target, ZERO) <= 0) return ZERO;
  if (way === 'inverse') return within(times(weight, over(target, actual)), weight);
  return within(times(weight, minus(ONE, over(minus(actual, target), target))), weight);
}

/** Of a value that is to be met: nothing is met by nothing, all else as at least. */
export function exactly(weight: Ratio, target: Ratio, actual: Ratio): Ratio {
  if (compareRatio(target, ZERO) === 0) return compareRatio(actual, ZERO) <= 0 ? weight : ZERO;
  return atLeast(weight, target, actual);
}

/** By the direction of an indicator with a value. */
export function pointsFor(
  direction: Exclude<Direction, 'by' | 'words'>,
  weight: Ratio,
  target: Ratio,
  actual: Ratio,
  { atMost: way }: Pick<PerformanceProfile, 'atMost'>,
): Ratio {
  if (direction === 'at-least') return atLeast(weight, target, actual);
  return direction === 'at-most' ? atMost(weight, target, actual, way) : exactly(weight, target, actual);
}

/** The part of the weight that a step of words is worth; undefined where the percent is not of the step. */
export function wordPoints(
  weight: Ratio,
  { step, percent }: Reached,
  { words }: Pick<PerformanceProfile, 'words'>,
): Ratio | undefined {
  const { from, below } = stepRange(step, words);
  const fits =
    compareRatio(percent, ratio(from)) >= 0 &&
    (step === 'reached' ? compareRatio(percent, ratio(below)) <= 0 : compareRatio(percent, ratio(below)) < 0);
  return fits ? times(weight, over(percent, ratio(100))) : undefined;
}

/** The percents of a step: half-open, but for the best, which ends with 100 itself. */
export function stepRange(
  step: Reached['step'],
  { reached, partly }: PerformanceProfile['words'],
): { readonly from: number; readonly below: number } {
  if (step === 'reached') return { from: reached, below: 100 };
  return step === 'partly' ? { from: partly, below: reached } : { from: 0, below: partly };
}

/** min(w, w·executed ÷ budget); undefined where there was no budget to be executed. */
export const executionPoints = (weight: Ratio, budget: number, executed: number): Ratio | undefined =>
  budget <= 0 ? undefined : within(times(weight, ratio(executed, budget)), weight);
