/** A region in one year: what was spent on what, who published how completely, and of whom nothing is here. */
import type { CoverageCounts } from '@mingsuan/core/model/coverage';
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { regionPrefix } from './sql.ts';
import { type CompletenessAnswer, countsOf, type FindingCounts, type Stage } from './types.ts';

export interface OverviewQuestion {
  readonly region: string;
  readonly year: number;
  readonly stage: Stage;
  /** Whether the regions within it count too: a city's counties. */
  readonly within?: boolean;
}

export const STANDINGS = ['collected', 'not-collected', 'not-published', 'due'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface OverviewAgency {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly level: 'department' | 'unit';
  readonly parentId: number | null;
  /**
   * `not-collected`: nothing of it is here, which says nothing of whether it published; it is known from other years, or from its
   * department. Only the roster makes it `not-published` (the deadline is over) or `due`.
   */
  readonly standing: Standing;
  /** What the roster says of it. */
  readonly roster: { readonly deadline: string; readonly source: string } | null;
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
  /** How many are in each standing. */
  readonly standings: Readonly<Record<Standing, number>>;
  /** Of released findings. */
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
  found_errors: number;
  found_warnings: number;
  found_notices: number;
  coverage: CoverageCounts | null;
  expenditure: number | null;
  deadline: string | null;
  source: string | null;
  is_over: boolean | null;
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
      d.errors, d.warnings, d.notices, d.found_errors, d.found_warnings, d.found_notices, cast(cast(d.coverage as jsonb) - 'perTable' as json) as coverage, v.fen as expenditure,
      cast(r.deadline as text) as deadline, r.source, r.deadline < current_date as is_over
    from agencies a left join disclosures d on ${published}
    left join measure_values v
      on v.disclosure_id = d.id and v.measure = 'expenditure' and v.year = d.year and v.stage = d.stage
    left join roster r on r.agency_id = a.id and r.year = ${year} and r.stage = ${stage}
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
    standings: Object.fromEntries(
      STANDINGS.map((standing) => [standing, agencies.filter((agency) => agency.standing === standing).length]),
    ) as Record<Standing, number>,
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
    standing: standingOf(row),
    roster: row.deadline === null ? null : { deadline: row.deadline, source: row.source ?? '' },
    disclosure:
      disclosure_id === null
        ? null
        : {
            id: disclosure_id,
            expenditure: row.expenditure,
            completeness: { forms: row.completeness, score: row.score },
            findings: countsOf(row),
            coverage: row.coverage,
          },
  };
}

function standingOf({ disclosure_id, is_over }: OverviewRow): Standing {
  if (disclosure_id !== null) return 'collected';
  if (is_over === null) return 'not-collected';
  return is_over ? 'not-published' : 'due';
}
