/** Blocks of cells as Excel and WPS put them on the clipboard: tabs between cells, a line a row, quotes around line breaks. */
import type { Block } from './edits.ts';

const QUOTED = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const PLAIN = /[^\t\r\n]*/y;

/** Cells of a text from the clipboard. Quotes that a person wrote stay: only those that hold a break or a quote apart go. */
export function parseBlock(text: string): Block {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    QUOTED.lastIndex = at;
    PLAIN.lastIndex = at;
    const quoted = text[at] === '"' ? QUOTED.exec(text) : null;
    const apart = quoted && /[\t\r\n]|""/.test(quoted[1]!) ? quoted : null;
    const [whole] = apart ?? PLAIN.exec(text)!;
    rows.at(-1)!.push(apart ? apart[1]!.replaceAll('""', '"').replace(/\r\n?/g, '\n') : whole);
    at += whole.length;
    if (at >= text.length) break;
    const isRow = text[at] !== '\t';
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (isRow && at >= text.length) break;
    if (isRow) rows.push([]);
  }
  return text === '' ? [] : rows;
}

/** Cells as a text for the clipboard, which Excel and WPS paste into the same cells. */
export const printBlock = (block: Block): string =>
  block
    .map((cells) =>
      cells.map((text) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'),
    )
    .join('\r\n');
