/** The smallest parts of a published document: where something stands, an amount, a quantity, who published it. */
import type { Model } from '../schema/define.ts';
import type { Parts } from '../schema/document.ts';

export type { StatementFormId } from './form-ids.ts';

/**
 * Where a figure or text stands in its file. `box` is [x0, y0, x1, y1] in points from the page's top left; `source` is the file where
 * it is another than the one that speaks of it.
 */
export interface Origin extends Model<Parts['origin']> {}

/** One printed amount. A blank cell has none; a printed 0.00 has one. */
export interface Cell extends Model<Parts['cell']> {}

/** A printed quantity, exact: `units / 10^scale`. */
export interface Quantity extends Model<Parts['quantity']> {}

/** Whose a disclosure is: a department, or one of its units. */
export interface Agency extends Model<Parts['agency']> {}

/** An administrative division, by the code of its year. */
export interface Region extends Model<Parts['region']> {}

/** A panel of a balance form: see `SIDES`. */
export type Side = Model<Parts['side']>;
