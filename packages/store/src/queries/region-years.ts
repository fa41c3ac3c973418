/** Sums that are kept by region and year: counted again where a mark says that something changed. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { listOf } from './sql.ts';

/** Regions counted in one transaction: after a large import all are due, and nobody is to wait for all of them at once. */
const AT_ONCE = 50;

/** Tables of sums, each with a region and a year, that are counted together. */
export interface KeptSums {
  /** Where the marks are: a region and a year, null for any. */
  readonly marks: string;
  readonly tables: readonly string[];
  /** Counts what is due, of which nothing is kept any more. */
  count(tx: Kysely<Database>, due: Due): Promise<void>;
}

/** Whether a region and a year, as they stand in SQL, are to be counted again. */
export type Due = (region: RawBuilder<unknown>, year: RawBuilder<unknown>) => RawBuilder<boolean>;

/** Counts again what is marked; at once where nothing is. */
export async function renewSums(db: Kysely<Database>, sums: KeptSums): Promise<void> {
  while (await renewSome(db, sums));
}

async function renewSome(db: Kysely<Database>, { marks, tables, count }: KeptSums): Promise<boolean> {
  const stale = sql.table(marks);
  const { rows } = await sql`select 1 from ${stale} limit 1`.execute(db);
  if (rows.length === 0) return false;
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${tables[0]!}, 5))`.execute(tx);
    const marked = await sql<{ region: string; year: number | null }>`
      with gone as (delete from ${stale} where region in (select region from ${stale} group by region limit ${AT_ONCE})
        returning region, year)
      select distinct region, year from gone`.execute(tx);
    const due = dueOf(marked.rows);
    for (const table of tables)
      await sql`delete from ${sql.table(table)} where ${due(sql`region`, sql`year`)}`.execute(tx);
    await count(tx, due);
  });
  return true;
}

function dueOf(marked: readonly { readonly region: string; readonly year: number | null }[]): Due {
  const every = listOf([...new Set(marked.map(({ region }) => region))], 'text');
  const whole = new Set(marked.flatMap(({ region, year }) => (year === null ? [region] : [])));
  const years = marked.filter(({ region, year }) => year !== null && !whole.has(region));
  const regions = listOf([...whole], 'text');
  const times = sql`select * from unnest(${listOf(
    years.map(({ region }) => region),
    'text',
  )}, ${listOf(
    years.map(({ year }) => year),
    'integer',
  )})`;
  return (region, year) =>
    sql<boolean>`(${region} = any(${every}) and (${region} = any(${regions}) or (${region}, ${year}) in (${times})))`;
}
