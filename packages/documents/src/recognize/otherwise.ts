/** What a table is where it is not what its title names first. */
import { formsOfTitle } from '@mingsuan/core/forms/index';
import type { LogicalTable } from './logical-table.ts';
import { piecesAs } from './pieces.ts';
import { agreesWith } from './shape/agrees.ts';

/**
 * The table as the next form that its title may name and its cells do not speak against; without a form where there is none. `taken`:
 * forms that other tables of the disclosure are.
 */
export function otherwise(table: LogicalTable, taken: (form: string) => boolean = () => false): LogicalTable {
  const { form, ...bare } = table;
  const named = formsOfTitle(table.title);
  const rest = named.slice(form ? named.findIndex(({ id }) => id === form.id) + 1 : 0);
  for (const next of rest) {
    if (next.rows === 'records' || next.id === form?.id || taken(next.id)) continue;
    const pieces = piecesAs(next, table.pieces);
    if (agreesWith(next, pieces)) return { ...bare, form: next, pieces };
  }
  return bare;
}
