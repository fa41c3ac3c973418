/** How well a form fits a table: the share of its columns of figures that the form has columns for. */
import type { TablePiece } from './pieces.ts';
import { hasAmounts } from './shape/columns.ts';

/** From 0 to 1; 0 where there are no figures. */
export function figuresTaken(pieces: readonly TablePiece[]): number {
  let [figures, taken] = [0, 0];
  for (const { roles, rows } of pieces)
    for (let c = 0; c < roles.length; c += 1) {
      if (!hasAmounts(rows, c)) continue;
      figures += 1;
      if (roles[c]!.kind === 'value') taken += 1;
    }
  return figures === 0 ? 0 : taken / figures;
}
