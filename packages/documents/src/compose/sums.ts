/** Cells that the table itself adds up: the equations that define the form, where they hold exactly in the printed figures. */
import type { Disclosure, Row, StatementFormId } from '@mingsuan/core/disclosure';
import { CellSpace, openBook } from '@mingsuan/core/equations/book';
import { evaluate, type Instance } from '@mingsuan/core/equations/evaluate';
import { builtinFamilies } from '@mingsuan/core/equations/families/index';
import type { Sheet } from '@mingsuan/core/equations/sheet';
import { formById } from '@mingsuan/core/forms/index';
import type { Table, TableCell } from '../layout.ts';
import type { StatementTable } from './statement-table.ts';

type Spot = { readonly row: number; readonly column: number };
type Sum = NonNullable<TableCell['sum']>;

/** The tables of a disclosure's statements, in their order, with the sums of each. */
export function withSums(disclosure: Disclosure, tables: readonly StatementTable[]): Table[] {
  const space = new CellSpace([openBook(disclosure)]);
  const defining = builtinFamilies().filter(({ family }) => family.standing === 'definition');
  const { instances } = evaluate(defining, space.books[0]!, space, 'all');
  const sums = new Map<StatementTable, Map<string, Sum>>();
  for (const instance of instances) {
    const found = sumOf(instance, space, disclosure, tables);
    if (!found) continue;
    const own = sums.get(found.table) ?? new Map<string, Sum>();
    const key = keyOf(found.result);
    if (!own.has(key) && !leadsBack(own, found.sum, key)) own.set(key, found.sum);
    sums.set(found.table, own);
  }
  return tables.map((table) => withSumCells(table.table, sums.get(table)));
}

const keyOf = ({ row, column }: Spot) => `${row}:${column}`;

/** An equation as a formula: one printed cell on its left side equals the signed sum of others of its table. */
function sumOf(
  instance: Instance,
  space: CellSpace,
  disclosure: Disclosure,
  tables: readonly StatementTable[],
): { readonly table: StatementTable; readonly result: Spot; readonly sum: Sum } | undefined {
  const { cells, coefficients, split, operator, total, constant } = instance;
  if (operator !== '=' || total !== 0 || constant !== 0 || instance.scale !== 1) return undefined;
  if (split !== 1 || coefficients[0] !== 1 || cells.length < 2) return undefined;
  if (coefficients.some((coefficient) => Math.abs(coefficient) !== 1)) return undefined;
  const places = cells.map((id) => space.place(id));
  if (!places[0]!.cell || places.some(({ sheet }) => sheet.form !== places[0]!.sheet.form)) return undefined;
  const at = disclosure.statements.findIndex(
    (statement) => statement.form === places[0]!.sheet.form && statement.rows.length > 0,
  );
  const table = tables[at];
  if (!table) return undefined;
  const spots = places.map(({ sheet, row, column }) => {
    const source = sourceRow(sheet, row, disclosure.statements[at]!.rows);
    return source && table.place(source, sourceColumn(sheet, row, column));
  });
  if (spots.some((spot) => spot === undefined)) return undefined;
  const [result, ...parts] = spots as Spot[];
  // The left side carries its sign over: coefficients on the right are negative where the cells are added.
  const sum = parts.map((spot, i) => ({ ...spot, sign: coefficients[i + 1]! < 0 ? (1 as const) : (-1 as const) }));
  return { table, result: result!, sum };
}

function sourceRow(sheet: Sheet, row: number, rows: readonly Row[]): Row | undefined {
  const kind = formById(sheet.form as StatementFormId).rows;
  if (kind === 'lines') return rows.filter((candidate) => candidate.side === sheet.name.split('.')[1])[row];
  if (kind === 'items') return rows.find((candidate) => candidate.key === sheet.rows[row]!.source);
  return rows[row];
}

function sourceColumn(sheet: Sheet, row: number, column: number): string {
  const id = sheet.columns[column]!;
  return sheet.rows[row]!.sourceColumns?.[id] ?? id;
}

/** Whether a sum rests, over other sums, on the cell it would give. */
function leadsBack(sums: ReadonlyMap<string, Sum>, sum: Sum, target: string): boolean {
  return sum.some((part) => {
    const key = keyOf(part);
    const further = sums.get(key);
    return key === target || (further !== undefined && leadsBack(sums, further, target));
  });
}

function withSumCells(table: Table, sums: ReadonlyMap<string, Sum> | undefined): Table {
  if (!sums) return table;
  return {
    ...table,
    rows: table.rows.map((cells, row) =>
      cells.map((cell, column) => {
        const sum = sums.get(keyOf({ row, column }));
        return sum && cell.amount ? { ...cell, sum } : cell;
      }),
    ),
  };
}
