/**
 * Rows that nothing but their figures tell to be sums: a unit above its functions, a department above its units, where neither a code
 * nor a word says so. Pure.
 */

export interface Amount {
  /** Fen; 0 where the row prints none. */
  readonly fen: number;
  /** Whether it is a sum of others may only be told by its figure: it has no code, nor a word for it. */
  readonly isOpen: boolean;
}

/** What rounding may take from each row, in fen: the last digit of 万元 with two decimals. */
const ROUNDED = 10_000;

/**
 * The rows of a list that are sums of those right below them, where without them the list comes to its total; nothing where the list
 * comes to it as it is, or never does: then nobody knows.
 * @param rows those that no code or word says to be sums, in order
 */
export function wholesAmong(rows: readonly Amount[], total: number): ReadonlySet<number> {
  const wholes = new Set<number>();
  if (isSum(rows, wholes, total)) return wholes;
  for (let i = rows.length - 1; i >= 0; i -= 1) if (rows[i]!.isOpen && isWhole(rows, i, wholes)) wholes.add(i);
  return isSum(rows, wholes, total) ? wholes : new Set();
}

const isAbout = (sum: number, fen: number, count: number): boolean => Math.abs(sum - fen) <= ROUNDED * count;

const isSum = (rows: readonly Amount[], wholes: ReadonlySet<number>, total: number): boolean =>
  isAbout(
    rows.reduce((sum, { fen }, i) => sum + (wholes.has(i) ? 0 : fen), 0),
    total,
    rows.length,
  );

/** Whether the rows below one come to its figure, none left over in between. */
function isWhole(rows: readonly Amount[], at: number, wholes: ReadonlySet<number>): boolean {
  const { fen } = rows[at]!;
  let sum = 0;
  for (let i = at + 1; i < rows.length && fen > 0; i += 1) {
    if (!wholes.has(i)) sum += rows[i]!.fen;
    if (sum > 0 && isAbout(sum, fen, i - at)) return true;
    if (sum > fen) return false;
  }
  return false;
}
