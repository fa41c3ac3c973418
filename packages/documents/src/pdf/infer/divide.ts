/** The parts of a table: its header, the row of column numbers, its rows. */
import { isAmount, isFigure, isIndexLine, isLed, middle, type Piece, type Span, shared } from './pieces.ts';
import type { Region, TableLine } from './regions.ts';

/** The line of a row: where its amount, else its numbering stands. */
const lineOf = (row: TableLine) => row.pieces.find(isAmount) ?? row.pieces.find((piece) => isLed(piece.text));

/** The distance of rows that follow each other closely, by amounts, codes or numbering: each may be rare or absent. */
export function rowDistance(body: readonly TableLine[]): number | undefined {
  const found = [isAmount, isFigure, (piece: Piece) => isLed(piece.text)].flatMap((marks) => {
    const lines = body.flatMap((row) => row.pieces.find(marks) ?? []);
    const distances = lines.slice(1).map((piece, i) => middle(piece) - middle(lines[i]!));
    return distances.sort((a, b) => a - b)[Math.floor(distances.length / 5)] ?? [];
  });
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** The header, the row of column numbers below it, and the rows. A label closer to the first row than a row is a part of that. */
export function divide(
  { header, body }: Region,
  pitch: number | undefined,
): {
  header: readonly TableLine[];
  index: readonly Piece[];
  body: readonly TableLine[];
} {
  const at = [...header, ...body].findIndex((row) => isIndexLine(row.pieces));
  if (at >= 0 && at <= header.length) {
    const all = [...header, ...body];
    const line = all[at]!;
    const y = middle(line.pieces[0]!);
    // 栏次 may be wrapped around the numbers beside it.
    const label = all.flatMap((row) =>
      row === line ? [] : row.pieces.filter((p) => /^[栏行次]$/.test(p.text) && Math.abs(middle(p) - y) < 0.9 * p.size),
    );
    const without = (rows: readonly TableLine[]) =>
      rows
        .map((row) => ({ ...row, pieces: row.pieces.filter((piece) => !label.includes(piece)) }))
        .filter((row) => row.pieces.length > 0);
    return { header: without(all.slice(0, at)), index: [...line.pieces, ...label], body: without(all.slice(at + 1)) };
  }
  const first = body.find(lineOf);
  const y = first && middle(lineOf(first)!);
  const near = header.findIndex(
    (row) =>
      y !== undefined &&
      pitch !== undefined &&
      y - middle(row.pieces[0]!) < 0.93 * pitch &&
      row.pieces.every((piece) => beginsLike(piece, body)),
  );
  const end = near < 0 ? header.length : near;
  return { header: header.slice(0, end), index: [], body: [...header.slice(end), ...body] };
}

/** Whether a label of the rows begins at the same place; headers are set in the middle of their columns. */
function beginsLike(piece: Piece, body: readonly TableLine[]): boolean {
  return body.some((row) => row.pieces.some((p) => !isFigure(p) && Math.abs(p.x0 - piece.x0) < 0.5 * p.size));
}

/** Levels of codes are single characters that head columns of their own: 类 | 款 | 项 | 目. */
const LEVELS = ['类', '款'];

/** 项    目 wider than the labels below: two single characters beside each other over no more than one column, neither the end of a word above. */
const isSpacedWord = (a: Piece, b: Piece, header: readonly TableLine[], at: number, under: readonly Span[]): boolean =>
  [a, b].every(({ text }) => /^\p{Script=Han}$/u.test(text)) &&
  !header[at]!.pieces.some(({ text }) => LEVELS.includes(text)) &&
  new Set(under).size < 2 &&
  !header
    .slice(0, at)
    .some(({ pieces }) => pieces.some((word) => word.text.length > 1 && shared(word, a) > 0 !== shared(word, b) > 0));

/** Header words set with wide spaces: 项    目 above one column is one piece. */
export function joinSpaced(header: readonly TableLine[], stretches: readonly Span[]): Piece[] {
  return header.flatMap(({ pieces }, at) => {
    const joined: Piece[] = [];
    for (const piece of pieces) {
      const before = joined.at(-1);
      const under = (span: Span) => stretches.filter((stretch) => shared(stretch, span) > 0);
      const [a, b] = [before ? under(before) : [], under(piece)];
      const isOne = a.length === 1 && b.length === 1 && a[0] === b[0];
      if (before && (isOne || isSpacedWord(before, piece, header, at, [...a, ...b])))
        joined[joined.length - 1] = {
          ...before,
          text: before.text + piece.text,
          glyphs: [...before.glyphs, ...piece.glyphs],
          x1: piece.x1,
        };
      else joined.push(piece);
    }
    return joined;
  });
}
