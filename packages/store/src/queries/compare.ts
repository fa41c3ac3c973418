/** Agencies side by side, and where they stand among those of their kind. */
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { allOf, listOf, regionPrefix } from './sql.ts';
import { type AgencyPoint, isMeasure, pointsOf } from './trend.ts';
import type { Stage } from './types.ts';

export interface CompareQuestion {
  readonly agencies: readonly number[];
  readonly measures: readonly string[];
  /** All years without. */
  readonly years?: readonly number[] | undefined;
  readonly stage?: Stage | undefined;
  /** Takes as peers those of a region and within it; of all regions without. */
  readonly peersRegion?: string | undefined;
}

/** Quartiles of the figures that current disclosures' tables print, the agencies compared among them. Fen. */
export interface Peers {
  readonly measure: string;
  readonly year: number;
  readonly stage: Stage;
  readonly level: 'department' | 'unit';
  readonly count: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export interface Comparison {
  readonly rows: readonly AgencyPoint[];
  readonly peers: readonly Peers[];
}

/** The measures of some agencies and the quartiles of their kind, in fen. */
export async function compareAgencies({ db }: Pick<Store, 'db'>, question: CompareQuestion): Promise<Comparison> {
  const { agencies, measures, years, stage, peersRegion } = question;
  const asked = allOf([
    isMeasure(measures),
    years && sql`v.year = any(${listOf(years, 'integer')})`,
    stage && sql`v.stage = ${stage}`,
  ]);
  const ofAgencies = sql`d.agency_id = any(${listOf(agencies, 'integer')})`;
  const rows = await pointsOf(db, sql`${ofAgencies} and ${asked}`);
  const when = [...new Set(rows.map(({ year }) => year))];
  if (when.length === 0) return { rows, peers: [] };
  const { rows: peers } = await sql<Peers>`
    select measure, year, stage, level, count, quartiles[1] as lower, quartiles[2] as median, quartiles[3] as upper
    from (
      select v.measure, v.year, v.stage, a.level, cast(count(*) as integer) as count,
        percentile_disc(array[0.25, 0.5, 0.75]) within group (order by v.fen) as quartiles
      from measure_values v join disclosures d on d.id = v.disclosure_id join agencies a on a.id = d.agency_id
      where d.is_current and v.source = 'table' and ${asked} and v.year = any(${listOf(when, 'integer')})
        and a.level in (select level from agencies where id = any(${listOf(agencies, 'integer')}))
        and ${peersRegion === undefined ? sql`true` : sql`starts_with(a.region, ${regionPrefix(peersRegion)})`}
      group by v.measure, v.year, v.stage, a.level
    ) grouped
    order by measure, year, stage, level`.execute(db);
  return { rows, peers };
}
