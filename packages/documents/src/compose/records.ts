/** The rows of a kind of table → a grid: columns as its template prints them, or as it holds something. */
import type { Cell, Quantity, RecordTable } from '@mingsuan/core/disclosure';
import { type CellField, cellFields, type Fields, isWords, rowsFields } from '@mingsuan/core/kinds/field';
import type { RecordRow, TableFormId, TableKind } from '@mingsuan/core/kinds/index';
import type { MoneyUnit } from '@mingsuan/core/money';
import { printedNumber, quantityText } from '@mingsuan/core/quantity';
import type { Table, TableCell } from '../layout.ts';
import { amountCell, BLANK, spanning, textCell } from './cells.ts';
import { gridTable } from './grid.ts';
import { headerRows } from './header.ts';
import { type RecordColumn, type RecordOptions, recordColumns } from './record-columns.ts';
import type { ColumnKind } from './widths.ts';

type Kind = TableKind<RecordRow, TableFormId>;
type Cells = Readonly<Record<string, TableCell>>;
type Values = Readonly<Record<string, unknown>>;

/** A kind's table; of a sheet, the one that its only row is. */
export function recordTable(kind: Kind, { rows }: RecordTable, name: string, options: RecordOptions): Table {
  const [row] = rows;
  if (kind.isSheet) return sheetTable(kind, row!, name, options);
  const cells = rows.map((row) => printed(kind, row, options.unit));
  const grid = numbered(kind, gridOf(kind, kind.fields, cells, options));
  const body = grid.body.length > 0 ? grid.body : [grid.columns.map(() => BLANK)];
  return gridTable({ name, kinds: grid.kinds, headRows: grid.head.length, rows: [...grid.head, ...body] });
}

interface Grid {
  readonly columns: readonly RecordColumn[];
  readonly kinds: readonly ColumnKind[];
  readonly head: readonly TableCell[][];
  readonly body: TableCell[][];
}

function gridOf(kind: Kind, fields: Fields, cells: readonly Cells[], options: RecordOptions): Grid {
  const used = new Set(cells.flatMap((row) => Object.keys(row).filter((id) => row[id]!.text !== '')));
  const columns = recordColumns(kind.id, fields, used, options);
  const types = new Map(cellFields(fields).map(([id, field]) => [field.column ?? id, field]));
  return {
    columns,
    kinds: columns.map(({ id }) => columnKind(types.get(id))),
    head: headerRows(columns.map((column) => column.headers)),
    body: cells.map((row) => columns.map(({ id }) => row[id] ?? BLANK)),
  };
}

/** A column that would stand alone has the numbers of its rows beside it: a box of one column is read as words. */
function numbered(kind: Kind, { columns, kinds, head, body }: Grid): Grid {
  const index = kind.alsoRead?.index;
  if (columns.length !== 1 || index?.is !== 'cell') return { columns, kinds, head, body };
  const before = (texts: readonly string[], rows: readonly TableCell[][]) =>
    rows.map((row, i) => [textCell(texts[i]), ...row]);
  return {
    columns: [{ id: 'index', headers: [index.name] }, ...columns],
    kinds: ['index', ...kinds],
    head: before([index.name], head),
    body: before(
      body.map((_, i) => String(i + 1)),
      body,
    ),
  };
}

function columnKind(field: CellField | undefined): ColumnKind {
  if (!field || field.isName) return field ? 'name' : 'amount';
  return isWords(field) ? 'text' : 'amount';
}

/** Cells by column. */
function printed(kind: Kind, row: RecordRow, unit: MoneyUnit): Cells {
  const moved = Object.entries(kind.print?.(row) ?? {}).map(([id, text]) => [id, textCell(text)]);
  return { ...cellsOf(kind.fields, row as unknown as Values, unit), ...Object.fromEntries(moved) };
}

function cellsOf(fields: Fields, values: Values, unit: MoneyUnit): Cells {
  const cells = Object.entries(fields).flatMap(([id, field]): [string, TableCell][] => {
    if (field.is === 'amounts') return Object.entries(cellsOf(field.fields, values[id] as Values, unit));
    if (field.is !== 'cell' || field.headers.length === 0) return [];
    return [[field.column ?? id, cellOf(field, values[id], unit)]];
  });
  return Object.fromEntries(cells);
}

