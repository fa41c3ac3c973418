/** The store's own tables as facts: the one place that tells how they become the columns of `FACT_FIELDS`. */

import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';

/** Whether the department of agency `a` has a disclosure of the same year and kind as `d`. */
const IN_DEPARTMENT = `exists (select 1 from disclosures up where up.agency_id = a.parent_id and up.is_current
  and up.year = d.year and up.stage = d.stage)`;

/** A region's code as an integer; 0 for what is none. Of agencies `a`. */
export const REGION = `(case when a.region ~ '^[0-9]{1,9}$' then cast(a.region as integer) else 0 end)`;

/** The years and provinces of which there is anything, here or in a lake. */
export async function factPartitions(db: Kysely<Database>): Promise<readonly { year: number; province: number }[]> {
  const { rows } = await sql<{ year: number; province: number }>`
    select coalesce(d.year, 0) as year, ${sql.raw(REGION)} / 10000 as province
    from disclosures d join agencies a on a.id = d.agency_id where d.is_current
    union select year, prov from lake_files where removed is null order by 1, 2`.execute(db);
  return rows;
}

/** Facts of the current disclosures, as a SELECT. */
export const storedFacts =
  (): string => `select coalesce(d.year, 0) as year, ${REGION} / 10000 as prov, ${REGION} as region,
    a.id as agency, a.level as agency_level, ${IN_DEPARTMENT} as in_department, d.stage, d.id as disclosure, f.statement_no,
    f.row_no, f.form, coalesce(f.side, '') as side, f.row_key, f.row_label, f.column_id, f.fen, f.leaf,
    cast(f.level as integer) as level
  from facts f join disclosures d on d.id = f.disclosure_id and d.is_current join agencies a on a.id = d.agency_id`;
