/** The style sheet ([MS-DOC] 2.9.271), as far as styles number paragraphs. */
import { SPRM, sprms } from './sprms.ts';

export interface DocListPlace {
  /** 1-based; 0 takes a style's number away. */
  readonly list?: number;
  readonly level?: number;
}

const PARAGRAPH_STYLE = 1;
const NO_STYLE = 0xfff;
const MOST_ANCESTORS = 50;

/** What property changes say of a paragraph's list. */
export function listPlace(changes: Buffer): DocListPlace {
  let place: DocListPlace = {};
  for (const [code, value] of sprms(changes)) {
    if (code === SPRM.list) place = { ...place, list: value.readUInt16LE(0) };
    if (code === SPRM.level) place = { ...place, level: value[0]! };
  }
  return place;
}

/** The list and level that a style gives, its own or its ancestors'. */
export function readDocStyles(sheet: Buffer): (style: number) => DocListPlace {
  const styles = parse(sheet);
  return (style) => {
    let place: DocListPlace = {};
    for (let at = style, depth = 0; at !== NO_STYLE && depth < MOST_ANCESTORS; depth += 1) {
      const found = styles.get(at);
      if (!found) break;
      place = { ...found.place, ...place };
      at = found.parent;
    }
    return place;
  };
}

function parse(sheet: Buffer): Map<number, { place: DocListPlace; parent: number }> {
  const styles = new Map<number, { place: DocListPlace; parent: number }>();
  if (sheet.length < 6) return styles;
  const count = sheet.readUInt16LE(2);
  const base = sheet.readUInt16LE(4);
  let at = 2 + sheet.readUInt16LE(0);
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const size = sheet.readUInt16LE(at);
    const style = sheet.subarray(at + 2, at + 2 + size);
    at += 2 + size;
    if (style.length < base + 2 || style.length < 6) continue;
    const kind = style.readUInt16LE(2);
    const parent = kind >> 4;
    if ((kind & 15) === PARAGRAPH_STYLE) styles.set(i, { parent, place: listPlace(firstChanges(style, base)) });
  }
  return styles;
}

/** Behind the name: the changes of a paragraph style, its number first. */
function firstChanges(style: Buffer, base: number): Buffer {
  const start = base + 2 + 2 * style.readUInt16LE(base) + 2;
  if (start + 2 > style.length) return Buffer.alloc(0);
  return style.subarray(start + 4, start + 2 + style.readUInt16LE(start));
}
