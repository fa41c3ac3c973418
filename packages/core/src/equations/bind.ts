/** Binds an equation's references to the grids of one disclosure: what can be resolved once is resolved before any row is visited. */
import type { CellIndex } from './cell-index.ts';
import type { DisclosureGrids } from './disclosure-grids.ts';
import { GROUP_NAMES } from './names.ts';
import type { Equation, Fold, Presence, Ref } from './syntax.ts';
import type { TableGrid } from './table-grid.ts';

const GROUPS: ReadonlySet<string> = new Set(['*', ...Object.keys(GROUP_NAMES).filter((name) => name !== 'total')]);

/** One term over one grid. `rows` are fixed row numbers; a term without them takes the row that the driver is at. */
export interface BoundTerm {
  readonly coefficient: number;
  readonly constant: number;
  readonly fold: Fold;
  readonly presence: Presence;
  readonly grid: TableGrid | undefined;
  readonly rows: readonly number[] | undefined;
  /** A fixed column number (-1: not printed), or undefined for the column in turn. */
  readonly column: number | undefined;
  /** The number of the grid's first cell. */
  readonly base: number;
}

export interface BoundEquation {
  readonly terms: readonly BoundTerm[];
  /** Terms before this one stand on the left. */
  readonly split: number;
  /** The grid and rows that are visited in turn; without them the equation has one instance per column. */
  readonly driver: { readonly grid: TableGrid; readonly rows: readonly number[] } | undefined;
  /** The columns visited in turn; one undefined where every column is fixed. */
  readonly columns: readonly (string | undefined)[];
  /** A term multiplies by the quantity of its row. */
  readonly byQuantity: boolean;
}

/** The disclosure must have every form that the equation does not mark as optional. */
export function bind({ left, right }: Equation, grids: DisclosureGrids, cellIndex: CellIndex): BoundEquation {
  const terms: BoundTerm[] = [];
  let driver: BoundEquation['driver'];
  let columns: readonly string[] | undefined;
  for (const [i, { ref, coefficient, constant = 0 }] of [...left, ...right].entries()) {
    const sign = i < left.length ? 1 : -1;
    if (!ref) {
      terms.push({ ...CONSTANT, constant: sign * coefficient * constant });
      continue;
    }
    const grid = grids.tables.get(ref.grid);
    const inTurn = ref.fold !== 'sum' && ref.rows.length === 1 && GROUPS.has(ref.rows[0]!);
    if (inTurn && !driver && grid) driver = { grid, rows: grid.groups.get(ref.rows[0]!) ?? [] };
    const everyColumn = ref.columns.length > 1 || ref.columns[0] === '*';
    if (everyColumn && !columns && grid) columns = ref.columns[0] === '*' ? grid.columns : ref.columns;
    terms.push({
      coefficient: sign * coefficient,
      constant: 0,
      fold: ref.fold,
      presence: ref.presence,
      grid,
      rows: inTurn || !grid ? undefined : fixedRows(grid, ref),
      column: everyColumn ? undefined : (grid?.columnIndex.get(ref.columns[0]!) ?? -1),
      base: grid ? cellIndex.offset(grid) : 0,
    });
  }
  return {
    terms,
    split: left.length,
    driver,
    columns: columns?.filter((column) => isFilledIn(terms, column)) ?? ONE_PASS,
    byQuantity: terms.some((term) => term.fold === 'quantity'),
  };
}

/** The rows that a reference names outright: all of them under `sum`, otherwise the first that is printed. */
export function fixedRows(grid: TableGrid, ref: Ref): readonly number[] {
  const rows: number[] = [];
  for (const name of ref.rows) {
    const group = grid.groups.get(name);
    if (group) rows.push(...group);
    else {
      const row = grid.byName.get(name);
      if (row !== undefined) rows.push(row);
    }
    if (ref.fold !== 'sum' && rows.length > 0) return rows.slice(0, 1);
  }
  return rows;
}

const ONE_PASS: readonly undefined[] = [undefined];

const CONSTANT: BoundTerm = {
  coefficient: 0,
  constant: 0,
  fold: 'cell',
  presence: 'require',
  grid: undefined,
  rows: undefined,
  column: undefined,
  base: 0,
};

function isFilledIn(terms: readonly BoundTerm[], column: string): boolean {
  return terms.some(({ grid, column: fixed }) => {
    if (!grid || fixed !== undefined) return false;
    const index = grid.columnIndex.get(column);
    return index !== undefined && grid.filled[index]!;
  });
}
