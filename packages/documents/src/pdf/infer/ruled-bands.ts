/** What stands between the lines across of a table without lines down: its rows, and the white stripes that part its columns. */
import type { Glyph, Ruling } from '../geometry.ts';
import { positions } from '../rulings.ts';
import { type Line, linesOf, median } from '../runs.ts';
import { isAmount, isIndexLine, isLed, type Piece, pieceOf, type Span } from './pieces.ts';

/** Lines of one stack begin and end at most this far apart. */
export const SAME_END = 3;
/** A table has so many lines across at least; fewer underline, or frame. */
const LEAST_LINES = 3;
/** The share of a table's width that its last line covers at least. */
const MOST = 0.8;
/** Of the size of the type: less than this between two characters parts nothing. */
const SEEN_GAP = 0.1;
/** Of the size of the type: so much between two texts of a line is seen as two wherever it stands. */
const WIDE_GAP = 0.5;
/** A text over more than this share of the table's width says nothing about its columns. */
const SPANNING = 0.45;
/** A header is not deeper than so many rows. */
const MAX_HEADER = 4;

/** The text between two lines that follow each other. */
export interface Band {
  readonly y0: number;
  readonly y1: number;
  readonly lines: readonly Line[];
}

/** Stacks of lines across that nothing crosses: all within the first one's reach, the last over most of it (a cell at one side may be higher than the page). */
export function stacksOf(across: readonly Ruling[]): Ruling[][] {
  const stacks: Ruling[][] = [];
  for (const ruling of [...across].sort((a, b) => a.at - b.at)) {
    const stack = stacks.find(([first]) => ruling.from > first!.from - SAME_END && ruling.to < first!.to + SAME_END);
    if (stack) stack.push(ruling);
    else stacks.push([ruling]);
  }
  return stacks.flatMap((stack) => {
    const [first] = stack;
    const isWhole = ({ from, to }: Ruling) => to - from > MOST * (first!.to - first!.from);
    const whole = stack.slice(0, stack.findLastIndex(isWhole) + 1);
    return positions(whole.map(({ at }) => at)).length >= LEAST_LINES ? [whole] : [];
  });
}

/** So much larger than a table's own, type is a title's. */
const TITLE = 1.2;

/**
 * The stacks of a page's tables that stand below each other and are equally wide: a title, or the line that says what amounts are in,
 * parts them.
 */
export function partedStacks(stack: readonly Ruling[], glyphs: readonly Glyph[]): (readonly Ruling[])[] {
  const table = { x0: Math.min(...stack.map((r) => r.from)), x1: Math.max(...stack.map((r) => r.to)) };
  const ys = positions(stack.map(({ at }) => at));
  const bands = bandsBetween(ys, glyphs, table);
  const usual = median(bands.flatMap(({ lines }) => lines.map(({ size }) => size)));
  const isBetween = ({ lines }: Band) =>
    lines.length > 1 &&
    lines.some((line) => isCaption(line) || (line.size > TITLE * usual && piecesAt(line, []).length === 1));
  const ends = bands.flatMap((band, i) => (isBetween(band) ? [i] : []));
  return [...ends, bands.length].map((end, i) => {
    const [from, to] = [ys[i === 0 ? 0 : ends[i - 1]! + 1]!, ys[end]!];
    return stack.filter(({ at }) => at > from - SAME_END && at < to + SAME_END);
  });
}

const isCaption = ({ runs }: Line): boolean => /单位[:：]/.test(runs.map(({ text }) => text).join(''));

/** The rows of a stack, without the blank ones above its header and the one that says what amounts are in. */
export function bandsOf(stack: readonly Ruling[], glyphs: readonly Glyph[], table: Span): Band[] {
  const bands = bandsBetween(positions(stack.map(({ at }) => at)), glyphs, table);
  return bands.slice(1 + bands.slice(0, MAX_HEADER).findLastIndex(isAbove));
}

function bandsBetween(ys: readonly number[], glyphs: readonly Glyph[], { x0, x1 }: Span): Band[] {
  const inside = glyphs.filter((g) => g.x0 > x0 - SAME_END && g.x1 < x1 + SAME_END);
  return ys.slice(1).map((bottom, i): Band => {
    const top = ys[i]!;
    return {
      y0: top,
      y1: bottom,
      lines: linesOf(inside.filter((g) => g.y0 + g.y1 > 2 * top && g.y0 + g.y1 < 2 * bottom)),
    };
  });
}

const isAbove = ({ lines }: Band): boolean => lines.every(isCaption);

/** A table from top to bottom; a form has no header of its own, and few amounts. */
interface Parts {
  readonly header: readonly Band[];
  readonly index: Band | undefined;
  readonly body: readonly Band[];
  readonly isForm: boolean;
}

