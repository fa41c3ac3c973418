/**
 * Texts that a question is answered by: hits in titles before those in bodies, the newest year first, the same text once. Where few
 * texts have the words, all of them are looked at. Where many have, the newest are walked through until there are enough: a word that
 * many texts have is soon found again. Either way the answer is exact, in whatever order the documents came in.
 */
import { type RawBuilder, sql } from 'kysely';
import { ofKind, queryOf, titleQueryOf } from '../../bigrams.ts';
import type { Store } from '../../open.ts';
import type { SearchKind as EntryKind } from '../../projection/search-entries.ts';
import { allOf } from '../sql.ts';
import { MOST_COUNTED } from './hit.ts';
import { type Asked, contains, isOwn, type Reading } from './question.ts';

export const TEXT_KINDS = [
  'project',
  'procurement',
  'indicator',
  'explanation',
] as const satisfies readonly EntryKind[];
export type TextKind = (typeof TEXT_KINDS)[number];

export interface TextRow {
  readonly id: number;
  readonly kind: TextKind;
  readonly year: number;
  readonly text_key: number;
  readonly agency_id: number;
}

/** Where a page ended: in titles (0) or bodies (1), and after which text. */
export interface TextAfter {
  readonly group: 0 | 1;
  readonly year: number;
  readonly kind: number;
  readonly key: number;
}

export interface Texts {
  /** The newest of each text, in order; one more than asked for where there are more. */
  readonly rows: readonly (TextRow & { readonly group: 0 | 1 })[];
  /** All texts that have the words, where they are few enough to be looked at; else undefined. */
  readonly all: readonly TextRow[] | undefined;
}

interface Wanted {
  readonly asked: Asked;
  readonly kind: TextKind | undefined;
  readonly after: TextAfter | undefined;
  readonly limit: number;
}

/** Texts from a place on. */
export async function findTexts(store: Pick<Store, 'db'>, { asked, kind, after, limit }: Wanted): Promise<Texts> {
  const groups = await Promise.all(([0, 1] as const).map((group) => fewOf(store, asked, kind, group)));
  const rows: (TextRow & { group: 0 | 1 })[] = [];
  for (const group of [0, 1] as const) {
    if (rows.length > limit || (after && after.group > group)) continue;
    const from = after?.group === group ? after : undefined;
    const most = limit + 1 - rows.length;
    const few = groups[group];
    const own = few ? firstOf(few, from, most) : await walk(store, asked, kind, group, from, most);
    rows.push(...own.map((row) => ({ ...row, group })));
  }
  const [titles, bodies] = groups;
  return { rows, all: titles && bodies ? [...titles, ...bodies] : undefined };
}

const kindRank = (kind: TextKind): number => TEXT_KINDS.indexOf(kind);

const title = sql`split_part(e.folded, chr(10), 1)`;

/** A text answers one of the readings, by its title or not. */
function answers({ readings, year }: Asked, kind: TextKind | undefined, group: 0 | 1): RawBuilder<unknown> {
  const parts = readings.map(({ texts, agencies }: Reading) => {
    const inTitle = contains(title, texts, true);
    const query = group === 0 ? titleQueryOf(texts.join(' '))! : queryOf(texts.join(' '))!;
    return sql`(${allOf([
      sql`e.tsv @@ cast(${kind ? ofKind(query, kind) : query} as tsquery)`,
      group === 0 ? inTitle : sql`not ${inTitle} and ${contains(sql`e.folded`, texts)}`,
      isOwn(sql`e.agency_id`, agencies),
    ])})`;
  });
  return allOf([
    sql`e.is_current`,
    kind === undefined ? sql`e.kind <> 'agency'` : sql`e.kind = ${kind}`,
    year !== undefined && sql`e.year = ${year}`,
    sql`(${sql.join(parts, sql` or `)})`,
  ]);
}

const FIELDS = sql`e.id, e.kind, e.year, e.text_key, e.agency_id`;

/** All texts of a group, or undefined where they are many. */
async function fewOf(
  { db }: Pick<Store, 'db'>,
  asked: Asked,
  kind: TextKind | undefined,
  group: 0 | 1,
): Promise<readonly TextRow[] | undefined> {
  const { rows } = await sql<TextRow>`
    select ${FIELDS} from search_entries e where ${answers(asked, kind, group)} limit ${MOST_COUNTED + 1}`.execute(db);
  return rows.length > MOST_COUNTED ? undefined : [...rows].sort(inOrder);
}

const inOrder = (a: TextRow, b: TextRow): number =>
  b.year - a.year || kindRank(a.kind) - kindRank(b.kind) || a.text_key - b.text_key || a.id - b.id;

const isAfter = (row: TextRow, { year, kind, key }: TextAfter): boolean =>
  row.year !== year ? row.year < year : kindRank(row.kind) !== kind ? kindRank(row.kind) > kind : row.text_key > key;

function firstOf(few: readonly TextRow[], after: TextAfter | undefined, most: number): readonly TextRow[] {
  const seen = new Set<number>();
  const first = few.filter(({ text_key }) => !seen.has(text_key) && seen.add(text_key));
  return first.filter((row) => !after || isAfter(row, after)).slice(0, most);
}

/** Texts that many print stand side by side in the index: they are passed over there. */
const CHUNK = 40;

/** The newest texts of a group one after the other; a text that a newer year prints too stands there. */
async function walk(
  { db }: Pick<Store, 'db'>,
  asked: Asked,
  kind: TextKind | undefined,
  group: 0 | 1,
  after: TextAfter | undefined,
  most: number,
): Promise<readonly TextRow[]> {
  const found: TextRow[] = [];
  let last = after && { year: after.year, kind: TEXT_KINDS[after.kind]!, key: after.key };
  while (found.length < most) {
    const beyond = last
      ? kind === undefined
        ? sql`(e.year < ${last.year} or (e.year = ${last.year} and (e.kind < ${last.kind} or (e.kind = ${last.kind} and e.text_key > ${last.key}))))`
        : sql`(e.year < ${last.year} or (e.year = ${last.year} and e.text_key > ${last.key}))`
      : sql`true`;
    const order =
      kind === undefined ? sql`e.year desc, e.kind desc, e.text_key, e.id` : sql`e.year desc, e.text_key, e.id`;
    const { rows } = await sql<TextRow>`
      select distinct on (${kind === undefined ? sql`e.year, e.kind, e.text_key` : sql`e.year, e.text_key`}) ${FIELDS}
      from search_entries e where ${answers(asked, kind, group)} and ${beyond}
        and not exists (select 1 from search_entries n where n.text_key = e.text_key and n.is_current and n.year > e.year
          and ${asked.year === undefined ? sql`true` : sql`n.year = ${asked.year}`})
      order by ${order} limit ${CHUNK}`.execute(db);
    const seen = new Set(found.map(({ text_key }) => text_key));
    for (const row of rows) if (!seen.has(row.text_key) && seen.add(row.text_key)) found.push(row);
    const end = rows.at(-1);
    if (!end || rows.length < CHUNK) break;
    last = { year: end.year, kind: end.kind, key: end.text_key };
  }
  return found.slice(0, most);
}
