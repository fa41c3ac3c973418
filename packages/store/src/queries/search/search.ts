/**
 * Searching all that was published: agencies, items and their lines, projects, indicators, purchases and the words. Each in an order of
 * its own that does not depend on what came in first; an answer of all kinds begins with a few of the most telling ones.
 */
import type { Store } from '../../open.ts';
import type { ItemKind } from '../../projection/lines.ts';
import { titlesOf } from '../agencies.ts';
import { InvalidCursor, keyOf, limitOf, type Page, pageOf } from '../page.ts';
import { countAgencies, findAgencies } from './agencies.ts';
import type { Count, FoundHit, SearchHit } from './hit.ts';
import { countLines, itemHits, type Lines, lineHits, matchedItems } from './items.ts';
import { type Asked, askedOf, type SearchKind, type SearchQuestion } from './question.ts';
import { textHits } from './text-hits.ts';
import { TEXT_KINDS, type TextAfter, type TextKind, type TextRow } from './text-order.ts';
import { findTexts, type Texts } from './texts.ts';

export type { SearchHit } from './hit.ts';
export type { SearchKind, SearchQuestion } from './question.ts';

export interface SearchAnswer extends Page<SearchHit> {
  /** On the first page. */
  readonly counts?: Readonly<Partial<Record<SearchKind, Count>>>;
  /** Years of the texts found, the newest first; where they are too many to look at, without. */
  readonly years?: readonly { readonly year: number; readonly count: number }[];
}

/** How many of each kind an answer of all kinds begins with. */
const FIRST = { agency: 6, item: 8, line: 10 } as const;
type HeadKind = keyof typeof FIRST;
const HEADS = Object.keys(FIRST) as HeadKind[];

interface Placed {
  readonly hit: FoundHit;
  /** `[part, …]`: where the page may go on after it. */
  readonly key: readonly [number, number, number, number];
}

interface Prepared {
  readonly asked: Asked;
  readonly lines: Lines;
  readonly question: SearchQuestion;
}

/** A page of hits, the most telling first. An empty question finds nothing. */
export async function search(store: Pick<Store, 'db'>, question: SearchQuestion): Promise<SearchAnswer> {
  const after = keyOf<[number, number, number, number]>(question, ['number', 'number', 'number', 'number']);
  if (after && (after.some((part) => part < 0) || Math.floor((after[1] % GROUP) / KIND) >= TEXT_KINDS.length))
    throw new InvalidCursor();
  const asked = await askedOf(store, question);
  if (!asked) return { items: [] };
  const limit = limitOf(question);
  // Where an agency is named beside other words, its own lines are asked for.
  const reading = asked.readings.at(-1)!;
  const lines = { reading, items: await matchedItems(store, reading.texts, question.item) };
  const prepared = { asked, lines, question };
  const asksTexts = question.kind === undefined || isText(question.kind);
  const [placed, texts, counts] = await Promise.all([
    headHits(store, prepared, after, limit + 1),
    asksTexts ? textsOf(store, prepared, after, limit) : undefined,
    after ? undefined : countsOf(store, prepared),
  ]);
  const page = pageOf(
    [...placed, ...(texts?.placed ?? [])],
    limit,
    ({ key }) => key,
    ({ hit }) => hit,
  );
  const told = { ...page, items: await toldApart(store, page.items) };
  if (!counts) return told;
  return {
    ...told,
    counts: { ...counts, ...(question.kind === undefined ? texts?.found.counts : {}) },
    ...(texts?.found.all ? { years: yearsOf(texts.found.all) } : {}),
  };
}

/** A department and its own office go by one name: hits say in words which of them it is. */
async function toldApart(store: Pick<Store, 'db'>, hits: readonly FoundHit[]): Promise<readonly SearchHit[]> {
  const agencies = hits.flatMap(({ agency }) => (agency ? [{ ...agency, code: null }] : []));
  const titles = agencies.length === 0 ? new Map<number, string>() : await titlesOf(store.db, agencies);
  return hits.map(({ agency, ...hit }) => {
    if (!agency) return { ...hit, agency };
    const title = titles.get(agency.id) ?? agency.name;
    const own = hit.kind === 'agency' ? hit.title + title.slice(agency.name.length) : hit.title;
    return { ...hit, title: own, agency: { ...agency, title } };
  });
}

