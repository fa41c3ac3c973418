/**
 * XLS (Excel 97–2003 and older, WPS .et) and the XML of Excel 2003 → Workbook, by SheetJS. Only raw values and formats are
 * taken from it; what a cell shows is worked out by our own number formats, as for XLSX.
 */

import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { NO_VALUE } from '../layout.ts';
import { damaged } from '../office/zip.ts';
import { UnreadableInput } from '../unreadable.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import { cleaned } from './read-sheet.ts';
import { MAX_CELLS, MAX_COLUMN, type Sheet, type SheetCell, tooManyCells, type Workbook } from './workbook.ts';

set_cptable(codepages);

/** Books of Excel 5 and older may not say in which code page their text is: Chinese ones were written in GBK. */
const CODE_PAGE = 936;
/** What Excel encrypts with where only the structure is protected, and opens without asking. */
const DEFAULT_PASSWORD = 'VelvetSweatshop';
const OPTIONS = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellStyles: true,
  cellFormula: true,
} as const;

/** @throws UnreadableInput */
export function readXlsWorkbook(bytes: Uint8Array): Workbook {
  const book = opened(bytes);
  if (book.SheetNames.length === 0) throw damaged();
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const budget = { cells: 0 };
  const formats = new Map<string, NumberFormat>();
  const formatOf = (code: string): NumberFormat => {
    const known = formats.get(code) ?? numberFormat(code, is1904);
    formats.set(code, known);
    return known;
  };
  return {
    sheets: book.SheetNames.flatMap((name, i): Sheet[] => {
      const sheet = book.Sheets[name];
      if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return [];
      const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
      return [{ name: name.trim(), isHidden, ...contentOf(sheet, formatOf, budget) }];
    }),
  };
}

function opened(bytes: Uint8Array): WorkBook {
  try {
    return quietly(() => read(bytes, { ...OPTIONS, type: 'array', codepage: CODE_PAGE, password: DEFAULT_PASSWORD }));
  } catch (cause) {
    if (/password|encrypt/i.test(String(cause)))
      throw new UnreadableInput('encrypted', '工作簿加了密码，请先取消密码再读。', { cause });
    throw damaged(cause);
  }
}

/** SheetJS prints what it does not know of a damaged book, in English: nobody can do anything with that. */
function quietly<T>(of: () => T): T {
  const { error } = console;
  console.error = () => {};
  try {
    return of();
  } finally {
    console.error = error;
  }
}

type FormatOf = (code: string) => NumberFormat;

function contentOf(sheet: WorkSheet, formatOf: FormatOf, budget: { cells: number }): Omit<Sheet, 'name' | 'isHidden'> {
  const cells: SheetCell[] = [];
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  rows.forEach((columns, row) => {
    columns?.slice(0, MAX_COLUMN + 1).forEach((cell, column) => {
      const made = cell && cellOf(cell, row, column, formatOf);
      if (made) cells.push(made);
    });
  });
  budget.cells += cells.length;
  if (budget.cells > MAX_CELLS) throw tooManyCells();
  return {
    cells,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      row: s.r,
      column: s.c,
      rowSpan: e.r - s.r + 1,
      colSpan: e.c - s.c + 1,
    })),
    hiddenRows: hiddenOf(sheet['!rows']),
    hiddenColumns: hiddenOf(sheet['!cols']),
  };
}

const hiddenOf = (items: readonly ({ hidden?: boolean } | undefined)[] | undefined): Set<number> =>
  new Set((items ?? []).flatMap((item, i) => (item?.hidden ? [i] : [])));

function cellOf(cell: CellObject, row: number, column: number, formatOf: FormatOf): SheetCell | undefined {
  if (cell.f !== undefined && cell.v === undefined) return { row, column, text: NO_VALUE, isUncalculated: true };
  const text = cleaned(shownText(cell, formatOf));
  return text === '' ? undefined : { row, column, text };
}

function shownText({ t, v, z, w }: CellObject, formatOf: FormatOf): string {
  const format = formatOf(typeof z === 'string' ? z : 'General');
  switch (t) {
    case 'n':
      return format.number(Number(v));
    case 's':
      return format.text(String(v ?? ''));
    case 'b':
      return v ? 'TRUE' : 'FALSE';
    case 'e':
      return w ?? '#N/A';
    default:
      return '';
  }
}
