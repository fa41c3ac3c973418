/**
 * The score of a project or of a whole department: money and indicators, each part printed as it is counted. The total is the sum of the
 * printed parts, so that a reader who adds them up finds it. What was not answered is not scored, and no total is told.
 */
import { formatAmount } from '../money.ts';
import { executionText, pointsText, shortNumber, wordsText } from './formula-text.ts';
import { executionPoints, pointsFor, type Reached, stepRange, wordPoints } from './formulas.ts';
import { dateIn, isLate, type PrintedDate } from './printed-date.ts';
import { type Group, gradeOf, groupOf, type PerformanceProfile, type Weights } from './profile.ts';
import { compareRatio, over, plus, type Ratio, ratio, ratioOf, rounded, sum, times, ZERO } from './ratio.ts';
import { type Decimal, parseTarget, printDecimal, type Target } from './target.ts';
import { type IndicatorRow, type TypedIndicator, typedIndicator } from './typed-indicator.ts';
import { actualOf, isComparable } from './value.ts';

/** What an indicator came to: as written, and for words how far they were reached. */
export interface Outcome extends IndicatorRow {
  readonly achieved?: string | undefined;
  readonly step?: Reached['step'] | undefined;
  /** Percent of the weight within the step, 0 to 100; the step's least where none is given. */
  readonly percent?: Decimal | undefined;
  readonly cause?: string | undefined;
}

export interface ScoreInput {
  /** Full-year budget and what was spent of it, in fen. */
  readonly budget: number;
  readonly executed: number;
  readonly isPersonnel?: boolean;
  readonly indicators: readonly Outcome[];
}

/** Why a part has no points, or what is odd about it; `message` is one Chinese sentence. */
export interface ScoreFault {
  readonly code:
    | 'weights'
    | 'no-budget'
    | 'no-actual'
    | 'other-unit'
    | 'no-step'
    | 'percent-off-step'
    | 'needs-cause'
    | 'far-above';
  readonly part: string;
  readonly message: string;
}

export interface ScoredPart {
  readonly name: string;
  readonly group: Group;
  readonly weight: Ratio;
  /** Exact, before it is rounded; absent where it cannot be told. */
  readonly exact?: Ratio;
  /** As printed. */
  readonly points?: Decimal;
  /** How they come about, in figures. */
  readonly formula?: string;
}

export interface Score {
  /** The profile that it was made with. */
  readonly profile: string;
  readonly input: ScoreInput;
  readonly parts: readonly ScoredPart[];
  /** The sum of the printed parts; absent where a part has no points. */
  readonly total?: Decimal;
  readonly grade?: string;
  readonly faults: readonly ScoreFault[];
}

/** The score by a profile. The same input and profile always give the same score. */
export function score(input: ScoreInput, profile: PerformanceProfile): Score {
  const weights = (input.isPersonnel ? profile.personnelWeights : undefined) ?? profile.weights;
  const faults: ScoreFault[] = [];
  const typed = input.indicators.map(typedIndicator);
  const given = weigh(typed, weights, profile.decimals);
  // Where some print their weights, one that prints none has no known weight: it is not worth nothing.
  for (const [i, { weight }] of given.entries())
    if (!weight)
      faults.push({
        code: 'weights',
        part: typed[i]!.name,
        message: `指标“${typed[i]!.name}”没有写分值，别的指标写了。`,
      });
  const execution = executionPart(input, weights, profile, faults);
  const parts = [
    ...(execution ? [execution] : []),
    ...typed.map((indicator, i) => {
      const { group, weight = ZERO } = given[i]!;
      return indicatorPart(indicator, input.indicators[i]!, { group, weight }, profile, faults);
    }),
  ];
  const all = sum(parts.map(({ weight }) => weight));
  if (compareRatio(all, ratio(100)) !== 0)
    faults.push({ code: 'weights', part: '分值', message: `各项分值合计是 ${shown(all)}，应为 100。` });
  // Points are rounded to the places of the profile: of a finer weight they could be more than it.
  for (const { name, weight } of parts)
    if (!isPrintable(weight, profile.decimals))
      faults.push({ code: 'weights', part: name, message: `“${name}”的分值最多写 ${profile.decimals} 位小数。` });
  const points = parts.flatMap((part) => (part.points ? [ratioOf(part.points)] : []));
  const isWhole = points.length === parts.length && !faults.some(({ code }) => code === 'weights');
  const exactTotal = sum(points);
  const grade = isWhole ? gradeOf(profile, exactTotal) : undefined;
  return {
    profile: profile.id,
    input,
    parts,
    ...(isWhole ? { total: rounded(exactTotal, profile.decimals) } : {}),
    ...(grade === undefined ? {} : { grade }),
    faults,
  };
}

