/** The money of a self-evaluation: its rate and the points for it, as exact as the printed amounts tell. */
import type { Cell, Quantity } from '../../model/values.ts';
import { decimalsOf, type MoneyUnit, printingStep } from '../../money.ts';
import {
  compareRatio,
  least,
  minus,
  plus,
  type Ratio,
  ratio,
  ratioOf,
  rounded,
  times,
} from '../../performance/ratio.ts';
import { printDecimal } from '../../performance/target.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { type EvaluationSheet, evaluationFinding, evaluationsOf, moneyLine, partEvidence } from './parts.ts';

const COMMON = {
  phase: 'read',
  group: '绩效自评',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES }],
} as const;

type Line = EvaluationSheet['funds'][number];
interface Bounds {
  readonly low: Ratio;
  readonly high: Ratio;
}

/** Executed ÷ full-year budget as far as two rounded amounts tell; undefined where one is missing or the budget is nothing. */
function rateBounds({ adjusted, executed }: Line, unit: MoneyUnit): Bounds | undefined {
  if (!adjusted || !executed || adjusted.fen <= 0 || executed.fen < 0) return undefined;
  const [a, e] = [stepOf(adjusted, unit), stepOf(executed, unit)];
  if (adjusted.fen * 2 <= a) return undefined;
  return {
    low: ratio(executed.fen * 2 - e, adjusted.fen * 2 + a),
    high: ratio(executed.fen * 2 + e, adjusted.fen * 2 - a),
  };
}

const stepOf = ({ text }: Cell, unit: MoneyUnit) => printingStep(unit, decimalsOf(text));

/** Whether a printed number, rounded to its places, can be one between the bounds. */
function fits(printed: Quantity, { low, high }: Bounds): boolean {
  const half = ratio(1, 2n * 10n ** BigInt(printed.scale));
  const value = ratioOf(printed);
  return compareRatio(plus(value, half), low) >= 0 && compareRatio(minus(value, half), high) <= 0;
}

const scaled = ({ low, high }: Bounds, factor: Ratio, most?: Ratio): Bounds => {
  const of = (each: Ratio) => (most ? least(times(each, factor), most) : times(each, factor));
  return { low: of(low), high: of(high) };
};

const exactRate = ({ adjusted, executed }: Line): Ratio => ratio(executed!.fen * 100, adjusted!.fen);

export const EVALUATION_RATE: ReadRule = {
  ...COMMON,
  id: 'evaluation-rate',
  title: '自评表的预算执行率等于执行数除以全年预算数',
  severity: 'warning',
  sure: '较可靠',
  check: '印出的执行率 = 全年执行数 ÷ 全年预算数，按两个数和执行率的舍入。',
  run: ({ disclosure }) =>
    evaluationsOf(disclosure).flatMap((evaluation) =>
      evaluation.sheet.funds.flatMap((line) => {
        const { form, name, unit } = evaluation;
        const bounds = rateBounds(line, unit);
        if (!bounds || !line.rate || fits(line.rate, scaled(bounds, ratio(100)))) return [];
        const message = `${name}“${line.source}”的执行率是 ${line.rate.text}，按执行数和全年预算数应为 ${printDecimal(rounded(exactRate(line), 2))}%`;
        const evidence = [
          partEvidence(form, line.source, 'rate', line.rate),
          partEvidence(form, line.source, 'executed', line.executed!),
          partEvidence(form, line.source, 'adjusted', line.adjusted!),
        ];
        return [evaluationFinding(EVALUATION_RATE, 'warning', disclosure, evaluation, message, evidence)];
      }),
    ),
};

export const EVALUATION_EXECUTION: ReadRule = {
  ...COMMON,
  id: 'evaluation-execution',
  title: '预算执行率的得分按执行率计算',
  severity: 'notice',
  sure: '供参考',
  check:
    '预算执行率的得分 = 分值 × 执行率，最多得满分，按印刷的舍入。各地办法不同（执行率达到一定比例即得满分），由人判断。',
  run: ({ disclosure }) =>
    evaluationsOf(disclosure).flatMap((evaluation) => {
      const { form, name, unit, sheet } = evaluation;
      const line = moneyLine(sheet);
      const bounds = line && rateBounds(line, unit);
      if (!bounds || !line.weight || !line.score) return [];
      const weight = ratioOf(line.weight);
      if (fits(line.score, scaled(bounds, weight, weight))) return [];
      const due = least(times(times(exactRate(line), ratio(1, 100)), weight), weight);
      const message = `${name}的预算执行率得 ${line.score.text} 分，按执行率应得 ${printDecimal(rounded(due, 2))} 分`;
      const evidence = [
        partEvidence(form, line.source, 'score', line.score),
        partEvidence(form, line.source, 'executed', line.executed!),
        partEvidence(form, line.source, 'adjusted', line.adjusted!),
      ];
      return [evaluationFinding(EVALUATION_EXECUTION, 'notice', disclosure, evaluation, message, evidence)];
    }),
};
