/** Items that a question names, and the lines that disclosures print for them. */
import { type RawBuilder, sql } from 'kysely';
import { queryOf } from '../../bigrams.ts';
import type { Store } from '../../open.ts';
import type { ItemKind, LinePlace } from '../../projection/lines.ts';
import { renewItemCounts } from '../item-counts.ts';
import { allOf, listOf } from '../sql.ts';
import type { Stage } from '../types.ts';
import { type Count, disclosureOf, type FoundHit } from './hit.ts';
import { type Asked, contains, isOwn, type Reading, type SearchQuestion } from './question.ts';
import { snippetOf } from './snippet.ts';

export interface MatchedItem {
  readonly id: number;
  readonly kind: ItemKind;
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
}

/** In the order in which they are told: classifications before what is named freely. */
const KIND_ORDER = sql`array_position(array['measure', 'function', 'economic', 'procurement', 'project'], i.kind)`;

/** All items with the texts, the ones that are called just so first. */
export async function matchedItems(
  { db }: Pick<Store, 'db'>,
  texts: readonly string[],
  kind?: ItemKind,
): Promise<readonly MatchedItem[]> {
  const query = queryOf(texts.join(' '));
  if (query === undefined) return [];
  const whole = texts.join('');
  const { rows } = await sql<MatchedItem>`
    select i.id, i.kind, i.key, i.code, i.name from items i
    where i.tsv @@ cast(${query} as tsquery) and ${contains(sql`i.folded`, texts)}
      and ${kind === undefined ? sql`true` : sql`i.kind = ${kind}`}
    order by case when i.code = ${whole} or lower(i.name) = ${whole} then 0 when starts_with(lower(i.name), ${whole}) or starts_with(i.code, ${whole}) then 1 else 2 end,
      ${KIND_ORDER}, length(i.name), i.key`.execute(db);
  return rows;
}

/** Items with what is printed for them in the newest year that is not the year of a few (as `getItem`): how many agencies, how much together. */
export async function itemHits(
  { db }: Pick<Store, 'db'>,
  items: readonly MatchedItem[],
  { parts, year }: Asked,
): Promise<readonly FoundHit[]> {
  if (items.length === 0) return [];
  await renewItemCounts(db);
  const { rows } = await sql<{ id: number; year: number; agencies: number; fen: number }>`
    select m.id, t.year, t.agencies, t.fen from unnest(${listOf(
      items.map(({ id }) => id),
      'integer',
    )}) as m (id)
    cross join lateral (
      select year, agencies, fen from (
        select year, cast(sum(agencies) as integer) as agencies, cast(sum(fen) as bigint) as fen, max(sum(agencies)) over () as most
        from item_holders h where h.item_id = m.id and ${year === undefined ? sql`true` : sql`h.year = ${year}`} group by year) y
      order by agencies * 2 >= most desc, year desc limit 1) t`.execute(db);
  return items.flatMap((item): FoundHit[] => {
    const told = rows.find(({ id }) => id === item.id);
    if (!told) return [];
    const { kind, key, code, name } = item;
    return [
      {
        kind: 'item',
        title: snippetOf(name, parts, Number.POSITIVE_INFINITY),
        snippet: code === null ? '' : snippetOf(code, parts),
        agency: null,
        year: told.year || null,
        stage: null,
        disclosureId: null,
        place: null,
        item: { kind, key, code },
        // Measures of departments hold those of their units; items are added up on their page, with care.
        fen: told.agencies === 1 ? told.fen : null,
        agencies: told.agencies,
        years: told.year ? [told.year] : [],
      },
    ];
  });
}

export interface Lines {
  readonly reading: Reading;
  readonly items: readonly MatchedItem[];
}

interface LineRow extends MatchedItem {
  item_id: number;
  disclosure_id: number;
  agency_id: number;
  agency: string;
  level: 'department' | 'unit';
  region: string;
  region_name: string;
  year: number;
  stage: Stage;
  fen: number;
  place: LinePlace;
}

/** So many items are followed one by one; more are so many that the newest lines are soon of one of them. */
const MOST_FOLLOWED = 200;
/** What an agency prints in all its years, and for one item; roughly, to choose by. */
const VALUES = 750;
const VALUES_OF_ITEM = 6;

const within = ({ year }: Asked, { from, to }: SearchQuestion): RawBuilder<unknown> =>
  allOf([
    sql`v.is_current`,
    year !== undefined && sql`v.year = ${year}`,
    from !== undefined && sql`v.fen >= ${from}`,
    to !== undefined && sql`v.fen <= ${to}`,
  ]);

