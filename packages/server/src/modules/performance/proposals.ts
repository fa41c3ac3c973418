/** What the evaluations of a year propose for the next year's control figures. */
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import { parseTarget } from '@mingsuan/core/performance/target';
import { proposalOf, USE_NAMES } from '@mingsuan/core/performance/use-of-results';
import { type EvaluatedAlike, listTasks, type Store, type TaskItem } from '@mingsuan/store';

/** Evaluations looked at for one page. */
const PAGE = 100;

/** A list row as what results are counted from. */
export const scoreOf = ({
  score,
  grade,
  profile,
  budget,
  executed,
  count = 1,
}: Pick<TaskItem, 'score' | 'grade' | 'profile' | 'budget' | 'executed'> & Partial<Pick<EvaluatedAlike, 'count'>>) => {
  const total = score === null ? undefined : parseTarget(score).number;
  return {
    profile: profile ?? '',
    input: { budget: budget ?? 0, executed: executed ?? 0 },
    count,
    ...(total ? { total } : {}),
    ...(grade === null ? {} : { grade }),
  };
};

interface Question {
  readonly units: readonly number[];
  readonly year: number;
  /** Those after the evaluation of this id. */
  readonly after: number;
}

/** A page of them, by evaluation; `next` is what the next page comes after, null where there is none. Amounts are fen. */
export async function proposalsIn(db: Store['db'], question: Question, profile: PerformanceProfile) {
  const ended = await listTasks(db, {
    ...question,
    limit: PAGE,
    process: 'evaluation',
    standing: 'projects',
    states: ['reviewed', 'published'],
  });
  const proposals = ended.flatMap(({ id, unit, project, ...task }) => {
    const last = task.budget ?? 0;
    const proposal = proposalOf(scoreOf(task), last, profile);
    if (!proposal) return [];
    const { use, grade, most } = proposal;
    return [
      { id, unit, project: project!, grade, use, name: USE_NAMES[use], last, ...(most === undefined ? {} : { most }) },
    ];
  });
  return { proposals, next: ended.length < PAGE ? null : ended.at(-1)!.id };
}
