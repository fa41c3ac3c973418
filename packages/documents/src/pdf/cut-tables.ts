/** Tables wider than what the page shows: their lines across run on, and no line closes them. */
import type { Ruling } from './geometry.ts';
import { type Grid, type GridCell, OPEN_SIDE } from './grid.ts';

/**
 * Whether a filled grid ends at its right side in the middle of a column: closed at the left, open at the right, with words that run up to
 * the end of the lines or that a clip hides in part, and no whole figure behind the last line down. A table that lacks its last line has
 * the figures of its last column, and one without sides is open at both.
 */
export function isCutOff(grid: Grid, rulings: readonly Ruling[]): boolean {
  const down = rulings.filter(({ horizontal }) => !horizontal).map(({ at }) => at);
  const [left, right, end] = [Math.min(...down), Math.max(...down), grid.box[2]];
  if (grid.columns < 3 || left > grid.box[0] + OPEN_SIDE || right > end - OPEN_SIDE) return false;
  const last = lastOf(grid);
  const isCut = (cell: GridCell) => isHidden(cell) || cell.glyphs.some(({ x1, size }) => x1 > end - size);
  const isFigure = ({ glyphs }: GridCell) => glyphs.some(({ text, x0 }) => x0 > right && /\d/.test(text));
  return last.some(isCut) && !last.some((cell) => isFigure(cell) && !isHidden(cell));
}

/** Takes figures away of which the page shows a part: that part is another figure. */
export function dropCutFigures(grid: Grid): void {
  for (const cell of lastOf(grid))
    if (isHidden(cell) && cell.glyphs.some(({ text }) => /\d/.test(text))) cell.glyphs.length = 0;
}

const lastOf = (grid: Grid): readonly GridCell[] => grid.cells.filter(({ box }) => box[2] > grid.box[2] - 1);

const isHidden = ({ glyphs }: GridCell): boolean => glyphs.some(({ hidden }) => hidden);
