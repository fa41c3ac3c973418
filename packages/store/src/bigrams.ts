/**
 * Words for searching Chinese without a dictionary: every two neighbouring characters are a word, so that a phrase is
 * found wherever it stands. Codes, numbers and Latin words are words as they are, found by their beginnings too.
 */
import { foldCase, oneLine } from '@mingsuan/core/text/fold';

/**
 * Letters of words, as the database takes texts apart too (`text_words`): Chinese; digits and letters of other scripts, folded. A number
 * ends where Chinese begins: `2024年预算` is no word.
 */
const HAN =
  '\\u2e80-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
const OTHER = '0-9a-z\\u00c0-\\u024f\\u0370-\\u052f\\u3041-\\u30ff\\uac00-\\ud7a3';
const RUNS = new RegExp(`([${HAN}]+)|([${OTHER}]+)`, 'gu');

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

/** A `tsvector` of a name's words, without positions; of its kind, which no name contains as a word; and of its sounds. */
export const vectorOf = (kind: string, folded: string, sounds: readonly string[]): string =>
  [...new Set([kindWord(kind), ...wordsOf(folded), ...sounds])].map(quoted).join(' ');

const kindWord = (kind: string) => `·${kind}`;
/** Of a quoted word. */
const titleWord = (word: string) => word.replace("'", "'¶");

/**
 * The `tsquery` that all names containing every part of the question answer; undefined where nothing can be searched for.
 * It may let too much through (two neighbours elsewhere), so the name itself is looked at again.
 */
export const queryOf = (question: string): string | undefined => termsOf(question, (word) => word);

/** The same question to texts, whose titles have marked words. */
export const textQueryOf = (question: string): string | undefined =>
  termsOf(question, (word) => `(${word} | ${titleWord(word)})`);

/** The same question to the titles of texts. */
export const titleQueryOf = (question: string): string | undefined => termsOf(question, titleWord);

function termsOf(question: string, termOf: (word: string) => string): string | undefined {
  const words: string[] = [];
  for (const [run, han] of foldCase(question).matchAll(RUNS)) {
    const characters = [...run];
    if (!han) words.push(`${quoted(run.slice(0, LONGEST))}:*`);
    else if (characters.length === 1) words.push(`${quoted(run)}:*`);
    else for (const at of pairsOf(characters.length)) words.push(quoted(characters[at]! + characters[at + 1]!));
  }
  return words.length > 0 ? [...new Set(words)].map(termOf).join(' & ') : undefined;
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
export const isOneWord = (part: string): boolean => ONE_WORD.test(part);

const ONE_WORD = new RegExp(`^[${HAN}]{1,2}$`, 'u');

const quoted = (word: string) => `'${word.replace(/['\\]/g, '\\$&')}'`;
