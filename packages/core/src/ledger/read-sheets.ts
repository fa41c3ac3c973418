/** The sheets of a workbook → ledger. Every bad cell is told by its address, once for each cause; all else is read. */
import type { Origin } from '../disclosure.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { addressOf } from '../model/cell-address.ts';
import type { MoneyUnit } from '../money.ts';
import { squeeze } from '../text/fold.ts';
import { type ReadyPlaces, readyPlaces } from './asked-place.ts';
import { type CellContext, parseCell, type Value } from './cells.ts';
import { type FoundSheet, findSheets, type LedgerFault, type SheetText } from './find-sheets.ts';
import { labelsOf } from './labels.ts';
import type { Ledger } from './ledger.ts';
import { oddRow } from './odd-rows.ts';
import type { LedgerRecord, LedgerRecords } from './record.ts';
import { ledgerOfRecords, type PlacedLedger } from './records.ts';
import { firstOnly, isOfMoney, type Place, repeated, strayParagraphs, strayRows } from './rows-in-doubt.ts';
import { LEDGER_SHEETS, type LedgerColumn, type LedgerSheet, type SheetId } from './sheets.ts';
import { toldOnce } from './told-once.ts';
import { yearTold } from './year-faults.ts';

export type { LedgerFault, SheetText } from './find-sheets.ts';

/** `ledger` is absent where not even the unit and the year can be told. */
export interface LedgerReading {
  readonly ledger?: Ledger;
  readonly faults: readonly LedgerFault[];
  /** The cell that a path of the ledger was read from: `basic[3].economic`. */
  readonly originOf?: (path: string) => Origin | undefined;
  /** What to write in a row that a path asks for and the workbook does not have. */
  readonly rowToAdd?: ReadyPlaces['rowToAdd'];
  /** Rows were left out because of their faults: sums over the ledger then say nothing of their own. */
  readonly isPartial?: boolean;
}

/** A sheet tells so many faults at most, unless more are asked for; one more line says how many there are. */
const FAULTS_SHOWN = 50;

/**
 * A ledger from the texts of its workbook's sheets; each bad cell is a fault with its address, and amounts are fen. `most`
 * faults of a sheet are told one by one.
 */
export function readLedgerSheets(
  sheets: readonly SheetText[],
  jurisdictions: Jurisdictions = bundled(),
  most = FAULTS_SHOWN,
): LedgerReading {
  const found = findSheets(sheets);
  const faults: LedgerFault[] = [...found.faults];
  const places = new Map<LedgerRecord, Place>();
  const foundNames: Record<string, string> = {};
  let { isPartial } = found;
  // Where a page marks each cell, each is told; a person who reads a list is told each cause once.
  const once = Number.isFinite(most) ? toldOnce : (all: readonly LedgerFault[]) => all;
  const read = (id: SheetId, context: CellContext): readonly LedgerRecord[] => {
    const definition = LEDGER_SHEETS.find((sheet) => sheet.id === id)!;
    const at = found.sheets.get(id);
    if (!at) return [];
    const own: LedgerFault[] = [];
    const records = at.rows.flatMap(({ row, cells }) => {
      const parsed = readRow(cells, row, at, context, foundNames);
      own.push(...parsed.faults.map((each) => ({ ...each, origin: { sheet: at.name, ...each.origin } })));
      isPartial ||= !parsed.record && parsed.faults.length > 0 && !parsed.isNoLine;
      if (!parsed.record) return [];
      const columns = new Map([...at.columns].map(([{ field }, place]) => [field, place] as const));
      places.set(parsed.record, { sheet: at.name, row, columns });
      return [parsed.record];
    });
    faults.push(...fewer(once(own), definition, most), ...sheetFaults(at, context));
    return records;
  };
  const start: CellContext = {
    year: undefined,
    moneyUnit: '元',
    labels: labelsOf(jurisdictions, undefined),
    names: {},
  };
  const [own, ...others] = read('unit', start);
  const unit = own ? [own] : [];
  faults.push(...others.flatMap((row) => secondUnit(places.get(row))));
  const names = read('names', start);
  const year = unit[0]?.year as number | undefined;
  const added = Object.fromEntries(names.map(({ code, name }) => [code as string, name as string]));
  const moneyUnit = (unit[0]?.moneyUnit as MoneyUnit | undefined) ?? '元';
  const context: CellContext = { year, moneyUnit, labels: labelsOf(jurisdictions, year, added), names: added };
  const rest = LEDGER_SHEETS.filter(({ id }) => id !== 'unit' && id !== 'names');
  const records = Object.fromEntries(rest.map(({ id }) => [id, read(id, context)]));
  const allNames = [...names, ...Object.entries(foundNames).map(([code, name]) => ({ code, name }))];
  const placed = ledgerOfRecords(firstOnly({ ...records, unit, names: allNames } as unknown as LedgerRecords));
  if (!placed) {
    const name = LEDGER_SHEETS[0]!.name;
    if (faults.every(({ origin }) => origin.sheet !== name))
      faults.push({ message: `“${name}”没有填单位：请填单位名称、层级、年度和单位性质。`, origin: { sheet: name } });
    return { faults: once(faults) };
  }
  // Of projects without their names nobody knows whether a line's is among them.
  const unnamed = faults.some(({ origin }) => origin.sheet === PROJECTS_SHEET && origin.address !== undefined);
  faults.push(
    ...repeated({ ...records, names } as unknown as LedgerRecords, places),
    ...strayParagraphs(records as unknown as LedgerRecords, places),
    ...(unnamed ? [] : strayRows(placed, places)),
  );
  const ready = readyPlaces(placed.ledger, found.sheets, context);
  const originOf = (path: string) => originIn(placed, places, path, ready.placeOf);
  const template = jurisdictions.templates.find(({ id }) => id === placed.ledger.template);
  return {
    ledger: placed.ledger,
    faults: once(yearTold(faults, year, originOf('year'), template)),
    originOf,
    rowToAdd: ready.rowToAdd,
    ...(isPartial || placed.strays.some(isOfMoney) ? { isPartial: true } : {}),
  };
}

