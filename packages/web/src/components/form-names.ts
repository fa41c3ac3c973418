/** What forms and their columns are called. */
import { formById } from '@mingsuan/core/forms/index';
import type { FormId } from '../api/types.ts';

export const formName = (id: FormId): string => formById(id).name;

/** Final accounts print the budget beside what was spent: `hospitality-budget`. */
const BUDGET = /-budget$/;

export function columnName(form: FormId, column: string): string {
  const { columns } = formById(form);
  const nameOf = (wanted: string) => columns.find(({ id }) => id === wanted)?.name;
  const budgeted = BUDGET.test(column) ? nameOf(column.replace(BUDGET, '')) : undefined;
  return nameOf(column) ?? (budgeted ? `${budgeted}（预算数）` : column);
}
