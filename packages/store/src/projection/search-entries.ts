/** What of a disclosure can be searched: its explanation, projects, indicators and procurement items. */

import type { Disclosure, Origin, TableFormId } from '@mingsuan/core/disclosure';
import { KINDS, type SearchedKind } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';

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

export interface SearchEntry {
  readonly kind: SearchKind;
  readonly title: string;
  readonly body: string;
  readonly place: SearchPlace;
}

/** The entries of a disclosure, each with its title, its text and its place. */
export function searchEntries(disclosure: Disclosure): readonly SearchEntry[] {
  return [
    ...disclosure.explanation.map(({ title, text, origin }, ordinal) =>
      entry('explanation', title, [text], { ordinal, origin }),
    ),
    ...KINDS.flatMap((table) =>
      rowsOf(disclosure, table).flatMap((row, ordinal) =>
        (table.found?.(row) ?? []).map(({ kind, title, body, part, origin }) =>
          entry(kind, title, body, {
            form: table.id,
            ...(part === undefined ? { ordinal } : { ordinal: part, project: ordinal }),
            origin,
          }),
        ),
      ),
    ),
  ];
}

function entry(
  kind: SearchKind,
  title: string,
  texts: readonly (string | undefined)[],
  place: SearchPlace,
): SearchEntry {
  return { kind, title, body: texts.filter((text) => text).join(' '), place };
}
