/** A ledger as it is held while it is worked on: as data, or as the texts of its form, which may not be readable yet. */
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { SheetText } from './find-sheets.ts';
import type { Ledger } from './ledger.ts';
import { parseLedger } from './parse.ts';
import { type LedgerReading, readLedgerSheets } from './read-sheets.ts';
import type { SheetRows } from './sheet-rows.ts';
import { rowsOfLedger, rowsOfSheets, sheetsOfRows } from './sheet-texts.ts';
import { templateOf } from './template-of.ts';

export interface HeldReading {
  /** Absent where not even the unit and the year can be told, or data is not of a ledger's shape. */
  readonly ledger?: Ledger;
  /** What could not be read; one sentence each. */
  readonly faults: readonly { readonly code: string; readonly message: string }[];
  /** Of the form's texts: where each thing stands, for what is told beside the faults. */
  readonly reading?: LedgerReading;
}

/** What is kept of the form's rows. */
export const heldOfRows = (rows: SheetRows): { readonly sheets: readonly SheetText[] } => ({
  sheets: sheetsOfRows(rows),
});

/** The ledger in what is held, with what of it could not be read. */
export function readHeld(content: unknown, jurisdictions: Jurisdictions = bundled()): HeldReading {
  const sheets = sheetsIn(content);
  if (!sheets) {
    const { ledger, problems } = parseLedger(content);
    return { ...(ledger ? { ledger } : {}), faults: problems };
  }
  const reading = readLedgerSheets(sheets, jurisdictions);
  const { ledger, faults } = reading;
  const told = faults.map(({ message, origin: { sheet, address } }) => ({
    code: 'ledger-unreadable',
    message: [sheet, address, message].filter(Boolean).join(' '),
  }));
  return { ...(ledger ? { ledger } : {}), faults: told, reading };
}

/** The rows of the form in what is held; undefined where it is no ledger. */
export function rowsOfHeld(content: unknown, jurisdictions: Jurisdictions = bundled()): SheetRows | undefined {
  const sheets = sheetsIn(content);
  if (sheets) return rowsOfSheets(sheets).rows;
  const { ledger } = parseLedger(content);
  return ledger && rowsOfLedger(ledger, templateOf(ledger, jurisdictions), jurisdictions);
}

function sheetsIn(content: unknown): readonly SheetText[] | undefined {
  const sheets = typeof content === 'object' && content !== null && 'sheets' in content ? content.sheets : undefined;
  return Array.isArray(sheets) && sheets.every(isSheet) ? sheets : undefined;
}

function isSheet(value: unknown): value is SheetText {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('rows' in value)) return false;
  const { name, rows } = value;
  const isRow = (row: unknown) => Array.isArray(row) && row.every((text) => typeof text === 'string');
  return typeof name === 'string' && Array.isArray(rows) && rows.every(isRow);
}
