/** The agencies by region and code, with the years that they published. */
import { regionTitle } from '@mingsuan/core/classification/index';
import { foldCase, fullBrackets } from '@mingsuan/core/text/fold';
import { sql } from 'kysely';
import { queryOf } from '../bigrams.ts';
import type { Store } from '../open.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from './page.ts';
import { allOf, listOf, regionPrefix } from './sql.ts';
import type { Stage } from './types.ts';

export interface AgencyFilter extends PageOptions {
  /** A part of the name, or the beginning of the code. */
  readonly q?: string | undefined;
  /** A region's code: those within it too. */
  readonly region?: string | undefined;
  readonly level?: 'department' | 'unit' | undefined;
  readonly year?: number | undefined;
}

export interface AgencyItem {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  /** What an address calls it within its region: its name, and its code or level behind `~` where another has that name. */
  readonly slug: string;
  /** The name as it is shown: told from others of that name in words. */
  readonly title: string;
  readonly level: 'department' | 'unit';
  /** Of `AGENCY_KINDS`; null where the name tells none. */
  readonly kind: string | null;
  readonly region: string | null;
  readonly regionName: string | null;
  readonly parentId: number | null;
  /** Current versions only, the newest year first; `year` is null where the document names none. */
  readonly years: readonly { readonly year: number | null; readonly stage: Stage; readonly disclosureId: number }[];
  /** Findings that are released and not dismissed, of the years listed; `pending` where others wait to be released. */
  readonly counts: { readonly errors: number; readonly warnings: number; readonly pending: boolean };
}

interface AgencyRow {
  id: number;
  code: string | null;
  name: string;
  level: 'department' | 'unit';
  kind: string | null;
  region: string;
  region_name: string;
  parent_id: number | null;
}

/** One page of agencies; figures of the years are counts. */
export async function listAgencies({ db }: Pick<Store, 'db'>, filter: AgencyFilter = {}): Promise<Page<AgencyItem>> {
  const limit = limitOf(filter);
  const after = keyOf<[string, string, number]>(filter, ['string', 'string', 'number']);
  const { q, region, level, year } = filter;
  const text = foldCase(q ?? '').trim();
  const few = await fewNamed(db, text);
  // What an agency is found and sorted by is read from an index alone.
  const { rows } = await sql<AgencyRow>`
    select a.id, a.code, a.name, a.level, a.kind, a.region, a.region_name, a.parent_id
    from (select a.id, a.region, a.code from agencies a where ${allOf([
      few && sql`a.id = any(${listOf(few, 'integer')})`,
      text !== '' &&
        sql`(strpos(translate(lower(a.name), '()', '（）'), ${fullBrackets(text)}) > 0 or starts_with(a.code, ${text}))`,
      region !== undefined && sql`starts_with(a.region, ${regionPrefix(region)})`,
      level !== undefined && sql`a.level = ${level}`,
      year !== undefined &&
        // As the index has it (`disclosures_current`), which then tells by itself.
        sql`exists (select 1 from disclosures d where d.agency_id = a.id and d.is_current and coalesce(d.year, 0) = ${year})`,
      after && sql`(a.region, coalesce(a.code, ''), a.id) > (${after[0]}, ${after[1]}, ${after[2]})`,
    ])} order by a.region, coalesce(a.code, ''), a.id limit ${limit + 1}) page
    join agencies a on a.id = page.id order by page.region, coalesce(page.code, ''), page.id`.execute(db);
  const items = await withYears(db, rows, year);
  return pageOf(
    items,
    limit,
    ({ region: r, code, id }) => [r ?? '', code ?? '', id],
    (item) => item,
  );
}

/** More than this have a name in common that is soon met with in any order. */
const FEW_NAMED = 150;
/** Which the words of names tell by themselves; another text may stand within a word, or be a code. */
const CHINESE = /^\p{Script=Han}{2,}$/u;

/** Those that may be named so, where they are few; undefined of many. */
async function fewNamed(db: Store['db'], text: string): Promise<readonly number[] | undefined> {
  if (!CHINESE.test(text)) return undefined;
  const { rows } = await sql<{ id: number }>`
    select agency_id as id from agency_names where words @@ cast(${queryOf(text)!} as tsquery) limit ${FEW_NAMED + 1}`.execute(
    db,
  );
  return rows.length > FEW_NAMED ? undefined : rows.map(({ id }) => id);
}

