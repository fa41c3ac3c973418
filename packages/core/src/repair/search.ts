/** Looks for the fewest mistakes that explain a connected set of violated constraints. */
import { type Candidate, candidates } from './candidates.ts';
import type { Change, State } from './constraints.ts';

/** Independent mistakes tried together, and how many candidates are followed up at each depth. */
const BRANCHES: readonly number[] = [6, 4, 2];

/** Differences of cost at which one explanation becomes clearly likelier than another. */
const TEMPERATURE = 0.25;

/** Solutions this much dearer than the best have no say. */
const HOPELESS = 1;

export interface Solution {
  readonly changes: readonly Change[];
  /** Relative to changing nothing; negative is better. */
  readonly cost: number;
}

export interface Ranking {
  readonly best: Solution;
  /** Likelihood, 0 to 1, of each first change that was considered, best first. */
  readonly firsts: readonly { readonly change: Change; readonly likelihood: number }[];
}

/** @returns undefined where leaving the constraints violated is the better explanation. */
export function search(state: State, component: ReadonlySet<number>): Ranking | undefined {
  const solutions: Solution[] = [];
  explore(state, component, [], 0, solutions);
  if (solutions.length === 0) return undefined;
  solutions.sort((a, b) => a.cost - b.cost);
  return { best: solutions[0]!, firsts: likelihoods(solutions) };
}

function explore(
  state: State,
  component: ReadonlySet<number>,
  changes: readonly Change[],
  cost: number,
  out: Solution[],
): void {
  const depth = changes.length;
  const found = candidates(state, component);
  for (const candidate of found) out.push({ changes: [...changes, candidate.change], cost: cost + candidate.cost });
  if (depth + 1 >= BRANCHES.length) return;
  for (const { change, cost: own } of distinct(found, BRANCHES[depth]!)) {
    const next = state.apply(change);
    if (![...component].some((index) => next.violated.has(index))) continue;
    if (cost + own + 1 - weightOf(next) > lowest(out) + HOPELESS) continue;
    explore(next, component, [...changes, change], cost + own, out);
  }
}

/** All that another change could gain. */
function weightOf({ violated, constraints }: State): number {
  let weight = 0;
  for (const index of violated) weight += constraints.list[index]!.weight;
  return weight;
}

function lowest(solutions: readonly Solution[]): number {
  let cost = 0;
  for (const solution of solutions) cost = Math.min(cost, solution.cost);
  return cost;
}

/** The best candidates, no two over the same cells. */
function distinct(found: readonly Candidate[], count: number): readonly Candidate[] {
  const taken = new Map<string, Candidate>();
  for (const candidate of found) {
    const cells = cellsOf(candidate.change);
    if (!taken.has(cells)) taken.set(cells, candidate);
    if (taken.size === count) break;
  }
  return [...taken.values()];
}

/** Names the cells of a change, whatever their new values. */
export function cellsOf(change: Change): string {
  return change.cells
    .map(({ cell }) => cell)
    .sort((a, b) => a - b)
    .join('+');
}

/** Each solution counts once for each of its changes; the same set of cells in another order is the same solution. */
function likelihoods(sorted: readonly Solution[]): Ranking['firsts'] {
  const seen = new Set<string>();
  const shares = new Map<string, { change: Change; share: number }>();
  let whole = 0;
  for (const { changes, cost } of sorted) {
    const cells = changes.map(cellsOf).sort();
    const id = cells.join('/');
    if (seen.has(id)) continue;
    seen.add(id);
    const share = Math.exp((sorted[0]!.cost - cost) / TEMPERATURE);
    if (share < 1e-4) break;
    whole += share;
    for (const change of changes) {
      const key = cellsOf(change);
      const known = shares.get(key);
      if (known) known.share += share;
      else shares.set(key, { change, share });
    }
  }
  return [...shares.values()]
    .map(({ change, share }) => ({ change, likelihood: share / whole }))
    .sort((a, b) => b.likelihood - a.likelihood);
}
