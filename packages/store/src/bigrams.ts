/**
 * Words for searching Chinese without a dictionary: every two neighbouring characters are a word, so that a phrase is
 * found wherever it stands. Codes, numbers and Latin words are words as they are, found by their beginnings too.
 */
import { foldCase, oneLine } from '@mingsuan/core/text/fold';

/** A number ends where Chinese begins: `2024年预算` is no word. */
const RUNS = /(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{Letter}\p{Number}])+)/gu;

/** What of an entry is searched: its title in the first line, its body after it. */
export const foldedEntry = (title: string, body: string): string => foldCase(`${oneLine(title)}\n${body}`);

/** The words of a folded text, each once. */
export function wordsOf(folded: string): string[] {
  const words = new Set<string>();
  for (const [run, han] of folded.matchAll(RUNS)) {
    if (!han) {
      words.add(run.slice(0, LONGEST));
      continue;
    }
    const characters = [...han];
    for (let i = 0; i < characters.length - 1; i++) words.add(characters[i]! + characters[i + 1]!);
    // The last character alone, so that a question of one character finds it as a beginning.
    words.add(characters.at(-1)!);
  }
  return [...words];
}

/** Characters of a word that count. */
const LONGEST = 64;

/**
 * A `tsvector` of an entry's words, without positions; of its kind, which no text contains as a word; of the words of its title once
 * more, so that titles can be asked alone; and of what else it is to be found by (`also`: a name's sounds).
 */
export function vectorOf(kind: string, folded: string, also: readonly string[] = []): string {
  const title = wordsOf(folded.slice(0, folded.indexOf('\n'))).map(titleWord);
  return [...new Set([kindWord(kind), ...wordsOf(folded), ...title, ...also])].map(quoted).join(' ');
}

const kindWord = (kind: string) => `·${kind}`;
const titleWord = (word: string) => `¶${word}`;

/**
 * The `tsquery` that all texts containing every part of the question answer; undefined where nothing can be searched for.
 * It may let too much through (two neighbours elsewhere), so the text itself is looked at again.
 */
export const queryOf = (question: string): string | undefined => termsOf(question, (word) => word);

/** The same question to titles only. */
export const titleQueryOf = (question: string): string | undefined => termsOf(question, titleWord);

function termsOf(question: string, wordOf: (word: string) => string): string | undefined {
  const terms: string[] = [];
  for (const [run, han] of foldCase(question).matchAll(RUNS)) {
    const characters = [...run];
    if (!han) terms.push(`${quoted(wordOf(run.slice(0, LONGEST)))}:*`);
    else if (characters.length === 1) terms.push(`${quoted(wordOf(run))}:*`);
    else for (const at of pairsOf(characters.length)) terms.push(quoted(wordOf(characters[at]! + characters[at + 1]!)));
  }
  return terms.length > 0 ? [...new Set(terms)].join(' & ') : undefined;
}

/** Where pairs begin that cover a run: pairs that overlap cost the index more than they rule out. */
function pairsOf(length: number): number[] {
  const begins = Array.from({ length: Math.floor(length / 2) }, (_, i) => i * 2);
  return length % 2 === 0 ? begins : [...begins, length - 2];
}

/** The same question to entries of one kind. */
export const ofKind = (query: string, kind: string): string => `${quoted(kindWord(kind))} & ${query}`;

/** The parts of a question that a text must contain as they stand. */
export const partsOf = (question: string): string[] =>
  foldCase(question)
    .split(/\s+/)
    .filter((part) => part !== '');

/** Whether the words of a part say all: then a text that has them contains it, and need not be looked at. */
export const isOneWord = (part: string): boolean => /^(?:\p{Script=Han}{1,2})$/u.test(part);

const quoted = (word: string) => `'${word.replace(/['\\]/g, '\\$&')}'`;
