/** How wide text is on a terminal, where a hanzi takes two columns; and the padding, wrapping and tables that follow. */
import { eastAsianWidth } from 'get-east-asian-width';

const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200f\ufeff]/u;
/** Closing marks may not begin a line. */
const CLOSING = /^[，。；：、！？）》」』】”’%％,.;:!?)]/u;

/** Columns that a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) if (!NO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0)!);
  return width;
}

/** Spaces behind, up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Spaces before, up to `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Breaks text into lines of at most `width` columns: between hanzi anywhere, inside Latin words and numbers never. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const piece of text.match(/[!-~]+| +|[\s\S]/gu) ?? []) {
    const pieceWidth = displayWidth(piece);
    if (lineWidth + pieceWidth > width && line !== '' && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
      lineWidth = 0;
      if (piece.trim() === '') continue;
    }
    line += piece;
    lineWidth += pieceWidth;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

/** Rows as aligned columns, two spaces apart. `right` marks the columns that stand flush right. */
export function alignColumns(rows: readonly (readonly string[])[], right: readonly boolean[]): readonly string[] {
  const widths = right.map((_, column) => Math.max(0, ...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) =>
    widths
      .map((width, column) => (right[column] ? padStart : padEnd)(row[column] ?? '', width))
      .join('  ')
      .trimEnd(),
  );
}
