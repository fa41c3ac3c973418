/** Cells that the table itself adds up: the equations that define the form, where they hold exactly in the printed figures. */

import type { Disclosure, Row } from '@mingsuan/core/disclosure';
import { CellIndex } from '@mingsuan/core/equations/cell-index';
import { type DisclosureGrids, gridsOf } from '@mingsuan/core/equations/disclosure-grids';
import { evaluate, type Instance } from '@mingsuan/core/equations/evaluate';
import { builtinFamilies } from '@mingsuan/core/equations/families/families';
import type { ParsedFamily } from '@mingsuan/core/equations/family';
import type { Equation } from '@mingsuan/core/equations/syntax';
import type { TableGrid } from '@mingsuan/core/equations/table-grid';
import { formById } from '@mingsuan/core/forms/index';
import { rowName } from '@mingsuan/core/model/address';
import type { Table, TableCell } from '../layout.ts';
import type { Spot, StatementTable } from './statement-table.ts';

type Sum = NonNullable<TableCell['sum']>;

/** The printed table behind a grid of the equations: whose row stands in each of its rows. */
interface Source {
  readonly table: StatementTable;
  readonly rows: readonly (Row | undefined)[];
}

/** The tables of a disclosure's statements, in their order, with the sums of each. */
export function withSums(disclosure: Disclosure, tables: readonly StatementTable[]): Table[] {
  const grids = gridsOf(disclosure);
  const cellIndex = new CellIndex([grids]);
  const sources = sourcesOf(disclosure, grids, tables);
  const sums = new Map<StatementTable, Map<string, Sum>>(tables.map((table) => [table, new Map()]));
  for (const instance of evaluate(withinForms(), grids, cellIndex, 'all').instances) {
    if (!isFormula(instance)) continue;
    const found = sumOf(instance, cellIndex, sources);
    if (!found) continue;
    const own = sums.get(found.table)!;
    const key = keyOf(found.result);
    if (!own.has(key) && !leadsBack(own, found.sum, key)) own.set(key, found.sum);
  }
  return tables.map((table) => withSumCells(table.table, sums.get(table)!));
}

let within: readonly ParsedFamily[] | undefined;

/** The families of equations that define a form and stay within it. */
function withinForms(): readonly ParsedFamily[] {
  within ??= builtinFamilies()
    .filter(({ family }) => family.standing === 'definition')
    .map(({ family, equations }) => ({
      family,
      equations: equations.filter(({ equation }) => formsOf(equation).size === 1),
    }));
  return within;
}

/** The forms without which an equation does not apply. */
const formsOf = ({ left, right }: Equation): ReadonlySet<string> =>
  new Set([...left, ...right].flatMap(({ ref }) => (ref && ref.presence !== 'option' ? [ref.form] : [])));

function sourcesOf(
  disclosure: Disclosure,
  grids: DisclosureGrids,
  tables: readonly StatementTable[],
): ReadonlyMap<TableGrid, Source> {
  const sources = new Map<TableGrid, Source>();
  for (const grid of grids.tables.values()) {
    const at = disclosure.statements.findIndex(({ form, rows }) => form === grid.form && rows.length > 0);
    if (at >= 0) sources.set(grid, { table: tables[at]!, rows: sourceRows(grid, disclosure.statements[at]!.rows) });
  }
  return sources;
}

function sourceRows(grid: TableGrid, rows: readonly Row[]): readonly (Row | undefined)[] {
  const kind = formById(grid.form).rows;
  if (kind === 'lines') return rows.filter(({ side }) => side === grid.side);
  if (kind === 'items') return grid.rows.map(({ source }) => rows.find((row) => rowName(row) === source));
  return rows;
}

/** One cell on the left side that is exactly the signed sum of those on the right. */
function isFormula({ operator, total, constant, scale, split, cells, coefficients }: Instance): boolean {
  if (operator !== '=' || total !== 0 || constant !== 0 || scale !== 1) return false;
  return split === 1 && cells.length > 1 && coefficients[0] === 1 && coefficients.every((c) => c === 1 || c === -1);
}

function sumOf(
  { cells, coefficients }: Instance,
  cellIndex: CellIndex,
  sources: ReadonlyMap<TableGrid, Source>,
): { readonly table: StatementTable; readonly result: Spot; readonly sum: Sum } | undefined {
  const spots: Spot[] = [];
  let table: StatementTable | undefined;
  for (const id of cells) {
    const { grid, row, column, cell } = cellIndex.place(id);
    const source = sources.get(grid);
    const printed = source?.rows[row];
    const name = grid.columns[column]!;
    const spot = printed && source.table.place(printed, grid.rows[row]!.sourceColumns?.[name] ?? name);
    if (!spot || (spots.length === 0 && !cell)) return undefined;
    table = source.table;
    spots.push(spot);
  }
  const [result, ...parts] = spots as [Spot, ...Spot[]];
  // All terms stand on one side, so what is added has a negative coefficient.
  const sum = parts.map((spot, i) => ({ ...spot, sign: coefficients[i + 1] === -1 ? (1 as const) : (-1 as const) }));
  return { table: table!, result, sum };
}

const keyOf = ({ row, column }: Spot) => `${row}:${column}`;

/** Whether a sum rests, over other sums, on the cell it would give. */
function leadsBack(sums: ReadonlyMap<string, Sum>, sum: Sum, target: string): boolean {
  return sum.some((part) => {
    const key = keyOf(part);
    const further = sums.get(key);
    return key === target || (further !== undefined && leadsBack(sums, further, target));
  });
}

function withSumCells(table: Table, sums: ReadonlyMap<string, Sum>): Table {
  if (sums.size === 0) return table;
  const rows = table.rows.map((cells) => [...cells]);
  for (const [key, sum] of sums) {
    const [row, column] = key.split(':').map(Number) as [number, number];
    const cell = rows[row]![column]!;
    if (cell.amount) rows[row]![column] = { ...cell, sum };
  }
  return { ...table, rows };
}
