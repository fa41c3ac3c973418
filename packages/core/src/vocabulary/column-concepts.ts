/** What a column of a form shows. */
import type { Concept } from './concept.ts';
import { CONCEPTS, columnIdOf } from './concepts.ts';
import { changeOf, crossedAt, partOf } from './crossed.ts';

/** The concept of a form's column: the one of that form, where two share the column's id (经营收入, 经营支出). */
export function conceptOfColumn(column: string, form?: string): Concept | undefined {
  const fits = ({ forms }: Concept) => form === undefined || forms === undefined || forms.some((id) => id === form);
  const all = CONCEPTS.filter((concept) => columnIdOf(concept) === column);
  return (
    all.find((concept) => concept.id === column && fits(concept)) ??
    all.find(fits) ??
    all[0] ??
    crossedConcept(column, form) ??
    derivedConcept(column, form)
  );
}

/** A measure's part from one source, named after both: 上年结转（一般公共预算）. */
function crossedConcept(column: string, form?: string): Concept | undefined {
  const at = crossedAt(column);
  const measure = at && conceptOfColumn(at.measure, form);
  const source = at && conceptOfColumn(at.source);
  if (!measure || !source) return undefined;
  const { name } = source;
  return {
    id: column,
    name: `${measure.name}（${name}）`,
    english: `${measure.english}: ${source.english}`,
    wordings: [],
  };
}

/** What a measure differs by from the year before, or a part of it that the header names: 合计（增减）, 一般公共预算（其中）. */
function derivedConcept(column: string, form?: string): Concept | undefined {
  const [changed, whole] = [changeOf(column), partOf(column)];
  const of = changed ?? whole;
  const measure = of === undefined ? undefined : conceptOfColumn(of, form);
  if (!measure) return undefined;
  const [name, english] = changed === undefined ? ['其中', 'part'] : ['增减', 'change'];
  return { id: column, name: `${measure.name}（${name}）`, english: `${measure.english}: ${english}`, wordings: [] };
}
