/** The shape of a table's rows ([MS-DOC] 2.9.326 TDefTable): edges in twips, merges → columns of one grid. */
import type { CellShape } from '../flow/flow.ts';
import { SPRM, sprms } from './sprms.ts';

export interface RowShape {
  /** One more than cells. */
  readonly edges: readonly number[];
  readonly cells: readonly { readonly isMergedLeft: boolean; readonly isMergedUp: boolean }[];
}

/** Edges nearer than this (in twips) are one line: rows that people drew differ by a few. */
const NEAR = 30;
const CELL_SIZE = 20;

/** What the changes at a row's end say; undefined where they say nothing. */
export function rowShape(changes: Buffer): RowShape | undefined {
  let edges: number[] = [];
  let cells: { isMergedLeft: boolean; isMergedUp: boolean }[] = [];
  for (const [code, value] of sprms(changes)) {
    if (code === SPRM.tableShape && value.length > 0) {
      const count = value[0]!;
      if (value.length < 1 + 2 * (count + 1)) return undefined;
      edges = Array.from({ length: count + 1 }, (_, i) => value.readInt16LE(1 + 2 * i));
      const flags = value.subarray(1 + 2 * (count + 1));
      cells = Array.from({ length: count }, (_, i) => {
        const flag = CELL_SIZE * i + 2 <= flags.length ? flags.readUInt16LE(CELL_SIZE * i) : 0;
        return { isMergedLeft: (flag & 3) === 1, isMergedUp: ((flag >> 5) & 3) === 1 };
      });
    } else if (code === SPRM.mergedDown && value.length > 1) {
      const cell = cells[value[0]!];
      if (cell) cell.isMergedUp = value[1] === 1;
    } else if (code === SPRM.mergedAcross) {
      for (let i = value[0]! + 1; i < value[1]! && i < cells.length; i++) cells[i]!.isMergedLeft = true;
    }
  }
  return cells.length === 0 ? undefined : { edges, cells };
}

/** For each row the shape of each of its cells; undefined for what a merge to the left covers. */
export function shapesOf(rows: readonly (RowShape | undefined)[]): ((CellShape | undefined)[] | undefined)[] {
  const lines = linesOf(rows.flatMap((row) => row?.edges ?? []));
  const columnOf = (edge: number): number => {
    let best = 0;
    for (let i = 1; i < lines.length; i++) if (Math.abs(lines[i]! - edge) < Math.abs(lines[best]! - edge)) best = i;
    return best;
  };
  return rows.map((row) => row && cellShapes(row, columnOf));
}

function cellShapes({ edges, cells }: RowShape, columnOf: (edge: number) => number): (CellShape | undefined)[] {
  let next = 0;
  return cells.map((cell, i) => {
    if (cell.isMergedLeft && i > 0) return undefined;
    let last = i;
    while (cells[last + 1]?.isMergedLeft) last += 1;
    // A cell too narrow to be seen still is one.
    const column = Math.max(next, columnOf(edges[i]!));
    const end = Math.max(column + 1, columnOf(edges[last + 1]!));
    next = end;
    return { column, colSpan: end - column, goesOn: cell.isMergedUp };
  });
}

function linesOf(edges: readonly number[]): number[] {
  const lines: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) if (edge - (lines.at(-1) ?? -1e9) > NEAR) lines.push(edge);
  return lines;
}
