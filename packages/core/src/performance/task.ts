/**
 * Tasks of the year as they are stored: a form with its targets, what a person answered, and the profile that it is read by. Whoever reads
 * one computes it again, so a stored light or score is never more than a copy. Targets change only with the budget: answers cannot.
 */
import type { Monitoring, OverallSelfEvaluation, SelfEvaluation } from '../kinds/index.ts';
import { profileById } from './choose-profile.ts';
import type { ConfirmedKind } from './indicator-kind.ts';
import { type Watch, watch, watchedForm } from './monitoring-form.ts';
import { gradeOf, type PerformanceProfile } from './profile.ts';
import { compareRatio, ratioOf, rounded, sum, ZERO } from './ratio.ts';
import { type Score, type ScoredPart, type ScoreFault, score } from './score.ts';
import { filledForm, scoreInputOf } from './self-evaluation-form.ts';
import { parseTarget, printDecimal } from './target.ts';

export interface MonitoringTask {
  /** Of the profile. */
  readonly profile: string;
  /** 1 to 12: the end of the period. */
  readonly month: number;
  readonly form: Monitoring;
  /** Of each indicator, by its place: what shows the figure. */
  readonly evidence: readonly string[];
  /** By place likewise; null where nobody decided. */
  readonly kinds?: readonly (ConfirmedKind | null)[];
}

/** A part scored again by a reviewer. */
export interface ReviewedPart {
  /** Its place among the printed parts. */
  readonly part: number;
  /** As written: `7.5`. */
  readonly points: string;
  readonly reason: string;
}

export interface EvaluationTask {
  readonly profile: string;
  readonly isPersonnel?: boolean;
  readonly form: SelfEvaluation | OverallSelfEvaluation;
  readonly evidence: readonly string[];
  /** Of each indicator whether its weight is the target's, which no answer changes. */
  readonly weightsStand?: readonly boolean[];
  /** 项目（部门）自评结论, 存在问题, 改进措施. */
  readonly conclusion?: string;
  readonly problems?: string;
  readonly remedies?: string;
  readonly review?: readonly ReviewedPart[];
}

export interface MonitoringReading {
  readonly profile: PerformanceProfile;
  readonly watch: Watch;
  /** With its rate and lights. */
  readonly form: Monitoring;
  /** What keeps it from being reported, one sentence each. */
  readonly missing: readonly string[];
}

export interface EvaluationReading {
  readonly profile: PerformanceProfile;
  /** As the unit scored itself. */
  readonly own: Score;
  /** What holds: the unit's own where nobody scored it again. */
  readonly score: Score;
  readonly form: SelfEvaluation | OverallSelfEvaluation;
  readonly missing: readonly string[];
}

/** The profile that a stored task names. @throws Error where it is gone: a result that cannot be computed again is not shown */
export function profileOfTask({ profile: id }: { readonly profile: string }): PerformanceProfile {
  const profile = profileById(id);
  if (!profile) throw new Error(`没有口径“${id}”，算不出存下的结果。`);
  return profile;
}

/** A monitoring task as it stands. `proven`: indicators that files are attached for, which is evidence as good as words. */
export function readMonitoring(
  { month, form, profile: id, evidence, kinds }: MonitoringTask,
  proven: readonly string[] = [],
): MonitoringReading {
  const profile = profileOfTask({ profile: id });
  const seen = watch(
    form,
    month,
    profile,
    kinds?.map((kind) => kind ?? undefined),
  );
  const missing = form.indicators.flatMap((row, i): readonly string[] => {
    const { name, light, reason } = seen.indicators[i]!;
    const said = (text: string) => `指标“${name}”${text}`;
    return [
      ...(light === 'none' ? [said(reason)] : []),
      ...(seen.unexplained.includes(name) ? [said('有偏差，没有写偏差原因。')] : []),
      ...(row.likelihood ? [] : [said('没有选完成可能性。')]),
      ...(row.done && !isProven(name, evidence[i], proven) ? [said(UNPROVEN)] : []),
    ];
  });
  const noMoney = seen.budget.light === 'none' ? [`项目资金：${seen.budget.reason}`] : [];
  return { profile, watch: seen, form: watchedForm(form, seen), missing: [...noMoney, ...missing] };
}

