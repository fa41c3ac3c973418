/** The shared strings of a workbook. Rich text is joined; the readings above Japanese text (rPh) are no text. */
import { readXml } from '../office/xml.ts';
import { superscript } from '../superscript.ts';
import { MAX_CELLS, tooManyCells } from './workbook.ts';

/** The shared strings by number; none where the file has no such part. */
export function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let current = '';
  let isRaised = false;
  readXml(xml, {
    open(name, { val }) {
      if (name === 'si') current = '';
      if (name === 'r' || name === 'si') isRaised = false;
      if (name === 'vertAlign') isRaised = val === 'superscript';
    },
    text(text, path) {
      if (path.at(-1) === 't' && !path.includes('rPh')) current += isRaised ? superscript(text) : text;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(current));
      if (strings.length > MAX_CELLS) throw tooManyCells();
    },
  });
  return strings;
}

/** Control characters are written `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return character === '\r' ? '' : character;
  });
