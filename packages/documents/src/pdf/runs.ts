/** Glyphs → runs (words that belong together) → lines. */
import { superscript } from '../superscript.ts';
import { around, type Box, type Glyph, union } from './geometry.ts';

/** Glyphs next to each other without a gap, all of one kind of text where they are digits. */
export interface Run {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly box: Box;
  readonly size: number;
}

export interface Line {
  readonly runs: readonly Run[];
  readonly box: Box;
  readonly size: number;
}

const NUMERIC = /^[\d,.，．%+\-−]$/;
const WIDE = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/;

/** Groups glyphs into lines by the overlap of their heights; a line grows only with what overlaps its first glyphs by half. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const sorted = glyphs.toSorted((a, b) => a.y0 + a.y1 - (b.y0 + b.y1) || a.x0 - b.x0);
  const lines: { glyphs: Glyph[]; y0: number; y1: number }[] = [];
  for (const glyph of sorted) {
    const line = overlapped(lines, glyph);
    if (line) line.glyphs.push(glyph);
    else lines.push({ glyphs: [glyph], y0: glyph.y0, y1: glyph.y1 });
  }
  return lines.map(({ glyphs: members }) => lineOf(members)).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** So many of the last lines may still take a character. */
const NEAR = 6;

function overlapped<L extends { y0: number; y1: number }>(lines: readonly L[], glyph: Glyph): L | undefined {
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - NEAR); i -= 1)
    if (overlaps(lines[i]!, glyph)) return lines[i];
  return undefined;
}

function overlaps(line: { y0: number; y1: number }, glyph: Glyph): boolean {
  const shared = Math.min(line.y1, glyph.y1) - Math.max(line.y0, glyph.y0);
  return shared > 0.55 * Math.min(line.y1 - line.y0, glyph.size);
}

function lineOf(glyphs: Glyph[]): Line {
  const runs = runsOf(glyphs);
  return { runs, box: union(runs.map((run) => run.box)), size: median(glyphs.map((glyph) => glyph.size)) };
}

/**
 * Splits the glyphs of one line where a gap is wider than a space, and where Chinese follows a number directly. Words that
 * run over others (a long header over its neighbour's) stay apart: each character goes on where one ends that it follows.
 */
export function runsOf(glyphs: readonly Glyph[]): Run[] {
  const sorted = glyphs.toSorted((a, b) => a.x0 - b.x0);
  const runs: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of sorted) {
    if (before && isTwice(before, glyph)) continue;
    before = glyph;
    const run = runs.length < 2 ? runs[0] : followedBy(runs, glyph);
    const last = run?.at(-1);
    if (
      !last ||
      glyph.x0 - last.x1 > 0.22 * Math.min(last.size, glyph.size) ||
      (NUMERIC.test(last.text) && WIDE.test(glyph.text) && glyph.x0 - last.x1 > -0.5 && !goesOnWide(last, glyph)) ||
      standsOver(glyph, last)
    )
      runs.push([glyph]);
    else run!.push(glyph);
  }
  return runs.map((members) => ({
    glyphs: members,
    text: members.map((glyph) => glyph.text).join(''),
    box: around(members),
    size: median(members.map((glyph) => glyph.size)),
  }));
}

/** ２７，０７８．０２: a number in characters of full width. */
const goesOnWide = (last: Glyph, glyph: Glyph): boolean => /[，．]/.test(last.text) && /[０-９]/.test(glyph.text);

/** Fake bold prints a character twice. */
const isTwice = (last: Glyph, glyph: Glyph): boolean =>
  last.text === glyph.text &&
  Math.abs(last.x0 - glyph.x0) < 0.15 * glyph.size &&
  Math.abs(last.y0 - glyph.y0) < 0.15 * glyph.size;

/** So many of the last runs may be going on at once: one over the other. */
const AT_ONCE = 3;
/** Of their size: Chinese characters of one text do not cover each other so far; brackets and stops are set closer. */
const COVERED = 0.3;
const HAN = /^\p{Script=Han}/u;

/** The run that a character goes on with: the last, unless it covers that one and another ends just where it begins. */
function followedBy(runs: readonly Glyph[][], glyph: Glyph): Glyph[] {
  const last = runs.at(-1)!;
  if (gapTo(glyph, last) < 0.1 * glyph.size) return last;
  return runs.slice(-AT_ONCE).reduceRight((best, run) => (gapTo(glyph, run) < gapTo(glyph, best) ? run : best), last);
}

const gapTo = (glyph: Glyph, run: readonly Glyph[]): number => Math.abs(glyph.x0 - run.at(-1)!.x1);

const standsOver = (glyph: Glyph, last: Glyph): boolean =>
  last.x1 - glyph.x0 > COVERED * Math.min(last.size, glyph.size) && HAN.test(glyph.text) && HAN.test(last.text);

/** So much smaller than the characters beside them, and so much of their height above their line, are marks of notes. */
const SMALLER = 0.8;
const RAISED = 0.15;

/** A run's characters, its small raised digits as the superscripts that they are: `36.20²` is not 36.202. */
export function withRaisedDigits({ glyphs }: Run): readonly Glyph[] {
  const size = glyphs.reduce((most, glyph) => Math.max(most, glyph.size), 0);
  const isSmall = (glyph: Glyph) => glyph.size <= SMALLER * size;
  if (!glyphs.some((glyph) => isSmall(glyph) && /^\d$/.test(glyph.text))) return glyphs;
  const line = median(glyphs.filter((glyph) => !isSmall(glyph)).map(baselineOf));
  return glyphs.map((glyph) =>
    isSmall(glyph) && /^\d$/.test(glyph.text) && baselineOf(glyph) < line - RAISED * size
      ? { ...glyph, text: superscript(glyph.text) }
      : glyph,
  );
}

/** Characters stand in the em square around the baseline (`glyphs.ts`). */
const baselineOf = ({ y1, size }: Glyph): number => y1 - 0.14 * size;

/** The middle value, the upper of two; 0 of none. */
export function median(values: readonly number[]): number {
  // The characters of a line are mostly of one size.
  const [first = 0] = values;
  if (values.every((value) => value === first)) return first;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/**
 * The text of runs on one line. A gap wider than two characters is a tab (two pieces on one line), a narrower one a space;
 * between Chinese characters only a gap of half a character counts.
 */
export function textOf(runs: readonly Run[]): string {
  let text = '';
  runs.forEach((run, i) => {
    const previous = runs[i - 1];
    if (previous) {
      const gap = run.box[0] - previous.box[2];
      const em = Math.min(previous.size, run.size);
      const wide = WIDE.test(previous.text.at(-1)!) && WIDE.test(run.text);
      if (gap > 2 * em) text += '\t';
      else if (gap > (wide ? 0.45 : 0.22) * em) text += ' ';
    }
    text += run.text;
  });
  return text;
}

/** Joins the lines of one cell or paragraph: Chinese without a gap, Latin words with one, a number torn by wrapping without. */
export function joinLines(texts: readonly string[]): string {
  return texts.reduce((joined, text) => {
    const [a, b] = [joined.at(-1) ?? '', text[0] ?? ''];
    const numeric = NUMERIC.test(a) && NUMERIC.test(b);
    return joined && /[A-Za-z0-9)]/.test(a) && /[A-Za-z0-9(]/.test(b) && !numeric ? `${joined} ${text}` : joined + text;
  }, '');
}
