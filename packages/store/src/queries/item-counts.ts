/** The sums of items by year and region (`item_counts`, `item_holders`), counted again where something changed. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { listOf } from './sql.ts';

/** Regions counted in one transaction: after a large import all are due, and nobody is to wait for all of them at once. */
const AT_ONCE = 50;

/** Counts again what is marked; at once where nothing is. */
export async function renewItemCounts(db: Kysely<Database>): Promise<void> {
  while (await renewSome(db));
}

async function renewSome(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`select 1 from stale_items limit 1`.execute(db);
  if (rows.length === 0) return false;
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('item_counts', 5))`.execute(tx);
    const marked = await sql<{ region: string; year: number | null }>`
      with gone as (delete from stale_items where region in (select region from stale_items group by region limit ${AT_ONCE})
        returning region, year)
      select distinct region, year from gone`.execute(tx);
    const every = listOf([...new Set(marked.rows.map(({ region }) => region))], 'text');
    const whole = new Set(marked.rows.flatMap(({ region, year }) => (year === null ? [region] : [])));
    const years = marked.rows.filter(({ region, year }) => year !== null && !whole.has(region));
    const regions = listOf([...whole], 'text');
    const times = sql`select * from unnest(${listOf(
      years.map(({ region }) => region),
      'text',
    )}, ${listOf(
      years.map(({ year }) => year),
      'integer',
    )})`;
    for (const table of ['item_counts', 'item_holders'])
      await sql`delete from ${sql.table(table)} where region = any(${every}) and (region = any(${regions}) or (region, year) in (${times}))`.execute(
        tx,
      );
    // What a department published holds the figures of its units.
    const published = sql`published as materialized (
      select d.id, d.agency_id, coalesce(d.year, 0) as year, d.stage, a.region,
        not exists (select 1 from disclosures up where up.agency_id = a.parent_id and up.is_current
          and up.year = d.year and up.stage = d.stage) as counts
      from agencies a join disclosures d on d.agency_id = a.id and d.is_current
      where a.region = any(${every}) and (a.region = any(${regions}) or (a.region, coalesce(d.year, 0)) in (${times})))`;
    await sql`insert into item_counts (item_id, year, stage, region, printed, agencies, fen)
      with ${published}
      select v.item_id, p.year, p.stage, p.region, count(*), count(*) filter (where p.counts), coalesce(sum(v.fen) filter (where p.counts), 0)
      from published p join item_values v on v.disclosure_id = p.id group by v.item_id, p.year, p.stage, p.region`.execute(
      tx,
    );
    await sql`insert into item_holders (item_id, year, region, agencies, fen)
      with ${published}
      select v.item_id, p.year, p.region, count(distinct p.agency_id), sum(v.fen)
      from published p join item_values v on v.disclosure_id = p.id group by v.item_id, p.year, p.region`.execute(tx);
  });
  return true;
}
