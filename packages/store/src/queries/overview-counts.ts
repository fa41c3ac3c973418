/** What overviews count of a region in a year (`region_stages` and beside it), counted again where something changed. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { type KeptSums, renewSums } from './region-years.ts';
import { listOf } from './sql.ts';

/** The forms that the sums by class are taken from. */
const SUMMED = ['expenditure', 'general-public'];

/** Whether a disclosure `d` lacks a form that it has to have. */
const IS_INCOMPLETE = sql<boolean>`strpos(cast(d.completeness as text), '"missing"') > 0`;

/** Whether more was found in a disclosure `d` than is released (`countsOf`). */
const IS_UNDER_REVIEW = sql<boolean>`d.found_errors + d.found_warnings + d.found_notices > d.errors + d.warnings + d.notices`;

const OVERVIEW_COUNTS: KeptSums = {
  marks: 'stale_overviews',
  tables: ['region_stages', 'region_forms', 'region_functions', 'region_awaited', 'region_standings'],
  count: async (tx, due) => {
    // What a department published holds the figures of its units.
    const published = sql`published as materialized (
      select d.id, d.agency_id, coalesce(d.year, 0) as year, d.stage, a.region, d.errors, d.score, d.completeness, ${IS_INCOMPLETE} as incomplete,
        ${IS_UNDER_REVIEW} as under_review,
        not exists (select 1 from disclosures up where up.agency_id = a.parent_id and up.is_current
          and coalesce(up.year, 0) = coalesce(d.year, 0) and up.stage = d.stage) as counts
      from agencies a join disclosures d on d.agency_id = a.id and d.is_current
      where ${due(sql`a.region`, sql`coalesce(d.year, 0)`)})`;
    const forms = sql`forms as materialized (
      select p.id, p.year, p.stage, p.region, f.key as form, f.value as state from published p, json_each_text(p.completeness) f)`;
    await sql`insert into region_stages (year, stage, region, collected, errors, under_review, incomplete, scored, score, functions_of, functions_partial)
      with ${published}, ${forms},
      classed as (select distinct t.disclosure_id as id from published p join class_totals t on t.disclosure_id = p.id where p.counts),
      partly as (select distinct id from forms where form = any(${listOf(SUMMED, 'text')}) and state in ('partial', 'unread'))
      select p.year, p.stage, p.region, count(*), count(*) filter (where p.errors > 0),
        count(*) filter (where p.under_review), count(*) filter (where p.incomplete),
        count(*) filter (where p.score <> 0), sum(p.score), count(c.id), count(u.id)
      from published p left join classed c on c.id = p.id left join partly u on u.id = p.id
      group by p.year, p.stage, p.region`.execute(tx);
    await sql`insert into region_forms (year, stage, region, form, state, count)
      with ${published}, ${forms}
      select year, stage, region, form, state, count(*) from forms group by year, stage, region, form, state`.execute(
      tx,
    );
    await sql`insert into region_functions (year, stage, region, code, name, fen)
      with ${published}
      select p.year, p.stage, p.region, t.code, max(t.name), sum(t.fen) from published p join class_totals t on t.disclosure_id = p.id
      where p.counts group by p.year, p.stage, p.region, t.code`.execute(tx);
    await sql`insert into region_standings (year, stage, region, agency_id, disclosure_id, errors, incomplete, deadline, expenditure)
      with ${published},
      awaited as (select r.year, r.stage, a.region, r.agency_id, r.deadline from agencies a join roster r on r.agency_id = a.id
        where ${due(sql`a.region`, sql`r.year`)})
      select year, stage, region, agency_id, p.id, coalesce(p.errors > 0, false), coalesce(p.incomplete, false), w.deadline,
        (select v.fen from measure_values v where v.disclosure_id = p.id and v.measure = 'expenditure' and v.year = p.year and v.stage = p.stage)
      from published p full join awaited w using (year, stage, region, agency_id)`.execute(tx);
    await sql`insert into region_awaited (year, stage, region, deadline, count)
      select year, stage, region, deadline, count(*) from region_standings
      where ${due(sql`region`, sql`year`)} and disclosure_id is null group by year, stage, region, deadline`.execute(
      tx,
    );
  },
};

/** Counts again what is marked; at once where nothing is. */
export const renewOverviews = (db: Kysely<Database>): Promise<void> => renewSums(db, OVERVIEW_COUNTS);
