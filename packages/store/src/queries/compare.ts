/** Agencies side by side, and where they stand among those of their kind. */
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import type { Phase } from '../projection/measures.ts';
import { type AgencyItem, agenciesOf } from './agencies.ts';
import { type ComparedBy, measuredBy } from './compared-by.ts';
import { type Peers, type PeersQuestion, peersOf } from './peers.ts';
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
  const { agencies, measures, years, stage, by = 'amount', peersRegion, peersBy = 'kind' } = question;
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
  const known = await agenciesOf(store.db, agencies);
  const peers = await peersOf(store, {
    by,
    measured,
    groups: groupsOf(known, peersBy),
    region: peersRegion === undefined ? '' : regionPrefix(peersRegion),
    measures,
    years: when,
  });
  return {
    by,
    base: measured.base,
    agencies: known,
    rows,
    peers: stage === undefined ? peers : peers.filter((one) => one.stage === stage),
  };
}

/** The kinds and levels of the agencies; levels alone where all kinds are peers. */
function groupsOf(agencies: readonly AgencyItem[], peersBy: 'kind' | 'level'): PeersQuestion['groups'] {
  const groups = agencies.flatMap(({ level, kind }): PeersQuestion['groups'] =>
    peersBy === 'level' ? [{ level, kind: null }] : kind === null ? [] : [{ level, kind }],
  );
  return [...new Map(groups.map((group) => [`${group.level} ${group.kind}`, group])).values()];
}
