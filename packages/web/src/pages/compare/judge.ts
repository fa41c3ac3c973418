/** Figures against the year before and against peers of the same kind. */
import type { ComparedFigure, Peers } from '../../api/types.ts';

/** Below so many peers, standing apart means nothing. */
const FEWEST_PEERS = 5;

export type Standing = 'high' | 'low';

/** Tukey's fences: beyond one and a half interquartile ranges from the quartiles. */
export function standing(fen: number, peers: Peers | undefined): Standing | undefined {
  if (!peers || peers.count < FEWEST_PEERS) return undefined;
  const reach = 1.5 * (peers.upper - peers.lower);
  if (fen > peers.upper + reach) return 'high';
  return fen < peers.lower - reach ? 'low' : undefined;
}

export const figureAt = (
  rows: readonly ComparedFigure[],
  agency: number,
  measure: string,
  year: number,
): ComparedFigure | undefined =>
  rows.find((row) => row.agency === agency && row.measure === measure && row.year === year);
