/** What an import would change, sheet by sheet, before anything is changed. */
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { LEDGER_SHEETS, type SheetId } from '@mingsuan/core/ledger/sheets';

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
  return LEDGER_SHEETS.flatMap(({ id, name }): SheetChange[] => {
    const [old, next] = [filled(before[id]), filled(after[id])];
    const removed = without(old, next);
    const added = without(next, old);
    return added.length + removed.length === 0
      ? []
      : [{ sheet: id, name, added, removed, kept: next.length - added.length }];
  });
}

const filled = (rows: Lines): Lines => rows.filter((cells) => cells.some((text) => text.trim() !== ''));

const keyOf = (cells: readonly string[]): string => JSON.stringify(cells.map((text) => text.trim()));

/** Rows of the first that the second does not have as often. */
function without(rows: Lines, others: Lines): Lines {
  const left = new Map<string, number>();
  for (const cells of others) left.set(keyOf(cells), (left.get(keyOf(cells)) ?? 0) + 1);
  return rows.filter((cells) => {
    const count = left.get(keyOf(cells)) ?? 0;
    if (count > 0) left.set(keyOf(cells), count - 1);
    return count === 0;
  });
}
