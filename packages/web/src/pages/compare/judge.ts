/** Figures against peers of the same kind. */
import type { AgencyLevel, ComparedFigure, Comparison, Peers } from '../../api/types.ts';
import type { ChosenAgency } from './chosen-agencies.ts';

/** Below so many peers, standing apart means nothing. */
export const FEWEST_PEERS = 5;

export type Standing = 'high' | 'low';

export const enough = (peers: Peers | undefined): peers is Peers => peers !== undefined && peers.count >= FEWEST_PEERS;

/** Tukey's fences, in fen: what lies beyond one and a half interquartile ranges from the quartiles stands apart. */
export function usualRange({ lower, upper }: Peers): readonly [from: number, to: number] {
  const reach = 1.5 * (upper - lower);
  return [Math.ceil(lower - reach), Math.floor(upper + reach)];
}

export function standing(fen: number, peers: Peers | undefined): Standing | undefined {
  if (!enough(peers)) return undefined;
  const [from, to] = usualRange(peers);
  if (fen > to) return 'high';
  return fen < from ? 'low' : undefined;
}

export const figureAt = (
  rows: readonly ComparedFigure[],
  agency: number,
  measure: string,
  year: number,
): ComparedFigure | undefined =>
  rows.find((row) => row.agency === agency && row.measure === measure && row.year === year);

export const peersAt = (
  peers: readonly Peers[],
  level: AgencyLevel | undefined,
  measure: string,
  year: number,
): Peers | undefined => peers.find((one) => one.level === level && one.measure === measure && one.year === year);

export interface Outlier {
  readonly agency: ChosenAgency;
  readonly figure: ComparedFigure;
  readonly standing: Standing;
  readonly peers: Peers;
}

/** All chosen figures that stand apart from their peers, in the order of the answer. */
export const outliersOf = ({ rows, peers }: Comparison, agencies: readonly ChosenAgency[]): readonly Outlier[] =>
  rows.flatMap((figure) => {
    const agency = agencies.find(({ id }) => id === figure.agency);
    const own = peersAt(peers, agency?.level, figure.measure, figure.year);
    const apart = standing(figure.fen, own);
    return agency && own && apart ? [{ agency, figure, standing: apart, peers: own }] : [];
  });
