/** Amounts whose thousands stand apart by a space (`1 580.34`): without lines between columns, each group of digits would look like one of its own. */
import type { Glyph } from './geometry.ts';
import { linesOf, median, type Run } from './runs.ts';

const LEADING = /^[-−]?\d{1,3}$/;
const GROUP = /^\d{3}$/;
const LAST = /^\d{3}\.\d+$/;
/** A page that prints amounts so sets none apart by a space. */
const OTHERWISE = /^[-−]?(?:\d{4,}|\d{1,3}(?:,\d{3})+)\.\d+$/;
/** Of the size of the type: a space is not wider, and on one page all are as wide. */
const WIDEST = 0.6;
const NARROW = 0.4;
const AS_WIDE = 0.08;

/** Runs from left to right that are one number, as far as their digits tell, and the gaps between them. */
interface Grouped {
  readonly runs: readonly Run[];
  readonly gaps: readonly number[];
}

/**
 * The characters with a space between the groups of a number, where a page sets thousands apart so: everywhere as wide, and no amount
 * in another way. Whole numbers and other gaps may be of two columns, and stay as they are.
 */
export function withGroupSpaces(glyphs: readonly Glyph[]): readonly Glyph[] {
  // Most pages have none, and need no closer look.
  if (!glyphs.some((glyph, i) => i > 0 && isApart(glyphs[i - 1]!, glyph))) return glyphs;
  const lines = linesOf(glyphs);
  const found = lines.flatMap(({ runs }) => groupedIn(runs));
  if (found.length === 0 || lines.some(({ runs }) => runs.some(({ text }) => OTHERWISE.test(text)))) return glyphs;
  const gaps = found.flatMap((each) => each.gaps);
  const space = median(gaps);
  const isSpace = (gap: number) => Math.abs(gap - space) < AS_WIDE;
  if (gaps.length === 1 ? space > NARROW : gaps.filter(isSpace).length * 10 < gaps.length * 9) return glyphs;
  const spaces = found.flatMap(({ runs, gaps: own }) =>
    own.every(isSpace) ? runs.slice(1).map(spaceBefore(runs)) : [],
  );
  return [...glyphs, ...spaces];
}

const DIGIT = /^\d$/;

/** Two digits on one line with a space between them. */
const isApart = (before: Glyph, glyph: Glyph): boolean =>
  glyph.x0 - before.x1 > 0.2 * glyph.size &&
  glyph.x0 - before.x1 < WIDEST * glyph.size &&
  DIGIT.test(glyph.text) &&
  DIGIT.test(before.text);

const spaceBefore =
  (runs: readonly Run[]) =>
  (run: Run, i: number): Glyph => {
    const before = runs[i]!.glyphs.at(-1)!;
    return { ...before, text: ' ', x0: before.x1, x1: run.glyphs[0]!.x0 };
  };

function groupedIn(runs: readonly Run[]): Grouped[] {
  const found: Grouped[] = [];
  for (let from = 0; from < runs.length; from += 1) {
    if (!LEADING.test(runs[from]!.text)) continue;
    const gaps: number[] = [];
    for (let at = from + 1; at < runs.length; at += 1) {
      const [before, run] = [runs[at - 1]!, runs[at]!];
      const gap = (run.box[0] - before.box[2]) / Math.min(before.size, run.size);
      if (gap > WIDEST || !(GROUP.test(run.text) || LAST.test(run.text))) break;
      gaps.push(gap);
      if (!LAST.test(run.text)) continue;
      found.push({ runs: runs.slice(from, at + 1), gaps });
      from = at;
      break;
    }
  }
  return found;
}
