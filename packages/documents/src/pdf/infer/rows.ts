/** Printed lines → rows: figures stand on the row's line, labels may be wrapped around it. */
import type { Ruling } from '../geometry.ts';
import { isFigure, middle, type Piece, ruledBetween, startsRow } from './pieces.ts';

/** A row: for each column its pieces from top to bottom. */
export interface Row {
  readonly y0: number;
  readonly y1: number;
  readonly cells: readonly (readonly Piece[])[];
}

/** How cells of one line stand beside those of several. */
const SETTINGS = ['middle', 'top', 'bottom'] as const;
type Setting = (typeof SETTINGS)[number];

interface Stack {
  readonly column: number;
  readonly pieces: readonly Piece[];
}

const MAX_WRAP = 6;

/**
 * `columns` are the pieces of each column, `right` where the longest line of each ends: a shorter one is not wrapped. A ruling
 * between two lines always parts them.
 */
export function rowsOf(
  columns: readonly (readonly Piece[])[],
  right: readonly number[],
  rulings: readonly Ruling[],
): Row[] {
  const fixed: Stack[] = columns.flatMap((pieces, column) =>
    pieces.filter(isFigure).map((piece) => ({ column, pieces: [piece] })),
  );
  const anchors = clusters(
    fixed.map((stack) => middle(stack.pieces[0]!)),
    4,
  );
  const wrapping = columns.map((pieces) => linesIn(pieces.filter((piece) => !isFigure(piece))));
  const pitch = lineDistance(columns);
  const solid = anchors.length < 2 || pitch > 0.93 * Math.min(...anchors.slice(1).map((y, i) => y - anchors[i]!));
  const solutions = SETTINGS.map((setting) => {
    const parts = wrapping.map((lines, column) =>
      stacksOf(lines, anchors, { setting, pitch, solid, right: right[column]!, rulings }),
    );
    return {
      setting,
      cost: parts.reduce((sum, part) => sum + part.cost, 0),
      stacks: parts.flatMap((part, column) => part.stacks.map((pieces): Stack => ({ column, pieces }))),
    };
  });
  const best = solutions.reduce((a, b) => (b.cost < a.cost - 1 ? b : a));
  return gather([...fixed, ...best.stacks], best.setting, columns.length);
}

/** Pieces of one column that stand on one line, as one. */
function linesIn(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b) || a.x0 - b.x0)) {
    const line = lines.at(-1);
    if (line && middle(piece) - middle(line[0]!) < 0.35 * piece.size) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x0 - b.x0));
}

function clusters(values: readonly number[], tolerance: number): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - found.at(-1)! > tolerance) found.push(value);
  return found;
}

/** The smallest distance of lines that follow each other in one column. */
function lineDistance(columns: readonly (readonly Piece[])[]): number {
  const distances = columns.flatMap((pieces) => {
    const lines = linesIn(pieces);
    return lines.slice(1).map((line, i) => middle(line[0]!) - middle(lines[i]![0]!));
  });
  return Math.min(...distances.filter((d) => d > 6), Number.POSITIVE_INFINITY);
}

interface Around {
  readonly setting: Setting;
  readonly pitch: number;
  /** Rows follow each other as closely as the lines of a cell. */
  readonly solid: boolean;
  readonly right: number;
  readonly rulings: readonly Ruling[];
}

/** Parts the lines of one column into cells so that they agree best with the lines of figures beside them. */
function stacksOf(
  lines: readonly (readonly Piece[])[],
  anchors: readonly number[],
  around: Around,
): { cost: number; stacks: Piece[][] } {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= lines.length; end++) {
    let found = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    let joins = 0;
    for (let from = end - 1; from >= 0 && from >= end - MAX_WRAP; from--) {
      if (from < end - 1) joins += joinCost(lines[from]!, lines[from + 1]!, around);
      if (joins >= FORBIDDEN) break;
      const split = from > 0 ? splitCost(lines[from - 1]!, lines[from]!, around) : 0;
      const cost = best[from]!.cost + joins + split + anchorCost(lines.slice(from, end), anchors, around.setting);
      if (cost < found.cost - 1e-9) found = { cost, from };
    }
    best.push(found);
  }
  const stacks: Piece[][] = [];
  for (let end = lines.length; end > 0; end = best[end]!.from) stacks.unshift(lines.slice(best[end]!.from, end).flat());
  return { cost: best.at(-1)!.cost, stacks };
}

