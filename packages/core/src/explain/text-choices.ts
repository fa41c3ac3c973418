/** What a person may name on the sheet of texts: the texts that a document asks for, and the titles of its sections. */
import type { Agency } from '../disclosure.ts';
import { type Jurisdictions, jurisdictionOf } from '../jurisdictions/jurisdictions.ts';
import type { Template } from '../templates/template.ts';
import { needsOf } from './needs.ts';
import type { SectionPlan } from './plan.ts';

/** The names in the order of the document, each once; of an agency’s level only. None where the place has no plan. */
export function textChoices(
  template: Template,
  { name, level }: Agency,
  year: number,
  jurisdictions: Jurisdictions,
): readonly string[] {
  const plan = jurisdictionOf(template, jurisdictions)?.scope.plans.get(template.explanation ?? '');
  if (!plan) return [];
  const called = level === 'department' ? '部门' : '单位';
  const filled = (text: string) =>
    text.replaceAll('{agency}', name).replaceAll('{year}', String(year)).replaceAll('{level}', called);
  const sections = plan.parts
    .flatMap((part) => [part, ...(part.sections ?? [])])
    .filter((section) => isOf(section, level));
  const asked = (needsOf(template, jurisdictions)?.texts ?? []).map(({ ask }) => ask);
  return [...new Set([...asked, ...sections.map(({ title }) => title)].map(filled))].filter(
    (text) => text !== '' && !text.includes('{name}'),
  );
}

/** Whether a section is told of agencies of a level. */
function isOf({ when = [] }: SectionPlan, level: Agency['level']): boolean {
  const [own, other] = level === 'department' ? ['department', '!department'] : ['!department', 'department'];
  return when.every((condition) => condition !== other || condition === own);
}
