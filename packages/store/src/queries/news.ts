/** What came in last, for whoever follows an agency, a region or a search. */
import { regionTitle } from '@mingsuan/core/classification/index';
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { type TitleRow, titlesOf } from './agencies.ts';
import { editionsOf } from './editions.ts';
import { search } from './search/search.ts';
import { allOf, listOf, regionPrefix } from './sql.ts';
import type { Stage } from './types.ts';

export interface NewsQuestion {
  /** With its units. */
  readonly agency?: number | undefined;
  /** A region's code: those within it too. */
  readonly region?: string | undefined;
  /** Words that the search finds in a disclosure, or in the name of its agency. */
  readonly q?: string | undefined;
}

export interface NewsItem {
  readonly disclosureId: number;
  readonly agency: string;
  readonly level: 'department' | 'unit';
  readonly regionName: string | null;
  readonly year: number | null;
  readonly stage: Stage;
  readonly version: number;
  /** As `editionsOf`: a version that only joins another file is none. */
  readonly edition: number;
  readonly at: string;
  /** Fen; null where the document does not say. */
  readonly expenditure: number | null;
}

const MOST = 50;
const MOST_HITS = 200;

/** The newest first. */
export async function latestNews(store: Pick<Store, 'db'>, question: NewsQuestion): Promise<readonly NewsItem[]> {
  const { agency, region, q } = question;
  const hits = q === undefined ? undefined : (await search(store, { q, limit: MOST_HITS })).items;
  const { rows } = await sql<
    Omit<NewsItem, 'at' | 'agency' | 'regionName' | 'edition'> &
      TitleRow & { at: Date; region: string; region_name: string }
  >`
    select d.id as "disclosureId", a.id, a.name, a.code, a.level, a.region, a.region_name, d.year, d.stage,
      d.version, d.created_at as at, v.fen as expenditure
    from disclosures d join agencies a on a.id = d.agency_id
    left join measure_values v
      on v.disclosure_id = d.id and v.measure = 'expenditure' and v.year = d.year and v.stage = d.stage
    where ${allOf([
      sql`d.is_current`,
      agency !== undefined && sql`(a.id = ${agency} or a.parent_id = ${agency})`,
      region !== undefined && sql`starts_with(a.region, ${regionPrefix(region)})`,
      hits &&
        sql`(d.id = any(${listOf(
          hits.flatMap(({ disclosureId }) => disclosureId ?? []),
          'integer',
        )})
          or a.id = any(${listOf(
            hits.flatMap((hit) => (hit.kind === 'agency' ? (hit.agency?.id ?? []) : [])),
            'integer',
          )}))`,
    ])}
    order by d.created_at desc, d.id desc limit ${MOST}`.execute(store.db);
  const titles = await titlesOf(store.db, rows);
  const again = rows.flatMap(({ id, version }) => (version > 1 ? [id] : []));
  const editions = editionsOf(
    again.length === 0
      ? []
      : await store.db
          .selectFrom('disclosures')
          .select(['id', 'agency_id', 'year', 'stage', 'version', 'document_id', 'sources'])
          .where('agency_id', 'in', again)
          .execute(),
  );
  return rows.map(({ id, name, code: _, region: within, region_name, at, ...row }) => ({
    ...row,
    edition: editions.get(row.disclosureId) ?? 1,
    agency: titles.get(id) ?? name,
    regionName: regionTitle(within, region_name) || null,
    at: at.toISOString(),
  }));
}