const shown = (value: Ratio, places = 2): string =>
  printDecimal(rounded(value, places)).replace(/\.?0+$/, (end) => (end.includes('.') ? '' : end));

/** Own weights; the weight of a group whose indicators print none is shared out evenly among them, in parts that can be printed. */
function weigh(
  indicators: readonly TypedIndicator[],
  weights: Weights,
  places: number,
): readonly { readonly group: Group; readonly weight?: Ratio }[] {
  const groups = indicators.map(({ level1, level2 }) => groupOf(level1, level2, weights));
  const hasOwn = indicators.some(({ weight }) => weight !== undefined);
  return indicators.map(({ weight }, i) => {
    const group = groups[i]!;
    if (hasOwn) return { group, ...(weight ? { weight } : {}) };
    const others = groups.filter((each) => each === group).length;
    const before = groups.slice(0, i).filter((each) => each === group).length;
    return { group, weight: printedShare(weights[group] ?? 0, others, before, places) };
  });
}

/** One of `count` shares of a weight, to so many places; what is left over goes to the first ones, so that they add up to it. */
function printedShare(weight: number, count: number, at: number, places: number): Ratio {
  const units = weight * 10 ** places;
  return ratio(Math.floor(units / count) + (at < units % count ? 1 : 0), 10 ** places);
}

const isPrintable = (weight: Ratio, places: number): boolean =>
  compareRatio(ratioOf(rounded(weight, places)), weight) === 0;

function executionPart(
  { budget, executed }: ScoreInput,
  weights: Weights,
  profile: PerformanceProfile,
  faults: ScoreFault[],
): ScoredPart | undefined {
  if (weights.execution === undefined) return undefined;
  const name = '预算执行率';
  const weight = ratio(weights.execution);
  const exact = executionPoints(weight, budget, executed);
  if (!exact) {
    faults.push({ code: 'no-budget', part: name, message: '全年预算数是零或没有填，算不出预算执行率。' });
    return { name, group: 'execution', weight };
  }
  if (compareRatio(ratio(executed * 100, budget), ratio(profile.explainBelow)) < 0)
    faults.push({ code: 'needs-cause', part: name, message: `预算执行率低于 ${profile.explainBelow}%，请说明原因。` });
  const formula = executionText(weight, formatAmount(budget, '元'), formatAmount(executed, '元'));
  return { name, group: 'execution', weight, exact, points: rounded(exact, profile.decimals), formula };
}

type Found = { readonly exact: Ratio; readonly formula: string } | { readonly fault: Omit<ScoreFault, 'part'> };

function indicatorPart(
  indicator: TypedIndicator,
  outcome: Outcome,
  { group, weight }: { readonly group: Group; readonly weight: Ratio },
  profile: PerformanceProfile,
  faults: ScoreFault[],
): ScoredPart {
  const { name } = indicator;
  const found = earned(indicator, outcome, weight, profile);
  if ('fault' in found) {
    faults.push({ ...found.fault, part: name });
    return { name, group, weight };
  }
  const isShort = compareRatio(found.exact, weight) < 0;
  if (isShort && !outcome.cause?.trim())
    faults.push({ code: 'needs-cause', part: name, message: `指标“${name}”没有得满分，请写偏差原因和改进措施。` });
  if (!isShort && isFarAbove(indicator, outcome, profile) && !outcome.cause?.trim())
    faults.push({
      code: 'far-above',
      part: name,
      message: `指标“${name}”远超指标值，请说明原因：指标值可能定得偏低。`,
    });
  const { exact, formula } = found;
  return { name, group, weight, exact, points: rounded(exact, profile.decimals), formula };
}

