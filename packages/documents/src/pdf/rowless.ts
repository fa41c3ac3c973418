/** Grids whose rulings part columns or nothing at all: their cells hold many rows, which only the text tells apart. */
import type { Grid } from './grid.ts';
import { isAmountWithFraction, piecesOf } from './infer/pieces.ts';
import { linesOf } from './runs.ts';

/** Whether a filled grid leaves rows apart: a cell holds nothing but amounts below each other, or a whole table. */
export function lacksRows(grid: Grid): boolean {
  return grid.cells.some((cell) => {
    // Most cells are one line high: they need no closer look.
    const size = cell.glyphs[0]?.size ?? 0;
    if (cell.box[3] - cell.box[1] < 1.8 * size || !cell.glyphs.some((glyph) => glyph.text === '.')) return false;
    const lines = linesOf(cell.glyphs).map((line) => piecesOf(line));
    const amounts = lines.filter((pieces) => pieces.some(isAmountWithFraction));
    return (
      amounts.filter((pieces) => pieces.length > 1).length > 2 ||
      (amounts.length > 1 && amounts.length === lines.length && lines.every((pieces) => pieces.length === 1))
    );
  });
}