const FORBIDDEN = 100;
const textOf = (line: readonly Piece[]) => line.map((piece) => piece.text).join('');

/** What speaks against two lines being one cell. */
function joinCost(upper: readonly Piece[], lower: readonly Piece[], { pitch, solid, right, rulings }: Around): number {
  const [a, b] = [upper.at(-1)!, lower[0]!];
  const distance = middle(b) - middle(a);
  if (distance > 2.4 * b.size || ruledBetween(rulings, middle(a), middle(b), b)) return FORBIDDEN;
  const loose = distance > 1.12 * pitch ? 3 : 0;
  const short = a.x1 < right - 1.3 * a.size ? 1.5 : 0;
  return loose + short + (solid ? 0.9 : 0) + (startsRow(textOf(lower)) ? 4 : 0);
}

/** What speaks against two lines being two cells: the upper one is full and the lower one close. */
function splitCost(upper: readonly Piece[], lower: readonly Piece[], { pitch, solid, right, rulings }: Around): number {
  const [a, b] = [upper.at(-1)!, lower[0]!];
  if (solid || ruledBetween(rulings, middle(a), middle(b), b) || startsRow(textOf(lower))) return 0;
  return a.x1 >= right - 1.3 * a.size && middle(b) - middle(a) <= 1.03 * pitch ? 0.8 : 0;
}

/** A cell belongs to at most one line of figures: to the one beside its middle, its first or its last line. */
function anchorCost(lines: readonly (readonly Piece[])[], anchors: readonly number[], setting: Setting): number {
  const [top, bottom] = [middle(lines[0]![0]!), middle(lines.at(-1)![0]!)];
  const em = lines[0]![0]!.size;
  const at = referenceOf(top, bottom, setting);
  const met = anchors.some((anchor) => Math.abs(anchor - at) < 0.34 * em);
  const crossed =
    anchors.filter((anchor) => anchor > top - 0.34 * em && anchor < bottom + 0.34 * em).length - (met ? 1 : 0);
  return (met ? -1 : 0.6) + 5 * crossed;
}

function referenceOf(top: number, bottom: number, setting: Setting): number {
  return setting === 'top' ? top : setting === 'bottom' ? bottom : (top + bottom) / 2;
}

function gather(stacks: readonly Stack[], setting: Setting, width: number): Row[] {
  const placed = stacks
    .map((stack) => ({
      ...stack,
      at: referenceOf(middle(stack.pieces[0]!), middle(stack.pieces.at(-1)!), setting),
    }))
    .sort((a, b) => a.at - b.at);
  const rows: { at: number; stacks: Stack[] }[] = [];
  for (const stack of placed) {
    const row = rows.at(-1);
    if (row && stack.at - row.at < 0.45 * stack.pieces[0]!.size) row.stacks.push(stack);
    else rows.push({ at: stack.at, stacks: [stack] });
  }
  return rows.map(({ stacks: members }) => rowOf(members, width));
}

export function rowOf(stacks: readonly { column: number; pieces: readonly Piece[] }[], width: number): Row {
  const all = stacks.flatMap((stack) => stack.pieces);
  return {
    y0: Math.min(...all.map((piece) => piece.y0)),
    y1: Math.max(...all.map((piece) => piece.y1)),
    cells: Array.from({ length: width }, (_, c) =>
      stacks.filter((stack) => stack.column === c).flatMap((s) => s.pieces),
    ),
  };
}
