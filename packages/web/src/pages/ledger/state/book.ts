/** A ledger while it is written: rows of texts by sheet, each row with an id that it keeps wherever it moves. */
import { bySheet, columnOf, type SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import type { SheetId } from '@mingsuan/core/ledger/sheets';
import { kindOf, stageInTitle } from '@mingsuan/core/model/document-kinds';

export interface Row {
  readonly id: number;
  /** A text for each column of the sheet; blank is empty. */
  readonly cells: readonly string[];
}

export type Book = Readonly<Record<SheetId, readonly Row[]>>;

let lastId = 0;

/** A row with an id of its own in this browser tab. */
export const newRow = (cells: readonly string[]): Row => ({ id: ++lastId, cells });

export const bookOf = (rows: SheetRows): Book => bySheet(({ id }) => (rows[id] ?? []).map(newRow));

export const rowsOf = (book: Book): SheetRows => bySheet(({ id }) => book[id].map(({ cells }) => cells));

/** The book with other rows in one sheet; the same where nothing changes. */
export const withRows = (book: Book, sheet: SheetId, rows: readonly Row[]): Book =>
  rows === book[sheet] ? book : { ...book, [sheet]: rows };

/** The book with the sheets of other rows in it; a sheet whose rows are the same keeps them. */
export function taking(book: Book, rows: SheetRows): Book {
  const isSame = (id: SheetId) =>
    book[id].length === rows[id].length &&
    rows[id].every((cells, i) => cells.every((text, x) => text === book[id][i]!.cells[x]));
  return bySheet(({ id }) => (isSame(id) ? book[id] : rows[id].map(newRow)));
}

/** The year and the name of the unit, as they are written. */
export function titleOf(book: Pick<Book, 'unit'>): string {
  const [, name = '', , , year = ''] = book.unit[0]?.cells ?? [];
  return [name.trim(), year.trim() && `${year.trim().replace(/年$/, '')}年`].filter(Boolean).join(' ');
}

/** Whether its document reports what was carried out, as it is written. */
export function isOfAccounts(book: Pick<Book, 'unit'>): boolean {
  const stage = stageInTitle(book.unit[0]?.cells[columnOf('unit', 'stage')] ?? '');
  return stage !== undefined && kindOf(stage).executes;
}
