/** Which of the forms that a disclosure has to publish it publishes (财预〔2016〕143号 and its template). */
import type { Disclosure, FormId } from '@mingsuan/core/disclosure';
import { STATUTORY } from '@mingsuan/core/forms/index';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { templateById } from '@mingsuan/core/templates/index';

/** `empty`: printed without figures, as an empty table has to be. */
export type FormState = 'filled' | 'empty' | 'missing';

export interface Completeness {
  readonly forms: Readonly<Partial<Record<FormId, FormState>>>;
  /** Printed forms of those required, whole percent. */
  readonly score: number;
}

/** The state of each form that the disclosure has to publish. */
export function completenessOf(disclosure: Disclosure, jurisdictions: Jurisdictions): Completeness {
  const states = new Map<FormId, FormState>(requiredForms(disclosure, jurisdictions).map((form) => [form, 'missing']));
  for (const { form, rows } of disclosure.tables)
    if (rows.length > 0 || states.get(form) !== 'filled') states.set(form, rows.length > 0 ? 'filled' : 'empty');
  for (const { form, rows } of disclosure.statements) {
    const filled = states.get(form) === 'filled' || rows.some(({ cells }) => Object.keys(cells).length > 0);
    states.set(form, filled ? 'filled' : 'empty');
  }
  const all = [...states.values()];
  const printed = all.filter((state) => state !== 'missing').length;
  return { forms: Object.fromEntries(states), score: Math.round((printed / all.length) * 100) };
}

/** The template's forms where it is known, else the nine statutory statements. */
function requiredForms({ template }: Disclosure, jurisdictions: Jurisdictions): readonly FormId[] {
  const known = templateById(template, jurisdictions)?.forms.map(({ form }) => form);
  return known ?? STATUTORY.map(({ id }) => id);
}
