/** Which printed lines belong to tables that no grid of rulings holds. */
import { halfWidth } from '@mingsuan/core/text/fold';
import type { Line } from '../runs.ts';
import { type Column, edgesOf, isFigures, stretchesOf } from './columns.ts';
import {
  isAmount,
  isAmountWithFraction,
  isFigure,
  isIndexLine,
  isLed,
  type Piece,
  piecesOf,
  type Span,
  shared,
} from './pieces.ts';

export interface TableLine {
  readonly line: Line;
  readonly pieces: readonly Piece[];
  /** Its figures have their unit behind them, as a sentence writes them: 2,149.05 万元、公用经费 163.75 万元. */
  readonly measured?: boolean;
  /** What stands on it outside a column of remarks, which may be sentences. */
  readonly words?: string;
}

/** The lines of one table: its header, and its rows from the first one with figures or numbering on. */
export interface Region {
  readonly header: readonly TableLine[];
  readonly body: readonly TableLine[];
}

const SENTENCE = /[。；，]/;
/** What a sentence says behind an amount, or begins to say where the line ends. */
const UNIT = /^(?:[百千十]?[万亿]|元)/;
const LEADERS = /[.．…·]{4,}|…{2,}/;
const CAPTION = /(?:单位|部门|年度|日期|时间|机构)(?:名称|全称)?\s*[:：]/;
const NOTE = /^(?:注|备注|说明)\d*\s*[:：.、]/;
/** Lines further apart than this many characters are not of one table. */
const FAR = 3;

/** `previous` are the columns that the page before ended with: labels alone may go on with them. */
export function regionsOf(lines: readonly Line[], previous: readonly Column[] | undefined): Region[] {
  const texts = lines.map(lineText);
  const pieces = lines.map((line) => piecesOf(line));
  const remarks = remarksIn(pieces, previous ?? []);
  const all = lines.map((line, i): TableLine => {
    const words = withoutRemarks(pieces[i]!, remarks);
    return {
      line,
      pieces: pieces[i]!,
      ...(isMeasured(words ?? texts[i]!, texts[i + 1]) ? { measured: true } : {}),
      ...(words === undefined ? {} : { words }),
    };
  });
  const regions: Region[] = [];
  let next = 0;
  const carried = previous ? carriedOn(all, previous) : 0;
  for (let i = 0; i < all.length; i++) {
    if (i >= carried && !isData(all[i]!)) continue;
    let end = i + 1;
    let last = i;
    for (; end < all.length && goesOn(all[end - 1]!, all[end]!); end++) if (isData(all[end]!)) last = end;
    last = Math.max(last, carried - 1);
    const tail = all.slice(last + 1, end).findIndex((row) => row.words !== '' && !fits(row, all.slice(i, last + 1)));
    const stop = tail < 0 ? end : last + 1 + tail;
    let start = i;
    while (start > next && leadsTo(all[start - 1]!, all[start]!, all[i]!)) start--;
    if (start < i && endsCaption(all, start)) start++;
    const first = i < carried ? 0 : firstRow(all.slice(start, i));
    regions.push({ header: all.slice(start, start + first), body: all.slice(start + first, stop) });
    next = stop;
    i = stop - 1;
  }
  return regions;
}

/** Columns of remarks, whose sentences begin at one place in several rows beside amounts without a unit; also one of the page before. */
function remarksIn(lines: readonly (readonly Piece[])[], previous: readonly Column[]): Span[] {
  const isRow = (pieces: readonly Piece[] | undefined) =>
    pieces?.some(isAmountWithFraction) && !pieces.some(({ text }) => UNIT.test(text) || isMeasured(text, undefined));
  const said = lines.flatMap((pieces, i) => {
    const found = pieces.filter(isSentence);
    // A line of a wrapped remark stands above or below its amounts, right of them.
    const rows = [lines[i - 1], lines[i + 1]].flatMap((row) => (isRow(row) ? [row!.filter(isAmountWithFraction)] : []));
    const isRight = rows.some((row) => row.length > 1 && row.every(({ x1 }) => found.every(({ x0 }) => x0 > x1)));
    return found.length === 1 && (isRow(pieces) || isRight) ? found : [];
  });
  const before = previous.flatMap(({ stretches }) => stretches.flatMap(({ pieces }) => pieces.find(isSentence) ?? []));
  const starts = said.filter((piece) => said.filter((other) => beginsAt(other, piece)).length >= LEAST_REMARKS);
  const different = [...before, ...starts].filter(
    (start, i, all) => !all.slice(0, i).some((other) => beginsAt(other, start)),
  );
  return different.map((start) => {
    const ends = lines.flatMap((pieces) => pieces.filter((piece) => beginsAt(piece, start)).map(({ x1 }) => x1));
    return { x0: start.x0 - start.size, x1: Math.max(start.x1, ...ends) + 1 };
  });
}

