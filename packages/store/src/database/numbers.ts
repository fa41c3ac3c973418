/** PostgreSQL's `bigint` as JavaScript integers: fen are exact up to 90 trillion 元, and what is beyond is an error, not a rounding. */

/** Type number of `bigint` in PostgreSQL's protocol. */
export const BIGINT = 20;

/** A `bigint` as a number. @throws RangeError beyond exact integers. */
export function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond exact integers: ${text}`);
  return value;
}
