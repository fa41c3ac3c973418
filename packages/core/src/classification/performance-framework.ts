/** First and second level indicators of performance targets (财预〔2020〕10号; cost indicators as a first level: 财预〔2021〕101号). */
import { memo } from '../memo.ts';
import { unspaced } from '../text/fold.ts';
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
export const levelOnesOf: (level2: string) => readonly string[] = memo((level2) => {
  const wanted = stem(level2).replace(/^满意度$/, '服务对象满意度');
  return [...new Set(PERFORMANCE_FRAMEWORK.filter((row) => stem(row.level2) === wanted).map((row) => row.level1))];
});

const names = (levels: readonly string[]): readonly string[] =>
  [...new Set(levels.map(stem))].sort((a, b) => b.length - a.length);
const LEVEL_ONES = names(PERFORMANCE_FRAMEWORK.map(({ level1 }) => level1)).join('|');
const LEVEL_TWOS = names(PERFORMANCE_FRAMEWORK.map(({ level2 }) => level2)).join('|');

/** A text that is the name of a first level, or of a second: 产出指标, 产出; 数量指标, 数量. */
export const LEVEL_ONE = new RegExp(`^(?:${LEVEL_ONES})(?:指标)?$`);
export const LEVEL_TWO = new RegExp(`^(?:${LEVEL_TWOS})(?:指标)?$`);

/** A cell that begins with a first level and goes on with a second: 产出指标数量指标完成项目数, 1、1-产出指标；11-数量指标；…. */
const NUMBER = '(?:\\d{1,3}[、.．])?(?:\\d-)?';
export const LED_BY_LEVELS = new RegExp(
  `^${NUMBER}((?:${LEVEL_ONES})指标)[；;、，,/\\s-]*(?:\\d{1,2}\\s*[-—])?((?:${LEVEL_TWOS})(?:指标)?)(?=.)[；;、，,/\\s-]*(.+)$`,
);

/** Where each of several indicators printed in one cell begins. */
const NEXT = new RegExp(`(?<!\\d)(?=\\d{1,3}[、.．](?:\\d-)?(?:${LEVEL_ONES})指标[；;])`);

/** An indicator behind its levels. */
export interface Levelled {
  readonly level1: string;
  readonly level2: string;
  readonly rest: string;
}

/** The indicators of a cell that begins with their levels; none where it does not. */
export function levelledIn(text: string): readonly Levelled[] {
  const plain = unspaced(text);
  if (!LED_BY_LEVELS.test(plain)) return [];
  return plain.split(NEXT).flatMap((each): Levelled[] => {
    const match = LED_BY_LEVELS.exec(each);
    return match ? [{ level1: match[1]!, level2: match[2]!, rest: match[3]! }] : [];
  });
}
