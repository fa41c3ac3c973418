/** What was not read, told once where many places have the same: thirty lines of one sentence hide the line that differs. */
import type { Problem } from './disclosure.ts';
import { groupBy } from './group-by.ts';

/** A problem with those that say the same of other places; they follow in the order read. */
export interface AlikeProblems {
  readonly problem: Problem;
  readonly others: readonly Problem[];
}

/**
 * Problems by what they say: alike are those of one code whose sentences differ in numbers and in quoted text only. The table
 * named at a sentence's beginning keeps them apart, so that each table that was not read is named.
 */
export function problemsAlike(problems: readonly Problem[]): readonly AlikeProblems[] {
  const groups = groupBy(problems, ({ code, message }) => `${code} ${saying(message)}`);
  return [...groups.values()].map(([problem, ...others]) => ({ problem: problem!, others }));
}

const saying = (message: string): string => message.replace(/(?<!^)“[^”]*”/g, '').replace(/\d+/g, '');

/** The places of some problems as a caller names them, each once and in order. */
export const placesOf = (problems: readonly Problem[], nameOf: (origin: NonNullable<Problem['origin']>) => string) => [
  ...new Set(problems.flatMap(({ origin }) => (origin ? [nameOf(origin)] : [])).filter(Boolean)),
];
