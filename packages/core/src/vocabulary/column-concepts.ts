/** What a column of a form shows. */
// Not the whole of the classification: pages of the portal load what stands here.
import { economicConcepts, governmentalConcepts } from '../classification/economic.ts';
import type { Concept } from './concept.ts';
import { CONCEPTS, columnIdOf, conceptById } from './concepts.ts';
import { changeOf, crossedAt, economicAt, partOf, shareAt } from './crossed.ts';

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

/**
 * What a measure differs by from the year before, what it spends on an economic item, or a part of it that the header names: 合计（增减）,
 * 基本支出（基本工资）, 一般公共预算（其中）, 项目支出（第 2 项）.
 */
function derivedConcept(column: string, form?: string): Concept | undefined {
  const derived = derivation(column);
  const measure = derived && conceptOfColumn(derived.of, form);
  if (!measure) return undefined;
  const { name, english } = derived;
  return { id: column, name: `${measure.name}（${name}）`, english: `${measure.english}: ${english}`, wordings: [] };
}

/** What a derived column is of, and what distinguishes it. */
function derivation(
  column: string,
): { readonly of: string; readonly name: string; readonly english: string } | undefined {
  const [changed, whole, item, share] = [changeOf(column), partOf(column), economicAt(column), shareAt(column)];
  if (changed !== undefined) return { of: changed, name: '增减', english: 'change' };
  if (whole !== undefined) return { of: whole, name: '其中', english: 'part' };
  if (share) return { of: share.measure, name: `第 ${share.order} 项`, english: `share ${share.order}` };
  if (!item) return undefined;
  const items = item.code.startsWith('5') ? governmentalConcepts() : economicConcepts();
  const name = items.get(item.code)?.names.at(-1)?.name ?? item.code;
  return { of: item.measure, name, english: item.code };
}

/** The columns that a column's concept is divided into, in any of its divisions. */
export const partsOfColumn = (column: string): readonly string[] =>
  CONCEPTS.filter((concept) => columnIdOf(concept) === column && concept.id === column).flatMap(({ divisions = [] }) =>
    divisions.flatMap(({ parts }) => parts.map((id) => columnIdOf(conceptById(id)))),
  );
