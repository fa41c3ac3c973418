/** The words of a document's tables, and the vocabulary without some of them: what reading would be had nobody seen its place. */
import { FORMS } from '@mingsuan/core/forms/index';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { KINDS } from '@mingsuan/core/kinds/index';
import { lineKey } from '@mingsuan/core/text/numbering';
import { CONCEPTS, textsOf, wordKey } from '@mingsuan/core/vocabulary/index';
import { isOpen, patternOf } from '../../packages/core/src/vocabulary/wordings.ts';
import type { Layout } from '../../packages/documents/src/layout.ts';
import { logicalTables } from '../../packages/documents/src/recognize/logical-tables.ts';

const withoutYear = (text: string): string => text.replace(/(?:20\d\d|\{year\})年度?/g, '');

/** Titles, headers and short labels, as the vocabulary compares them. */
export function wordsOf(layout: Layout): ReadonlySet<string> {
  const noForms = { of: <T>(form: T) => form, titled: () => undefined };
  const words = logicalTables(layout, noForms, []).flatMap((item) =>
    item.kind === 'paragraph'
      ? []
      : [
          item.title,
          ...item.pieces.flatMap(({ header, rows }) => [
            ...header.paths.flat(),
            ...rows.flat().map(({ text }) => lineKey(text)),
          ]),
        ],
  );
  const keys = words.map((word) => wordKey(withoutYear(word)));
  return new Set(keys.filter((key) => key.length > 1 && key.length < 40 && !/^[\d.,%-]+$/.test(key)));
}

/** What the templates of some places print. */
export const wordsPrinted = ({ templates }: Jurisdictions): ReadonlySet<string> =>
  new Set(
    templates.flatMap(({ forms }) =>
      forms.flatMap(({ title, columns }) =>
        [title, ...columns.flatMap(([, ...headers]) => headers)].map((text) => wordKey(withoutYear(text))),
      ),
    ),
  );

/**
 * Takes wordings out of the vocabulary, for this process: those that say what `own` has and `others` has not. Wordings with `…`
 * go where all that they fit is such a word.
 */
export function forget(own: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const lost = new Set([...own].filter((word) => !others.has(word)));
  let count = 0;
  const isKept = (text: string) =>
    !wordKey(text)
      .split('/')
      .some((part) => lost.has(part));
  const fits = (wording: string, words: ReadonlySet<string>) => {
    const pattern = patternOf(textsOf(wording).map(wordKey));
    return [...words].some((word) => pattern.test(word));
  };
  const filter = (list: readonly string[] | undefined) => {
    if (!list) return;
    const kept = list.flatMap((wording) =>
      isOpen(wording)
        ? fits(wording, lost) && !fits(wording, others)
          ? []
          : [wording]
        : textsOf(wording).filter(isKept),
    );
    count += list.flatMap((wording) => (isOpen(wording) ? [wording] : textsOf(wording))).length - kept.length;
    (list as string[]).splice(0, list.length, ...kept);
  };
  const lists = new Set<readonly string[] | undefined>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (['wordings', 'printed', 'labels', 'headers'].includes(key) && Array.isArray(each)) lists.add(each);
      else if (key !== 'shown') collect(each);
    }
  };
  collect(CONCEPTS);
  collect(KINDS.map(({ fields, alsoRead }) => ({ fields, alsoRead })));
  for (const { columns } of FORMS) collect(columns);
  for (const list of lists) filter(list);
  for (const form of FORMS) {
    const { title } = form;
    const told = { test: (text: string) => !lost.has(wordKey(withoutYear(text))) && title.test(text) };
    Object.assign(form, { title: told });
  }
  return count;
}
