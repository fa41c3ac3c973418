/** `glossary.yaml`: terms that explanations use, in the place's own words. */
import type { KnownTerm } from '../explain/glossary.ts';
import type { Faults } from '../user-file/faults.ts';
import { itemOf, listOf, neededText, textOf } from '../user-file/fields.ts';

/** The terms of `base`, in whose place the file's own of the same name stand, and the file's others after them. */
export function termsOf(data: unknown, base: readonly KnownTerm[], faults: Faults): readonly KnownTerm[] {
  const own = listOf(data, [], faults).flatMap((item, i) => termOf(item, [i], faults) ?? []);
  const byName = new Map([...base, ...own].map((term) => [term.term, term] as const));
  return [...byName.values()];
}

function termOf(item: unknown, path: readonly number[], faults: Faults): KnownTerm | undefined {
  const fields = itemOf(item, path, ['term', 'text', 'used'], faults);
  if (!fields) return undefined;
  const term = neededText(fields, 'term', path, '名词', faults);
  const text = neededText(fields, 'text', path, '名词的解释', faults);
  const used = textOf(fields, 'used', path, faults);
  if (term === undefined || text === undefined) return undefined;
  if (used === undefined) return { term, text };
  try {
    return { term, text, used: new RegExp(used) };
  } catch {
    return faults.at([...path, 'used'], '“used”不是正确的正则表达式，请检查括号是否配对。');
  }
}
