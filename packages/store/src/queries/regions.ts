/** The regions that have published anything. */
import { regionTitle } from '@mingsuan/core/classification/index';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { listOf } from './sql.ts';

export interface RegionItem {
  /** Null where the documents do not tell the region. */
  readonly code: string | null;
  readonly name: string | null;
  /** Those that something is here of: who is only listed in the roster is not collected. */
  readonly agencies: number;
  /** Current versions. */
  readonly disclosures: number;
  readonly years: readonly number[];
  /** The newest of which at least half of its agencies are here; else that of which most are. Null where no year is told. */
  readonly defaultYear: number | null;
}

/** Regions with their agencies and years, by code; what is of no known region comes last. */
export async function listRegions({ db }: Pick<Store, 'db'>): Promise<readonly RegionItem[]> {
  await renewRegions(db);
  const { rows } = await sql<RegionItem>`
    select nullif(region, '') as code, nullif(name, '') as name, agencies, disclosures, years, default_year as "defaultYear"
    from region_counts order by region = '', region`.execute(db);
  return rows.map((row) => ({ ...row, name: row.code && row.name ? regionTitle(row.code, row.name) : row.name }));
}

/** What is held of all regions together. */
export interface Holdings {
  readonly agencies: number;
  readonly disclosures: number;
  readonly facts: number;
  readonly modified: Date | null;
}

/** The sums of all regions. */
export async function holdings({ db }: Pick<Store, 'db'>): Promise<Holdings> {
  await renewRegions(db);
  const { rows } = await sql<Holdings>`
    select cast(coalesce(sum(agencies), 0) as integer) as agencies, cast(coalesce(sum(disclosures), 0) as integer) as disclosures,
      cast(coalesce(sum(facts), 0) as bigint) as facts, max(modified) as modified from region_counts`.execute(db);
  return rows[0]!;
}

/** Regions where something changed are counted again, one after the other's transaction. */
export async function renewRegions(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql`select 1 from stale_regions limit 1`.execute(db);
  if (rows.length === 0) return;
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('region_counts', 5))`.execute(tx);
    const marked = await sql<{ region: string }>`
      with gone as (delete from stale_regions returning region) select distinct region from gone`.execute(tx);
    const regions = listOf(
      marked.rows.map(({ region }) => region),
      'text',
    );
    await sql`delete from region_counts where region = any(${regions})`.execute(tx);
    await sql`insert into region_counts (region, name, known, agencies, disclosures, facts, years, default_year, modified)
      with years as (
        select a.region, d.year, count(distinct a.id) as agencies
        from agencies a join disclosures d on d.agency_id = a.id and d.is_current
        where a.region = any(${regions}) and d.year is not null group by a.region, d.year)
      select a.region, coalesce(max(a.region_name), ''), count(distinct a.id), count(distinct d.agency_id), count(d.id), coalesce(sum(d.fact_count), 0),
        coalesce(array_agg(distinct d.year order by d.year) filter (where d.year is not null), '{}'),
        (select y.year from years y where y.region = a.region
          order by case when y.agencies * 2 >= count(distinct a.id) then 0 else 1 end,
            case when y.agencies * 2 >= count(distinct a.id) then -y.year else -y.agencies end, y.year desc limit 1),
        max(d.created_at)
      from agencies a left join disclosures d on d.agency_id = a.id and d.is_current
      where a.region = any(${regions}) group by a.region`.execute(tx);
  });
}
