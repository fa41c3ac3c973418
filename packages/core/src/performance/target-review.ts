/**
 * 绩效目标审核 before the budget: what stands against a project's targets, check by check, and what the reviewer's grade leads to
 * (《中央部门预算绩效目标管理办法》财预〔2015〕88号). What the rules found is sorted to the checks; the grade is a person's.
 */
import type { Finding } from '../finding.ts';
import type { PerformanceTarget } from '../kinds/index.ts';
import type { Origin } from '../model/values.ts';
import { measureOf } from './measure.ts';
import type { PerformanceProfile } from './profile.ts';
import { compareRatio, type Ratio, ratio, sum } from './ratio.ts';
import { type TypedIndicator, typedIndicator } from './typed-indicator.ts';

/** What is looked at, in the order of the form. */
export const REVIEW_CHECKS = {
  level: '目标和各级指标齐全',
  direction: '指标方向正确',
  unit: '指标值和单位写得正确',
  weight: '分值合计 100',
  measurable: '指标可以衡量',
  money: '与资金相符',
  copied: '不是照抄',
} as const;
export type ReviewCheck = keyof typeof REVIEW_CHECKS;

/** The rules of each check, by id. */
const CHECK_OF_RULE: Readonly<Record<string, ReviewCheck>> = {
  'target-missing-level': 'level',
  'target-placed': 'level',
  'target-direction': 'direction',
  'target-unit': 'unit',
  'target-malformed': 'unit',
  'target-impossible': 'unit',
  'target-empty-talk': 'measurable',
  'target-cost': 'money',
  'target-conflict': 'money',
  'target-copied': 'copied',
};

/** 优 passes, 良 is improved and passes, 中 is revised and handed in again, 差 is not budgeted. */
export const REVIEW_OUTCOMES = {
  优: { outcome: 'pass', says: '通过，进入下一步预算安排' },
  良: { outcome: 'improve', says: '完善后通过，进入下一步预算安排' },
  中: { outcome: 'return', says: '修改完善后重新报送审核' },
  差: { outcome: 'refuse', says: '不得进入下一步预算安排' },
} as const;
export type ReviewGrade = keyof typeof REVIEW_OUTCOMES;

export interface ReviewPoint {
  readonly check: ReviewCheck;
  readonly isSevere: boolean;
  readonly message: string;
}

export interface TargetReview {
  readonly project: string;
  readonly points: readonly ReviewPoint[];
  /** Indicators with words only, of all. */
  readonly inWords: number;
  readonly indicators: number;
  /** The best grade that what was found leaves: a reviewer may go below it, and says why where they go above. */
  readonly best: ReviewGrade;
}

/** The review of one project's targets. @param findings of the document that the targets stand in */
export function reviewOf(
  target: PerformanceTarget,
  findings: readonly Finding[],
  profile: Pick<PerformanceProfile, 'weights'>,
): TargetReview {
  const typed = target.indicators.map(typedIndicator);
  const inWords = typed.filter(({ direction }) => direction === 'words').length;
  const points: readonly ReviewPoint[] = [
    ...ofTarget(target, findings).flatMap(({ rule, severity, message }): readonly ReviewPoint[] => {
      const check = CHECK_OF_RULE[rule];
      return check ? [{ check, isSevere: severity !== 'notice', message }] : [];
    }),
    ...weightPoints(
      typed.map(({ weight }) => weight),
      profile,
    ),
    ...(typed.length > 0 && inWords === typed.length
      ? [{ check: 'measurable' as const, isSevere: true, message: '全部指标都是文字，没有一个可以衡量' }]
      : []),
    ...uncountedPoints(typed),
  ];
  const order = Object.keys(REVIEW_CHECKS);
  return {
    project: target.project ?? target.title,
    points: points.toSorted((a, b) => order.indexOf(a.check) - order.indexOf(b.check)),
    inWords,
    indicators: typed.length,
    best: bestOf(points, typed.length),
  };
}

/** Nothing to measure is not budgeted; what is severe goes back; the rest is improved on the way. */
function bestOf(points: readonly ReviewPoint[], indicators: number): ReviewGrade {
  if (indicators === 0) return '差';
  if (points.some(({ isSevere }) => isSevere)) return '中';
  return points.length > 0 ? '良' : '优';
}

/** Rates of which nobody says what is counted, and of how many: they cannot be measured, nor checked once they are told. */
function uncountedPoints(typed: readonly TypedIndicator[]): readonly ReviewPoint[] {
  const names = typed.flatMap(({ name, value, formula }) =>
    value && !formula && measureOf(name) === 'rate' ? [`“${name}”`] : [],
  );
  if (names.length === 0) return [];
  const message = `${names.join('、')}没有写怎么算：请写明分子和分母，如“按期办结件数÷受理件数”`;
  return [{ check: 'measurable', isSevere: false, message }];
}

const placeOf = (origin: Origin): string => JSON.stringify(origin);

/** Findings that rest on a cell of this target's table. */
function ofTarget({ origin, indicators }: PerformanceTarget, findings: readonly Finding[]): readonly Finding[] {
  const own = new Set([origin, ...indicators.map((each) => each.origin)].map(placeOf));
  return findings.filter(({ evidence }) => evidence.some((each) => own.has(placeOf(each.origin))));
}

/** Printed weights are of all indicators and add up to 100, with or without those of the money. */
function weightPoints(
  weights: readonly (Ratio | undefined)[],
  { weights: { execution = 0 } }: Pick<PerformanceProfile, 'weights'>,
): readonly ReviewPoint[] {
  const printed = weights.flatMap((weight) => (weight ? [weight] : []));
  if (printed.length === 0) return [];
  const severe = (message: string): ReviewPoint => ({ check: 'weight', isSevere: true, message });
  if (printed.length < weights.length)
    return [severe(`${weights.length - printed.length} 个指标没有写分值，别的指标写了`)];
  const all = sum(printed);
  const fits = [100, 100 - execution].some((due) => compareRatio(all, ratio(due)) === 0);
  return fits
    ? []
    : [
        severe(
          `各指标分值合计不是 100${execution > 0 ? `（不含预算执行率的 ${execution} 分时是 ${100 - execution}）` : ''}`,
        ),
      ];
}
