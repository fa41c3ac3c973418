/** Raw ruling lines → merged lines → groups that touch each other. */
import type { Ruling } from './geometry.ts';

/** Lines at most this far apart are one (double lines, borders drawn cell by cell). */
const SAME_LINE = 1.8;
/** Gaps in a line that drawing cell by cell or dashing leaves. */
const DASH_GAP = 5;
const TOUCH = 3;
const MIN_LENGTH = 6;

/** Joins the pieces of each line; what stays shorter than a cell is dropped. */
export function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  return [true, false].flatMap((horizontal) => {
    const sorted = rulings.filter((r) => r.horizontal === horizontal).sort((a, b) => a.at - b.at);
    const merged: Ruling[] = [];
    for (let i = 0; i < sorted.length; ) {
      let end = i + 1;
      while (
        end < sorted.length &&
        sorted[end]!.at - sorted[end - 1]!.at <= SAME_LINE &&
        sorted[end]!.at - sorted[i]!.at <= 2 * SAME_LINE
      )
        end++;
      merged.push(...joinPieces(sorted.slice(i, end), horizontal));
      i = end;
    }
    return merged.filter((r) => r.to - r.from >= MIN_LENGTH);
  });
}

function joinPieces(pieces: readonly Ruling[], horizontal: boolean): Ruling[] {
  const at = pieces.reduce((sum, piece) => sum + piece.at, 0) / pieces.length;
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + DASH_GAP) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined.map(({ from, to }) => ({ horizontal, at, from, to }));
}

/** Groups of lines that cross or touch: each is the skeleton of one table, or of a frame. */
export function connected(rulings: readonly Ruling[]): Ruling[][] {
  const parent = rulings.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const rows = rulings.flatMap((r, i) => (r.horizontal ? [i] : []));
  const columns = rulings.flatMap((r, i) => (r.horizontal ? [] : [i])).sort((i, j) => rulings[i]!.at - rulings[j]!.at);
  for (const i of rows) {
    const h = rulings[i]!;
    for (let c = firstFrom(columns, rulings, h.from - TOUCH); c < columns.length; c++) {
      const v = rulings[columns[c]!]!;
      if (v.at > h.to + TOUCH) break;
      if (h.at >= v.from - TOUCH && h.at <= v.to + TOUCH) parent[root(i)] = root(columns[c]!);
    }
  }
  const groups = new Map<number, Ruling[]>();
  rulings.forEach((ruling, i) => {
    const key = root(i);
    const group = groups.get(key);
    if (group) group.push(ruling);
    else groups.set(key, [ruling]);
  });
  return [...groups.values()];
}

/**
 * Groups with the lines that stand alone beside them from the top to the bottom: columns whose cells go on over the whole page have no
 * line across, and touch nothing. What closes them above and below is added.
 */
export function withOpenColumns(groups: readonly (readonly Ruling[])[]): (readonly Ruling[])[] {
  const isAlone = (group: readonly Ruling[]) => group.length === 1 && !group[0]!.horizontal;
  const alone = groups.filter(isAlone).flat();
  if (alone.length === 0) return [...groups];
  const taken = new Set<Ruling>();
  const widened = groups.map((group) => {
    const across = group.filter(({ horizontal }) => horizontal);
    const down = group.filter(({ horizontal }) => !horizontal);
    if (across.length < 2 || down.length < 2) return group;
    const [top, bottom] = [Math.min(...across.map(({ at }) => at)), Math.max(...across.map(({ at }) => at))];
    const beside = alone.filter(
      (line) => !taken.has(line) && Math.abs(line.from - top) <= TOUCH && Math.abs(line.to - bottom) <= TOUCH,
    );
    if (beside.length === 0) return group;
    for (const line of beside) taken.add(line);
    const ends = [...beside, ...down].map(({ at }) => at);
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    return [...group, ...beside, ...[top, bottom].map((at) => ({ horizontal: true, at, from, to }))];
  });
  return widened.filter((group) => !isAlone(group) || !taken.has(group[0]!));
}

/** Where in `sorted` the lines begin that stand at `least` or beyond. */
function firstFrom(sorted: readonly number[], rulings: readonly Ruling[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rulings[sorted[middle]!]!.at < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Positions at most `TOUCH` apart are one grid line. */
export function positions(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - found.at(-1)! > TOUCH) found.push(value);
  return found;
}
