/** Texts that were found, with what a reader is shown of them. */
import { squeeze } from '@mingsuan/core/text/fold';
import { sql } from 'kysely';
import type { Store } from '../../open.ts';
import type { SearchPlace } from '../../projection/search-entries.ts';
import { listOf } from '../sql.ts';
import type { Stage } from '../types.ts';
import { disclosureOf, type SearchHit } from './hit.ts';
import { snippetOf } from './snippet.ts';
import type { TextKind, TextRow } from './texts.ts';

/** The same text is counted so often. */
const MOST_SAME = 200;

/** The entry that stands for all that print the text of entry `m` in its year. */
const FIRST_OF_SAME = sql`(
  select o.id from (
    select s.id, s.agency_id from search_entries f join search_entries s on s.text_key = f.text_key and s.year = f.year
    where f.id = m.id and s.is_current limit ${MOST_SAME}) o
  join agencies a on a.id = o.agency_id order by a.region, coalesce(a.code, ''), a.name, o.id limit 1)`;

interface HitRow {
  id: number;
  kind: TextKind;
  title: string;
  body: string;
  place: SearchPlace;
  year: number;
  stage: Stage;
  disclosure_id: number;
  agency_id: number;
  agency: string;
  level: 'department' | 'unit';
  region: string;
  region_name: string;
  agencies: number;
  years: number[];
}

/**
 * In the order given. Of those who print the same in the same year, one stands for all: the first by region and code, or where only some
 * agencies were asked for (`isNarrow`), the one that was found.
 */
export async function textHits(
  { db }: Pick<Store, 'db'>,
  found: readonly TextRow[],
  parts: readonly string[],
  isNarrow: boolean,
): Promise<readonly SearchHit[]> {
  if (found.length === 0) return [];
  const { rows } = await sql<HitRow>`
    select m.id, e.kind, e.title, e.body, e.place, e.year, d.stage, e.disclosure_id, e.agency_id, a.name as agency, a.level,
      a.region, a.region_name, s.agencies, s.years
    from unnest(${listOf(
      found.map(({ id }) => id),
      'integer',
    )}) as m (id)
    join search_entries e on e.id = ${isNarrow ? sql`m.id` : FIRST_OF_SAME} join disclosures d on d.id = e.disclosure_id join agencies a on a.id = e.agency_id
    cross join lateral (
      select cast(count(distinct agency_id) as integer) as agencies, array_agg(distinct year order by year desc) as years
      from (select agency_id, year from search_entries o where o.text_key = e.text_key and o.is_current
        order by o.year desc limit ${MOST_SAME}) o) s`.execute(db);
  const amounts = await amountsOf({ db }, rows);
  return found.flatMap(({ id }): SearchHit[] => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const told = amounts.get(row.id);
    return [
      {
        kind: row.kind,
        title: snippetOf(row.title, parts, Number.POSITIVE_INFINITY),
        snippet: snippetOf(row.body, parts),
        ...disclosureOf(row),
        place: row.place,
        item: told?.item ?? null,
        fen: told?.fen ?? null,
        agencies: row.agencies,
        years: row.years.filter((year) => year > 0),
      },
    ];
  });
}

interface Amount {
  readonly fen: number;
  readonly item: NonNullable<SearchHit['item']>;
}

/** What projects and purchases cost, by their names in the same disclosure. */
async function amountsOf({ db }: Pick<Store, 'db'>, rows: readonly HitRow[]): Promise<ReadonlyMap<number, Amount>> {
  const named = rows.filter(({ kind }) => kind === 'project' || kind === 'procurement');
  if (named.length === 0) return new Map();
  const keyOf = ({ title }: HitRow) => squeeze(title).toLowerCase();
  const { rows: values } = await sql<{
    disclosure_id: number;
    kind: TextKind;
    key: string;
    code: string | null;
    fen: number;
  }>`
    select v.disclosure_id, i.kind, i.key, i.code, v.fen from items i join item_values v on v.item_id = i.id
    where i.kind in ('project', 'procurement') and i.key = any(${listOf(named.map(keyOf), 'text')})
      and v.disclosure_id = any(${listOf(
        named.map(({ disclosure_id }) => disclosure_id),
        'integer',
      )})`.execute(db);
  return new Map(
    named.flatMap((row): [number, Amount][] => {
      const value = values.find(
        ({ disclosure_id, kind, key }) =>
          disclosure_id === row.disclosure_id && kind === row.kind && key === keyOf(row),
      );
      if (!value) return [];
      const { fen, key, code } = value;
      return [[row.id, { fen, item: { kind: value.kind as 'project' | 'procurement', key, code } }]];
    }),
  );
}
