/** A4 and its margins, in twentieths of a point. */
import type { PageStyle } from '@mingsuan/core/templates/index';
import type { Page } from '../../layout.ts';

export const PAPER = { width: 11906, height: 16838 };

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const USUAL = 1134;
const PER_MILLIMETRE = 1440 / 25.4;

/** The margins of every page, upright or on its side: the place's own, which are told in millimetres, or the usual ones. */
export function marginsOf(own: PageStyle['margins']): Margins {
  const [top = USUAL, right = USUAL, bottom = USUAL, left = USUAL] =
    own?.map((millimetres) => Math.round(millimetres * PER_MILLIMETRE)) ?? [];
  return { top, right, bottom, left };
}

/** Whether a page lies on its side. */
export const isWide = ({ width, height }: Page): boolean => (width ?? 0) > (height ?? 0);

/** The room between the margins. */
export function roomOf(
  page: Page,
  { top, right, bottom, left }: Margins,
): { readonly width: number; readonly height: number } {
  const [width, height] = isWide(page) ? [PAPER.height, PAPER.width] : [PAPER.width, PAPER.height];
  return { width: width - left - right, height: height - top - bottom };
}
