/** Where the text of a table's cell stands, the same in every format: heads and labels of sums in the middle. */
import { isTotalLabel } from '@mingsuan/core/forms/index';
import type { TableCell } from './layout.ts';

export type Align = 'left' | 'center' | 'right';

/** The alignment of a cell in a column that is aligned so. */
export function alignOf({ text, amount }: TableCell, column: Align | undefined, isHead: boolean): Align {
  if (isHead || (amount === undefined && isTotalLabel(text))) return 'center';
  return column ?? 'left';
}
