/**
 * The ledger as texts in the sheets of its form, as a person sees and edits them. `readLedgerSheets` reads them back; what
 * cannot be read stands as it was written.
 */
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { normalizeNumber } from '../money.ts';
import type { Template } from '../templates/index.ts';
import { squeeze } from '../text/fold.ts';
import { type CellContext, cellText } from './cells.ts';
import { findSheets, type LedgerFault, type SheetText } from './find-sheets.ts';
import { formOf } from './form.ts';
import { labelsOf } from './labels.ts';
import type { Ledger } from './ledger.ts';
import { readLedgerSheets } from './read-sheets.ts';
import type { LedgerRecord } from './record.ts';
import { bySheet, type SheetRows } from './sheet-rows.ts';
import { type CellKind, LEDGER_SHEETS, type LedgerColumn, type SheetId } from './sheets.ts';
import { templateOf } from './template-of.ts';

/** A ledger as the rows of its form, with those that the template's document wants filled in. */
export function rowsOfLedger(
  ledger: Ledger,
  template: Template | undefined,
  jurisdictions: Jurisdictions = bundled(),
): SheetRows {
  const { records } = formOf(ledger, template, jurisdictions);
  const context = contextOf(ledger, jurisdictions);
  return bySheet(({ id, columns }) => records[id].map((record) => textsOf(record, columns, context)));
}

/** How the cells of a ledger are read and written. */
export function contextOf(
  { year, moneyUnit = '元', names = {} }: Pick<Ledger, 'year' | 'moneyUnit' | 'names'>,
  jurisdictions: Jurisdictions,
): CellContext {
  return { year, moneyUnit, names, labels: labelsOf(jurisdictions, year, names) };
}

/** A record as texts, one for each column. */
const textsOf = (record: LedgerRecord, columns: readonly LedgerColumn[], context: CellContext): readonly string[] =>
  columns.map(({ field, cell }) => {
    const value = record[field];
    return value === undefined ? '' : cellText(value, cell, context);
  });

/** The rows of a workbook's sheets, whatever stands over their heads and in whatever order; blank rows are left out. */
export function rowsOfSheets(sheets: readonly SheetText[]): {
  readonly rows: SheetRows;
  /** Sheets and columns that are not of the form, or are missing. */
  readonly faults: readonly LedgerFault[];
} {
  const found = findSheets(sheets);
  const rows = bySheet(({ id, columns }) => {
    const sheet = found.sheets.get(id);
    return (sheet?.rows ?? [])
      .map(({ cells }) =>
        columns.map((column) => plainAmount(cells[sheet!.columns.get(column) ?? -1] ?? '', column.cell)),
      )
      .filter((cells) => cells.some((text) => text.trim() !== ''));
  });
  return { rows, faults: found.faults };
}

/** A workbook shows amounts with separators, which nobody types; what is no plain number stands as it is. */
function plainAmount(text: string, cell: CellKind): string {
  const number = cell.is === 'money' ? normalizeNumber(text) : '';
  return /^-?\d+(?:\.\d+)?$/.test(number) ? number : text;
}

/** The fields by which a row that the form has ready is known again. */
const READY: Readonly<Partial<Record<SheetId, readonly string[]>>> = {
  answers: ['area'],
  counts: ['key'],
  amounts: ['key'],
  'last-year': ['key'],
  assets: ['label', 'partOf'],
  texts: ['key', 'project'],
};

/**
 * The rows with those below them that the document wants filled in and that are not there yet, as after a project was added or
 * another template was chosen. Nothing that stands is changed, whether it can be read or not.
 */
export function preparedRows(rows: SheetRows, jurisdictions: Jurisdictions = bundled()): SheetRows {
  const { ledger } = readLedgerSheets(sheetsOfRows(rows), jurisdictions);
  if (!ledger) return rows;
  const ready = rowsOfLedger(ledger, templateOf(ledger, jurisdictions), jurisdictions);
  return bySheet(({ id, columns }) => {
    const fields = READY[id];
    if (!fields) return rows[id];
    const places = fields.map((field) => columns.findIndex((column) => column.field === field));
    const keyOf = (cells: readonly string[]) => places.map((at) => squeeze(cells[at] ?? '')).join('\n');
    const known = new Set(rows[id].map(keyOf));
    const missing = ready[id].filter((cells) => !known.has(keyOf(cells)));
    return missing.length === 0 ? rows[id] : [...rows[id], ...missing];
  });
}

/** The sheets that the rows stand in, each under its head: the head is the first row, so row `i` of a sheet is its row `i + 1`. */
export const sheetsOfRows = (rows: SheetRows): readonly SheetText[] =>
  LEDGER_SHEETS.map(({ id, name, columns }) => ({ name, rows: [columns.map(({ header }) => header), ...rows[id]] }));
