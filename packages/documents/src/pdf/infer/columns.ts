/** Columns of a table without vertical rulings: stretches that its rows fill, matched with the headers above them. */
import type { HeaderCell } from './header.ts';
import { center, isAmountWithFraction, isFigure, type Piece, type Span, shared } from './pieces.ts';

/** A stretch that the pieces of the rows fill. */
export interface Stretch extends Span {
  readonly pieces: Piece[];
  x0: number;
  x1: number;
}

export interface Column extends Span {
  /** Undefined for a column that only its header fills. */
  readonly stretches: readonly Stretch[];
  readonly leaf?: HeaderCell | undefined;
}

export type Alignment = 'left' | 'center' | 'right';

/** The stretches of rows given as pieces; a piece that bridges two of them joins none. */
export function stretchesOf(rows: readonly (readonly Piece[])[]): Stretch[] {
  const found: Stretch[] = [];
  const ordered = [...rows].sort((a, b) => b.length - a.length);
  for (const piece of ordered.flat()) {
    const touched = found.filter((stretch) => shared(stretch, piece) > 0);
    if (touched.length === 0) found.push({ x0: piece.x0, x1: piece.x1, pieces: [piece] });
    else if (touched.length === 1) {
      const [stretch] = touched as [Stretch];
      stretch.x0 = Math.min(stretch.x0, piece.x0);
      stretch.x1 = Math.max(stretch.x1, piece.x1);
      stretch.pieces.push(piece);
    }
  }
  return found.sort((a, b) => a.x0 - b.x0);
}

/** `usual` is how amounts are set where a column does not tell. */
export function columnsOf(
  stretches: readonly Stretch[],
  { leaves, doubtful }: { leaves: readonly HeaderCell[]; doubtful: readonly HeaderCell[] },
  usual: Alignment | undefined,
): Column[] {
  const costOf = (stretch: Stretch, leaf: HeaderCell) =>
    matchCost(stretch, leaf, alignmentOf(stretch) ?? (stretch.pieces.some(isAmountWithFraction) ? usual : undefined));
  const match = (heads: readonly HeaderCell[]) =>
    withoutGuesses(stretches, heads, matched(stretches, heads, costOf), usual);
  const first = match(leaves);
  const lacking = stretches.filter((stretch, i) => {
    const leaf = first[i];
    return !leaf || costOf(stretch, leaf) > LACKING || first.indexOf(leaf) !== first.lastIndexOf(leaf);
  });
  const needed = doubtful.filter((cell) => lacking.some((stretch) => shared(stretch, cell) > 0));
  if (needed.length === 0) return joined(stretches, leaves, first);
  const all = [...leaves, ...needed].sort((a, b) => center(a) - center(b));
  return joined(stretches, all, match(all));
}

/** Amounts between two headers, where nothing tells to which of them they belong, get none: they are reported, not guessed. */
function withoutGuesses(
  stretches: readonly Stretch[],
  leaves: readonly HeaderCell[],
  heads: readonly (HeaderCell | undefined)[],
  usual: Alignment | undefined,
): (HeaderCell | undefined)[] {
  return stretches.map((stretch, i) => {
    const leaf = heads[i];
    const away = leaf ? distance(leaf, stretch) : 0;
    if (away === 0 || !stretch.pieces.some(isAmountWithFraction) || (alignmentOf(stretch) ?? usual)) return leaf;
    const rivals = leaves.filter((other) => !heads.includes(other) && distance(other, stretch) < 1.5 * away + 4);
    return rivals.length > 0 ? undefined : leaf;
  });
}

/** One column for each header with what it heads, and one for each stretch that fills the same lines as its neighbour. */
function joined(
  stretches: readonly Stretch[],
  leaves: readonly HeaderCell[],
  heads: readonly (HeaderCell | undefined)[],
): Column[] {
  const columns: Column[] = [];
  stretches.forEach((stretch, i) => {
    const before = columns.at(-1);
    const leaf = heads[i];
    if (before && leaf && before.leaf === leaf && !before.stretches.some((other) => sideBySide(other, stretch)))
      columns[columns.length - 1] = columnOf([...before.stretches, stretch], leaf);
    else columns.push(columnOf([stretch], leaf));
  });
  const blank = leaves.filter((leaf) => !heads.includes(leaf)).map((leaf) => columnOf([], leaf));
  return [...columns, ...blank].sort((a, b) => center(a) - center(b));
}

