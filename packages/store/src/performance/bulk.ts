/** Rows that are entered many at once. */

/** So many rows a statement. */
const PART = 500;

/** Rows in the statements that enter them. */
export const partsOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / PART) }, (_, i) => all.slice(i * PART, (i + 1) * PART));
