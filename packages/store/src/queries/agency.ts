/** One agency: whose it is, what belongs to it, and everything it published. */
import type { Coverage, CoverageCounts } from '@mingsuan/core/model/coverage';
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { type AgencyItem, withYears } from './agencies.ts';
import { editionsOf } from './editions.ts';
import { listOf } from './sql.ts';
import { type CompletenessAnswer, countsOf, type FindingCounts, type Stage } from './types.ts';

const TOTALS = {
  revenue: 'revenue',
  expenditure: 'expenditure',
  basic: 'basic',
  project: 'project',
  threePublics: 'three-publics',
} as const;

export interface AgencyDisclosure {
  readonly id: number;
  readonly year: number | null;
  readonly stage: Stage;
  readonly version: number;
  /** How often it was published: a version that only joins another file to what was there is no other edition. */
  readonly edition: number;
  /** Earlier versions are kept and listed too. */
  readonly isCurrent: boolean;
  readonly template: string;
  readonly importedAt: string;
  /** Fen; absent where the document does not say. */
  readonly totals: { readonly [T in keyof typeof TOTALS]?: number };
  readonly completeness: CompletenessAnswer;
  readonly findings: FindingCounts;
  /** How much of its files was read, without the tables one by one; null where that is not known. */
  readonly coverage: CoverageCounts | null;
}

export interface AgencyAnswer {
  readonly agency: AgencyItem;
  readonly parent: AgencyItem | null;
  readonly units: readonly AgencyItem[];
  /** The newest year first; within a year and stage the newest version first. */
  readonly disclosures: readonly AgencyDisclosure[];
}

/** Undefined where there is no such agency. */
export async function getAgency({ db }: Pick<Store, 'db'>, id: number): Promise<AgencyAnswer | undefined> {
  const rows = await db
    .selectFrom('agencies')
    .selectAll()
    .where((where) =>
      where.or([
        where('id', '=', id),
        where('parent_id', '=', id),
        where('id', '=', where.selectFrom('agencies as own').select('own.parent_id').where('own.id', '=', id)),
      ]),
    )
    .orderBy(sql`coalesce(code, '')`)
    .orderBy('id')
    .execute();
  const items = await withYears(db, rows);
  const agency = items.find((item) => item.id === id);
  if (!agency) return undefined;
  return {
    agency,
    parent: items.find((item) => item.id === agency.parentId) ?? null,
    units: items.filter((item) => item.parentId === id),
    disclosures: await disclosuresOf(db, id),
  };
}

const withoutTables = ({ perTable: _, ...counts }: Coverage) => counts;

async function disclosuresOf(db: Store['db'], agencyId: number): Promise<AgencyDisclosure[]> {
  const rows = await db
    .selectFrom('disclosures')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy(sql`year desc nulls last`)
    .orderBy('stage')
    .orderBy('version', 'desc')
    .execute();
  const { rows: values } = await sql<{ disclosure_id: number; measure: string; fen: number }>`
    select v.disclosure_id, v.measure, v.fen from measure_values v join disclosures d on d.id = v.disclosure_id
    where d.agency_id = ${agencyId} and v.year = d.year and v.stage = d.stage
      and v.measure = any(${listOf(Object.values(TOTALS), 'text')})`.execute(db);
  const editions = editionsOf(rows);
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    stage: row.stage,
    version: row.version,
    edition: editions.get(row.id)!,
    isCurrent: row.is_current,
    template: row.template,
    importedAt: row.created_at.toISOString(),
    totals: Object.fromEntries(
      Object.entries(TOTALS).flatMap(([name, measure]) => {
        const value = values.find((v) => v.disclosure_id === row.id && v.measure === measure);
        return value ? [[name, value.fen]] : [];
      }),
    ),
    completeness: { forms: row.completeness as CompletenessAnswer['forms'], score: row.score },
    findings: countsOf(row),
    coverage: row.coverage === null ? null : withoutTables(row.coverage as Coverage),
  }));
}
