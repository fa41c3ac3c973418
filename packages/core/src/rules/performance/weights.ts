/** Weights of a project's indicators: 100, or 90 where 10 are kept for how much of the budget is spent. */
import { PERFORMANCE } from '../../kinds/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { rowsOf } from '../../model/tables.ts';
import { compareRatio, type Ratio, ratio, ratioOf, rounded, sum } from '../../performance/ratio.ts';
import { printDecimal } from '../../performance/target.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { indicatorEvidence, tableFinding, tableName } from './report.ts';

export const TARGET_WEIGHTS: ReadRule = {
  phase: 'read',
  id: 'target-weights',
  title: '绩效目标表各项指标的权重合计 100',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '指标权重合计 100，其中预算执行率 10' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '各项指标都印有权重的，合计等于 100，或者 90（另 10 分是预算执行率）。同一份文本的表多数合计别的数的不查；全是 1 以内的小数的，合计 1 或 0.9。',
  run: ({ disclosure }) => {
    if (kindOf(disclosure.stage).executes) return [];
    const weighed = rowsOf(disclosure, PERFORMANCE).flatMap((table) => {
      const weights = table.indicators.flatMap(({ weight }) => (weight ? [ratioOf(weight)] : []));
      const isAll = weights.length === table.indicators.length && weights.length >= FEWEST;
      return isAll ? [{ table, total: sum(weights) }] : [];
    });
    const wrong = weighed.filter(({ total }) => !WHOLES.some((whole) => compareRatio(total, whole) === 0));
    // A place may weigh otherwise, or the column be read amiss: then hardly any table comes to 100.
    if (wrong.length > 1 && wrong.length * 2 > weighed.length) return [];
    return wrong.map(({ table, total }) =>
      tableFinding(
        TARGET_WEIGHTS.id,
        'warning',
        disclosure,
        `${tableName(table)}各项指标的权重合计是 ${shown(total)}，不是 100（或者除预算执行率外的 90）`,
        table.indicators.map((indicator) => indicatorEvidence(indicator, 'target')),
        '请核对各项权重',
      ),
    );
  },
};

/** Fewer weights are no division of the whole. */
const FEWEST = 3;
const WHOLES: readonly Ratio[] = [ratio(100), ratio(90), ratio(1), ratio(9, 10)];
const shown = (value: Ratio): string => printDecimal(rounded(value, 2)).replace(/\.?0+$/, '');
