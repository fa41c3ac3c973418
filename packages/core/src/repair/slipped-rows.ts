/** Figures that stand some rows above or below their labels: one mistake of the hand, many wrong cells. */
import type { CellPlace } from '../equations/cell-index.ts';
import type { Fen } from '../money.ts';
import type { CellChange, State } from './constraints.ts';

/** So many relations that do not hold, at least, before a stretch of figures is thought to have slipped. */
const ENOUGH_VIOLATED = 3;
/** Rows that a stretch may have slipped by, and the most rows with figures that are looked at. */
const FARTHEST = 3;
const MOST_ROWS = 60;

/** A stretch of figures put back to rows that are blank now, with where its first cell stands. */
export interface Slip {
  readonly place: CellPlace;
  readonly cells: readonly CellChange[];
}

/** The stretches of two rows with figures and more, in one column or in all, that could be moved as they stand, where enough is violated. */
export function* slips(state: State): Generator<Slip> {
  if (state.violated.size < ENOUGH_VIOLATED) return;
  for (const [top, place] of touched(state)) {
    const { grid, column } = place;
    const width = grid.columns.length;
    yield* slipsOf(state, top + column, place, [0]);
    if (width > 1) yield* slipsOf(state, top, place, [...grid.columns.keys()]);
  }
}

/** A place of each column that a violated relation touches, by the number of its grid's first cell. */
function touched(state: State): readonly (readonly [number, CellPlace])[] {
  const found = new Map<number, readonly [number, CellPlace]>();
  for (const index of state.violated) {
    for (const cell of state.constraints.list[index]!.coefficients.keys()) {
      const place = state.constraints.cellIndex.place(cell);
      const top = cell - place.row * place.grid.columns.length - place.column;
      found.set(top + place.column, [top, place]);
    }
  }
  return [...found.values()];
}

/** `columns` count from the cell `top` of the first row. */
function* slipsOf(state: State, top: number, place: CellPlace, columns: readonly number[]): Generator<Slip> {
  const { rows, columns: all } = place.grid;
  const cellAt = (row: number, column: number) => top + row * all.length + column;
  const value = (row: number, column: number): Fen | undefined => state.value(cellAt(row, column)) || undefined;
  const filled = rows.flatMap((_, row) => (columns.some((column) => value(row, column) !== undefined) ? [row] : []));
  if (filled.length > MOST_ROWS) return;
  for (const [first, last] of stretches(filled))
    for (let by = -FARTHEST; by <= FARTHEST; by += 1) {
      const [from, to] = by < 0 ? [first + by, first - 1] : [last + 1, last + by];
      if (by === 0 || from < 0 || to >= rows.length || filled.some((row) => row >= from && row <= to)) continue;
      const reach = Array.from({ length: last - first + 1 + Math.abs(by) }, (_, i) => Math.min(first, from) + i);
      const cells = reach.flatMap((row) =>
        columns.flatMap((column): CellChange[] => {
          const source = row - by;
          const meant = source >= first && source <= last ? value(source, column) : undefined;
          const printed = value(row, column);
          return meant === printed ? [] : [{ cell: cellAt(row, column), from: printed, to: meant }];
        }),
      );
      yield { place, cells };
    }
}

function* stretches(rows: readonly number[]): Generator<readonly [number, number]> {
  for (const [i, first] of rows.entries()) for (const last of rows.slice(i + 1)) yield [first, last];
}
