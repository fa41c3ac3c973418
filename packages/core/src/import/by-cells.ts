/** What a column of an export is by its cells, where nobody knows its heading: codes of a classification, classes of projects, numbers of rows. */
import { lookup } from '../classification/index.ts';
import { squeeze } from '../text/fold.ts';
import type { ImportField, ImportMapping } from './mapping.ts';

/** What cells can tell; `counted` is the number of each row, which says nothing of it. */
export type ToldByCells = Extract<ImportField, 'item' | 'economic' | 'governmentEconomic' | 'category'> | 'counted';

/** Fewer say too little. */
const FEWEST_CELLS = 3;

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
    if (texts.every((text) => isCodeOf(field, text))) return field;
  const kinds = texts.map((text) => categories.find(({ says }) => text.includes(squeeze(says)))?.kind);
  // Names of projects have words of a class in them, too: a column of classes has few words, again and again.
  const isRepeated = new Set(texts).size * 2 <= texts.length;
  return isRepeated && kinds.every((kind) => kind !== undefined) && kinds.some((kind) => kind !== 'project')
    ? 'category'
    : undefined;
}

function isCodeOf(field: keyof typeof LISTS, text: string): boolean {
  const code = /^\d+/.exec(text)?.[0] ?? '';
  return code.length === DIGITS[field] && lookup(LISTS[field], code) !== undefined;
}
