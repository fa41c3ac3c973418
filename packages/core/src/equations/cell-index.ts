/** One numbering for the cells of several disclosures, for equations over all of them. */
import type { Cell } from '../disclosure.ts';
import type { DisclosureGrids } from './disclosure-grids.ts';
import type { TableGrid } from './table-grid.ts';

/** Where a numbered cell stands. */
export interface CellPlace {
  readonly grids: DisclosureGrids;
  readonly grid: TableGrid;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | undefined;
}

/** Numbers all cells, blank ones too, of the grids of `disclosures`. */
export class CellIndex {
  readonly disclosures: readonly DisclosureGrids[];
  readonly size: number;
  #offsets = new Map<TableGrid, number>();
  #starts: number[] = [];
  #owners: { grids: DisclosureGrids; grid: TableGrid }[] = [];

  constructor(disclosures: readonly DisclosureGrids[]) {
    this.disclosures = disclosures;
    let size = 0;
    for (const grids of disclosures) {
      for (const grid of [grids.tables, ...grids.further].flatMap((named) => [...named.values()])) {
        this.#offsets.set(grid, size);
        this.#starts.push(size);
        this.#owners.push({ grids, grid });
        size += grid.cells.length;
      }
    }
    this.size = size;
  }

  /** The number of the grid's first cell. */
  offset(grid: TableGrid): number {
    return this.#offsets.get(grid)!;
  }

  /** Where the cell of that number stands. */
  place(id: number): CellPlace {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= id) low = middle;
      else high = middle - 1;
    }
    const { grids, grid } = this.#owners[low]!;
    const index = id - this.#starts[low]!;
    const width = grid.columns.length;
    return { grids, grid, row: Math.floor(index / width), column: index % width, cell: grid.cells[index] };
  }
}
