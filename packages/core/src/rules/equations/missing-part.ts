/** An equation that does not hold by just a labelled figure of its own row, of which nobody knows what it is: that is the part it lacks. */
import type { CellIndex, CellPlace } from '../../equations/cell-index.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { columnOf } from '../../model/address.ts';
import { shareAt } from '../../vocabulary/index.ts';

/** Whether the gap is a share that stands beside one of the figures, to the rounding of its table. */
export function lacksShare(instance: Instance, cellIndex: CellIndex): boolean {
  const gap = Math.abs(instance.total / instance.scale);
  return instance.cells.some((cell) => {
    const { grid, row } = cellIndex.place(cell);
    return sharesAt({ grid, row }).some((fen) => fen !== 0 && Math.abs(Math.abs(fen) - gap) <= grid.step);
  });
}

const sharesAt = ({ grid, row }: Pick<CellPlace, 'grid' | 'row'>): readonly number[] =>
  grid.columns.flatMap((column, c) => {
    const cell = shareAt(columnOf(column)) ? grid.cells[row * grid.columns.length + c] : undefined;
    return cell ? [cell.fen] : [];
  });
