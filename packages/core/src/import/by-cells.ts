/** What a column of an export is by its cells, where nobody knows its heading: codes of a classification, classes of projects, numbers of rows. */
import { lookup } from '../classification/index.ts';
import { parseAmount } from '../money.ts';
import { squeeze } from '../text/fold.ts';
import type { ImportField, ImportMapping } from './mapping.ts';

/** What cells can tell; `counted` is the number of each row, which says nothing of it. */
export type ToldByCells = Extract<ImportField, 'item' | 'economic' | 'governmentEconomic' | 'category'> | 'counted';

/** Fewer say too little. */
const FEWEST_CELLS = 3;

/** So many of a column's codes must be in the list: a bureau has some of its own. */
const isMost = (count: number, of: number): boolean => count * 5 >= of * 4;

const LISTS = { item: 'function', economic: 'economic', governmentEconomic: 'economic-gov' } as const;
const DIGITS = { item: 7, economic: 5, governmentEconomic: 5 } as const;

/** @param cells of one column under the head, those of rows of sums left out @returns undefined where they do not all tell the same */
export function toldByCells(
  cells: readonly string[],
  { categories }: Pick<ImportMapping, 'categories'>,
): ToldByCells | undefined {
  const texts = cells.map(squeeze).filter((text) => text !== '');
  if (texts.length < FEWEST_CELLS) return undefined;
  if (texts.every((text, i) => text === String(i + 1))) return 'counted';
  for (const field of ['item', 'economic', 'governmentEconomic'] as const)
    if (texts.every((text) => digitsOf(text).length === DIGITS[field]))
      if (isMost(texts.filter((text) => isListed(field, digitsOf(text))).length, texts.length)) return field;
  const kinds = texts.map((text) => categories.find(({ says }) => text.includes(squeeze(says)))?.kind);
  // Names of projects have words of a class in them, too: a column of classes has few words, again and again.
  const isRepeated = new Set(texts).size * 2 <= texts.length;
  return isRepeated && kinds.every((kind) => kind !== undefined) && kinds.some((kind) => kind !== 'project')
    ? 'category'
    : undefined;
}

const digitsOf = (text: string): string => /^\d+/.exec(text)?.[0] ?? '';

/** Whether a code is in the program's list of a field's classification. */
export const isListed = (field: keyof typeof LISTS, code: string): boolean => lookup(LISTS[field], code) !== undefined;

/** Whether the cells of a column are the names of the codes in the one of a field, row by row. @param rows name and code of each */
export function areNamesOf(
  field: keyof typeof LISTS,
  rows: readonly { readonly name: string; readonly code: string }[],
): boolean {
  const written = rows.filter(({ name }) => name.trim() !== '');
  const same = written.filter(({ name, code }) => {
    const listed = lookup(LISTS[field], digitsOf(squeeze(code)))?.name;
    return listed !== undefined && squeeze(listed) === squeeze(name);
  });
  return written.length >= FEWEST_CELLS && isMost(same.length, written.length);
}

/**
 * Whether the cells of a column are money, not whole numbers that may be codes or counts: most have decimals or thousands apart, or a row
 * of sums says what they come to. @param sums cells of the column in rows of sums
 */
export function areAmounts(cells: readonly string[], sums: readonly string[]): boolean {
  const texts = cells.map((text) => text.trim()).filter((text) => text !== '');
  const amounts = texts.flatMap((text) => parseAmount(text, '元') ?? []);
  if (texts.length < FEWEST_CELLS || amounts.length < texts.length) return false;
  const whole = amounts.reduce((sum, { fen }) => sum + fen, 0);
  return (
    isMost(texts.filter((text) => /\.\d+$|,\d{3}/.test(text)).length, texts.length) ||
    sums.some((text) => parseAmount(text.trim(), '元')?.fen === whole)
  );
}
