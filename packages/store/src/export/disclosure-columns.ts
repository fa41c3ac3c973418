/** Whose and of when a row is, as the store has it. */
import { type RawBuilder, sql } from 'kysely';

/** The columns of `OF_DISCLOSURE` of disclosures `d` of agencies `a`, but for the phase. */
export const disclosureColumns: RawBuilder<unknown> = sql`d.id as disclosure_id, nullif(a.region, '') as region,
  nullif(a.region_name, '') as region_name, a.id as agency_id, a.code as agency_code, a.name as agency, a.level,
  exists (select 1 from disclosures up where up.agency_id = a.parent_id and up.is_current and up.year = d.year
    and up.stage = d.stage) as in_department, d.year, d.stage`;
