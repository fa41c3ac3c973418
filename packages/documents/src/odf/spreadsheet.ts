/** The sheets of an OpenDocument spreadsheet. A cell's text is what the program that saved it showed. */
import { NO_VALUE } from '../layout.ts';
import { type Attributes, readXml } from '../office/xml.ts';
import { cleaned } from '../xlsx/read-sheet.ts';
import { MAX_CELLS, MAX_COLUMN, type Merge, type Sheet, type SheetCell, tooManyCells } from '../xlsx/workbook.ts';

/** Rows of content that are said once and meant several times; no statement repeats one more often. */
const MOST_REPEATED = 1000;
/** What stands at a cell and is not in it. */
const BESIDE = new Set(['annotation', 'shapes', 'tracked-changes', 'dde-links']);

interface OpenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: SheetCell[];
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly ruledRows: Set<number>;
  row: number;
  column: number;
  /** Columns declared so far. */
  columns: number;
}

/** @throws UnreadableInput `too-large` where there are more cells than in any workbook */
export function readSpreadsheet(xml: string): Sheet[] {
  const sheets: OpenSheet[] = [];
  const hiddenStyles = new Set<string>();
  const borderedStyles = new Set<string>();
  let bordered = 0;
  let sheet: OpenSheet | undefined;
  let rowCells: SheetCell[] = [];
  let rowRepeats = 1;
  let cell: { attributes: Attributes; lines: string[] } | undefined;
  let beside = 0;
  let style = '';
  let count = 0;

  const add = (text: string) => {
    if (cell && cell.lines.length > 0) cell.lines[cell.lines.length - 1] += text;
  };
  const openers: Readonly<Record<string, (attributes: Attributes, path: readonly string[]) => void>> = {
    style({ name = '' }) {
      style = name;
    },
    'table-properties'({ display }) {
      if (display === 'false') hiddenStyles.add(style);
    },
    'table-cell-properties'(attributes) {
      if (
        Object.entries(attributes).some(
          ([name, value]) => name.startsWith('border') && /solid|double|dash|dott/.test(value),
        )
      )
        borderedStyles.add(style);
    },
    table({ name = '', 'style-name': own = '', display }) {
      if (sheet) return;
      sheet = { ...NEW_SHEET(), name: name.trim(), isHidden: hiddenStyles.has(own) || display === 'false' };
      sheets.push(sheet);
    },
    'table-column'({ visibility, 'number-columns-repeated': repeated }) {
      if (!sheet) return;
      const end = sheet.columns + times(repeated);
      if (isHidden(visibility))
        for (let c = sheet.columns; c < Math.min(end, MAX_COLUMN); c++) sheet.hiddenColumns.add(c);
      sheet.columns = end;
    },
    'table-row'({ visibility, 'number-rows-repeated': repeated }) {
      if (!sheet) return;
      rowRepeats = times(repeated);
      rowCells = [];
      sheet.column = 0;
      bordered = 0;
      if (isHidden(visibility))
        for (let r = 0; r < Math.min(rowRepeats, MOST_REPEATED); r++) sheet.hiddenRows.add(sheet.row + r);
    },
    'table-cell'(attributes) {
      if (borderedStyles.has(attributes['style-name'] ?? '')) bordered += times(attributes['number-columns-repeated']);
      cell = { attributes, lines: [] };
    },
    'covered-table-cell'({ 'number-columns-repeated': repeated, 'style-name': own = '' }) {
      if (borderedStyles.has(own)) bordered += times(repeated);
      if (sheet) sheet.column += times(repeated);
    },
    p() {
      cell?.lines.push('');
    },
    s({ c = '1' }) {
      add(' '.repeat(Math.min(times(c), 100)));
    },
    tab: () => add('\t'),
    'line-break': () => add('\n'),
  };
  const closers: Readonly<Record<string, (path: readonly string[]) => void>> = {
    'table-cell'() {
      if (!sheet || !cell) return;
      const { attributes, lines } = cell;
      const made = cellOf(attributes, lines, sheet.row, sheet.column);
      const repeats = times(attributes['number-columns-repeated']);
      const merge = mergeOf(attributes, sheet.row, sheet.column);
      if (merge) sheet.merges.push(merge);
      if (made)
        for (let i = 0; i < repeats && made.column + i <= MAX_COLUMN; i++)
          rowCells.push({ ...made, column: made.column + i });
      sheet.column += repeats;
      cell = undefined;
    },
    'table-row'() {
      if (!sheet) return;
      const repeats = rowCells.length === 0 ? 0 : Math.min(rowRepeats, MOST_REPEATED);
      count += repeats * rowCells.length;
      if (count > MAX_CELLS) throw tooManyCells();
      for (let i = 0; i < repeats; i++) for (const made of rowCells) sheet.cells.push({ ...made, row: sheet.row + i });
      if (bordered > 1)
        for (let i = 0; i < Math.min(rowRepeats, MOST_REPEATED); i++) sheet.ruledRows.add(sheet.row + i);
      sheet.row += rowRepeats;
    },
    table(path) {
      if (path.at(-2) === 'spreadsheet') sheet = undefined;
    },
  };
  readXml(xml, {
    open(name, attributes, path) {
      if (BESIDE.has(name)) beside += 1;
      if (beside === 0) openers[name]?.(attributes, path);
    },
    text(text, path) {
      if (beside === 0 && cell && path.includes('p')) add(text.replace(/[\t\r\n ]+/g, ' '));
    },
    close(name, path) {
      if (beside === 0) closers[name]?.(path);
      if (BESIDE.has(name)) beside -= 1;
    },
  });
  return sheets;
}

const NEW_SHEET = (): Omit<OpenSheet, 'name' | 'isHidden'> => ({
  cells: [],
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  ruledRows: new Set(),
  row: 0,
  column: 0,
  columns: 0,
});

/** How often a row, cell or space is meant; at least once. */
const times = (repeated: string | undefined): number => Math.max(1, Math.trunc(Number(repeated ?? 1)) || 1);

const isHidden = (visibility: string | undefined): boolean => visibility === 'collapse' || visibility === 'filter';

function cellOf(attributes: Attributes, lines: readonly string[], row: number, column: number): SheetCell | undefined {
  const text = cleaned(lines.join('\n'));
  const { formula, value, 'value-type': type } = attributes;
  if (formula !== undefined && type === undefined && text === '')
    return { row, column, text: NO_VALUE, isUncalculated: true };
  if (text === '') return undefined;
  const number = value === undefined || type === 'string' ? undefined : Number(value);
  return {
    row,
    column,
    text,
    ...(number !== undefined && Number.isFinite(number) ? { number } : {}),
    ...(formula === undefined ? {} : { formula }),
  };
}

function mergeOf(attributes: Attributes, row: number, column: number): Merge | undefined {
  const [rowSpan, colSpan] = [times(attributes['number-rows-spanned']), times(attributes['number-columns-spanned'])];
  return rowSpan * colSpan > 1 ? { row, column, rowSpan, colSpan } : undefined;
}
