/** Words placed on a page as glyphs: what inference sees of a table without borders. Chinese is as wide as high, the rest half. */
import type { Glyph, Ruling } from '../../src/pdf/geometry.ts';
import type { Grid } from '../../src/pdf/grid.ts';
import { type Carried, inferTables } from '../../src/pdf/infer/infer-tables.ts';
import { linesOf } from '../../src/pdf/runs.ts';

const EM = 10;
const widthOf = (char: string) => (char >= '\u2e80' ? EM : EM / 2);

/** `x` is where the words begin (l), have their middle (c) or end (r). */
export type Word = readonly [x: number, y: number, words: string, align?: 'l' | 'c' | 'r' | undefined];

export function glyphsOf(words: readonly Word[]): Glyph[] {
  return words.flatMap(([x, y, text, align = 'l']) => {
    const width = [...text].reduce((sum, char) => sum + widthOf(char), 0);
    let at = align === 'r' ? x - width : align === 'c' ? x - width / 2 : x;
    return [...text].flatMap((char): Glyph[] => {
      const x0 = at;
      at += widthOf(char);
      return char === ' ' ? [] : [{ text: char, x0, y0: y, x1: at, y1: y + EM, size: EM }];
    });
  });
}

/** A column as printed: the words of its header and its rows stand at `head` and `body`. */
export interface MadeColumn {
  readonly head: number;
  readonly body: number;
  readonly align?: 'l' | 'c' | 'r';
}

/** Rows of cells, `|` between cells; `/` wraps a cell, whose lines stand around the middle of the row. */
const PITCH = 28;
const HEADER_PITCH = 14;
const LINE = 12;

export function rowsAt(y: number, columns: readonly MadeColumn[], rows: readonly string[], header = false): Word[] {
  return rows.flatMap((row, r) =>
    row.split('|').flatMap((cell, c) => {
      const column = columns[c]!;
      const lines = cell.split('/');
      return lines.map(
        (words, i): Word => [
          header ? column.head : column.body,
          y + r * (header ? HEADER_PITCH : PITCH) + (i - (lines.length - 1) / 2) * LINE,
          words,
          header ? 'c' : column.align,
        ],
      );
    }),
  );
}

export const rule = (y: number, from: number, to: number): Ruling => ({ horizontal: true, at: y, from, to });

/** Each table as lines of `a|b`; `<` and `^` are covered by a merge. */
export function inferred(words: readonly Word[], rulings: readonly Ruling[] = [], before: Carried = {}) {
  const { grids, unread, doubtful, carried } = inferTables(linesOf(glyphsOf(words)), rulings, before);
  return { tables: grids.map(linesOfGrid), unread: unread.length, doubtful: doubtful.length, carried };
}

/** The rows of a grid, `|` between cells; `<` and `^` are covered by a merge. */
export function linesOfGrid(grid: Grid): string[] {
  const rows = Array.from({ length: grid.rows }, () => new Array<string>(grid.columns).fill(''));
  for (const cell of grid.cells) {
    for (let r = 0; r < cell.rowSpan; r++)
      for (let c = 0; c < cell.colSpan; c++) rows[cell.row + r]![cell.column + c] = r > 0 ? '^' : c > 0 ? '<' : '';
    rows[cell.row]![cell.column] = linesOf(cell.glyphs)
      .map((line) => line.runs.map((run) => run.text).join(''))
      .join('');
  }
  return rows.map((row) => row.join('|'));
}
