/** Reports in words: self-evaluation, monitoring and execution, each sentence from a pattern of the same table that reads it back. */
import { type Fen, formatAmount } from '../money.ts';
import { oneLine } from '../text/fold.ts';
import type { MonthlyRow } from './execution-report.ts';
import type { Light } from './monitor.ts';
import { compareRatio, type Ratio, ratio, rounded, ZERO } from './ratio.ts';
import type { Results } from './results.ts';
import type { Score } from './score.ts';
import { readSentence, type SentencePattern, takeApart, type Values, writePattern } from './sentence.ts';
import { printDecimal } from './target.ts';

/** Longer sentences of one beginning stand first: reading takes the first that fits. */
export const REPORT_PATTERNS = [
  {
    id: 'evaluated',
    pattern: '共对{projects:n}个项目开展绩效自评，全年预算{budget:n}万元，执行{executed:n}万元，执行率{rate:n}%。',
  },
  { id: 'evaluated-without-budget', pattern: '共对{projects:n}个项目开展绩效自评，没有填写全年预算。' },
  { id: 'mean', pattern: '已评分{scored:n}个，平均得分{mean:n}分。' },
  { id: 'unscored', pattern: '还有{count:n}个项目没有填完，暂不计分。' },
  { id: 'grade', pattern: '等级为“{grade}”的{count:n}个。' },
  { id: 'project', pattern: '项目“{project}”得{total:n}分，等级为“{grade}”。' },
  { id: 'project-open', pattern: '项目“{project}”暂不计分：{reason}' },
  {
    id: 'short',
    pattern: '项目“{project}”的“{part}”得{points:n}分（分值{weight:n}分），原因和改进措施：{cause}。',
  },
  { id: 'short-unexplained', pattern: '项目“{project}”的“{part}”得{points:n}分（分值{weight:n}分），没有写明原因。' },
  {
    id: 'lights',
    pattern:
      '截至{month:n}月底，{projects:n}个项目中红灯{red:n}个、黄灯{yellow:n}个、绿灯{green:n}个、蓝灯{blue:n}个，没有填报的{none:n}个。',
  },
  { id: 'project-light', pattern: '项目“{project}”是{light}灯，其中{parts}。' },
  {
    id: 'behind',
    pattern:
      '截至{month:n}月底，调整后预算{adjusted:n}万元，累计支出{paid:n}万元，支出进度{rate:n}%，比序时进度慢{gap:n}个百分点。',
  },
  {
    id: 'ahead',
    pattern:
      '截至{month:n}月底，调整后预算{adjusted:n}万元，累计支出{paid:n}万元，支出进度{rate:n}%，比序时进度快{gap:n}个百分点。',
  },
  {
    id: 'even',
    pattern: '截至{month:n}月底，调整后预算{adjusted:n}万元，累计支出{paid:n}万元，支出进度{rate:n}%，和序时进度持平。',
  },
  { id: 'no-money', pattern: '截至{month:n}月底，没有预算指标，累计支出{paid:n}万元。' },
  { id: 'slow-project', pattern: '{unit}的“{project}”支出进度{rate:n}%，慢{gap:n}个百分点，原因：{cause}。' },
  { id: 'slow-unexplained', pattern: '{unit}的“{project}”支出进度{rate:n}%，慢{gap:n}个百分点，没有写明原因。' },
  { id: 'with-targets', pattern: '编报绩效目标的项目{projects:n}个，涉及资金{money:n}万元。' },
  { id: 'tracked', pattern: '开展绩效跟踪的项目{projects:n}个，涉及资金{money:n}万元。' },
  {
    id: 'problems',
    pattern: '绩效跟踪和自评发现问题{found:n}个，已完成整改{corrected:n}个，正在整改{open:n}个。',
  },
] as const satisfies readonly SentencePattern[];

type ReportId = (typeof REPORT_PATTERNS)[number]['id'];

const say = (id: ReportId, values: Values): string =>
  writePattern(REPORT_PATTERNS.find((each) => each.id === id)!, values);

/** What a sentence of a report says; undefined where it is none of them. */
export const readReportSentence = (sentence: string) => readSentence(REPORT_PATTERNS, sentence);

/** A sentence of a report in its pieces, each number with what it counts; undefined where it is none of them. */
export const reportSentenceParts = (sentence: string) => takeApart(REPORT_PATTERNS, sentence);

const wan = (fen: Fen): string => formatAmount(fen, '万元');
const two = (value: Ratio): string => printDecimal(rounded(value, 2));
/** What people wrote, as a part of a sentence. */
const clause = (text: string): string => oneLine(text).replace(/[。；;，,]+$/, '');

/** What is counted of a year's performance, for the accounts' disclosure. Money in fen. */
export interface YearResults {
  readonly withTargets: { readonly projects: number; readonly fen: Fen };
  readonly tracked: { readonly projects: number; readonly fen: Fen };
  readonly evaluated: Results;
  readonly problems: { readonly found: number; readonly corrected: number; readonly open: number };
}

