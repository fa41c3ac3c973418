/** What a table prints for each code: a code in several rows (by economic item, by unit) is one amount, or is printed again. */
import { type ListId, levelOf } from '@mingsuan/core/classification/index';
import type { Fen } from '@mingsuan/core/money';
import { type CodeRow, codeTree } from './code-tree.ts';

export interface PrintedRow extends CodeRow {
  /** Whose row it is, where the table lists several units. */
  readonly unit?: string | undefined;
}

/** Each amount may be off by half of 0.01 万元. */
const HALF_STEP = 5_000;

/**
 * Each code once, in fen. Rows of the whole go before rows of units, which are added up only where they come to the printed total. A
 * code in several rows is their sum where that comes to the total; else it is printed again, unless its amounts differ.
 */
export function codedRows<Row extends PrintedRow>(
  rows: readonly Row[],
  total: Fen | undefined,
  list: ListId,
): readonly Row[] {
  const coded = rows.filter(({ code }) => levelOf(code) !== undefined);
  const own = coded.filter(({ unit }) => unit === undefined);
  const holds = (some: readonly Row[]): boolean =>
    total !== undefined &&
    Math.abs(codeTree(some, list).reduce((sum, { fen }) => sum + fen, 0) - total) <= (coded.length + 1) * HALF_STEP;
  if (own.length === 0) {
    const ofUnits = summed(coded);
    return holds(ofUnits) ? ofUnits : [];
  }
  const [once, sums] = [first(own), summed(own)];
  if (once.length === own.length || holds(once)) return once;
  return holds(sums) || own.some(({ code, fen }) => once.find((one) => one.code === code)!.fen !== fen) ? sums : once;
}

const first = <Row extends CodeRow>(rows: readonly Row[]): readonly Row[] =>
  [...new Map([...rows].reverse().map((row) => [row.code, row])).values()].reverse();

function summed<Row extends CodeRow>(rows: readonly Row[]): readonly Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const known = sums.get(row.code);
    sums.set(row.code, known ? { ...known, fen: known.fen + row.fen } : row);
  }
  return [...sums.values()];
}
