/** Places in an OFD: millimetres, y down. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];

/** Points a millimetre. */
export const POINTS = 72 / 25.4;

/** First `m`, then `n`. */
export const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** Where a point comes to stand. */
export const moved = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** Six numbers as a matrix; anything else moves nothing. */
export const matrixOf = (numbers: readonly number[]): Matrix =>
  numbers.length === 6 ? (numbers as unknown as Matrix) : UNMOVED;
