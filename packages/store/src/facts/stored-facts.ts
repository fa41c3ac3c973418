/** The store's own tables as facts: the one place that tells how they become the columns of `FACT_FIELDS`. */
import { ROW_CODE } from '@mingsuan/core/model/address';
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

/** The name of a row: `rowName`. Of rows `r`. */
const ROW_NAME = `case when r.key ~ '^${ROW_CODE}$' then concat(r.unit || ':', r.key) else r.key end`;

/**
 * Facts of the current disclosures, as a SELECT; of what is packed, which is all once `packFacts` was here. `offset 0` keeps each
 * statement's cells one question: joined with the rest, its rows would be taken apart again for each of its cells.
 */
export const storedFacts =
  (): string => `select coalesce(d.year, 0) as year, ${REGION} / 10000 as prov, ${REGION} as region,
    a.id as agency, a.level as agency_level, ${IN_DEPARTMENT} as in_department, d.stage, d.id as disclosure,
    s.ordinal as statement_no, f.row_no, s.form, f.side, f.row_key, f.row_label, f.column_id, f.fen, f.leaf, f.level
  from statements s join disclosures d on d.id = s.disclosure_id and d.is_current join agencies a on a.id = d.agency_id
  cross join lateral (select cast(r.no as integer) - 1 as row_no, coalesce(r.side, '') as side, ${ROW_NAME} as row_key,
      r.label as row_label, s.cell_columns[(c.no - 1) % cardinality(s.cell_columns) + 1] as column_id, c.fen, r.leaf,
      cast(r.level as integer) as level
    from unnest(s.fens) with ordinality as c (fen, no)
    join rows from (json_to_recordset(s.rows) as (key text, label text, side text, unit text), unnest(s.row_leaves),
        unnest(s.row_levels)) with ordinality as r (key, label, side, unit, leaf, level, no)
      on r.no = (c.no - 1) / cardinality(s.cell_columns) + 1
    where c.fen is not null offset 0) f`;
