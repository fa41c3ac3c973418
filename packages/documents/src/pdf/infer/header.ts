/** The cells of a header without a full grid: wrapped lines joined, and which columns each stands over. */
import type { Ruling } from '../geometry.ts';
import { center, middle, type Piece, ruledBetween, type Span, shared } from './pieces.ts';

export interface HeaderCell extends Span {
  readonly pieces: readonly Piece[];
  readonly y0: number;
  readonly y1: number;
}

const last = (cell: HeaderCell) => cell.pieces.at(-1)!;
const overlap = (a: Span, b: Span) => shared(a, b) / Math.min(a.x1 - a.x0, b.x1 - b.x0);

/** `pitch` is the distance of the table's rows, where known: lines nearer to each other than rows are one cell. */
export function headerCells(
  pieces: readonly Piece[],
  rulings: readonly Ruling[],
  pitch: number | undefined,
): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b) || a.x0 - b.x0)) {
    const above = cells
      .map((cell, i) => ({ cell, i }))
      .filter(({ cell }) => shared(cell, piece) > 0 && middle(last(cell)) < middle(piece) - 0.3 * piece.size)
      .sort((a, b) => middle(last(b.cell)) - middle(last(a.cell)))[0];
    if (above && goesOn(above.cell, piece, pieces, rulings, pitch))
      cells[above.i] = cellOf([...above.cell.pieces, piece]);
    else cells.push(cellOf([piece]));
  }
  return cells;
}

function cellOf(pieces: readonly Piece[]): HeaderCell {
  return {
    pieces,
    x0: Math.min(...pieces.map((p) => p.x0)),
    x1: Math.max(...pieces.map((p) => p.x1)),
    y0: Math.min(...pieces.map((p) => p.y0)),
    y1: Math.max(...pieces.map((p) => p.y1)),
  };
}

function goesOn(
  cell: HeaderCell,
  piece: Piece,
  all: readonly Piece[],
  rulings: readonly Ruling[],
  pitch: number | undefined,
): boolean {
  const upper = last(cell);
  const em = piece.size;
  const distance = middle(piece) - middle(upper);
  if (ruledBetween(rulings, middle(upper), middle(piece), piece)) return false;
  const close = pitch !== undefined && distance < 0.8 * pitch && distance < 1.7 * em;
  const centered = Math.abs(center(cell) - center(piece)) < 0.8 * em;
  if (close) return centered || Math.abs(cell.x0 - piece.x0) < 0.3 * em;
  if (!centered) return false;
  // Rows without space between them are as far apart as the lines of one cell.
  const solid = pitch !== undefined && pitch < 1.8 * em;
  if (solid && centered && distance < CLOSE * em && isWrapped(cell, piece)) return true;
  if (isGroupOver(cell, piece, all, Math.max(0.75 * em, 0.55 * distance))) return false;
  return (
    distance <
    (pitch === undefined ? 1.6 * em : solid ? Math.max(1.08 * pitch, CLOSE * em) : Math.min(0.93 * pitch, 2.4 * em))
  );
}

/** Of their size: lines of one cell stand no farther below each other. */
const CLOSE = 1.45;

/** No header is one character, but for the levels of codes. */
const REST_OF_WORD = /^(?![类款项目])\p{Script=Han}$/u;

/** Lines of as many characters in one narrow column, and their rest: 政府性基 | 金预算拨 | 款收入. */
function isWrapped(cell: HeaderCell, piece: Piece): boolean {
  const upper = last(cell);
  const near = 0.3 * piece.size;
  if (Math.abs(upper.x0 - piece.x0) < near && Math.abs(upper.x1 - piece.x1) < near) return true;
  if (REST_OF_WORD.test(piece.text) && upper.text.length > 1) return true;
  const isRest = cell.pieces.length > 1 && piece.x0 > cell.x0 - near && piece.x1 < cell.x1 + near;
  return isRest && cell.pieces.every(({ x0, x1 }) => x1 - x0 > cell.x1 - cell.x0 - near);
}

/**
 * 本年支出 above 合计 | 基本支出 | 项目支出: in the middle of neighbours that have nothing above them but what stands above the group
 * too. `near`: a neighbour as deep as two lines stands half a line off.
 */
function isGroupOver(cell: HeaderCell, piece: Piece, all: readonly Piece[], near: number): boolean {
  const top = middle(cell.pieces[0]!) - 0.3 * piece.size;
  const beside = all.filter(
    (other) =>
      other !== piece &&
      Math.abs(middle(other) - middle(piece)) < near &&
      !all.some(
        (upper) =>
          !cell.pieces.includes(upper) &&
          middle(upper) > top &&
          middle(upper) < middle(other) - 0.3 * other.size &&
          shared(upper, other) > 0,
      ),
  );
  const left = beside.filter((other) => other.x1 < piece.x0);
  const right = beside.filter((other) => other.x0 > piece.x1);
  return left.some((a) => right.some((b) => Math.abs((a.x0 + b.x1) / 2 - center(cell)) < 1.5 * piece.size));
}

/**
 * The cells that head a column, and those that may: nothing stands below a leaf. What stands higher than the others, in the
 * middle of some of them, is a group, unless a column would stay without a header.
 */
