/** What a labelled line of a table means. */
import type { Side } from '../model/values.ts';
import type { Concept, LinesOf } from './concept.ts';
import { CONCEPTS } from './concepts.ts';
import { matcher } from './wordings.ts';

/** All wordings of a concept's lines. */
export const labelsOf = ({ wordings, printed = [], labels = [] }: Concept): readonly string[] => [
  ...wordings,
  ...printed,
  ...labels,
];

/** The concepts that a table prints as lines. */
export const linesOf = (place: LinesOf): readonly Concept[] => CONCEPTS.filter((concept) => concept.linesOf === place);

const lookup = (place: LinesOf) => matcher(linesOf(place).map((concept) => [concept, labelsOf(concept)] as const));

const LOOKUPS: Readonly<Record<LinesOf, (label: string) => Concept | undefined>> = {
  revenue: lookup('revenue'),
  expenditure: lookup('expenditure'),
  'three-publics': lookup('three-publics'),
  assets: lookup('assets'),
};

/** The concept of a line by its label without numbering; undefined where the label is no known one. Further panels print expenditure again. */
export const conceptOfLine = (place: LinesOf | Side, label: string): Concept | undefined =>
  LOOKUPS[isPanel(place) ? 'expenditure' : place](label);

const isPanel = (place: LinesOf | Side): place is Exclude<Side, LinesOf> => !(place in LOOKUPS);
