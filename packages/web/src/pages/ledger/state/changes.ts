/** What an import would change, sheet by sheet, before anything is changed. */
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { LEDGER_SHEETS, type LedgerColumn, type SheetId } from '@mingsuan/core/ledger/sheets';
import { parseAmount } from '@mingsuan/core/money';

export interface SheetChange {
  readonly sheet: SheetId;
  readonly name: string;
  /** Rows that only the one has. */
  readonly added: Lines;
  readonly removed: Lines;
  readonly kept: number;
}

type Lines = readonly (readonly string[])[];

/** The sheets in which rows come or go; rows are the same where all of their texts are, in whatever order they stand. */
export function changesOf(before: SheetRows, after: SheetRows): readonly SheetChange[] {
  return LEDGER_SHEETS.flatMap(({ id, name, columns }): SheetChange[] => {
    const [old, next] = [filled(before[id]), filled(after[id])];
    const removed = without(old, next, columns);
    const added = without(next, old, columns);
    return added.length + removed.length === 0
      ? []
      : [{ sheet: id, name, added, removed, kept: next.length - added.length }];
  });
}

const filled = (rows: Lines): Lines => rows.filter((cells) => cells.some((text) => text.trim() !== ''));

/** Amounts are the same with and without their decimals and separators. */
const keyOf = (cells: readonly string[], columns: readonly LedgerColumn[]): string =>
  JSON.stringify(
    cells.map((text, at) =>
      columns[at]?.cell.is === 'money' ? (parseAmount(text, '元')?.fen ?? text.trim()) : text.trim(),
    ),
  );

/** Rows of the first that the second does not have as often. */
function without(rows: Lines, others: Lines, columns: readonly LedgerColumn[]): Lines {
  const left = new Map<string, number>();
  for (const cells of others) left.set(keyOf(cells, columns), (left.get(keyOf(cells, columns)) ?? 0) + 1);
  return rows.filter((cells) => {
    const key = keyOf(cells, columns);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}
