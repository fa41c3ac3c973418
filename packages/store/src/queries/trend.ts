/** A measure over the years: from the tables, and from words where only they know a year's figure. */
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import type { FigurePlace, Phase } from '../projection/measures.ts';
import { listOf } from './sql.ts';
import type { Stage } from './types.ts';

export interface TrendPoint {
  readonly measure: string;
  readonly year: number;
  readonly stage: Stage;
  readonly fen: number;
  /** `words`: said in an explanation, or worked out from a change that it tells. */
  readonly from: 'table' | 'words';
  /** The disclosure that says it. */
  readonly disclosureId: number;
  /** Whether the table that prints it was read in part only. */
  readonly isPartial: boolean;
  /** Where it says so; null of what was imported before that was kept. */
  readonly place: FigurePlace | null;
}

/** A measure, or all of them, of an agency over the years, in fen. */
export async function agencyTrend(
  { db }: Pick<Store, 'db'>,
  agencyId: number,
  measure?: string | undefined,
): Promise<readonly TrendPoint[]> {
  const { rows: points } = await pointsQuery(
    sql`d.agency_id = ${agencyId} and v.stage <> 'adjusted' and ${measure === undefined ? sql`true` : sql`v.measure = ${measure}`}`,
  ).execute(db);
  return points.map(({ agency: _, ...point }) => ({ ...point, stage: point.stage as Stage }));
}

export interface AgencyPoint extends Omit<TrendPoint, 'stage'> {
  readonly agency: number;
  readonly stage: Phase;
}

/** One figure for each agency, measure, year and stage: a table's before words', the year's own document before others. */
export const pointsQuery = (where: RawBuilder<unknown>): RawBuilder<AgencyPoint> => sql<AgencyPoint>`
    select distinct on (d.agency_id, v.measure, v.year, v.stage)
      d.agency_id as agency, v.measure, v.year, v.stage, v.fen, v.source as "from", d.id as "disclosureId", v.place,
      coalesce(d.completeness ->> (v.place ->> 'form') = 'partial', false) as "isPartial"
    from disclosures d join measure_values v on v.disclosure_id = d.id
    where d.is_current and ${where}
    order by d.agency_id, v.measure, v.year, v.stage, v.source, abs(d.year - v.year), d.id`;

/** The condition that a value is of one of some measures. */
export const isMeasure = (measures: readonly string[]): RawBuilder<unknown> =>
  sql`v.measure = any(${listOf(measures, 'text')})`;
