/** All grids of one disclosure: what equations, comparing and explaining look its figures up in. */
import type { Disclosure, Statement } from '../disclosure.ts';
import { printingOf } from '../figures/precision.ts';
import { sidesOf } from '../model/sides.ts';
import { balanceGrid } from './balance-grid.ts';
import { classifiedGrid, leavesOutSecrets } from './classified-grid.ts';
import { linePartsOf } from './line-parts.ts';
import { recordGrids } from './record-grids.ts';
import type { TableGrid } from './table-grid.ts';
import { threePublicsGrids } from './three-publics-grid.ts';

export interface DisclosureGrids {
  readonly disclosure: Disclosure;
  /** By the grid's name: `expenditure`, `balance.revenue`. */
  readonly tables: ReadonlyMap<string, TableGrid>;
  /** Grids of what is printed beside them in the same forms: a second statement, the rows of single units. Each is judged by itself. */
  readonly further: readonly Grids[];
}

/** The grids of one statement, by their names. */
export type Grids = ReadonlyMap<string, TableGrid>;

/** The grids of a disclosure's tables. Of several statements of one form the first with rows stands for all, the others beside it. */
export function gridsOf(disclosure: Disclosure): DisclosureGrids {
  const tables = new Map<string, TableGrid>();
  const further: Grids[] = [];
  const seen = new Set<string>();
  const filledFirst = [...disclosure.statements].sort((a, b) => Number(b.rows.length > 0) - Number(a.rows.length > 0));
  for (const statement of filledFirst) {
    const grids = gridsOfStatement(disclosure, statement);
    const own = byName(grids);
    if (seen.has(statement.form)) further.push(own);
    else for (const [name, grid] of own) tables.set(name, grid);
    seen.add(statement.form);
    // Of a table of items in columns each row is a grid.
    if (grids.length > own.size)
      further.push(...grids.filter((grid) => own.get(grid.name) !== grid).map((grid) => byName([grid])));
  }
  for (const grid of recordGrids(disclosure)) tables.set(grid.name, grid);
  return { disclosure, tables, further };
}

/** By name, the first of each. */
function byName(grids: readonly TableGrid[]): Grids {
  const named = new Map<string, TableGrid>();
  for (const grid of grids) if (!named.has(grid.name)) named.set(grid.name, grid);
  return named;
}

function gridsOfStatement(disclosure: Disclosure, statement: Statement): readonly TableGrid[] {
  const printing = printingOf(disclosure, statement);
  switch (statement.form) {
    case 'balance':
    case 'appropriation-balance': {
      const told = linePartsOf(statement, printing.step, disclosure.year);
      return sidesOf(statement).map((side) => balanceGrid(statement, side, printing, told.get(side)));
    }
    case 'three-publics':
      return threePublicsGrids(statement, printing);
    default:
      return [classifiedGrid(statement, printing, leavesOutSecrets(disclosure))];
  }
}
