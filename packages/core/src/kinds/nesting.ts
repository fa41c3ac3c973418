/** Which rows of a list are sums of the rows below them: told by the amounts, whatever the rows are called. */

import type { Cell } from '../model/values.ts';

/** An amount in fen; undefined where the row prints none. */
type Amount = number | undefined;

/** So many rows are looked at before the levels of a list are given up. */
const MOST_STEPS = 50_000;

/**
 * For each row the row that it is a part of, undefined at the top. The top adds up to `total`; where nothing says how much that is,
 * every row at the top has parts. `step` is what the amounts are printed to: each of n of them may be off by half of it.
 * @returns undefined where no levels make the sums hold
 */
export function nestBySums(
  amounts: readonly Amount[],
  total: Amount,
  step: number,
): readonly (number | undefined)[] | undefined {
  const parents: (number | undefined)[] = amounts.map(() => undefined);
  let steps = 0;
  const holds = (left: number, count: number) => holdsWithin(left, count, step);
  /** Rows from `i` on until they add up to `left`; `goOn` says whether what follows them fits, too. */
  const walk = (
    i: number,
    left: number,
    count: number,
    parent: number | undefined,
    goOn: (end: number) => boolean,
  ): boolean => {
    if (holds(left, count) && goOn(i)) return true;
    const own = amounts[i] ?? 0;
    steps += 1;
    if (i >= amounts.length || steps > MOST_STEPS || own > left + ((count + 2) * step) / 2) return false;
    parents[i] = parent;
    if (walk(i + 1, left - own, count + 1, parent, goOn)) return true;
    return walk(i + 1, own, 0, i, (end) => walk(end, left - own, count + 1, parent, goOn));
  };
  const atEnd = (end: number) => end === amounts.length;
  if (amounts.length === 0) return parents;
  const failed = () => (steps > MOST_STEPS ? inGroups(amounts, total, step) : undefined);
  if (total !== undefined) return walk(0, total, 0, undefined, atEnd) ? parents : failed();
  const headed = (from: number): boolean => {
    parents[from] = undefined;
    return walk(from + 1, amounts[from] ?? 0, 0, from, (end) => atEnd(end) || headed(end));
  };
  if (!headed(0)) return failed();
  // Equal neighbours are no sum: some row must have two parts.
  const parts = parents.map((_, i) => parents.filter((parent) => parent === i).length);
  return parts.some((count) => count > 1) ? parents : undefined;
}

/** Whether `count` amounts come to what was `left` of their sum. */
const holdsWithin = (left: number, count: number, step: number): boolean =>
  count > 0 && Math.abs(left) <= ((count + 1) * step) / 2;

/**
 * Long lists of one level of groups, told without a search: each group is the sum of the rows after it, and the groups come to the
 * total, which is the first row where nothing else says how much it is.
 */
function inGroups(
  amounts: readonly Amount[],
  total: Amount,
  step: number,
): readonly (number | undefined)[] | undefined {
  const top = total === undefined ? 0 : undefined;
  const parents: (number | undefined)[] = amounts.map(() => undefined);
  let left = total ?? amounts[0] ?? 0;
  let count = 0;
  for (let i = top === undefined ? 0 : 1; i < amounts.length; ) {
    const whole = amounts[i] ?? 0;
    let rest = whole;
    let end = i + 1;
    while (end < amounts.length && !holdsWithin(rest, end - i - 1, step) && rest > 0) {
      rest -= amounts[end] ?? 0;
      parents[end] = i;
      end += 1;
    }
    if (!holdsWithin(rest, end - i - 1, step)) return undefined;
    parents[i] = top;
    left -= whole;
    count += 1;
    i = end;
  }
  return holdsWithin(left, count, step) ? parents : undefined;
}

/** What amounts are printed to, in fen: the finest step of those that are not zero; a fen where all are. */
export function stepOfCells(cells: readonly Cell[]): number {
  const steps = cells.flatMap(({ fen, text }) => {
    const digits = Number(text.replace(/\D/g, ''));
    return fen === 0 || digits === 0 ? [] : [Math.abs(fen) / digits];
  });
  return steps.length === 0 ? 1 : Math.max(1, Math.min(...steps));
}
