/** The sums of items by year and region (`item_counts`, `item_holders`), counted again where something changed. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { type KeptSums, renewSums } from './region-years.ts';

const ITEM_COUNTS: KeptSums = {
  marks: 'stale_items',
  tables: ['item_counts', 'item_holders'],
  count: async (tx, due) => {
    // What a department published holds the figures of its units.
    const published = sql`published as materialized (
      select d.id, d.agency_id, coalesce(d.year, 0) as year, d.stage, a.region,
        not exists (select 1 from disclosures up where up.agency_id = a.parent_id and up.is_current
          and up.year = d.year and up.stage = d.stage) as counts
      from agencies a join disclosures d on d.agency_id = a.id and d.is_current
      where ${due(sql`a.region`, sql`coalesce(d.year, 0)`)})`;
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
  },
};

/** Counts again what is marked; at once where nothing is. */
export const renewItemCounts = (db: Kysely<Database>): Promise<void> => renewSums(db, ITEM_COUNTS);