/** The sheet that lines and targets name their projects from. */
const NAMING: SheetId = 'projects';
const PROJECTS_SHEET = LEDGER_SHEETS.find(({ id }) => id === NAMING)!.name;

const secondUnit = (place: Place | undefined): readonly LedgerFault[] =>
  place
    ? [
        {
          message: '“基本信息”只填一个单位，这一行没有读：别的单位另用一本台账。',
          origin: { sheet: place.sheet, address: addressOf(place.row, 0) },
        },
      ]
    : [];

/** What is said of a sheet as a whole: hidden rows are counted, and all heads speak of one unit of money. */
function sheetFaults(
  { name, rows, units, text, columns }: FoundSheet,
  { moneyUnit }: CellContext,
): readonly LedgerFault[] {
  const first = rows[0]?.row ?? 0;
  const hidden = (text.hiddenRows ?? []).filter((row) => row >= first).map((row) => row + 1);
  const other = units.find(({ unit }) => unit !== moneyUnit);
  const isFilled = (column: number) => rows.some(({ cells }) => (cells[column] ?? '').trim() !== '');
  const unseen = [...columns].find(([, at]) => text.hiddenColumns?.includes(at) && isFilled(at));
  return [
    ...(unseen
      ? [
          {
            message: `“${unseen[0].header}”一列是隐藏的，已照样计入：请取消隐藏。`,
            origin: { sheet: name, address: addressOf(first - 1, unseen[1]) },
          },
        ]
      : []),
    ...(hidden.length > 0
      ? [
          {
            message: `第 ${hidden.slice(0, 5).join('、')}${hidden.length > 5 ? ' 等' : ''} 行是隐藏的，已照样计入：请取消隐藏或筛选，不要的行删去。`,
            origin: { sheet: name, address: addressOf(hidden[0]! - 1, 0) },
          },
        ]
      : []),
    ...(other
      ? [
          {
            message: `表头写的是${other.unit}，这本台账的金额以${moneyUnit}为单位：请改表头，或改“基本信息”的“金额单位”。`,
            origin: { sheet: name, address: other.address },
          },
        ]
      : []),
  ];
}

function fewer(faults: readonly LedgerFault[], { name }: LedgerSheet, most: number): readonly LedgerFault[] {
  if (faults.length <= most) return faults;
  const more = `工作表“${name}”还有 ${faults.length - most} 处类似的问题，请先改正前面的。`;
  return [...faults.slice(0, most), { message: more, origin: { sheet: name } }];
}

/** What the form fills in by itself is no row as long as nothing is written beside it. */
const PREFILLED = new Set(['key', 'label', 'partOf', 'area', 'note', 'unconfirmed']);

