/** A ledger file, workbook or JSON as its content tells → ledger. */
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { parseLedger } from '@mingsuan/core/ledger/parse';
import {
  type LedgerFault,
  type LedgerReading,
  readLedgerSheets,
  type SheetText,
} from '@mingsuan/core/ledger/read-sheets';
import { rowsOfLedger, sheetsOfRows } from '@mingsuan/core/ledger/sheet-texts';
import { LEDGER_SHEETS } from '@mingsuan/core/ledger/sheets';
import { templateOf } from '@mingsuan/core/ledger/template-of';
import { normalizeNumber, parseAmount } from '@mingsuan/core/money';
import { decodeText } from '../input/decode.ts';
import { KINDS } from '../input/kinds.ts';
import { checkSize } from '../input/limits.ts';
import { sniffSignature, sniffText } from '../input/sniff.ts';
import { csvRecords } from '../text/read-csv.ts';
import { UnreadableInput } from '../unreadable.ts';
import { readWorkbook } from '../xlsx/read-workbook.ts';
import type { Sheet, SheetCell } from '../xlsx/workbook.ts';

/** @throws UnreadableInput where the file as a whole cannot be read; bad cells are `faults` */
export async function readLedger(bytes: Uint8Array, jurisdictions?: Jurisdictions): Promise<LedgerReading> {
  if (bytes.length === 0) throw new UnreadableInput('empty', '文件是空的，请确认下载或导出已经完成。');
  const kind = sniffSignature(bytes);
  checkSize(kind, bytes.length);
  const sheets = await sheetsIn(bytes);
  if (sheets) return readLedgerSheets(sheets, jurisdictions);
  const decoded = kind ? undefined : decodeText(bytes);
  if (!decoded)
    throw new UnreadableInput(
      'unsupported',
      `这是${KINDS[kind ?? 'binary'].name}，不是台账；台账是由模板填成的 xlsx，或 JSON。`,
    );
  return readJson(decoded.text);
}

/** The sheets of a workbook as text; undefined where the file is none. @throws UnreadableInput */
async function sheetsIn(bytes: Uint8Array): Promise<readonly SheetText[] | undefined> {
  const kind = sniffSignature(bytes);
  if (kind === 'ods') return (await import('../odf/read-odf.ts')).readOdsWorkbook(bytes).sheets.map(textOf);
  if (kind !== 'xlsx' && kind !== 'xls') return undefined;
  return (await readWorkbook(kind, bytes)).sheets.map(textOf);
}

/**
 * The texts of a ledger file as a person wrote them, whether they can be read or not; of JSON those of its form. No sheets where the
 * file is no ledger. @throws UnreadableInput
 */
export async function ledgerSheets(
  bytes: Uint8Array,
  jurisdictions: Jurisdictions = bundled(),
): Promise<{ readonly sheets?: readonly SheetText[]; readonly faults: readonly LedgerFault[] }> {
  const sheets = await sheetsIn(bytes);
  if (sheets) return { sheets, faults: [] };
  const { ledger, faults } = readJson(decodeText(bytes)?.text ?? '');
  if (!ledger) return { faults };
  return { sheets: sheetsOfRows(rowsOfLedger(ledger, templateOf(ledger, jurisdictions), jurisdictions)), faults };
}

/** Whether a file is a ledger: other workbooks and JSON files are documents. */
export async function isLedger(bytes: Uint8Array): Promise<boolean> {
  const kind = sniffSignature(bytes);
  const sheets = await sheetsIn(bytes);
  if (sheets) {
    const names = new Set(sheets.map(({ name }) => name.trim()));
    return LEDGER_SHEETS.filter(({ name }) => names.has(name)).length * 2 > LEDGER_SHEETS.length;
  }
  const text = kind ? undefined : decodeText(bytes)?.text;
  return text !== undefined && /^\s*\{/.test(text) && sniffText(text) === 'json';
}

/** Whether a file is a workbook whose sheets can be read as text. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const kind = sniffSignature(bytes);
  return kind === 'ods' || kind === 'xlsx' || kind === 'xls';
}

/** The sheets of a workbook or CSV file as text, such as an export of a finance system. @throws UnreadableInput */
export async function readSheetTexts(bytes: Uint8Array): Promise<readonly SheetText[]> {
  const kind = sniffSignature(bytes);
  checkSize(kind, bytes.length);
  const sheets = await sheetsIn(bytes);
  if (sheets) return sheets;
  const records = kind ? undefined : csvRecords(decodeText(bytes)?.text ?? '');
  if (!records) throw new UnreadableInput('unsupported', '要导入的是财务系统导出的工作簿（xlsx、xls、ods）或 csv。');
  return [{ name: 'csv', rows: records }];
}

/** Rows from the first on, however far down a stray cell stands: blank rows are shared. */
function textOf({ name, cells, hiddenRows, hiddenColumns, merges }: Sheet): SheetText {
  const rows: string[][] = [];
  const blank: string[] = [];
  for (const cell of cells) {
    const { row, column, isUncalculated } = cell;
    while (rows.length <= row) rows.push(blank);
    if (rows[row] === blank) rows[row] = [];
    const own = rows[row]!;
    while (own.length < column) own.push('');
    own[column] = isUncalculated ? '' : meant(cell);
  }
  const hidden = [...hiddenRows].filter((row) => rows[row]?.some((text) => text !== '')).sort((a, b) => a - b);
  const uncalculated = cells.filter(({ isUncalculated }) => isUncalculated);
  return { name, rows, hiddenRows: hidden, hiddenColumns: [...hiddenColumns], merges, uncalculated };
}

/**
 * The text of a cell, or its number where the format shows another one: rounded, or in thousands. Dates, percentages and numbers
 * with a word of their own stay as they are shown.
 */
function meant({ text, number }: SheetCell): string {
  if (number === undefined) return text;
  // A workbook's numbers have fifteen digits; what is beyond is binary dust.
  const stored = String(Number(number.toPrecision(15)));
  const bare = /^(.*?)(?:万元|元)$/.exec(text.trim());
  const shown = parseAmount(bare?.[1] ?? text, text.trim().endsWith('万元') ? '万元' : '元')?.fen;
  if (shown === undefined || !/^-?\d+(?:\.\d+)?$/.test(stored)) return text;
  const isShown = !bare && Number(normalizeNumber(text)) === Number(stored);
  // 96.4万元 of a cell that holds 964000 is only shown so; of one that holds 96.4 it is what somebody wrote.
  return isShown || (bare && shown !== Math.round(Number(stored) * 100)) ? text : stored;
}

function readJson(text: string): LedgerReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableInput('damaged', '这不是台账：既不是 xlsx 工作簿，也不是完整的 JSON。', { cause });
  }
  const { ledger, problems } = parseLedger(value);
  return { ...(ledger ? { ledger } : {}), faults: problems.map(({ message }) => ({ message, origin: {} })) };
}
