/** Where lines of text stand in a part of a page's picture, told by its ink alone. In pixels. */
import type { Grey } from './picture.ts';

export type Area = readonly [x0: number, y0: number, x1: number, y1: number];

/** Pixels of ink that make a row or a column more than noise: 一 is two pixels high. */
const LEAST_IN_ROW = 2;
const LEAST_IN_COLUMN = 1;
/** Grey levels that a thin stroke at the end of a line is paler than ink. */
const PALE = 40;

/** The level below which a pixel is ink: between a page's darkest and white. */
export function inkLevel({ data }: Grey): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 3) counts[data[i]!]! += 1;
  let dark = 0;
  for (let level = 0; level < 190; level++) dark += counts[level]!;
  let level = 0;
  for (let seen = 0; level < 190 && seen < dark * 0.15; level++) seen += counts[level]!;
  return Math.min(190, Math.round((level + 255) / 2));
}

/** The level below which a thin stroke is ink. */
export const paler = (ink: number): number => Math.min(215, ink + PALE);

/** Lines of an area from top to bottom, each as wide as its ink. `pieces` parts a line where a gap is wide. */
export function textLines(grey: Grey, area: Area, ink: number, dpi: number, pieces: boolean): Area[] {
  const [x0, y0, x1] = area;
  const rows = profile(grey, area, ink, true);
  const bands = stretches(rows, Math.round(dpi / 80), LEAST_IN_ROW).map(([from, to]) => [y0 + from, y0 + to] as const);
  return bands.flatMap(([top, bottom]): Area[] => {
    if (bottom - top < dpi / 33) return [];
    const columns = profile(grey, [x0, top, x1, bottom], paler(ink), false);
    const gap = pieces ? 1.6 * Math.max(bottom - top, dpi / 10) : Number.POSITIVE_INFINITY;
    return stretches(columns, gap, LEAST_IN_COLUMN)
      .map(([from, to]): Area => [x0 + from, top, x0 + to, bottom])
      .filter(([left, , right]) => right - left >= dpi / 60)
      .map((line) => trimmed(grey, line, ink));
  });
}

/** Of a line's height so much is ink where a figure stands; what a stamp left, and specks, are lower. */
const TALL = 0.3;

/** The line from its first to its last column with ink as high as a figure's: what else is ink at its ends is none of its text. */
export function withoutSpecks(grey: Grey, area: Area, ink: number): Area {
  const [x0, y0, , y1] = area;
  const columns = profile(grey, area, paler(ink), false);
  const [span] = stretches(columns, Number.POSITIVE_INFINITY, Math.max(LEAST_IN_COLUMN, TALL * (y1 - y0)));
  return span ? [x0 + span[0], y0, x0 + span[1], y1] : area;
}

/** A piece of a line is often lower than the whole line. */
function trimmed(grey: Grey, [x0, y0, x1, y1]: Area, ink: number): Area {
  const rows = stretches(profile(grey, [x0, y0, x1, y1], ink, true), Number.POSITIVE_INFINITY, LEAST_IN_COLUMN)[0];
  return rows ? [x0, y0 + rows[0], x1, y0 + rows[1]] : [x0, y0, x1, y1];
}

function profile({ width, data }: Grey, [x0, y0, x1, y1]: Area, ink: number, byRow: boolean): Uint16Array {
  const counts = new Uint16Array(Math.max(0, byRow ? y1 - y0 : x1 - x0));
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) if (data[y * width + x]! < ink) counts[byRow ? y - y0 : x - x0]! += 1;
  return counts;
}

/** Where the counts are ink, gaps of up to `gap` within. */
function stretches(counts: Uint16Array, gap: number, least: number): (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  counts.forEach((count, i) => {
    if (count < least) return;
    const last = found.at(-1);
    if (last && i - last[1] <= gap) last[1] = i + 1;
    else found.push([i, i + 1]);
  });
  return found;
}
