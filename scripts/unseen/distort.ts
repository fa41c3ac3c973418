/**
 * The same document as another place might have printed it: without titles or units, with blank columns, other page breaks, other
 * words. Whatever reading loses on the way hung on a list of words or on a place, not on structure.
 */
import { inYuan, otherDigits, otherMarks, unitless, unitOnce } from './amounts.ts';
import type { Distortion } from './distortion.ts';
import { blankColumns, remarks, reworded, totalLast, unmerged } from './grids.ts';
import { partHeader, reordered, setWide, sideBySide, splitCodes, tornRows, wrapped } from './printings.ts';
import { coarse } from './roundings.ts';
import { broken, shuffled, titleInside, unitBeside, untitled } from './titles-and-pages.ts';

export const DISTORTIONS: Readonly<Record<string, Distortion>> = {
  untitled,
  unitless,
  blankColumns,
  broken,
  shuffled,
  inYuan,
  unmerged,
  reworded,
  otherMarks,
  otherDigits,
  titleInside,
  remarks,
  totalLast,
  unitOnce,
  splitCodes,
  reordered,
  wrapped,
  partHeader,
  tornRows,
  sideBySide,
  setWide,
  unitBeside,
  tenths: coarse(1),
  wholes: coarse(0),
  bareWholes: coarse(0, false),
};
