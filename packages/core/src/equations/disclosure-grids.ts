/** All grids of one disclosure: what equations, comparing and explaining look its figures up in. */
import type { Disclosure, Statement } from '../disclosure.ts';
import { printingOf } from '../figures/precision.ts';
import { sidesOf } from '../model/sides.ts';
import { balanceGrid } from './balance-grid.ts';
import { classifiedGrid, leavesOutSecrets } from './classified-grid.ts';
import { recordGrids } from './record-grids.ts';
import type { TableGrid } from './table-grid.ts';
import { threePublicsGrid } from './three-publics-grid.ts';

export interface DisclosureGrids {
  readonly disclosure: Disclosure;
  /** By the grid's name: `expenditure`, `balance.revenue`. */
  readonly tables: ReadonlyMap<string, TableGrid>;
}

/** The grids of a disclosure's tables. Of several statements of one form the first with rows is taken. */
export function gridsOf(disclosure: Disclosure): DisclosureGrids {
  const tables = new Map<string, TableGrid>();
  const seen = new Set<string>();
  const filledFirst = [...disclosure.statements].sort((a, b) => Number(b.rows.length > 0) - Number(a.rows.length > 0));
  for (const statement of filledFirst) {
    if (seen.has(statement.form)) continue;
    seen.add(statement.form);
    for (const grid of gridsOfStatement(disclosure, statement)) tables.set(grid.name, grid);
  }
  for (const grid of recordGrids(disclosure)) tables.set(grid.name, grid);
  return { disclosure, tables };
}

function gridsOfStatement(disclosure: Disclosure, statement: Statement): readonly TableGrid[] {
  const printing = printingOf(disclosure, statement);
  switch (statement.form) {
    case 'balance':
    case 'appropriation-balance':
      return sidesOf(statement).map((side) => balanceGrid(statement, side, printing));
    case 'three-publics':
      return [threePublicsGrid(statement, printing)];
    default:
      return [classifiedGrid(statement, printing, leavesOutSecrets(disclosure))];
  }
}
