/** The forms by id, and the form that a printed title names. */
import type { FormId } from '../disclosure.ts';
import { KINDS } from '../kinds/index.ts';
import { squeeze } from '../text/fold.ts';
import { withoutNumbering } from '../text/numbering.ts';
import type { FormDefinition } from './form.ts';
import { TABLE_NUMBER } from './label.ts';
import { STATEMENTS } from './statements.ts';

/** The more headers a kind of table asks for, the earlier it is asked whether a table is one of its own. */
export const FORMS: readonly FormDefinition<FormId>[] = [
  ...STATEMENTS,
  ...KINDS.toSorted((a, b) => (b.signature?.length ?? 0) - (a.signature?.length ?? 0)),
];

const BY_ID = new Map<FormId, FormDefinition<FormId>>(FORMS.map((form) => [form.id, form]));

/** The form of an id. @throws Error for an id that is no form's. */
export function formById(id: FormId): FormDefinition<FormId> {
  const form = BY_ID.get(id);
  if (!form) throw new Error(`unknown form: ${id}`);
  return form;
}

/** A table's title without its year, table number, numbering and 续表 marks: `表3 2021年部门收入总表（续）` → `部门收入总表`. */
export function bareTitle(title: string): string {
  const named = squeeze(title)
    .replace(/\(?续表?\d*\)?$/, '')
    .replace(TABLE_NUMBER, '');
  return withoutNumbering(named)
    .replace(/\d{4}年度?/g, '')
    .replace(/"/g, '')
    .replace(/\((?:样表|空表|公开表|万元|千元|元)\)$/, '');
}

/** The forms that a title may name, the likeliest first; where there are several, the table's cells decide. A title is at most 60 characters and no sentence. */
export function formsOfTitle(title: string): readonly FormDefinition<FormId>[] {
  const bare = bareTitle(title);
  if (bare.length < 4 || bare.length > 60 || /[。；，]/.test(bare)) return [];
  const unbracketed = bare.replace(/\([^()]*\)$/, '');
  return FORMS.filter((form) => form.title.test(unbracketed) && !form.notTitle?.test(bare));
}

/** The form that a title names first, or undefined. */
export const formOfTitle = (title: string): FormDefinition<FormId> | undefined => formsOfTitle(title)[0];
