/**
 * An equation that does not hold by just a labelled figure beside its own, of which nobody knows whether it is a part: one that only its
 * place has a name for, or what was carried over, which one table may count in and another not.
 */
import type { CellIndex, CellPlace } from '../../equations/cell-index.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { columnOf } from '../../model/address.ts';
import { shareAt } from '../../vocabulary/index.ts';

/** Whether the gap is such a figure, to the rounding of its table. */
export function lacksPart(instance: Instance, cellIndex: CellIndex): boolean {
  const gap = Math.abs(instance.total / instance.scale);
  const places = instance.cells.map((cell) => cellIndex.place(cell));
  const isAcross = new Set(places.map(({ grid }) => grid)).size > 1;
  return places.some((place) =>
    [...sharesAt(place), ...(isAcross ? carriedBeside(place, places) : [])].some(
      (fen) => fen !== 0 && Math.abs(Math.abs(fen) - gap) <= place.grid.step,
    ),
  );
}

/** What a side of a balance carries over, where the equation does not count it. */
function carriedBeside({ grid }: CellPlace, counted: readonly CellPlace[]): readonly number[] {
  const rows = grid.side === undefined ? [] : (grid.groups.get('after') ?? []);
  const isCarried = (row: number): boolean => rows.includes(row) || rows.includes(grid.rows[row]!.partOf ?? -1);
  if (counted.some((place) => place.grid === grid && isCarried(place.row))) return [];
  return rows.flatMap((row) => grid.columns.flatMap((_, c) => grid.cells[row * grid.columns.length + c]?.fen ?? []));
}

const sharesAt = ({ grid, row }: Pick<CellPlace, 'grid' | 'row'>): readonly number[] =>
  grid.columns.flatMap((column, c) => {
    const cell = shareAt(columnOf(column)) ? grid.cells[row * grid.columns.length + c] : undefined;
    return cell ? [cell.fen] : [];
  });
