/** What is asked for, and how its words may be meant: all of them as text, or some of them as an agency's name and the rest as text. */
import { foldCase } from '@mingsuan/core/text/fold';
import { type RawBuilder, sql } from 'kysely';
import { isOneWord, partsOf, queryOf } from '../../bigrams.ts';
import type { Store } from '../../open.ts';
import type { ItemKind } from '../../projection/lines.ts';
import type { SearchKind as EntryKind } from '../../projection/search-entries.ts';
import type { PageOptions } from '../page.ts';
import { allOf, listOf, regionPrefix } from '../sql.ts';

/** `item`: a code, a measure, a project's name, a kind of purchase, with a page of its own; `line`: what one disclosure prints for it. */
export type SearchKind = EntryKind | 'item' | 'line';

export interface SearchQuestion extends PageOptions {
  readonly q: string;
  readonly kind?: SearchKind | undefined;
  readonly year?: number | undefined;
  /** A region's code: those within it too. */
  readonly region?: string | undefined;
  readonly level?: 'department' | 'unit' | undefined;
  readonly item?: ItemKind | undefined;
  /** Of lines: fen, inclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Of lines; the newest year first without. */
  readonly sort?: 'newest' | 'amount' | undefined;
}

export interface Reading {
  /** What the text has to contain. */
  readonly texts: readonly string[];
  /** Whose it has to be, whatever region and level are asked for; anybody's without. */
  readonly owners: readonly number[] | undefined;
  /** The codes of their regions, one empty where it is unknown; undefined of many. */
  readonly regions: readonly string[] | undefined;
  /** Of these, or of all, those of the region and level that are asked for. */
  readonly agencies: readonly number[] | undefined;
}

export interface Asked {
  readonly parts: readonly string[];
  readonly year: number | undefined;
  readonly region: string | undefined;
  readonly level: 'department' | 'unit' | undefined;
  readonly readings: readonly Reading[];
  /** Whether all words may be parts of an agency's name. */
  readonly names: boolean;
}

/** A year in front of other words, with or without a space: `2024年司法局`, `sfj 2026`. */
const YEAR = /^(?:19|20)\d\d年?$/;
const LED_BY_YEAR = /^((?:19|20)\d\d年)(?=\S)/;

/** More agencies than this have a word in common that says too little to mean one of them. */
const MOST_AGENCIES = 3000;
/** Agencies so few that where they are, and all that they print, tells more than it costs. */
export const FEW_AGENCIES = 64;

/** The question as it may be meant; undefined where nothing can be searched for. */
export async function askedOf(store: Pick<Store, 'db'>, question: SearchQuestion): Promise<Asked | undefined> {
  const words = partsOf(foldCase(question.q).replace(LED_BY_YEAR, '$1 '));
  const years = words.filter((word) => YEAR.test(word));
  const others = words.filter((word) => !YEAR.test(word));
  const isDated = years.length === 1 && others.some((word) => queryOf(word) !== undefined);
  const parts = (isDated ? others : words).filter((word) => queryOf(word) !== undefined);
  if (parts.length === 0) return undefined;
  const narrowed = await agenciesWithin(store, question);
  const named = parts.length > 1 ? await namedIn(store, parts) : new Map<string, readonly number[]>();
  const rest = parts.filter((part) => !named.has(part));
  const [only] = named.values();
  const owners =
    only === undefined || rest.length === 0
      ? []
      : named.size === 1
        ? only
        : await agenciesNamed(store, [...named.keys()]);
  return {
    parts,
    year: question.year ?? (isDated ? Number(years[0]!.slice(0, 4)) : undefined),
    region: question.region,
    level: question.level,
    readings: [
      { texts: parts, owners: undefined, regions: undefined, agencies: narrowed },
      ...(owners.length > 0
        ? [{ texts: rest, owners, regions: await regionsOf(store, owners), agencies: both(owners, narrowed) }]
        : []),
    ],
    names: parts.length === 1 || rest.length === 0,
  };
}

function both(own: readonly number[], within: readonly number[] | undefined): readonly number[] {
  if (!within) return own;
  const known = new Set(within);
  return own.filter((id) => known.has(id));
}

/** The parts that agencies are named with, each with those. */
async function namedIn(
  store: Pick<Store, 'db'>,
  parts: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const named = new Map<string, readonly number[]>();
  for (const part of parts) {
    const found = await agenciesNamed(store, [part]);
    if (found.length > 0 && found.length <= MOST_AGENCIES) named.set(part, found);
  }
  return named;
}

async function agenciesNamed({ db }: Pick<Store, 'db'>, parts: readonly string[]): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select agency_id as id from agency_names e where ${isNamed(parts)} limit ${MOST_AGENCIES + 1}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of few agencies; of many it would say nothing. */
async function regionsOf(
  { db }: Pick<Store, 'db'>,
  agencies: readonly number[],
): Promise<readonly string[] | undefined> {
  if (agencies.length > FEW_AGENCIES) return undefined;
  const { rows } = await sql<{ region: string }>`
    select distinct region from agencies where ${isOwn(sql`id`, agencies)}`.execute(db);
  return rows.map(({ region }) => region);
}

/** Of the agencies' names `e`: those with all parts in their name, its sound, their code or region. */
export const isNamed = (parts: readonly string[]): RawBuilder<unknown> =>
  sql`e.words @@ cast(${queryOf(parts.join(' '))!} as tsquery) and ${contains(sql`e.folded`, parts)}`;

/** Agencies of a region and a level; undefined where all are asked. */
async function agenciesWithin(
  { db }: Pick<Store, 'db'>,
  { region, level }: SearchQuestion,
): Promise<readonly number[] | undefined> {
  if (region === undefined && level === undefined) return undefined;
  const { rows } = await sql<{ id: number }>`select id from agencies where ${allOf([
    region !== undefined && sql`starts_with(region, ${regionPrefix(region)})`,
    level !== undefined && sql`level = ${level}`,
  ])}`.execute(db);
  return rows.map(({ id }) => id);
}

/** That a text has the parts as they stand; those whose words say all need no second look. */
export const contains = (text: RawBuilder<unknown>, parts: readonly string[], all = false): RawBuilder<unknown> =>
  sql`(${allOf(parts.filter((part) => all || !isOneWord(part)).map((part) => sql`strpos(${text}, ${part}) > 0`))})`;

/** Whether a column holds one of the agencies; undefined where no agencies are asked for. */
export const isOwn = (
  column: RawBuilder<unknown>,
  agencies: readonly number[] | undefined,
): RawBuilder<unknown> | undefined => agencies && sql`${column} = any(${listOf(agencies, 'integer')})`;
