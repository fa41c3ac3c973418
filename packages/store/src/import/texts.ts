/** The texts of disclosures in the database: each once for all that print it, and where a disclosure prints it. */
import { createHash } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { foldedEntry } from '../bigrams.ts';
import { type Columns, literalsOf, unnested } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import type { SearchEntry } from '../projection/search-entries.ts';
import { INDEX_VERSION } from './items.ts';

const TEXT_COLUMNS: Columns = { key: 'bigint', kind: 'text', folded: 'text' };

/** Array literals of the columns: plain data, made where the document is read. */
export type TextLiterals = readonly string[];

/** Each text once, in one order, so that two imports that enter the same texts do not wait for each other in a circle. */
export function textLiterals(entries: readonly SearchEntry[]): TextLiterals {
  const rows = new Map(
    entries.map(({ kind, title, body }) => {
      const folded = foldedEntry(title, body);
      const key = textKey(kind, folded);
      return [key, { key, kind, folded }];
    }),
  );
  return literalsOf(
    TEXT_COLUMNS,
    [...rows.values()].sort((a, b) => a.key - b.key),
  );
}

/** 48 bits of a text's hash: a number that JSON holds exactly. Indexed in another way it is another text, so that all are entered anew. */
export const textKey = (kind: string, folded: string): number =>
  createHash('sha1').update(`${INDEX_VERSION}\n${kind}\n${folded}`).digest().readUIntBE(0, 6);

/** Enters the texts that are new; the others are kept from being tidied away until the disclosure that prints them is there too. */
export async function enterTexts(
  db: Kysely<Database>,
  literals: TextLiterals,
  { agency, year }: { readonly agency: RawBuilder<unknown>; readonly year: number },
): Promise<void> {
  if (literals[0] === '{}') return;
  const texts = unnested(TEXT_COLUMNS, literals);
  await sql`select key from search_texts where key = any(cast(cast(${literals[0]} as text) as bigint[])) order by key for key share`.execute(
    db,
  );
  await sql`insert into search_texts (key, kind, folded, years, places)
    select t.*, cast(${String(year)} as text), (select places_told(id, region) from agencies where id = ${agency}) from ${texts}
    where not exists (select 1 from search_texts known where known.key = t.key)
    order by t.key on conflict (key) do nothing`.execute(db);
}

/** At most so many at once. */
const TIDIED = 200;

/** Texts that nobody prints any more go, and of the others the years and places in which nobody does. @returns false where there is none */
export function tidyTexts({ db }: { readonly db: Kysely<Database> }): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ key: number }>`select key from stale_texts order by key limit ${TIDIED}
      for update skip locked`.execute(tx);
    if (rows.length === 0) return false;
    const keys = sql`cast(cast(${`{${rows.map(({ key }) => key).join(',')}}`} as text) as bigint[])`;
    // An import that enters one of them now is waited for, and seen below.
    await sql`select key from search_texts where key = any(${keys}) order by key for update`.execute(tx);
    // Each half has an index of its own.
    await sql`delete from search_texts t where t.key = any(${keys})
      and not exists (select 1 from search_entries e where e.text_key = t.key and e.is_current)
      and not exists (select 1 from search_entries e where e.text_key = t.key and not e.is_current)`.execute(tx);
    await sql`update search_texts t set years = n.years, places = n.places from (
        select k.key, years_told(array(select y from unnest(years_in(own.years)) y
            where exists (select 1 from search_entries e where e.text_key = k.key and e.year = y and e.is_current))) as years,
          case when own.places ~ 'm\\d\\d\\*' then own.places else (
            select joined_places('', coalesce(string_agg(distinct places_told(e.agency_id, e.region), ' '), ''))
            from search_entries e where e.text_key = k.key and e.is_current) end as places
        from unnest(${keys}) as k (key) join search_texts own on own.key = k.key) n
      where t.key = n.key and (t.years, t.places) is distinct from (n.years, n.places)`.execute(tx);
    await sql`delete from stale_texts where key = any(${keys})`.execute(tx);
    return true;
  });
}
