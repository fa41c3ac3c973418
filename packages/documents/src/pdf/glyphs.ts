/** The characters of a page with their places, as far as the page shows them. */
import { plainCharacter } from '@mingsuan/core/text/radicals';
import { type Box, type Glyph, turnedSize, turnedX, turnedY } from './geometry.ts';
import type { Pdfium } from './pdfium.ts';
import { withoutUnderlay } from './underlay.ts';

/** Quarter turns that make most of the text run from left to right; the page's own where there is little text. */
export function readingTurns(pdfium: Pdfium, text: number, shown: number): number {
  const count = pdfium._FPDFText_CountChars!(text);
  const votes = [0, 0, 0, 0];
  const step = Math.max(1, Math.floor(count / 200));
  for (let i = 0; i < count; i += step) {
    if (pdfium._FPDFText_GetUnicode!(text, i) <= 32) continue;
    const angle = pdfium._FPDFText_GetCharAngle!(text, i);
    if (angle < 0) continue;
    // PDFium counts the angle clockwise; text that runs upwards is set upright by one turn.
    votes[(4 - Math.round(angle / (Math.PI / 2))) & 3]!++;
  }
  const best = votes.indexOf(Math.max(...votes));
  const sum = votes.reduce((a, b) => a + b, 0);
  return sum > 0 && votes[best]! * 3 > sum * 2 ? best : shown;
}

/** Characters set one after another on a line: they share their size and their clip. */
interface Stretch {
  readonly em: number;
  readonly clip: Clip | undefined;
  readonly baseline: number;
  /** Chinese and Latin characters come from different fonts, often of different size. */
  readonly wide: boolean;
  /** Neither along the lines nor across them: a watermark. */
  readonly slanted: boolean;
  x1: number;
  /** Of each that is read its place among the glyphs and among PDFium's characters. */
  readonly read: [glyph: number, index: number][];
}

/** What PDFium tells a hyphen as that ends a line: it takes the word for a broken one, where 项目 2025-|2027 年 and codes keep theirs. */
const LINE_END_HYPHEN = 2;

/** Spaces, control characters, soft hyphens: gaps are told by places, not by them. */
const isBlank = (code: number) =>
  code <= 32 ||
  (code >= 0x7f && code <= 0xa0) ||
  code === 0xad ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0xfffe;

/** The characters of a page in drawing order, those without a letter counted, and those that a clip cuts. */
export function readGlyphs(
  pdfium: Pdfium,
  text: number,
  frame: Box,
  turns: number,
  scratch: number,
): { glyphs: Glyph[]; unmapped: number; cut: Glyph[] } {
  const count = pdfium._FPDFText_CountChars!(text);
  const glyphs: Glyph[] = [];
  const at = scratch >> 2;
  const cut: Glyph[] = [];
  const slanted: Glyph[] = [];
  const [width, height] = turnedSize(frame, turns);
  let stretch: Stretch | undefined;
  let unmapped = 0;
  // PDFium forgets the clip of a text object that lies within it, so that the first object of a text does not tell where its last is cut off.
  const hideRest = ({ wide, clip, read }: Stretch) => {
    if (!wide || clip || read.length < 2) return;
    const first = pdfium._FPDFText_GetTextObject!(text, read[0]![1]);
    for (const [at, index] of read.toReversed()) {
      if (pdfium._FPDFText_GetTextObject!(text, index) === first) return;
      if (glyphs[at]!.hidden) continue;
      if (!isBeside(glyphs[at]!, clipAt(pdfium, text, index, frame, turns, scratch))) return;
      glyphs[at] = { ...glyphs[at]!, hidden: true };
    }
  };
  for (let i = 0; i < count; i++) {
    let code = pdfium._FPDFText_GetUnicode!(text, i);
    if (code === LINE_END_HYPHEN) code = 0x2d;
    if (isBlank(code)) {
      if (code === 0) unmapped++;
      continue;
    }
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) unmapped++;
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < count) {
      const low = pdfium._FPDFText_GetUnicode!(text, i + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i++;
      }
    }
    if (!pdfium._FPDFText_GetLooseCharBox!(text, i, scratch)) continue;
    const ax = turnedX(frame, turns, pdfium.HEAPF32[at]!, pdfium.HEAPF32[at + 1]!);
    const bx = turnedX(frame, turns, pdfium.HEAPF32[at + 2]!, pdfium.HEAPF32[at + 3]!);
    const [x0, x1] = [Math.min(ax, bx), Math.max(ax, bx)];
    pdfium._FPDFText_GetCharOrigin!(text, i, scratch, scratch + 8);
    const baseline = turnedY(frame, turns, pdfium.HEAPF64[scratch >> 3]!, pdfium.HEAPF64[(scratch >> 3) + 1]!);
    // Characters that follow each other on a line share size and clip; asking for each would double the time.
    const wide = code >= 0x2e80;
    if (!stretch || stretch.wide !== wide || stretch.baseline !== baseline || Math.abs(x0 - stretch.x1) > stretch.em) {
      if (stretch) hideRest(stretch);
      stretch = {
        ...setAt(pdfium, text, i, scratch),
        clip: clipAt(pdfium, text, i, frame, turns, scratch),
        baseline,
        wide,
        x1,
        read: [],
      };
    }
    stretch.x1 = x1;
    const { em, clip, slanted: isSlanted } = stretch;
    // Fonts state wild heights; the em square around the baseline is where the character stands.
    const [y0, y1] = [baseline - 0.86 * em, baseline + 0.14 * em];
    const last = glyphs.at(-1);
    const char = plainCharacter(String.fromCodePoint(code));
    // Fake bold prints a character twice at nearly the same place.
    if (last && last.text === char && Math.abs(last.x0 - x0) < 1 && Math.abs(last.y0 - y0) < 1) continue;
    const glyph: Glyph = { text: char, x0, y0, x1, y1, size: em };
    const shown = shownShare(clip, baseline, em);
    if (shown > SLIVER && shown < CUT) cut.push(glyph);
    if (shown < VISIBLE) continue;
    if (isSlanted) slanted.push(glyph);
    else {
      const isOff = x1 < 0 || x0 > width || y1 < 0 || y0 > height;
      stretch.read.push([glyphs.push(isOff || isBeside(glyph, clip) ? { ...glyph, hidden: true } : glyph) - 1, i]);
    }
  }
  if (stretch) hideRest(stretch);
  // Where nearly all of a page leans, it is a scan put in askew with its text below.
  if (slanted.length > glyphs.length) return { glyphs: [...glyphs, ...slanted], unmapped, cut };
  return { glyphs: withoutUnderlay(glyphs), unmapped, cut };
}