/** A column from what its rows fill and its header. */
export function columnOf(stretches: readonly Stretch[], leaf: HeaderCell | undefined, known?: Span): Column {
  const spans: Span[] = [...stretches, ...(leaf ? [leaf] : []), ...(known ? [known] : [])];
  return { stretches, leaf, x0: Math.min(...spans.map((s) => s.x0)), x1: Math.max(...spans.map((s) => s.x1)) };
}

/** Whether most pieces of a stretch are figures. */
export const isFigures = (stretch: Stretch) => stretch.pieces.filter(isFigure).length * 2 > stretch.pieces.length;

/** Whether some line fills both. */
function sideBySide(a: Stretch, b: Stretch): boolean {
  return a.pieces.some((piece) => b.pieces.some((other) => Math.abs(piece.y0 - other.y0) < 0.3 * piece.size));
}

/** A stretch that stands so far from its header may have another one. */
const LACKING = 1.2;
const UNHEADED = 8;
const SHARED_HEAD = 6;
/** A header over two stretches costs nothing, but one of the second's own is better. */
const TOUCHED_HEAD = 0.01;

/** Matches stretches with headers in their order, so that the distances are least. A header may stay without a stretch. */
function matched(
  stretches: readonly Stretch[],
  leaves: readonly HeaderCell[],
  costOf: (stretch: Stretch, leaf: HeaderCell) => number,
): (HeaderCell | undefined)[] {
  type State = { cost: number; leaf: number; heads: (HeaderCell | undefined)[] };
  let states: State[] = [{ cost: 0, leaf: -1, heads: [] }];
  for (const stretch of stretches) {
    const next: State[] = [];
    for (const state of states) {
      next.push({ cost: state.cost + UNHEADED, leaf: state.leaf, heads: [...state.heads, undefined] });
      for (let at = Math.max(0, state.leaf); at < leaves.length; at++) {
        const own = costOf(stretch, leaves[at]!);
        const twice = at !== state.leaf ? 0 : own > 0 ? SHARED_HEAD : TOUCHED_HEAD;
        next.push({ cost: state.cost + own + twice, leaf: at, heads: [...state.heads, leaves[at]] });
      }
    }
    const best = new Map<number, State>();
    for (const state of next)
      if (state.cost < (best.get(state.leaf)?.cost ?? Number.POSITIVE_INFINITY)) best.set(state.leaf, state);
    states = [...best.values()];
  }
  return states.reduce((a, b) => (b.cost < a.cost ? b : a)).heads;
}

/** How little a header fits a stretch: by their distance in characters, and by the side on which it stands. */
function matchCost(stretch: Stretch, leaf: HeaderCell, alignment: Alignment | undefined): number {
  const em = stretch.pieces[0]!.size;
  const away = Math.min(distance(leaf, stretch) / em, 6);
  if (away === 0) return 0;
  if (alignment === undefined) return 0.2 + 0.5 * away;
  const towards =
    (alignment === 'right' && center(leaf) < stretch.x1) || (alignment === 'left' && center(leaf) > stretch.x0);
  return towards ? 0.2 + 0.1 * away : 5 + 0.5 * away;
}

const distance = (a: Span, b: Span) => Math.max(0, -shared(a, b));

/** How the figures of a stretch are set, where they differ enough in width to tell. */
function alignmentOf(stretch: Stretch): Alignment | undefined {
  const pieces = stretch.pieces.filter(isFigures(stretch) ? isFigure : () => true);
  const spread = (of: (piece: Piece) => number) => Math.max(...pieces.map(of)) - Math.min(...pieces.map(of));
  if (pieces.length < 2 || spread((p) => p.x1 - p.x0) < 0.4 * pieces[0]!.size) return undefined;
  const [left, middle, right] = [spread((p) => p.x0), spread(center), spread((p) => p.x1)];
  return left < middle && left < right ? 'left' : right < middle ? 'right' : 'center';
}

/** How most columns of amounts are set; undefined where nothing tells. */
export function commonAlignment(stretches: readonly Stretch[]): Alignment | undefined {
  const votes = stretches
    .filter((stretch) => stretch.pieces.some(isAmountWithFraction))
    .flatMap((s) => alignmentOf(s) ?? []);
  const count = (alignment: Alignment) => votes.filter((vote) => vote === alignment).length;
  return votes.toSorted((a, b) => count(b) - count(a))[0];
}

/** The borders of columns: half-way between what fills them. */
export function edgesOf(columns: readonly Span[], left: number, right: number): number[] {
  return [left, ...columns.slice(1).map((column, i) => (columns[i]!.x1 + column.x0) / 2), right];
}
