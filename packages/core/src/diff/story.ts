/** What a comparison tells beside its lines: each item once, words that stayed though they should have changed, what was not read. */

import type { Disclosure } from '../disclosure.ts';
import { figure } from '../figures/index.ts';
import { formById, formColumnName } from '../forms/index.ts';
import { addressOf } from '../model/quantity.ts';
import { plainText } from '../text/fold.ts';
import { conceptById, FUND_IDS, THREE_PUBLICS_ITEMS } from '../vocabulary/index.ts';
import { sentencesOf } from '../words/sentences.ts';
import type { DiffLine } from './lines.ts';
import { percentOf } from './percent.ts';

/** Tables that print the same money, the most detailed first: an item is told by the first that has its change. */
const DETAIL: readonly string[] = [
  'expenditure',
  ...FUND_IDS,
  'basic',
  'three-publics',
  'revenue',
  'balance',
  'appropriation-balance',
];

/** Lines without those whose item and figures a more detailed table tells already; in the order they came in. */
export function toldOnce(lines: readonly DiffLine[]): readonly DiffLine[] {
  const rank = ({ form }: DiffLine) => (DETAIL.indexOf(form) + DETAIL.length + 1) % (DETAIL.length + 1);
  const best = new Map<string, DiffLine>();
  for (const line of lines) {
    const id = idOf(line);
    const known = id === undefined ? undefined : best.get(id);
    if (id !== undefined && (!known || rank(line) < rank(known))) best.set(id, line);
  }
  const once = lines.filter((line) => {
    const id = idOf(line);
    return id === undefined || best.get(id) === line;
  });
  // What is new or gone is told by its whole: its parts, price and project are new or gone with it.
  const rowOf = ({ form, key, label, status }: DiffLine) => [form, key, label, status].join('/');
  const whole = new Set(once.filter(({ column }) => column === 'total').map(rowOf));
  return once.filter(
    (line) => line.column === 'total' || line.status === 'changed' || line.status === 'same' || !whole.has(rowOf(line)),
  );
}

/** The same item with the same figures; undefined for what is told as a whole. */
function idOf({ key, label, before, after, change }: DiffLine): string | undefined {
  if (change === undefined) return undefined;
  const item = /^\d{3,7}$/.test(key)
    ? key
    : plainText(label).replace(/[（(].*?[）)]|^[一二三四五六七八九十\d]+[、.]/g, '');
  return `${item}/${before ?? 0}/${after ?? 0}`;
}

/** Whether two documents are one agency's: by its code where both tell it, else by its name, and of one level. */
export function isSameAgency({ agency: a }: Disclosure, { agency: b }: Disclosure): boolean {
  if (a.level && b.level && a.level !== b.level) return false;
  if (a.code && b.code && a.code === b.code) return true;
  return plainText(a.name ?? '') === plainText(b.name ?? '');
}

/** A figure that is not nothing, with its unit. */
const FIGURE = /(?<![\d.])(?!0+(?:\.0+)?(?:万元|元|%))\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|%)/;

/** Sentences with figures that both documents of an agency say to the letter, though they are of different years: copied on, it seems. */
export function staleSentences(before: Disclosure, after: Disclosure): readonly string[] {
  if (!isSameAgency(before, after) || (before.year === after.year && before.stage === after.stage)) return [];
  const said = new Set(sentences(before));
  return [...new Set(sentences(after))].filter((sentence) => said.has(sentence) && FIGURE.test(sentence));
}

const sentences = ({ explanation }: Disclosure): readonly string[] =>
  explanation.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text }) => {
      const plain = plainText(text);
      return sentencesOf(plain).map(({ start, end }) => plain.slice(start, end).trim());
    }),
  );

/** Lines of tables that both documents have: what only one prints, as accounts print no targets, was not taken away. */
export function comparable(lines: readonly DiffLine[], before: Disclosure, after: Disclosure): readonly DiffLine[] {
  const alone = new Set(onlyIn(before, after).map(({ form }) => form));
  const shared = lines.filter(({ form }) => !alone.has(form));
  if (printedAlike(before, after)) return shared;
  return [...shared.filter(({ form }) => form !== 'three-publics'), ...publicsLines(before, after)];
}

/** Whether both print “三公” by item, or both in one row. */
function printedAlike(before: Disclosure, after: Disclosure): boolean {
  const rows = [before, after].map(
    ({ statements }) => statements.find(({ form }) => form === 'three-publics')?.rows.length ?? 0,
  );
  return rows.every((count) => count > 1) || rows.every((count) => count <= 1);
}

/** The items of “三公” that changed, wherever the two documents print them. */
function publicsLines(before: Disclosure, after: Disclosure): readonly DiffLine[] {
  const definition = formById('three-publics');
  const column = 'total';
  return ['three-publics', ...THREE_PUBLICS_ITEMS].flatMap((id): DiffLine[] => {
    const key = id === 'three-publics' ? 'total' : id;
    const [a, b] = [before, after].map((each) => figure(each, addressOf(`three-publics[${key}]`)).figure?.fen);
    if (a === undefined || b === undefined || a === b) return [];
    const percent = percentOf(b - a, a);
    const line = {
      form: 'three-publics',
      formName: definition.name,
      column,
      columnName: formColumnName(definition, column),
      key,
      label: conceptById(id).name,
      status: 'changed',
    } as const;
    return [{ ...line, before: a, after: b, change: b - a, ...(percent === undefined ? {} : { percent }) }];
  });
}

/** Forms of which one document has the table and the other does not: their lines say nothing of a change. */
export function onlyIn(
  before: Disclosure,
  after: Disclosure,
): readonly { readonly form: string; readonly side: 'before' | 'after' }[] {
  const formsOf = ({ statements, tables }: Disclosure) =>
    new Set([...statements.map(({ form }) => form as string), ...tables.map(({ form }) => form as string)]);
  const [a, b] = [formsOf(before), formsOf(after)];
  return [
    ...[...a].filter((form) => !b.has(form)).map((form) => ({ form, side: 'before' as const })),
    ...[...b].filter((form) => !a.has(form)).map((form) => ({ form, side: 'after' as const })),
  ];
}
