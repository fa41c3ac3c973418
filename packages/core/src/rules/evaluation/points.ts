/** Weights and points of self-evaluations. */
import type { TableFormId } from '../../kinds/index.ts';
import type { Quantity } from '../../model/values.ts';
import { dateIn, isLate } from '../../performance/printed-date.ts';
import { compareRatio, minus, type Ratio, ratio, ratioOf, rounded, sum } from '../../performance/ratio.ts';
import { printDecimal } from '../../performance/target.ts';
import { typedIndicator } from '../../performance/typed-indicator.ts';
import { actualOf, isComparable } from '../../performance/value.ts';
import { unspaced } from '../../text/fold.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import {
  type EvaluationSheet,
  evaluationFinding,
  evaluationsOf,
  type PrintedPart,
  partEvidence,
  partsOf,
} from './parts.ts';

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

const evidenceOf = (form: TableFormId, parts: readonly PrintedPart[], column: 'weight' | 'score') =>
  parts.map((part) => partEvidence(form, part.name, column, { text: part[column]!.text, origin: part.origin }));

/** Tables all of whose weights are printed, with what these add up to. */
function weighed(evaluation: EvaluationSheet) {
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
    evaluationsOf(disclosure).flatMap((evaluation) => {
      const { form, name, sheet } = evaluation;
      const found = weighed(sheet);
      if (!found || compareRatio(found.weights, HUNDRED) === 0) return [];
      const message = `${name}各项分值合计是 ${shown(found.weights)}，不是 100`;
      return [
        evaluationFinding(
          EVALUATION_WEIGHTS,
          'warning',
          disclosure,
          evaluation,
          message,
          evidenceOf(form, found.parts, 'weight'),
        ),
      ];
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
    evaluationsOf(disclosure).flatMap((evaluation) =>
      evaluation.sheet.indicators.flatMap(({ level3, weight, score, origin }) => {
        if (!weight || !score || compareRatio(ratioOf(score), ratioOf(weight)) <= 0) return [];
        const { form } = evaluation;
        const name = unspaced(level3);
        const message = `${evaluation.name}的指标“${name}”得 ${score.text} 分，超过分值 ${weight.text}`;
        const evidence = [
          partEvidence(form, name, 'score', { text: score.text, origin }),
          partEvidence(form, name, 'weight', { text: weight.text, origin }),
        ];
        return [evaluationFinding(EVALUATION_POINTS, 'error', disclosure, evaluation, message, evidence)];
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
    evaluationsOf(disclosure).flatMap((evaluation) => {
      const { form, name, sheet } = evaluation;
      const { total, origin } = sheet;
      const found = weighed(sheet);
      if (!total || !found || compareRatio(found.weights, HUNDRED) !== 0) return [];
      if (!found.parts.every(({ score }) => score !== undefined)) return [];
      const points = sum(found.parts.map(({ score }) => ratioOf(score!)));
      if (compareRatio(distance(points, ratioOf(total)), roundingOf(found.parts, total)) <= 0) return [];
      const message = `${name}总分是 ${total.text}，各项得分之和是 ${shown(points)}`;
      const evidence = [
        partEvidence(form, '总分', 'total', { text: total.text, origin: total.origin ?? origin }),
        ...evidenceOf(form, found.parts, 'score'),
      ];
      return [evaluationFinding(EVALUATION_TOTAL, 'error', disclosure, evaluation, message, evidence)];
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
  check:
    '指标值和实际完成值都是数、单位相同，没有达到指标值却得满分的，或写了某月某日前、完成的日子晚于它却得满分的，提示一条。各地计分办法不同，由人判断。',
  run: ({ disclosure }) =>
    evaluationsOf(disclosure).flatMap((evaluation) => {
      const { form, name, sheet } = evaluation;
      const missed = sheet.indicators.filter((row) => isMissedInFull(row, disclosure.year));
      if (missed.length === 0) return [];
      const named = missed.map(
        ({ level3, target, achieved }) =>
          `“${unspaced(level3)}”指标值 ${unspaced(target!)}、实际 ${unspaced(achieved!)}`,
      );
      const message = `${name}有 ${missed.length} 个指标没有达到指标值却得了满分：${named.slice(0, 3).join('；')}${named.length > 3 ? '等' : ''}`;
      const evidence = missed.flatMap(({ level3, achieved, score, origin }) => [
        partEvidence(form, unspaced(level3), 'achieved', { text: achieved!, origin }),
        partEvidence(form, unspaced(level3), 'score', { text: score!.text, origin }),
      ]);
      return [evaluationFinding(EVALUATION_FULL_POINTS, 'notice', disclosure, evaluation, message, evidence)];
    }),
};

/** A sign was printed and the result is on its wrong side, or a day and it was done later. */
function isMissedInFull(row: EvaluationSheet['indicators'][number], year: number | undefined): boolean {
  const { weight, score, achieved = '' } = row;
  if (!weight || !score || weight.units === 0 || compareRatio(ratioOf(score), ratioOf(weight)) !== 0) return false;
  const { direction, directionReason, value, target } = typedIndicator(row);
  if (direction === 'by') {
    const [done, limit] = [dateIn(achieved), dateIn(target.text)];
    return done !== undefined && limit !== undefined && isLate(done, limit, year) === true;
  }
  const actual = value && achieved ? actualOf(achieved, value.unit, value.unit === '元') : undefined;
  if (!value || !actual || directionReason !== undefined || !isComparable(value, actual)) return false;
  const compared = compareRatio(actual.amount, value.amount);
  return direction === 'at-least' ? compared < 0 : direction === 'at-most' && compared > 0;
}
