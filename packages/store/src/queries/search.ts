/** Searching all that was published: agencies, projects, indicators, procurement items and the words. */
import { type RawBuilder, sql } from 'kysely';
import { isOneWord, ofKind, partsOf, queryOf } from '../bigrams.ts';
import type { Store } from '../open.ts';
import type { SearchKind, SearchPlace } from '../projection/search-entries.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from './page.ts';
import { snippetOf } from './snippet.ts';
import { allOf } from './sql.ts';
import type { Stage } from './types.ts';

export interface SearchQuestion extends PageOptions {
  readonly q: string;
  readonly kind?: SearchKind | undefined;
}

export interface SearchHit {
  readonly kind: SearchKind;
  /** With [[hits]] marked, as the snippet. */
  readonly title: string;
  readonly snippet: string;
  readonly agency: { readonly id: number; readonly name: string; readonly regionName: string | null };
  readonly year: number | null;
  readonly stage: Stage | null;
  /** Null for an agency. */
  readonly disclosureId: number | null;
  readonly place: SearchPlace | null;
}

/** How many texts are weighed for one answer; what lies beyond needs a narrower question. */
const MOST_WEIGHED = 2000;

interface HitRow {
  id: number;
  rank: number;
  kind: SearchKind;
  title: string;
  body: string;
  place: SearchPlace;
  agency_id: number;
  agency: string;
  region_name: string;
  disclosure_id: number | null;
  year: number | null;
  stage: Stage | null;
}

/** Hits in titles go first, agencies before all, then the newest year. An empty question finds nothing. */
export async function search({ db }: Pick<Store, 'db'>, question: SearchQuestion): Promise<Page<SearchHit>> {
  const query = queryOf(question.q);
  if (query === undefined) return { items: [] };
  const { kind } = question;
  const limit = limitOf(question);
  const after = keyOf<[number, number]>(question, ['number', 'number']);
  const parts = partsOf(question.q);
  // Agencies are asked for by themselves: the many other texts do not crowd them out.
  const weighed = kind
    ? [candidates(ofKind(query, kind))]
    : [candidates(ofKind(query, 'agency')), candidates(query, sql`kind <> 'agency'`)];
  const contained = (text: RawBuilder<unknown>, asked: readonly string[]) =>
    sql`(${allOf(asked.map((part) => sql`strpos(${text}, ${part}) > 0`))})`;
  const { rows } = await sql<HitRow>`
    with candidates as materialized (
      ${sql.join(weighed, sql` union all `)}
    ), hits as (
      select c.*, d.year, d.stage, a.name as agency, a.region_name,
        case when c.kind = 'agency' then 0 when ${contained(sql`split_part(c.folded, chr(10), 1)`, parts)} then 10000 else 20000 end
          - coalesce(d.year, 0) as rank
      from candidates c join agencies a on a.id = c.agency_id left join disclosures d on d.id = c.disclosure_id
      where (c.disclosure_id is null or d.is_current) and ${contained(
        sql`c.folded`,
        parts.filter((part) => !isOneWord(part)),
      )}
    )
    select * from hits where ${after ? sql`(rank, id) > (${after[0]}, ${after[1]})` : sql`true`}
    order by rank, id limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    ({ rank, id }) => [rank, id],
    (row) => hitOf(row, parts),
  );
}

/** Entries that have the words. */
const candidates = (query: string, also = sql`true`) => sql`(
  select id, kind, title, body, folded, place, agency_id, disclosure_id from search_entries
  where tsv @@ cast(${query} as tsquery) and ${also} limit ${MOST_WEIGHED})`;

function hitOf(row: HitRow, parts: readonly string[]): SearchHit {
  return {
    kind: row.kind,
    title: snippetOf(row.title, parts, Number.POSITIVE_INFINITY),
    snippet: snippetOf(row.body, parts),
    agency: { id: row.agency_id, name: row.agency, regionName: row.region_name || null },
    year: row.year,
    stage: row.stage,
    disclosureId: row.disclosure_id,
    place: row.disclosure_id === null ? null : row.place,
  };
}
