/** Changes that would make violated constraints hold: another value for one cell, or a figure moved to its neighbour. */
import type { CellPlace } from '../equations/cell-index.ts';
import { judge } from '../equations/verdict.ts';
import { type Fen, formatAmount } from '../money.ts';
import type { Change, State } from './constraints.ts';
import { slips } from './slipped-rows.ts';
import { slipLikelihood } from './typing-error.ts';

/** A change with what it does to the state it was made for. */
export interface Candidate {
  readonly change: Change;
  /** Cost of the change and of what it leaves or makes violated, less small bonuses for exactness and a likely slip. */
  readonly cost: number;
}

/** A figure in the wrong place, or wrong in several columns of its row, is one mistake, a little rarer than one wrong figure. */
const MOVE_COST = 1.15;
const REPEATED_COST = 1.25;
const SLIPPED_COST = 1.4;
/** A figure that lost its sign; one that should be another below nothing is hardly ever meant. */
const SIGN_COST = 0.3;
const NEGATIVE_COST = 2;
/** Bonuses, small beside the weight of any constraint: they only break ties. */
const EXACT_BONUS = 0.12;
const SLIP_BONUS = 0.15;

/** The best change of each cell that stands in one of the violated constraints `of`, best first. */
export function candidates(state: State, of: Iterable<number>): readonly Candidate[] {
  const cells = new Set<number>();
  const { list } = state.constraints;
  for (const index of of)
    if (state.violated.has(index)) for (const cell of list[index]!.coefficients.keys()) cells.add(cell);
  const found: Candidate[] = [];
  for (const cell of cells) {
    const best = bestValue(state, cell);
    if (best) found.push(best);
    found.push(...moves(state, cell));
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** The stretch of figures whose moving back explains most of all that is violated. */
export function bestSlip(state: State): Candidate | undefined {
  let best: Candidate | undefined;
  for (const { place, cells } of slips(state))
    best = better(best, weigh(state, { kind: 'slipped', cells, cost: SLIPPED_COST }, place));
  return best;
}

/** The value that satisfies most of what the cell stands in, alone or together with other cells of its row. */
function bestValue(state: State, cell: number): Candidate | undefined {
  const place = state.constraints.cellIndex.place(cell);
  const from = state.value(cell);
  const { step } = place.grid;
  const mates = [...rowMates(state, cell, place), ...copies(state, cell)];
  let best: Candidate | undefined;
  const consider = (to: Fen, others: readonly (readonly number[])[]) => {
    const delta = to - (from ?? 0);
    if (delta === 0) return;
    const cost = to >= 0 || (from ?? 0) < 0 ? 0 : to === -(from ?? 0) ? SIGN_COST : NEGATIVE_COST;
    best = better(best, weigh(state, { kind: 'value', cells: [{ cell, from, to }], cost: 1 + cost }, place));
    for (const group of others) {
      const rest = group.map((mate) => ({ cell: mate, from: state.value(mate), to: state.value(mate)! + delta }));
      const change: Change = { kind: 'repeated', cells: [{ cell, from, to }, ...rest], cost: REPEATED_COST + cost };
      best = better(best, weigh(state, change, place));
    }
  };
  for (const to of exactValues(state, cell, from ?? 0, step)) consider(to, mates);
  const reached = best?.change.kind === 'value' ? best.change.cells[0]!.to : undefined;
  if (reached !== undefined) for (const to of nearby(state, cell, reached, step)) consider(to, []);
  return best;
}

function better(one: Candidate | undefined, other: Candidate | undefined): Candidate | undefined {
  if (!one || !other) return one ?? other;
  return other.cost < one.cost ? other : one;
}

/** Cells of the row that one mistake may have changed along: each other figure, and all that print the same amount. */
function rowMates(state: State, cell: number, { grid, column }: CellPlace): readonly (readonly number[])[] {
  const first = cell - column;
  const own = state.value(cell);
  const figures: number[] = [];
  for (let c = 0; c < grid.columns.length; c += 1) {
    const value = state.value(first + c);
    if (c !== column && value !== undefined && value !== 0) figures.push(first + c);
  }
  const equal = figures.filter((mate) => state.value(mate) === own);
  return [...figures.map((mate) => [mate]), ...(equal.length > 1 ? [equal] : [])];
}

/** The cells of other tables that print the same amount because it is the same, all of them: who copied it copied the mistake. */
function copies(state: State, cell: number): readonly (readonly number[])[] {
  const own = state.value(cell);
  const found = new Set([cell]);
  if (own === undefined || own === 0) return [];
  for (const one of found) {
    for (const index of state.constraints.of(one)) {
      const { coefficients } = state.constraints.list[index]!;
      if (coefficients.size !== 2 || state.violated.has(index)) continue;
      for (const other of coefficients.keys()) if (state.value(other) === own) found.add(other);
    }
  }
  found.delete(cell);
  return found.size > 0 ? [[...found]] : [];
}

/** The values at which a violated constraint of the cell holds exactly, as the table would print them. */
function exactValues(state: State, cell: number, from: Fen, step: Fen): ReadonlySet<Fen> {
  const values = new Set<Fen>();
  for (const index of state.constraints.of(cell)) {
    if (!state.violated.has(index)) continue;
    const coefficient = state.constraints.list[index]!.coefficients.get(cell)!;
    if (coefficient === 0) continue;
    const exact = from - state.balance(index).total / coefficient;
    values.add(Math.floor(exact / step) * step);
    values.add(Math.ceil(exact / step) * step);
  }
  return values;
}

/** How far, in steps, rounding lets a value lie from the exact one and is still looked at for a likelier slip. */
const NEARBY = 12;

function* nearby(state: State, cell: number, value: Fen, step: Fen): Generator<Fen> {
  let slack = Number.POSITIVE_INFINITY;
  for (const index of state.constraints.of(cell)) {
    const coefficient = Math.abs(state.constraints.list[index]!.coefficients.get(cell)!);
    if (coefficient > 0) slack = Math.min(slack, state.balance(index).tolerance2 / 2 / coefficient / step);
  }
  const reach = Math.min(NEARBY, Math.floor(slack) + 1);
  for (let k = 1; k <= reach; k += 1) {
    yield value + k * step;
    yield value - k * step;
  }
}

/** The cell's figure moved to a blank neighbour, or exchanged with a neighbour's. */
function* moves(state: State, cell: number): Generator<Candidate> {
  const { cellIndex } = state.constraints;
  const place = cellIndex.place(cell);
  const from = state.value(cell);
  if (from === undefined) {
    for (const neighbour of neighbours(place)) {
      const other = cell + neighbour;
      const value = state.value(other);
      if (value === undefined || value === 0) continue;
      yield* exchange(state, cell, from, other, value, place);
    }
    return;
  }
  for (const neighbour of neighbours(place)) {
    const value = state.value(cell + neighbour);
    if (value !== from && from !== 0) yield* exchange(state, cell, from, cell + neighbour, value, place);
  }
}

function* exchange(
  state: State,
  cell: number,
  from: Fen | undefined,
  other: number,
  value: Fen | undefined,
  place: CellPlace,
): Generator<Candidate> {
  const kind = from && value ? 'swap' : 'move';
  const candidate = weigh(
    state,
    {
      kind,
      cells: [
        { cell, from, to: value },
        { cell: other, from: value, to: from },
      ],
      cost: MOVE_COST,
    },
    place,
  );
  if (candidate) yield candidate;
}

/** Distances, in cell numbers, to the other cells of the row and to the cells above and below. */
function neighbours({ grid, row, column }: CellPlace): readonly number[] {
  const width = grid.columns.length;
  const found: number[] = [];
  for (let c = 0; c < width; c += 1) if (c !== column) found.push(c - column);
  if (row > 0) found.push(-width);
  if (row + 1 < grid.rows.length) found.push(width);
  return found;
}

/** @returns undefined where the change makes nothing better. */
function weigh(state: State, change: Change, place: CellPlace): Candidate | undefined {
  let gain = 0;
  let touched = 0;
  let exact = 0;
  for (const { index, total, tolerance2 } of state.after(change.cells)) {
    const { instance, weight } = state.constraints.list[index]!;
    const verdict = judge(total, tolerance2, instance.operator);
    touched += weight;
    if (verdict === 'exact') exact += weight;
    if (state.violated.has(index)) gain += verdict === 'violated' ? 0 : weight;
    else if (verdict === 'violated') gain -= weight;
  }
  if (gain <= 0) return undefined;
  const bonus = (EXACT_BONUS * exact) / touched + SLIP_BONUS * slip(change, place);
  return { change, cost: change.cost - gain - bonus };
}

function slip(change: Change, { grid }: CellPlace): number {
  if (change.kind !== 'value' && change.kind !== 'repeated') return 0;
  const [{ from = 0, to = 0 }] = change.cells as [Change['cells'][0]];
  return slipLikelihood(formatAmount(from, grid.unit, grid.decimals), formatAmount(to, grid.unit, grid.decimals));
}
