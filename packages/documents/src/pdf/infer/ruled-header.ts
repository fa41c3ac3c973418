/** The header of a table whose rows are ruled: the lines tell how high its cells are, the columns below how wide. */
import type { Ruling } from '../geometry.ts';
import type { GridCell } from '../grid.ts';
import type { HeaderCell } from './header.ts';
import { center, middle, type Piece, type Span, shared } from './pieces.ts';

/** A header's text with the rows of the header that it stands in, the last one not included. */
export interface RuledHead extends HeaderCell {
  readonly from: number;
  readonly to: number;
}

/** Lines reach so far over or short of the columns that they close. */
const REACH = 3;

/** The texts of the header: pieces in the same rows, one below the other. `ys` are where its rows begin, and its end. */
export function ruledHeads(pieces: readonly Piece[], stack: readonly Ruling[], ys: readonly number[]): RuledHead[] {
  const heads: RuledHead[] = [];
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b) || a.x0 - b.x0)) {
    const row = ys.findLastIndex((y) => y < middle(piece));
    const { from, to } = rowsAround(row, center(piece), stack, ys);
    const above = heads.findLast((head) => head.from === from && head.to === to && isBelow(piece, head));
    if (above) heads[heads.indexOf(above)] = headOf([...above.pieces, piece], from, to);
    else heads.push(headOf([piece], from, to));
  }
  return heads;
}

const isBelow = (piece: Piece, head: RuledHead) =>
  shared(head, piece) > 0 && middle(piece) - middle(head.pieces.at(-1)!) > 0.3 * piece.size;

function headOf(pieces: readonly Piece[], from: number, to: number): RuledHead {
  return {
    pieces,
    from,
    to,
    x0: Math.min(...pieces.map((p) => p.x0)),
    x1: Math.max(...pieces.map((p) => p.x1)),
    y0: Math.min(...pieces.map((p) => p.y0)),
    y1: Math.max(...pieces.map((p) => p.y1)),
  };
}

/** The rows that no line parts from `row` at one place. */
function rowsAround(row: number, x: number, stack: readonly Ruling[], ys: readonly number[]) {
  const isClosed = (y: number) =>
    stack.some((r) => Math.abs(r.at - y) < REACH && r.from - REACH < x && x < r.to + REACH);
  let [from, to] = [row, row + 1];
  while (from > 0 && !isClosed(ys[from]!)) from--;
  while (to < ys.length - 1 && !isClosed(ys[to]!)) to++;
  return { from, to };
}

/** The header's cells over columns with these edges; a text without one of its own for each column stands over several. */
export function ruledHeader(
  heads: readonly RuledHead[],
  edges: readonly number[],
  stack: readonly Ruling[],
  ys: readonly number[],
): GridCell[] {
  const columns = edges.slice(1).map((x1, i): Span => ({ x0: edges[i]!, x1 }));
  return ys.slice(1).flatMap((_, row) => {
    const slots = columns.map((column) => rowsAround(row, center(column), stack, ys));
    return runsOf(slots, row).flatMap(([start, end]) => {
      const { to } = slots[start]!;
      const own = heads
        .filter((head) => head.from === row && head.to === to)
        .filter((head) => center(head) > edges[start]! && center(head) < edges[end]!)
        .sort((a, b) => center(a) - center(b));
      return spread(own, columns.slice(start, end)).map(({ head, from, until }): GridCell => {
        const [x0, x1] = [edges[start + from]!, edges[start + until]!];
        return {
          row,
          column: start + from,
          rowSpan: to - row,
          colSpan: until - from,
          box: [x0, ys[row]!, x1, ys[to]!],
          glyphs: head ? head.pieces.flatMap((piece) => [...piece.glyphs]) : [],
        };
      });
    });
  });
}

/** Columns beside each other whose cells begin in `row` and are equally high. */
function runsOf(slots: readonly { from: number; to: number }[], row: number): [number, number][] {
  const runs: [number, number][] = [];
  slots.forEach(({ from, to }, i) => {
    if (from !== row) return;
    const last = runs.at(-1);
    if (last?.[1] === i && slots[last[0]]!.to === to) last[1] = i + 1;
    else runs.push([i, i + 1]);
  });
  return runs;
}

/** Gives each text the columns in whose middle it stands, or at whose left side, so that all together are least off. */
function spread(heads: readonly RuledHead[], columns: readonly Span[]) {
  type Part = { head: RuledHead | undefined; from: number; until: number };
  if (heads.length === 0 || heads.length > columns.length)
    return columns.map((column, from): Part => ({ head: heads.find((h) => at(h, column)), from, until: from + 1 }));
  type State = { cost: number; parts: Part[] };
  let states = new Map<number, State>([[0, { cost: 0, parts: [] }]]);
  for (const head of heads) {
    const next = new Map<number, State>();
    for (const [from, { cost, parts }] of states)
      for (let until = from + 1; until <= columns.length; until++) {
        const span = { x0: columns[from]!.x0, x1: columns[until - 1]!.x1 };
        const off = Math.min(Math.abs(center(span) - center(head)), Math.abs(span.x0 - head.x0));
        const own = cost + off + (at(head, span) ? 0 : OUTSIDE);
        if (own < (next.get(until)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(until, { cost: own, parts: [...parts, { head, from, until }] });
      }
    states = next;
  }
  return states.get(columns.length)?.parts ?? [];
}

/** Worse than any distance on a page. */
const OUTSIDE = 10_000;

const at = (head: Span, span: Span) => center(head) > span.x0 && center(head) < span.x1;
