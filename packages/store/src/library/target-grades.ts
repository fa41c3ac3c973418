/** 绩效目标审核: the grades that a project's targets were given. Only added to: the newest of a version holds. */
import type { ReviewGrade } from '@mingsuan/core/performance/target-review';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit } from '../people/audit.ts';
import type { WorkItem } from '../work/items.ts';
import type { Worker } from '../work/steps.ts';
import { inAppraisal } from './reviews.ts';

export interface TargetGrade {
  readonly grade: ReviewGrade;
  readonly reason: string;
  readonly person: string;
  readonly at: string;
}

/** The grade that holds of a project's version; undefined where its targets were given none. */
export async function targetGrade(
  db: Kysely<Database>,
  { id, version }: Pick<WorkItem, 'id' | 'version'>,
): Promise<TargetGrade | undefined> {
  const row = await db
    .selectFrom('target_grades')
    .select(['grade', 'reason', 'person', 'at'])
    .where('item_id', '=', id)
    .where('version', '=', version)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, at: row.at.toISOString() };
}

/** Grades the targets of the version in review. @throws ChangeRefused */
export function gradeTargets(
  { db }: Pick<Store, 'db'>,
  id: number,
  { grade, reason }: Pick<TargetGrade, 'grade' | 'reason'>,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  const role = (['performance-office', 'bureau-office'] as const).find((each) => worker.roles.includes(each));
  if (!role) throw new ChangeRefused('绩效目标要由财政的绩效处或业务处来评。');
  return db.transaction().execute(async (tx) => {
    const { unitId, title, version } = await inAppraisal(tx, id, now);
    await tx
      .insertInto('target_grades')
      .values({ item_id: id, version, grade, reason, person: worker.person, at: now })
      .execute();
    const told = `项目“${title}”的绩效目标评为“${grade}”`;
    await audit(tx, worker, { kind: 'work', subject: id, unitId, role, title: told, after: { grade, reason } }, now);
  });
}
