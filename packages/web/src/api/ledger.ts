/** What the ledger's page asks of the server: files into texts, texts into files and pages. */
import { ask, askFile, send } from './client.ts';
import type { LedgerPages, LedgerSheets, Workbook } from './types.ts';

export const LEDGER_FORMATS = ['pdf', 'docx', 'xlsx', 'ofd', 'html', 'json'] as const;
export const LEDGER_OWN_FORMATS = ['ledger.xlsx', 'ledger.json'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number] | (typeof LEDGER_OWN_FORMATS)[number];

type Sheets = LedgerSheets['sheets'];

/** A ledger file as it stands; or the ledger of a published document, `nextYear` going on into the year after. */
export function readLedgerFile(file: File, nextYear: boolean, agency?: string): Promise<LedgerSheets> {
  const body = new FormData();
  body.append('files', file);
  return ask('/ledger/sheets', { nextYear: String(nextYear), agency }, { method: 'POST', body });
}

/** The texts of any workbook. */
export function readWorkbook(file: File): Promise<Workbook> {
  const body = new FormData();
  body.append('files', file);
  return ask('/ledger/workbook', undefined, { method: 'POST', body });
}

export const ledgerPages = (sheets: Sheets): Promise<LedgerPages> => send('POST', '/ledger/pages', { sheets });

export const ledgerFile = (sheets: Sheets, format: LedgerFormat): Promise<Blob> =>
  askFile(`/ledger/files/${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sheets }),
  });
