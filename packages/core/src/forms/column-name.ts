/** What a form calls a column of its cells. */
import { columnAt } from '../model/address.ts';
import { PERIOD_NAMES } from '../model/period.ts';
import { conceptOfColumn } from '../vocabulary/index.ts';
import type { FormDefinition } from './form.ts';

/** The name of the column under a cell's key: `公务接待费`, `公务接待费（预算数）`; the column's id where the form has no such column. */
export function formColumnName({ id: form, columns }: FormDefinition, key: string): string {
  const { column, period } = columnAt(key);
  const name = columns.find(({ id }) => id === column)?.name ?? conceptOfColumn(column, form)?.name ?? column;
  return period === undefined ? name : `${name}（${PERIOD_NAMES[period]}）`;
}
