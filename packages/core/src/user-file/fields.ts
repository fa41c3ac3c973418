/** Reads plain data of unknown shape: every departure from what is expected becomes a fault with its place. */
import type { Severity } from '../finding.ts';
import type { Faults, Path } from './faults.ts';
import { nearNames } from './near.ts';

export type Fields = Readonly<Record<string, unknown>>;

const SEVERITIES: readonly string[] = ['error', 'warning', 'notice'] satisfies readonly Severity[];

/** Whether a value is an object with named fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The named values under `path`, of which only `names` may occur; nothing where the user left it blank. */
export function fieldsOf(value: unknown, path: Path, names: readonly string[], faults: Faults): Fields | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isFields(value)) return faults.at(path, `这里应写“名称: 内容”，可用的名称有 ${names.join('、')}。`);
  for (const name of Object.keys(value).filter((each) => !names.includes(each))) {
    const near = nearNames(name, names);
    const advice = near.length > 0 ? `是不是“${near.join('”或“')}”？` : '请改正或删去它；';
    faults.at([...path, name], `不认识“${name}”，${advice}这里可用的有 ${names.join('、')}。`, 'name');
  }
  return value;
}

/** Like `fieldsOf` for one of a list, which may not be blank. */
export function itemOf(item: unknown, path: Path, names: readonly string[], faults: Faults): Fields | undefined {
  if (item === null) return faults.at(path, `这一项是空的，请写明 ${names.join('、')}，或删去它。`);
  return fieldsOf(item, path, names, faults);
}

/** A list, empty where nothing stands; anything else is a fault. */
export function listOf(value: unknown, path: Path, faults: Faults): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  faults.at(path, '这里应为列表，请每行写一项，前面加“- ”。');
  return [];
}

/** The text of a field, undefined where it is left out; anything else is a fault. */
export function textOf(fields: Fields, name: string, path: Path, faults: Faults): string | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  return plainText(value, [...path, name], `“${name}”`, faults);
}

/** A text that is not blank; anything else is a fault that says `what` was expected. */
export function plainText(value: unknown, path: Path, what: string, faults: Faults): string | undefined {
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (value === null || value === '' || typeof value === 'string') {
    return faults.at(path, `${what}是空的，请写上文字或删去它。`);
  }
  const isScalar = typeof value !== 'object';
  return faults.at(path, `${what}应为文字${isScalar ? `，请给“${value}”加上引号` : '，请写在同一行'}。`);
}

/** Like `textOf`, where there must be one. */
export function neededText(fields: Fields, name: string, path: Path, why: string, faults: Faults): string | undefined {
  if (fields[name] === undefined) return faults.at(path, `缺少“${name}”，请写明${why}。`);
  return textOf(fields, name, path, faults);
}

/** How serious findings are; another word than the three is a fault. */
export function severityOf(value: unknown, path: Path, faults: Faults): Severity | undefined {
  if (typeof value === 'string' && SEVERITIES.includes(value)) return value as Severity;
  const given = typeof value === 'object' ? '' : `，不能是“${value}”`;
  return faults.at(path, `级别应为 error（错误）、warning（警告）或 notice（提示）${given}。`);
}

/** One of a few words, such as a unit of money. */
export function oneOf<T extends string>(
  fields: Fields,
  name: string,
  path: Path,
  words: readonly T[],
  faults: Faults,
): T | undefined {
  const text = textOf(fields, name, path, faults);
  if (text === undefined || (words as readonly string[]).includes(text)) return text as T | undefined;
  return faults.at(
    [...path, name],
    `“${name}”不能是“${text}”，${adviceFor(text, words)}可写的有 ${words.join('、')}。`,
  );
}

/** What an unknown word may mean: 是不是“…”？ */
export function adviceFor(word: string, words: readonly string[]): string {
  const near = nearNames(word, words);
  return near.length > 0 ? `是不是“${near.join('”或“')}”？` : '';
}

/** A list of texts; a single text is a list of one. */
export function textsOf(fields: Fields, name: string, path: Path, faults: Faults): readonly string[] | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string') return [plainText(value, [...path, name], `“${name}”`, faults) ?? ''];
  return listOf(value, [...path, name], faults).flatMap(
    (item, i) => plainText(item, [...path, name, i], `“${name}”的一项`, faults) ?? [],
  );
}

/** Yes or no. */
export function flagOf(fields: Fields, name: string, path: Path, faults: Faults): boolean | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === 'boolean') return value as boolean | undefined;
  return faults.at([...path, name], `“${name}”应为 true（是）或 false（否）。`);
}

/** A whole number, such as a year. */
export function integerOf(fields: Fields, name: string, path: Path, faults: Faults): number | undefined {
  const value = fields[name];
  if (value === undefined || Number.isInteger(value)) return value as number | undefined;
  return faults.at([...path, name], `“${name}”应为整数。`);
}
