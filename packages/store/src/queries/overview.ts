/** A region in one year: what was spent on what, who published how completely, and of whom nothing is here. */
import { regionTitle } from '@mingsuan/core/classification/index';
import type { CoverageCounts } from '@mingsuan/core/model/coverage';
import { foldCase } from '@mingsuan/core/text/fold';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import type { FormState } from '../projection/completeness.ts';
import { titlesOf } from './agencies.ts';
import { renewOverviews } from './overview-counts.ts';
import { limitOf } from './page.ts';
import { renewRegions } from './regions.ts';
import { allOf, listOf, regionPrefix } from './sql.ts';
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
  /** As of a page (`limitOf`). */
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
  /** How many have findings that nobody has released: of them `withErrors` says nothing. */
  readonly underReview: number;
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

/** What is kept of one region. */
interface CountedRegion {
  readonly region: string;
  readonly name: string;
  readonly known: number;
  readonly collected: number;
  readonly errors: number;
  readonly underReview: number;
  readonly incomplete: number;
  readonly scored: number;
  readonly score: number;
  readonly functionsOf: number;
  readonly functionsPartial: number;
  readonly overdue: number;
  readonly due: number;
}

type Counts = Readonly<Record<OverviewFilter, number>>;

const STANDING = sql`case when s.disclosure_id is not null then 'collected' when s.deadline is null then 'not-collected'
  when s.deadline < current_date then 'not-published' else 'due' end`;

const FILTERS: Readonly<Record<OverviewFilter, RawBuilder<unknown>>> = {
  all: sql`true`,
  'not-collected': sql`standing = 'not-collected'`,
  'not-published': sql`standing = 'not-published'`,
  due: sql`standing = 'due'`,
  errors: sql`has_errors`,
  incomplete: sql`incomplete`,
};

/** Undefined where no agency of the region is known. */
export async function regionOverview(
  { db }: Pick<Store, 'db'>,
  question: OverviewQuestion,
): Promise<Overview | undefined> {
  await Promise.all([renewOverviews(db), renewRegions(db)]);
  const regions = await countedRegions(db, question);
  if (regions.length === 0) return undefined;
  const named = foldCase(question.q ?? '').trim();
  const sums = sumsOf(regions);
  // Neither needs the other's answer: together they take as long as the slower.
  const [counts, page, functions, forms] = await Promise.all([
    named === '' ? countsOfAll(regions) : countsNamed(db, question, regions, named),
    pageOfAgencies(db, question, regions, named),
    functionsOf(db, question),
    formsOf(db, question),
  ]);
  const titles = await titlesOf(db, page);
  const name = regions
    .map((one) => one.name)
    .sort()
    .at(-1)!;
  const { collected, overdue, due } = sums;
  return {
    region: question.region,
    regionName: name === '' ? null : regionTitle(question.region, name),
    agencies: page.map((row) => agencyOf(row, titles.get(row.id) ?? row.name)),
    listed: counts[question.show ?? 'all'],
    counts,
    functions,
    functionsOf: sums.functionsOf,
    functionsPartial: sums.functionsPartial,
    standings: {
      collected,
      'not-collected': sums.known - collected - overdue - due,
      'not-published': overdue,
      due,
    },
    withErrors: sums.errors,
    underReview: sums.underReview,
    averageScore: sums.scored === 0 ? null : Math.round(sums.score / sums.scored),
    forms,
  };
}

/** The sums kept by year, kind and region, of what is asked. */
const keptOf = ({ region, year, stage, within }: OverviewQuestion) =>
  allOf([sql`year = ${year} and stage = ${stage}`, insideOf(region, within)]);

/** As the indexes have it: regions are codes, in which no language orders otherwise. */
const insideOf = (region: string, within: boolean | undefined) =>
  within ? sql`starts_with(region collate "C", ${regionPrefix(region)})` : sql`region = ${region}`;

async function countedRegions(db: Store['db'], question: OverviewQuestion): Promise<readonly CountedRegion[]> {
  const kept = keptOf(question);
  const zero = (name: string, as: string) => sql`coalesce(${sql.ref(name)}, 0) as ${sql.ref(as)}`;
  const { rows } = await sql<CountedRegion>`
    select r.region, r.name, r.known, ${sql.join([
      zero('s.collected', 'collected'),
      zero('s.errors', 'errors'),
      zero('s.under_review', 'underReview'),
      zero('s.incomplete', 'incomplete'),
      zero('s.scored', 'scored'),
      zero('s.score', 'score'),
      zero('s.functions_of', 'functionsOf'),
      zero('s.functions_partial', 'functionsPartial'),
      zero('w.overdue', 'overdue'),
      zero('w.due', 'due'),
    ])}
    from (select region, name, known from region_counts where ${insideOf(question.region, question.within)}) r
    left join (select * from region_stages where ${kept}) s on s.region = r.region collate "C"
    left join (select region, cast(sum(count) filter (where deadline < current_date) as integer) as overdue,
      cast(sum(count) filter (where deadline >= current_date) as integer) as due
      from region_awaited where ${kept} group by region) w on w.region = r.region collate "C"
    order by r.region collate "C"`.execute(db);
  return rows;
}

type Sums = Omit<CountedRegion, 'region' | 'name'>;

function sumsOf(regions: readonly CountedRegion[]): Sums {
  const sum = (key: keyof Sums) => regions.reduce((total, one) => total + one[key], 0);
  return {
    known: sum('known'),
    collected: sum('collected'),
    errors: sum('errors'),
    underReview: sum('underReview'),
    incomplete: sum('incomplete'),
    scored: sum('scored'),
    score: sum('score'),
    functionsOf: sum('functionsOf'),
    functionsPartial: sum('functionsPartial'),
    overdue: sum('overdue'),
    due: sum('due'),
  };
}

