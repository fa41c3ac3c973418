/**
 * Attachments: files that prove what an item of work says. They come and go while the item may be changed, and by who may change it; what was
 * handed up with it stays, also where it was taken back later, until the year that the operator keeps files for is over.
 */
import { groupBy } from '@mingsuan/core/group-by';
import { actionsOf } from '@mingsuan/core/process/tables';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import { forgetFiles, keepingFiles } from '../kept-files.ts';
import type { Store } from '../open.ts';
import { audit, type Doer, dayOf } from '../people/audit.ts';
import { getWork, PROCESSES, type WorkItem } from './items.ts';
import type { Worker } from './steps.ts';

type Db = Kysely<Database>;

/** Of one item: more than anybody reads. */
const MOST = 200;

export interface Attachment {
  readonly id: number;
  /** What it proves, as the page calls it: an indicator; empty: the item as a whole. */
  readonly about: string;
  readonly name: string;
  /** As `documents` calls what its bytes are. */
  readonly kind: string;
  readonly size: number;
  readonly sha256: string;
  readonly person: string;
  readonly role: string;
  readonly at: string;
  readonly withdrawn: { readonly person: string; readonly at: string } | null;
  /** Whether its bytes are still kept. */
  readonly isKept: boolean;
}

export interface NewAttachment {
  readonly about: string;
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

type Row = Omit<Attachment, 'at' | 'withdrawn'> & {
  readonly at: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
};

const COLUMNS = sql`id, about, name, kind, size, sha256, person, role, at, withdrawn_at as "withdrawnAt",
  withdrawn_by as "withdrawnBy", forgotten_at is null as "isKept"`;

const attachmentOf = ({ at, withdrawnAt, withdrawnBy, ...row }: Row): Attachment => ({
  ...row,
  at: at.toISOString(),
  withdrawn: withdrawnAt && { person: withdrawnBy!, at: withdrawnAt.toISOString() },
});

/** Those of an item, the first first; the ones that were taken back among them. */
export async function attachmentsOf(db: Db, itemId: number): Promise<readonly Attachment[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from attachments where item_id = ${itemId} order by id`.execute(db);
  return rows.map(attachmentOf);
}

/** What of an item is proven by a file: `about` of those that stand. */
export async function provenBy(db: Db, itemId: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('attachments')
    .select('about')
    .distinct()
    .where('item_id', '=', itemId)
    .where('withdrawn_at', 'is', null)
    .where('forgotten_at', 'is', null)
    .execute();
  return rows.map(({ about }) => about);
}

/** Whether an item may be changed as it stands: only then are files taken back, what an inspection found stays. */
export const isChangeable = ({ process, state }: Pick<WorkItem, 'process' | 'state'>): boolean =>
  PROCESSES[process].editable.includes(state);

/** The role in which somebody with these roles may attach files to an item as it stands; undefined where none may. */
export function attachingAs({ process, state }: Pick<WorkItem, 'process' | 'state'>, { roles }: Pick<Worker, 'roles'>) {
  const table = PROCESSES[process];
  const isEditable = isChangeable({ process, state });
  const able = actionsOf(table, state, roles).flatMap(({ roles: of, isRevision, takesEvidence }) =>
    takesEvidence || (isEditable && !isRevision) ? of : [],
  );
  return roles.find((role) => able.includes(role));
}

/** The item for who may attach to it as it stands now: nobody moves it meanwhile. @throws ChangeRefused */
async function attachable(tx: Db, itemId: number, worker: Worker, now: Date) {
  await tx.selectFrom('work_items').select('id').where('id', '=', itemId).forUpdate().execute();
  const item = await getWork(tx, itemId, dayOf(now));
  const role = item && attachingAs(item, worker);
  if (!item || !role) throw new ChangeRefused('现在的状态下不能增减附件，或者要由能修改它的人来做。');
  return { item, role };
}

/** Keeps files with an item. @returns their numbers. @throws ChangeRefused where the item may not be changed, or has too many */
export function attachFiles(
  store: Store,
  itemId: number,
  given: readonly NewAttachment[],
  worker: Worker,
  now = new Date(),
): Promise<readonly number[]> {
  return store.db.transaction().execute(async (tx) => {
    await keepingFiles(tx);
    const { item, role } = await attachable(tx, itemId, worker, now);
    const standing = (await attachmentsOf(tx, itemId)).filter(({ withdrawn }) => !withdrawn);
    if (standing.length + given.length > MOST)
      throw new ChangeRefused(`一项工作最多 ${MOST} 个附件，请合成几个再上传。`);
    const ids: number[] = [];
    const told: { name: string; size: number; sha256: string; about: string }[] = [];
    for (const { about, name, kind, bytes } of given) {
      const sha256 = await store.files.put(bytes);
      const size = bytes.length;
      const { id } = await tx
        .insertInto('attachments')
        .values({
          item_id: itemId,
          revision: item.revision,
          about,
          name,
          kind,
          size,
          sha256,
          person_id: worker.personId,
          person: worker.person,
          role,
          at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.push(id);
      told.push({ name, size, sha256, about });
    }
    const title = `${item.unit}：${item.title}上传附件 ${told.map(({ name }) => name).join('、')}`;
    await audit(tx, worker, { kind: 'work', subject: itemId, unitId: item.unitId, role, title, after: told }, now);
    return ids;
  });
}

/**
 * Takes an attachment back. Its bytes go where the item was not handed on with it; what somebody may have judged by stays.
 * @throws ChangeRefused
 */
export async function withdrawAttachment(
  store: Store,
  itemId: number,
  id: number,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  const forgotten = await store.db.transaction().execute(async (tx) => {
    const { item, role } = await attachable(tx, itemId, worker, now);
    if (!isChangeable(item)) throw new ChangeRefused('检查的材料不能撤下。');
    const { rows } = await sql<{ name: string; sha256: string; isForgotten: boolean }>`update attachments a
      set withdrawn_at = ${now}, withdrawn_by = ${worker.person}, forgotten_at = case when exists (
        select 1 from work_history h where h.item_id = a.item_id and h.number > a.revision and h.from_state <> h.to_state)
        then null else cast(${now} as timestamptz) end
      where a.id = ${id} and a.item_id = ${itemId} and a.withdrawn_at is null and a.forgotten_at is null
      returning name, sha256, forgotten_at is not null as "isForgotten"`.execute(tx);
    const [row] = rows;
    if (!row) throw new ChangeRefused('这个附件已经撤下，请刷新后再看。');
    const { name, sha256, isForgotten } = row;
    const title = `${item.unit}：${item.title}撤下附件 ${name}`;
    const before = { name, sha256 };
    await audit(tx, worker, { kind: 'work', subject: itemId, unitId: item.unitId, role, title, before }, now);
    return isForgotten ? [sha256] : [];
  });
  await forgetFiles(store, forgotten);
}

const KEEPER: Doer = { personId: null, person: '保留期限', address: '' };

/** Deletes the bytes of the attachments of years before this one; what they were stays told. @returns how many */
export async function forgetAttachments(store: Store, before: number, now = new Date()): Promise<number> {
  const gone = await store.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ itemId: number; name: string; sha256: string }>`update attachments a
      set forgotten_at = ${now} from work_items i where i.id = a.item_id and i.year < ${before} and a.forgotten_at is null
      returning a.item_id as "itemId", a.name, a.sha256`.execute(tx);
    for (const [itemId, files] of groupBy(rows, (row) => row.itemId)) {
      const item = await getWork(tx, itemId, dayOf(now));
      const title = `${item?.unit ?? ''}：${item?.title ?? ''}的 ${files.length} 个附件过了保留期限，删去文件`;
      const told = files.map(({ name, sha256 }) => ({ name, sha256 }));
      const entry = { kind: 'work', subject: itemId, unitId: item?.unitId, role: 'administrator' } as const;
      await audit(tx, KEEPER, { ...entry, title, before: told }, now);
    }
    return rows.map(({ sha256 }) => sha256);
  });
  await forgetFiles(store, gone);
  return gone.length;
}
