/** Chinese numerals of headings and lines, in both directions: 一 … 九十九. */

/** 一 to 十, in order. */
export const NUMERALS = '一二三四五六七八九十';

/** What stands for nought in a year in numerals, typed in whatever looks like it: 二〇二六, 二零二六, 二O二六, 二Ο二六. */
const NOUGHT = '〇○零OoＯｏΟοОо0';
const YEAR = new RegExp(`二[${NOUGHT}][${NOUGHT}${NUMERALS.slice(0, 9)}]{2}(?=年)`, 'g');

/** A text with its years in numerals as figures: 二〇二六年 → 2026年. */
export const withYearFigures = (text: string): string =>
  text.replace(YEAR, (year) => [...year].map((c) => (NOUGHT.includes(c) ? 0 : NUMERALS.indexOf(c) + 1)).join(''));

/** 1 → 一, 12 → 十二, 30 → 三十; for 1 to 99. */
export function numeral(n: number): string {
  if (n <= 10) return NUMERALS[n - 1]!;
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? NUMERALS[tens - 1] : ''}十${ones > 0 ? NUMERALS[ones - 1] : ''}`;
}

/** 一 → 1, 两 → 2, 十二 → 12, 三十 → 30, and digits as they are; 0 where the text is no such number. */
export function parseNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const at = text.indexOf('十');
  const digit = (c = '') => (c === '两' ? 2 : c ? NUMERALS.indexOf(c) + 1 : 0);
  if (at < 0) return digit(text);
  return (at > 0 ? digit(text[0]) : 1) * 10 + digit(text[at + 1]);
}
