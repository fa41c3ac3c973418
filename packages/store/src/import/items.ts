/** The lines of disclosures in the database: items, each once for all, and what a disclosure prints for them. */

import { soundsOf, soundWords } from '@mingsuan/core/text/sounds';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { foldedEntry, vectorOf } from '../bigrams.ts';
import { type Columns, integerOf, literalsOf, unnested } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import type { Line } from '../projection/lines.ts';

/** A store whose disclosures were indexed by an earlier version is brought up by `reindexNext`. */
export const INDEX_VERSION = 4;

const ITEM_COLUMNS: Columns = {
  kind: 'text',
  key: 'text',
  code: 'text',
  name: 'text',
  folded: 'text',
  tsv: 'tsvector',
};
const VALUE_COLUMNS: Columns = { kind: 'text', key: 'text', fen: 'bigint', place: 'json' };

/** Array literals of both tables' columns: plain data, made where the document is read. */
export interface ItemLiterals {
  readonly items: readonly string[];
  readonly values: readonly string[];
}

/** In one order, so that two imports that enter the same items do not wait for each other in a circle. */
export function itemLiterals(lines: readonly Line[]): ItemLiterals {
  const sorted = [...lines].sort((a, b) => order(a.kind, b.kind) || order(a.key, b.key));
  return {
    items: literalsOf(ITEM_COLUMNS, sorted.map(itemRow)),
    values: literalsOf(
      VALUE_COLUMNS,
      sorted.map(({ kind, key, fen, place }) => ({ kind, key, fen, place: JSON.stringify(place) })),
    ),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function itemRow({ kind, key, code, name }: Line) {
  const folded = `${foldedEntry(name, code ?? '')}\n${soundsOf(name)}`;
  return { kind, key, code, name, folded, tsv: vectorOf(kind, folded, soundWords(name)) };
}

/** Enters the items that are new; those of another import at hand are waited for. */
export async function enterItems(db: Kysely<Database>, { items }: ItemLiterals): Promise<void> {
  if (items[0] === '{}') return;
  await sql`insert into items (kind, key, code, name, folded, tsv)
    select t.* from ${unnested(ITEM_COLUMNS, items)}
    where not exists (select 1 from items known where known.kind = t.kind and known.key = t.key)
    order by t.kind, t.key on conflict (kind, key) do nothing`.execute(db);
}

/** Items that an earlier version entered are found by their words as they are told now. */
export const renewItems = (db: Kysely<Database>, { items }: ItemLiterals) =>
  sql`update items i set folded = t.folded, tsv = t.tsv from ${unnested(ITEM_COLUMNS, items)}
    where i.kind = t.kind and i.key = t.key and (i.folded, i.tsv) is distinct from (t.folded, t.tsv)`.execute(db);

interface ValuesOf {
  readonly id: RawBuilder<unknown>;
  readonly agency: RawBuilder<unknown>;
  readonly year: number;
  readonly stage: string;
}

/** The statement that enters what a disclosure prints; its items are there already. */
export const insertValues = ({ id, agency, year, stage }: ValuesOf, { values }: ItemLiterals): RawBuilder<unknown> =>
  sql`insert into item_values (item_id, disclosure_id, agency_id, region, year, stage, is_current, fen, place)
    select i.id, ${id}, ${agency}, (select region from agencies where id = ${agency}), ${integerOf(year)}, cast(${stage} as text), true, t.fen, t.place
    from ${unnested(VALUE_COLUMNS, values)} join items i on i.kind = t.kind and i.key = t.key`;
