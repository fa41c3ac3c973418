/** How a table stands between the margins: no column so narrow that a figure in it runs over its lines. Lengths are points. */
import type { Table } from './layout.ts';

export interface FittedTable {
  /** Of its type. */
  readonly size: number;
  /** What a cell has left and right of its text. */
  readonly inset: number;
  readonly columns: readonly number[];
}

export interface Room {
  readonly width: number;
  /** The type and the space beside it, where that leaves room enough. */
  readonly size: number;
  readonly inset: number;
}

/** Smaller than this nobody reads it; so little stays beside a figure. */
const SMALLEST = 4.5;
const STEP = 0.25;
const CLOSE_INSET = 1.5;
/** A little for what a face sets wider than reckoned here. */
const SPARE = 0.6;

/** Words keep so many ems a line where figures need the room. */
const WORDS = 2;
/** Longer than any figure: what is so long is an address or the like, and may run over. */
const LONGEST_RUN = 16;

/** The widths that its columns ask for, changed where figures would not fit: words give way first, then the type gets smaller. */
export function fitColumns(table: Table, { width, size, inset }: Room): FittedTable {
  const asked = table.print?.columns.map((column) => column.width) ?? (table.rows[0] ?? []).map(() => 1);
  const total = asked.reduce((sum, each) => sum + each, 0);
  const wanted = asked.map((each) => (each / total) * width);
  const ems = asked.map((_, i) => Math.max(0, ...table.rows.map((row) => unbrokenEms(row[i]))));
  const leastOf = (at: number, beside: number) => ems.map((each) => each * at + 2 * beside + SPARE);
  if (leastOf(size, inset).every((least, i) => least <= wanted[i]!)) return { size, inset, columns: wanted };
  const tries = [[size, inset] as const, ...smaller(size).map((each) => [each, CLOSE_INSET] as const)];
  for (const [at, beside] of tries) {
    const least = leastOf(at, beside).map((each) => Math.max(each, WORDS * at + 2 * beside));
    const columns = shared(wanted, least, width);
    if (columns) return { size: at, inset: beside, columns };
  }
  const last = leastOf(SMALLEST, CLOSE_INSET);
  const over = width / last.reduce((sum, each) => sum + each, 0);
  return { size: SMALLEST, inset: CLOSE_INSET, columns: last.map((each) => each * over) };
}

const smaller = (size: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil((size - SMALLEST) / STEP) + 1) }, (_, i) =>
    Math.max(SMALLEST, size - i * STEP),
  );

/** Columns as wide as wanted, none below its least: what those take is taken from the others. Undefined where it is not there. */
function shared(wanted: readonly number[], least: readonly number[], width: number): readonly number[] | undefined {
  if (least.reduce((sum, each) => sum + each, 0) > width) return undefined;
  const fixed = new Set<number>();
  for (;;) {
    const taken = [...fixed].reduce((sum, i) => sum + least[i]!, 0);
    const rest = wanted.reduce((sum, each, i) => sum + (fixed.has(i) ? 0 : each), 0);
    const part = rest === 0 ? 0 : (width - taken) / rest;
    const narrow = wanted.flatMap((each, i) => (!fixed.has(i) && each * part < least[i]! ? [i] : []));
    if (narrow.length === 0) return wanted.map((each, i) => (fixed.has(i) ? least[i]! : each * part));
    for (const i of narrow) fixed.add(i);
  }
}

/** How wide the longest run of figures and letters is that no line ends in; hanzi may stand on lines of their own. */
function unbrokenEms(cell: Table['rows'][number][number] | undefined): number {
  if (!cell || cell.covered || (cell.colSpan ?? 1) > 1) return 0;
  const runs = cell.text.match(/[!-.0-~]+/g) ?? [];
  return Math.min(LONGEST_RUN, Math.max(0, ...runs.map(emsOf)));
}

/** As wide as the widest of the faces sets it. */
function emsOf(run: string): number {
  let ems = 0;
  for (const character of run) ems += /[,.:;'|!]/.test(character) ? 0.3 : /[A-Z%@&]/.test(character) ? 0.75 : 0.57;
  return ems;
}
