/** Whether a project's review is at its end. */
import { parseApplication } from '@mingsuan/core/library/application';
import { PROJECT_CLASSES } from '@mingsuan/core/library/classes';
import { PASSING } from '@mingsuan/core/library/target-review';
import { projectAmounts, projectReviewers, type Store, targetGrade, type WorkItem, workContent } from '@mingsuan/store';

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

/** What is applied for without targets passes; else their newest grade is one that passes. */
export async function areTargetsPassed(db: Store['db'], item: Pick<WorkItem, 'id' | 'version'>): Promise<boolean> {
  const held = item.version === 0 ? undefined : await workContent(db, item.id, item.version);
  const read = held && parseApplication(held.content);
  if (read && 'application' in read && !PROJECT_CLASSES[read.application.class].hasTargets) return true;
  const graded = await targetGrade(db, item);
  return graded !== undefined && PASSING.includes(graded.grade);
}
