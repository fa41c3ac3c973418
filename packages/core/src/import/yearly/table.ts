/** A sheet of the yearly report as a table: its number, the headings over each column, its rows. Amounts are fen. */
import type { MergedCells, SheetText } from '../../ledger/find-sheets.ts';
import { type Fen, type MoneyUnit, parseAmount } from '../../money.ts';
import { squeeze } from '../../text/fold.ts';
import { withoutNumbering } from '../../text/numbering.ts';
import { type HeadingPaths, LINE_COLUMNS, type YearlyTable } from './mapping.ts';

/** A sheet that is known to be one of the report's tables. */
export interface FoundTable {
  readonly table: YearlyTable;
  readonly sheet: SheetText;
  readonly unit: MoneyUnit;
  /** Headings by column from top to bottom, each once. */
  readonly paths: readonly (readonly string[])[];
  /** The first row below the headings. */
  readonly body: number;
}

/** Titles and numbers stand in the first rows. */
const HEAD_ROWS = 8;

/** The table that a sheet is, by its number or its title; undefined where it is none of the report's. */
export function tableOf(sheet: SheetText, tables: readonly YearlyTable[]): FoundTable | undefined {
  const head = sheet.rows
    .slice(0, HEAD_ROWS)
    .flat()
    .map(squeeze)
    .filter((text) => text !== '');
  const id = numberIn(sheet.name) ?? head.map(numberIn).find((found) => found !== undefined);
  const titles = new Set([sheetTitle(sheet.name), ...head]);
  const table = tables.find((each) => (id === undefined ? titles.has(each.title) : each.id === id));
  if (!table) return undefined;
  const body = bodyOf(sheet);
  if (body === undefined) return undefined;
  const unit = head.some((text) => /单位[：:]万元/.test(text)) ? '万元' : '元';
  return { table, sheet, unit, paths: pathsOf(sheet, body), body };
}

/** 财决01-1表, 财决附03表; Z08_1 and F03 before a sheet's title, which a long one cuts off. */
function numberIn(text: string): string | undefined {
  const [, annex = '', number, part] =
    /^([ZF])(\d\d)(?:[_-](\d))?(?!\d)/.exec(squeeze(text)) ?? /财决(附)?(\d\d)(?:-(\d))?表/.exec(squeeze(text)) ?? [];
  if (number === undefined) return undefined;
  return `${annex === 'F' || annex === '附' ? 'F' : ''}${number}${part === undefined ? '' : `-${part}`}`;
}

