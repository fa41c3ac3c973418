import type { Cell } from '../model/values.ts';
import type { Fen } from '../money.ts';

/** The sum of cells, in fen. Undefined where there are none, or one is blank: what it amounts to is unknown. */
export function cellSum(cells: readonly (Cell | undefined)[]): Fen | undefined {
  if (cells.length === 0 || cells.some((cell) => cell === undefined)) return undefined;
  return cells.reduce((sum, cell) => sum + cell!.fen, 0);
}
