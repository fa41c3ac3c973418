/** Printed lines → rows: figures stand on the row's line, labels may be wrapped around it. */
import type { Ruling } from '../geometry.ts';
import { isFigure, middle, type Piece, startsRow } from './pieces.ts';
import { referenceOf, SETTINGS, type Setting, stacksOf, textOf } from './stacks.ts';

/** A row: for each column its pieces from top to bottom. */
export interface Row {
  readonly y0: number;
  readonly y1: number;
  readonly cells: readonly (readonly Piece[])[];
}

interface Stack {
  readonly column: number;
  readonly pieces: readonly Piece[];
}

/**
 * `columns` are the pieces of each column, `right` where the longest line of each ends: a shorter one is not wrapped. A ruling
 * between two lines always parts them.
 */
export function rowsOf(
  columns: readonly (readonly Piece[])[],
  right: readonly number[],
  rulings: readonly Ruling[],
): { rows: Row[]; doubtful: boolean } {
  const fixed: Stack[] = columns.flatMap((pieces, column) =>
    pieces.filter(isFigure).map((piece) => ({ column, pieces: [piece] })),
  );
  const anchors = clusters(
    fixed.map((stack) => middle(stack.pieces[0]!)),
    4,
  );
  const wrapping = columns.map((pieces) => linesIn(pieces.filter((piece) => !isFigure(piece))));
  const pitch = lineDistance(columns);
  const starts = wrapping.map((lines) => lines.map((line) => (startsRow(textOf(line)) ? middle(line[0]!) : undefined)));
  const distances = [anchors, ...starts].flatMap((at) =>
    at.slice(1).flatMap((y, i) => (y !== undefined && at[i] !== undefined ? y - at[i] : [])),
  );
  const solid = distances.length === 0 || pitch > 0.93 * Math.min(...distances);
  const coded = columns.some((pieces) => share(pieces, (piece) => CODE.test(piece.text)) > 0.4);
  const solutions = SETTINGS.map((setting) => {
    const parts = wrapping.map((lines, column) =>
      stacksOf(lines, anchors, {
        setting,
        pitch,
        solid,
        right: right[column]!,
        rulings,
        coded,
        ownCodes: share(lines, (line) => CODE.test(textOf(line))) > 0.4,
        numbered: share(lines, (line) => startsRow(textOf(line))) > 0.4,
      }),
    );
    return {
      setting,
      cost: parts.reduce((sum, part) => sum + part.cost, 0),
      open: parts.some((part) => part.open),
      stacks: parts.flatMap((part, column) => part.stacks.map((pieces): Stack => ({ column, pieces }))),
    };
  });
  // Cells stand beside each other's middles unless much speaks for their first or last lines.
  const best = solutions.reduce((a, b) => (b.cost < a.cost - 2 ? b : a));
  const doubtful =
    best.open ||
    (solid && solutions.some((other) => other.cost < best.cost + 0.5 && other.stacks.length !== best.stacks.length));
  return { rows: gather([...fixed, ...best.stacks], best.setting, columns.length), doubtful };
}

const CODE = /^(?:\d{3}|\d{5}|\d{7})(?!\d)/;

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
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

/** A row from the cells of its columns. */
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