const sheetTitle = (name: string): string =>
  squeeze(name)
    .replace(/[（(]财决.*$/, '')
    .replace(/^\d+[.、]?/, '');

/** Below the row of column numbers (栏次), or where codes or a sum begin. */
function bodyOf({ rows }: SheetText): number | undefined {
  const numbers = rows.findIndex((row) => row.some((text) => squeeze(text) === '栏次'));
  if (numbers >= 0) return numbers + 1;
  const first = rows.findIndex((row) =>
    /^(?:\d{3,7}|合计)$/.test(squeeze(row.find((text) => text.trim() !== '') ?? '')),
  );
  return first < 0 ? undefined : first;
}

/** A merged heading stands over all of its columns; where nothing is merged, blanks go on with the heading before. */
function pathsOf({ rows, merges = [] }: SheetText, body: number): readonly (readonly string[])[] {
  const first = rows.findIndex((row) => row.filter((text) => text.trim() !== '').length > 2 && row.some(isHeading));
  const from = first < 0 || first >= body ? 0 : first;
  const width = Math.max(...rows.slice(from, body).map((row) => row.length), 0);
  const inHead = merges.filter(({ row, rowSpan }) => row + rowSpan > from && row < body);
  const grid = rows
    .slice(from, body)
    .map((row, r) => Array.from({ length: width }, (_, c) => shown(row, r + from, c, rows, inHead)));
  if (inHead.length === 0) for (const row of grid.slice(0, -1)) goOn(row);
  return Array.from({ length: width }, (_, c) => {
    const texts = grid
      .map((row) => squeeze(row[c] ?? ''))
      .filter((text) => text !== '' && !/^\d+$/.test(text) && text !== '栏次');
    return texts.filter((text, i) => text !== texts[i - 1]);
  });
}

const isHeading = (text: string): boolean => /^(?:项目|收入|支出|科目编码|支出功能分类)/.test(squeeze(text));

function shown(
  row: readonly string[],
  r: number,
  c: number,
  rows: SheetText['rows'],
  merges: readonly MergedCells[],
): string {
  const own = row[c]?.trim() ?? '';
  if (own !== '') return own;
  const over = merges.find(
    ({ row: top, column, rowSpan, colSpan }) => top <= r && r < top + rowSpan && column <= c && c < column + colSpan,
  );
  return over ? (rows[over.row]?.[over.column] ?? '') : '';
}

function goOn(row: string[]): void {
  for (let c = 1; c < row.length; c += 1) if (row[c]!.trim() === '') row[c] = row[c - 1]!;
}

/** The column under these headings: each of a way's words in its order, its last the column's own. */
export function columnUnder({ paths }: Pick<FoundTable, 'paths'>, ways: HeadingPaths): number | undefined {
  for (const way of ways) {
    const wanted = way.map(headingKey);
    const at = paths.findIndex((path) => {
      const own = path.map(headingKey);
      let from = 0;
      const isIn = wanted.every((word) => {
        const found = own.indexOf(word, from);
        from = found + 1;
        return found >= 0;
      });
      return isIn && own.at(-1) === wanted.at(-1);
    });
    if (at >= 0) return at;
  }
  return undefined;
}

const headingKey = (text: string): string => withoutNumbering(squeeze(text));

/** Of a table by functional item: the amounts of a row, and its code. Sums above items are left out. */
export interface ItemRow {
  readonly item: string;
  readonly name: string;
  readonly row: number;
  readonly fenAt: (column: number) => Fen;
}

/** The code of a row's item, class or section; blank where it has none. */
export function codeIn({ paths }: Pick<FoundTable, 'paths'>, cells: readonly string[]): string {
  const codes = paths.flatMap((path, c) => (/^(?:类|款|项|.*科目编码)$/.test(path.at(-1) ?? '') ? [c] : []));
  return (codes.length > 0 ? codes : [0]).map((c) => (cells[c] ?? '').trim()).join('');
}

/** The rows of seven-digit items. The parts of a code stand in three columns, or whole in the first of them. */
export function itemRows(found: FoundTable): readonly ItemRow[] {
  const { sheet, body, unit, paths } = found;
  const named = paths.findIndex((path) => /^科目名称/.test(path.at(-1) ?? ''));
  return sheet.rows.slice(body).flatMap((cells, i): ItemRow[] => {
    const code = codeIn(found, cells);
    if (!/^\d{7}$/.test(code)) return [];
    const name = (cells[named] ?? '').trim();
    return [{ item: code, name, row: body + i, fenAt: (column) => amountIn(cells[column], unit) ?? 0 }];
  });
}

/** A line's label and its figures; undefined where a cell is blank or says that there is none (—). */
export interface LabelledRow {
  readonly label: string;
  readonly row: number;
  readonly column: number;
  readonly text: (which: keyof typeof LINE_COLUMNS, below?: string) => string | undefined;
  readonly fen: (which: keyof typeof LINE_COLUMNS, below?: string) => Fen | undefined;
}

/** The lines of a table whose blocks stand side by side, block by block: each begins with a column 项目. */
export function labelledBlocks({ sheet, body, unit, paths }: FoundTable): readonly (readonly LabelledRow[])[] {
  const starts = paths.flatMap((path, c) => (/^项目/.test(path.at(-1) ?? '') ? [c] : []));
  return starts.map((start, b) => {
    const end = starts[b + 1] ?? paths.length;
    const columnOf = (which: keyof typeof LINE_COLUMNS, below?: string): number | undefined => {
      for (let c = start + 1; c < end; c += 1) {
        const path = paths[c]!.map(headingKey);
        if (!LINE_COLUMNS[which].some((word) => path.includes(word))) continue;
        if (below === undefined || path.at(-1) === below) return c;
      }
      return undefined;
    };
    return sheet.rows.slice(body).flatMap((cells, i): LabelledRow[] => {
      const label = (cells[start] ?? '').trim();
      if (label === '') return [];
      const text = (which: keyof typeof LINE_COLUMNS, below?: string) => {
        const shown = (cells[columnOf(which, below) ?? -1] ?? '').trim();
        return shown === '' || /^[—–－一-]+$/.test(shown) ? undefined : shown;
      };
      const fen = (which: keyof typeof LINE_COLUMNS, below?: string) => amountIn(text(which, below), unit);
      return [{ label, row: body + i, column: start, text, fen }];
    });
  });
}

const amountIn = (text: string | undefined, unit: MoneyUnit): Fen | undefined =>
  text === undefined || text.trim() === '' ? undefined : parseAmount(text.trim(), unit)?.fen;