/** Less of a character than this is not seen; less than the half is not read; less than three quarters is visibly cut. */
const SLIVER = 0.03;
const VISIBLE = 0.5;
const CUT = 0.75;

/** What a clip lets through, in reading space. */
interface Clip {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

const isBeside = ({ x0, x1 }: Glyph, clip: Clip | undefined): boolean =>
  clip !== undefined && (x0 + x1 < 2 * clip.x0 || x0 + x1 > 2 * clip.x1);

/** About ten degrees: text that leans less was scanned askew. */
const SLANT = 0.17;

/** How a character is set: the size of its em in points, and whether it leans. */
function setAt(pdfium: Pdfium, text: number, index: number, scratch: number): Pick<Stretch, 'em' | 'slanted'> {
  const at = scratch >> 2;
  pdfium._FPDFText_GetMatrix!(text, index, scratch);
  const [a, b, c, d] = pdfium.HEAPF32.subarray(at, at + 4) as unknown as [number, number, number, number];
  const slanted = Math.min(Math.abs(a), Math.abs(b)) > SLANT * Math.hypot(a, b);
  return { em: pdfium._FPDFText_GetFontSize!(text, index) * Math.hypot(c, d), slanted };
}

/** The clip of the text object that a character belongs to. */
function clipAt(
  pdfium: Pdfium,
  text: number,
  index: number,
  frame: Box,
  turns: number,
  scratch: number,
): Clip | undefined {
  const object = pdfium._FPDFText_GetTextObject!(text, index);
  return object === 0 ? undefined : readClip(pdfium, object, frame, turns, scratch);
}

function readClip(pdfium: Pdfium, object: number, frame: Box, turns: number, scratch: number): Clip | undefined {
  const path = pdfium._FPDFPageObj_GetClipPath!(object);
  const count = path === 0 ? 0 : pdfium._FPDFClipPath_CountPaths!(path);
  let clip: Clip | undefined;
  for (let i = 0; i < count; i++) {
    const segments = pdfium._FPDFClipPath_CountPathSegments!(path, i);
    if (segments < 3) continue;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = 0; k < segments; k++) {
      pdfium._FPDFPathSegment_GetPoint!(pdfium._FPDFClipPath_GetPathSegment!(path, i, k), scratch, scratch + 4);
      const [px, py] = [pdfium.HEAPF32[scratch >> 2]!, pdfium.HEAPF32[(scratch >> 2) + 1]!];
      const [x, y] = [turnedX(frame, turns, px, py), turnedY(frame, turns, px, py)];
      [x0, x1] = [Math.min(x0, x), Math.max(x1, x)];
      [y0, y1] = [Math.min(y0, y), Math.max(y1, y)];
    }
    clip = clip
      ? { x0: Math.max(clip.x0, x0), y0: Math.max(clip.y0, y0), x1: Math.min(clip.x1, x1), y1: Math.min(clip.y1, y1) }
      : { x0, y0, x1, y1 };
  }
  return clip;
}

/** The share of a character's height that its clip shows. Sideways cuts are left alone: a long number stays whole. */
function shownShare(clip: Clip | undefined, baseline: number, em: number): number {
  if (!clip || em === 0) return 1;
  const [top, bottom] = [baseline - 0.8 * em, baseline + 0.1 * em];
  return Math.max(0, Math.min(bottom, clip.y1) - Math.max(top, clip.y0)) / (bottom - top);
}
