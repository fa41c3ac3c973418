/** Watermarks that are set straight: large characters with the page's text across them. */
import { groupBy } from '@mingsuan/core/group-by';
import type { Glyph } from './geometry.ts';
import { median } from './runs.ts';

/** So much larger than the page's text; and so many of one size lie under it. */
const LARGER = 1.4;
const COVERED = 0.25;
/** Side of the squares that the small characters are sorted into, in points. */
const SQUARE = 24;

/** The characters of a page without those that lie under others. Titles are large too, but nothing is printed across them. */
export function withoutUnderlay(glyphs: Glyph[]): Glyph[] {
  const least = LARGER * median(glyphs.map(({ size }) => size));
  const large = glyphs.filter(({ size }) => size >= least);
  if (large.length === 0 || large.length === glyphs.length) return glyphs;
  const isCovered = coverOf(glyphs.filter(({ size }) => size < least));
  const sizes = groupBy(large, ({ size }) => Math.round(size));
  const underlay = new Set(
    [...sizes.values()].flatMap((same) => (same.filter(isCovered).length > COVERED * same.length ? same : [])),
  );
  return underlay.size === 0 ? glyphs : glyphs.filter((glyph) => !underlay.has(glyph));
}

/** Tells whether the middle of one of `small` stands within a character. */
function coverOf(small: readonly Glyph[]): (glyph: Glyph) => boolean {
  const squares = groupBy(small, (glyph) => keyOf(middle(glyph.x0, glyph.x1), middle(glyph.y0, glyph.y1)));
  return (glyph) => {
    for (let x = glyph.x0; x < glyph.x1 + SQUARE; x += SQUARE)
      for (let y = glyph.y0; y < glyph.y1 + SQUARE; y += SQUARE)
        if (squares.get(keyOf(x, y))?.some((other) => holds(glyph, other))) return true;
    return false;
  };
}

const middle = (from: number, to: number): number => (from + to) / 2;

const keyOf = (x: number, y: number): string => `${Math.floor(x / SQUARE)},${Math.floor(y / SQUARE)}`;

/** The edge of a character is white. */
function holds({ x0, y0, x1, y1, size }: Glyph, other: Glyph): boolean {
  const edge = 0.1 * size;
  const [x, y] = [middle(other.x0, other.x1), middle(other.y0, other.y1)];
  return x > x0 + edge && x < x1 - edge && y > y0 + edge && y < y1 - edge;
}
