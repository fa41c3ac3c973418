/**
 * Texts that a question is answered by, exactly the first ones in order however many there are, in whatever order the documents came in.
 * A sample of the keys tells how many there may be. Few are all looked at; of many, stretches of the order are looked through one after
 * the other, as long as the sample says they must be, until there are enough: a word that many texts have is soon found.
 */
import { sql } from 'kysely';
import type { Store } from '../../open.ts';
import type { Count } from './hit.ts';
import type { Asked } from './question.ts';
import {
  type Cell,
  cellsOf,
  cellWord,
  inOrder,
  SAMPLE,
  SAMPLE_DIGITS,
  TEXT_KINDS,
  type TextAfter,
  type TextKind,
  type TextRow,
} from './text-order.ts';
import { type TextQuestion, textRows } from './text-rows.ts';

export interface Texts {
  /** In order; one more than asked for where there are more. */
  readonly rows: readonly TextRow[];
  /** All texts that have the words, where they are few enough to be looked at; else undefined. */
  readonly all: readonly TextRow[] | undefined;
  /** How many of a kind there are; of one that is in no sample it is not said. */
  readonly counts: Readonly<Partial<Record<TextKind, Count>>>;
}

interface Wanted {
  readonly asked: Asked;
  readonly kind: TextKind | undefined;
  readonly after: TextAfter | undefined;
  readonly limit: number;
  /** Expected to be so many, texts are all looked at. */
  readonly few?: number;
}

const FEW = 2000;

/** Texts from a place on. */
export async function findTexts(
  store: Pick<Store, 'db'>,
  { asked, kind, after, limit, few = FEW }: Wanted,
): Promise<Texts> {
  const cells = cellsOf(asked.year === undefined ? await yearsOf(store) : [asked.year], kind);
  // What answers two readings answers the later one: it is the narrower.
  const streams = await Promise.all(
    asked.readings.map((_, reading) =>
      streamOf(store, { asked, reading, kind, cells, after, most: limit + 1, few: few / SAMPLE }),
    ),
  );
  const rows = streams.flatMap((stream) => stream.rows).sort(inOrder);
  const isWhole = streams.every(({ all }) => all);
  return {
    rows: rows.slice(0, limit + 1),
    all: isWhole ? streams.flatMap(({ all }) => all!) : undefined,
    counts: Object.fromEntries(
      TEXT_KINDS.flatMap((one) => {
        const counted = countOf(streams, one);
        return counted ? [[one, counted]] : [];
      }),
    ),
  };
}

/** The years that anything was published of, the newest first; 0 for what names none. Found one by one, not by looking at all. */
async function yearsOf({ db }: Pick<Store, 'db'>): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    with recursive told as (
      (select year from disclosures where is_current and year is not null order by year desc limit 1)
      union all
      select (select d.year from disclosures d where d.is_current and d.year < told.year order by d.year desc limit 1)
      from told where told.year is not null)
    select year from told where year is not null`.execute(db);
  return [...rows.map(({ year }) => year), 0];
}

interface Search extends Omit<Wanted, 'limit' | 'few'>, Omit<TextQuestion, 'group'> {
  readonly cells: readonly Cell[];
  readonly most: number;
  /** In the sample. */
  readonly few: number;
}

interface Stream {
  readonly rows: readonly TextRow[];
  readonly all: readonly TextRow[] | undefined;
  readonly sample: readonly TextRow[];
}

/** The texts of one reading. */
async function streamOf(store: Pick<Store, 'db'>, search: Search): Promise<Stream> {
  const { cells, after, most, few } = search;
  const sample = await textRows(store, search, { words: cells.map((cell) => cellWord(cell, SAMPLE_DIGITS)) });
  const isAfter = (row: TextRow) => !after || inOrder(row, after) > 0;
  if (sample.length <= few) {
    const all = await textRows(store, search);
    return { rows: all.filter(isAfter).slice(0, most), all, sample };
  }
  const rows: TextRow[] = [];
  for (const group of [0, 1] as const) {
    if (rows.length >= most || (after && after.group > group)) continue;
    const own = { ...search, group, after: after?.group === group ? after : undefined, most: most - rows.length };
    const sampled = sample.filter((row) => row.group === group);
    // Few have the words in their title: they are found at once.
    const isFew = group === 0 && sampled.length <= few;
    rows.push(
      ...(isFew ? (await textRows(store, own)).filter(isAfter).slice(0, own.most) : await walk(store, own, sampled)),
    );
  }
  return { rows, all: undefined, sample };
}

/** The first texts of a group after a place, cell by cell. */
async function walk(
  store: Pick<Store, 'db'>,
  search: Search,
  sampled: readonly TextRow[],
): Promise<readonly TextRow[]> {
  const { cells, most } = search;
  const told = cells.map(({ year, kind }) => sampled.filter((row) => row.year === year && row.kind === kind).length);
  const found: TextRow[] = [];
  let after = search.after;
  let at = after ? cells.findIndex(({ year, kind }) => year === after!.year && kind === after!.kind) : 0;
  if (at < 0) at = cells.findIndex((cell) => after && inOrder({ ...after, ...cell, key: 0 }, after) > 0);
  let digits: number | undefined;
  while (at >= 0 && at < cells.length && found.length < most) {
    const need = most - found.length;
    // Cells of which the sample has nothing hold little: they are looked through together with the next that holds more.
    let last = at;
    if (digits === undefined) while (last < cells.length - 1 && told[last] === 0) last += 1;
    digits ??= told[last]! >= need ? 2 : told[last]! * 16 >= 2 * need ? 1 : 0;
    const cell = cells[last]!;
    const isWithin = after && after.year === cell.year && after.kind === cell.kind;
    const words = [
      ...cells.slice(at, last).map((one) => cellWord(one)),
      cellWord(cell, digits, isWithin ? after!.key : 0),
    ];
    const rows = await textRows(store, search, { words, after, limit: need });
    found.push(...rows);
    after = rows.at(-1) ?? after;
    if (rows.length === need) break;
    at = digits === 0 ? last + 1 : last;
    digits = digits === 0 ? undefined : digits - 1;
  }
  return found;
}

/** What was looked at, or what there is of them as far as can be told by the sample: three deviations below what it says, rounded down. */
function countOf(streams: readonly Stream[], kind: TextKind): Count | undefined {
  const of = (rows: readonly TextRow[]) => rows.filter((row) => row.kind === kind).length;
  if (streams.every(({ all }) => all))
    return { count: streams.reduce((sum, { all }) => sum + of(all!), 0), isWhole: true };
  const sampled = streams.reduce((sum, { sample }) => sum + of(sample), 0);
  const least = Math.floor((sampled - 3 * Math.sqrt(sampled)) * SAMPLE);
  if (least <= 0) return undefined;
  const unit = 10 ** Math.floor(Math.log10(least));
  return { count: Math.floor(least / unit) * unit, isWhole: false };
}
