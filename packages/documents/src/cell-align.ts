/** Where the text of a table's cell stands, the same in every format: heads and labels of sums in the middle. */
import { isTotalLabel } from '@mingsuan/core/forms/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Table, TableCell, TablePrint } from './layout.ts';

export type Align = 'left' | 'center' | 'right';

/** The alignment of a cell in a column that is aligned so. */
export function alignOf({ text, amount }: TableCell, column: Align | undefined, isHead: boolean): Align {
  if (isHead || (amount === undefined && isSumLabel(text))) return 'center';
  return column ?? 'left';
}

/** Sums of a side too: 收入总计 stands as 支出总计 does. */
const isSumLabel = (text: string): boolean =>
  isTotalLabel(text) || /^(?:本年)?(?:收入|支出)(?:合计|总计)$/.test(squeeze(text));

/** Whether a row is one of the head, at the top or below a performance table's goal. */
export const isHeadRow = (print: TablePrint | undefined, row: number): boolean =>
  row < (print?.headRows ?? 1) || (print?.headerAt !== undefined && row === print.headerAt);

/** A goal longer than this is not printed on every page. */
const LONGEST_GOAL = 200;

/** How many first rows are printed again on every page: the head, or a performance table's goal with the header below it. */
export function rowsRepeated({ rows, print }: Table): number {
  const at = print?.headerAt;
  if (at === undefined) return print?.headRows ?? 1;
  const above = rows.slice(0, at).flatMap((row) => row.map(({ text }) => text.length));
  return above.reduce((sum, length) => sum + length, 0) > LONGEST_GOAL ? 0 : at + 1;
}
