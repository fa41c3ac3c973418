/** 项目支出绩效自评表, and that of a whole department, in their exact columns: what a person filled in → the input of a score; a score → the filled form. */
import type { OverallSelfEvaluation, SelfEvaluation } from '../kinds/index.ts';
import type { Cell, Quantity } from '../model/values.ts';
import { formatAmount, type MoneyUnit } from '../money.ts';
import { foldWidth } from '../text/fold.ts';
import { type Ratio, ratio, ratioOf, rounded } from './ratio.ts';
import type { Outcome, Score, ScoredPart, ScoreInput } from './score.ts';
import { type Decimal, parseTarget, printDecimal } from './target.ts';

/** The parts of either form that are scored. */
export type EvaluationForm = Pick<SelfEvaluation | OverallSelfEvaluation, 'funds' | 'indicators' | 'total'>;

const STEPS: readonly (readonly [step: NonNullable<Outcome['step']>, pattern: RegExp])[] = [
  ['not', /^(?:未|没有|尚未)/],
  ['partly', /部分|基本/],
  ['reached', /达成|达到|完成|实现/],
];

/** How far words were reached, as people write it: 达成、部分达成 70%、未达成. Undefined where it does not say. */
export function stepOf(achieved: string): Pick<Outcome, 'step' | 'percent'> {
  const plain = foldWidth(achieved);
  const step = STEPS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (!step) return {};
  const percent = /(\d+(?:\.\d+)?)%/.exec(plain)?.[1];
  const number = percent === undefined ? undefined : parseTarget(percent).number;
  return { step, ...(number ? { percent: number } : {}) };
}

/** The line of all the money of a form, and the outcome of each indicator. Undefined where the form has no line with both amounts. */
export function scoreInputOf({ funds, indicators }: EvaluationForm): ScoreInput | undefined {
  const money = funds.find(({ adjusted, executed }) => adjusted !== undefined && executed !== undefined);
  if (!money) return undefined;
  return {
    budget: money.adjusted!.fen,
    executed: money.executed!.fen,
    indicators: indicators.map(
      ({ origin: _, score: __, ...row }): Outcome => ({ ...row, ...stepOf(row.achieved ?? '') }),
    ),
  };
}

/** The form with its weights, points and total filled in; what has no points stays blank. @param unit of its amounts */
export function filledForm<Form extends EvaluationForm>(
  form: Form,
  { parts, total }: Score,
  unit: MoneyUnit = '万元',
): Form {
  const [money, indicators] = parts[0]?.group === 'execution' ? [parts[0], parts.slice(1)] : [undefined, parts];
  const line = form.funds.find(({ adjusted, executed }) => adjusted !== undefined && executed !== undefined);
  return {
    ...form,
    funds: form.funds.map((each) =>
      each === line ? { ...each, ...amounts(each, unit), ...scored(money), ...rateOf(each) } : each,
    ),
    indicators: form.indicators.map((each, i) => ({ ...each, ...scored(indicators[i]) })),
    ...(total ? { total: quantity(total) } : {}),
  };
}

const quantity = (value: Decimal, after = ''): Quantity => ({
  ...value,
  text: `${printDecimal(value)}${after}`,
  origin: {},
});

/** A weight as short as it can be printed: 50, 16.67. */
const shortest = (weight: Ratio): Decimal =>
  [0, 1, 2, 3].map((places) => rounded(weight, places)).find((each) => isEqual(ratioOf(each), weight)) ??
  rounded(weight, 4);

const isEqual = (a: Ratio, b: Ratio): boolean => a.numerator * b.denominator === b.numerator * a.denominator;

const scored = (part: ScoredPart | undefined) =>
  part ? { weight: quantity(shortest(part.weight)), ...(part.points ? { score: quantity(part.points) } : {}) } : {};

type Line = SelfEvaluation['funds'][number];

const rateOf = ({ adjusted, executed }: Line) =>
  adjusted && executed && adjusted.fen > 0
    ? { rate: quantity(rounded(ratio(executed.fen * 100, adjusted.fen), 2), '%') }
    : {};

/** Amounts as the form prints them, where they were given as fen alone. */
function amounts({ adjusted, executed }: Line, unit: MoneyUnit) {
  const printed = (cell: Cell | undefined) => cell && { ...cell, text: cell.text || formatAmount(cell.fen, unit) };
  return { adjusted: printed(adjusted)!, executed: printed(executed)! };
}
