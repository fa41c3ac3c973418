/** First and second level indicators of performance targets (财预〔2020〕10号; cost indicators as a first level: 财预〔2021〕101号). */
import rows from './data/performance-framework.json' with { type: 'json' };

export interface IndicatorClass {
  readonly level1: string;
  readonly level2: string;
  /** First and last budget year of the place of 成本指标 in the framework. */
  readonly from?: number;
  readonly to?: number;
}

const COST_REFORM = 2022;

/** The framework in its order. 成本指标 stands under 产出指标 in the years before it became a first level. */
export const PERFORMANCE_FRAMEWORK: readonly IndicatorClass[] = rows.map((row) => {
  const [level1 = '', printed = ''] = row.split('\t');
  const level2 = printed.replace(/\(.*\)$/, '');
  if (level1 === '成本指标') return { level1, level2, from: COST_REFORM };
  return { level1, level2, ...(level2 === '成本指标' ? { to: COST_REFORM - 1 } : {}) };
});

const stem = (name: string): string => name.replace(/[\s（(].*$/, '').replace(/指标$/, '');

/** The first levels that a second level indicator stands under: 数量指标 (also 数量) → 产出指标; empty where it is no such name. */
export function levelOnesOf(level2: string): string[] {
  const wanted = stem(level2).replace(/^满意度$/, '服务对象满意度');
  return [...new Set(PERFORMANCE_FRAMEWORK.filter((row) => stem(row.level2) === wanted).map((row) => row.level1))];
}
