/** Adjustments of approved budgets: each an item of its own, whose approval puts a version on the budget in the same transaction. */
import { ADJUSTMENT, ADJUSTMENTS, type AdjustmentKind } from '@mingsuan/core/process/adjustments';
import type { Role } from '@mingsuan/core/process/roles';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { getWork, type WorkItem, workContent } from './items.ts';
import { revise, type StepQuestion, saveVersion, takeStep, type Worker } from './steps.ts';

type Db = Kysely<Database>;

/** What an adjustment goes on from. */
export interface AdjustmentBase {
  readonly id: number;
  readonly kind: AdjustmentKind;
  readonly version: number;
}

/** Of an item that is an adjustment. */
export async function adjustmentBase(db: Db, id: number): Promise<AdjustmentBase | undefined> {
  const row = await db
    .selectFrom('work_items')
    .select(['source_id', 'kind', 'base_version'])
    .where('id', '=', id)
    .where('process', '=', 'adjustment')
    .executeTakeFirst();
  return row ? { id: row.source_id!, kind: row.kind as AdjustmentKind, version: row.base_version! } : undefined;
}

/** The adjustments of a budget, the first first. */
export async function adjustmentsOfItem(
  db: Db,
  id: number,
): Promise<readonly (Pick<WorkItem, 'id' | 'title' | 'state'> & { readonly kind: AdjustmentKind })[]> {
  const rows = await db
    .selectFrom('work_items')
    .select(['id', 'title', 'state', 'kind'])
    .where('source_id', '=', id)
    .where('process', '=', 'adjustment')
    .orderBy('id')
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as AdjustmentKind }));
}

/** An adjustment that begins with what the budget holds. @returns its number. @throws ChangeRefused */
export async function openAdjustment(
  store: Pick<Store, 'db'>,
  baseId: number,
  kind: AdjustmentKind,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  const { name, openedBy } = ADJUSTMENTS[kind];
  const role = (openedBy as readonly Role[]).find((one) => worker.roles.includes(one));
  if (!role) throw new ChangeRefused(`“${name}”不由你来提。`);
  const { id, content } = await store.db.transaction().execute(async (tx) => {
    await tx.selectFrom('work_items').select('id').where('id', '=', baseId).forUpdate().execute();
    const base = await getWork(tx, baseId, dayOf(now));
    if (base?.process !== 'round' || !['approved', 'published'].includes(base.state))
      throw new ChangeRefused('只有批复了的预算可以调整。');
    const count = (await adjustmentsOfItem(tx, baseId)).length + 1;
    const title = `${base.title}${name}（第 ${count} 件调整）`;
    const made = await tx
      .insertInto('work_items')
      .values({
        process: 'adjustment',
        unit_id: base.unitId,
        year: base.year,
        title,
        state: ADJUSTMENT.initial,
        source_id: baseId,
        kind,
        base_version: base.version,
        changed_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const entry = {
      kind: 'work',
      subject: made.id,
      unitId: base.unitId,
      role,
      title: `${base.unit}：提出${title}`,
    } as const;
    await audit(tx, worker, entry, now);
    return { id: made.id, content: (await workContent(tx, baseId, base.version))!.content };
  });
  await saveVersion(store, id, { revision: 0, content }, worker, now);
  return id;
}

/** Approves an adjustment and puts what it holds on its budget, both or neither. @throws ChangeRefused as `takeStep` */
export async function approveAdjustment(
  store: Pick<Store, 'db'>,
  id: number,
  question: StepQuestion,
  worker: Worker,
  now = new Date(),
): Promise<WorkItem> {
  const work = async (tx: Db, entered: WorkItem) => {
    const base = (await adjustmentBase(tx, id))!;
    const held = (await workContent(tx, id, entered.version))!;
    const { reason = '', document } = question;
    const told = {
      content: held.content,
      base: base.version,
      reason: `${ADJUSTMENTS[base.kind].name}：${reason}`,
      document,
    };
    await revise(tx, base.id, told, worker, now);
  };
  return takeStep(store, id, question, worker, now, { work });
}

/** What of a budget was published: the file of the portal by its content. */
export interface Publication {
  readonly version: number;
  readonly at: string;
  /** In the portal; null where it is there no more. */
  readonly disclosureId: number | null;
}

/** The newest; undefined where nothing was. */
export async function publicationOf(db: Db, id: number): Promise<Publication | undefined> {
  const { rows } = await sql<Omit<Publication, 'at'> & { at: Date }>`select p.version, p.at, min(s.id) as "disclosureId"
    from work_publications p left join documents d on d.sha256 = p.sha256 left join disclosures s on s.document_id = d.id
    where p.item_id = ${id} group by p.version, p.at order by p.version desc limit 1`.execute(db);
  return rows[0] && { ...rows[0], at: rows[0].at.toISOString() };
}

/** The step that publishes, with the file that the portal has of it by then. @throws ChangeRefused as `takeStep` */
export const publishWork = (
  store: Pick<Store, 'db'>,
  id: number,
  question: StepQuestion,
  sha256: string,
  worker: Worker,
  now = new Date(),
): Promise<WorkItem> =>
  takeStep(store, id, question, worker, now, {
    told: { sha256 },
    work: async (tx, { version }) => {
      await tx.insertInto('work_publications').values({ item_id: id, version, sha256, at: now }).execute();
    },
  });
