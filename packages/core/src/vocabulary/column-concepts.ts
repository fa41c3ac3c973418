/** What a column of a form shows. */
import type { Concept } from './concept.ts';
import { CONCEPTS, columnIdOf } from './concepts.ts';

/** The concept of a form's column: the one of that form, where two share the column's id (经营收入, 经营支出). */
export function conceptOfColumn(column: string, form?: string): Concept | undefined {
  const fits = ({ forms }: Concept) => form === undefined || forms === undefined || forms.some((id) => id === form);
  const all = CONCEPTS.filter((concept) => columnIdOf(concept) === column);
  return all.find((concept) => concept.id === column && fits(concept)) ?? all.find(fits) ?? all[0];
}
