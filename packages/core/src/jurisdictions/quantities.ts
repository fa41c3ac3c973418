/** Whether a name is that of a quantity: one that the sentences of some topic speak of, or a cell of a form. */
import { FORMS } from '../forms/index.ts';
import { lazy } from '../memo.ts';
import { isQuantity, thingOf } from '../model/quantity.ts';
import { prebuilt } from '../prebuilt.ts';
import { figureSlots, parsePattern } from '../words/pattern.ts';
import { TOPICS } from '../words/patterns/index.ts';

/** Names of things that some quantity is of. */
export const knownThings = lazy(
  (): ReadonlySet<string> =>
    new Set(prebuilt<readonly string[]>('things') ?? [...FORMS.map(({ id }) => id), ...spokenOf(), ...UNREAD]),
);

/** Whether a condition may ask of this name: `general-public[total].total`, `agency-operating`. */
export function isKnownQuantity(name: string): boolean {
  return isQuantity(name) && knownThings().has(thingOf(name));
}

/** What the reader's own patterns speak of: general-public, vehicles-purchase, agency-operating. */
const spokenOf = (): readonly string[] =>
  TOPICS.flatMap(({ sentences }) => sentences)
    .flatMap((source) => figureSlots(parsePattern(source).nodes))
    .map(({ quantity }) => thingOf(quantity));

/** Counts that sentences are written with and never read. */
const UNREAD = ['trips', 'receptions', 'hospitality', 'official-cars'];
