/** The form's rows as texts: what a page holds while somebody writes. It knows the sheets and nothing of what they mean. */
import { LEDGER_SHEETS, type LedgerSheet, type SheetId } from './sheets.ts';

/** Rows of texts by sheet, each row with a text for every column of its sheet in their order; blank is an empty text. */
export type SheetRows = Readonly<Record<SheetId, readonly (readonly string[])[]>>;

/** The sheet of an id. */
export const sheetOf = (id: SheetId): LedgerSheet => LEDGER_SHEETS.find((sheet) => sheet.id === id)!;

/** Where a field stands among its sheet's columns; -1 where it does not. */
export const columnOf = (sheet: SheetId, field: string): number =>
  sheetOf(sheet).columns.findIndex((column) => column.field === field);

/** Something for every sheet of the form. */
export const bySheet = <T>(of: (sheet: LedgerSheet) => T): Record<SheetId, T> =>
  Object.fromEntries(LEDGER_SHEETS.map((sheet) => [sheet.id, of(sheet)])) as Record<SheetId, T>;
