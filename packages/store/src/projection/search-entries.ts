/** What of a disclosure can be searched: its explanation, projects, indicators and procurement items. */

import type { Disclosure, ExplanationSection, Origin, TableFormId } from '@mingsuan/core/disclosure';
import { KINDS, type RecordRow, type SearchedKind } from '@mingsuan/core/kinds/index';

export type SearchKind = 'agency' | SearchedKind | 'explanation';

/** Where an entry stands: the number of its section, project or row, and its origin in the file. */
export interface SearchPlace {
  readonly ordinal: number;
  /** The kind of table that holds it. */
  readonly form?: TableFormId;
  /** Of an indicator: the number of its project. */
  readonly project?: number;
  readonly origin: Origin;
}

/** What is found by words. */
export interface SearchText {
  readonly kind: SearchKind;
  readonly title: string;
  readonly body: string;
  /** Its place within its row. */
  readonly part?: number;
  readonly origin: Origin;
}

/** Where the disclosure holds it: the table (`EXPLANATION` for a section), the row of it, and which of what that row holds. */
export interface SearchEntry extends SearchText {
  readonly table: number;
  readonly row: number;
  readonly at: number;
}

export const EXPLANATION = -1;

/** The entries of a disclosure, each with its title, its text and its place. */
export function searchEntries({
  explanation,
  tables,
}: Pick<Disclosure, 'explanation' | 'tables'>): readonly SearchEntry[] {
  return [
    ...explanation.map((section, row) => ({ ...sectionText(section), table: EXPLANATION, row, at: 0 })),
    ...tables.flatMap(({ form, rows }, table) =>
      rows.flatMap((one, row) => rowTexts(form, one).map((text, at) => ({ ...text, table, row, at }))),
    ),
  ];
}

/** What a section of the explanation is found by. */
export const sectionText = ({ title, text, origin }: ExplanationSection): SearchText => ({
  kind: 'explanation',
  title,
  body: text,
  origin,
});

/** What a row of a form's table is found by. Where this changes, the `INDEX_VERSION` does. */
export const rowTexts = (form: TableFormId, row: RecordRow): readonly SearchText[] =>
  (KINDS.find(({ id }) => id === form)?.found?.(row) ?? []).map(({ body, ...found }) => ({
    ...found,
    body: body.filter((text) => text).join(' '),
  }));
