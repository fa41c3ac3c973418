/** Paging by keyset: a cursor is where the page before ended, so that a page costs the same wherever it stands. */

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next?: string;
}

export interface PageOptions {
  /** At most `MOST_ITEMS`; 50 without. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  constructor() {
    super('翻页的 cursor 不对，请照抄上一页给出的 next，或从第一页开始。');
  }
}

export const MOST_ITEMS = 500;
const DEFAULT_ITEMS = 50;

/** How many items a page has: what is asked for, within bounds. */
export const limitOf = ({ limit = DEFAULT_ITEMS }: PageOptions): number =>
  Math.min(MOST_ITEMS, Math.max(1, Math.trunc(limit) || DEFAULT_ITEMS));

type Key = readonly (string | number)[];

/**
 * The key in a cursor, whose values have the types of `shape`; undefined on the first page.
 * @throws InvalidCursor
 */
export function keyOf<K extends Key>(
  { cursor }: PageOptions,
  shape: { readonly [I in keyof K]: 'string' | 'number' },
): K | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const key = decode(cursor);
  if (!Array.isArray(key) || key.length !== shape.length) throw new InvalidCursor();
  const fits = key.every(
    (value, i) => typeof value === shape[i] && (typeof value === 'string' ? !value.includes('\0') : isInteger(value)),
  );
  if (!fits) throw new InvalidCursor();
  return key as unknown as K;
}

/** An `integer` of PostgreSQL, as all keys that are numbers are. */
const isInteger = (value: unknown): boolean => typeof value === 'number' && (value | 0) === value;

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursor();
  }
}

/** A page of rows of which one more than `limit` was asked for. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  keyOfRow: (row: R) => Key,
  itemOf: (row: R) => T,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last ? Buffer.from(JSON.stringify(keyOfRow(last))).toString('base64url') : undefined;
  return { items: items.map(itemOf), ...(next === undefined ? {} : { next }) };
}
