/** Whether a project's review is at its end. */
import { projectAmounts, projectReviewers, type Store, type WorkItem } from '@mingsuan/store';

/** All who were asked about this version have answered, and an amount is set for it. */
export async function isAppraised(
  db: Store['db'],
  { id, version }: Pick<WorkItem, 'id' | 'version'>,
): Promise<boolean> {
  const [reviewers, amounts] = await Promise.all([projectReviewers(db, id), projectAmounts(db, id)]);
  const own = reviewers.filter((reviewer) => reviewer.version === version);
  return (
    own.every(({ opinion }) => opinion !== null) &&
    amounts.some((amount) => amount.kind === 'reviewed' && amount.version === version)
  );
}
