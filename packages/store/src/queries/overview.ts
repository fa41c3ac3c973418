/** A region in one year: what was spent on what, who published how completely, and who did not. */
import type { CoverageCounts } from '@mingsuan/core/model/coverage';
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { regionPrefix } from './sql.ts';
import type { CompletenessAnswer, FindingCounts, Stage } from './types.ts';

export interface OverviewQuestion {
  readonly region: string;
  readonly year: number;
  readonly stage: Stage;
  /** Whether the regions within it count too: a city's counties. */
  readonly within?: boolean;
}

export interface OverviewAgency {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly level: 'department' | 'unit';
  readonly parentId: number | null;
  /** Null: has not published; it is known from other years, or from its department. */
  readonly disclosure: {
    readonly id: number;
    /** Fen; null where the document does not say. */
    readonly expenditure: number | null;
    readonly completeness: CompletenessAnswer;
    readonly findings: FindingCounts;
    /** How much of its files was read; null where that is not known. */
    readonly coverage: CoverageCounts | null;
  } | null;
}

export interface Overview {
  readonly region: string;
  readonly regionName: string | null;
  readonly agencies: readonly OverviewAgency[];
  /** By class, in fen. A unit counts only where its department has not published: the department's figures hold it. */
  readonly functions: readonly { readonly code: string; readonly name: string; readonly fen: number }[];
  readonly published: number;
  readonly missing: number;
  readonly withErrors: number;
}

interface OverviewRow {
  id: number;
  code: string | null;
  name: string;
  level: 'department' | 'unit';
  region_name: string;
  parent_id: number | null;
  disclosure_id: number | null;
  score: number;
  completeness: CompletenessAnswer['forms'];
  errors: number;
  warnings: number;
  notices: number;
  coverage: CoverageCounts | null;
  expenditure: number | null;
}

/** Undefined where no agency of the region is known. */
export async function regionOverview(
  { db }: Pick<Store, 'db'>,
  question: OverviewQuestion,
): Promise<Overview | undefined> {
  const { region, year, stage, within = false } = question;
  const inside = within ? sql`starts_with(a.region, ${regionPrefix(region)})` : sql`a.region = ${region}`;
  const published = sql`d.agency_id = a.id and d.is_current and d.year = ${year} and d.stage = ${stage}`;
  const { rows } = await sql<OverviewRow>`
    select a.id, a.code, a.name, a.level, a.region_name, a.parent_id, d.id as disclosure_id, d.score, d.completeness,
      d.errors, d.warnings, d.notices, cast(cast(d.coverage as jsonb) - 'perTable' as json) as coverage, v.fen as expenditure
    from agencies a left join disclosures d on ${published}
    left join measure_values v
      on v.disclosure_id = d.id and v.measure = 'expenditure' and v.year = d.year and v.stage = d.stage
    where ${inside} order by a.region, coalesce(a.code, ''), a.id`.execute(db);
  if (rows.length === 0) return undefined;
  const { rows: functions } = await sql<Overview['functions'][number]>`
    select t.code, max(t.name) as name, cast(sum(t.fen) as bigint) as fen
    from agencies a join disclosures d on ${published} join class_totals t on t.disclosure_id = d.id
    where ${inside} and not exists (
      select 1 from disclosures up
      where up.agency_id = a.parent_id and up.is_current and up.year = ${year} and up.stage = ${stage})
    group by t.code order by t.code`.execute(db);
  const agencies = rows.map(agencyOf);
  const done = agencies.filter(({ disclosure }) => disclosure !== null);
  return {
    region,
    regionName: rows.find((row) => row.region_name !== '')?.region_name ?? null,
    agencies,
    functions,
    published: done.length,
    missing: agencies.length - done.length,
    withErrors: done.filter(({ disclosure }) => disclosure!.findings.error > 0).length,
  };
}

function agencyOf(row: OverviewRow): OverviewAgency {
  const { id, code, name, level, parent_id, disclosure_id } = row;
  return {
    id,
    code,
    name,
    level,
    parentId: parent_id,
    disclosure:
      disclosure_id === null
        ? null
        : {
            id: disclosure_id,
            expenditure: row.expenditure,
            completeness: { forms: row.completeness, score: row.score },
            findings: { error: row.errors, warning: row.warnings, notice: row.notices },
            coverage: row.coverage,
          },
  };
}
