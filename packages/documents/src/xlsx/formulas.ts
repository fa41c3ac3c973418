/**
 * Sums that nobody calculated. A program that writes workbooks without calculating them stores 0 for each formula: where the parts of
 * a sum are no 0, its 0 is none either.
 */
import { positionOf } from '@mingsuan/core/model/cell-address';
import type { SheetCell } from './workbook.ts';

/** SUM(B2:B9,D4) and B2+C2: what they amount to is told by their parts. Anything else is left alone. */
const SUM = /^(?:SUM\(([A-Z$\d:,\s]+)\)|([A-Z$\d+\s]+))$/i;
/** More parts than a table has rows. */
const MOST_PARTS = 5000;

/** Cells whose stored 0 cannot be what their sum amounts to, and sums over such cells. */
export function neverCalculated(cells: readonly SheetCell[]): ReadonlySet<SheetCell> {
  const open = cells.flatMap((cell) => {
    const parts = cell.number === 0 && cell.formula ? partsOf(cell.formula) : undefined;
    return parts ? [{ cell, parts }] : [];
  });
  if (open.length === 0) return new Set();
  const at = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const stale = new Set<SheetCell>();
  for (let before = -1; before < stale.size; ) {
    before = stale.size;
    for (const { cell, parts } of open) {
      const summed = parts.flatMap((key) => at.get(key) ?? []);
      const total = summed.reduce((sum, { number = 0 }) => sum + Math.round(number * 100), 0);
      if (total !== 0 || summed.some((part) => part.isUncalculated || stale.has(part))) stale.add(cell);
    }
  }
  return stale;
}

const keyOf = ({ row, column }: { readonly row: number; readonly column: number }): string => `${row},${column}`;

function partsOf(formula: string): string[] | undefined {
  const [, listed, added] = SUM.exec(formula.trim()) ?? [];
  const texts = listed?.split(',') ?? added?.split('+');
  if (!texts) return undefined;
  const keys: string[] = [];
  for (const text of texts) {
    const [from, to = from] = text.split(':').map((end) => positionOf(end.replaceAll('$', '').trim().toUpperCase()));
    if (!from || !to) return undefined;
    if ((to.row - from.row + 1) * (to.column - from.column + 1) + keys.length > MOST_PARTS) return undefined;
    for (let row = from.row; row <= to.row; row += 1)
      for (let column = from.column; column <= to.column; column += 1) keys.push(keyOf({ row, column }));
  }
  return keys;
}
