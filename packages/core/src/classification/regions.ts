/** 行政区划: the statistics list of mid-2023 and the county codes of GB/T 2260 from 2002 to 2016. */
import { lazy } from '../memo.ts';
import rows from './data/regions.json' with { type: 'json' };
import { type Concept, type Entry, entryOf, type NamePeriod } from './entry.ts';

/** 中央: bodies of the state as a whole have no place of the list; they stand beside the provinces, under a code that no place has. */
export const CENTRAL = '100000';

/** Codes with their names in the order of time; `to` on the concept where the code was not in force in 2023. */
export const regionConcepts = lazy((): ReadonlyMap<string, Concept> => {
  const names = new Map<string, NamePeriod[]>([[CENTRAL, [{ name: '中央' }]]]);
  for (const row of rows) {
    const [code = '', name = '', first, last] = row.split('\t');
    const period = { name, ...(first ? { from: Number(first) } : {}), ...(last ? { to: Number(last) } : {}) };
    names.set(code, [...(names.get(code) ?? []), period]);
  }
  return new Map(
    [...names].map(([code, periods]) => {
      const to = periods.at(-1)?.to;
      return [code, { code, trust: 'verified', names: periods, ...(to === undefined ? {} : { to }) }];
    }),
  );
});

/** `130110` → `130100` → `130000`. */
export function regionParent(code: string): string | undefined {
  if (code.endsWith('0000')) return undefined;
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

/** 1 province, 2 prefecture, 3 county, by the trailing zeros of a 行政区划 code. */
export const regionLevel = (code: string): number => (code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3);

/** A region as it is named in a year (or now), with its parent; undefined for an unknown code. */
export function regionEntry(code: string, year?: number): Entry | undefined {
  const concept = regionConcepts().get(code);
  if (!concept) return undefined;
  const parent = regionParent(code);
  return entryOf(concept, { list: 'region', level: regionLevel(code), ...(parent ? { parent } : {}) }, year);
}

/** A region and those it lies in, from the inside out: 310107 → 普陀区, 上海市. */
export function regionChain(code: string, year?: number): Entry[] {
  const entry = regionEntry(code, year);
  if (!entry) return [];
  return [...(isGrouping(entry.name) ? [] : [entry]), ...(entry.parent ? regionChain(entry.parent, year) : [])];
}

/** Names that group counties and are no place: 市辖区, 县, 省直辖县级行政区划. */
export const isGrouping = (name: string): boolean => /^(?:市辖区|县|.*直辖县级行政(?:区划|单位))$/.test(name);

/** The full name from the province down: 310107 → 上海市普陀区. A development zone's name begins with its city's already. */
export function regionPath(code: string, year?: number): string {
  const entry = regionEntry(code, year);
  if (!entry) return '';
  const above = entry.parent ? regionPath(entry.parent, year) : '';
  if (isGrouping(entry.name)) return above;
  const city = entry.parent ? (regionEntry(entry.parent, year)?.name ?? '') : '';
  const stem = city.replace(/市$/, '');
  return stem && entry.level === 3 && entry.name.startsWith(stem)
    ? above.slice(0, above.length - city.length) + entry.name
    : above + entry.name;
}

/** A region as it is shown where others of its name may stand beside it: a county behind its city, 310107 → 上海市普陀区. */
export function regionTitle(code: string, name: string): string {
  if (code === '' || regionLevel(code) < 3) return name;
  const above = regionChain(code).find((entry) => entry.code !== code)?.name ?? '';
  return name.startsWith(above.replace(/市$/, '')) ? name : above + name;
}
