/** How column headers name concepts, and which column of a form a printed header means. */
import { derived, memo } from '../memo.ts';
import type { Concept } from './concept.ts';
import { conceptById } from './concepts.ts';
import { isOpen, patternOf, textsOf, wordKey } from './wordings.ts';

/** All wordings of a concept's columns. */
export const headersOf = ({ wordings, printed = [], headers = [] }: Concept): readonly string[] => [
  ...wordings,
  ...printed,
  ...headers,
];

/** The header wordings of several concepts by their ids: a form's column may show any of them. */
export const headersOfAll = (...ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => headersOf(conceptById(id)));

/** A column and the wordings of its header, in the notation of `wordings.ts`; `上/下` asks for an upper header that contains 上. */
export interface HeadedColumn {
  readonly id: string;
  readonly headers: readonly string[];
}

interface Compiled {
  readonly id: string;
  readonly exact: ReadonlySet<string>;
  readonly open: readonly RegExp[];
  readonly below: readonly (readonly [upper: string, lower: string])[];
}

function compile({ id, headers }: HeadedColumn): Compiled {
  const texts = headers.flatMap(textsOf).map(wordKey);
  const plain = texts.filter((text) => !text.includes('/'));
  return {
    id,
    exact: new Set(plain.filter((text) => !isOpen(text))),
    open: plain.filter(isOpen).map((text) => patternOf([text])),
    below: texts.filter((text) => text.includes('/')).map((text) => text.split('/') as [string, string]),
  };
}

const isNamed = ({ exact, open }: Compiled, header: string): boolean =>
  exact.has(header) || open.some((pattern) => pattern.test(header));

const lookupOf = derived((columns: readonly HeadedColumn[]) => lookupIn(columns.map(compile)));

/**
 * Ids of the columns that a header may mean, the likeliest first: those named by the header and the one above it, then
 * those named by the lowest header, each in the order of the form. `path` is the header from top to bottom, as `headerKey`
 * gives it.
 */
export function columnsOfHeader(columns: readonly HeadedColumn[], path: readonly string[]): readonly string[] {
  return lookupOf(columns)(path.join('\n'));
}

function lookupIn(columns: readonly Compiled[]): (path: string) => readonly string[] {
  return memo((joined) => {
    const path = joined.split('\n');
    const leaf = path.at(-1)!;
    const uppers = path.slice(0, -1);
    const under = columns.filter(({ below }) =>
      below.some(([upper, lower]) => lower === leaf && uppers.some((text) => text.includes(upper))),
    );
    return [...new Set([...under, ...columns.filter((column) => isNamed(column, leaf))].map(({ id }) => id))];
  });
}

/** Tells whether a printed word is the lowest header of one of the columns. */
export function isHeaderOf(columns: readonly HeadedColumn[]): (header: string) => boolean {
  let compiled: ((header: string) => boolean) | undefined;
  return (header) => {
    compiled ??= headerTest(columns.map(compile));
    return compiled(header);
  };
}

function headerTest(columns: readonly Compiled[]): (header: string) => boolean {
  const exact = new Set(columns.flatMap((column) => [...column.exact, ...column.below.map(([, lower]) => lower)]));
  const open = columns.flatMap((column) => column.open);
  return memo((header) => exact.has(header) || open.some((pattern) => pattern.test(header)));
}
