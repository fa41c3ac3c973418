/** Printed lines outside tables → paragraphs: wrapped lines are joined, page numbers dropped. */
import { isNumbered } from '@mingsuan/core/text/numbering';
import type { Paragraph, TextLine } from '../layout.ts';
import { type Box, union } from './geometry.ts';
import { joinLines, type Line, median, textOf } from './runs.ts';

const PAGE_NUMBER =
  /^(?:[-—–~·\s]*\d{1,4}[-—–~·\s]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d+\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
const isListed = (text: string) => isNumbered(text) || /^(?:第[一二三四五六七八九十]+部分|注[:：])/.test(text);
const EDGE = 0.09;

/** —5—: set so, it is a page number wherever the page's text ends. */
const DASHED_NUMBER = /^[-—–]\s*\d{1,4}\s*[-—–]$/;

/** Drops a bare page number at the very top or bottom of the page, and one between dashes that is its first or last line. */
export function withoutPageNumber(lines: readonly Line[], height: number): Line[] {
  const ends = [lines[0], lines.at(-1)];
  return lines.filter((line) => {
    const atEdge = line.box[3] < height * EDGE || line.box[1] > height * (1 - EDGE);
    const pattern = atEdge ? PAGE_NUMBER : ends.includes(line) ? DASHED_NUMBER : undefined;
    return !pattern?.test(textOf(line.runs));
  });
}

/** `place` turns a box of reading space into one of the displayed page. */
export function paragraphsOf(
  lines: readonly Line[],
  page: number,
  width: number,
  place: (box: Box) => Box,
): { y: number; paragraph: Paragraph }[] {
  if (lines.length === 0) return [];
  const whole = lines.filter((line) => !isShownInPart(line));
  const left = Math.min(...lines.map((line) => Math.max(line.box[0], whole.includes(line) ? line.box[0] : 0)));
  // On a page of tables the few lines are all short: the margin is then as wide as the left one.
  const right = Math.max(...whole.map((line) => line.box[2]), width - Math.max(left, 0.06 * width) * 1.25);
  const leading = leadingOf(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const previous = groups.at(-1)?.at(-1);
    if (previous && goesOn(previous, line, left, right, leading)) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const texts = group.map((line): TextLine => ({ text: textOf(line.runs), origin: { page, box: place(line.box) } }));
    const box = union(group.map((line) => line.box));
    const size = Math.round(median(group.map((line) => line.size)) * 10) / 10;
    const centered = group.length === 1 && Math.abs(box[0] + box[2] - width) < 0.06 * width && box[0] > left + 2 * size;
    return {
      y: box[1],
      paragraph: {
        kind: 'paragraph',
        text: joinLines(texts.map((line) => line.text)),
        origin: { page, box: place(box) },
        lines: texts,
        size,
        ...(centered ? { centered } : {}),
      },
    };
  });
}

const isShownInPart = ({ runs }: Line): boolean => runs.some(({ glyphs }) => glyphs.some(({ hidden }) => hidden));

/** A number of so many digits is not broken: the line before it ends where the whole of it had no room. */
const LONG_NUMBER = /^[（(“]?\d[\d,.]{4,}[）)”%。，；、]*/;

/** How wide what a line begins with is, in em, where it cannot be broken. */
const unbroken = (text: string): number =>
  [...(LONG_NUMBER.exec(text)?.[0] ?? '')].reduce((sum, c) => sum + (c < '\u0100' ? 0.55 : 1), 0);

/** Of the size of the type: so much more than between the lines of a paragraph stands between two. */
const APART = 0.5;

/** The least distance between two lines of a page, in sizes of their type: that of the lines of one paragraph. */
const leadingOf = (lines: readonly Line[]): number =>
  lines.slice(1).reduce((least, line, i) => {
    const gap = gapOf(lines[i]!, line);
    return gap > 0 ? Math.min(least, gap) : least;
  }, Number.POSITIVE_INFINITY);

const gapOf = (previous: Line, line: Line): number => (line.box[1] - previous.box[3]) / previous.size;

/** A line that fills the text block goes on in the next one, unless that is indented, numbered or set in another size. */
function goesOn(previous: Line, line: Line, left: number, right: number, leading: number): boolean {
  if (isShownInPart(previous) || isShownInPart(line)) return false;
  const em = previous.size;
  const text = textOf(line.runs);
  const before = textOf(previous.runs);
  if (Math.abs(line.size - em) > 0.2 * em || line.box[1] - previous.box[3] > 1.6 * em) return false;
  // Where sentences end, what stands farther below than the lines of a paragraph is the next one.
  if (/[。：；]$/.test(before) && gapOf(previous, line) > leading + APART) return false;
  if (/\t/.test(before) || isListed(text) || /[.．…·]{3,}\s*\d*$/.test(before)) return false;
  const full =
    previous.box[2] > right - Math.max(2.2, unbroken(text) + 0.6) * em &&
    previous.box[2] - previous.box[0] > 0.5 * (right - left);
  return full && line.box[0] < left + 1.4 * em;
}
