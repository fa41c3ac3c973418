/** Grids whose rulings part columns or nothing at all: their cells hold many rows, which only the text tells apart. */
import type { Grid } from './grid.ts';
import { isAmountWithFraction, piecesOf } from './infer/pieces.ts';
import { linesOf } from './runs.ts';

/** Whether a filled grid leaves rows apart: a cell holds nothing but amounts below each other, or a whole table. */
export function lacksRows(grid: Grid): boolean {
  return grid.cells.some((cell) => {
    const lines = linesOf(cell.glyphs).map((line) => piecesOf(line));
    const amounts = lines.filter((pieces) => pieces.some(isAmountWithFraction));
    return (
      amounts.filter((pieces) => pieces.length > 1).length > 2 ||
      (amounts.length > 1 && amounts.length === lines.length && lines.every((pieces) => pieces.length === 1))
    );
  });
}
