/**
 * 读出情况: how much of what a document prints was read and could be checked, so that "no problems" is never said of what was not
 * read. Plain data beside the disclosures; what it counts is told in docs/coverage.md.
 */

import type { Model } from '../schema/define.ts';
import type { Parts } from '../schema/document.ts';

/** Counts of one kind of thing: `printed` = `read` + `generic` + `unread`. */
export interface Tally extends Model<Parts['tally']> {}

/** One printed table by its own title and place, with its amounts; `page`, `sheet` and `line` are where it begins. */
export interface TableCoverage extends Model<Parts['tableCoverage']> {}

/**
 * What became of a table: `read` where a form or kind holds all its amounts, `generic` where some are kept under its shape only and
 * nothing judges them, `unread` where some are in neither.
 */
export type ReadState = TableCoverage['state'];

/** Figures of the explanation (amounts, percentages, counts), and those whose meaning is known. */
export type WordsCoverage = Coverage['words'];

/** How much of one document was read. */
export interface Coverage extends Model<Parts['coverage']> {}

/** Without the tables one by one. */
export type CoverageCounts = Omit<Coverage, 'perTable'>;

const NOTHING: Tally = { printed: 0, read: 0, generic: 0, unread: 0 };

/** Two counts together. */
export const addTallies = (a: Tally, b: Tally): Tally => ({
  printed: a.printed + b.printed,
  read: a.read + b.read,
  generic: a.generic + b.generic,
  unread: a.unread + b.unread,
});

/** What became of a table by its amounts: the worst that happened to any of them. */
export const stateOf = ({ generic, unread }: Tally): ReadState =>
  unread > 0 ? 'unread' : generic > 0 ? 'generic' : 'read';

/** The coverage of a document from its tables, its words and the number of other places that were not read. */
export function coverageOf(perTable: readonly TableCoverage[], words: WordsCoverage, unreadPlaces: number): Coverage {
  const of = (state: ReadState) => perTable.filter((table) => table.state === state).length;
  return {
    tables: { printed: perTable.length, read: of('read'), generic: of('generic'), unread: of('unread') },
    amounts: perTable.map(({ amounts }) => amounts).reduce(addTallies, NOTHING),
    words,
    unreadPlaces,
    perTable,
  };
}

/** The coverage of several documents taken as one; undefined where that of any is not known. */
export function joinCoverage(all: readonly (Coverage | undefined)[]): Coverage | undefined {
  const known = all.filter((coverage) => coverage !== undefined);
  if (known.length === 0 || known.length < all.length) return undefined;
  const sum = (of: (coverage: Coverage) => number) => known.reduce((total, coverage) => total + of(coverage), 0);
  return coverageOf(
    known.flatMap(({ perTable }) => perTable),
    { figures: sum(({ words }) => words.figures), understood: sum(({ words }) => words.understood) },
    sum(({ unreadPlaces }) => unreadPlaces),
  );
}

/** Whether all that is printed was read: kept under its shape is read too, though not checked. */
export const isWhollyRead = ({ tables, amounts, unreadPlaces }: CoverageCounts): boolean =>
  tables.unread === 0 && amounts.unread === 0 && unreadPlaces === 0;

/** Whether all that is printed was read and its meaning is known, so that nothing was left out of the check; never of nothing. */
export const isWhollyUnderstood = (coverage: CoverageCounts): boolean =>
  coverage.amounts.read + coverage.words.understood > 0 &&
  isWhollyRead(coverage) &&
  coverage.tables.generic === 0 &&
  coverage.amounts.generic === 0 &&
  coverage.words.understood === coverage.words.figures;