/** The rows as items, in their order. */
export async function withYears(db: Store['db'], rows: readonly AgencyRow[], year?: number): Promise<AgencyItem[]> {
  const ids = rows.map(({ id }) => id);
  const { rows: published } = await sql<{
    id: number;
    agency_id: number;
    year: number | null;
    stage: Stage;
    errors: number;
    warnings: number;
    pending: boolean;
  }>`select id, agency_id, year, stage, errors, warnings,
      found_errors + found_warnings + found_notices > errors + warnings + notices as pending from disclosures
     where is_current and agency_id = any(${listOf(ids, 'integer')}) and ${year === undefined ? sql`true` : sql`year = ${year}`}
     order by year desc nulls last, stage`.execute(db);
  const shared = await namesakes(db, rows);
  return rows.map((row) => {
    const own = published.filter(({ agency_id }) => agency_id === row.id);
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      slug: shared.has(row.id) ? `${row.name}~${row.code ?? row.level}` : row.name,
      title: titleOf(row, shared.get(row.id)),
      level: row.level,
      kind: row.kind,
      region: row.region || null,
      regionName: regionTitle(row.region, row.region_name) || null,
      parentId: row.parent_id,
      years: own.map(({ id, year: of, stage }) => ({ year: of, stage, disclosureId: id })),
      counts: {
        errors: own.reduce((sum, { errors }) => sum + errors, 0),
        warnings: own.reduce((sum, { warnings }) => sum + warnings, 0),
        pending: own.some(({ pending }) => pending),
      },
    };
  });
}

/** Those of whose name there is another in their region; true where that is of the other level, as a department and its own office. */
async function namesakes(
  db: Store['db'],
  rows: readonly Omit<TitleRow, 'code'>[],
): Promise<ReadonlyMap<number, boolean>> {
  const { rows: found } = await sql<{ id: number; crosses: boolean }>`
    select a.id, bool_or(o.level <> a.level) as crosses
    from unnest(${listOf(
      rows.map(({ id }) => id),
      'integer',
    )}, ${listOf(
      rows.map(({ region }) => region ?? ''),
      'text',
    )}, ${listOf(
      rows.map(({ name }) => name),
      'text',
    )}, ${listOf(
      rows.map(({ level }) => level),
      'text',
    )}) as a (id, region, name, level)
    join agencies o on o.region = a.region and o.name = a.name and o.id <> a.id group by a.id`.execute(db);
  return new Map(found.map(({ id, crosses }) => [id, crosses]));
}

/** What an agency's title is made of; the region is its code. */
export type TitleRow = Pick<AgencyRow, 'id' | 'name' | 'level' | 'code'> & { readonly region: string | null };

/** What agencies are called where others of their names may stand beside them, by their numbers. */
export async function titlesOf(db: Store['db'], rows: readonly TitleRow[]): Promise<ReadonlyMap<number, string>> {
  const shared = await namesakes(db, rows);
  return new Map(rows.map((row) => [row.id, titleOf(row, shared.get(row.id))]));
}

/** The name with what tells it from others of that name: （部门）, （本级）, or its code. */
function titleOf(
  { name, level, code }: Pick<AgencyRow, 'name' | 'level' | 'code'>,
  crosses: boolean | undefined,
): string {
  if (crosses === undefined) return name;
  if (crosses) return `${name}${level === 'department' ? '（部门）' : '（本级）'}`;
  return code === null ? name : `${name}（${code}）`;
}

const ROW = ['id', 'code', 'name', 'level', 'kind', 'region', 'region_name', 'parent_id'] as const;

/** Agencies by their numbers, in that order; what there is not is left out. */
export async function agenciesOf(db: Store['db'], ids: readonly number[]): Promise<AgencyItem[]> {
  const rows = await db
    .selectFrom('agencies')
    .select(ROW)
    .where(sql<boolean>`id = any(${listOf(ids, 'integer')})`)
    .execute();
  const items = await withYears(db, rows);
  return ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
}

/** Agencies by their numbers, above one and up to another. */
export async function agenciesWithin({ db }: Pick<Store, 'db'>, above: number, to: number): Promise<AgencyItem[]> {
  const rows = await db
    .selectFrom('agencies')
    .select(ROW)
    .where('id', '>', above)
    .where('id', '<=', to)
    .orderBy('id')
    .execute();
  return withYears(db, rows);
}

/** The highest number of an agency; 0 where there is none. */
export async function lastAgency({ db }: Pick<Store, 'db'>): Promise<number> {
  const last = await db.selectFrom('agencies').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return last?.id ?? 0;
}

/** The agency that an address names by region and slug; one that went by that name before is found there too. */
export async function agencyAt({ db }: Pick<Store, 'db'>, region: string, slug: string): Promise<number | undefined> {
  const at = slug.lastIndexOf('~');
  const [name, mark] = at > 0 ? [slug.slice(0, at), slug.slice(at + 1)] : [slug, undefined];
  const own = (code: string) =>
    sql`order by (code = ${mark ?? ''} or level = ${mark ?? ''}) desc nulls last, level, code, ${sql.ref(code)} limit 1`;
  const named = sql`region = ${region} and level in ('department', 'unit') and name = ${name}`;
  const { rows } = await sql<{ id: number }>`
    (select id from agencies where ${named} ${own('id')})
    union all (select agency_id as id from former_agencies where ${named} ${own('agency_id')})`.execute(db);
  return rows[0]?.id;
}
