/** A value that cannot be, or that every outcome fulfils. */
import { measureOf } from '../../../performance/measure.ts';
import { compareDecimal, direction } from '../../../performance/target.ts';
import { tendencyOf } from '../../../performance/tendency.ts';
import { unitKind } from '../../../performance/units.ts';
import type { Fault } from '../report.ts';
import type { Judged } from './judged.ts';

const HUNDRED = { units: 100, scale: 0 };
const GROWTH = /增长|增加|增幅|增速|提高|提升|产出|投入|回报|收益|放大|倍|完成率|执行率|完成比例/;

const CHANGE = /增长|增幅|增速|增减|同比|环比|变化|变动|净/;

/** A value that cannot be reached, or that cannot be missed: 105 %, ≥0. */
export function impossibleFault({ table, indicator, target }: Judged): Fault | undefined {
  const { number, comparator } = target;
  if (!number || comparator === 'qualitative' || comparator === 'before') return undefined;
  const base = { rule: 'target-impossible', table, indicator } as const;
  const name = indicator.level3 || (indicator.description ?? '');
  // What may fall, too, is asked not to: a growth of at least nothing.
  if (number.units === 0 && comparator === '≥' && CHANGE.test(name)) return undefined;
  if (number.units === 0 && comparator === '≥')
    return { ...base, kind: 'vacuous', severity: 'warning', reason: '“≥0”对任何结果都成立，等于没有目标' };
  const measure = measureOf(name);
  const isRate = measure === 'rate' || measure === 'satisfaction';
  if (unitKind(target.unit) !== 'ratio' || (!isRate && measure !== 'unknown')) return undefined;
  const over = compareDecimal(number, HUNDRED);
  const exceeds = over > 0 ? comparator !== '<' && comparator !== '≤' : over === 0 && comparator === '>';
  if (exceeds) {
    const sure = isRate && !GROWTH.test(name) && !GROWTH.test(indicator.description ?? '');
    return { ...base, kind: 'over', severity: sure ? 'warning' : 'notice', reason: '要求超过 100%' };
  }
  if (!isRate) return undefined;
  const isBad = tendencyOf(name)?.tendency === 'less' && tendencyOf(indicator.description ?? '')?.tendency !== 'more';
  if (over >= 0 && isBad && direction(comparator) === -1)
    return { ...base, kind: 'vacuous', severity: 'warning', reason: '上限是 100%，对任何结果都成立' };
  return undefined;
}
