/** The sheets of a ledger's workbook and their columns, found by name and by head: what was renamed is read and told once. */

import type { Origin } from '../disclosure.ts';
import { addressOf } from '../model/cell-address.ts';
import { squeeze } from '../text/fold.ts';
import { LEDGER_SHEETS, type LedgerColumn, type LedgerSheet, type SheetId } from './sheets.ts';

/** One sentence: what is wrong and what to do. */
export interface LedgerFault {
  readonly message: string;
  readonly origin: Origin;
  /** A name that its code bears in the lists of other years: the year may be what is wrong. */
  readonly isOfOtherYear?: boolean;
}

/** A sheet as rows of shown text, from its first row and column on; what a workbook tells besides, rows and columns from 0. */
export interface SheetText {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows that show something and are hidden, by hand or by a filter. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly merges?: readonly MergedCells[];
  /** Cells whose formula has no stored value. */
  readonly uncalculated?: readonly { readonly row: number; readonly column: number }[];
}

export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A sheet of the form: its columns' places, and its rows below the head. */
export interface FoundSheet {
  readonly name: string;
  readonly columns: ReadonlyMap<LedgerColumn, number>;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Units of money that heads name: 金额（万元）. */
  readonly units: readonly { readonly unit: string; readonly address: string }[];
  /** The sheet as the workbook has it. */
  readonly text: SheetText;
}

export interface FoundSheets {
  /** A sheet of the form is not there, or its head cannot be found: nothing of it is read. */
  readonly isPartial: boolean;
  readonly sheets: ReadonlyMap<SheetId, FoundSheet>;
  readonly faults: readonly LedgerFault[];
}

/** The header stands in one of the first rows: people put titles over it. */
const HEADER_ROWS = 20;

/** Sheets of the workbook that hold no figures of the unit. */
export const HELP_SHEETS = ['填写说明', '平衡检查', '功能科目', '经济科目', '采购品目', '选项'];

/** All sheets of the form that a workbook has, under their names or with their heads under another. */
export function findSheets(given: readonly SheetText[]): FoundSheets {
  const faults: LedgerFault[] = [];
  const sheets = new Map<SheetId, FoundSheet>();
  let isPartial = false;
  const known = new Set([...LEDGER_SHEETS.map(({ name }) => name), ...HELP_SHEETS]);
  const strange = given.filter(
    ({ name, rows }) => !known.has(squeeze(name)) && rows.some((row) => row.some((text) => text.trim() !== '')),
  );
  const renamed = new Set<SheetText>();
  for (const sheet of LEDGER_SHEETS) {
    const alike = given.filter(({ name }) => squeeze(name) === sheet.name);
    const named = alike.find(({ name }) => name === sheet.name) ?? alike[0];
    if (alike.length > 1) {
      const message = `有 ${alike.length} 张工作表叫“${sheet.name}”，只读了一张：请把内容并到一张，删去另外的。`;
      faults.push({ message, origin: { sheet: named!.name } });
    }
    const moved = named ? undefined : strange.find((each) => !renamed.has(each) && isHeadOf(sheet, each));
    if (moved) {
      renamed.add(moved);
      const message = `工作表“${moved.name}”像是“${sheet.name}”，已按“${sheet.name}”读：请改回原名。`;
      faults.push({ message, origin: { sheet: moved.name } });
    }
    const own = named ?? moved;
    if (own) read(sheet, own, sheets, faults);
    isPartial ||= !sheets.has(sheet.id) && (own !== undefined || !sheet.optional);
    if (!own && !sheet.optional)
      faults.push({
        message: `工作簿里没有工作表“${sheet.name}”，请不要删去或改名；没有内容的留空。`,
        origin: { sheet: sheet.name },
      });
  }
  for (const { name } of strange.filter((each) => !renamed.has(each)))
    faults.push({ message: `工作表“${name}”不是模板里的，没有读。`, origin: { sheet: name } });
  return { sheets, faults, isPartial };
}

