/** The smallest parts of a published document: where something stands, an amount, a quantity, who published it. */
import type { Fen } from '../money.ts';

/**
 * Where a figure or text stands in its file. `box` is [x0, y0, x1, y1] in points from the page's top left; `source` is the file where
 * it is another than the one that speaks of it.
 */
export interface Origin {
  readonly source?: string;
  readonly page?: number;
  readonly box?: readonly [number, number, number, number];
  readonly sheet?: string;
  readonly address?: string;
  readonly line?: number;
}

/** One printed amount. A blank cell has none; a printed 0.00 has one. */
export interface Cell {
  readonly fen: Fen;
  readonly text: string;
  readonly origin: Origin;
}

/** A printed quantity, exact: `units / 10^scale`. */
export interface Quantity {
  readonly units: number;
  readonly scale: number;
  readonly text: string;
  readonly origin: Origin;
}

export interface Agency {
  readonly code?: string;
  readonly name: string;
  readonly level: 'department' | 'unit';
}

export interface Region {
  readonly code: string;
  readonly name: string;
}

export type Side = 'revenue' | 'expenditure';

export type StatementFormId =
  | 'balance'
  | 'revenue'
  | 'expenditure'
  | 'appropriation-balance'
  | 'appropriation'
  | 'general-public'
  | 'general-economic'
  | 'basic'
  | 'basic-function'
  | 'basic-sources'
  | 'appropriation-basic'
  | 'government-fund'
  | 'state-capital'
  | 'three-publics';
