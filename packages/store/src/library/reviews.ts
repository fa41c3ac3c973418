/** Who reviews a project, what each says of it, and what its inspections found. What was said stands. */
import type { Finding, Verdict } from '@mingsuan/core/library/opinions';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { rolesOf } from '../people/grants.ts';
import { getWork, type WorkItem, workHistory } from '../work/items.ts';
import { takeStep, type Worker } from '../work/steps.ts';

type Db = Kysely<Database>;

export interface Opinion {
  readonly verdict: Verdict;
  /** What the project should be given, in fen. */
  readonly fen: number;
  /** 0 to 100 */
  readonly score: number;
  readonly reason: string;
}

export interface ProjectReviewer {
  readonly id: number;
  readonly version: number;
  readonly personId: number;
  readonly person: string;
  readonly due: string | null;
  readonly assignedBy: string;
  readonly at: string;
  readonly opinion: (Opinion & { readonly at: string }) | null;
}

/** Those who review a project, those of the newest version last. */
export async function projectReviewers(db: Db, id: number): Promise<readonly ProjectReviewer[]> {
  const { rows } = await sql<{
    id: number;
    version: number;
    personId: number;
    person: string;
    due: string | null;
    assignedBy: string;
    at: Date;
    verdict: Verdict | null;
    fen: number;
    score: number;
    reason: string;
    given: Date;
  }>`select r.id, r.version, r.person_id as "personId", p.name as person, r.due, r.assigned_by as "assignedBy", r.at,
    o.verdict, o.fen, o.score, o.reason, o.at as given from project_reviewers r join people p on p.id = r.person_id
    left join project_opinions o on o.reviewer_id = r.id where r.item_id = ${id} order by r.version, r.id`.execute(db);
  return rows.map(({ verdict, fen, score, reason, given, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    opinion: verdict === null ? null : { verdict, fen, score, reason, at: given.toISOString() },
  }));
}

/** Projects that a person was asked to review and that stand in review as they were then: with no opinion yet, the first due first. */
export async function reviewsOf(
  db: Db,
  personId: number,
): Promise<readonly { readonly itemId: number; readonly due: string | null; readonly isGiven: boolean }[]> {
  const { rows } = await sql<{
    itemId: number;
    due: string | null;
    isGiven: boolean;
  }>`select r.item_id as "itemId", r.due,
    o.reviewer_id is not null as "isGiven" from project_reviewers r join work_items i on i.id = r.item_id and i.version = r.version
    left join project_opinions o on o.reviewer_id = r.id where r.person_id = ${personId} and i.state = 'appraisal'
    order by o.reviewer_id is not null, r.due, r.id`.execute(db);
  return rows;
}

/** Locks an item in review. @throws ChangeRefused */
export async function inAppraisal(tx: Db, id: number, now: Date): Promise<WorkItem> {
  await tx.selectFrom('work_items').select('id').where('id', '=', id).forUpdate().execute();
  const item = await getWork(tx, id, dayOf(now));
  if (item?.process !== 'project' || item.state !== 'appraisal') throw new ChangeRefused('项目不在评审中。');
  return item;
}

/** An expert of the bureau is asked for an opinion; nobody reviews what they had a hand in. @throws ChangeRefused */
export function assignReviewer(
  { db }: Pick<Store, 'db'>,
  id: number,
  { personId, due }: { readonly personId: number; readonly due: string | null },
  worker: Worker,
  now = new Date(),
): Promise<void> {
  if (!worker.roles.includes('bureau-office')) throw new ChangeRefused('评审专家要由财政业务处来请。');
  return db.transaction().execute(async (tx) => {
    const { unitId, title, version } = await inAppraisal(tx, id, now);
    const person = await tx.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst();
    const roles = (await rolesOf(tx, personId, dayOf(now))).get(unitId) ?? [];
    if (!person || !roles.includes('reviewer')) throw new ChangeRefused('这个人不是评审专家。');
    const hadHand = (await workHistory(tx, id)).some((entry) => entry.person === String(personId));
    if (hadHand) throw new ChangeRefused(`${person.name}经手过这个项目，不能评审。`);
    const made = await tx
      .insertInto('project_reviewers')
      .values({ item_id: id, version, person_id: personId, due, assigned_by: worker.person, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new ChangeRefused(`已经请${person.name}评审。`);
    const told = `项目“${title}”请${person.name}评审`;
    await audit(
      tx,
      worker,
      { kind: 'work', subject: id, unitId, role: 'bureau-office', title: told, after: { due } },
      now,
    );
  });
}

/** An opinion, once, upon the version that was assigned. @throws ChangeRefused */
export function giveOpinion(
  { db }: Pick<Store, 'db'>,
  id: number,
  opinion: Opinion,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const { unitId, title, version } = await inAppraisal(tx, id, now);
    const reviewer = await tx
      .selectFrom('project_reviewers')
      .select('id')
      .where('item_id', '=', id)
      .where('version', '=', version)
      .where('person_id', '=', worker.personId)
      .executeTakeFirst();
    if (!reviewer) throw new ChangeRefused('没有请你评审这个项目。');
    const made = await tx
      .insertInto('project_opinions')
      .values({ reviewer_id: reviewer.id, ...opinion, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('reviewer_id')
      .executeTakeFirst();
    if (!made) throw new ChangeRefused('评审意见已经给过，不能再改。');
    const told = `项目“${title}”给出评审意见`;
    await audit(tx, worker, { kind: 'work', subject: id, unitId, role: 'reviewer', title: told, after: opinion }, now);
  });
}

export interface Inspection {
  /** 建设内容、预期效果、数据共享 */
  readonly scope: Finding;
  readonly effect: Finding;
  readonly sharing: Finding;
  readonly note: string;
}

/** What was found of a project under way, by somebody who does not run it. @throws ChangeRefused */
export function inspectProject(
  store: Pick<Store, 'db'>,
  id: number,
  { revision, ...inspection }: Inspection & { readonly revision: number },
  worker: Worker,
  now = new Date(),
): Promise<WorkItem> {
  return takeStep(store, id, { event: 'inspect', revision, reason: inspection.note }, worker, now, {
    told: { ...inspection },
    work: async (tx, entered) => {
      const makers = (await workHistory(tx, id)).filter(({ role }) => role === 'project-owner');
      if (makers.some(({ person }) => person === String(worker.personId)))
        throw new ChangeRefused('自己经办的项目不能由自己检查，请换一个人。');
      await tx
        .insertInto('project_inspections')
        .values({ item_id: id, step: entered.revision, ...inspection })
        .execute();
    },
  });
}

/** The inspections of a project with who made each and when, the first first. */
export async function projectInspections(
  db: Db,
  id: number,
): Promise<readonly (Inspection & { readonly person: string; readonly at: string })[]> {
  const { rows } = await sql<
    Inspection & { person: string; at: Date }
  >`select n.scope, n.effect, n.sharing, n.note, h.person, h.at
    from project_inspections n join work_history h on h.item_id = n.item_id and h.number = n.step
    where n.item_id = ${id} order by n.step`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
