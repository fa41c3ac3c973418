/** The regions that have published anything. */
import { sql } from 'kysely';
import type { Store } from '../open.ts';

export interface RegionItem {
  /** Null where the documents do not tell the region. */
  readonly code: string | null;
  readonly name: string | null;
  readonly agencies: number;
  /** Current versions. */
  readonly disclosures: number;
  readonly years: readonly number[];
  /** The newest of which at least half of its agencies are here; else that of which most are. Null where no year is told. */
  readonly defaultYear: number | null;
}

/** Regions with their agencies and years, by code. */
export async function listRegions({ db }: Pick<Store, 'db'>): Promise<readonly RegionItem[]> {
  const { rows } = await sql<RegionItem>`
    with years as (
      select a.region, d.year, count(distinct a.id) as agencies
      from agencies a join disclosures d on d.agency_id = a.id and d.is_current
      where d.year is not null group by a.region, d.year)
    select nullif(a.region, '') as code, nullif(max(a.region_name), '') as name,
      cast(count(distinct a.id) as integer) as agencies, cast(count(d.id) as integer) as disclosures,
      coalesce(array_agg(distinct d.year order by d.year) filter (where d.year is not null), '{}') as years,
      (select y.year from years y where y.region = a.region
        order by case when y.agencies * 2 >= count(distinct a.id) then 0 else 1 end,
          case when y.agencies * 2 >= count(distinct a.id) then -y.year else -y.agencies end, y.year desc limit 1) as "defaultYear"
    from agencies a left join disclosures d on d.agency_id = a.id and d.is_current
    group by a.region order by a.region`.execute(db);
  return rows;
}
