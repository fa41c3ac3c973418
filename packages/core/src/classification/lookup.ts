/** One way into all lists. */
import { derived, lazy } from '../memo.ts';
import { levelOf, parentOf } from './codes.ts';
import { ECONOMIC_REFORM, economicConcepts, formerEconomicConcepts, governmentalConcepts } from './economic.ts';
import { type Concept, covers, type Entry, entryOf, type ListId } from './entry.ts';
import { functionConcepts } from './function.ts';
import { normalizeName } from './names.ts';
import {
  PROCUREMENT_2022_FROM,
  type ProcurementEdition,
  procurementConcepts,
  procurementEntry,
} from './procurement.ts';
import { regionConcepts, regionEntry } from './regions.ts';

export interface LookupOptions {
  readonly year?: number;
  readonly edition?: ProcurementEdition;
}

/** A budget year, or options. */
export type When = number | LookupOptions | undefined;

/** A question's year and options, from a bare year or from options. */
export const optionsOf = (when: When): LookupOptions => (typeof when === 'number' ? { year: when } : (when ?? {}));

function isFormer(year: number | undefined): boolean {
  return year !== undefined && year < ECONOMIC_REFORM;
}

/** The procurement edition asked for, else the year's. */
export function editionOf({ year, edition }: LookupOptions): ProcurementEdition {
  return edition ?? (year !== undefined && year < PROCUREMENT_2022_FROM ? '2013' : '2022');
}

/** All codes of a list, of the edition that the year uses. */
export function conceptsOf(list: ListId, when?: When): ReadonlyMap<string, Concept> {
  const options = optionsOf(when);
  switch (list) {
    case 'function':
      return functionConcepts();
    case 'economic':
      return isFormer(options.year) ? formerEconomicConcepts() : economicConcepts();
    case 'economic-gov':
      return governmentalConcepts();
    case 'procurement':
      return procurementConcepts[editionOf(options)]();
    case 'region':
      return regionConcepts();
  }
}

/** Every name that a list's codes have or had. */
export const namesOfList = (list: ListId): readonly string[] =>
  [...conceptsOf(list).values()].flatMap(({ names }) => names.map(({ name }) => name));

function digitEntry(list: ListId, code: string, options: LookupOptions): Entry | undefined {
  const concept = conceptsOf(list, options).get(code);
  const level = levelOf(code);
  if (!concept || level === undefined) return undefined;
  const known = entriesOf(concept);
  const before = known.get(options.year);
  if (before) return before;
  const parent = parentOf(code);
  const edition = list === 'function' ? undefined : isFormer(options.year) ? 'pre2018' : '2018';
  const entry = entryOf(
    concept,
    { list, level, ...(parent ? { parent } : {}), ...(edition ? { edition } : {}) },
    options.year,
  );
  known.set(options.year, entry);
  return entry;
}

/** The entries of a concept, which is of one list, by the years asked for: a document asks for the same few hundred again and again. */
const entriesOf = derived((_: Concept) => new Map<number | undefined, Entry>());

/**
 * The entry of a code. With a year it has the name that was right then: 210 is 医疗卫生与计划生育支出 in 2018 and 卫生健康支出 in
 * 2019. `economic` takes the scheme before 2018 for earlier years; `procurement` takes the edition asked for, else the year's
 * (2022 from 2023 on and without a year). The entry says by `from` and `to` whether the code itself existed in the year.
 */
export function lookup(list: ListId, code: string, when?: When): Entry | undefined {
  const options = optionsOf(when);
  switch (list) {
    case 'procurement':
      return procurementEntry(code, editionOf(options));
    case 'region':
      return regionEntry(code, options.year);
    default:
      return digitEntry(list, code, options);
  }
}

/** The codes of one level as a year has them, with their names then, in order of code; none that only former lists know. */
export function codesOfLevel(list: ListId, level: number, year?: number): readonly { code: string; name: string }[] {
  return [...conceptsOf(list, year).values()]
    .filter((concept) => concept.trust !== 'stale' && (year === undefined || covers(concept, year)))
    .map(({ code }) => lookup(list, code, year))
    .filter((entry) => entry?.level === level)
    .map((entry) => ({ code: entry!.code, name: entry!.name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

type NameIndex = ReadonlyMap<string, readonly string[]>;

const nameIndex = derived((concepts: ReadonlyMap<string, Concept>): NameIndex => {
  const index = new Map<string, string[]>();
  for (const [code, concept] of concepts)
    for (const { name } of concept.names) {
      const key = normalizeName(name);
      const codes = index.get(key);
      if (!codes) index.set(key, [code]);
      else if (!codes.includes(code)) codes.push(code);
    }
  return index;
});

/** Codes that have, or in other years had, this name; numbering such as 八、 is not looked at. */
export function codesByName(list: ListId, name: string, when?: When): readonly string[] {
  return nameIndex(conceptsOf(list, when)).get(normalizeName(name)) ?? [];
}

/** Names of classes that documents print and no edition has. */
const CLASS_ALIASES: Readonly<Record<string, string>> = {
  医疗卫生支出: '210',
  农林水事务支出: '213',
  城乡社区事务支出: '212',
  环境保护支出: '211',
};

const classNames = lazy(() => [...functionConcepts().values()].filter((concept) => concept.code.length === 3));

/**
 * The class (类) that a balance line names, in the words of any edition: `八、社会保障和就业支出` → 208.
 * Where a name was two classes' in different years, the year decides.
 */
export function classByName(name: string, year?: number): string | undefined {
  const key = normalizeName(name);
  const named = classNames().filter((concept) => concept.names.some((other) => normalizeName(other.name) === key));
  const then = year === undefined ? [] : named.filter((concept) => covers(concept, year) && concept.trust !== 'stale');
  return (then[0] ?? named[0])?.code ?? CLASS_ALIASES[key];
}

export interface FormerName {
  readonly code: string;
  readonly name: string;
  /** No edition has it in these words: it may be said of something else than the class. */
  readonly isAlias?: true;
}

/** Names ending in 支出 that classes had before `year` and no code has in it, or that documents print for them. */
export function formerClassNames(year: number): readonly FormerName[] {
  const former = classNames().flatMap((concept) =>
    concept.names
      .filter(({ name, to }) => to !== undefined && to < year && /支出$/.test(name))
      .map(({ name }) => ({ code: concept.code, name })),
  );
  const aliases = Object.entries(CLASS_ALIASES).map(([name, code]): FormerName => ({ code, name, isAlias: true }));
  return [...former, ...aliases.filter(({ name }) => !former.some((other) => other.name === name))];
}

/** The classes (类) of a budget year in the official order of balance sheets. */
export function classOrder(year?: number): string[] {
  return classNames()
    .filter((concept) => concept.trust !== 'stale' && (year === undefined || covers(concept, year)))
    .map((concept) => concept.code);
}
