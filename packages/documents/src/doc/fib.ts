/** Where the parts of a Word 97–2003 document stand ([MS-DOC] 2.5): the main stream's head names a place for each. */

import { damaged } from '../office/zip.ts';
import type { OleStreams } from '../protected/ole.ts';
import { UnreadableInput } from '../unreadable.ts';

/** The pairs of place and length in the head that are used here. */
const PARTS = {
  styles: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  anchors: 40,
  endnoteRefs: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  overrides: 74,
} as const;

export type DocPart = keyof typeof PARTS;

export interface DocFile {
  readonly main: Buffer;
  readonly data: Buffer;
  /** A part of the table stream; empty where the document has none. `rest`: also all that stands behind it. */
  part(name: DocPart, rest?: boolean): Buffer;
  /** Characters of the main text, and of the texts behind it in this order. */
  readonly lengths: Readonly<Record<'body' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'boxes', number>>;
}

const WORD_97 = 0xa5ec;
/** Versions from here on are Word 97 or later. */
const FIRST_VERSION = 0x00c1;
const FIRST_PAIR = 154;
const IN_TABLE_1 = 0x0200;

/** @throws UnreadableInput `unsupported` for Word 6 and 95, `damaged` */
export function docFile(streams: OleStreams): DocFile {
  const main = streams.get('WordDocument');
  if (!main || main.length < 512) throw damaged();
  if (main.readUInt16LE(0) !== WORD_97 || main.readUInt16LE(2) < FIRST_VERSION)
    throw new UnreadableInput(
      'unsupported',
      '这是 Word 6.0 或 95 的文档，目前还不能读，请用 WPS 或 Word 另存为 docx 后再读。',
    );
  const table = streams.get(main.readUInt16LE(10) & IN_TABLE_1 ? '1Table' : '0Table');
  if (!table) throw damaged();
  return {
    main,
    data: streams.get('Data') ?? Buffer.alloc(0),
    part(name, rest = false) {
      const at = FIRST_PAIR + 8 * PARTS[name];
      const [start, length] = [main.readUInt32LE(at), main.readUInt32LE(at + 4)];
      return length === 0 ? Buffer.alloc(0) : table.subarray(start, rest ? table.length : start + length);
    },
    lengths: {
      body: main.readUInt32LE(76),
      footnotes: main.readUInt32LE(80),
      headers: main.readUInt32LE(84),
      comments: main.readUInt32LE(92),
      endnotes: main.readUInt32LE(96),
      boxes: main.readUInt32LE(100),
    },
  };
}

/** The positions of a PLC: n + 1 numbers before n entries of `size` bytes. */
export function positionsOf(plc: Buffer, size: number): number[] {
  const count = plc.length < 4 ? 0 : Math.floor((plc.length - 4) / (4 + size));
  return count === 0 ? [] : Array.from({ length: count + 1 }, (_, i) => plc.readUInt32LE(4 * i));
}
