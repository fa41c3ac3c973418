/** The notation of wordings, and lookups made from it: the one place where a printed word becomes a concept. */
import { memo } from '../memo.ts';
import { squeeze } from '../text/fold.ts';
import { literally } from '../text/literally.ts';

/** Stands for any text, none included. */
const OPEN = '…';

/**
 * All texts that a wording stands for, the first as written: `<上级|中央>补助[收入]` → 上级补助收入, 上级补助, 中央补助收入, 中央补助.
 * @throws Error where a bracket is not closed; wordings are our own data, so that is a bug
 */
export function textsOf(wording: string): readonly string[] {
  const [texts, end] = sequence(wording, 0, '');
  if (end < wording.length) throw new Error(`wording: unexpected ${wording[end]} at ${end} in ${wording}`);
  return [...new Set(texts)];
}

function sequence(source: string, from: number, closers: string): [string[], number] {
  let texts = [''];
  let at = from;
  while (at < source.length && !closers.includes(source[at]!)) {
    const [next, end] = piece(source, at);
    texts = texts.flatMap((text) => next.map((more) => text + more));
    at = end;
  }
  return [texts, at];
}

/** Characters that stand for themselves. */
const PLAIN = /[^[\]<>|]+/y;

function piece(source: string, at: number): [readonly string[], number] {
  if (source[at] === '[') {
    const [texts, end] = sequence(source, at + 1, ']');
    return [[...texts, ''], closed(source, end, ']')];
  }
  if (']>|'.includes(source[at]!)) throw new Error(`wording: unexpected ${source[at]} at ${at} in ${source}`);
  if (source[at] !== '<') {
    PLAIN.lastIndex = at;
    const [run] = PLAIN.exec(source)!;
    return [[run], at + run.length];
  }
  const options: string[] = [];
  let end = at;
  do {
    const [texts, stop] = sequence(source, end + 1, '|>');
    options.push(...texts);
    end = stop;
  } while (source[end] === '|');
  return [options, closed(source, end, '>')];
}

function closed(source: string, at: number, bracket: string): number {
  if (source[at] !== bracket) throw new Error(`wording: ${bracket} expected at ${at} in ${source}`);
  return at + 1;
}

/** A printed word as compared: no spaces and quotes, half-width brackets, no colon at its end. */
export const wordKey = (text: string): string => squeeze(text).replace(/"/g, '').replace(/:$/, '');

/** Whether a wording stands for all labels that go on from it. */
export const isOpen = (wording: string): boolean => wording.includes(OPEN);

/**
 * Makes the lookup of what a printed word means. A wording without `…` goes before all with one, and of those the first
 * that fits decides. Words in brackets count only where a wording has them: 其他收入（含上年结转） is 其他收入. It is compiled when first asked.
 */
export function matcher<T>(
  entries: readonly (readonly [meaning: T, wordings: readonly string[]])[],
): (text: string) => T | undefined {
  let compiled: ((text: string) => { readonly meaning: T | undefined }) | undefined;
  return (text) => {
    compiled ??= compile(entries);
    return compiled(text).meaning;
  };
}

function compile<T>(entries: readonly (readonly [meaning: T, wordings: readonly string[]])[]) {
  const exact = new Map<string, T>();
  const open: (readonly [RegExp, T])[] = [];
  for (const [meaning, wordings] of entries)
    for (const wording of wordings) {
      const keys = textsOf(wording).map(wordKey);
      if (isOpen(wording)) open.push([patternOf(keys), meaning]);
      else for (const key of keys) if (!exact.has(key)) exact.set(key, meaning);
    }
  return memo((text) => {
    const key = wordKey(text);
    const bare = key.replace(/\(.*?\)/g, '') || key;
    return { meaning: exact.get(key) ?? exact.get(bare) ?? open.find(([pattern]) => pattern.test(bare))?.[1] };
  });
}

/** Keys with `…` as one pattern that must fit the whole text. */
export const patternOf = (keys: readonly string[]): RegExp =>
  new RegExp(`^(?:${keys.map((key) => key.split(OPEN).map(literally).join('.*')).join('|')})$`);
