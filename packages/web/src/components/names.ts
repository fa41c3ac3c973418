/** What forms, their columns and measures are called in the reader's language. */
import type { Row } from '@mingsuan/core/disclosure';
import { formById, formColumnName } from '@mingsuan/core/forms/index';
import { columnAt } from '@mingsuan/core/model/address';
import { agencyTitleIn } from '@mingsuan/core/model/agency-title';
import { squeeze } from '@mingsuan/core/text/fold';
import { conceptOfColumn, conceptOfLine, conceptOfMeasure } from '@mingsuan/core/vocabulary/index';
import { useMemo } from 'react';
import type { FormId, ItemKind, Measure } from '../api/types.ts';
import { type EnglishOf, type Language, useLanguage } from '../i18n/index.tsx';
import { FORMS, PERIODS } from '../i18n/names.ts';
import { projectTitle } from './project-title.ts';

export interface Names {
  readonly form: (id: FormId) => string;
  readonly column: (form: FormId, column: string) => string;
  /** What the glossary calls a column. */
  readonly term: (form: FormId, column: string) => string;
  /** An agency's title: what tells a department from its own office in the reader's words. */
  readonly agency: (title: string) => string;
  readonly measure: (measure: Pick<Measure, 'id' | 'name'>) => string;
  /** Of a functional or economic code, from its Chinese name: as it is where it has no English one. */
  readonly code: (name: string) => string;
  /** A row of a table: by its code, or as a line of its side (结转下年, 收入总计); as printed where neither knows it. */
  readonly row: (form: FormId, row: Pick<Row, 'key' | 'label' | 'side'>) => string;
  /** Of what has a page of its own. */
  readonly item: (kind: ItemKind, key: string, name: string) => string;
}

/** Final accounts print the budget beside what was spent, budgets last year's: `hospitality@budget`. */
function columnName(language: Language, form: FormId, key: string): string {
  if (language !== 'en') return formColumnName(formById(form), key);
  const { column, period } = columnAt(key);
  const name = conceptOfColumn(column, form)?.english ?? formColumnName(formById(form), column);
  return period === undefined ? name : `${name} (${PERIODS[period]})`;
}

/** Forms whose rows are lines of a list of their own. */
const LISTS = ['three-publics', 'assets'] as const;

function rowName(
  englishOf: EnglishOf,
  form: FormId,
  { key, label, side }: Pick<Row, 'key' | 'label' | 'side'>,
): string {
  const place = side ?? LISTS.find((id) => id === form);
  const coded = englishOf(key === 'total' && /^(?:合计|总计)$/.test(squeeze(label)) ? '合计' : label);
  return coded ?? (place && conceptOfLine(place, key)?.english) ?? label;
}

const CODED: readonly ItemKind[] = ['function', 'economic'];

export function namesIn(language: Language, englishOf: EnglishOf): Names {
  const code = (name: string) => englishOf(name) ?? name;
  const measure: Names['measure'] = ({ id, name }) => (language === 'en' ? conceptOfMeasure(id).english : name);
  return {
    form: (id) => (language === 'en' ? (FORMS[id] ?? id) : formById(id).name),
    column: (form, column) => columnName(language, form, column),
    term: (form, key) => formColumnName(formById(form), columnAt(key).column),
    agency: (title) => agencyTitleIn(language, title),
    measure,
    code,
    row: (form, row) => (language === 'en' ? rowName(englishOf, form, row) : row.label),
    item: (kind, key, name) => {
      if (kind === 'measure') return measure({ id: key, name });
      return CODED.includes(kind) ? code(name) : kind === 'project' ? projectTitle(name).title : name;
    },
  };
}

export function useNames(): Names {
  const { language, englishOf } = useLanguage();
  return useMemo(() => namesIn(language, englishOf), [language, englishOf]);
}
