/** Texts with some words, within cells of their order, that those who are asked for print. The index narrows; the printings decide. */
import { type RawBuilder, sql } from 'kysely';
import { ofKind, textQueryOf, titleQueryOf } from '../../bigrams.ts';
import type { Store } from '../../open.ts';
import { allOf, listOf, regionPrefix } from '../sql.ts';
import { type Asked, contains, FEW_AGENCIES } from './question.ts';
import { TEXT_KINDS, type TextAfter, type TextKind, type TextRow } from './text-order.ts';

export interface TextQuestion {
  readonly asked: Asked;
  /** Which of its readings. */
  readonly reading: number;
  readonly kind: TextKind | undefined;
  /** Both without. */
  readonly group?: 0 | 1;
}

interface Stretch {
  /** Of cells; all without. */
  readonly words?: readonly string[];
  readonly after?: TextAfter | undefined;
  readonly limit?: number;
}

const KIND_RANK = sql`array_position(${listOf(TEXT_KINDS, 'text')}, t.kind)`;

/** The texts of a reading, in order. The years of each are gone through, the newest first, until it is printed in one. */
export async function textRows(
  { db }: Pick<Store, 'db'>,
  { asked, reading, kind, group }: TextQuestion,
  { words, after, limit }: Stretch = {},
): Promise<readonly TextRow[]> {
  const { texts } = asked.readings[reading]!;
  const titled = contains(sql`split_part(t.folded, chr(10), 1)`, texts, true);
  const query = group === 0 ? titleQueryOf(texts.join(' '))! : textQueryOf(texts.join(' '))!;
  const { rows } = await sql<Pick<TextRow, 'key' | 'kind' | 'year' | 'group'>>`
    select t.key, t.kind, p.year, case when ${titled} then 0 else 1 end as group
    from search_texts t cross join lateral (
      select y as year from (select y from unnest(years_in(t.years)) y order by y desc offset 0) y
      where ${isPrinted(asked, reading)} order by y desc limit 1) p
    where ${allOf([
      sql`text_words(t.kind, t.folded) @@ cast(${kind ? ofKind(query, kind) : query} as tsquery)`,
      words && sql`text_cells(t.kind, t.key, t.years) && ${listOf(words, 'text')}`,
      placed(asked, reading),
      group === 0
        ? titled
        : group === 1
          ? sql`not ${titled} and ${contains(sql`t.folded`, texts)}`
          : contains(sql`t.folded`, texts),
      // In the cell of another year it stands elsewhere in the order.
      words && sql`text_cells(t.kind, t.key, cast(p.year as text)) && ${listOf(words, 'text')}`,
      after && isBehind(after),
    ])}
    order by ${titled} desc, p.year desc, ${KIND_RANK}, t.key ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, reading }));
}

/** Behind a place within its group. */
const isBehind = ({ year, kind, key }: TextAfter): RawBuilder<unknown> => {
  const rank = TEXT_KINDS.indexOf(kind) + 1;
  return sql`(p.year < ${year} or (p.year = ${year} and (${KIND_RANK} > ${rank} or (${KIND_RANK} = ${rank} and t.key > ${key}))))`;
};

/** Whether who is asked for prints text `t` in year `y`; what a narrower reading finds is not found by the wider one. */
function isPrinted(asked: Asked, reading: number): RawBuilder<unknown> {
  const others = asked.readings.slice(reading + 1).map((_, i) => reading + 1 + i);
  return allOf([
    asked.year !== undefined && sql`y = ${asked.year}`,
    printing(sql`e.year = y and ${isAsked(asked, reading)}`),
    ...others.map(
      (other) =>
        sql`${printing(sql`${asked.year === undefined ? sql`true` : sql`e.year = ${asked.year}`} and ${isAsked(asked, other)}`)} is null`,
    ),
  ]);
}

/** True, or null where there is none: an `exists` would be joined, and all years looked at. */
const printing = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select true from search_entries e where e.text_key = t.key and ${condition} limit 1)`;

/** Of printings `e`: current, and theirs who are asked for. */
export function isAsked({ readings, region, level }: Asked, reading: number): RawBuilder<unknown> {
  const { owners } = readings[reading]!;
  const prefix = region === undefined ? undefined : regionPrefix(region);
  return allOf([
    sql`e.is_current`,
    prefix !== undefined && sql`e.region >= ${prefix} and e.region < ${`${prefix}:`}`,
    owners && sql`e.agency_id = any(${listOf(owners, 'integer')})`,
    level !== undefined && sql`exists (select 1 from agencies a where a.id = e.agency_id and a.level = ${level})`,
  ]);
}

/** What the index knows of the places that are asked for, and of few agencies all that they print. */
function placed({ readings, region }: Asked, reading: number): RawBuilder<unknown> {
  const { owners, regions, agencies } = readings[reading]!;
  const prefix = region === undefined ? undefined : regionPrefix(region);
  const isIn = (words: readonly string[]) => sql`text_places(t.places) && ${listOf([...new Set(words)], 'text')}`;
  return allOf([
    owners && isIn([...owners.map((id) => `a${id}`), ...(regions ?? ['']).flatMap(wordsOfMany)]),
    prefix !== undefined && LEVELS.includes(prefix.length) && isIn([`r${prefix}`, ...wordsOfMany(prefix)]),
    // As a value: as a condition it may be joined, row by row, where the database expects few.
    agencies &&
      agencies.length <= FEW_AGENCIES &&
      sql`(t.key in (select e.text_key from search_entries e where e.is_current and e.agency_id = any(${listOf(agencies, 'integer')}))) is true`,
  ]);
}

/** Digits of the codes of provinces, cities and counties. */
const LEVELS: readonly number[] = [2, 4, 6];

/** What a text that many print may be found by for a region's code, or what the codes within one begin with (`many_words`). */
const wordsOfMany = (code: string): readonly string[] =>
  code === ''
    ? ['*', 'm*']
    : ['*', `m${code.slice(0, 6)}`, ...[2, 4].filter((at) => at < code.length).map((at) => `m${code.slice(0, at)}*`)];
