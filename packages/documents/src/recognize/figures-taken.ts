/** How well a form fits a table: the share of its columns of figures that the form has columns for. */
import type { TablePiece } from './pieces.ts';
import { hasAmounts } from './shape/columns.ts';

/** From 0 to 1; 0 where there are no figures. */
export function figuresTaken(pieces: readonly TablePiece[]): number {
  const figures = pieces.flatMap(({ roles, rows }) => roles.filter((_, c) => hasAmounts(rows, c)));
  const taken = figures.filter(({ kind }) => kind === 'value');
  return figures.length === 0 ? 0 : taken.length / figures.length;
}
