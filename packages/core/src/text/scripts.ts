/** Texts in two scripts: places of the minorities' own languages print each label in both, one beside or under the other. */
import { oneLine } from './fold.ts';

const OTHER = '\\p{Script=Tibetan}\\p{Script=Mongolian}\\p{Script=Arabic}\\p{Script=Hangul}\\p{Script=Yi}';
/** A run of another script with the spaces and the marks between its words. */
const OTHER_RUN = new RegExp(`[${OTHER}](?:[${OTHER}\\p{Mn}\\s\\u200b-\\u200f.,،:·()-]*[${OTHER}\\p{Mn}])?`, 'gu');
const HAN = /\p{Script=Han}/u;
const isOther = new RegExp(`[${OTHER}]`, 'u');

/** Whether a text says something in Chinese and in a script beside it. */
export const isInTwoScripts = (text: string): boolean => HAN.test(text) && isOther.test(text);

/** Brackets that held nothing but the other script. */
const EMPTY_BRACKETS = /[(（]\s*[)）]/g;

/** What a text says in Chinese; nothing of one that is in another script alone. A text in Chinese alone stays as it is. */
export const inChinese = (text: string): string =>
  isOther.test(text) ? oneLine(text.replace(OTHER_RUN, ' ').replace(EMPTY_BRACKETS, ' ')) : text;
