/** A document as the stretches that belong to one checklist item each, from the place they begin at to where the next begins. */
import type { Disclosure, Origin } from '../disclosure.ts';
import { type ItemId, itemOfSection } from './items.ts';

export interface Region {
  readonly item: ItemId;
  readonly from: Place;
}

/** A place in reading order: page and height on it, or line. */
export type Place = readonly [page: number, down: number];

export const START: Place = [0, 0];

/** Undefined where the origin tells no place. */
export function placeOf({ page, box, line }: Origin): Place | undefined {
  if (page !== undefined) return [page, box?.[1] ?? Number.POSITIVE_INFINITY];
  return line === undefined ? undefined : [1, line];
}

/** Whether a place comes before another in reading order. */
export const isBefore = (a: Place, b: Place) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** The regions in reading order; what stands before the first is the cover. */
export function regionsOf(disclosure: Disclosure): readonly Region[] {
  const { contents, explanation, statements, tables } = disclosure;
  const parts: { item: ItemId; origin: Origin }[] = [
    ...contents.slice(0, 1).map(({ origin }) => ({ item: 'contents' as const, origin })),
    ...explanation
      .filter(({ title }) => title !== '')
      .map(({ title, part, origin }) => ({ item: itemOfSection(title, part), origin })),
    ...statements.map(({ form, origin }) => ({ item: form, origin })),
    ...tables.flatMap(({ form, origin, rows }) =>
      [origin, ...rows.slice(0, 1).map((row) => row.origin)].map((origin) => ({ item: form, origin })),
    ),
  ];
  return parts
    .flatMap(({ item, origin }) => {
      const from = placeOf(origin);
      return from ? [{ item, from }] : [];
    })
    .sort((a, b) => a.from[0] - b.from[0] || a.from[1] - b.from[1]);
}

/** The item at a place. */
export function itemAt(regions: readonly Region[], place: Place): ItemId {
  return regions.findLast(({ from }) => !isBefore(place, from))?.item ?? 'cover';
}
