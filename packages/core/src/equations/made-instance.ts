/** Instances that rules make cell by cell, where no expression tells which cells belong together. */
import type { CellIndex } from './cell-index.ts';
import type { Instance } from './evaluate.ts';
import type { FamilyOf } from './family.ts';
import type { TableGrid } from './table-grid.ts';

/** A cell by its number within its grid. */
export interface GridCell {
  readonly grid: TableGrid;
  readonly at: number;
}

/** The first cell is the sum of the others by their coefficients. Undefined where no cell has a figure, or one has something else than a number. */
export function instanceOf(
  family: FamilyOf,
  cells: readonly GridCell[],
  coefficients: readonly number[],
  cellIndex: CellIndex,
): Instance | undefined {
  if (cells.some(({ grid, at }) => grid.unread.has(at)) || cells.every(({ grid, at }) => !grid.cells[at]))
    return undefined;
  const sum = (of: (grid: TableGrid, at: number, coefficient: number) => number) =>
    cells.reduce((total, { grid, at }, i) => total + (grid.cells[at] ? of(grid, at, coefficients[i]!) : 0), 0);
  return {
    family,
    cells: cells.map(({ grid, at }) => cellIndex.offset(grid) + at),
    coefficients,
    split: 1,
    operator: '=',
    constant: 0,
    scale: 1,
    total: sum((grid, at, coefficient) => coefficient * grid.cells[at]!.fen),
    tolerance2: sum((grid) => grid.step),
  };
}
