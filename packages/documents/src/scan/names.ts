/**
 * Names of rows that budgets know: a recognised line that is one but for a character that is not sure is that one; a number before it
 * that lost its mark has it again, and what before it is no number is nothing.
 */
import type { Sign } from './decode.ts';
import { ASKED, knownTexts } from './words.ts';

/** Characters of a name that says enough. */
const LEAST = 4;
/** Characters in front of a name: （10）, 10、. */
const MOST_BEFORE = 4;
const NAME = /^[\p{Script=Han}（）、]+$/u;
const HANZI = /^\p{Script=Han}{2}$/u;
const NUMBER = /^\d{1,2}$/;
/** What is left of a number whose figures were lost, and one sign for a figure: ）, （）, 营、. */
const LOST_NUMBER = /^(?:[（(]?[）)]|\P{Number}、)$/u;

let names: ReadonlyMap<number, readonly string[]> | undefined;

/** The signs as the name that they are; as they were where there is none, or more than one. */
export function asName(signs: readonly Sign[]): readonly Sign[] {
  names ??= byLength();
  for (let before = 0; before <= Math.min(MOST_BEFORE, signs.length - LEAST); before++) {
    const found = likeName(signs.slice(before), names);
    if (found) return [...numberOf(signs.slice(0, before), signs[before]!), ...found];
  }
  return signs;
}

function likeName(signs: readonly Sign[], known: ReadonlyMap<number, readonly string[]>): readonly Sign[] | undefined {
  const texts = signs.map(({ text }) => text);
  const fitting = (known.get(signs.length) ?? []).filter((name) => {
    const changed = [...name].flatMap((each, i) => (each === texts[i] ? [] : [i]));
    return (
      changed.length <= 1 && changed.every((i) => signs[i]!.confidence < ASKED && HANZI.test(texts[i]! + name[i]!))
    );
  });
  const name = fitting.find((each) => each === texts.join('')) ?? (fitting.length === 1 ? fitting[0] : undefined);
  return name === undefined
    ? undefined
    : signs.map((sign, i) => (sign.text === name[i] ? sign : { ...sign, text: name[i]! }));
}

/** The number before a name, `next` its first sign. */
function numberOf(signs: readonly Sign[], next: Sign): readonly Sign[] {
  const text = signs.map((sign) => sign.text).join('');
  if (LOST_NUMBER.test(text)) return [];
  const last = signs.at(-1);
  return last && NUMBER.test(text) ? [...signs, { ...last, text: '、', from: last.to, to: next.from }] : signs;
}

/** By how many characters they have. */
function byLength(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, Set<string>>();
  for (const text of knownTexts()) {
    if (text.length < LEAST || !NAME.test(text)) continue;
    if (!found.has(text.length)) found.set(text.length, new Set());
    found.get(text.length)!.add(text);
  }
  return new Map([...found].map(([length, own]) => [length, [...own]]));
}
