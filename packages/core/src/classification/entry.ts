/** What every classification list answers with. */

export type ListId = 'function' | 'economic' | 'economic-gov' | 'procurement' | 'region';

/**
 * How far a name may be trusted: `verified` printed so in real documents or official lists; `general` general knowledge,
 * never enough to call a printed name wrong; `stale` an old list (2007–2013), good for recognising a name only.
 */
export type Trust = 'verified' | 'general' | 'stale';

/** A name with the budget years it was right in, both inclusive; an absent end is open or not known. */
export interface NamePeriod {
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
  /** From an old list, without known years. */
  readonly stale?: boolean;
}

/** Budget years, both inclusive; an absent end is open. */
export interface Years {
  readonly from?: number;
  readonly to?: number;
}

/**
 * A code as it stands in one year. `level` counts from 1: 类 款 项; province, city, county; 门类 1 … 品目 5.
 * `parent` is the nearest code above that its list has.
 */
export interface Entry {
  readonly list: ListId;
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
  readonly level: number;
  readonly trust: Trust;
  readonly edition?: string;
  /** First and last budget year of the code itself, where known. */
  readonly from?: number;
  readonly to?: number;
  /** Years in which `name` is known to be the only right one; absent where that is not certain for any year. */
  readonly verified?: Years;
  readonly otherNames: readonly NamePeriod[];
}

/** A code over time: what the lists are built from. */
export interface Concept {
  readonly code: string;
  readonly trust: Trust;
  /** In the order of time; never empty. */
  readonly names: readonly NamePeriod[];
  readonly from?: number;
  readonly to?: number;
  /** Years in which documents were seen to print the newest name, or in which it is known not to have changed. */
  readonly seen?: Years;
}

/** Whether a year lies within a period; an open end never ends. */
export function covers(period: Years, year: number): boolean {
  return year >= (period.from ?? -Infinity) && year <= (period.to ?? Infinity);
}

/** `-Infinity` and `Infinity` are the open ends. */
export function years(from: number, to: number): Years {
  return { ...(from === -Infinity ? {} : { from }), ...(to === Infinity ? {} : { to }) };
}

const hasYears = (name: NamePeriod): boolean => name.from !== undefined || name.to !== undefined;

/** The name in force in `year` (the newest where two overlap, and without a year). */
function nameIn(concept: Concept, year: number | undefined): NamePeriod {
  const names = concept.names.filter((name) => !name.stale);
  const usable = names.length > 0 ? names : concept.names;
  const inForce = year === undefined ? usable : usable.filter((name) => covers(name, year));
  return inForce.at(-1) ?? usable.at(-1)!;
}

/** When `name` was the only right one: its dated period without overlaps with other names, else the years it was seen in. */
function verifiedYears(concept: Concept, name: NamePeriod): Years | undefined {
  if (concept.trust !== 'verified') return undefined;
  if (!hasYears(name)) return concept.seen;
  const others = concept.names.filter((other) => other !== name && hasYears(other));
  const after = others.filter((o) => (o.from ?? -Infinity) > (name.from ?? -Infinity)).map((o) => o.from! - 1);
  const before = others.filter((o) => (o.from ?? -Infinity) < (name.from ?? -Infinity)).map((o) => o.to! + 1);
  return years(Math.max(name.from ?? -Infinity, ...before), Math.min(name.to ?? Infinity, ...after));
}

/** The concept's entry for a year. */
export function entryOf(
  concept: Concept,
  place: { readonly list: ListId; readonly level: number; readonly parent?: string; readonly edition?: string },
  year?: number,
): Entry {
  const name = nameIn(concept, year);
  const verified = verifiedYears(concept, name);
  return {
    list: place.list,
    code: concept.code,
    name: name.name,
    ...(place.parent === undefined ? {} : { parent: place.parent }),
    level: place.level,
    trust: concept.trust,
    ...(place.edition === undefined ? {} : { edition: place.edition }),
    ...(concept.from === undefined ? {} : { from: concept.from }),
    ...(concept.to === undefined ? {} : { to: concept.to }),
    ...(verified ? { verified } : {}),
    otherNames: concept.names.filter((other) => other !== name),
  };
}

const TRUST: Readonly<Record<string, Trust>> = { v: 'verified', g: 'general', s: 'stale' };

/** The trust that a row of data/*.json writes with one letter. */
export const trustOf = (letter: string | undefined): Trust => TRUST[letter ?? ''] ?? 'general';
