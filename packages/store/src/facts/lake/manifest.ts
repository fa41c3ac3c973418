/** The manifest of a lake, in the store's database: which files hold what from which snapshot to which. Committed with the outbox. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../database/schema.ts';
import { listOf } from '../../queries/sql.ts';
import { forget } from '../batch.ts';
import { type FactFilter, SnapshotGone } from '../fact-store.ts';
import { regionRange } from '../sql.ts';

type Db = Kysely<Database>;

/** A file of a lake. */
export interface LakeFile {
  readonly id: number;
  readonly path: string;
  readonly year: number;
  readonly prov: number;
  readonly facts: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that was written and is in no manifest yet, with how many facts of which disclosures it holds. */
export interface NewFile extends Omit<LakeFile, 'id'> {
  readonly disclosures: readonly { readonly id: number; readonly facts: number }[];
}

/** A file at a snapshot, and whose rows in it are no longer. */
export interface StandingFile extends LakeFile {
  readonly dead: readonly number[];
}

export interface Snapshots {
  readonly oldest: number;
  readonly newest: number;
}

/** The snapshots that can be asked for; 0 and 0 of a lake in which nothing is yet. */
export async function snapshotsOf(db: Db): Promise<Snapshots> {
  const { rows } = await sql<Snapshots>`select coalesce(min(id), 0) as oldest, coalesce(max(id), 0) as newest
    from lake_snapshots`.execute(db);
  return rows[0]!;
}

/** The files that hold a snapshot, as far as the filter asks for them. @throws SnapshotGone */
export async function filesAt(
  db: Db,
  at: number | undefined,
  { year, region }: FactFilter = {},
): Promise<readonly StandingFile[]> {
  const range = region === undefined ? undefined : (regionRange(region) ?? [-1, -1]);
  // One statement, so that a file and what is dead in it are of one moment.
  const { rows } = await sql<StandingFile & Snapshots & { readonly snapshot: number }>`
    with known as (select coalesce(min(id), 0) as oldest, coalesce(max(id), 0) as newest from lake_snapshots),
      asked as (select oldest, newest, coalesce(cast(${at ?? null} as integer), newest) as snapshot from known)
    select k.oldest, k.newest, k.snapshot, f.id, f.path, f.year, f.prov, f.facts, f.bytes, f.sha256,
      array(select d.disclosure from lake_dead d where d.file_id = f.id and d.snapshot <= k.snapshot order by d.disclosure) as dead
    from asked k left join lake_files f on f.added <= k.snapshot and (f.removed is null or f.removed > k.snapshot)
      and ${year === undefined ? sql`true` : sql`f.year = ${year}`}
      and ${range === undefined ? sql`true` : sql`f.prov between ${Math.floor(range[0] / 10_000)} and ${Math.floor(range[1] / 10_000)}`}
    order by f.id`.execute(db);
  const { oldest, newest, snapshot } = rows[0]!;
  if (snapshot < oldest || snapshot > newest) throw new SnapshotGone(snapshot, oldest, newest);
  return rows.filter(({ id }) => id !== null);
}

/** What becomes part of the lake with a snapshot. */
export interface Change {
  readonly files: readonly NewFile[];
  /** The batch that it answers, once. */
  readonly batch?: { readonly id: string; readonly marks: readonly number[]; readonly renewed: readonly number[] };
  /** Files that it takes the place of. */
  readonly replaced?: readonly number[];
}

/** Whether a batch is part of the lake. */
export const isApplied = async (db: Db, batch: string): Promise<boolean> =>
  (await db.selectFrom('lake_snapshots').select('id').where('batch', '=', batch).executeTakeFirst()) !== undefined;

/** Snapshot, files, what is dead, and the end of the marks, all at once or not at all. @returns the newest snapshot */
export function commitChange(db: Db, { files, batch, replaced = [] }: Change): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('lake_snapshots', 5))`.execute(tx);
    const { newest } = await snapshotsOf(tx);
    if (batch && (await isApplied(tx, batch.id))) return newest;
    const snapshot = newest + 1;
    const renewed = listOf(batch?.renewed ?? [], 'integer');
    const { rows: dead } = await sql`insert into lake_dead (file_id, disclosure, snapshot)
      select file_id, disclosure, cast(${snapshot} as integer) from lake_live where disclosure = any(${renewed}) returning file_id`.execute(
      tx,
    );
    if (batch) await forget(tx, batch.marks);
    if (dead.length + files.length + replaced.length === 0) return newest;
    await sql`delete from lake_live where disclosure = any(${renewed})`.execute(tx);
    if (replaced.length > 0) {
      const gone = listOf(replaced, 'integer');
      await sql`update lake_files set removed = ${snapshot} where id = any(${gone})`.execute(tx);
      await sql`delete from lake_live where file_id = any(${gone})`.execute(tx);
    }
    for (const { disclosures, ...file } of files) {
      const { id } = await tx
        .insertInto('lake_files')
        .values({ ...file, added: snapshot, removed: null })
        .returning('id')
        .executeTakeFirstOrThrow();
      const numbers = [disclosures.map((each) => each.id), disclosures.map((each) => each.facts)] as const;
      await sql`insert into lake_live (disclosure, facts, file_id) select t.disclosure, t.facts, cast(${id} as integer)
        from unnest(${listOf(numbers[0], 'integer')}, ${listOf(numbers[1], 'integer')}) as t (disclosure, facts)`.execute(
        tx,
      );
    }
    await sql`insert into lake_snapshots (id, batch, facts, disclosures)
      select cast(${snapshot} as integer), cast(${batch?.id ?? null} as text), coalesce(sum(facts), 0), count(*) from lake_live`.execute(
      tx,
    );
    return snapshot;
  });
}

/** Snapshots before one are no longer. @returns files that stand in none that is left. @throws SnapshotGone */
export function dropBefore(db: Db, from: number): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('lake_snapshots', 5))`.execute(tx);
    const { oldest, newest } = await snapshotsOf(tx);
    if (from < oldest || from > newest) throw new SnapshotGone(from, oldest, newest);
    await sql`delete from lake_snapshots where id < ${from}`.execute(tx);
    const { rows } = await sql<{
      id: number;
      path: string;
    }>`delete from lake_files where removed <= ${from} returning id, path`.execute(tx);
    await sql`delete from lake_dead where file_id = any(${listOf(
      rows.map(({ id }) => id),
      'integer',
    )})`.execute(tx);
    return rows.map(({ path }) => path);
  });
}
