/** Ruling files (认定): whose they are, of when; or that they are taken back. What a ruling changes is read again as a job. */
import { type LogTitle, logTitle } from '@mingsuan/core/model/log-titles';
import { type Kysely, sql } from 'kysely';
import { listOf } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import { takeInAgain } from '../import/document.ts';
import type { Prepare } from '../import/prepare.ts';
import { enqueueIn } from '../jobs/queue.ts';
import type { Handler } from '../jobs/work.ts';
import type { Store } from '../open.ts';
import { type Author, ChangeRefused, logChange } from './changes.ts';
import type { Ruling } from './ruling.ts';
import { takeOut } from './versions.ts';

type Db = Kysely<Database>;

export const READ_AGAIN = 'read-again';

/** What a job of `READ_AGAIN` is given: the files in the order in which they are read. */
export interface ReadAgainPayload {
  readonly documents: readonly number[];
  readonly name: string;
}

export interface Ruled {
  /** Of the change in the log. */
  readonly change: number;
  /** Of the job that reads again. */
  readonly batch: number;
}

const titleKey = (ruling: Ruling | null): LogTitle =>
  ruling === null ? 'unconfirmed' : ruling.kind === 'identity' ? 'confirmed' : ruling.kind;

/** Null takes a ruling away. Undefined where there is no such file. @throws ChangeRefused where it says no more than before */
export function ruleDocument(
  { db }: Pick<Store, 'db'>,
  id: number,
  ruling: Ruling | null,
  author: Author = {},
  undoes?: number,
): Promise<Ruled | undefined> {
  return db.transaction().execute(async (tx) => {
    const document = await tx
      .selectFrom('documents')
      .select(['name', 'ruling'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!document) return undefined;
    const { name, ruling: before } = document;
    if (JSON.stringify(before) === JSON.stringify(ruling)) throw new ChangeRefused('与现在的认定相同，没有改动。');
    const title = logTitle(titleKey(ruling), { name });
    const change = await logChange(tx, {
      kind: 'document',
      subject: id,
      title,
      before,
      after: ruling,
      ...author,
      ...(undoes === undefined ? {} : { undoes }),
    });
    await tx
      .updateTable('documents')
      .set({ ruling: ruling ? JSON.stringify(ruling) : null })
      .where('id', '=', id)
      .execute();
    return { change, batch: await beginAgain(tx, id, name, title) };
  });
}

/** A file that came in for another: that one is taken back, and the log tells both. */
export async function replaceDocument(
  store: Pick<Store, 'db'>,
  old: number,
  by: number,
  author: Author = {},
): Promise<void> {
  if (old === by) return;
  const files = await store.db
    .selectFrom('documents')
    .select(['id', 'name', 'ruling'])
    .where('id', 'in', [old, by])
    .execute();
  const replaced = files.find(({ id }) => id === old);
  const next = files.find(({ id }) => id === by);
  if (!replaced || !next || (replaced.ruling as Ruling | null)?.kind === 'withdrawn') return;
  const { person, reason = '' } = author;
  await logChange(store.db, {
    kind: 'document',
    subject: by,
    title: logTitle('replaced', { name: replaced.name, next: next.name }),
    before: null,
    after: next.ruling,
    person,
    reason,
  });
  // Everybody reads the reason at the address: it names no file.
  await ruleDocument(store, old, { kind: 'withdrawn' }, { person, reason: `已由新的文件替换。${reason}` });
}

/** Takes a file and those that it was joined with out, and enters the job that reads them again: it first, for it alone is another. */
export async function beginAgain(db: Db, id: number, name: string, title: string): Promise<number> {
  const group = await joinedWith(db, id);
  await takeOut(db, group);
  const documents = [id, ...group.filter((other) => other !== id)];
  return enqueueIn(db, READ_AGAIN, title, [{ documents, name } satisfies ReadAgainPayload]);
}

/** The file and all that stand in one disclosure with it, or with one of them. */
async function joinedWith(db: Db, id: number): Promise<readonly number[]> {
  const group = new Set([id]);
  for (let size = 0; size < group.size; ) {
    size = group.size;
    const { rows } = await sql<{ id: number }>`
      select distinct cast(other ->> 'document' as integer) as id
      from disclosures d, json_array_elements(d.sources) other
      where exists (select 1 from json_array_elements(d.sources) s
        where cast(s ->> 'document' as integer) = any(${listOf([...group], 'integer')}))
      union select document_id from disclosures d
      where exists (select 1 from json_array_elements(d.sources) s
        where cast(s ->> 'document' as integer) = any(${listOf([...group], 'integer')}))`.execute(db);
    for (const row of rows) group.add(row.id);
  }
  return [...group].sort((a, b) => a - b);
}

/** All files again, as after the program learnt to read better: a job each. @returns the batch */
export async function readAllAgain({ db }: Pick<Store, 'db'>): Promise<number> {
  const documents = await db.selectFrom('documents').select(['id', 'name']).orderBy('id').execute();
  return db.transaction().execute((tx) =>
    enqueueIn(
      tx,
      READ_AGAIN,
      logTitle('read-again', { count: documents.length }),
      documents.map(({ id, name }): ReadAgainPayload => ({ documents: [id], name })),
    ),
  );
}

/** Does the jobs of `ruleDocument` and `readAllAgain`. */
export function readAgainHandlers(store: Store, prepare?: Prepare): Readonly<Record<typeof READ_AGAIN, Handler>> {
  return {
    [READ_AGAIN]: async ({ payload }, report) => {
      const { documents } = payload as ReadAgainPayload;
      const group = new Set(documents);
      await store.db.transaction().execute(async (tx) => {
        for (const id of documents) for (const other of await joinedWith(tx, id)) group.add(other);
        await takeOut(tx, [...group]);
      });
      for (const [done, id] of [...group].entries()) {
        await takeInAgain(store, id, prepare);
        report(done + 1, group.size);
      }
      return { documents: [...group] };
    },
  };
}