/** The header, the row of column numbers below it, and the rows; a table that is not of amounts has but rows. */
export function partsOf(bands: readonly Band[]): Parts {
  const rows = bands.map((band) => piecesOfBand(band, []));
  const isData = (row: readonly Piece[]) =>
    row.some((piece) => isAmount(piece) || isLed(piece.text.replace(/^其中[:：]?/, '')));
  const first = rows.findIndex((row) => isData(row) || isIndexLine(row));
  const rest = rows.slice(Math.max(0, first)).filter((row) => row.length > 0);
  const isForm = rest.filter(isData).length * 2 < rest.length;
  if (first < 1 || first > MAX_HEADER || isForm) return { header: [], index: undefined, body: bands, isForm };
  const index = isIndexLine(rows[first]!) ? bands[first] : undefined;
  return { header: bands.slice(0, first), index, body: bands.slice(index ? first + 1 : first), isForm: false };
}

/**
 * The white stripes between the columns, from left to right. The first rows of a form, which name a project or say its money, may have
 * cells of their own: there the last ones tell, from where they show most columns.
 */
export function stripesOf(bands: readonly Band[], table: Span, isForm: boolean): Span[] {
  const least = Math.max(LEAST_ROWS, Math.ceil(bands.length / 3));
  const starts = isForm ? bands.map((_, i) => i).filter((i) => i === 0 || bands.length - i >= least) : [0];
  return starts
    .map((start) => whiteIn(bands.slice(start), table))
    .reduce((most, stripes) => (stripes.length > most.length ? stripes : most));
}

/** Of fewer rows alike a form does not tell its columns. */
const LEAST_ROWS = 4;

/** Where no text of the rows stands; texts over most of the table narrow the stripes, and close none. */
function whiteIn(bands: readonly Band[], table: Span): Span[] {
  const rows = bands.map((band) => piecesOfBand(band, [table]));
  const widest = (row: readonly Piece[]) => Math.max(0, ...row.map(({ x0, x1 }) => x1 - x0));
  const widths = rows.filter((row) => row.length > 1).map(widest);
  const third = widths.sort((a, b) => a - b)[Math.floor(widths.length / 3)] ?? 0;
  const isWide = (row: readonly Piece[]) => widest(row) > Math.max(SPANNING * (table.x1 - table.x0), third);
  const stripes: Span[] = [];
  let end = Number.POSITIVE_INFINITY;
  const narrow = rows.filter((row) => !isWide(row)).flat();
  for (const { x0, x1, size } of narrow.sort((a, b) => a.x0 - b.x0)) {
    if (x0 - end > SEEN_GAP * size) stripes.push({ x0: end, x1: x0 });
    end = end === Number.POSITIVE_INFINITY ? x1 : Math.max(end, x1);
  }
  return rows
    .filter(isWide)
    .flat()
    .reduce((found, piece) => found.map((stripe) => lessOf(stripe, piece)), stripes);
}

/** A stripe without what a text covers of it, where something is left. */
function lessOf(stripe: Span, { x0, x1, size }: Piece): Span {
  const left = {
    x0: x1 > stripe.x0 && x0 <= stripe.x0 ? x1 : stripe.x0,
    x1: x0 < stripe.x1 && x1 >= stripe.x1 ? x0 : stripe.x1,
  };
  return left.x1 - left.x0 > SEEN_GAP * size ? left : stripe;
}

const WORD = /[A-Za-z\d]/;

/** The pieces of a row: parted by wide gaps, and by narrow ones that lie in a stripe. */
export const piecesOfBand = ({ lines }: Band, stripes: readonly Span[]): Piece[] =>
  lines.flatMap((line) => piecesAt(line, stripes));

/** The pieces of one line; in a header, which stripes may lie beside, the space between figures and Chinese parts nothing. */
export function piecesAt(line: Line, stripes: readonly Span[], isHeader = false): Piece[] {
  const pieces: Glyph[][] = [];
  for (const glyph of glyphsOf(line)) {
    const before = pieces.at(-1)?.at(-1);
    const gap = before ? (glyph.x0 - before.x1) / glyph.size : Number.POSITIVE_INFINITY;
    const isStripe = () => stripes.some(({ x0, x1 }) => Math.min(x1, glyph.x0) - Math.max(x0, before!.x1) > 0);
    const isSpace = () => isHeader && WORD.test(before!.text) !== WORD.test(glyph.text);
    if (gap > WIDE_GAP || (gap > SEEN_GAP && isStripe() && !isSpace())) pieces.push([glyph]);
    else pieces.at(-1)!.push(glyph);
  }
  return pieces.map((glyphs) => pieceOf(glyphs, line.size));
}

/** The characters of a line. */
export const glyphsOf = (line: Line): Glyph[] => line.runs.flatMap((run) => run.glyphs);
