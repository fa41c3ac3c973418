/** Texts in two scripts: places of the minorities' own languages print each label in both, one beside or under the other. */
import { oneLine } from './fold.ts';

const OTHER = '\\p{Script=Tibetan}\\p{Script=Mongolian}\\p{Script=Arabic}\\p{Script=Hangul}\\p{Script=Yi}';
/** A run of another script with the spaces and the marks between its words. */
const OTHER_RUN = new RegExp(`[${OTHER}](?:[${OTHER}\\p{Mn}\\s\\u200b-\\u200f.,،:·()-]*[${OTHER}\\p{Mn}])?`, 'gu');
const HAN = /\p{Script=Han}/u;
const isOther = new RegExp(`[${OTHER}]`, 'u');

/** Whether a text says something in Chinese and in a script beside it. */
export const isInTwoScripts = (text: string): boolean => HAN.test(text) && isOther.test(text);

/** Words of a language in Latin letters with what stands between them, and a year at either end; letters alone (GDP, A) are none. */
const LATIN_RUN =
  /(?<![\p{L}\d])(?:\d{4}\s+)?[A-Z]?[a-zÀ-ɏ]{2,}['’]?(?:[\p{Script=Latin}\p{Mn}\d\s,.:;&/'’“”"()（）-]*[\p{Script=Latin}\p{Mn}])?(?:\s+\d{4}(?!\d))?[.)）]?/gu;

/** Whether a text says something in words of Latin letters. */
export const hasLatinWords = (text: string): boolean => text.search(LATIN_RUN) >= 0;

/** What a text of a document that says all in Chinese and in Latin letters says in Chinese. */
export const withoutLatin = (text: string): string =>
  hasLatinWords(text)
    ? oneLine(text.replace(LATIN_RUN, ' ').replace(EMPTY_BRACKETS, ' '))
        .replace(/[(（/／·-]+$/, '')
        .trim()
    : text;

/** Whether a text says something in Chinese. */
export const hasChinese = (text: string): boolean => HAN.test(text);

/** Brackets that held nothing but the other script. */
const EMPTY_BRACKETS = /[(（]\s*[)）]/g;

/** What a text says in Chinese; nothing of one that is in another script alone. A text in Chinese alone stays as it is. */
export const inChinese = (text: string): string =>
  isOther.test(text) ? oneLine(text.replace(OTHER_RUN, ' ').replace(EMPTY_BRACKETS, ' ')) : text;
