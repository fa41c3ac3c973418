/** A region in one year: what was spent on what, who published how completely, and of whom nothing is here. */
import { regionTitle } from '@mingsuan/core/classification/index';
import type { CoverageCounts } from '@mingsuan/core/model/coverage';
import { foldCase } from '@mingsuan/core/text/fold';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import type { FormState } from '../projection/completeness.ts';
import { titlesOf } from './agencies.ts';
import { MOST_ITEMS } from './page.ts';
import { listOf, regionPrefix } from './sql.ts';
import { type CompletenessAnswer, countsOf, type FindingCounts, type Stage } from './types.ts';

export interface OverviewQuestion {
  readonly region: string;
  readonly year: number;
  readonly stage: Stage;
  /** Whether the regions within it count too: a city's counties. */
  readonly within?: boolean;
  /** Which agencies are listed; all counts are of the whole. */
  readonly show?: OverviewFilter | undefined;
  /** A part of the name, or the beginning of the code. */
  readonly q?: string | undefined;
  readonly sort?: 'code' | 'expenditure' | undefined;
  /** At most `MOST_ITEMS`, which it is without. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export const OVERVIEW_FILTERS = ['all', 'not-collected', 'not-published', 'due', 'errors', 'incomplete'] as const;
export type OverviewFilter = (typeof OVERVIEW_FILTERS)[number];

export const STANDINGS = ['collected', 'not-collected', 'not-published', 'due'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface OverviewAgency {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  /** Told from others of that name in words. */
  readonly title: string;
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
  /** One page of those that were asked for. */
  readonly agencies: readonly OverviewAgency[];
  /** How many were asked for. */
  readonly listed: number;
  /** How many there are of each, with that text in their names. */
  readonly counts: Readonly<Record<OverviewFilter, number>>;
  /** By class, in fen. A unit counts only where its department has not published: the department's figures hold it. */
  readonly functions: readonly { readonly code: string; readonly name: string; readonly fen: number }[];
  /** Of how many disclosures these are the sums: not all that are collected print their expenditure by class. */
  readonly functionsOf: number;
  /** Of how many disclosures the tables that these sums are taken from were read in part, or not recognised. */
  readonly functionsPartial: number;
  /** How many are in each standing. */
  readonly standings: Readonly<Record<Standing, number>>;
  /** Of released findings. */
  readonly withErrors: number;
  /** Of those collected; null where none is. */
  readonly averageScore: number | null;
  /** Of each required form, how many of those collected have it in which state. */
  readonly forms: readonly { readonly form: string; readonly state: FormState; readonly count: number }[];
}

interface OverviewRow {
  id: number;
  code: string | null;
  name: string;
  level: 'department' | 'unit';
  region: string;
  parent_id: number | null;
  standing: Standing;
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
}

/** The forms that the sums by class are taken from. */
const SUMMED = ['expenditure', 'general-public'];

const STANDING = sql`case when d.id is not null then 'collected' when r.deadline is null then 'not-collected'
  when r.deadline < current_date then 'not-published' else 'due' end`;

const FILTERS: Readonly<Record<OverviewFilter, RawBuilder<unknown>>> = {
  all: sql`true`,
  'not-collected': sql`standing = 'not-collected'`,
  'not-published': sql`standing = 'not-published'`,
  due: sql`standing = 'due'`,
  errors: sql`errors > 0`,
  incomplete: sql`incomplete`,
};

