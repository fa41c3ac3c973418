/** Agencies side by side, and where they stand among those of their kind. */
import { FEWEST_PEERS } from '@mingsuan/core/vocabulary/index';
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import type { Phase } from '../projection/measures.ts';
import { type AgencyItem, agenciesOf } from './agencies.ts';
import { type ComparedBy, measuredBy } from './compared-by.ts';
import { allOf, listOf, regionPrefix } from './sql.ts';
import { type AgencyPoint, isMeasure, pointsQuery } from './trend.ts';

export interface CompareQuestion {
  readonly agencies: readonly number[];
  readonly measures: readonly string[];
  /** All years without. */
  readonly years?: readonly number[] | undefined;
  readonly stage?: Phase | undefined;
  /** Takes as peers those of a region and within it; of all regions without. */
  readonly peersRegion?: string | undefined;
  /** Peers are of the same kind and level, or, where `level`, of the same level only. */
  readonly peersBy?: 'kind' | 'level' | undefined;
  /** The amounts themselves without. */
  readonly by?: ComparedBy | undefined;
}

/** Quartiles of the figures that current disclosures' tables print, the agencies compared among them; null below five. */
export interface Peers {
  readonly measure: string;
  readonly year: number;
  readonly stage: Phase;
  readonly level: 'department' | 'unit';
  /** Null where all kinds of that level are peers. */
  readonly kind: string | null;
  readonly count: number;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
}

export interface ComparedPoint extends AgencyPoint {
  /** By what was asked: fen, millionths of the expenditure, fen a resident, fen in the prices of `base`. Null where it is not known. */
  readonly value: number | null;
}

export interface Comparison {
  readonly by: ComparedBy;
  /** The year in whose prices real amounts are told. */
  readonly base: number | null;
  /** In the order asked. */
  readonly agencies: readonly AgencyItem[];
  readonly rows: readonly ComparedPoint[];
  readonly peers: readonly Peers[];
}

/** The measures of some agencies and the quartiles of their kind. */
export async function compareAgencies(store: Pick<Store, 'db'>, question: CompareQuestion): Promise<Comparison> {
  const { agencies, measures, years, stage, by = 'amount' } = question;
  const asked = allOf([
    isMeasure(measures),
    years && sql`v.year = any(${listOf(years, 'integer')})`,
    stage && sql`v.stage = ${stage}`,
  ]);
  const own = sql`d.agency_id = any(${listOf(agencies, 'integer')}) and ${asked}`;
  const { rows: found } = await sql<{ year: number }>`
    select distinct v.year from disclosures d join measure_values v on v.disclosure_id = d.id
    where d.is_current and ${own} order by v.year`.execute(store.db);
  const when = found.map(({ year }) => year);
  const measured = await measuredBy(store, by, when);
  const { rows } = await sql<ComparedPoint>`
    with points as materialized (${pointsQuery(own)})
    select p.*, ${measured.value} as value from points p
    join measure_values v on v.disclosure_id = p."disclosureId" and v.measure = p.measure and v.year = p.year
      and v.stage = p.stage
    join agencies a on a.id = p.agency ${measured.join}
    order by p.agency, p.measure, p.year, p.stage`.execute(store.db);
  return {
    by,
    base: measured.base,
    agencies: await agenciesOf(store.db, agencies),
    rows,
    peers: when.length === 0 ? [] : await peersOf(store, question, asked, when, measured),
  };
}

async function peersOf(
  { db }: Pick<Store, 'db'>,
  { agencies, peersRegion, peersBy = 'kind' }: CompareQuestion,
  asked: ReturnType<typeof allOf>,
  when: readonly number[],
  { join, value }: Awaited<ReturnType<typeof measuredBy>>,
): Promise<readonly Peers[]> {
  const chosen = sql`id = any(${listOf(agencies, 'integer')})`;
  const ofKind = peersBy === 'kind';
  const alike = ofKind
    ? sql`(a.level, a.kind) in (select level, kind from agencies where kind is not null and ${chosen})`
    : sql`a.level in (select level from agencies where ${chosen})`;
  const { rows } = await sql<Peers>`
    select measure, year, stage, level, kind, count, quartiles[1] as lower, quartiles[2] as median, quartiles[3] as upper
    from (
      select v.measure, v.year, v.stage, a.level, ${ofKind ? sql`a.kind` : sql`cast(null as text)`} as kind,
        cast(count(*) as integer) as count,
        case when count(*) >= ${FEWEST_PEERS}
          then percentile_disc(array[0.25, 0.5, 0.75]) within group (order by ${value}) end as quartiles
      from measure_values v join disclosures d on d.id = v.disclosure_id join agencies a on a.id = d.agency_id
        ${join}
      where ${allOf([
        sql`d.is_current and v.source = 'table' and ${value} is not null`,
        asked,
        sql`v.year = any(${listOf(when, 'integer')})`,
        alike,
        peersRegion !== undefined && sql`starts_with(a.region, ${regionPrefix(peersRegion)})`,
      ])}
      group by v.measure, v.year, v.stage, a.level${ofKind ? sql`, a.kind` : sql``}
    ) grouped
    order by measure, year, stage, level, kind`.execute(db);
  return rows;
}
