/**
 * Spreads amounts that are known as sums only: a matrix of integers with given row and column sums. Iterative proportional
 * fitting gives the shape that says nothing beyond the sums and the weights; what integers leave over is placed cell by cell.
 */
import type { Fen } from '../money.ts';

export interface Spread {
  readonly cells: readonly (readonly Fen[])[];
  /** Only one matrix has these sums: nothing was guessed. */
  readonly certain: boolean;
}

/** What a cell is like: how likely it is filled (0: not, unless the sums need it), or how much it holds at most. */
export type OfCell = (r: number, c: number) => number;

const ROUNDS = 60;

/** Amounts that are all whole hundreds of 元 stay so: a published 万元 figure is split into figures that 万元 prints. */
const COARSE = 10_000;

/**
 * Row and column sums are kept exactly. Where rows and columns do not come to the same, or `most` leaves no room, the
 * rest is in no cell.
 */
export function spread(rows: readonly Fen[], columns: readonly Fen[], weight: OfCell, most?: OfCell): Spread {
  const step = [...rows, ...columns].every((fen) => fen % COARSE === 0) ? COARSE : 1;
  const rowRest = rows.map((fen) => fen / step);
  const columnRest = columns.map((fen) => fen / step);
  const cells = rows.map(() => columns.map(() => 0));
  const fitted = fit(rowRest, columnRest, weight);
  const room: OfCell = (r, c) => (most ? Math.floor(most(r, c) / step) - cells[r]![c]! : Number.POSITIVE_INFINITY);
  const put = (r: number, c: number, amount: number) => {
    const part = Math.min(amount, rowRest[r]!, columnRest[c]!, room(r, c));
    if (part <= 0) return;
    cells[r]![c]! += part;
    rowRest[r]! -= part;
    columnRest[c]! -= part;
  };
  const each = (visit: (r: number, c: number) => void) => {
    for (let r = 0; r < rows.length; r += 1) for (let c = 0; c < columns.length; c += 1) visit(r, c);
  };
  each((r, c) => put(r, c, Math.floor(fitted[r]![c]! + 1e-6)));
  each((r, c) => {
    if (weight(r, c) > 0) put(r, c, Number.POSITIVE_INFINITY);
  });
  each((r, c) => put(r, c, Number.POSITIVE_INFINITY));
  if (most) makeRoom(cells, rowRest, columnRest, room);
  const filled = (sums: readonly Fen[]) => sums.filter((fen) => fen !== 0).length;
  return {
    cells: cells.map((row) => row.map((units) => units * step)),
    certain: filled(rows) <= 1 || filled(columns) <= 1,
  };
}

function fit(rows: readonly number[], columns: readonly number[], weight: OfCell): number[][] {
  const cells = rows.map((row, r) => columns.map((column, c) => (row > 0 && column > 0 ? weight(r, c) : 0)));
  for (let round = 0; round < ROUNDS; round += 1) {
    rows.forEach((row, r) => {
      const sum = cells[r]!.reduce((a, b) => a + b, 0);
      if (sum > 0) cells[r] = cells[r]!.map((cell) => (cell * row) / sum);
    });
    let off = 0;
    columns.forEach((column, c) => {
      const sum = cells.reduce((total, row) => total + row[c]!, 0);
      if (sum > 0) for (const row of cells) row[c] = (row[c]! * column) / sum;
      off = Math.max(off, Math.abs(sum - column));
    });
    if (off < 0.5) break;
  }
  return cells;
}

/** Moves amounts within rows until the rests find room: an augmenting path from a row's rest to a column's. */
function makeRoom(cells: number[][], rowRest: number[], columnRest: number[], room: OfCell): void {
  for (let start = 0; start < rowRest.length; start += 1) {
    while (rowRest[start]! > 0) {
      const path = pathFrom(start, cells, columnRest, room);
      if (!path) break;
      let amount = Math.min(rowRest[start]!, columnRest[path.at(-1)!.column]!);
      path.forEach(({ row, column }, i) => {
        amount = Math.min(amount, room(row, column), i === 0 ? amount : cells[row]![path[i - 1]!.column]!);
      });
      path.forEach(({ row, column }, i) => {
        cells[row]![column]! += amount;
        if (i > 0) cells[row]![path[i - 1]!.column]! -= amount;
      });
      rowRest[start]! -= amount;
      columnRest[path.at(-1)!.column]! -= amount;
    }
  }
}

interface Move {
  readonly row: number;
  readonly column: number;
}

/** Each move puts into a column; the next takes out of that column in another row. */
function pathFrom(
  start: number,
  cells: readonly (readonly number[])[],
  columnRest: readonly number[],
  room: OfCell,
): readonly Move[] | undefined {
  const reached = new Set<number>();
  const queue: (readonly Move[])[] = [[]];
  while (queue.length > 0) {
    const path = queue.shift()!;
    const last = path.at(-1);
    const rows = last ? cells.flatMap((row, r) => (r !== last.row && row[last.column]! > 0 ? [r] : [])) : [start];
    for (const row of rows) {
      for (let column = 0; column < columnRest.length; column += 1) {
        if (reached.has(column) || room(row, column) <= 0) continue;
        reached.add(column);
        const longer = [...path, { row, column }];
        if (columnRest[column]! > 0) return longer;
        queue.push(longer);
      }
    }
  }
  return undefined;
}
