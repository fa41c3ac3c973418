/** A book is one disclosure with its sheets; a ledger of cells numbers the cells of several books for equations over all of them. */

import type { Cell, Disclosure, Statement } from '../disclosure.ts';
import { printingOf } from '../figures/precision.ts';
import { ASSETS, PROCUREMENT } from '../kinds/index.ts';
import { sidesOf } from '../model/sides.ts';
import { rowsOf } from '../model/tables.ts';
import { balanceSheet } from './balance-sheet.ts';
import { classifiedSheet, leavesOutSecrets } from './classified-sheet.ts';
import { assetSheet, procurementSheet } from './record-sheets.ts';
import type { Sheet } from './sheet.ts';
import { threePublicsSheet } from './three-publics-sheet.ts';

export interface Book {
  readonly disclosure: Disclosure;
  readonly sheets: ReadonlyMap<string, Sheet>;
}

/** Of several statements of one form the first with rows is taken. */
export function openBook(disclosure: Disclosure): Book {
  const sheets = new Map<string, Sheet>();
  const seen = new Set<string>();
  const filledFirst = [...disclosure.statements].sort((a, b) => Number(b.rows.length > 0) - Number(a.rows.length > 0));
  for (const statement of filledFirst) {
    if (seen.has(statement.form)) continue;
    seen.add(statement.form);
    for (const sheet of sheetsOf(disclosure, statement)) sheets.set(sheet.name, sheet);
  }
  if (rowsOf(disclosure, PROCUREMENT).length > 0) sheets.set(PROCUREMENT.id, procurementSheet(disclosure));
  if (rowsOf(disclosure, ASSETS).length > 0) sheets.set(ASSETS.id, assetSheet(disclosure));
  return { disclosure, sheets };
}

function sheetsOf(disclosure: Disclosure, statement: Statement): readonly Sheet[] {
  const printing = printingOf(disclosure, statement);
  switch (statement.form) {
    case 'balance':
    case 'appropriation-balance':
      return sidesOf(statement).map((side) => balanceSheet(statement, side, printing));
    case 'three-publics':
      return [threePublicsSheet(statement, printing)];
    default:
      return [classifiedSheet(statement, printing, leavesOutSecrets(disclosure))];
  }
}

/** Where a numbered cell stands. */
export interface CellPlace {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | undefined;
}

/** Numbers all cells, blank ones too, of the sheets of `books`. */
export class CellSpace {
  readonly books: readonly Book[];
  readonly size: number;
  #offsets = new Map<Sheet, number>();
  #starts: number[] = [];
  #owners: { book: Book; sheet: Sheet }[] = [];

  constructor(books: readonly Book[]) {
    this.books = books;
    let size = 0;
    for (const book of books) {
      for (const sheet of book.sheets.values()) {
        this.#offsets.set(sheet, size);
        this.#starts.push(size);
        this.#owners.push({ book, sheet });
        size += sheet.cells.length;
      }
    }
    this.size = size;
  }

  /** The number of the sheet's first cell. */
  offset(sheet: Sheet): number {
    return this.#offsets.get(sheet)!;
  }

  place(id: number): CellPlace {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= id) low = middle;
      else high = middle - 1;
    }
    const { book, sheet } = this.#owners[low]!;
    const index = id - this.#starts[low]!;
    const width = sheet.columns.length;
    return { book, sheet, row: Math.floor(index / width), column: index % width, cell: sheet.cells[index] };
  }
}
