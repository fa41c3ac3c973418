/** What a table is where it is not what its title names first. */
import { formsOfTitle } from '@mingsuan/core/forms/index';
import { figuresTaken } from './figures-taken.ts';
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

/** The table as the form that has columns for most of its figures, of those that its title may name: 基本支出 by source is not that by kind. */
export function fittest(table: LogicalTable): LogicalTable {
  const taken = figuresTaken(table.pieces);
  if (!table.form || table.form.rows === 'records') return table;
  const isOwn = ownColumns(table) > 0;
  if (isOwn && taken >= FEW) return table;
  const others = formsOfTitle(table.title)
    .filter(({ id, rows }) => id !== table.form!.id && rows === table.form!.rows)
    .map((form) => ({ ...table, form, pieces: piecesAs(form, table.pieces) }));
  // All columns but the total are beside the form's own: where another's own are there, it is that one.
  if (!isOwn && taken >= FEW)
    return others.find((other) => ownColumns(other) >= SOME && agreesWith(other.form, other.pieces)) ?? table;
  const [best] = others.toSorted((a, b) => figuresTaken(b.pieces) - figuresTaken(a.pieces));
  return best && figuresTaken(best.pieces) > taken && agreesWith(best.form, best.pieces) ? best : table;
}

/** The columns, beside the total, that the table has of those that its form is made of. */
function ownColumns({ form, pieces }: LogicalTable): number {
  const ids = pieces.flatMap(({ roles }) => roles.flatMap((role) => (role.kind === 'value' ? [role.id] : [])));
  const own = new Set(form!.columns.map(({ id }) => id).filter((id) => id !== 'total'));
  return new Set(ids.filter((id) => own.has(id))).size;
}

/** One column may stand in another table too. */
const SOME = 2;

/** A form with columns for fewer of the figures is hardly the table's. */
const FEW = 0.5;
