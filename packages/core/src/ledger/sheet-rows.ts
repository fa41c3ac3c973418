/** The form's rows as texts: what a page holds while somebody writes. It knows the sheets and nothing of what they mean. */
import { LEDGER_SHEETS, type LedgerSheet, type SheetId } from './sheets.ts';

/** Rows of texts by sheet, each row with a text for every column of its sheet in their order; blank is an empty text. */
export type SheetRows = Readonly<Record<SheetId, readonly (readonly string[])[]>>;

/** Something for every sheet of the form. */
export const bySheet = <T>(of: (sheet: LedgerSheet) => T): Record<SheetId, T> =>
  Object.fromEntries(LEDGER_SHEETS.map((sheet) => [sheet.id, of(sheet)])) as Record<SheetId, T>;
