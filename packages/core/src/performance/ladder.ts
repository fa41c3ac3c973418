/** The standards of 2019, one for each grade: 优 100%, 良 ≥80%, 中 ≥70%, 差 <70%. The first that a result meets is its grade. */
import { compareRatio } from './ratio.ts';
import { parseTarget } from './target.ts';
import { actualOf, inPlainUnit, isComparable, type Value } from './value.ts';

export const LADDER = ['优', '良', '中', '差'] as const;
export type LadderGrade = (typeof LADDER)[number];
export type Standards = Readonly<Partial<Record<LadderGrade, string>>>;

/** The grade of a printed result; undefined where no standard is met, or the result is no number of their unit. */
export function ladderGrade(standards: Standards, achieved: string): LadderGrade | undefined {
  const actual = actualOf(achieved);
  return actual && LADDER.find((grade) => meets(standards[grade] ?? '', actual));
}

function meets(standard: string, actual: Value): boolean {
  const { number, unit, comparator } = parseTarget(standard);
  if (!number) return false;
  const target = inPlainUnit(number, unit);
  if (!isComparable(target, actual)) return false;
  const compared = compareRatio(actual.amount, target.amount);
  switch (comparator) {
    case '>':
      return compared > 0;
    case '<':
      return compared < 0;
    case '≤':
      return compared <= 0;
    default:
      return compared >= 0;
  }
}
