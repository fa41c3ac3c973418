/** Cells that say where they stand → the full rectangular grid of a `Table`. */
import type { Origin } from '@mingsuan/core/disclosure';
import type { TableCell } from '../layout.ts';

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly origin: Origin;
}

/** Where two cells claim a position, the first one has it. Spans end at the grid's edge. */
export function gridOf(
  rowCount: number,
  columnCount: number,
  cells: readonly PlacedCell[],
  originOf: (row: number, column: number) => Origin,
): TableCell[][] {
  const grid: (TableCell | undefined)[][] = Array.from({ length: rowCount }, () =>
    new Array<TableCell | undefined>(columnCount).fill(undefined),
  );
  for (const { row, column, text, origin, ...span } of cells) {
    if (row >= rowCount || column >= columnCount || grid[row]![column]) continue;
    const rowSpan = Math.min(span.rowSpan, rowCount - row);
    const colSpan = Math.min(span.colSpan, columnCount - column);
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + colSpan; c++)
        grid[r]![c] ??= { text: '', origin, covered: r > row ? 'above' : 'left' };
    grid[row]![column] = {
      text,
      origin,
      ...(colSpan > 1 ? { colSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
    };
  }
  return grid.map((row, r) => row.map((cell, c) => cell ?? { text: '', origin: originOf(r, c) }));
}
