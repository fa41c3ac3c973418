/** Instances as constraints on numbered cells, and the state of the cells while repairs are tried. */
import type { CellIndex } from '../equations/cell-index.ts';
import type { Instance } from '../equations/evaluate.ts';
import { judge } from '../equations/verdict.ts';
import type { Fen } from '../money.ts';

export interface Constraint {
  readonly instance: Instance;
  /** What it costs to leave the constraint violated, where naming a wrong cell costs 1. */
  readonly weight: number;
  /** Coefficients by cell; a cell on both sides has their difference. */
  readonly coefficients: ReadonlyMap<number, number>;
}

const WEIGHTS = { definition: 1.4, practice: 0.7, notice: 0.2 } as const;

function weightOf({ family }: Instance): number {
  return family.severity === 'notice' ? WEIGHTS.notice : WEIGHTS[family.standing];
}

/** One cell given another value; undefined stands for blank. */
export interface CellChange {
  readonly cell: number;
  readonly from: Fen | undefined;
  readonly to: Fen | undefined;
}

/**
 * What one mistake did: one cell (`value`), a figure and what repeats or contains it in its row or was copied from it (`repeated`),
 * a figure in the wrong column or row (`move`), two figures exchanged (`swap`), a stretch of a column some rows off (`slipped`).
 */
export interface Change {
  readonly kind: 'value' | 'repeated' | 'move' | 'swap' | 'slipped';
  readonly cells: readonly CellChange[];
  /** 1, plus what makes the change less likely as a mistake. */
  readonly cost: number;
}

export class Constraints {
  readonly cellIndex: CellIndex;
  readonly list: readonly Constraint[];
  #byCell = new Map<number, number[]>();

  constructor(instances: readonly Instance[], cellIndex: CellIndex) {
    this.cellIndex = cellIndex;
    this.list = instances.map((instance) => {
      const coefficients = new Map<number, number>();
      instance.cells.forEach((cell, i) => {
        coefficients.set(cell, (coefficients.get(cell) ?? 0) + instance.coefficients[i]!);
      });
      return { instance, weight: weightOf(instance), coefficients };
    });
    this.list.forEach(({ coefficients }, index) => {
      for (const cell of coefficients.keys()) {
        const found = this.#byCell.get(cell);
        if (found) found.push(index);
        else this.#byCell.set(cell, [index]);
      }
    });
  }

  /** Numbers of the constraints that a cell stands in. */
  of(cell: number): readonly number[] {
    return this.#byCell.get(cell) ?? [];
  }
}

/** Totals, tolerances and violations after some changes. States share nothing that changes. */
export class State {
  readonly constraints: Constraints;
  readonly violated: ReadonlySet<number>;
  #totals: ReadonlyMap<number, { total: number; tolerance2: number }>;
  #values: ReadonlyMap<number, Fen | undefined>;

  private constructor(
    constraints: Constraints,
    violated: ReadonlySet<number>,
    totals: ReadonlyMap<number, { total: number; tolerance2: number }>,
    values: ReadonlyMap<number, Fen | undefined>,
  ) {
    this.constraints = constraints;
    this.violated = violated;
    this.#totals = totals;
    this.#values = values;
  }

  static initial(constraints: Constraints): State {
    const violated = new Set<number>();
    constraints.list.forEach(({ instance }, i) => {
      if (judge(instance.total, instance.tolerance2, instance.operator) === 'violated') violated.add(i);
    });
    return new State(constraints, violated, new Map(), new Map());
  }

  value(cell: number): Fen | undefined {
    if (this.#values.has(cell)) return this.#values.get(cell);
    return this.constraints.cellIndex.place(cell).cell?.fen;
  }

  balance(index: number): { readonly total: number; readonly tolerance2: number } {
    return this.#totals.get(index) ?? this.constraints.list[index]!.instance;
  }

  /** The constraints that a change touches, as they would stand after it. */
  *after(cells: readonly CellChange[]): Generator<{ index: number; total: number; tolerance2: number }> {
    const touched = new Set(cells.flatMap(({ cell }) => this.constraints.of(cell)));
    for (const index of touched) {
      const { coefficients } = this.constraints.list[index]!;
      let { total, tolerance2 } = this.balance(index);
      for (const { cell, from, to } of cells) {
        const coefficient = coefficients.get(cell);
        if (coefficient === undefined) continue;
        total += coefficient * ((to ?? 0) - (from ?? 0));
        const figures = Number(to !== undefined) - Number(from !== undefined);
        if (figures !== 0)
          tolerance2 += figures * Math.abs(coefficient) * this.constraints.cellIndex.place(cell).grid.step;
      }
      yield { index, total, tolerance2 };
    }
  }

  apply(change: Change): State {
    const totals = new Map(this.#totals);
    const violated = new Set(this.violated);
    const values = new Map(this.#values);
    for (const { index, total, tolerance2 } of this.after(change.cells)) {
      totals.set(index, { total, tolerance2 });
      const { operator } = this.constraints.list[index]!.instance;
      if (judge(total, tolerance2, operator) === 'violated') violated.add(index);
      else violated.delete(index);
    }
    for (const { cell, to } of change.cells) values.set(cell, to);
    return new State(this.constraints, violated, totals, values);
  }
}
