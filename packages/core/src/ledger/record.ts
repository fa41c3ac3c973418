/** The shape of a row of the ledger's workbook. */
import type { Value } from './cells.ts';
import type { SheetId } from './sheets.ts';

/** A row by the fields of its sheet's columns; a blank cell is absent. */
export type LedgerRecord = Readonly<Record<string, Value | undefined>>;

export type LedgerRecords = Readonly<Record<SheetId, readonly LedgerRecord[]>>;

/** Without the fields that are undefined. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
