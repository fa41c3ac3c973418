/** The sheets of a workbook → ledger. Every bad cell is told by its address; all else is read. */
import type { Origin } from '../disclosure.ts';
import { squeeze } from '../text/fold.ts';
import { type CodeContext, parseCell, type Value } from './cells.ts';
import type { Ledger } from './ledger.ts';
import { type LedgerRecord, type LedgerRecords, ledgerOfRecords } from './records.ts';
import { LEDGER_SHEETS, type LedgerColumn, type LedgerSheet, type SheetId } from './sheets.ts';

/** A sheet as rows of shown text, from its first row and column on. */
export interface SheetText {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** One sentence: what is wrong and what to do. */
export interface LedgerFault {
  readonly message: string;
  readonly origin: Origin;
}

/** `ledger` is absent where not even the unit and the year can be told. */
export interface LedgerReading {
  readonly ledger?: Ledger;
  readonly faults: readonly LedgerFault[];
}

/** The header stands in one of the first rows: people put titles over it. */
const HEADER_ROWS = 20;

/** A sheet has so many faults at most; one more line says how many there are. */
const FAULTS_SHOWN = 50;

/** A ledger from the texts of its workbook's sheets; each bad cell is a fault with its address, and amounts are fen. */
export function readLedgerSheets(sheets: readonly SheetText[]): LedgerReading {
  const faults: LedgerFault[] = [];
  const read = (id: SheetId, context: CodeContext): readonly LedgerRecord[] => {
    const definition = LEDGER_SHEETS.find((sheet) => sheet.id === id)!;
    const found = readSheet(definition, sheets, context);
    faults.push(...fewer(found.faults, definition));
    return found.records;
  };
  const none: CodeContext = { year: undefined, names: {} };
  const unit = read('unit', none).slice(0, 1);
  const names = read('names', none);
  const year = unit[0]?.year as number | undefined;
  const context = { year, names: Object.fromEntries(names.map(({ code, name }) => [code as string, name as string])) };
  const others = LEDGER_SHEETS.filter(({ id }) => id !== 'unit' && id !== 'names');
  const records = Object.fromEntries(others.map(({ id }) => [id, read(id, context)]));
  faults.push(...strangeSheets(sheets));
  const ledger = ledgerOfRecords({ ...records, unit, names } as unknown as LedgerRecords);
  return { ...(ledger ? { ledger } : {}), faults };
}

function fewer(faults: readonly LedgerFault[], { name }: LedgerSheet): readonly LedgerFault[] {
  if (faults.length <= FAULTS_SHOWN) return faults;
  const more = `工作表“${name}”还有 ${faults.length - FAULTS_SHOWN} 处类似的问题，请先改正前面的。`;
  return [...faults.slice(0, FAULTS_SHOWN), { message: more, origin: { sheet: name } }];
}

function readSheet(
  sheet: LedgerSheet,
  sheets: readonly SheetText[],
  context: CodeContext,
): { records: readonly LedgerRecord[]; faults: readonly LedgerFault[] } {
  const { name, columns } = sheet;
  const fault = (message: string, origin: Origin = {}): LedgerFault => ({
    message,
    origin: { sheet: name, ...origin },
  });
  const found = sheets.find((each) => squeeze(each.name) === name);
  if (!found)
    return { records: [], faults: [fault(`工作簿里没有工作表“${name}”，请不要删去或改名；没有内容的留空。`)] };
  const header = headerOf(columns, found.rows);
  if (!header)
    return {
      records: [],
      faults: [fault(`工作表“${name}”里找不到表头（${columns[0]!.header}…），请从模板恢复表头。`)],
    };
  const missing = columns.filter((column) => column.required && !header.places.has(column));
  if (missing.length > 0) {
    const which = missing.map((column) => `“${column.header}”`).join('、');
    return {
      records: [],
      faults: [fault(`工作表“${name}”缺少 ${which} 列，请从模板恢复表头。`, { address: `A${header.row + 1}` })],
    };
  }
  const records: LedgerRecord[] = [];
  const faults: LedgerFault[] = [];
  for (const [i, cells] of found.rows.slice(header.row + 1).entries()) {
    const row = header.row + 1 + i;
    const parsed = readRow(cells, row, header.places, context);
    faults.push(...parsed.faults.map(({ message, origin }) => fault(message, origin)));
    if (parsed.record) records.push(parsed.record);
  }
  return { records, faults };
}

interface Header {
  readonly row: number;
  readonly places: ReadonlyMap<LedgerColumn, number>;
}

/** The row that names most of the columns, at least half of those that must be there. */
function headerOf(columns: readonly LedgerColumn[], rows: readonly (readonly string[])[]): Header | undefined {
  const found = rows.slice(0, HEADER_ROWS).map((cells, row): Header => {
    const headers = cells.map(headerText);
    const places = columns.flatMap((column) => {
      const place = headers.indexOf(headerText(column.header));
      return place < 0 ? [] : [[column, place] as const];
    });
    return { row, places: new Map(places) };
  });
  const best = found.reduce<Header | undefined>((a, b) => (a && a.places.size >= b.places.size ? a : b), undefined);
  const needed = Math.max(1, columns.filter(({ required }) => required).length / 2);
  return best && best.places.size >= needed ? best : undefined;
}

/** Without the star that marks what must be filled in. */
const headerText = (text: string): string => squeeze(text).replace(/\*$/, '');

const PREFILLED = new Set(['key', 'label', 'partOf']);

function readRow(
  cells: readonly string[],
  row: number,
  places: ReadonlyMap<LedgerColumn, number>,
  context: CodeContext,
): { record?: LedgerRecord; faults: readonly LedgerFault[] } {
  const isBlank = (column: LedgerColumn) => (cells[places.get(column) ?? -1] ?? '').trim() === '';
  const columns = [...places.keys()];
  // What the template fills in by itself is no row as long as nothing is written beside it.
  if (columns.every((column) => isBlank(column) || PREFILLED.has(column.field))) return { faults: [] };
  const faults: LedgerFault[] = [];
  const record: Record<string, Value> = {};
  let isWhole = true;
  for (const [column, place] of places) {
    const origin = { address: addressOf(row, place) };
    if (isBlank(column)) {
      if (!column.required) continue;
      faults.push({ message: `“${column.header}”没有填，请补上，或删去这一行。`, origin });
      isWhole = false;
      continue;
    }
    const parsed = parseCell(cells[place]!, column.cell, context);
    if ('value' in parsed) record[column.field] = parsed.value;
    else {
      faults.push({ message: parsed.fault, origin });
      isWhole &&= !column.required;
    }
  }
  return { ...(isWhole ? { record } : {}), faults };
}

/** Sheets with content that no one asked for: misnamed ones among them. */
function strangeSheets(sheets: readonly SheetText[]): readonly LedgerFault[] {
  const known = new Set([...LEDGER_SHEETS.map(({ name }) => name), ...HELP_SHEETS]);
  return sheets
    .filter(({ name, rows }) => !known.has(squeeze(name)) && rows.some((row) => row.some((text) => text.trim() !== '')))
    .map(({ name }) => ({ message: `工作表“${name}”不是模板里的，没有读。`, origin: { sheet: name } }));
}

/** Sheets of the workbook that hold no figures of the unit. */
export const HELP_SHEETS = ['填写说明', '平衡检查', '功能科目', '经济科目', '采购品目', '选项'];

/** Row 11, column 54 → `BC12`. */
export function addressOf(row: number, column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return (column < 26 ? letter : String.fromCharCode(64 + Math.floor(column / 26)) + letter) + (row + 1);
}