function read(sheet: LedgerSheet, text: SheetText, sheets: Map<SheetId, FoundSheet>, faults: LedgerFault[]): void {
  const { columns } = sheet;
  const { name, rows } = text;
  const tell = (message: string, address?: string) =>
    faults.push({ message, origin: { sheet: name, ...(address ? { address } : {}) } });
  const header = headerOf(columns, rows);
  if (!header) {
    tell(`工作表“${name}”里找不到表头（${columns[0]!.header}…），请从模板恢复表头。`);
    return;
  }
  const places = new Map(header.places);
  const missing = columns.filter((column) => !places.has(column));
  const unknown = header.unknown.filter(({ text }) => text !== '');
  const [lost] = missing.filter(isWanted);
  const strange = unknown.filter(({ text }) => !columns.some(({ header }) => headerText(header) === headerText(text)));
  // One head that is not known stands in the place of the one that is missing.
  if (lost && strange.length === 1 && missing.filter(isWanted).length === 1) {
    const [{ text, at }] = strange as [{ text: string; at: number }];
    tell(`表头“${text}”应当是“${lost.header}”，已按“${lost.header}”读：请改回原来的表头。`, addressOf(header.row, at));
    places.set(lost, at);
  } else if (lost) {
    const which = missing.filter(isWanted).map((column) => `“${column.header}”`);
    tell(`工作表“${name}”缺少 ${which.join('、')} 列，请从模板恢复表头。`, `A${header.row + 1}`);
    return;
  } else {
    for (const { text, at } of unknown)
      tell(
        columns.some((column) => headerText(column.header) === headerText(text))
          ? `表头“${text}”有两列，只读了前一列：请并成一列，删去这一列。`
          : `表头“${text}”不是模板里的，这一列没有读：请改回原来的表头，或删去这一列。`,
        addressOf(header.row, at),
      );
  }
  const bare = headless(rows, header.row);
  if (bare)
    tell(
      `${columnLetter(bare.column)} 列没有表头，里面的内容没有读：请删去，或移到有表头的列。`,
      addressOf(bare.row, bare.column),
    );
  const units = [...places.values()].flatMap((at) => {
    const unit = UNIT_OF_HEAD.exec(squeeze(rows[header.row]?.[at] ?? '').replace(/\*$/, ''))?.[1];
    return unit ? [{ unit, address: addressOf(header.row, at) }] : [];
  });
  const below = rows.slice(header.row + 1).map((cells, i) => ({ row: header.row + 1 + i, cells }));
  sheets.set(sheet.id, { name, columns: places, rows: below, units, text });
}

/** Columns that every sheet of the form has. */
const isWanted = ({ required = false, asked = false }: LedgerColumn): boolean => required || asked;

/** The first cell that stands below the head under no heading at all. */
function headless(rows: readonly (readonly string[])[], head: number): { row: number; column: number } | undefined {
  for (let row = head + 1; row < rows.length; row += 1) {
    const column = rows[row]!.findIndex((text, at) => text.trim() !== '' && (rows[head]![at] ?? '').trim() === '');
    if (column >= 0) return { row, column };
  }
  return undefined;
}

const columnLetter = (column: number): string => addressOf(0, column).replace(/\d+$/, '');

const UNIT_OF_HEAD = /\(([十百千]?[万亿]?元)\)$/;

interface Header {
  readonly row: number;
  readonly places: ReadonlyMap<LedgerColumn, number>;
  readonly unknown: readonly { readonly text: string; readonly at: number }[];
}

/** The row that names most of the columns, at least half of those that must be there. */
function headerOf(columns: readonly LedgerColumn[], rows: readonly (readonly string[])[]): Header | undefined {
  const found = rows.slice(0, HEADER_ROWS).map((cells, row): Header => {
    const headers = cells.map(headerText);
    const places = columns.flatMap((column) => {
      const place = headers.indexOf(headerText(column.header));
      return place < 0 ? [] : [[column, place] as const];
    });
    const taken = new Set(places.map(([, place]) => place));
    const unknown = cells.flatMap((text, at) => (taken.has(at) ? [] : [{ text: text.trim(), at }]));
    return { row, places: new Map(places), unknown };
  });
  const best = found.reduce<Header | undefined>((a, b) => (a && a.places.size >= b.places.size ? a : b), undefined);
  const needed = Math.max(1, columns.filter(({ required }) => required).length / 2);
  return best && best.places.size >= needed ? best : undefined;
}

/** Most columns of the sheet, by their names: a sheet under another name. */
function isHeadOf({ columns }: LedgerSheet, { rows }: SheetText): boolean {
  const header = headerOf(columns, rows);
  return header !== undefined && header.places.size * 3 >= columns.length * 2 && header.places.size >= 2;
}

/** A head as compared: without the star that marks what must be filled in, and without a unit of money. */
export const headerText = (text: string): string => squeeze(text).replace(/\*$/, '').replace(UNIT_OF_HEAD, '');
