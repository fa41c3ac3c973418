/** Grids whose rulings part columns or nothing at all: their cells hold many rows, which only the text tells apart. */
import type { Grid } from './grid.ts';
import { isAmountWithFraction, piecesOf } from './infer/pieces.ts';
import { linesOf, textOf } from './runs.ts';

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

/** A sentence goes on at the edge of a cell: 万元、公用经费 between two underlined figures. */
const TORN = /^(?:万元|亿元|元|%)?[，、。；]|^(?:万|亿)?元[\u4e00-\u9fff，、]/;

/** Whether the lines of a grid only underline figures of running text: its cells are pieces of one sentence. */
export function isUnderlined(grid: Grid): boolean {
  if (grid.rows > 3) return false;
  const texts = grid.cells
    .map((cell) =>
      linesOf(cell.glyphs)
        .map((line) => textOf(line.runs))
        .join('')
        .trim(),
    )
    .filter((text) => text !== '');
  return texts.filter((text) => TORN.test(text)).length >= 2;
}
