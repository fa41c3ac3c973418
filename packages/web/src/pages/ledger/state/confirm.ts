/** Amounts that wait for a person's word: which rows have one, and taking their marks away. */
import { LEDGER_SHEETS, type LedgerSheet, type SheetId } from '@mingsuan/core/ledger/sheets';
import { parseAmount } from '@mingsuan/core/money';
import type { Book, Row } from './book.ts';

const markOf = ({ columns }: LedgerSheet): number => columns.findIndex(({ cell }) => cell.is === 'mark');
/** The amount that the mark speaks of. */
const amountOf = ({ columns }: LedgerSheet): number =>
  columns.findIndex(({ field, cell }) => cell.is === 'money' && (field === 'fen' || field === 'value'));

/** Whether a row's amount still is the guess that its mark tells; one that was changed is stated. */
export function isUnconfirmed(sheet: LedgerSheet, { cells }: Pick<Row, 'cells'>): boolean {
  const mark = cells[markOf(sheet)]?.trim() ?? '';
  if (mark === '') return false;
  const guess = parseAmount(mark.split(/\s+/).at(-1)!, '元')?.fen;
  return guess === undefined || guess === parseAmount(cells[amountOf(sheet)] ?? '', '元')?.fen;
}

export interface Unconfirmed {
  readonly sheet: SheetId;
  readonly name: string;
  readonly count: number;
  /** The first row of them. */
  readonly row: number;
}

/** The sheets that have such rows. */
export const unconfirmedIn = (book: Book): readonly Unconfirmed[] =>
  LEDGER_SHEETS.filter((sheet) => markOf(sheet) >= 0).flatMap((sheet) => {
    const rows = book[sheet.id].flatMap((row, i) => (isUnconfirmed(sheet, row) ? [i] : []));
    return rows.length === 0 ? [] : [{ sheet: sheet.id, name: sheet.name, count: rows.length, row: rows[0]! }];
  });

/** The book with the marks of whole sheets taken away. */
export function confirmed(book: Book, sheets: readonly SheetId[]): Book {
  const bare = LEDGER_SHEETS.filter((sheet) => sheets.includes(sheet.id) && markOf(sheet) >= 0).map((sheet) => {
    const at = markOf(sheet);
    const rows = book[sheet.id].map((row) =>
      (row.cells[at] ?? '') === '' ? row : { ...row, cells: row.cells.with(at, '') },
    );
    return [sheet.id, rows] as const;
  });
  return { ...book, ...Object.fromEntries(bare) };
}
