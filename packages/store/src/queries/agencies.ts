/** The agencies by region and code, with the years that they published. */
import { foldCase } from '@mingsuan/core/text/fold';
import { sql } from 'kysely';
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
  readonly level: 'department' | 'unit';
  readonly region: string | null;
  readonly regionName: string | null;
  readonly parentId: number | null;
  /** Current versions only, the newest year first; `year` is null where the document names none. */
  readonly years: readonly { readonly year: number | null; readonly stage: Stage; readonly disclosureId: number }[];
  /** Findings not dismissed, of the years listed. */
  readonly counts: { readonly errors: number; readonly warnings: number };
}

interface AgencyRow {
  id: number;
  code: string | null;
  name: string;
  level: 'department' | 'unit';
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
  const { rows } = await sql<AgencyRow>`
    select a.id, a.code, a.name, a.level, a.region, a.region_name, a.parent_id from agencies a
    where ${allOf([
      text !== '' && sql`(strpos(lower(a.name), ${text}) > 0 or starts_with(a.code, ${text}))`,
      region !== undefined && sql`starts_with(a.region, ${regionPrefix(region)})`,
      level !== undefined && sql`a.level = ${level}`,
      year !== undefined &&
        sql`exists (select 1 from disclosures d where d.agency_id = a.id and d.is_current and d.year = ${year})`,
      after && sql`(a.region, coalesce(a.code, ''), a.id) > (${after[0]}, ${after[1]}, ${after[2]})`,
    ])}
    order by a.region, coalesce(a.code, ''), a.id limit ${limit + 1}`.execute(db);
  const items = await withYears(db, rows, year);
  return pageOf(
    items,
    limit,
    ({ region: r, code, id }) => [r ?? '', code ?? '', id],
    (item) => item,
  );
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
  }>`select id, agency_id, year, stage, errors, warnings from disclosures
     where is_current and agency_id = any(${listOf(ids, 'integer')}) and ${year === undefined ? sql`true` : sql`year = ${year}`}
     order by year desc nulls last, stage`.execute(db);
  return rows.map((row) => {
    const own = published.filter(({ agency_id }) => agency_id === row.id);
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      level: row.level,
      region: row.region || null,
      regionName: row.region_name || null,
      parentId: row.parent_id,
      years: own.map(({ id, year: of, stage }) => ({ year: of, stage, disclosureId: id })),
      counts: {
        errors: own.reduce((sum, { errors }) => sum + errors, 0),
        warnings: own.reduce((sum, { warnings }) => sum + warnings, 0),
      },
    };
  });
}