const isText = (kind: SearchKind): kind is TextKind => (TEXT_KINDS as readonly SearchKind[]).includes(kind);

/** Agencies, items and lines: all of one kind where it is asked for, else the first of each. */
async function headHits(
  store: Pick<Store, 'db'>,
  prepared: Prepared,
  after: readonly number[] | undefined,
  most: number,
): Promise<readonly Placed[]> {
  const { kind } = prepared.question;
  const parts = await Promise.all(
    HEADS.map(async (head, part): Promise<readonly Placed[]> => {
      if ((kind !== undefined && kind !== head) || (after && after[0]! > part)) return [];
      const offset = after?.[0] === part ? after[1]! + 1 : 0;
      const limit = kind === undefined ? Math.min(most, FIRST[head] - offset) : most;
      const hits = limit > 0 ? await headOf(store, prepared, head, offset, limit) : [];
      return hits.map((hit, i): Placed => ({ hit, key: [part, offset + i, 0, 0] }));
    }),
  );
  return parts.flat().slice(0, most);
}

async function headOf(
  store: Pick<Store, 'db'>,
  { asked, lines, question }: Prepared,
  head: HeadKind,
  offset: number,
  limit: number,
): Promise<readonly FoundHit[]> {
  if (head === 'agency') return asked.names ? findAgencies(store, asked, offset, limit) : [];
  if (head === 'item') return itemHits(store, lines.items.slice(offset, offset + limit), asked);
  return lineHits(store, lines, asked, question, offset, limit);
}

const TEXT_PART = HEADS.length;
/** A text's key is too long for one number of a cursor. */
const HALF = 2 ** 24;
/** One number holds the group, the kind and the year. */
const GROUP = 1_000_000;
const KIND = 10_000;

async function textsOf(
  store: Pick<Store, 'db'>,
  { asked, question: { kind } }: Prepared,
  after: Placed['key'] | undefined,
  limit: number,
): Promise<{ readonly placed: readonly Placed[]; readonly found: Texts }> {
  const from: TextAfter | undefined =
    after?.[0] === TEXT_PART
      ? {
          group: after[1] < GROUP ? 0 : 1,
          kind: TEXT_KINDS[Math.floor((after[1] % GROUP) / KIND)]!,
          year: after[1] % KIND,
          key: after[2] * HALF + after[3],
        }
      : undefined;
  const own = kind !== undefined && isText(kind) ? kind : undefined;
  const found = await findTexts(store, { asked, kind: own, after: from, limit });
  const hits = await textHits(store, found.rows, asked);
  return { found, placed: hits.map((hit, i): Placed => ({ hit, key: cursorOf(found.rows[i]!) })) };
}

const cursorOf = ({ group, kind, year, key }: TextRow): Placed['key'] => [
  TEXT_PART,
  group * GROUP + TEXT_KINDS.indexOf(kind) * KIND + year,
  Math.floor(key / HALF),
  key % HALF,
];

async function countsOf(
  store: Pick<Store, 'db'>,
  { asked, lines, question }: Prepared,
): Promise<NonNullable<SearchAnswer['counts']>> {
  const whole = (count: number): Count => ({ count, isWhole: true });
  const [agencies, line] = await Promise.all([
    asked.names ? countAgencies(store, asked) : 0,
    countLines(store, lines, asked, question),
  ]);
  return { agency: whole(agencies), item: whole(lines.items.length), line };
}

function yearsOf(all: readonly TextRow[]): NonNullable<SearchAnswer['years']> {
  const counts = new Map<number, number>();
  for (const { year } of all) if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => b.year - a.year);
}

export type { ItemKind };