/** Undefined where no agency of the region is known. */
export async function regionOverview(
  { db }: Pick<Store, 'db'>,
  question: OverviewQuestion,
): Promise<Overview | undefined> {
  const {
    region,
    year,
    stage,
    within = false,
    show = 'all',
    q,
    sort = 'code',
    limit = MOST_ITEMS,
    offset = 0,
  } = question;
  const inside = within ? sql`starts_with(a.region, ${regionPrefix(region)})` : sql`a.region = ${region}`;
  // As the index has it (`disclosures_current`), which then gives the one row.
  const publishedBy = (disclosure: string, agency: RawBuilder<unknown>) => {
    const of = (column: string) => sql.ref(`${disclosure}.${column}`);
    return sql`${of('agency_id')} = ${agency} and ${of('is_current')} and coalesce(${of('year')}, 0) = ${year}
      and ${of('stage')} = ${stage}`;
  };
  const published = publishedBy('d', sql`a.id`);
  const text = foldCase(q ?? '').trim();
  // All agencies with what they are counted and sorted by; what is told of each is looked up for one page only.
  const all = sql`select a.id, a.parent_id, a.region, a.code, a.region_name, d.id as disclosure_id, ${STANDING} as standing,
      coalesce(d.errors, 0) as errors, d.score, d.completeness, coalesce(strpos(cast(d.completeness as text), '"missing"') > 0, false) as incomplete,
      ${text === '' ? sql`true` : sql`(strpos(lower(a.name), ${text}) > 0 or starts_with(coalesce(a.code, ''), ${text}))`} as named
    from agencies a left join disclosures d on ${published}
    left join roster r on r.agency_id = a.id and r.year = ${year} and r.stage = ${stage} where ${inside}`;
  const counted = sql.join(
    OVERVIEW_FILTERS.map(
      (name) => sql`cast(count(*) filter (where named and ${FILTERS[name]}) as integer) as ${sql.ref(name)}`,
    ),
  );
  // The disclosures are gone through once for all that is counted of them: looking them up is what costs.
  const wholes = sql<Record<OverviewFilter | Standing | 'known' | 'failing', number> & Whole>`
    with one as materialized (${all}),
    form as materialized (select one.id, f.key as form, f.value as state from one, json_each_text(one.completeness) f),
    above as materialized (select p.parent_id from (select distinct parent_id from one where parent_id is not null) p
      where exists (select 1 from disclosures up where ${publishedBy('up', sql`p.parent_id`)})),
    spent as materialized (select t.code, t.name, t.fen, t.disclosure_id from one join class_totals t on t.disclosure_id = one.disclosure_id
      where (one.parent_id in (select parent_id from above)) is not true)
    select ${counted}, cast(count(*) as integer) as known, max(nullif(region_name, '')) as "regionName",
      cast(count(*) filter (where errors > 0) as integer) as failing, cast(round(avg(nullif(score, 0))) as integer) as score,
      ${sql.join(STANDINGS.map((name) => sql`cast(count(*) filter (where standing = ${name}) as integer) as ${sql.ref(`is ${name}`)}`))},
      (select coalesce(json_agg(f), '[]') from (select form, state, count(*) as count from form group by form, state order by form, state) f) as forms,
      (select coalesce(json_agg(c), '[]') from (select code, max(name) as name, sum(fen) as fen from spent group by code order by code) c) as functions,
      (select cast(count(distinct disclosure_id) as integer) from spent) as "functionsOf",
      (select cast(count(distinct id) as integer) from form where form = any(${listOf(SUMMED, 'text')}) and state in ('partial', 'unread')) as "functionsPartial"
    from one`.execute(db);
  const bySize = sort === 'expenditure';
  const expenditure = (
    of: string,
  ) => sql`left join measure_values v on v.disclosure_id = ${sql.ref(`${of}.disclosure_id`)}
    and v.measure = 'expenditure' and v.year = ${year} and v.stage = ${stage}`;
  const order = sql`${bySize ? sql`v.fen desc nulls last, ` : sql``}p.region, coalesce(p.code, ''), p.id`;
  const asked = sql<OverviewRow>`
    with one as (${all}),
    page as materialized (select p.id, p.region, p.code, p.standing, p.disclosure_id from one p ${bySize ? expenditure('p') : sql``}
      where named and ${FILTERS[show]} order by ${order} limit ${Math.min(limit, MOST_ITEMS)} offset ${offset})
    select a.id, a.code, a.name, a.level, a.region, a.parent_id, p.standing, p.disclosure_id, v.fen as expenditure, d.score, d.completeness,
      d.errors, d.warnings, d.notices, d.found_errors, d.found_warnings, d.found_notices,
      cast(cast(d.coverage as jsonb) - 'perTable' as json) as coverage, cast(r.deadline as text) as deadline, r.source
    from page p join agencies a on a.id = p.id left join disclosures d on d.id = p.disclosure_id ${expenditure('p')}
    left join roster r on r.agency_id = a.id and r.year = ${year} and r.stage = ${stage} order by ${order}`.execute(db);
  // Neither needs the other's answer: together they take as long as the slower.
  const [{ rows }, counts] = await Promise.all([asked, wholes]);
  const whole = counts.rows[0]!;
  if (whole.known === 0) return undefined;
  const titles = await titlesOf(db, rows);
  return {
    region,
    regionName: whole.regionName && regionTitle(region, whole.regionName),
    agencies: rows.map((row) => agencyOf(row, titles.get(row.id) ?? row.name)),
    listed: whole[show],
    counts: Object.fromEntries(OVERVIEW_FILTERS.map((name) => [name, whole[name]])) as Overview['counts'],
    functions: whole.functions,
    functionsOf: whole.functionsOf,
    functionsPartial: whole.functionsPartial,
    standings: Object.fromEntries(
      STANDINGS.map((name) => [name, whole[`is ${name}` as keyof typeof whole]]),
    ) as Overview['standings'],
    withErrors: whole.failing,
    averageScore: whole.score,
    forms: whole.forms,
  };
}

interface Whole extends Pick<Overview, 'forms' | 'functions' | 'functionsOf' | 'functionsPartial'> {
  readonly regionName: string | null;
  readonly score: number | null;
}

function agencyOf(row: OverviewRow, title: string): OverviewAgency {
  const { id, code, name, level, parent_id, disclosure_id, standing } = row;
  return {
    id,
    code,
    name,
    title,
    level,
    parentId: parent_id,
    standing,
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
