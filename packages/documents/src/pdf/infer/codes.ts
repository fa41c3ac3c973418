/** Codes printed so close to their names that both look like one piece. */
import { type Piece, pieceOf } from './pieces.ts';
import type { TableLine } from './regions.ts';

const CODED = /^(\d{2}|\d{3}|\d{5}|\d{7})[^\d.,、．]/;

/**
 * Parts codes from names where they stand in two columns: the names then begin at one place, whatever the length of the
 * code, also those without a code. In one column they begin where the code ends.
 */
export function partCodes(rows: readonly TableLine[]): readonly TableLine[] {
  const coded = rows.flatMap((row) => row.pieces.filter((piece) => CODED.test(piece.text)));
  if (coded.length === 0) return rows;
  const starts = coded.map((piece) => piece.glyphs[codeLength(piece)]!.x0);
  const [from, to] = [Math.min(...starts), Math.max(...starts)];
  const em = coded[0]!.size;
  const names = rows.flatMap((row) => row.pieces.filter((piece) => !/^\d/.test(piece.text)));
  const told = new Set(coded.map(codeLength)).size > 1 || names.some((piece) => Math.abs(piece.x0 - from) < 0.4 * em);
  const apart = to - from < 0.4 * em && told;
  if (!apart) return rows;
  return rows.map((row) => ({
    ...row,
    pieces: row.pieces.flatMap((piece) => (coded.includes(piece) ? parted(piece) : [piece])),
  }));
}

const codeLength = (piece: Piece) => CODED.exec(piece.text)![1]!.length;

function parted(piece: Piece): Piece[] {
  const at = codeLength(piece);
  return [pieceOf(piece.glyphs.slice(0, at), piece.size), pieceOf(piece.glyphs.slice(at), piece.size)];
}
