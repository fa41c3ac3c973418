/** What sentences call a concept, and what a noun of a sentence means. */
import { lazy } from '../memo.ts';
import type { Concept } from './concept.ts';
import { CONCEPTS } from './concepts.ts';
import { matcher, textsOf } from './wordings.ts';

/** All nouns of a concept, the one that is written first. */
export const nounsOf = ({ name, wordings, nouns = [] }: Concept): readonly string[] => [
  ...new Set([...(nouns[0] ? textsOf(nouns[0]) : [name]), ...[...nouns.slice(1), ...wordings].flatMap(textsOf)]),
];

const lookup = lazy(() => matcher(CONCEPTS.map((concept) => [concept, nounsOf(concept)] as const)));

/** The concept that a noun of a sentence means by itself; undefined where it is no known one. */
export const conceptOfNoun = (noun: string): Concept | undefined => lookup()(noun);
