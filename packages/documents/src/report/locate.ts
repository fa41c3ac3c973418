/**
 * The exact places of quoted words on a page. Findings know the line or the cell they speak of; a reviewer wants to see the
 * words. Boxes are points from the top left of the page as displayed.
 */
import { foldWidth } from '@mingsuan/core/text/fold';
import { around, type Box, type Glyph, turnBox } from '../pdf/geometry.ts';
import { readGlyphs, readingTurns } from '../pdf/glyphs.ts';
import { linesOf } from '../pdf/runs.ts';
import type { OpenPage } from './pdfium.ts';

/** The words of a page, once in the order the file draws them and once line by line. */
export interface PageWords {
  readonly orders: readonly Sequence[];
  readonly place: (box: Box) => Box;
}

/** Characters one after another; `owners` tells for each unit of `text` which glyph it comes from. */
interface Sequence {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly owners: readonly number[];
}

/** The words of an open page, for finding quoted ones again. */
export function wordsOf({ pdfium, handle, frame, turns: shown, width, height, scratch }: OpenPage): PageWords {
  const text = pdfium._FPDFText_LoadPage!(handle);
  if (text === 0) return { orders: [], place: (box) => box };
  try {
    const turns = readingTurns(pdfium, text, shown);
    const { glyphs } = readGlyphs(pdfium, text, frame, turns, scratch);
    const back = (shown - turns + 4) % 4;
    const [w, h] = back % 2 === 1 ? [height, width] : [width, height];
    const byLine = linesOf(glyphs).flatMap(({ runs }) => runs.flatMap((run) => run.glyphs));
    return { orders: [sequence(glyphs), sequence(byLine)], place: (box) => turnBox(box, back, w, h) };
  } finally {
    pdfium._FPDFText_ClosePage!(text);
  }
}

function sequence(glyphs: readonly Glyph[]): Sequence {
  const texts = glyphs.map((glyph) => foldWidth(glyph.text));
  return {
    glyphs,
    text: texts.join(''),
    owners: texts.flatMap((text, i) => Array.from({ length: text.length }, () => i)),
  };
}

/** One box for each line the words stand on; `near`, where they were read, if they are not found there. */
export function locate({ orders, place }: PageWords, words: string, near: Box): readonly Box[] {
  const needle = foldWidth(words.replace(/^…+|…+$/g, ''));
  if (needle === '') return [near];
  for (const { glyphs, text, owners } of orders)
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      const found = glyphs.slice(owners[at]!, owners[at + needle.length - 1]! + 1);
      const boxes = perLine(found).map(place);
      if (boxes.some((box) => meet(box, near))) return boxes;
    }
  return [near];
}

/** The first character on the line that a box stands on. */
export function lineStart({ orders, place }: PageWords, box: Box): Box {
  const middle = (box[1] + box[3]) / 2;
  const onLine = (orders[0]?.glyphs ?? [])
    .map((glyph) => place(around([glyph])))
    .filter((b) => b[1] < middle && middle < b[3]);
  return onLine.reduce((first, b) => (b[0] < first[0] ? b : first), box);
}

function perLine(glyphs: readonly Glyph[]): Box[] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = lines.at(-1)?.at(-1);
    if (last && Math.abs(last.y1 - glyph.y1) < 0.5 * glyph.size && glyph.x0 > last.x0 - 1) lines.at(-1)!.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map(around);
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
