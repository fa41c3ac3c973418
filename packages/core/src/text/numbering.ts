/** Numbering before lines and headings: 一、 （一） 1. （1） ①. */
import { squeeze, unspaced } from './fold.ts';
import { numeral } from './numerals.ts';

/** （1） 1)（一）: of a bracket some print, and some pictures show, the closing half alone. */
const BRACKETED = '[（(]?(?:[一二三四五六七八九十]+|\\d{1,3})[）)]';
/** 2.208社会保障和就业支出: behind a number stands no other but the code of a functional item. */
const NO_DIGIT = '(?!\\d)|(?=2\\d{2}(?:\\d{2}){0,2}(?![万亿])[\\u4e00-\\u9fff])';
const NUMBERING = new RegExp(`^(?:[一二三四五六七八九十]+[、.．]|${BRACKETED}|\\d{1,3}[、.．](?:${NO_DIGIT})|[①-⑳])`);
const ARABIC = new RegExp(`^\\d+[、.．](?:${NO_DIGIT})`);

/** Whether a text begins with numbering of any kind. A figure (1.5) and a code (2080505) are none. */
export const isNumbered = (text: string): boolean => NUMBERING.test(text);

/** Whether a text begins with the first number of a list. */
export const beginsList = (text: string): boolean => /^(?:一[、.．]|[（(][一1][）)]|1[、.．](?!\d)|①)/.test(text);

/** A text without the numbering that it begins with. */
export const withoutNumbering = (text: string): string => text.replace(NUMBERING, '');

/** How deep a line's numbering stands: 一、 1, （一） 2, 1. 3, （1） 4; 0 without numbering. */
export function numberingDepth(label: string): number {
  const s = squeeze(label).replace(/^其中:?/, '');
  if (/^[一二三四五六七八九十]+[、.．]/.test(s)) return 1;
  if (/^\(?[一二三四五六七八九十]+\)/.test(s)) return 2;
  if (ARABIC.test(s)) return 3;
  if (/^(?:\(?\d{1,3}\)|[①-⑳])/.test(s)) return 4;
  return 0;
}

/** A line's label without numbering, 其中 and spaces; brackets and quotes stay as printed. */
export function lineKey(label: string): string {
  return withoutNumbering(unspaced(label).replace(/^其中[:：]?/, '')).replace(/^其中[:：]?/, '');
}

/** How a written list is numbered: 一、 （一） 1、. */
export type Numbering = (typeof NUMBERINGS)[number];

export const NUMBERINGS = ['chinese', 'bracketed', 'arabic'] as const;

const MARKS: Readonly<Record<Numbering, (n: number) => string>> = {
  chinese: (n) => `${numeral(n)}、`,
  bracketed: (n) => `（${numeral(n)}）`,
  arabic: (n) => `${n}、`,
};

/** What stands before the `n`th entry of a list, counted from 1. */
export const numberMark = (numbering: Numbering, n: number): string => MARKS[numbering](n);
