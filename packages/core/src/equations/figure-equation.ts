/** An equation over a document's figures as plain data: for who weighs what a doubtful figure may be, and shows the sums while it is put right. */
import type { Origin } from '../disclosure.ts';
import type { Fen, MoneyUnit } from '../money.ts';
import type { CellIndex } from './cell-index.ts';
import { placeName } from './describe.ts';
import type { Instance } from './evaluate.ts';
import type { Operator } from './syntax.ts';
import { isViolated } from './verdict.ts';

/** `total` is the sum of `coefficient` · `fen` and a constant; it is to be zero, or on the right side of it, within `tolerance2` / 2. */
export interface FigureEquation {
  readonly title: string;
  readonly operator: Operator;
  readonly total: number;
  readonly tolerance2: number;
  readonly terms: readonly FigureTerm[];
}

/** A printed figure of it, with what findings call it. The unit is its table's. */
export interface FigureTerm {
  readonly name: string;
  readonly text: string;
  readonly fen: Fen;
  readonly unit: MoneyUnit;
  readonly coefficient: number;
  readonly origin: Origin;
}

/** An instance without its blank cells. */
export function figureEquation(instance: Instance, index: CellIndex): FigureEquation {
  const { family, operator, total, tolerance2, cells, coefficients } = instance;
  const terms = cells.flatMap((id, i): FigureTerm[] => {
    const place = index.place(id);
    if (!place.cell) return [];
    const { text, fen, origin } = place.cell;
    return [{ name: placeName(place), text, fen, unit: place.grid.unit, coefficient: coefficients[i]!, origin }];
  });
  return { title: family.title, operator, total, tolerance2, terms };
}

/** Whether the equation holds where a figure of it is this many fen. */
export const holdsWith = (equation: FigureEquation, { coefficient, fen }: FigureTerm, other: Fen): boolean =>
  !isViolated({ ...equation, total: equation.total + coefficient * (other - fen) });

/** Whether it holds as it stands. */
export const holds = (equation: FigureEquation): boolean => !isViolated(equation);
