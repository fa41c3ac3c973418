/** The levels of a list with amounts: which of its rows are sums of others, and whether its total holds. */
import type { Cell } from '../model/values.ts';
import { nestBySums, stepOfCells } from './nesting.ts';

/** A row of a list: the total, a subtotal, or one of its own kind. */
interface Listed {
  readonly kind: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What a row costs in all. */
const WHOLE = ['grand-total', 'total'] as const;
const wholeOf = ({ cells }: Listed): Cell | undefined =>
  WHOLE.map((id) => cells[id]).find((cell) => cell !== undefined);

const totalOf = (rows: readonly Listed[]): number | undefined => {
  const total = rows.find(({ kind }) => kind === 'total');
  return total && wholeOf(total)?.fen;
};

/** Rows of `item` that are sums of the rows below them; undefined where no levels make the amounts add up to `total`. */
function headsOf<Row extends Listed>(rows: readonly Row[], total: number | undefined): ReadonlySet<Row> | undefined {
  const amounts = rows.map((row) => wholeOf(row)?.fen);
  const parents = nestBySums(amounts, total, stepOfCells(rows.flatMap((row) => wholeOf(row) ?? [])));
  return parents && new Set(parents.flatMap((parent) => (parent === undefined ? [] : [rows[parent]!])));
}

/** The rows with those of `item` as subtotals that are sums of the rows below them. */
export function withSubtotals<Row extends Listed>(rows: readonly Row[], item: Row['kind']): Row[] {
  const heads = headsOf(
    rows.filter(({ kind }) => kind === item),
    totalOf(rows),
  );
  return rows.map((row) => (heads?.has(row) ? { ...row, kind: 'subtotal' } : row));
}

/** A printed total that its rows do not add up to: the table, or its reading, lacks some of them. */
export function doubtOfSums(rows: readonly Listed[], item: string): string | undefined {
  const total = totalOf(rows);
  const items = rows.filter(({ kind }) => kind === item);
  if (total === undefined || !items.some(wholeOf)) return undefined;
  return headsOf(items, total) ? undefined : '各行的金额加起来不等于合计';
}
