/**
 * Localisation: from equations that fail to the cells that are most likely wrong (design idea 3).
 * All instances over a set of disclosures are constraints; the fewest changed cells that make them hold are the explanation.
 */
import type { CellIndex } from '../equations/cell-index.ts';
import type { Instance } from '../equations/evaluate.ts';
import { bestSlip } from './candidates.ts';
import { type Change, Constraints, State } from './constraints.ts';
import { cellsOf, search } from './search.ts';

export type { CellChange, Change } from './constraints.ts';
export { type TypingError, typingError } from './typing-error.ts';

/** One mistake: the change that explains `violated`, and others that would too. */
export interface Diagnosis {
  readonly change: Change;
  /** 0 to 1. */
  readonly confidence: number;
  readonly violated: readonly Instance[];
  /** How many equations the changed cells satisfy after the change. */
  readonly agreeing: number;
  readonly alternatives: readonly { readonly change: Change; readonly likelihood: number }[];
}

export interface Localisation {
  readonly diagnoses: readonly Diagnosis[];
  /** Violated instances that no change explains better than chance. */
  readonly unexplained: readonly Instance[];
}

/** Beyond this many violations the document was misread or is of another kind: nothing is located. */
const LIMIT = 300;

/** The cells that most likely are wrong, given the equations that fail; what nothing explains is left as it is. */
export function localise(instances: readonly Instance[], cellIndex: CellIndex): Localisation {
  const constraints = new Constraints(instances, cellIndex);
  let state = State.initial(constraints);
  const violatedAtFirst = state.violated;
  const of = (indexes: Iterable<number>) => [...indexes].map((index) => constraints.list[index]!.instance);
  if (violatedAtFirst.size > LIMIT) return { diagnoses: [], unexplained: of(violatedAtFirst) };
  const diagnoses: Diagnosis[] = [];
  const open = new Set(violatedAtFirst);
  for (let slip = slipOf(state); slip; slip = slipOf(state)) {
    const before = state;
    state = state.apply(slip);
    const solved = [...before.violated].filter((index) => !state.violated.has(index));
    for (const index of solved) open.delete(index);
    const agreeingNow = agreeing(state, slip);
    diagnoses.push({ change: slip, confidence: 1, violated: of(solved), agreeing: agreeingNow, alternatives: [] });
  }
  const unexplained = new Set<number>();
  while (open.size > 0) {
    const component = connected(constraints, open);
    const ranking = search(state, component);
    if (!ranking || ranking.best.cost > 0) {
      for (const index of component) {
        unexplained.add(index);
        open.delete(index);
      }
      continue;
    }
    let progress = false;
    for (const change of ranking.best.changes) {
      const before = state;
      state = state.apply(change);
      const solved = [...before.violated].filter((index) => !state.violated.has(index) && violatedAtFirst.has(index));
      for (const index of solved) {
        progress = open.delete(index) || progress;
        unexplained.delete(index);
      }
      diagnoses.push({
        change,
        confidence: ranking.firsts.find((first) => cellsOf(first.change) === cellsOf(change))?.likelihood ?? 0,
        violated: of(solved),
        agreeing: agreeing(state, change),
        alternatives: ranking.firsts.filter(
          (first) => !ranking.best.changes.some((own) => cellsOf(own) === cellsOf(first.change)),
        ),
      });
    }
    if (!progress) for (const index of component) if (open.delete(index)) unexplained.add(index);
  }
  return { diagnoses, unexplained: of([...unexplained].filter((index) => state.violated.has(index))) };
}

/** A stretch of figures that stands some rows off, where that explains more than mistakes apart would. */
function slipOf(state: State): Change | undefined {
  const slip = bestSlip(state);
  if (!slip) return undefined;
  const after = state.apply(slip.change);
  const open = new Set([...state.violated].filter((index) => !after.violated.has(index)));
  if ([...after.violated].some((index) => !state.violated.has(index))) return undefined;
  let apart = 0;
  while (open.size > 0) {
    const component = connected(state.constraints, open);
    for (const index of component) open.delete(index);
    apart += Math.min(0, search(state, component)?.best.cost ?? 0);
  }
  return slip.cost < apart ? slip.change : undefined;
}

/** How many constraints of the changed cells hold after the change. */
function agreeing(state: State, change: Change): number {
  const touched = new Set(change.cells.flatMap(({ cell }) => state.constraints.of(cell)));
  return [...touched].filter((index) => !state.violated.has(index)).length;
}

/** The open constraints that hang together with the first of them by shared cells. */
function connected(constraints: Constraints, open: ReadonlySet<number>): ReadonlySet<number> {
  const [first] = open as ReadonlySet<number> & Iterable<number>;
  const component = new Set<number>([first!]);
  const queue = [first!];
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    for (const cell of constraints.list[index]!.coefficients.keys()) {
      for (const other of constraints.of(cell)) {
        if (!open.has(other) || component.has(other)) continue;
        component.add(other);
        queue.push(other);
      }
    }
  }
  return component;
}