export function leavesOf(cells: readonly HeaderCell[]): { leaves: HeaderCell[]; doubtful: HeaderCell[] } {
  const lowest = cells
    .filter((cell) => !cells.some((other) => isBelow(other, cell) && overlap(other, cell) > 0.3))
    .sort((a, b) => center(a) - center(b));
  const depth = Math.max(...lowest.map(middle)) - Math.min(...cells.map(middle));
  const bottom = lowest.filter((cell) => middle(cell) > Math.max(...lowest.map(middle)) - 0.25 * depth);
  // Cells of one line beside cells of two are on one level as long as their middles are.
  const levels = depth > 0.6 * Math.max(...cells.map(lastSize));
  const doubtful = lowest.filter((cell) => levels && !bottom.includes(cell) && isBetween(cell, bottom, depth));
  return { leaves: lowest.filter((cell) => !doubtful.includes(cell)), doubtful };
}

function isBetween(cell: HeaderCell, bottom: readonly HeaderCell[], depth: number): boolean {
  const under = bottom.filter((other) => middle(other) - middle(cell) > 0.75 * depth);
  const left = under.filter((other) => center(other) < center(cell));
  const right = under.filter((other) => center(other) > center(cell));
  return left.some((a) =>
    right.some((b) => Math.abs(center({ x0: a.x0, x1: b.x1 }) - center(cell)) < 0.35 * (b.x1 - a.x0)),
  );
}

const isBelow = (lower: HeaderCell, upper: HeaderCell) =>
  lower !== upper && middle(lower) > middle(upper) + 0.3 * lastSize(upper);
const lastSize = (cell: HeaderCell) => last(cell).size;

export interface HeadedColumn extends Span {
  readonly leaf?: HeaderCell | undefined;
}

/**
 * For each column the header cells from top to bottom. `edges` are the borders of the columns. A cell that is no leaf stands
 * over the columns that begin below it, as far as the ruling under it reaches, else as far as it stands in their middle.
 */
export function headerPaths(
  cells: readonly HeaderCell[],
  columns: readonly HeadedColumn[],
  edges: readonly number[],
  rulings: readonly Ruling[],
): HeaderCell[][] {
  const leaves = new Set(columns.flatMap((column) => column.leaf ?? []));
  const groups = cells.filter((cell) => !leaves.has(cell)).sort((a, b) => middle(a) - middle(b));
  const paths = columns.map((): HeaderCell[] => []);
  for (const group of groups) {
    const span = spanOf(group, groups, columns, edges, rulings);
    if (span) for (let c = span[0]; c <= span[1]; c++) paths[c]!.push(group);
  }
  columns.forEach((column, c) => {
    if (column.leaf) paths[c]!.push(column.leaf);
  });
  return paths;
}

function spanOf(
  group: HeaderCell,
  groups: readonly HeaderCell[],
  columns: readonly HeadedColumn[],
  edges: readonly number[],
  rulings: readonly Ruling[],
): readonly [number, number] | undefined {
  const em = lastSize(group);
  const below = columns.flatMap(({ leaf }) => (leaf && isBelow(leaf, group) ? [leaf] : []));
  const under = below.filter((leaf) => shared(leaf, group) > 0);
  const depth = Math.max(...(under.length > 0 ? under : below).map(middle)) - middle(group);
  const beside = groups.filter((other) => other !== group && Math.abs(middle(other) - middle(group)) < 0.4 * em);
  const ruling = rulings
    .filter(
      (r) => r.at > group.y1 - 1 && r.at < middle(group) + depth && r.from < center(group) && r.to > center(group),
    )
    .sort((a, b) => a.at - b.at)[0];
  // Above another group a leaf over the lower two of three levels stands three quarters as deep, one beside the group half as deep.
  const isTop = groups.some((other) => isBelow(other, group) && shared(other, group) > 0);
  const deep = isTop ? 0.6 : 0.75;
  const fits = columns.map(({ leaf, ...column }) => {
    if (!leaf || beside.some((other) => shared(other, leaf) > 0.3 * (leaf.x1 - leaf.x0))) return false;
    // What begins beside the group has nothing above it.
    if (leaf.y0 < group.y0 + 0.3 * em) return false;
    if (ruling) return ruling.from - 3 < center(column) && center(column) < ruling.to + 3 && middle(leaf) > ruling.at;
    return middle(leaf) - middle(group) > deep * depth;
  });
  // A ruling of its own says how far the group reaches; one that other groups share does not.
  if (ruling && !beside.some((other) => ruling.from < center(other) && center(other) < ruling.to)) {
    const [from, to] = [fits.indexOf(true), fits.lastIndexOf(true)];
    return from >= 0 && fits.slice(from, to).every((fit) => fit) ? [from, to] : undefined;
  }
  let best: { span: readonly [number, number]; off: number } | undefined;
  for (let from = 0; from < columns.length; from++) {
    for (let to = from; to < columns.length && fits[to]; to++) {
      const middles = center({ x0: center(columns[from]!.leaf!), x1: center(columns[to]!.leaf!) });
      const off = Math.min(
        Math.abs((edges[from]! + edges[to + 1]!) / 2 - center(group)),
        Math.abs(middles - center(group)),
      );
      const within = edges[from]! < group.x0 + em && edges[to + 1]! > group.x1 - em;
      if (!within) continue;
      if (!best || off < best.off - 0.6 * em || (off < best.off + 0.6 * em && to - from > best.span[1] - best.span[0]))
        best = { span: [from, to], off: Math.min(off, best?.off ?? off) };
    }
  }
  return best?.span;
}
