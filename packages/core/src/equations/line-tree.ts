/**
 * Which lines of a list are parts of others, told by their amounts alone: a list that prints a whole and its parts one below
 * the other (财政拨款 before its funds, a class before its sections and items) adds up level by level, not line by line.
 */
import type { Fen } from '../money.ts';

/** Ways that are tried before a list counts as no tree. */
const MOST_STEPS = 20_000;

/**
 * For each line the line it is a part of (its number, -1 at the top), so that the lines at the top add up to `total` and the
 * parts of every line to it; undefined where the amounts allow no such reading. A line of nothing has no parts.
 * `step` is fen of the last printed digit: n figures may be off their sum by (n + 1) halves of it.
 */
export function treeBySums(amounts: readonly Fen[], total: Fen, step: Fen): readonly number[] | undefined {
  const parents = amounts.map(() => -1);
  const dead = new Set<string>();
  let steps = 0;

  /** Takes lines from `from` on as parts of `parent` until `left` is used up. @returns the first line behind them. */
  function take(from: number, parent: number, left: Fen, count: number, mustEnd: boolean): number | undefined {
    steps += 1;
    if (steps > MOST_STEPS) return undefined;
    const isUsedUp = count > 0 && Math.abs(left) * 2 <= (count + 1) * step;
    if (from === amounts.length) return isUsedUp ? from : undefined;
    if (isUsedUp && !mustEnd) return from;
    const key = `${from} ${parent} ${left}`;
    if (dead.has(key)) return undefined;
    const amount = amounts[from]!;
    for (const next of [amount === 0 ? undefined : take(from + 1, from, amount, 0, false), from + 1]) {
      if (next === undefined) continue;
      const end = take(next, parent, left - amount, count + 1, mustEnd);
      if (end !== undefined) {
        parents[from] = parent;
        return end;
      }
    }
    dead.add(key);
    return undefined;
  }

  return take(0, -1, total, 0, true) === undefined ? undefined : parents;
}
