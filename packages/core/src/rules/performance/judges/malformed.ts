/** A value that cannot be read as written. */
import { measureOf } from '../../../performance/measure.ts';
import { compareDecimal, type Malformation, printTarget, type Target } from '../../../performance/target.ts';
import { type Fault, nameOf } from '../report.ts';
import type { Judged } from './judged.ts';

const REASONS: Readonly<Record<Malformation, string>> = {
  'unit-in-words': '用文字“百分号”“百分比”代替了百分号',
  'no-number': '只有比较符号，没有数字',
  contradiction: '同时写了两个不相容的比较',
  'broken-number': '中的数字书写有误',
  'double-unit': '写了两个单位',
  'reversed-span': '起点大于终点',
  'no-such-day': '中的日期不存在',
};

const ONE = { units: 1, scale: 0 };
const HUNDRED = { units: 100, scale: 0 };

/** A value that is no target as written; the reason completes the finding's sentence. */
export function malformedFault({ table, indicator, target }: Judged): Fault | undefined {
  const base = { rule: 'target-malformed', table, indicator } as const;
  const kind = target.malformed;
  // Of an indicator of two things each value may be of one.
  if (kind === 'contradiction' && target.comparator === 'qualitative' && /[、,，/和与及]/.test(indicator.level3))
    return undefined;
  if (kind) {
    const isShareLike = !['count', 'time', 'money'].includes(measureOf(indicator.level3));
    const fixed = isShareLike && (kind === 'unit-in-words' || kind === 'double-unit');
    return {
      ...base,
      kind,
      severity: 'warning',
      reason: REASONS[kind],
      ...(fixed ? { suggestion: `“${nameOf(indicator)}”应为 ${printTarget(target)}` } : {}),
    };
  }
  const measure = measureOf(indicator.level3 || (indicator.description ?? ''));
  if (!target.number || target.unit !== undefined || target.comparator === 'qualitative') return undefined;
  const lost = lostPercent(target);
  if (measure === 'unknown' && lost && /[≥>≤<]/.test(target.comparator) && !/数量/.test(indicator.level2))
    return { ...base, kind: 'lost-percent', severity: 'notice', reason: '百分号可能误写成了数字 5' };
  if (measure !== 'rate' && measure !== 'satisfaction') return undefined;
  if (lost)
    return {
      ...base,
      kind: 'lost-percent',
      severity: 'warning',
      reason: '百分号误写成了数字 5',
      suggestion: `“${nameOf(indicator)}”应为 ${lost}`,
    };
  if (measure === 'satisfaction' && target.number.units > 0 && compareDecimal(target.number, ONE) < 0)
    return { ...base, kind: 'fraction', severity: 'notice', reason: '像是把百分数写成了小数' };
  if (target.number.units === 0 || (target.number.scale > 0 && target.number.units < 10 ** target.number.scale))
    return undefined;
  const within = compareDecimal(target.number, HUNDRED) <= 0;
  if (measure === 'satisfaction' && within)
    return { ...base, kind: 'score', severity: 'notice', reason: '没有写明是百分比还是分值' };
  // A whole of one is 100 % whose format was lost, or 1 %: which of them only its writer knows.
  const isOne = compareDecimal(target.number, ONE) === 0;
  return {
    ...base,
    kind: 'no-percent',
    severity: 'warning',
    reason: within ? '是比率，指标值缺少百分号' : '是比率，指标值不可能超过 100%',
    ...(within && !isOne ? { suggestion: `“${nameOf(indicator)}”应为 ${printTarget(target)}%` } : {}),
  };
}

/** ≥985 is ≥98% typed without the shift key. */
function lostPercent(target: Target): string | undefined {
  const { number } = target;
  if (!number || number.scale > 0 || number.units <= 100 || number.units % 10 !== 5) return undefined;
  const meant = Math.floor(number.units / 10);
  return meant <= 100 ? `${printTarget({ ...target, number: { units: meant, scale: 0 } })}%` : undefined;
}