function earned(indicator: TypedIndicator, outcome: Outcome, weight: Ratio, profile: PerformanceProfile): Found {
  const { name, direction, value } = indicator;
  if (direction === 'words') return worded(name, outcome, weight, profile);
  const achieved = outcome.achieved?.trim() ?? '';
  if (direction === 'by') return dated(indicator, outcome, weight, profile);
  if (achieved === '') return { fault: { code: 'no-actual', message: `指标“${name}”没有填实际完成值。` } };
  const actual = actualOf(achieved, value?.unit, /元$/.test(value?.unit ?? ''));
  if (!actual || !value)
    return { fault: { code: 'no-actual', message: `指标“${name}”的实际完成值“${achieved}”不是数。` } };
  if (!isComparable(actual, value))
    return {
      fault: {
        code: 'other-unit',
        message: `指标“${name}”的实际完成值“${achieved}”和指标值的单位“${value.unit}”不同。`,
      },
    };
  const numbers = [weight, value.amount, actual.amount] as const;
  return { exact: pointsFor(direction, ...numbers, profile), formula: pointsText(direction, ...numbers, profile) };
}

/** In time is all of the weight; how late is still good for something, or where nobody can tell, a person says by a step. */
function dated({ name, target }: TypedIndicator, outcome: Outcome, weight: Ratio, profile: PerformanceProfile): Found {
  const { step, achieved = '' } = outcome;
  const done = dateIn(achieved) ?? monthOf(parseTarget(achieved));
  const limit = dateIn(target.text) ?? monthOf(target);
  const late = done && limit ? isLate(done, limit) : undefined;
  if (late === true && step === 'reached')
    return { fault: { code: 'no-step', message: `指标“${name}”晚于${limit!.text}完成，请填部分达成或未达成。` } };
  if (!step && done && late === false)
    return { exact: weight, formula: `${done.month} 月完成，没有逾期，得满分 ${shortNumber(weight)}` };
  return worded(name, outcome, weight, profile);
}

/** 9 or 9月 alone. */
function monthOf({ number }: Target): PrintedDate | undefined {
  const month = number?.scale === 0 ? number.units : 0;
  return month >= 1 && month <= 12 ? { month, isLimit: false, text: String(month) } : undefined;
}

function worded(name: string, { step, percent }: Outcome, weight: Ratio, profile: PerformanceProfile): Found {
  if (!step)
    return { fault: { code: 'no-step', message: `指标“${name}”没有填完成程度：请填达成、部分达成或未达成。` } };
  const { from, below } = stepRange(step, profile.words);
  // Reached and nothing more said is reached in full; of the lower steps the least is sure.
  const share = percent ? ratioOf(percent) : ratio(step === 'reached' ? 100 : from);
  const exact = wordPoints(weight, { step, percent: share }, profile);
  if (exact) return { exact, formula: wordsText(weight, share) };
  return { fault: { code: 'percent-off-step', message: `指标“${name}”的完成程度应在 ${from}% 到 ${below}% 之间。` } };
}

function isFarAbove(
  { direction, value }: TypedIndicator,
  { achieved = '' }: Outcome,
  { lights }: PerformanceProfile,
): boolean {
  if (direction !== 'at-least' || !value || compareRatio(value.amount, ratio(0)) <= 0) return false;
  const actual = actualOf(achieved, value.unit);
  return (
    actual !== undefined &&
    isComparable(actual, value) &&
    compareRatio(times(over(actual.amount, value.amount), ratio(100)), ratio(lights.blue)) >= 0
  );
}

/** The mean of scores, exact until it is printed; undefined where there is none. */
export function meanScore(scores: readonly Pick<Score, 'total'>[], places = 2): Decimal | undefined {
  const totals = scores.flatMap(({ total }) => (total ? [ratioOf(total)] : []));
  if (totals.length === 0) return undefined;
  return rounded(over(totals.reduce(plus), ratio(totals.length)), places);
}
