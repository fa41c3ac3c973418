/** Whether a score is plausible: goals that are far ahead of the money that was to reach them, and money that was left. A doubt is no fault. */
import type { PerformanceProfile } from './profile.ts';
import { compareRatio, minus, over, type Ratio, ratio, ratioOf, rounded, sum, times, ZERO } from './ratio.ts';
import type { Score, ScoredPart } from './score.ts';
import { printDecimal } from './target.ts';

export interface ScoreDoubt {
  readonly code: 'goals-ahead' | 'unspent';
  readonly message: string;
}

const HUNDRED = ratio(100);
const shown = (value: Ratio): string => printDecimal(rounded(times(value, HUNDRED), 2));

/** Points ÷ weights of parts that all have points; undefined where one has none, or they weigh nothing. */
function shareOf(parts: readonly ScoredPart[]): Ratio | undefined {
  const weight = sum(parts.map((part) => part.weight));
  if (compareRatio(weight, ZERO) <= 0 || !parts.every(({ points }) => points !== undefined)) return undefined;
  return over(sum(parts.map(({ points }) => ratioOf(points!))), weight);
}

/** What a reviewer should look at, by the profile's bounds; nothing where it has none. */
export function scoreDoubts(
  { parts, input: { budget, executed } }: Pick<Score, 'parts' | 'input'>,
  { plausibility }: Partial<Pick<PerformanceProfile, 'plausibility'>>,
): readonly ScoreDoubt[] {
  if (!plausibility) return [];
  const doubts: ScoreDoubt[] = [];
  const goals = shareOf(parts.filter(({ group }) => group !== 'execution'));
  const money = shareOf(parts.filter(({ group }) => group === 'execution'));
  if (goals && money && compareRatio(goals, ZERO) > 0) {
    const ahead = over(minus(goals, money), goals);
    if (compareRatio(ahead, ratio(plausibility.ahead, 100)) > 0)
      doubts.push({
        code: 'goals-ahead',
        message: `指标得分率 ${shown(goals)}% 高于预算执行得分率 ${shown(money)}%，高出自身的 ${shown(ahead)}%（超过 ${plausibility.ahead}%）：请看指标值是不是定得偏低、完成值有没有依据。`,
      });
  }
  if (budget > 0) {
    const left = ratio(budget - executed, budget);
    if (compareRatio(left, ratio(plausibility.unspent, 100)) > 0)
      doubts.push({
        code: 'unspent',
        message: `结余 ${shown(left)}%，超过 ${plausibility.unspent}%：请说明原因，下一年预算是不是要减。`,
      });
  }
  return doubts;
}
