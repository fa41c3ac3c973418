/** Monitoring within the year: money and targets against the months gone by. Only flows are prorated. */
import type { PerformanceProfile } from './profile.ts';
import { compareRatio, least, minus, over, type Ratio, ratio, sum, times, ZERO } from './ratio.ts';
import type { TypedIndicator } from './typed-indicator.ts';
import { actualOf, isComparable } from './value.ts';

/** `blue` far ahead; `none` cannot be told, which is no light. */
export type Light = 'red' | 'yellow' | 'green' | 'blue' | 'none';

export interface LightResult {
  readonly light: Light;
  readonly reason: string;
}

/** Done so far, as written; for words and dates how far. */
export interface Progress {
  readonly done?: string;
  readonly step?: 'reached' | 'partly' | 'not';
}

const HUNDRED = ratio(100);

function banded(percent: Ratio, { lights }: Pick<PerformanceProfile, 'lights'>): Light {
  if (compareRatio(percent, ratio(lights.red)) < 0) return 'red';
  return compareRatio(percent, ratio(lights.yellow)) < 0 ? 'yellow' : 'green';
}

/** The light of money at the end of a month: paid against the adjusted budget at an even pace. @param month 1 to 12 */
export function budgetLight(
  paid: number,
  adjusted: number,
  month: number,
  profile: Pick<PerformanceProfile, 'lights'>,
): LightResult {
  if (adjusted <= 0) return { light: 'none', reason: '没有预算，算不出支出进度。' };
  const percent = times(ratio(paid * 12, adjusted * month), HUNDRED);
  return { light: banded(percent, profile), reason: `支出进度和序时进度相比（${month} 月）。` };
}

const WORDS = { reached: 'green', partly: 'yellow', not: 'red' } as const;

/** The light of an indicator at the end of a month. @param month 1 to 12 */
export function indicatorLight(
  indicator: TypedIndicator,
  { done, step }: Progress,
  month: number,
  profile: Pick<PerformanceProfile, 'lights'>,
): LightResult {
  const { direction, kind, value, target } = indicator;
  if (direction === 'words')
    return step ? { light: WORDS[step], reason: '按完成程度。' } : { light: 'none', reason: '没有填完成程度。' };
  if (direction === 'by') {
    if (step === 'reached') return { light: 'green', reason: '已经按期完成。' };
    const isDue = target.number !== undefined && month >= target.number.units;
    return isDue ? { light: 'red', reason: '到期没有完成。' } : { light: 'green', reason: '还没有到期。' };
  }
  const actual = done === undefined ? undefined : actualOf(done, value?.unit, /元$/.test(value?.unit ?? ''));
  if (!actual || !value) return { light: 'none', reason: '没有填目前完成数。' };
  if (!isComparable(actual, value)) return { light: 'none', reason: '完成数和指标值的单位不同。' };
  if (direction === 'at-most') {
    const isWithin = compareRatio(actual.amount, value.amount) <= 0;
    return isWithin ? { light: 'green', reason: '在指标值以内。' } : { light: 'red', reason: '已经超过指标值。' };
  }
  return risingLight(value.amount, actual.amount, kind.kind === 'flow', month, profile);
}

function risingLight(
  target: Ratio,
  actual: Ratio,
  isFlow: boolean,
  month: number,
  profile: Pick<PerformanceProfile, 'lights'>,
): LightResult {
  if (compareRatio(target, ZERO) <= 0) {
    const isMet = compareRatio(actual, target) >= 0;
    return { light: isMet ? 'green' : 'red', reason: '指标值是零，按是否达到看。' };
  }
  const ofYear = times(over(actual, target), HUNDRED);
  if (!isFlow) return { light: banded(ofYear, profile), reason: '是现状，和指标值直接比，不按月分摊。' };
  if (compareRatio(ofYear, ratio(profile.lights.blue)) >= 0) return { light: 'blue', reason: '已经远超全年指标值。' };
  if (compareRatio(actual, ZERO) === 0) return { light: 'red', reason: '还没有开始。' };
  return { light: banded(over(ofYear, ratio(month, 12)), profile), reason: `按 ${month} 个月分摊后比较。` };
}

/**
 * How far the goals of a year are, in percent: the mean of what accumulates, each at most whole. Rates and states tell nothing of how far
 * the year is. Undefined where nothing that accumulates was answered.
 */
export function goalProgress(
  indicators: readonly { readonly indicator: TypedIndicator; readonly done?: string | undefined }[],
): Ratio | undefined {
  const parts = indicators.flatMap(({ indicator: { direction, kind, value }, done }): readonly Ratio[] => {
    if (kind.kind !== 'flow' || direction === 'at-most' || done === undefined) return [];
    if (!value || compareRatio(value.amount, ZERO) <= 0) return [];
    const actual = actualOf(done, value.unit, /元$/.test(value.unit ?? ''));
    if (!actual || !isComparable(actual, value)) return [];
    return [least(times(over(actual.amount, value.amount), HUNDRED), HUNDRED)];
  });
  return parts.length === 0 ? undefined : over(sum(parts), ratio(parts.length));
}

const WORST: readonly Light[] = ['red', 'yellow', 'green', 'blue'];

/** The light of a project is its worst; `none` only where no part has one. */
export const projectLight = (lights: readonly Light[]): Light =>
  WORST.find((light) => lights.includes(light)) ?? 'none';

/** How many projects have each light: the department's board. */
export function board(lights: readonly Light[]): Readonly<Record<Light, number>> {
  const counts = { red: 0, yellow: 0, green: 0, blue: 0, none: 0 };
  for (const light of lights) counts[light] += 1;
  return counts;
}

export interface Warning {
  readonly kind: 'date' | 'gap';
  /** The month whose end it is of: that of the date that was missed, which may be before the one looked at. */
  readonly month: number;
  readonly message: string;
  /** Working days to answer within. */
  readonly answerDays?: number;
}

/**
 * Warnings of a profile at the end of a month. What the last date asked for and is not reached yet is still one in the months after it.
 * @param goals percent of the goals done, where it is known
 */
export function warningsOf(
  {
    paid,
    adjusted,
    month,
    goals,
  }: { readonly paid: number; readonly adjusted: number; readonly month: number; readonly goals?: Ratio },
  { warnings }: Pick<PerformanceProfile, 'warnings'>,
): readonly Warning[] {
  if (adjusted <= 0) return [];
  const percent = ratio(paid * 100, adjusted);
  const answer = warnings.answerDays === undefined ? {} : { answerDays: warnings.answerDays };
  const due = warnings.dates.filter((each) => each.month <= month).sort((a, b) => b.month - a.month)[0];
  const late = due && compareRatio(percent, ratio(due.least)) < 0 ? [lateSince(due, month, answer)] : [];
  if (!goals || warnings.gap === undefined) return late;
  const gap = minus(goals, percent);
  const size = compareRatio(gap, ZERO) < 0 ? minus(ZERO, gap) : gap;
  if (compareRatio(size, ratio(warnings.gap)) <= 0) return late;
  return [...late, { kind: 'gap', month, message: `目标进度和支出进度相差超过 ${warnings.gap} 个百分点。`, ...answer }];
}

const lateSince = (
  due: PerformanceProfile['warnings']['dates'][number],
  month: number,
  answer: Pick<Warning, 'answerDays'>,
): Warning => ({
  kind: 'date',
  month: due.month,
  message:
    due.month === month
      ? `${month} 月末支出进度低于 ${due.least}%。`
      : `${due.month} 月末支出进度应达到 ${due.least}%，到 ${month} 月末还没有达到。`,
  ...answer,
});