const LEAST_REMARKS = 2;
const isSentence = ({ text }: Piece): boolean => SENTENCE.test(text);
const beginsAt = (piece: Piece, start: Piece): boolean => Math.abs(piece.x0 - start.x0) < 0.5 * start.size;

/** The text of the pieces that stand outside remarks, where some stand inside. */
function withoutRemarks(pieces: readonly Piece[], remarks: readonly Span[]): string | undefined {
  const outside = pieces.filter((piece) => !remarks.some(({ x0, x1 }) => piece.x0 > x0 && piece.x1 < x1));
  return outside.length < pieces.length ? outside.map(({ text }) => text).join('') : undefined;
}

/** How many lines at the top of a page are rows that stand in the columns of the page before, with or without figures. */
function carriedOn(lines: readonly TableLine[], columns: readonly Column[]): number {
  const borders = edgesOf(columns, columns[0]!.x0, columns.at(-1)!.x1);
  const columnOf = (piece: Piece) =>
    columns.find((_, c) => borders[c]! < piece.x0 + 2 && borders[c + 1]! > piece.x1 - 2);
  // Headers are set in the middle of their column, labels begin where the labels of the page before do.
  const asBefore = (piece: Piece) =>
    isLed(piece.text) ||
    isFigure(piece) ||
    columnOf(piece)?.stretches.some(
      (stretch) => !isFigures(stretch) && Math.abs(stretch.x0 - piece.x0) < 0.5 * piece.size,
    );
  const leaves = new Set(
    columns.flatMap(({ leaf }) => (leaf ? [leaf.pieces.map((piece) => piece.text).join('')] : [])),
  );
  const repeats = lines.slice(0, 4).some((row) => row.pieces.filter((piece) => leaves.has(piece.text)).length > 1);
  if (repeats || !lines[0]?.pieces.every(asBefore)) return 0;
  const end = lines.findIndex(
    (row, i) => isText(row) || !row.pieces.every(columnOf) || (i > 0 && !goesOn(lines[i - 1]!, row)),
  );
  return end < 0 ? lines.length : end;
}

/** A line with an amount and something else beside it, or with several; not a sentence. */
function isData(row: TableLine): boolean {
  const { line, pieces, measured, words: text = lineText(line) } = row;
  return (
    pieces.length >= 2 && !measured && pieces.some(isAmount) && !isProse(text) && !CAPTION.test(text) && !isLoose(row)
  );
}

/** The text of a line; the comma of a number in full width, ２７，０７８．０２, is no sentence's. */
function lineText(line: Line): string {
  const text = line.runs.map((run) => run.text).join('');
  return /[０-９]/.test(text) ? text.replace(/[０-９]+(?:[，．][０-９]+)*/g, halfWidth) : text;
}

/** A table says once above it what its amounts are in; a sentence behind each, be it at the head of the next line. */
function isMeasured(text: string, next: string | undefined): boolean {
  return (
    /\d[\d.,]*\s*[亿万千百]*元(?![:：])/.test(text) ||
    (/\d\s*[亿万千百]*$/.test(text) && /^\s*[亿万千百]*元[^/:：)）]/.test(next ?? ''))
  );
}

/** Money with its unit and a list going on: a table prints its unit once, a sentence behind each amount. */
const TOLD_MONEY = /\d[万亿]?元、/;

