/** Batches of agencies' texts that a bureau reviews: opened with a deadline and an edition of the checklist, kept as long as it says. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import { forgetFiles } from '../kept-files.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { placesOn } from '../people/units.ts';
import { allOf, listOf } from '../queries/sql.ts';
import type { Worker } from '../work/steps.ts';

type Db = Kysely<Database>;

export interface ReviewBatchFields {
  readonly title: string;
  /** By when the agencies are to be told. */
  readonly due: string | null;
  readonly checklistId: number | null;
  /** The last day that it is kept; null: until somebody deletes it. */
  readonly keepUntil: string | null;
}

export interface ReviewBatch extends ReviewBatchFields {
  readonly id: number;
  /** Who opened it. */
  readonly personId: number;
  readonly person: string;
  readonly unitId: number;
  readonly unit: string;
  readonly unitCode: string;
  readonly createdAt: string;
  readonly documents: number;
  /** Of them: not read yet; with the agency; done. */
  readonly waiting: number;
  readonly told: number;
  readonly closed: number;
}

/** @throws ChangeRefused where it is not the bureau's office that acts */
export function assureOffice({ roles }: Worker): void {
  if (!roles.includes('bureau-office')) throw new ChangeRefused('审核的批次、分派、清单和规则要由财政业务处来管。');
}

/** @returns its number @throws ChangeRefused */
export async function openReviewBatch(
  { db }: Pick<Store, 'db'>,
  unitId: number,
  fields: ReviewBatchFields,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  assureOffice(worker);
  return db.transaction().execute(async (tx) => {
    await assureChecklist(tx, unitId, fields.checklistId);
    const { id } = await tx
      .insertInto('review_batches')
      .values({ unit_id: unitId, ...rowOf(fields), person_id: worker.personId, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const title = `建立审核批次：${fields.title}`;
    await audit(tx, worker, { kind: 'review', subject: id, unitId, role: 'bureau-office', title, after: fields }, now);
    return id;
  });
}

const rowOf = ({ title, due, checklistId, keepUntil }: ReviewBatchFields) => ({
  title,
  due,
  checklist_id: checklistId,
  keep_until: keepUntil,
});

async function assureChecklist(db: Db, unitId: number, id: number | null): Promise<void> {
  if (id === null) return;
  const found = await db
    .selectFrom('review_checklists')
    .select('id')
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  if (!found) throw new ChangeRefused('没有这一版检查清单，请刷新后重试。');
}

/** @throws ChangeRefused */
export async function editReviewBatch(
  { db }: Pick<Store, 'db'>,
  { id, unitId, title, due, checklistId, keepUntil }: ReviewBatch,
  fields: ReviewBatchFields,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  assureOffice(worker);
  await db.transaction().execute(async (tx) => {
    await assureChecklist(tx, unitId, fields.checklistId);
    await tx.updateTable('review_batches').set(rowOf(fields)).where('id', '=', id).execute();
    const before = { title, due, checklistId, keepUntil };
    const entry = {
      kind: 'review',
      subject: id,
      unitId,
      role: 'bureau-office',
      title: `改审核批次：${title}`,
    } as const;
    await audit(tx, worker, { ...entry, before, after: fields }, now);
  });
}

const BATCH = sql`b.id, b.person_id as "personId", p.name as person, b.unit_id as "unitId", s.name as unit, s.code as "unitCode", b.title, b.due,
  b.checklist_id as "checklistId", b.keep_until as "keepUntil", b.created_at as "createdAt",
  cast(count(d.id) as integer) as documents,
  cast(count(d.id) filter (where f.is_checked = false and f.problem is null) as integer) as waiting,
  cast(count(d.id) filter (where d.state = 'told') as integer) as told,
  cast(count(d.id) filter (where d.state = 'closed') as integer) as closed`;

export interface BatchQuestion {
  readonly id?: number;
  /** Regions whose batches are seen whole. */
  readonly units: readonly number[];
  /** Whose assigned texts are seen beside. */
  readonly personId: number;
}

/** Batches that somebody sees, the newest first: those of these regions whole, of others what is assigned to that person. */
export async function listReviewBatches(db: Db, question: BatchQuestion): Promise<readonly ReviewBatch[]> {
  const { id, units, personId } = question;
  const own = sql`b.unit_id = any(${listOf(units, 'integer')})`;
  const { rows } = await sql<Omit<ReviewBatch, 'createdAt'> & { createdAt: Date }>`select ${BATCH} from review_batches b
    join ${placesOn(dayOf(new Date()))} s on s.unit_id = b.unit_id
    join people p on p.id = b.person_id
    left join review_documents d on d.batch_id = b.id and (${own} or d.reviewer_id = ${personId})
    left join review_files f on f.document_id = d.id and f.round = d.round
    where ${allOf([id !== undefined && sql`b.id = ${id}`])} and (${own} or d.id is not null)
    group by b.id, p.name, s.name, s.code order by b.id desc limit 500`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Deletes a batch with all that was read, found and said in it; that it was there stays in the audit. @throws ChangeRefused */
export async function deleteReviewBatch(
  store: Store,
  batch: Pick<ReviewBatch, 'id' | 'unitId' | 'title' | 'documents'>,
  reason: string,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  assureOffice(worker);
  const { id, unitId, title, documents } = batch;
  const files = await store.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      hashes: readonly (string | null)[];
    }>`select array[f.sha256, f.reading_sha256, f.recognised_sha256] as hashes
      from review_files f join review_documents d on d.id = f.document_id where d.batch_id = ${id}`.execute(tx);
    await tx.deleteFrom('review_batches').where('id', '=', id).execute();
    const entry = { kind: 'review', subject: id, unitId, role: 'bureau-office' } as const;
    await audit(tx, worker, { ...entry, title: `删除审核批次：${title}，${reason}`, before: { documents } }, now);
    return rows;
  });
  await forgetFiles(
    store,
    files.flatMap(({ hashes }) => hashes.filter((hash) => hash !== null)),
  );
}

/** Batches that were to be kept until a day that is over. */
export async function overdueBatches(db: Db, day: string): Promise<readonly ReviewBatch[]> {
  const { rows } = await sql<{ id: number; unitId: number }>`select id, unit_id as "unitId" from review_batches
    where keep_until < ${day} order by id limit 100`.execute(db);
  const batches = await Promise.all(
    rows.map(({ id, unitId }) => listReviewBatches(db, { id, units: [unitId], personId: 0 })),
  );
  return batches.flat();
}
