/** `glossary.yaml`: terms that explanations use, in the place's own words. */
import type { KnownTerm, Term } from '../explain/glossary.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import { type Fields, fieldsOf, flagOf, itemOf, listOf, neededText, textOf, textsOf } from '../user-file/fields.ts';

/** The terms of `base`, in whose place the file's own of the same name stand, and the file's others after them. */
export function termsOf(data: unknown, base: readonly KnownTerm[], faults: Faults): readonly KnownTerm[] {
  const own = listOf(data, [], faults).flatMap((item, i) => termOf(item, [i], faults) ?? []);
  const byName = new Map([...base, ...own].map((term) => [term.term, term] as const));
  return [...byName.values()];
}

const FIELDS = ['term', 'text', 'used', 'english', 'also', 'readers'] as const;

function termOf(item: unknown, path: readonly number[], faults: Faults): KnownTerm | undefined {
  const fields = itemOf(item, path, FIELDS, faults);
  if (!fields) return undefined;
  const own = explained(fields, path, faults);
  if (!own) return undefined;
  const used = patternOf(textOf(fields, 'used', path, faults), [...path, 'used'], faults);
  const also = textsOf(fields, 'also', path, faults);
  const english = fieldsOf(fields.english, [...path, 'english'], ['term', 'text'], faults);
  const inEnglish = english && explained(english, [...path, 'english'], faults);
  return {
    ...own,
    ...(used ? { used } : {}),
    ...(also ? { also } : {}),
    ...(inEnglish ? { english: inEnglish } : {}),
    ...(flagOf(fields, 'readers', path, faults) ? { readers: true } : {}),
  };
}

function explained(fields: Fields, path: Path, faults: Faults): Term | undefined {
  const term = neededText(fields, 'term', path, '名词', faults);
  const text = neededText(fields, 'text', path, '名词的解释', faults);
  return term === undefined || text === undefined ? undefined : { term, text };
}

function patternOf(used: string | undefined, path: Path, faults: Faults): RegExp | undefined {
  if (used === undefined) return undefined;
  try {
    return new RegExp(used);
  } catch {
    return faults.at(path, '“used”不是正确的正则表达式，请检查括号是否配对。');
  }
}