const UNPROVEN = '没有写依据材料，也没有附件。';
const isProven = (name: string, words: string | undefined, proven: readonly string[]): boolean =>
  proven.includes(name) || Boolean(words?.trim());

/** An evaluation as it stands, with the reviewer's points where there are some; `proven` as of `readMonitoring`. */
export function readEvaluation(
  { form, profile: id, isPersonnel, evidence, review }: EvaluationTask,
  proven: readonly string[] = [],
): EvaluationReading {
  const profile = profileOfTask({ profile: id });
  const input = scoreInputOf(form) ?? { budget: 0, executed: 0, indicators: form.indicators };
  const own = score({ ...input, ...(isPersonnel ? { isPersonnel } : {}) }, profile);
  const reviewed = review && review.length > 0 ? reviewedScore(own, review, profile) : own;
  const unproven = form.indicators.flatMap((row, i) =>
    row.achieved?.trim() && !isProven(row.level3, evidence[i], proven) ? [`指标“${row.level3}”${UNPROVEN}`] : [],
  );
  return {
    profile,
    own,
    score: reviewed,
    form: filledForm(form, reviewed),
    missing: [
      ...new Set([
        ...unsaid(form),
        ...own.faults.filter(isUnanswered(input)).map(({ message }) => message),
        ...unproven,
      ]),
    ],
  };
}

/** Goals and main tasks of which nothing is said. */
function unsaid(form: EvaluationTask['form']): readonly string[] {
  const tasks = 'tasks' in form ? form.tasks : [];
  return [
    ...(form.goals.some(({ achieved }) => !achieved?.trim()) ? ['年度总体目标没有写实际完成情况。'] : []),
    ...tasks.flatMap(({ name, done }) => (done?.trim() ? [] : [`年度主要任务“${name}”没有写完成情况。`])),
  ];
}

/** Money that was spent badly has no column for its reason but the project's conclusion: a person is told, not stopped. */
const isUnanswered =
  ({ indicators }: { readonly indicators: readonly unknown[] }) =>
  ({ code, part }: ScoreFault): boolean =>
    !(code === 'needs-cause' && part === '预算执行率') || indicators.length === 0;

/** A score with the points of a reviewer in the place of its own; each part says so in its formula. */
export function reviewedScore(own: Score, review: readonly ReviewedPart[], profile: PerformanceProfile): Score {
  const given = new Map(review.map((each) => [each.part, each]));
  const parts = own.parts.map((part, i): ScoredPart => {
    const again = given.get(i);
    const points = again && parseTarget(again.points).number;
    return points
      ? { ...part, exact: ratioOf(points), points, formula: `复评 ${printDecimal(points)} 分：${again.reason}` }
      : part;
  });
  const points = parts.flatMap((part) => (part.points ? [ratioOf(part.points)] : []));
  const isWhole = points.length === parts.length && !own.faults.some(({ code }) => code === 'weights');
  const total = sum(points);
  const grade = isWhole ? gradeOf(profile, total) : undefined;
  const { total: _, grade: __, ...rest } = own;
  return {
    ...rest,
    parts,
    ...(isWhole ? { total: rounded(total, profile.decimals) } : {}),
    ...(grade === undefined ? {} : { grade }),
  };
}

/** What is wrong with a reviewer's points: between nothing and the weight, to the places of the profile, with a reason. */
export function reviewFault(
  { parts }: Score,
  review: readonly ReviewedPart[],
  { decimals }: Pick<PerformanceProfile, 'decimals'>,
): string | undefined {
  for (const { part: at, points: text, reason } of review) {
    const part = parts[at];
    const points = parseTarget(text).number;
    if (!part) return '没有这一项，请刷新后重试。';
    if (!points || points.scale > decimals) return `“${part.name}”的分数“${text}”不对，最多写 ${decimals} 位小数。`;
    if (compareRatio(ratioOf(points), ZERO) < 0 || compareRatio(ratioOf(points), part.weight) > 0)
      return `“${part.name}”的分数应在 0 和它的分值之间。`;
    if (reason.trim() === '') return `“${part.name}”改了分数，请写理由。`;
  }
  return undefined;
}
