/** Pieces: what stands together on one printed line inside a table, and what kind of thing it is. */
import { memo } from '@mingsuan/core/memo';
import { normalizeNumber } from '@mingsuan/core/money';
import { halfWidth } from '@mingsuan/core/text/fold';
import { isNumbered } from '@mingsuan/core/text/numbering';
import type { Glyph, Ruling } from '../geometry.ts';
import type { Line } from '../runs.ts';

export interface Piece {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly size: number;
}

/** An interval across the page. */
export interface Span {
  readonly x0: number;
  readonly x1: number;
}

/** How far two spans overlap, in points; negative is the gap between them. */
export const shared = (a: Span, b: Span) => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);

/** The middle of a span from left to right. */
export const center = (span: Span) => (span.x0 + span.x1) / 2;

/** The middle of a piece from top to bottom. */
export const middle = (piece: Pick<Piece, 'y0' | 'y1'>) => (piece.y0 + piece.y1) / 2;

const DECIMAL = /^[-−]?[\d,]+\.\d+%?$/;
const AMOUNT = /^[-−]?[\d,]+\.\d+%?$|^\d{3,7}$|^[\d,]{4,}$/;
const FIGURE = /^[-−]?[\d,]+(?:\.\d+)?%?$/;
/** 其中, a code: a row begins with them as with a number. */
const LED = /^(?:其中|\d{3,7}(?!\d|年))/;

/** A number of any width, with a currency sign or a mark of a note, as it is without them. */
const plain = memo((text) => (MARKED.test(text) ? normalizeNumber(text) : text));
const MARKED = /[０-９¥￥\p{No}*※]|\d \d/u;

/** Whether a piece is printed as an amount or a code is. */
export const isAmount = (piece: Piece) => AMOUNT.test(plain(piece.text));
/** 12.00, never a code. */
export const isAmountWithFraction = (piece: Piece) => DECIMAL.test(plain(piece.text));
/** 87,267,272.4487,267,272.44: amounts too wide for their columns run into each other, and no column can be told. */
export const isGlued = ({ text }: Piece) => GLUED.test(/[０-９]/.test(text) ? halfWidth(text) : text);
const GLUED = /^(?=[\d.,\-−]+$).*\.[\d,]+\.\d/;

/** Whether a piece is nothing but a number. */
export const isFigure = (piece: Piece) => FIGURE.test(plain(piece.text));
/** 一、, （一）, 1., 其中： or a code: a line that begins so begins a row. */
export const isLed = (text: string) => LED.test(text) || isNumbered(text);

const TOTAL = /^(?:本年)?(?:收入|支出)?(?:合计|总计)$/;
/** Lines of balance tables that have no number: 上年结转, 年末结转和结余, 使用非财政拨款结余. */
const LINE = /^(?:上年|年初|年末|年终|本年|使用|动用|结余分配|结转下年|用事业基金)/;
/** A label that is a row's, not the rest of the one above it. */
export const startsRow = (text: string) => isLed(text) || TOTAL.test(text) || LINE.test(text);
/** A label that nothing can follow. */
export const isTotal = (text: string) => TOTAL.test(text);

/**
 * The pieces of a line: runs with gaps of more than half a character between them. An amount is a piece of its own
 * wherever a gap is seen; a code may stand before its name as closely as a space.
 */
export function piecesOf(line: Line, gap = 0.5): Piece[] {
  const groups: Line['runs'][number][][] = [];
  for (const run of line.runs) {
    const last = groups.at(-1)?.at(-1);
    const em = last && Math.min(last.size, run.size);
    const apart = last && em ? (run.box[0] - last.box[2]) / em : Number.POSITIVE_INFINITY;
    const amounts = last !== undefined && (DECIMAL.test(plain(run.text)) || DECIMAL.test(plain(last.text)));
    if (apart > (amounts ? Math.min(0.15, gap) : gap)) groups.push([run]);
    else groups.at(-1)!.push(run);
  }
  return groups.map((runs) =>
    pieceOf(
      runs.flatMap((run) => run.glyphs),
      line.size,
    ),
  );
}

/** A piece of characters that stand together. */
export function pieceOf(glyphs: readonly Glyph[], size: number): Piece {
  return {
    text: glyphs.map((glyph) => glyph.text).join(''),
    glyphs,
    x0: glyphs[0]!.x0,
    x1: Math.max(...glyphs.map((glyph) => glyph.x1)),
    y0: Math.min(...glyphs.map((glyph) => glyph.y0)),
    y1: Math.max(...glyphs.map((glyph) => glyph.y1)),
    size,
  };
}

/** 栏次 | 1 | 2 | 3: bare numbers in order, three of them where no word says so. */
export function isIndexLine(pieces: readonly Piece[]): boolean {
  const numbers = pieces.filter((piece) => /^\d{1,2}$/.test(piece.text)).map((piece) => Number(piece.text));
  const rest = pieces.length - numbers.length;
  const least = pieces.some((piece) => piece.text === '栏次') ? 1 : 3;
  return numbers.length >= least && rest <= 2 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
}

/** Whether a ruling stands between two heights and crosses an interval. */
export function ruledBetween(rulings: readonly Ruling[], upper: number, lower: number, span: Span): boolean {
  return rulings.some(
    (r) =>
      r.at > upper - 1 &&
      r.at < lower + 1 &&
      Math.min(r.to, span.x1) - Math.max(r.from, span.x0) > 0.5 * (span.x1 - span.x0),
  );
}
