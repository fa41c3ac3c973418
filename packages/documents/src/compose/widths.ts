/** How wide columns want to be, in ems of the table's type. */
import type { Block, Table, TableCell } from '../layout.ts';
import { UPRIGHT_EMS } from './flow.ts';

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

/** Columns up to this many ems keep their width where all together are too wide; the others give way. */
const SHORT = 9;

/** Widths that fit an upright page: labels stay on one line, texts wrap. */
function fitting(widths: readonly number[]): readonly number[] {
  const total = (of: readonly number[]) => of.reduce((sum, width) => sum + width, 0);
  const rest = total(widths.filter((width) => width > SHORT));
  const room = UPRIGHT_EMS - (total(widths) - rest);
  return total(widths) <= UPRIGHT_EMS || room <= 0
    ? widths
    : widths.map((width) => (width > SHORT ? (width * room) / rest : width));
}

/** Tables that are one for each project stand in one set of columns: those of the same header share their widths, the widest of each. */
export function inOneSet(blocks: readonly Block[]): readonly Block[] {
  const heads = new Map<string, number[]>();
  for (const block of blocks) {
    const key = headOf(block);
    if (key === undefined) continue;
    const widths = (block as Table).print!.columns.map(({ width }) => width);
    heads.set(
      key,
      (heads.get(key) ?? widths).map((width, i) => Math.max(width, widths[i]!)),
    );
  }
  return blocks.map((block) => {
    const widths = heads.get(headOf(block) ?? '');
    if (!widths || block.kind !== 'table') return block;
    const fitted = fitting(widths);
    const columns = block.print!.columns.map((column, i) => ({ ...column, width: fitted[i]! }));
    return { ...block, print: { ...block.print!, columns } };
  });
}

/** The header of a table that is a sheet of its own; undefined of all else. */
function headOf(block: Block): string | undefined {
  if (block.kind !== 'table' || block.print?.headerAt === undefined) return undefined;
  return block.rows[block.print.headerAt]!.map(({ text }) => text).join('|');
}
