/** A book as the sheets that the server reads: each under its head. */
import { LEDGER_SHEETS } from '@mingsuan/core/ledger/sheets';
import type { Book } from './book.ts';

export const sheetTexts = (book: Book) =>
  LEDGER_SHEETS.map(({ id, name, columns }) => ({
    name,
    rows: [columns.map(({ header }) => header), ...book[id].map(({ cells }) => [...cells])],
  }));
