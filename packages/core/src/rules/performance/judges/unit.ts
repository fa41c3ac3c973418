/** A unit against what its indicator measures. */
import { bareName, isShare, measureOf } from '../../../performance/measure.ts';
import { unitKind } from '../../../performance/units.ts';
import type { Fault } from '../report.ts';
import type { Judged } from './judged.ts';

/** A unit that does not measure what the indicator names: 满意度 in 个. */
export function unitFault({ table, indicator, target }: Judged): Fault | undefined {
  if (!target.number || target.comparator === 'qualitative') return undefined;
  const { level2, level3, description = '' } = indicator;
  const kind = unitKind(target.comparator === 'before' ? '月' : target.unit);
  const measure = measureOf(level3);
  const told = measureOf(description);
  const base = { rule: 'target-unit', table, indicator } as const;
  const fault = (name: string, isSure: boolean, reason: string): Fault => ({
    ...base,
    kind: name,
    severity: isSure ? 'warning' : 'notice',
    reason,
  });
  if (measure === 'rate' && (kind === 'count' || kind === 'time' || kind === 'money'))
    return fault('rate', true, '是比率，指标值的单位却不是百分比');
  if (measure === 'satisfaction' && (kind === 'count' || kind === 'money' || kind === 'time'))
    return fault('rate', true, '是满意度，指标值的单位却不是百分比');
  if (/使用效率$|使用效益$/.test(bareName(level3)) && kind === 'money')
    return fault('efficiency', true, '衡量使用效率，指标值却是金额');
  const odd = kind === 'count' && oddUnit(level3, target.unit ?? '');
  if (odd) return fault('counted', false, `数的是${odd}，计量单位却是“${target.unit}”`);
  if (kind === 'ratio' && measure === 'count')
    return fault('count', !isRateWord(told, description), '是数量，指标值却是百分比');
  if (kind === 'ratio' && measure === 'time')
    return fault('time', !isRateWord(told, description), '是时间，指标值却是百分比');
  if (kind === 'ratio' && measure === 'money' && !/控制|节约|节省|降低|减少/.test(level3))
    return fault('money', false, '是金额，指标值却是百分比');
  const bounded = /[≥≤<>]/.test(target.comparator) && target.number.units > 10 ** target.number.scale;
  if (measure === 'unknown' && kind === 'none' && bounded && !/得分|评分|积分/.test(level3))
    return fault('no-unit', false, '没有写计量单位');
  const isCost = /成本/.test(level2) || /成本/.test(indicator.level1);
  if (isCost && measure === 'money' && (kind === 'none' || kind === 'count' || kind === 'time'))
    return fault('cost', kind !== 'none', '是成本，指标值没有金额单位');
  if (isCost && measure === 'unknown' && kind === 'ratio' && !isRateWord(told, description) && !/控制|节/.test(level3))
    return fault('cost', false, '是成本指标，指标值却是百分比');
  return undefined;
}

/** What a name says is counted, and the units that it is counted in. */
const COUNTED: readonly (readonly [what: string, name: RegExp, units: RegExp])[] = [
  ['人', /人(?:员)?数(?:量)?$/, /人|名|位|个|户|例|岗/],
  ['地方', /(?:城区|区县|县区|乡镇|街道|社区|村)数(?:量)?$/, /个|处|家|镇|村|区|县|街道/],
  ['车辆', /车辆数(?:量)?$/, /辆|台|部|个/],
  ['户', /户数$/, /户|家|个|人/],
];

/** What is counted, where its unit is of something else: 城区数 in 件; undefined where it fits or nobody knows. */
const oddUnit = (name: string, unit: string): string | undefined =>
  COUNTED.find(([, pattern, units]) => pattern.test(bareName(name)) && !units.test(unit))?.[0];

/** ≤4.5万 for 4.5 万元. */
export function cutUnitFault({ table, indicator, target }: Judged): Fault | undefined {
  const { level1, level2, level3 } = indicator;
  const isMoney = measureOf(level3) === 'money' || /成本/.test(level1 + level2);
  if (!/^[万亿]$/.test(target.unit ?? '') || !isMoney) return undefined;
  const reason = '的金额单位只写了“万”“亿”，少了“元”';
  return { rule: 'target-unit', kind: 'cut', severity: 'notice', table, indicator, reason };
}

const isRateWord = (measure: string, description: string): boolean =>
  measure === 'rate' || measure === 'satisfaction' || isShare(description);
