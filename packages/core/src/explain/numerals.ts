/** 一, 二, …, 十一. */
import type { Numbering } from './plan.ts';

const DIGITS = '一二三四五六七八九';

export function chineseNumeral(n: number): string {
  if (n < 10) return DIGITS[n - 1]!;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens - 1] : ''}十${n % 10 ? DIGITS[(n % 10) - 1] : ''}`;
}

const MARKS: Readonly<Record<Numbering, (n: number) => string>> = {
  chinese: (n) => `${chineseNumeral(n)}、`,
  bracketed: (n) => `（${chineseNumeral(n)}）`,
  arabic: (n) => `${n}、`,
};

export const mark = (numbering: Numbering, n: number): string => MARKS[numbering](n);
