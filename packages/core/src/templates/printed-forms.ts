/** Forms as the known templates print them: a place's own titles and headers are known from its folder alone. */

import type { PrintedPath } from '../forms/form.ts';
import { type FormDefinition, formById, headerKey } from '../forms/index.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { derived } from '../memo.ts';
import type { PrintedColumn, TemplateForm } from './template.ts';
import { titleKey } from './title-key.ts';

export interface PrintedForms {
  /** The form with the layouts that templates print it in. */
  readonly of: (form: FormDefinition) => FormDefinition;
  /** The form that a template prints under this title, where all that print the title mean the same form. */
  readonly titled: (title: string) => FormDefinition | undefined;
}

/** What the templates of all places print; worked out once for each set of places. */
export const printedForms: (places: Pick<Jurisdictions, 'templates'>) => PrintedForms = derived(({ templates }) =>
  formsPrintedBy(templates.flatMap(({ forms }) => forms)),
);

function formsPrintedBy(printed: readonly TemplateForm[]): PrintedForms {
  const forms = new Map(
    [...new Set(printed.map(({ form }) => form))].map((id): [string, FormDefinition] => {
      const layouts = printed.filter(({ form }) => form === id).map(({ columns }) => columns.map(printedPath));
      const distinct = new Map(layouts.map((layout) => [JSON.stringify(layout), layout]));
      return [id, { ...formById(id), layouts: [...distinct.values()] }];
    }),
  );
  const titles = new Map<string, string | undefined>();
  for (const { title, form } of printed) {
    const key = titleKey(title);
    titles.set(key, titles.has(key) && titles.get(key) !== form ? undefined : form);
  }
  return {
    of: (form) => forms.get(form.id) ?? form,
    titled: (title) => {
      const key = titleKey(title);
      return key.length < SHORTEST_TITLE ? undefined : forms.get(titles.get(key) ?? '');
    },
  };
}

/** Shorter ones say too little to be told by. */
const SHORTEST_TITLE = 4;

const printedPath = ([id, ...headers]: PrintedColumn): PrintedPath => ({ id, path: pathKey(headers) });

/**
 * Headers from top to bottom as they are compared: without years, each header that is merged over several rows once. The
 * headers are a template's, or a printed table's.
 */
export function pathKey(headers: readonly string[]): readonly string[] {
  const keys = headers.map((header) => headerKey(header).replace(/(?:\{year\}|20\d\d)年度?/g, ''));
  return keys.filter((key, i) => key !== '' && key !== keys[i - 1]);
}
