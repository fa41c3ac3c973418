/** Figures against peers of the same kind. */
import type { ComparedFigure, Comparison, Peers, Phase } from '../../api/types.ts';
import type { ChosenAgency } from './chosen-agency.ts';

export type Standing = 'high' | 'low';

/** Peers that are enough to be judged by: of fewer the server tells no quartiles. */
export interface EnoughPeers extends Peers {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export const enough = (peers: Peers | undefined): peers is EnoughPeers =>
  peers !== undefined && peers.lower !== null && peers.median !== null && peers.upper !== null;

/** Tukey's fences: what lies beyond one and a half interquartile ranges from the quartiles stands apart. */
export function usualRange({ lower, upper }: EnoughPeers): readonly [from: number, to: number] {
  const reach = 1.5 * (upper - lower);
  return [Math.ceil(lower - reach), Math.floor(upper + reach)];
}

export function standing(value: number | null, peers: Peers | undefined): Standing | undefined {
  if (value === null || !enough(peers)) return undefined;
  const [from, to] = usualRange(peers);
  if (value > to) return 'high';
  return value < from ? 'low' : undefined;
}

/** Of what a figure is. */
export interface At {
  readonly measure: string;
  readonly year: number;
  readonly stage: Phase;
}

const isAt = (at: At) => (one: At) => one.measure === at.measure && one.year === at.year && one.stage === at.stage;

export const figureAt = (rows: readonly ComparedFigure[], agency: number, at: At): ComparedFigure | undefined =>
  rows.filter(isAt(at)).find((row) => row.agency === agency);

type Alike = Pick<ChosenAgency, 'level' | 'kind'>;

/** The peers of an agency: of its kind and level, or of its level where all kinds are peers. */
export const peersAt = (peers: readonly Peers[], agency: Alike | undefined, at: At): Peers | undefined =>
  peers.filter(isAt(at)).find(({ level, kind }) => level === agency?.level && (kind === null || kind === agency?.kind));

export interface Outlier {
  readonly agency: ChosenAgency;
  readonly figure: ComparedFigure;
  readonly standing: Standing;
  readonly peers: EnoughPeers;
}

/** All chosen figures that stand apart from their peers, in the order of the answer. */
export const outliersOf = (
  { rows, peers }: Pick<Comparison, 'rows' | 'peers'>,
  agencies: readonly ChosenAgency[],
): readonly Outlier[] =>
  rows.flatMap((figure) => {
    const agency = agencies.find(({ id }) => id === figure.agency);
    const own = peersAt(peers, agency, figure);
    const apart = standing(figure.value, own);
    return agency && enough(own) && apart ? [{ agency, figure, standing: apart, peers: own }] : [];
  });
