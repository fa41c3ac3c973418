/** Statement → table, in the columns of its template. */

import type { Row, Statement } from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import { columnAt, inPeriod } from '@mingsuan/core/model/address';
import { sidesOf } from '@mingsuan/core/model/sides';
import type { TemplateForm } from '@mingsuan/core/templates/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Table, TableCell } from '../layout.ts';
import { amountCell, amountCells, BLANK, NOWHERE, spanning, textCell } from './cells.ts';
import { type Column, type ColumnOptions, codeOf, FOOTER_COLUMNS, statementColumns } from './columns.ts';
import { gridTable } from './grid.ts';
import { headerRows } from './header.ts';
import { alignSides } from './sides.ts';
import type { ColumnKind } from './widths.ts';

/** A cell's place in the grid. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where a cell of a statement's row stands; undefined where it is not printed. */
export type Place = (row: Row, column: string) => Spot | undefined;

export interface StatementTable {
  readonly table: Table;
  readonly place: Place;
}

/** A printed line: what stands in each cell, and whose amounts stand in which columns. */
interface Line {
  readonly cells: readonly TableCell[];
  readonly rows: readonly { readonly row: Row; readonly from: number; readonly ids: readonly string[] }[];
}

const KINDS: Readonly<Record<Column['role'], ColumnKind>> = {
  index: 'index',
  unit: 'code',
  code: 'code',
  name: 'name',
  value: 'amount',
};

/** A statement as it is printed, and which lines stand beside each other. */
export function statementTable(statement: Statement, name: string, options: ColumnOptions): StatementTable {
  const byYear = yearsInRows(statement, options.year);
  const { columns, halves } = statementColumns(byYear ? withoutPrevious(statement) : statement, options);
  const numbered = options.template?.numbered === true && columns[0]?.role === 'index';
  const head = [...headerRows(columns.map((column) => column.headers)), ...(numbered ? [columnNumbers(columns)] : [])];
  const lines = byYear
    ? yearLines(statement, columns, options.year!)
    : printedLines(statement, columns, halves, options.template);
  const body = lines.map((line, i) => (numbered ? [indexCell(i + 1), ...line.cells.slice(1)] : line.cells));
  const rows = [...head, ...(body.length > 0 ? body : [columns.map(() => BLANK)])];
  const table = gridTable({ name, kinds: columns.map((column) => KINDS[column.role]), headRows: head.length, rows });
  return { table, place: placesOf(lines, head.length) };
}

const isPrevious = (id: string): boolean => columnAt(id).period === 'previous';

/** Whether the document has a row for each year (2025年, 2026年) of the items that are its columns. */
function yearsInRows({ form, rows, columns }: Statement, year: number | undefined): boolean {
  const own = new Set(columns.flatMap(({ id }) => (isPrevious(id) ? [] : [id])));
  return (
    year !== undefined &&
    formById(form).rows === 'items' &&
    rows[0]?.key === 'total' &&
    squeeze(rows[0].label).startsWith(`${year}年`) &&
    columns.some(({ id }) => isPrevious(id)) &&
    columns.every(({ id }) => own.has(columnAt(id).column))
  );
}

const withoutPrevious = (statement: Statement): Statement => ({
  ...statement,
  columns: statement.columns.filter(({ id }) => !isPrevious(id)),
});

/** The year before in a row of its own, above the document's year. */
function yearLines({ rows, unit }: Statement, columns: readonly Column[], year: number): Line[] {
  const before = columns.map(
    (column): Column => (column.role === 'value' ? { ...column, id: inPeriod(column.id, 'previous') } : column),
  );
  const [first, ...rest] = rows;
  const { cells, rows: placed } = line(before, [{ row: { ...first!, label: `${year - 1}年` }, columns: before }], unit);
  const earlier = { cells, rows: placed.map((each) => ({ ...each, row: first! })) };
  return [earlier, ...[first!, ...rest].map((row) => line(columns, [{ row, columns }], unit))];
}

function printedLines(
  statement: Statement,
  columns: readonly Column[],
  halves: boolean,
  template: TemplateForm | undefined,
): Line[] {
  const rows = statement.rows;
  if (halves) return halvedLines(statement, columns);
  if (formById(statement.form).rows === 'lines') return sidedLines(statement, columns);
  const total = rows.filter((row) => row.key === 'total');
  const others = rows.filter((row) => row.key !== 'total');
  const ordered =
    template?.total === 'first' ? [...total, ...others] : template?.total === 'last' ? [...others, ...total] : rows;
  return ordered.map((row) => line(columns, [{ row, columns }], statement.unit));
}

function sidedLines(statement: Statement, columns: readonly Column[]): Line[] {
  const sides = sidesOf(statement);
  const rows = alignSides(sides.map((name) => statement.rows.filter((row) => row.side === name)));
  return rows.map((beside) =>
    line(
      columns,
      sides.map((name, i) => ({ row: beside[i], columns: columns.filter((column) => column.side === name) })),
      statement.unit,
    ),
  );
}

