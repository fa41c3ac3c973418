/**
 * Lines that spill over to a page of their own: where the last page of a section would hold a few lines only, its lines and
 * rows stand a little closer, so that it ends a page earlier, as a typist would set it.
 */
import type { PdfData } from './data.ts';

/** Where a section ends: the page, from 1, and the points from the page's upper edge. */
export interface SectionEnd {
  readonly page: number;
  readonly y: number;
}

/** A4, in points. */
const A4 = { short: 595.28, long: 841.89 };
const POINTS_PER_MM = 72 / 25.4;

/** The usual space once more, told from the 1 of a section that was not tried. */
const GIVEN_UP = 1.0001;

/** A last page that is filled less than this, of its room, is nearly empty. */
const NEARLY_EMPTY = 0.22;

/** Closer than this, lines are no longer read with ease. */
const CLOSEST = 0.6;
const STEP = 0.02;

/** How much of a page's height is space that can be drawn closer, a little too much: what is tried first must not overshoot. */
const SPACE = 0.6;

/**
 * The same document with its spilling sections one step closer; undefined where none spills, or nothing more can be done.
 * Sections that stand as close as may be and still spill go back to the usual space.
 */
export function drawnCloser(data: PdfData, ends: readonly SectionEnd[]): PdfData | undefined {
  let isChanged = false;
  const sections = data.sections.map((section, i) => {
    const spilled = section.closeness === GIVEN_UP ? 0 : spilledOf(data, i, ends);
    if (spilled === 0) return section;
    isChanged = true;
    const next = section.closeness - Math.max(STEP, spilled / SPACE);
    return { ...section, closeness: next < CLOSEST ? GIVEN_UP : next };
  });
  return isChanged ? { ...data, sections } : undefined;
}

/** The share of a section's height that is on a last page nearly empty; 0 where it is not. */
function spilledOf({ sections, margins }: PdfData, i: number, ends: readonly SectionEnd[]): number {
  const end = ends[i];
  const pages = end ? end.page - (ends[i - 1]?.page ?? 0) : 1;
  if (!end || pages < 2) return 0;
  const [top = 0, , bottom = 0] = margins.map((margin) => margin * POINTS_PER_MM);
  const height = sections[i]?.flipped ? A4.short : A4.long;
  const filled = (end.y - top) / (height - top - bottom);
  return filled < NEARLY_EMPTY ? filled / (pages - 1 + filled) : 0;
}
