/**
 * Which version of an agency's year and stage is the current one. A disclosure is what its file says under its ruling: it may be taken
 * out and made again under the number that it had.
 */
import type { Stage } from '@mingsuan/core/model/document-kinds';
import { type Kysely, sql } from 'kysely';
import { integerOf, listOf } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';

type Db = Kysely<Database>;

/** Of a disclosure that is being made again, or was taken back: its place in its file, its number, and the address that it had. */
export interface Kept {
  readonly ordinal: number;
  readonly id: number;
  /** Absent of what an earlier version kept. */
  readonly agencyId?: number;
  readonly year?: number | null;
  readonly stage?: Stage;
}

interface Key {
  readonly agencyId: number;
  readonly year: number | null | undefined;
  readonly stage: Stage;
}

/** Versions in the order in which they came in, the last one current; of those that came in with one file, the one that holds more files. */
export async function orderVersions(db: Db, { agencyId, year, stage }: Key): Promise<void> {
  const own = sql`agency_id = ${agencyId} and coalesce(year, 0) = ${integerOf(year ?? 0)} and stage = ${stage}`;
  // Numbers below zero are nobody's: no two are ever the same on the way.
  await sql`update disclosures set is_current = false, version = -ordered.place from (
      select id, cast(row_number() over (
        order by created_at, json_array_length(coalesce(sources, '[]')), id) as integer) as place from disclosures where ${own}
    ) ordered where disclosures.id = ordered.id`.execute(db);
  await sql`update disclosures set version = -version where ${own}`.execute(db);
  await sql`update disclosures set is_current = true where id = (
      select id from disclosures where ${own} order by version desc limit 1)`.execute(db);
  await sql`insert into rechecks (agency_id, year, stage) values (${agencyId}, ${integerOf(year ?? 0)}, ${stage})`.execute(
    db,
  );
}

/** Takes all that files publish and hold out of the store, but for its numbers: they are to be made again. */
export async function takeOut(db: Db, documents: readonly number[]): Promise<void> {
  const these = listOf(documents, 'integer');
  const rows = await db
    .selectFrom('disclosures')
    .select(['id', 'document_id', 'ordinal', 'agency_id as agencyId', 'year', 'stage'])
    .where(sql<boolean>`document_id = any(${these})`)
    .execute();
  for (const document of new Set(rows.map(({ document_id }) => document_id))) {
    const kept = rows
      .filter(({ document_id }) => document_id === document)
      .map(({ document_id: _, ...one }): Kept => one);
    await db
      .updateTable('documents')
      .set({ kept: JSON.stringify(kept) })
      .where('id', '=', document)
      .execute();
  }
  await sql`update documents set held = null where id = any(${these})`.execute(db);
  const gone = listOf(
    rows.map(({ id }) => id),
    'integer',
  );
  for (const table of await tablesWith(db, 'disclosure_id'))
    await sql`delete from ${sql.table(table)} where disclosure_id = any(${gone})`.execute(db);
  await sql`delete from disclosures where id = any(${gone})`.execute(db);
  const keys = new Map(rows.map((row) => [`${row.agencyId} ${row.year} ${row.stage}`, row]));
  for (const key of keys.values()) await orderVersions(db, key);
}

/** The tables that have such a column: what belongs to a disclosure or an agency goes with it, whatever it is. */
export async function tablesWith(db: Db, column: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = ${column} order by table_name`.execute(db);
  return rows.map(({ name }) => name);
}