/** The sentences of the accounts' disclosure about performance. */
export function resultsInWords({ withTargets, tracked, evaluated, problems }: YearResults): readonly string[] {
  const counted = ({ projects, fen }: YearResults['tracked']) => ({ projects: String(projects), money: wan(fen) });
  const { found, corrected, open } = problems;
  return [
    say('with-targets', counted(withTargets)),
    say('tracked', counted(tracked)),
    // None is not "0 without a budget".
    ...(evaluated.projects > 0 ? evaluationInWords(evaluated, []) : []),
    say('problems', { found: String(found), corrected: String(corrected), open: String(open) }),
  ];
}

/** A project with its score and what its form says of each part that earned less than its weight. */
export interface EvaluatedProject {
  readonly project: string;
  readonly score: Score;
}

/** 绩效自评报告: all projects, then each. */
export function evaluationInWords(results: Results, projects: readonly EvaluatedProject[]): readonly string[] {
  const { budget, executed, scored, mean, grades } = results;
  const open = results.projects - scored;
  return [
    budget > 0
      ? say('evaluated', {
          projects: String(results.projects),
          budget: wan(budget),
          executed: wan(executed),
          rate: two(ratio(BigInt(executed) * 100n, budget)),
        })
      : say('evaluated-without-budget', { projects: String(results.projects) }),
    ...(mean ? [say('mean', { scored: String(scored), mean: printDecimal(mean) })] : []),
    ...Object.entries(grades).map(([grade, count]) => say('grade', { grade, count: String(count) })),
    ...(open > 0 ? [say('unscored', { count: String(open) })] : []),
    ...projects.flatMap(ofProject),
  ];
}

function ofProject({ project, score: { total, grade, faults, parts, input } }: EvaluatedProject): readonly string[] {
  if (!total || grade === undefined) {
    const blocking = faults.find(({ code }) => code !== 'needs-cause' && code !== 'far-above');
    return [say('project-open', { project, reason: blocking?.message ?? '没有填完。' })];
  }
  const causes = new Map(parts.slice(-input.indicators.length).map((part, i) => [part, input.indicators[i]!.cause]));
  const short = parts.filter(({ exact, weight }) => exact && compareRatio(exact, weight) < 0);
  return [
    say('project', { project, total: printDecimal(total), grade }),
    ...short.map((part) => {
      const values = { project, part: part.name, points: printDecimal(part.points!), weight: two(part.weight) };
      const cause = clause(causes.get(part) ?? '');
      return cause === '' ? say('short-unexplained', values) : say('short', { ...values, cause });
    }),
  ];
}

export const LIGHT_NAMES: Readonly<Record<Light, string>> = {
  red: '红',
  yellow: '黄',
  green: '绿',
  blue: '蓝',
  none: '无',
};

export interface WatchedProject {
  readonly project: string;
  readonly light: Light;
  /** What is red or yellow, with its reason. */
  readonly parts: readonly string[];
}

/** 绩效运行监控报告. @param month 1 to 12 */
export function monitoringInWords(
  counts: Readonly<Record<Light, number>>,
  projects: readonly WatchedProject[],
  month: number,
): readonly string[] {
  const numbers = Object.fromEntries(Object.entries(counts).map(([light, count]) => [light, String(count)]));
  return [
    say('lights', { month: String(month), projects: String(projects.length), ...numbers }),
    ...projects
      .filter(({ light, parts }) => (light === 'red' || light === 'yellow') && parts.length > 0)
      .map(({ project, light, parts }) =>
        say('project-light', { project, light: LIGHT_NAMES[light], parts: parts.map(clause).join('；') }),
      ),
  ];
}

/** 支出进度报告: all money, then each project that is behind an even pace by more than so many points. */
export function executionInWords(
  total: MonthlyRow,
  rows: readonly MonthlyRow[],
  month: number,
  tolerated = 0,
): readonly string[] {
  const { adjusted, cumulative, rate, gap } = total;
  const values = { month: String(month), adjusted: wan(adjusted), paid: wan(cumulative) };
  if (!rate || !gap) return [say('no-money', values)];
  const [id, size] = apart(gap);
  return [
    say(id, { ...values, rate: two(rate), gap: two(size) }),
    ...rows
      .filter((row) => row.gap && compareRatio(row.gap, ratio(-tolerated)) < 0)
      .map((row) => {
        const own = {
          unit: row.unit || '本单位',
          project: row.project,
          rate: two(row.rate!),
          gap: two(apart(row.gap!)[1]),
        };
        const cause = clause(row.cause ?? '');
        return cause === '' ? say('slow-unexplained', own) : say('slow-project', { ...own, cause });
      }),
  ];
}

/** Which way, and how far: what is printed as 0.00 is even. */
function apart(gap: Ratio): readonly ['behind' | 'ahead' | 'even', Ratio] {
  const printed = rounded(gap, 2).units;
  const size = compareRatio(gap, ZERO) < 0 ? ratio(-gap.numerator, gap.denominator) : gap;
  return [printed < 0 ? 'behind' : printed > 0 ? 'ahead' : 'even', size];
}
