/** What a labelled line of a table means. */
import type { Side } from '../model/values.ts';
import type { Concept, LinesOf } from './concept.ts';
import { CONCEPTS, conceptById } from './concepts.ts';
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

/** The year's sum and the grand total of each side. */
const SUMS = {
  revenue: ['year-revenue', 'revenue-total'],
  expenditure: ['year-expenditure', 'expenditure-total'],
} as const;

/**
 * The concepts of a side's lines from top to bottom, by their labels without numbering. Where two lines name the year's sum
 * (本年收入合计 … 收入合计) and none the grand total, the last of them is it; so is 收入合计 below the heading 本年收入.
 */
export function conceptsOfSide(side: Side, labels: readonly (string | undefined)[]): (Concept | undefined)[] {
  const concepts = labels.map((label) => (label === undefined ? undefined : conceptOfLine(side, label)));
  const [year, all] = SUMS[side === 'revenue' ? side : 'expenditure'];
  const sums = concepts.flatMap((concept, i) => (concept?.id === year ? [i] : []));
  const [first = 0] = sums;
  const isAll =
    !/^本年/.test(labels[first] ?? '') &&
    labels.slice(0, first).some((label) => /^本年(?:收入|支出)$/.test(label ?? ''));
  if ((sums.length > 1 || isAll) && concepts.every((concept) => concept?.id !== all))
    concepts[sums.at(-1)!] = conceptById(all);
  return concepts;
}
