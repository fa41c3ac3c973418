/** How well a form fits a table: the share of its columns of figures that the form has columns for. */
import type { TableCell } from '../../layout.ts';
import type { TablePiece } from '../pieces.ts';
import { cellKind } from './cells.ts';

/** Whether a column holds an amount in any of its rows. */
export const hasAmounts = (rows: readonly (readonly TableCell[])[], c: number): boolean =>
  rows.some((row) => row[c] !== undefined && cellKind(row[c]) === 'amount');

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
