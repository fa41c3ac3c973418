/** Grids whose rulings part columns or nothing at all: their cells hold many rows, which only the text tells apart. */
import type { Grid, GridCell } from './grid.ts';
import { isAmountWithFraction, piecesOf } from './infer/pieces.ts';
import { linesOf } from './runs.ts';

/** Whether a filled grid leaves rows apart: two columns of one row hold amounts below each other, or one cell a whole table. */
export function lacksRows(grid: Grid): boolean {
  const stacked = new Map<number, number>();
  for (const cell of grid.cells) {
    const amounts = amountLines(cell);
    if (amounts.filter((pieces) => pieces > 1).length > 2) return true;
    if (amounts.length > 1 && amounts.every((pieces) => pieces === 1))
      stacked.set(cell.row, (stacked.get(cell.row) ?? 0) + 1);
  }
  return [...stacked.values()].some((columns) => columns > 1);
}

/** For each line of a cell with an amount, set apart from other text, the number of its pieces. */
function amountLines(cell: GridCell): number[] {
  return linesOf(cell.glyphs).flatMap((line) => {
    const pieces = piecesOf(line);
    return pieces.some(isAmountWithFraction) ? [pieces.length] : [];
  });
}
