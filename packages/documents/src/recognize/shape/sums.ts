/** Sums that hold row by row say which column is a part of which, whatever their headers are called. */
import { parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import type { TableCell } from '../../layout.ts';

type Rows = readonly (readonly TableCell[])[];

/** Sums of so many rows are no accident. */
export const FEWEST = 2;

/** The amount of a cell in hundredths of its unit; a blank counts zero, and what is no number is undefined. */
export function valueAt(row: readonly TableCell[], c: number): number | undefined {
  const text = row[c]?.text.trim() ?? '';
  return /^[-—–─/\\*]*$/.test(text) ? 0 : parseAmount(text, '元')?.fen;
}

/** The last digit that a row prints in some columns, in hundredths of its unit: 1 where it has two decimals, 100 where it has none. */
export function lastDigitOf(row: readonly TableCell[], columns: readonly number[]): number {
  const decimals = columns.map((c) => /\d[.．](\d+)/.exec(row[c]?.text ?? '')?.[1]?.length ?? 0);
  return 10 ** Math.max(0, 2 - Math.max(...decimals));
}

/** Whether a column is the sum of others in every row that has figures, to the rounding of each; at least two rows must say so. */
export function isSumOf(rows: Rows, whole: number, parts: readonly number[]): boolean {
  let held = 0;
  for (const row of rows) {
    const values = [whole, ...parts].map((c) => valueAt(row, c));
    if (values.some((value) => value === undefined)) continue;
    const [sum, ...rest] = values as number[];
    if (values.every((value) => value === 0)) continue;
    const rounding = parts.length * lastDigitOf(row, [whole, ...parts]);
    if (Math.abs(sum! - rest.reduce((a, b) => a + b, 0)) > rounding) return false;
    held += 1;
  }
  return held >= FEWEST;
}

/** Items that by their definition are spent on the one and not on the other. */
const SPENT_ON = [
  { item: /^(?:行政运行|事业运行)$/, not: 'project' },
  { item: /^一般行政管理事务$/, not: 'basic' },
] as const;

/** Whether the rows of items spend nothing where they cannot. `at`: the column of an id. */
export const spendsAsNamed = (rows: Rows, at: (id: string) => number | undefined): boolean =>
  SPENT_ON.every(({ item, not }) => {
    const c = at(not);
    return (
      c === undefined || rows.every((row) => !row.some(({ text }) => item.test(squeeze(text))) || !valueAt(row, c))
    );
  });

/** What is left of 合计 beside the parts that are known. */
const COMPLETES: readonly { readonly known: readonly string[]; readonly part: string }[] = [
  { known: ['basic'], part: 'project' },
  { known: ['personnel', 'operating'], part: 'project' },
  { known: ['project'], part: 'basic' },
  { known: ['personnel'], part: 'operating' },
];

/** Which part an unknown column is: the one that a form prints beside those known, if together they are the 合计 in every row. */
export function partThatCompletes(
  rows: Rows,
  ids: readonly (string | undefined)[],
  unknown: number,
): string | undefined {
  const total = ids.indexOf('total');
  if (total < 0) return undefined;
  const found = COMPLETES.find(({ known, part }) => !ids.includes(part) && known.every((id) => ids.includes(id)));
  if (!found) return undefined;
  const parts = found.known.map((id) => ids.indexOf(id));
  return isSumOf(rows, total, [...parts, unknown]) ? found.part : undefined;
}