/** Lines of matched items from a place on, the newest year first and the largest amount in it, or by amount alone. */
export async function lineHits(
  { db }: Pick<Store, 'db'>,
  { reading, items }: Lines,
  asked: Asked,
  question: SearchQuestion,
  offset: number,
  limit: number,
): Promise<readonly FoundHit[]> {
  if (items.length === 0 || reading.agencies?.length === 0) return [];
  const most = offset + limit;
  const order = question.sort === 'amount' ? sql`v.fen desc, v.year desc` : sql`v.year desc, v.fen desc`;
  const chosen = await linesWithin(
    db,
    { reading, items },
    asked,
    question,
    sql`order by ${order}, v.disclosure_id`,
    most,
  );
  const { rows } = await sql<LineRow>`
    with chosen as materialized (${chosen}),
    page as materialized (select v.*, a.name as agency, a.code, a.level, a.region, a.region_name
      from chosen v join agencies a on a.id = v.agency_id
      order by ${order}, a.region, coalesce(a.code, ''), a.name, v.item_id limit ${limit} offset ${offset})
    -- Where it is printed stands in no index: it is looked up for what is shown only.
    select v.*, p.place from page v join item_values p on p.disclosure_id = v.disclosure_id and p.item_id = v.item_id
    order by ${order}, v.region, coalesce(v.code, ''), v.agency, v.item_id`.execute(db);
  return rows.map((row): FoundHit => {
    const item = items.find(({ id }) => id === row.item_id)!;
    return {
      kind: 'line',
      title: snippetOf(item.name, asked.parts, Number.POSITIVE_INFINITY),
      snippet: item.code === null ? '' : snippetOf(item.code, asked.parts),
      ...disclosureOf(row),
      place: row.place,
      item: { kind: item.kind, key: item.key, code: item.code },
      fen: row.fen,
      agencies: 1,
      years: row.year ? [row.year] : [],
    };
  });
}

/** How many lines there are. */
export async function countLines(
  { db }: Pick<Store, 'db'>,
  lines: Lines,
  asked: Asked,
  question: SearchQuestion,
): Promise<Count> {
  if (lines.items.length === 0 || lines.reading.agencies?.length === 0) return { count: 0, isWhole: true };
  const chosen = await linesWithin(db, lines, asked, question, sql``, MOST_LINES + 1);
  const { rows } = await sql<{ count: number }>`
    select cast(count(*) as integer) as count from (select 1 from (${chosen}) v limit ${MOST_LINES + 1}) c`.execute(db);
  const { count } = rows[0]!;
  return { count: Math.min(count, MOST_LINES), isWhole: count <= MOST_LINES };
}

/** So many lines are counted one by one. */
const MOST_LINES = 1000;

/**
 * Lines of matched items, among them the first `most` in an order, by the way that looks at the fewest: each item among each agency's
 * values, each agency's values, or each item's values in order until there are enough.
 */
async function linesWithin(
  db: Store['db'],
  { reading: { agencies }, items }: Lines,
  asked: Asked,
  question: SearchQuestion,
  order: RawBuilder<unknown>,
  most: number,
): Promise<RawBuilder<unknown>> {
  const ids = items.map(({ id }) => id);
  const known = listOf(ids, 'integer');
  const fields = sql`v.item_id, v.disclosure_id, v.agency_id, v.year, v.stage, v.fen`;
  const own = within(asked, question);
  if (agencies) {
    const { rows } = await sql<{ last: number }>`select coalesce(max(id), 1) as last from agencies`.execute(db);
    const each = ids.length * agencies.length * VALUES_OF_ITEM;
    const all = agencies.length * VALUES;
    const inOrder = (Math.min(ids.length, MOST_FOLLOWED) * most * rows[0]!.last) / agencies.length;
    const these = sql`unnest(${listOf(agencies, 'integer')}) as o (id)`;
    if (each <= all && each <= inOrder)
      return sql`select v.* from unnest(${known}) as m (id) cross join ${these} cross join lateral (
        select ${fields} from item_values v where v.item_id = m.id and v.agency_id = o.id and ${own} offset 0) v`;
    if (all <= inOrder)
      return sql`select v.* from ${these} cross join lateral (
        select ${fields} from item_values v where v.agency_id = o.id and v.item_id = any(${known}) and ${own} offset 0) v`;
  }
  const asks = allOf([isOwn(sql`v.agency_id`, agencies), own]);
  return ids.length <= MOST_FOLLOWED
    ? sql`select v.* from unnest(${known}) as m (id) cross join lateral (
        select ${fields} from item_values v where v.item_id = m.id and ${asks} ${order} limit ${most}) v`
    : sql`select ${fields} from item_values v where v.item_id = any(${known}) and ${asks} ${order} limit ${most}`;
}
