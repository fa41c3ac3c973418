/** Whether a name is that of a quantity: one that the sentences of some topic speak of, or a cell of a form. */
import { FORMS } from '../forms/index.ts';
import { isQuantity, thingOf } from '../model/quantity.ts';
import { figureSlots, parsePattern } from '../words/pattern.ts';
import { TOPICS } from '../words/patterns/index.ts';

let things: ReadonlySet<string> | undefined;

/** Whether a condition may ask of this name: `general-public[total].total`, `agency-operating`. */
export function isKnownQuantity(name: string): boolean {
  things ??= new Set([...FORMS.map(({ id }) => id), ...spokenOf(), ...UNREAD]);
  return isQuantity(name) && things.has(thingOf(name));
}

/** What the reader's own patterns speak of: general-public, vehicles-purchase, agency-operating. */
const spokenOf = (): readonly string[] =>
  TOPICS.flatMap(({ sentences }) => sentences)
    .flatMap((source) => figureSlots(parsePattern(source).nodes))
    .map(({ quantity }) => thingOf(quantity));

/** Counts that sentences are written with and never read. */
const UNREAD = ['trips', 'receptions', 'hospitality', 'official-cars'];
