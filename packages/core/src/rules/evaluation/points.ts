/** Weights and points of a self-evaluation. */
import { SELF_EVALUATION, type SelfEvaluation } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import type { Quantity } from '../../model/values.ts';
import { compareRatio, minus, type Ratio, ratio, ratioOf, rounded, sum } from '../../performance/ratio.ts';
import { printDecimal } from '../../performance/target.ts';
import { typedIndicator } from '../../performance/typed-indicator.ts';
import { actualOf, isComparable } from '../../performance/value.ts';
import { unspaced } from '../../text/fold.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { evaluationFinding, evaluationName, type PrintedPart, partEvidence, partsOf } from './parts.ts';

const COMMON = {
  phase: 'read',
  group: '绩效自评',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES }],
} as const;

const HUNDRED = ratio(100);
const PLACES = 4;

/** Without zeros at its end. */
const shown = (value: Ratio): string => printDecimal(rounded(value, PLACES)).replace(/\.?0+$/, '');

const evidenceOf = (parts: readonly PrintedPart[], column: 'weight' | 'score') =>
  parts.map((part) => partEvidence(part.name, column, part[column]!.text, part.origin));

/** Tables all of whose weights are printed, with what these add up to. */
function weighed(evaluation: SelfEvaluation) {
  const parts = partsOf(evaluation);
  return parts && { parts, weights: sum(parts.map(({ weight }) => ratioOf(weight!))) };
}

export const EVALUATION_WEIGHTS: ReadRule = {
  ...COMMON,
  id: 'evaluation-weights',
  title: '自评表各项分值合计 100',
  severity: 'warning',
  sure: '较可靠',
  check: '预算执行率和各指标都印有分值的，分值合计等于 100。',
  run: ({ disclosure }) =>
    rowsOf(disclosure, SELF_EVALUATION).flatMap((evaluation) => {
      const found = weighed(evaluation);
      if (!found || compareRatio(found.weights, HUNDRED) === 0) return [];
      const message = `${evaluationName(evaluation)}各项分值合计是 ${shown(found.weights)}，不是 100`;
      return [evaluationFinding(EVALUATION_WEIGHTS, 'warning', disclosure, message, evidenceOf(found.parts, 'weight'))];
    }),
};

export const EVALUATION_POINTS: ReadRule = {
  ...COMMON,
  id: 'evaluation-points',
  title: '自评得分不超过分值',
  severity: 'error',
  sure: '确定',
  check: '每一项的得分不大于它的分值。',
  run: ({ disclosure }) =>
    rowsOf(disclosure, SELF_EVALUATION).flatMap((evaluation) =>
      evaluation.indicators.flatMap(({ level3, weight, score, origin }) => {
        if (!weight || !score || compareRatio(ratioOf(score), ratioOf(weight)) <= 0) return [];
        const name = unspaced(level3);
        const message = `${evaluationName(evaluation)}的指标“${name}”得 ${score.text} 分，超过分值 ${weight.text}`;
        const evidence = [
          partEvidence(name, 'score', score.text, origin),
          partEvidence(name, 'weight', weight.text, origin),
        ];
        return [evaluationFinding(EVALUATION_POINTS, 'error', disclosure, message, evidence)];
      }),
    ),
};

export const EVALUATION_TOTAL: ReadRule = {
  ...COMMON,
  id: 'evaluation-total',
  title: '自评总分等于各项得分之和',
  severity: 'error',
  sure: '较可靠',
  check:
    '分值合计 100、各项都有得分的，总分等于各项得分之和；带小数的得分和总分按各自最后一位的舍入。分值不足 100 的不判断：可能有没有读出的行。',
  run: ({ disclosure }) =>
    rowsOf(disclosure, SELF_EVALUATION).flatMap((evaluation) => {
      const { total, origin } = evaluation;
      const found = weighed(evaluation);
      if (!total || !found || compareRatio(found.weights, HUNDRED) !== 0) return [];
      if (!found.parts.every(({ score }) => score !== undefined)) return [];
      const points = sum(found.parts.map(({ score }) => ratioOf(score!)));
      if (compareRatio(distance(points, ratioOf(total)), roundingOf(found.parts, total)) <= 0) return [];
      const message = `${evaluationName(evaluation)}总分是 ${total.text}，各项得分之和是 ${shown(points)}`;
      const evidence = [
        partEvidence('总分', 'total', total.text, total.origin ?? origin),
        ...evidenceOf(found.parts, 'score'),
      ];
      return [evaluationFinding(EVALUATION_TOTAL, 'error', disclosure, message, evidence)];
    }),
};

const distance = (a: Ratio, b: Ratio): Ratio => (compareRatio(a, b) < 0 ? minus(b, a) : minus(a, b));

const halfStep = ({ scale }: Quantity): Ratio => ratio(1, 2n * 10n ** BigInt(scale));

/** How far a total may be from the sum of its parts: those in whole points are as they were given, others may be rounded, and so the total. */
function roundingOf(parts: readonly PrintedPart[], total: Quantity): Ratio {
  const fine = parts.flatMap(({ score }) => (score && score.scale > 0 ? [score] : []));
  return fine.length === 0 ? ratio(0) : sum([total, ...fine].map(halfStep));
}

export const EVALUATION_FULL_POINTS: ReadRule = {
  ...COMMON,
  id: 'evaluation-full-points',
  title: '没有完成的指标不得满分',
  severity: 'notice',
  sure: '供参考',
  check: '指标值和实际完成值都是数、单位相同，没有达到指标值却得满分的，提示一条。各地计分办法不同，由人判断。',
  run: ({ disclosure }) =>
    rowsOf(disclosure, SELF_EVALUATION).flatMap((evaluation) => {
      const missed = evaluation.indicators.filter(isMissedInFull);
      if (missed.length === 0) return [];
      const named = missed.map(
        ({ level3, target, achieved }) =>
          `“${unspaced(level3)}”指标值 ${unspaced(target!)}、实际 ${unspaced(achieved!)}`,
      );
      const message = `${evaluationName(evaluation)}有 ${missed.length} 个指标没有达到指标值却得了满分：${named.slice(0, 3).join('；')}${named.length > 3 ? '等' : ''}`;
      const evidence = missed.flatMap(({ level3, achieved, score, origin }) => [
        partEvidence(unspaced(level3), 'achieved', achieved!, origin),
        partEvidence(unspaced(level3), 'score', score!.text, origin),
      ]);
      return [evaluationFinding(EVALUATION_FULL_POINTS, 'notice', disclosure, message, evidence)];
    }),
};

/** A sign was printed, and the result is on its wrong side. */
function isMissedInFull(row: SelfEvaluation['indicators'][number]): boolean {
  const { weight, score, achieved } = row;
  if (!weight || !score || weight.units === 0 || compareRatio(ratioOf(score), ratioOf(weight)) !== 0) return false;
  const { direction, directionReason, value } = typedIndicator(row);
  const actual = value && achieved ? actualOf(achieved, value.unit, value.unit === '元') : undefined;
  if (!value || !actual || directionReason !== undefined || !isComparable(value, actual)) return false;
  const compared = compareRatio(actual.amount, value.amount);
  return direction === 'at-least' ? compared < 0 : direction === 'at-most' && compared > 0;
}