function readRow(
  cells: readonly string[],
  row: number,
  { columns: places, text }: FoundSheet,
  context: CellContext,
  foundNames: Record<string, string>,
): { record?: LedgerRecord; faults: readonly LedgerFault[]; isNoLine?: boolean } {
  const isBlank = (column: LedgerColumn) => (cells[places.get(column) ?? -1] ?? '').trim() === '';
  const columns = [...places.keys()];
  if (columns.every((column) => isBlank(column) || column.prefilled || PREFILLED.has(column.field)))
    return { faults: [] };
  const odd = oddRow(cells, row, places);
  if (odd)
    return {
      faults: [{ message: odd.message, origin: { address: addressOf(row, odd.column) } }],
      isNoLine: !odd.mayBeLine,
    };
  const faults: LedgerFault[] = [];
  const record: Record<string, Value> = {};
  const missing: (readonly [header: string, address: string])[] = [];
  const wrong: [LedgerColumn, number][] = [];
  let isWhole = true;
  for (const [column, place] of places) {
    const origin = { address: addressOf(row, place) };
    if (column.field === 'note') continue;
    if (isBlank(column)) {
      const why = whyBlank(text, row, place);
      if (why) faults.push({ message: why, origin });
      else if (column.required) missing.push([column.header, origin.address]);
      isWhole &&= !column.required && !why;
      continue;
    }
    const parsed = parseCell(cells[place]!, column.cell, context);
    if (parsed.fault !== undefined)
      faults.push({ message: parsed.fault, origin, ...(parsed.isOfOtherYear ? { isOfOtherYear: true } : {}) });
    if (parsed.fault !== undefined && column.cell.is === 'code') wrong.push([column, place]);
    if (parsed.value === undefined) isWhole &&= !column.required;
    else {
      if (parsed.value !== '') record[column.field] = parsed.value;
      if (parsed.name !== undefined) foundNames[parsed.value as string] = parsed.name;
    }
  }
  const moved = swapped(wrong, cells, row, context);
  if (moved)
    return { faults: [...faults.filter(({ origin }) => !moved.addresses.includes(origin.address!)), moved.fault] };
  if (missing.length > 0) {
    const which = missing.map(([header]) => `“${header}”`).join('、');
    faults.push({ message: `${which}没有填，请补上，或删去这一行。`, origin: { address: missing[0]![1] } });
  }
  return { ...(isWhole ? { record } : {}), faults };
}

/** Two codes of a row that cannot be read where they stand, and each could in the place of the other. */
function swapped(
  wrong: readonly (readonly [LedgerColumn, number])[],
  cells: readonly string[],
  row: number,
  context: CellContext,
): { readonly fault: LedgerFault; readonly addresses: readonly string[] } | undefined {
  if (wrong.length !== 2) return undefined;
  const [[a, at], [b, to]] = wrong as [[LedgerColumn, number], [LedgerColumn, number]];
  const fits = (place: number, { cell }: LedgerColumn) => parseCell(cells[place]!, cell, context).fault === undefined;
  if (!fits(at, b) || !fits(to, a)) return undefined;
  const addresses = [addressOf(row, at), addressOf(row, to)];
  const message = `“${a.header}”和“${b.header}”填反了：请对调这两格；整列都反的，对调表头。`;
  return { fault: { message, origin: { address: addresses[0]! } }, addresses };
}

/** What a cell without text has all the same: a formula without its value, or the text of the cell that it is merged with. */
function whyBlank({ uncalculated, merges }: SheetText, row: number, column: number): string | undefined {
  if (uncalculated?.some((at) => at.row === row && at.column === column))
    return '公式的结果没有存在文件里：请用表格软件打开，保存一次，或直接写数。';
  const merge = merges?.find(
    (at) => column >= at.column && column < at.column + at.colSpan && row >= at.row && row < at.row + at.rowSpan,
  );
  if (!merge) return undefined;
  const range = `${addressOf(merge.row, merge.column)}:${addressOf(merge.row + merge.rowSpan - 1, merge.column + merge.colSpan - 1)}`;
  return `${range} 合并成了一格，这一行没有读：请取消合并，每行各填。`;
}

/** The cell of a path: its row, and the column of the field that the path ends with. */
function originIn(
  { rows }: PlacedLedger,
  places: ReadonlyMap<LedgerRecord, Place>,
  path: string,
  ready: (path: string) => Origin | undefined,
): Origin | undefined {
  let at = path;
  for (;;) {
    const place = places.get(rows.get(at) ?? {});
    if (place) {
      const field = /^\.?([A-Za-z]\w*)/.exec(path.slice(at.length))?.[1] ?? ownField(path);
      return { sheet: place.sheet, address: addressOf(place.row, place.columns.get(field) ?? 0) };
    }
    const cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
    if (cut <= 0) return ready(path) ?? SHEET_OF[path.split(/[.[]/)[0]!];
    at = at.slice(0, cut);
  }
}

/** Of a path that is a whole row: what the row answers. */
const ownField = (path: string): string =>
  path.startsWith('answers')
    ? 'answer'
    : path.startsWith('counts')
      ? 'count'
      : path.startsWith('names')
        ? 'code'
        : path.startsWith('lastYear') || path.startsWith('amounts')
          ? 'fen'
          : path.startsWith('texts') || path.startsWith('glossary')
            ? 'text'
            : path.startsWith('purposes')
              ? 'item'
              : path;

const SHEET_OF: Readonly<Record<string, Origin>> = {
  ...Object.fromEntries(LEDGER_SHEETS.map(({ id, name }) => [id, { sheet: name }])),
  lastYear: { sheet: '上年数和原因' },
  agency: { sheet: '基本信息' },
};

/** Whether a name is that of a sheet of the form. */
export const isLedgerSheet = (name: string): boolean => LEDGER_SHEETS.some((sheet) => sheet.name === squeeze(name));
