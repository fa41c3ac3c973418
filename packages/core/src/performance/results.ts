/** What the accounts disclose of evaluations: how many, their money, mean score and grades. */
import { meanScore, type Score, type ScoreInput } from './score.ts';
import type { Decimal } from './target.ts';

export interface Results {
  readonly projects: number;
  /** Fen of their full-year budgets. */
  readonly budget: number;
  readonly executed: number;
  readonly scored: number;
  /** Absent where nothing was scored. */
  readonly mean?: Decimal;
  readonly grades: Readonly<Record<string, number>>;
  /** Named by the profile and the projects that have no score, which are counted and in no mean. */
  readonly profiles: readonly string[];
}

/** What of a score results are counted from: the score itself, or the copy of it that a list holds. */
export interface Scored extends Pick<Score, 'total' | 'grade' | 'profile'> {
  readonly input: Pick<ScoreInput, 'budget' | 'executed'>;
  /** So many projects scored alike, whose money is added up; one where it is absent. */
  readonly count?: number;
}

/** Results over projects. Projects without a score are counted in `projects` only. */
export function resultsOf(scores: readonly Scored[]): Results {
  const grades: Record<string, number> = {};
  for (const { grade, count = 1 } of scores) if (grade !== undefined) grades[grade] = (grades[grade] ?? 0) + count;
  const each = scores.flatMap((score) => Array.from({ length: score.count ?? 1 }, () => score));
  const mean = meanScore(each);
  return {
    projects: each.length,
    budget: scores.reduce((all, { input }) => all + input.budget, 0),
    executed: scores.reduce((all, { input }) => all + input.executed, 0),
    scored: each.filter(({ total }) => total !== undefined).length,
    ...(mean ? { mean } : {}),
    grades,
    profiles: [...new Set(scores.map(({ profile }) => profile))],
  };
}
