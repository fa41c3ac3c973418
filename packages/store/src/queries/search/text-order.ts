/** The order in which texts are told: hits in titles before those in bodies, the newest year first, in it the kinds, in them by key. */
import type { SearchKind as EntryKind } from '../../projection/search-entries.ts';

export const TEXT_KINDS = [
  'project',
  'procurement',
  'indicator',
  'explanation',
] as const satisfies readonly EntryKind[];
export type TextKind = (typeof TEXT_KINDS)[number];

/** `year`: the newest in which those who are asked for print it. */
export interface TextRow {
  readonly key: number;
  readonly kind: TextKind;
  readonly year: number;
  /** In titles (0) or bodies (1). */
  readonly group: 0 | 1;
  /** Of the readings of the question, the one that it answers. */
  readonly reading: number;
}

/** Where a page ended. */
export type TextAfter = Pick<TextRow, 'group' | 'year' | 'kind' | 'key'>;

/** Less than zero where `a` is told before `b`. */
export const inOrder = (a: TextAfter, b: TextAfter): number =>
  a.group - b.group || b.year - a.year || kindRank(a.kind) - kindRank(b.kind) || a.key - b.key;

const kindRank = (kind: TextKind): number => TEXT_KINDS.indexOf(kind);

/** A stretch of that order, all texts of a kind and year; or of them those whose key begins with some hexadecimal digits. */
export interface Cell {
  readonly year: number;
  readonly kind: TextKind;
}

/** The cells of a group, in order. */
export const cellsOf = (years: readonly number[], kind: TextKind | undefined): readonly Cell[] =>
  years.flatMap((year) =>
    TEXT_KINDS.filter((one) => kind === undefined || one === kind).map((one) => ({ year, kind: one })),
  );

const LETTERS: Readonly<Record<TextKind, string>> = {
  project: 'p',
  procurement: 'c',
  indicator: 'i',
  explanation: 'e',
};

/** A text of 48 bits has so many digits; a key that a page ended with is one. */
const DIGITS = 12;

/** The word of a cell in the index (`text_cells`): with digits, of the part of it that a key stands in. */
export const cellWord = ({ year, kind }: Cell, digits = 0, key = 0): string =>
  `${year}${LETTERS[kind]}${key.toString(16).padStart(DIGITS, '0').slice(0, digits)}`;

/** So many digits make the sample: keys are hashes, so one text of so many stands in it. */
export const SAMPLE_DIGITS = 2;
export const SAMPLE = 16 ** SAMPLE_DIGITS;
