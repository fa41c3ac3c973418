/** The text of a Word document ([MS-DOC] 2.4.1): pieces of the main stream, one byte or two a character. */
import { damaged } from '../office/zip.ts';
import { type DocFile, positionsOf } from './fib.ts';

export interface Piece {
  readonly text: string;
  /** Its first character's place among all, its first byte's in the stream, and bytes a character. */
  readonly start: number;
  readonly place: number;
  readonly width: 1 | 2;
}

/** Far more than any document has: places are looked up one by one. */
const MOST_CHARACTERS = 20_000_000;

/** @throws UnreadableInput `damaged` */
export function piecesOf(file: DocFile): Piece[] {
  const plc = pieceTable(file.part('pieces'));
  const positions = positionsOf(plc, 8);
  if (positions.length < 2 || positions.at(-1)! > MOST_CHARACTERS) throw damaged();
  const entries = plc.subarray(4 * positions.length);
  return positions.slice(0, -1).map((start, i): Piece => {
    const length = positions[i + 1]! - start;
    const packed = entries.readUInt32LE(8 * i + 2);
    const isNarrow = (packed & 0x40000000) !== 0;
    const place = isNarrow ? (packed & 0x3fffffff) >> 1 : packed & 0x3fffffff;
    const width = isNarrow ? 1 : 2;
    const bytes = file.main.subarray(place, place + length * width);
    if (length < 0 || bytes.length < length * width) throw damaged();
    return { start, place, width, text: isNarrow ? decoder.decode(bytes) : bytes.toString('utf16le') };
  });
}

const decoder = new TextDecoder('windows-1252');

/** Behind changes of properties that a fast save left, the table itself. */
function pieceTable(clx: Buffer): Buffer {
  for (let at = 0; at + 5 <= clx.length; ) {
    if (clx[at] === 2) return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    if (clx[at] !== 1) break;
    at += 3 + clx.readUInt16LE(at + 1);
  }
  throw damaged();
}
