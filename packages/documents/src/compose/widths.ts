/** How wide columns want to be, in ems of the table's type. */
import type { TableCell } from '../layout.ts';

/** What a column holds: it says how wide it may grow and how it is aligned. */
export type ColumnKind = 'index' | 'code' | 'name' | 'amount' | 'text';

/** The least and the most a column of each kind asks for. */
const BOUNDS: Readonly<Record<ColumnKind, readonly [number, number]>> = {
  index: [2.5, 4],
  code: [2, 8],
  name: [8, 18],
  amount: [4.5, 12],
  text: [3.5, 14],
};

/** Full-width characters are one em, Latin ones and digits half. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! < 0x2000 ? 0.55 : 1;
  return width;
}

/** Headers wrap, figures do not: a header asks for half its width only. */
export function columnWidths(rows: readonly (readonly TableCell[])[], kinds: readonly ColumnKind[]): number[] {
  return kinds.map((kind, column) => {
    const [least, most] = BOUNDS[kind];
    const wanted = rows.map((row) => {
      const cell = row[column]!;
      if ((cell.colSpan ?? 1) > 1) return 0;
      return kind === 'amount' && !cell.amount ? textWidth(cell.text) / 2 : textWidth(cell.text);
    });
    return Math.min(most, Math.max(least, ...wanted)) + 1;
  });
}
