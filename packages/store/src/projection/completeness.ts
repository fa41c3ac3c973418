/** Which of the forms that a disclosure has to publish it publishes (财预〔2016〕143号 and its template). */
import type { Disclosure, FormId } from '@mingsuan/core/disclosure';
import { formsOfTitle, STATUTORY } from '@mingsuan/core/forms/index';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import type { Coverage } from '@mingsuan/core/model/coverage';
import { templateById } from '@mingsuan/core/templates/index';

/**
 * `partial`: printed, and a part of it was not read. `empty`: printed without figures, as an empty table has to be. `unread`: it is not
 * among what was read, but tables or pages were left over that may be it, or the files hold no statement at all: places publish those in a
 * file of their own: nobody can say that it is missing.
 */
export type FormState = 'filled' | 'partial' | 'empty' | 'unread' | 'missing';

export interface Completeness {
  readonly forms: Readonly<Partial<Record<FormId, FormState>>>;
  /** Printed forms of those required, whole percent: at least so much, where some are `unread`; 0 is not known. */
  readonly score: number;
}

/** Forms that places print in wider ones: basic expenditure by economic item, with a column for the general public budget. */
const WIDER: readonly (readonly [FormId, readonly FormId[]])[] = [['basic', ['basic-sources']]];

/** The state of each form that the disclosure has to publish; `coverage` tells what of its files was left over. */
export function completenessOf(
  disclosure: Disclosure,
  jurisdictions: Jurisdictions,
  coverage?: Coverage | undefined,
): Completeness {
  const states = new Map<FormId, FormState>(requiredForms(disclosure, jurisdictions).map((form) => [form, 'missing']));
  for (const { form, rows } of disclosure.tables)
    if (rows.length > 0 || states.get(form) !== 'filled') states.set(form, rows.length > 0 ? 'filled' : 'empty');
  for (const { form, rows, unread } of disclosure.statements) {
    const filled = states.get(form) === 'filled' || rows.some(({ cells }) => Object.keys(cells).length > 0);
    const isPartial = unread !== undefined || states.get(form) === 'partial';
    states.set(form, isPartial ? 'partial' : filled ? 'filled' : 'empty');
  }
  for (const [form, wider] of WIDER)
    if (states.get(form) === 'missing' && wider.some((one) => states.get(one) === 'filled')) states.delete(form);
  const holdsNone = disclosure.statements.length === 0;
  for (const [form, state] of states)
    if (state === 'missing' && (holdsNone || mayBeLeft(form, coverage))) states.set(form, 'unread');
  const all = [...states.values()];
  const printed = all.filter((state) => state !== 'missing' && state !== 'unread').length;
  return { forms: Object.fromEntries(states), score: Math.round((printed / all.length) * 100) };
}

/** Whether something that was not read may be this form: a table whose title names it or no other form, or a place without any reading. */
function mayBeLeft(form: FormId, coverage: Coverage | undefined): boolean {
  if (!coverage) return false;
  const left = coverage.perTable.filter(({ state, amounts }) => state !== 'read' && amounts.read === 0);
  return (
    left.some(({ title }) => {
      const named = formsOfTitle(title);
      return named.length === 0 || named.some(({ id }) => id === form);
    }) || coverage.unreadPlaces > 0
  );
}

/** The template's forms where it is known, else the nine statutory statements. */
function requiredForms({ template }: Disclosure, jurisdictions: Jurisdictions): readonly FormId[] {
  const known = templateById(template, jurisdictions)?.forms.map(({ form }) => form);
  return known ?? STATUTORY.map(({ id }) => id);
}
