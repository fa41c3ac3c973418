/** What forms, their columns and measures are called in the reader's language. */
import { formById } from '@mingsuan/core/forms/index';
import { conceptOfColumn, conceptOfMeasure } from '@mingsuan/core/vocabulary/index';
import { useMemo } from 'react';
import type { FormId, Measure } from '../api/types.ts';
import { type Language, useLanguage } from '../i18n/index.tsx';
import { FORMS } from '../i18n/names.ts';

export interface Names {
  readonly form: (id: FormId) => string;
  readonly column: (form: FormId, column: string) => string;
  readonly measure: (measure: Measure) => string;
}

/** Final accounts print the budget beside what was spent: `hospitality-budget`. */
const BUDGET = /-budget$/;

function columnName(language: Language, form: FormId, column: string): string {
  const nameOf = (wanted: string) =>
    (language === 'en' ? conceptOfColumn(wanted, form)?.english : undefined) ??
    formById(form).columns.find(({ id }) => id === wanted)?.name ??
    wanted;
  if (!BUDGET.test(column)) return nameOf(column);
  const name = nameOf(column.replace(BUDGET, ''));
  return language === 'en' ? `${name} (budget)` : `${name}（预算数）`;
}

export const namesIn = (language: Language): Names => ({
  form: (id) => (language === 'en' ? FORMS[id] : formById(id).name),
  column: (form, column) => columnName(language, form, column),
  measure: ({ id, name }) => (language === 'en' ? conceptOfMeasure(id).english : name),
});

export function useNames(): Names {
  const { language } = useLanguage();
  return useMemo(() => namesIn(language), [language]);
}