/** The rows in two halves of like length, cut before a class, and the totals of each half in a closing row. */
function halvedLines(statement: Statement, columns: readonly Column[]): Line[] {
  const width = columns.length / 2;
  const halves = [columns.slice(0, width), columns.slice(width)];
  const total = statement.rows.find((row) => row.key === 'total');
  const rows = statement.rows.filter((row) => row !== total);
  const cut = halfway(rows);
  const lines = Array.from({ length: Math.max(cut, rows.length - cut) }, (_, i) =>
    line(
      columns,
      [
        { row: i < cut ? rows[i] : undefined, columns: halves[0]! },
        { row: rows[cut + i], columns: halves[1]! },
      ],
      statement.unit,
    ),
  );
  if (!total) return lines;
  const whole = total.cells.total ? [line(columns, [{ row: total, columns: halves[0]! }], statement.unit)] : [];
  return [...lines, ...whole, footer(total, width, statement)];
}

function halfway(rows: readonly Row[]): number {
  const starts = rows.flatMap((row, i) => (i > 0 && row.key.length === 3 ? [i] : []));
  const off = (at: number) => Math.abs(at * 2 - rows.length);
  return starts.reduce((best, at) => (off(at) < off(best) ? at : best), starts[0] ?? rows.length);
}

/** 人员经费合计 | 2152.26 | 公用经费合计 | 184.65 */
function footer(total: Row, width: number, statement: Statement): Line {
  const labels = ['人员经费合计', '公用经费合计'];
  const cells = FOOTER_COLUMNS.flatMap((id, i) => [
    ...spanning(textCell(labels[i]), width - 1),
    amountCell(total.cells[id], statement.unit),
  ]);
  const rows = FOOTER_COLUMNS.map((id, i) => ({ row: total, from: width * (i + 1) - 1, ids: [id] }));
  return { cells, rows };
}

interface Part {
  readonly row: Row | undefined;
  readonly columns: readonly Column[];
}

function line(columns: readonly Column[], parts: readonly Part[], unit: Statement['unit']): Line {
  const cells = columns.map((): TableCell => BLANK);
  const rows: Line['rows'][number][] = [];
  for (const part of parts) {
    const from = columns.indexOf(part.columns[0]!);
    const structure = part.columns.filter((column) => column.role !== 'value');
    const ids = part.columns.filter((column) => column.role === 'value').map((column) => column.id);
    if (!part.row) continue;
    const printed = [...structureCells(part.row, structure), ...amountCells(part.row, ids, unit)];
    cells.splice(from, printed.length, ...printed);
    rows.push({ row: part.row, from: from + structure.length, ids });
  }
  return { cells, rows };
}

function structureCells(row: Row, columns: readonly Column[]): TableCell[] {
  const codes = columns.filter((column) => column.role === 'code').length;
  if (row.key === 'total' && codes > 1) {
    const label = spanning({ ...textCell(row.label) }, codes + 1);
    return [...columns.slice(0, columns.length - codes - 1).map(() => BLANK), ...label];
  }
  const code = codeOf(row.key) ?? '';
  let nth = 0;
  return columns.map(({ role, holdsCode, isTree }) => {
    if (role === 'name') {
      const cell = textCell(holdsCode && code ? `[${code}]${row.label}` : row.label);
      return isTree && code ? { ...cell, text: `${INDENT.repeat(levelOf(code) - 1)}${cell.text}` } : cell;
    }
    if (role === 'code') return textCell(codes === 1 ? code : codePart(code, nth++));
    if (role === 'unit') return textCell(row.unit);
    return BLANK;
  });
}

/** How much further in a name begins than that of its class. */
const INDENT = '\u3000\u3000';

/** 1 for a class, 2 for a section, 3 for an item. */
const levelOf = (code: string): number => Math.max(1, (code.length - 1) / 2);

/** 2010301 → 201, 03, 01. */
const codePart = (code: string, nth: number) => (nth === 0 ? code.slice(0, 3) : code.slice(1 + 2 * nth, 3 + 2 * nth));

const indexCell = (n: number): TableCell => ({ text: String(n), origin: NOWHERE });

/** 栏次 | 1 | 2 | 3 … */
function columnNumbers(columns: readonly Column[]): TableCell[] {
  return columns.map((_, i) => (i === 0 ? textCell('栏次') : indexCell(i)));
}

function placesOf(lines: readonly Line[], offset: number): Place {
  const places = new Map<Row, Map<string, Spot>>();
  lines.forEach((printed, i) => {
    for (const { row, from, ids } of printed.rows) {
      const own = places.get(row) ?? new Map<string, Spot>();
      ids.forEach((id, k) => {
        own.set(id, { row: offset + i, column: from + k });
      });
      places.set(row, own);
    }
  });
  return (row, column) => places.get(row)?.get(column);
}
