/** 项目支出绩效运行监控表: what a person filled in → lights and warnings; these → the form with its rate and lights. */
import type { Monitoring } from '../kinds/index.ts';
import { type ConfirmedKind, confirmedKind, type KindGuess } from './indicator-kind.ts';
import {
  budgetLight,
  goalProgress,
  indicatorLight,
  type Light,
  type LightResult,
  projectLight,
  type Warning,
  warningsOf,
} from './monitor.ts';
import type { PerformanceProfile } from './profile.ts';
import { type Ratio, ratio, rounded } from './ratio.ts';
import { LIGHT_NAMES } from './reports.ts';
import { stepOf } from './self-evaluation-form.ts';
import { printDecimal } from './target.ts';
import { type IndicatorRow, type TypedIndicator, typedIndicator } from './typed-indicator.ts';

export interface Watch {
  readonly project: string;
  readonly light: Light;
  readonly budget: LightResult;
  readonly indicators: readonly (LightResult & { readonly name: string; readonly kind: KindGuess })[];
  readonly warnings: readonly Warning[];
  /** Indicators off their way whose cause nobody wrote: 偏差 needs one. */
  readonly unexplained: readonly string[];
}

/** The line of all the money. */
const moneyOf = ({ funds }: Monitoring) => funds.find(({ adjusted }) => adjusted !== undefined);

/** Of each indicator, by its place, whether it adds up over the year, where a person decided. */
export type ConfirmedKinds = readonly (ConfirmedKind | undefined)[];

const typedAs = (row: IndicatorRow, confirmed: ConfirmedKind | undefined): TypedIndicator => {
  const typed = typedIndicator(row);
  return { ...typed, kind: confirmedKind(typed.kind, confirmed) };
};

/** How far the goals of a filled form are, in percent of the year. */
export const goalsOf = ({ indicators }: Monitoring, kinds: ConfirmedKinds = []): Ratio | undefined =>
  goalProgress(indicators.map(({ done, ...row }, i) => ({ indicator: typedAs(row, kinds[i]), done })));

/** A filled form seen at the end of a month. Without money that was filled in the budget has no light. @param month 1 to 12 */
export function watch(form: Monitoring, month: number, profile: PerformanceProfile, kinds: ConfirmedKinds = []): Watch {
  const money = moneyOf(form);
  const budget: LightResult = money?.executed
    ? budgetLight(money.executed.fen, money.adjusted!.fen, month, profile)
    : { light: 'none', reason: '没有填已执行数。' };
  const indicators = form.indicators.map(({ done, ...row }, i) => {
    const typed = typedAs(row, kinds[i]);
    const { step } = stepOf(done ?? '');
    const progress = { ...(done === undefined ? {} : { done }), ...(step ? { step } : {}) };
    return { name: typed.name, kind: typed.kind, ...indicatorLight(typed, progress, month, profile) };
  });
  const goals = goalsOf(form, kinds);
  const isOff = ({ light }: LightResult) => light === 'red' || light === 'yellow';
  return {
    project: form.project ?? form.title,
    light: projectLight([budget, ...indicators].map(({ light }) => light)),
    budget,
    indicators,
    warnings: money?.executed
      ? warningsOf(
          { paid: money.executed.fen, adjusted: money.adjusted!.fen, month, ...(goals ? { goals } : {}) },
          profile,
        )
      : [],
    unexplained: indicators.flatMap((each, i) =>
      isOff(each) && !form.indicators[i]!.cause?.trim() ? [each.name] : [],
    ),
  };
}

/** The form with the rate of its money and the light of each indicator. */
export function watchedForm(form: Monitoring, { indicators }: Watch): Monitoring {
  return {
    ...form,
    funds: form.funds.map((line) => {
      const { adjusted, executed } = line;
      if (!adjusted || !executed || adjusted.fen <= 0) return line;
      const rate = rounded(ratio(BigInt(executed.fen) * 100n, adjusted.fen), 2);
      return { ...line, rate: { ...rate, text: `${printDecimal(rate)}%`, origin: {} } };
    }),
    indicators: form.indicators.map((row, i) => {
      const { light } = indicators[i]!;
      return light === 'none' ? row : { ...row, light: LIGHT_NAMES[light] };
    }),
  };
}

/** What of a project is red or yellow, each with its reason, for a report. */
export const offParts = ({ budget, indicators }: Watch): readonly string[] =>
  [{ name: '支出', ...budget }, ...indicators].flatMap(({ name, light, reason }) =>
    light === 'red' || light === 'yellow' ? [`“${name}”${LIGHT_NAMES[light]}灯（${reason.replace(/。$/, '')}）`] : [],
  );
