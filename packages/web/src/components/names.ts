/** What forms, their columns and measures are called in the reader's language. */
import { formById, formColumnName } from '@mingsuan/core/forms/index';
import { columnAt } from '@mingsuan/core/model/address';
import { conceptOfColumn, conceptOfMeasure } from '@mingsuan/core/vocabulary/index';
import { useMemo } from 'react';
import type { FormId, Measure } from '../api/types.ts';
import { englishOfClass } from '../i18n/classes.ts';
import { type Language, useLanguage } from '../i18n/index.tsx';
import { FORMS, PERIODS } from '../i18n/names.ts';

export interface Names {
  readonly form: (id: FormId) => string;
  readonly column: (form: FormId, column: string) => string;
  /** What the glossary calls a column. */
  readonly term: (form: FormId, column: string) => string;
  readonly measure: (measure: Measure) => string;
  /** Of a classification's code: classes in the reader's language, what is below them as printed. */
  readonly code: (code: string, printed: string) => string;
}

/** Final accounts print the budget beside what was spent, budgets last year's: `hospitality@budget`. */
function columnName(language: Language, form: FormId, key: string): string {
  if (language !== 'en') return formColumnName(formById(form), key);
  const { column, period } = columnAt(key);
  const name = conceptOfColumn(column, form)?.english ?? formColumnName(formById(form), column);
  return period === undefined ? name : `${name} (${PERIODS[period]})`;
}

export const namesIn = (language: Language): Names => ({
  form: (id) => (language === 'en' ? (FORMS[id] ?? id) : formById(id).name),
  column: (form, column) => columnName(language, form, column),
  term: (form, key) => formColumnName(formById(form), columnAt(key).column),
  measure: ({ id, name }) => (language === 'en' ? conceptOfMeasure(id).english : name),
  code: (code, printed) => (language === 'en' ? (englishOfClass(code) ?? printed) : printed),
});

export function useNames(): Names {
  const { language } = useLanguage();
  return useMemo(() => namesIn(language), [language]);
}
