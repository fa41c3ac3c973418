/** The cells that are marked: from an anchor to where the mark was drawn. Rows and columns count from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  readonly anchor: Position;
  readonly head: Position;
}

/** Both ends are in it. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const rangeOf = ({ anchor, head }: Selection): Range => ({
  top: Math.min(anchor.row, head.row),
  bottom: Math.max(anchor.row, head.row),
  left: Math.min(anchor.column, head.column),
  right: Math.max(anchor.column, head.column),
});

export const at = (position: Position): Selection => ({ anchor: position, head: position });

export const isWithin = ({ top, left, bottom, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const isSingle = ({ top, left, bottom, right }: Range): boolean => top === bottom && left === right;

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The mark drawn a step further by an arrow key, within a sheet of so many rows and columns; undefined for another key. */
export function extended(selection: Selection, key: string, rows: number, columns: number): Selection | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
  const row = clamp(selection.head.row + step[0], rows);
  const column = clamp(selection.head.column + step[1], columns);
  return { anchor: selection.anchor, head: { row, column } };
}