/** The last line of a paragraph may be short, but it ends as a sentence does. */
const isProse = (text: string) =>
  LEADERS.test(text) || /[。；]$/.test(text) || TOLD_MONEY.test(text) || (text.length > 24 && SENTENCE.test(text));

/** Amounts among words with no wide gap are a sentence; so is one whose unit follows it, where lines are set to one width. */
function isLoose({ line }: TableLine): boolean {
  if (line.runs.every((run) => /^[\d.,，．%\-− ０-９]+$/.test(run.text))) return false;
  if (piecesOf(line, 0.9).length < 2 && line.runs.length > 3) return true;
  const isWide = line.runs.some((run, i) => i > 0 && run.box[0] - line.runs[i - 1]!.box[2] > 0.9 * line.size);
  return !isWide && line.runs.some((run, i) => i > 0 && /\d$/.test(line.runs[i - 1]!.text) && UNIT.test(run.text));
}

function isText({ line, pieces, measured, words: text = lineText(line) }: TableLine): boolean {
  return measured || isProse(text) || NOTE.test(text) || (CAPTION.test(text) && pieces.length <= 4);
}

const gap = (upper: TableLine, lower: TableLine) => (lower.line.box[1] - upper.line.box[3]) / lower.line.size;

function goesOn(previous: TableLine, row: TableLine): boolean {
  return gap(previous, row) <= FAR && !isText(row) && row.line.size < 1.25 * previous.line.size;
}

/** Whether a line may stand above another in one header. */
export function leadsInHeader(upper: Line, lower: Line): boolean {
  const rows = [upper, lower].map((line): TableLine => ({ line, pieces: piecesOf(line) }));
  return leadsTo(rows[0]!, rows[1]!, rows[1]!);
}

/** A line above the first row belongs to the header unless it is a title, a caption or running text. */
function leadsTo(upper: TableLine, lower: TableLine, data: TableLine): boolean {
  return gap(upper, lower) <= FAR && !isText(upper) && upper.line.size < 1.25 * data.line.size && !isData(upper);
}

/** The end of a caption line that was too long: it stands closer to that than to the header, and begins at the same place. */
function endsCaption(all: readonly TableLine[], at: number): boolean {
  const [caption, line, next] = [all[at - 1], all[at]!, all[at + 1]];
  if (!caption || !next || !isText(caption) || line.pieces.length > 1) return false;
  return (
    gap(caption, line) < gap(line, next) && Math.abs(caption.line.box[0] - line.line.box[0]) < 0.3 * line.line.size
  );
}

/** After the last figures only labels may follow, each below what stands in one column above. */
function fits(row: TableLine, above: readonly TableLine[]): boolean {
  const stretches = stretchesOf(above.map((line) => line.pieces));
  return row.pieces.every((piece) => {
    const under = stretches.filter((stretch) => shared(stretch, piece) > 0);
    const [stretch] = under;
    const em = piece.size;
    const inside = (span: Span) => piece.x0 > span.x0 - 0.5 * em && piece.x1 < span.x1 + 0.5 * em;
    return under.length === 1 && (inside(stretch!) || Math.abs(stretch!.x0 - piece.x0) < 0.5 * em);
  });
}

/** Of its size: a label is indented by no more. */
const INDENT = 6;

/**
 * Where the rows begin among the lines above the first figures: numbered lines are rows, so is what follows a row of numbers, and the
 * first line of a remark. 其中 right of other words heads columns.
 */
export function firstRow(lines: readonly TableLine[]): number {
  const left = Math.min(...lines.flatMap(({ pieces }) => pieces.map(({ x0 }) => x0)));
  const leads = (piece: Piece) =>
    isLed(piece.text) && (!/^其中/.test(piece.text) || piece.x0 < left + INDENT * piece.size);
  const at = lines.findIndex(
    ({ pieces, words }) => isIndexLine(pieces) || pieces.some(leads) || (words === '' && pieces.some(isSentence)),
  );
  if (at >= 0) return at;
  return lines.length;
}