function cellOf(field: CellField, value: unknown, unit: MoneyUnit): TableCell {
  if (isWords(field)) return textCell(value as string | undefined);
  return field.type === 'money'
    ? amountCell(value as Cell | undefined, unit)
    : quantityCell(value as Quantity | undefined);
}

/** Quantities as printed where that is the quantity: `95.30%` too. */
function quantityCell(quantity: Quantity | undefined): TableCell {
  if (!quantity) return BLANK;
  const exact = quantityText(quantity.units, quantity.scale);
  return textCell(printedNumber(quantity.text) === exact ? quantity.text : exact);
}

/** Labelled lines and grids one below the other; levels that repeat stand in one merged cell. */
function sheetTable(kind: Kind, row: RecordRow, name: string, options: RecordOptions): Table {
  const values = row as unknown as Values;
  const grids = new Map(
    rowsFields(kind.fields).flatMap(([id, { fields }], i, all) => {
      const cells = ((values[id] ?? []) as readonly Values[]).map((each) => cellsOf(fields, each, options.unit));
      const isMain = i === all.length - 1;
      if (cells.length === 0 && !isMain) return [];
      // A template lays out the last grid only.
      const grid = gridOf(kind, fields, cells, isMain ? options : { ...options, template: undefined });
      mergeDown(fields, grid.columns, grid.body);
      return [[id, grid] as const];
    }),
  );
  const main = [...grids.values()].at(-1)!;
  const widest = [...grids.values()].reduce((a, b) => (b.columns.length > a.columns.length ? b : a));
  const width = widest.columns.length;
  const lineOf = (label: string, text: TableCell) => [textCell(label), ...spanning(text, width - 1)];
  const told = kind.lines?.(row).map(([label, text]) => lineOf(label, textCell(text)));
  let headerAt = 0;
  const rows = [...(told ?? [])];
  for (const [id, field] of Object.entries(kind.fields)) {
    const grid = grids.get(id);
    if (grid === main) headerAt = rows.length;
    if (grid) rows.push(...[...grid.head, ...grid.body].map((cells) => spread(cells, width)));
    else if (field.is === 'cell' && !told && field.headers.length > 0 && (values[id] !== undefined || options.toFill))
      rows.push(lineOf(field.name, cellOf(field, values[id], options.unit)));
  }
  return gridTable({ name, kinds: widest.kinds, headRows: headerAt > 0 ? 0 : 1, headerAt, rows });
}

/** The cells of a narrower grid over all columns. */
function spread(cells: readonly TableCell[], width: number): TableCell[] {
  const edge = (i: number) => Math.round((i * width) / cells.length);
  return cells.flatMap((cell, i) => spanning(cell, edge(i + 1) - edge(i)));
}

/** Merges equal neighbours downwards in the columns that go on, each within the one before it. */
function mergeDown(fields: Fields, columns: readonly RecordColumn[], rows: TableCell[][]): void {
  const texts = rows.map((row) => row.map(({ text }) => text));
  const down = cellFields(fields).flatMap(([id, field]) =>
    field.down ? columns.flatMap((column, i) => (column.id === (field.column ?? id) ? [i] : [])) : [],
  );
  down.forEach((column, n) => {
    const upper = down.slice(0, n);
    mergeRuns(rows, column, (row) => upper.every((other) => texts[row]![other] === texts[row - 1]![other]));
  });
}

/** Merges equal neighbours of a column, where `within` says that a row may go on with the one above. */
function mergeRuns(rows: TableCell[][], column: number, within: (row: number) => boolean): void {
  let start = 0;
  for (let row = 1; row <= rows.length; row++) {
    const first = rows[start]![column]!;
    if (row < rows.length && first.text !== '' && rows[row]![column]!.text === first.text && within(row)) continue;
    if (row - start > 1) rows[start]![column] = { ...first, rowSpan: row - start };
    for (let covered = start + 1; covered < row; covered++) rows[covered]![column] = { ...BLANK, covered: 'above' };
    start = row;
  }
}
