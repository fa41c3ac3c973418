/** A4 and its margins, in twentieths of a point. */
import type { Page } from '../../layout.ts';

export const PAPER = { width: 11906, height: 16838 };
export const MARGIN = 1134;

/** Whether a page lies on its side. */
export const isWide = ({ width, height }: Page): boolean => (width ?? 0) > (height ?? 0);

/** The room between the margins. */
export function roomOf(page: Page): { readonly width: number; readonly height: number } {
  const upright = { width: PAPER.width - 2 * MARGIN, height: PAPER.height - 2 * MARGIN };
  return isWide(page) ? { width: upright.height, height: upright.width } : upright;
}
