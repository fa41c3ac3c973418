/** An indicator as a typed quantity: which way is better, how it moves within the year, how much of what, and on what it rests. */
import type { Quantity } from '../model/values.ts';
import { basisOf, type IndicatorBasis } from './basis-type.ts';
import { type Formula, formulaOf } from './counters.ts';
import { type KindGuess, kindOfIndicator } from './indicator-kind.ts';
import { isShare, measureOf, unitInName } from './measure.ts';
import { type Ratio, ratioOf } from './ratio.ts';
import { direction, parseTarget, type Target } from './target.ts';
import { tendencyOf } from './tendency.ts';
import { inPlainUnit, type Value } from './value.ts';

/** `by` a date, `words` only. */
export type Direction = 'at-least' | 'at-most' | 'exactly' | 'by' | 'words';

export interface TypedIndicator {
  readonly name: string;
  readonly level1: string;
  readonly level2: string;
  readonly target: Target;
  readonly direction: Direction;
  /** Why the direction is so where no sign says it. */
  readonly directionReason?: string;
  readonly kind: KindGuess;
  /** Absent for words. A deadline's is its month. */
  readonly value?: Value;
  readonly weight?: Ratio;
  readonly basis?: IndicatorBasis;
  readonly formula?: Formula;
}

/** What a printed row of indicators gives. */
export interface IndicatorRow {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly description?: string | undefined;
  readonly target?: string | undefined;
  readonly weight?: Quantity | undefined;
  readonly basis?: string | undefined;
}

/** The row as a typed quantity; a value that its sheet does not print is one in words. */
export function typedIndicator(row: IndicatorRow): TypedIndicator {
  const { level1, level2, level3, description = '', weight, basis } = row;
  const target = targetOf(row);
  const kind = kindOfIndicator({ level2, level3, description }, target);
  const formula = formulaOf(description);
  // Digits that are no number, and comparisons that exclude each other, have no value that anything could be measured against.
  const isClear = target.malformed !== 'broken-number' && target.malformed !== 'contradiction';
  const number = isClear ? target.number : undefined;
  return {
    name: level3 || description || level2,
    level1,
    level2,
    target,
    ...directionOf(row, target, kind),
    kind,
    ...(number && kind.kind !== 'qualitative' ? { value: inPlainUnit(number, target.unit, isMoney(row)) } : {}),
    ...(weight ? { weight: ratioOf(weight) } : {}),
    ...(basis ? { basis: basisOf(basis) } : {}),
    ...(formula ? { formula } : {}),
  };
}

const isMoney = ({ level1, level2, level3 }: IndicatorRow): boolean =>
  /成本/.test(level1 + level2) || measureOf(level3) === 'money';

/** The value with the unit that the name carries, or the money that a cost without its 元 is. */
function targetOf({ target: text = '', ...row }: IndicatorRow): Target {
  const target = parseTarget(text);
  if (!target.number || target.malformed) return target;
  if (target.unit === undefined) {
    const unit = unitInName(row.level3) ?? unitInName(row.description ?? '');
    return unit === undefined ? target : { ...target, unit };
  }
  return /^[万亿]$/.test(target.unit) && isMoney(row) ? { ...target, unit: `${target.unit}元` } : target;
}

function directionOf(
  row: IndicatorRow,
  target: Target,
  { kind }: KindGuess,
): Pick<TypedIndicator, 'direction' | 'directionReason'> {
  if (kind === 'qualitative') return { direction: 'words' };
  if (kind === 'deadline') return { direction: 'by' };
  const bound = direction(target.comparator);
  if (bound !== 0) return { direction: bound === 1 ? 'at-least' : 'at-most' };
  const { level1, level2, level3, description = '' } = row;
  const tells = (way: Direction, directionReason: string) => ({ direction: way, directionReason });
  if (/成本/.test(level1 + level2) && target.unit !== '%') return tells('at-most', '没有写比较符号，成本按上限看');
  const isRate = target.unit === '%' || isShare(description) || /[率度]$/.test(level3);
  if (isRate) {
    const isLess = (tendencyOf(level3) ?? tendencyOf(description))?.tendency === 'less' && target.number?.units === 0;
    return isLess
      ? tells('at-most', '没有写比较符号，按名称越低越好')
      : tells('at-least', '没有写比较符号，比率按下限看');
  }
  if (/使用年限|期限|寿命/.test(level3)) return tells('at-least', '没有写比较符号，年限按下限看');
  return tells('exactly', '没有写比较符号，按等于看');
}
