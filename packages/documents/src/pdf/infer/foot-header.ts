/** A header at a page's foot whose rows begin on the next page: it heads them as if it stood above them there. */
import type { Line } from '../runs.ts';
import { isFigure, piecesOf } from './pieces.ts';

/** Headers deeper than this are words read as one. */
const MOST_LINES = 6;

/** The lines below all tables of a page that may head one on the next; `leads` tells which line may stand above which. */
export function footHeader(below: readonly Line[], leads: (upper: Line, lower: Line) => boolean): readonly Line[] {
  let start = below.length;
  while (start > 0 && (start === below.length || leads(below[start - 1]!, below[start]!))) start--;
  const lines = below.slice(start);
  const isHeader =
    lines.length <= MOST_LINES &&
    lines.some((line) => piecesOf(line).length > 1) &&
    !lines.some((line) => piecesOf(line).some((piece) => isFigure(piece) && !/^\d{1,2}$/.test(piece.text)));
  return isHeader ? lines : [];
}

/** The lines moved to stand right above a height. */
export function movedAbove(lines: readonly Line[], top: number): Line[] {
  const bottom = Math.max(...lines.map((line) => line.box[3]));
  const by = top - bottom - 0.2 * lines.at(-1)!.size;
  return lines.map(({ runs, box, size }) => ({
    size,
    box: [box[0], box[1] + by, box[2], box[3] + by],
    runs: runs.map((run) => ({
      ...run,
      box: [run.box[0], run.box[1] + by, run.box[2], run.box[3] + by],
      glyphs: run.glyphs.map((glyph) => ({ ...glyph, y0: glyph.y0 + by, y1: glyph.y1 + by })),
    })),
  }));
}