/** How many each filter lists. */
const countsOfAll = (regions: readonly CountedRegion[]): Counts => {
  const { known, collected, errors, incomplete, overdue, due } = sumsOf(regions);
  return {
    all: known,
    'not-collected': known - collected - overdue - due,
    'not-published': overdue,
    due,
    errors,
    incomplete,
  };
};

/** Sums by class, in fen. */
async function functionsOf(db: Store['db'], question: OverviewQuestion): Promise<Overview['functions']> {
  const { rows } = await sql<Overview['functions'][number]>`
    select code, max(name) as name, cast(sum(fen) as bigint) as fen from region_functions where ${keptOf(question)}
    group by code order by code`.execute(db);
  return rows;
}

async function formsOf(db: Store['db'], question: OverviewQuestion): Promise<Overview['forms']> {
  const { rows } = await sql<Overview['forms'][number]>`
    select form, state, cast(sum(count) as integer) as count from region_forms where ${keptOf(question)}
    group by form, state order by form, state`.execute(db);
  return rows;
}

/**
 * Agencies of these regions with what they are counted and sorted by; what else is told of each is looked up for one page only. `cut`
 * takes a page in order before anything is asked of each.
 */
function standingsIn(
  { year, stage }: OverviewQuestion,
  regions: readonly string[],
  named: string,
  cut?: RawBuilder<unknown>,
) {
  const inThese = sql`region = any(${listOf(regions, 'text')})`;
  const ofTime = sql`year = ${year} and stage = ${stage}`;
  // Of all of them both are read from stretches of their indexes and then joined: one by one they would be looked up as often.
  return sql`select a.id, a.region, a.code, s.disclosure_id, s.expenditure, ${STANDING} as standing,
      coalesce(s.errors, false) as has_errors, coalesce(s.incomplete, false) as incomplete
    from (select id, region, code from agencies p where ${allOf([
      inThese,
      named !== '' && sql`(strpos(lower(name), ${named}) > 0 or starts_with(coalesce(code, ''), ${named}))`,
    ])} ${cut ?? sql`offset 0`}) a
    left join ${
      cut
        ? sql`lateral (select * from region_standings where ${ofTime} and region = a.region and agency_id = a.id limit 1) s on true`
        : sql`(select * from region_standings where ${ofTime} and ${inThese} offset 0) s on s.agency_id = a.id`
    }`;
}

async function countsNamed(
  db: Store['db'],
  question: OverviewQuestion,
  regions: readonly CountedRegion[],
  named: string,
): Promise<Counts> {
  const counted = OVERVIEW_FILTERS.map(
    (name) => sql`cast(count(*) filter (where ${FILTERS[name]}) as integer) as ${sql.ref(name)}`,
  );
  const all = regions.map(({ region }) => region);
  const { rows } =
    await sql<Counts>`select ${sql.join(counted)} from (${standingsIn(question, all, named)}) one`.execute(db);
  return rows[0]!;
}

async function pageOfAgencies(
  db: Store['db'],
  question: OverviewQuestion,
  regions: readonly CountedRegion[],
  named: string,
): Promise<readonly OverviewRow[]> {
  const { year, stage, show = 'all', sort = 'code', offset = 0 } = question;
  const most = limitOf(question);
  const bySize = sort === 'expenditure';
  const stretch =
    named === '' && !bySize
      ? stretchOf(regions, show, offset, most)
      : { regions: regions.map(({ region }) => region), offset };
  const order = sql`${bySize ? sql`p.expenditure desc nulls last, ` : sql``}p.region, coalesce(p.code, ''), p.id`;
  const page = sql`order by ${order} limit ${most} offset ${stretch.offset}`;
  const isWhole = named === '' && !bySize && show === 'all';
  const { rows } = await sql<OverviewRow>`
    with page as materialized (select p.* from (${standingsIn(question, stretch.regions, named, isWhole ? page : undefined)}) p
      ${isWhole ? sql`` : sql`where ${FILTERS[show]} ${page}`})
    select a.id, a.code, a.name, a.level, a.region, a.parent_id, p.standing, p.disclosure_id, p.expenditure, d.score, d.completeness,
      d.errors, d.warnings, d.notices, d.found_errors, d.found_warnings, d.found_notices,
      cast(cast(d.coverage as jsonb) - 'perTable' as json) as coverage, cast(r.deadline as text) as deadline, r.source
    from page p join agencies a on a.id = p.id left join disclosures d on d.id = p.disclosure_id
    left join roster r on r.agency_id = a.id and r.year = ${year} and r.stage = ${stage} order by ${order}`.execute(db);
  return rows;
}

/** The regions that a page in the order of codes lies in, and where it begins in them: others need not be looked at. */
function stretchOf(
  regions: readonly CountedRegion[],
  show: OverviewFilter,
  offset: number,
  limit: number,
): { readonly regions: readonly string[]; readonly offset: number } {
  const starts: { region: string; from: number; to: number }[] = [];
  let from = 0;
  for (const one of regions) {
    const to = from + countsOfAll([one])[show];
    if (to > offset && from < offset + limit) starts.push({ region: one.region, from, to });
    from = to;
  }
  return { regions: starts.map(({ region }) => region), offset: offset - (starts[0]?.from ?? 0) };
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
