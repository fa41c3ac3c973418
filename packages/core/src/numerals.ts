/** Chinese numbering of lines: 一 … 九十九. */
const DIGITS = '一二三四五六七八九十';

/** 1 → 一, 12 → 十二, 30 → 三十; up to 99. */
export function numeral(n: number): string {
  if (n <= 10) return DIGITS[n - 1]!;
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? DIGITS[tens - 1] : ''}十${ones > 0 ? DIGITS[ones - 1] : ''}`;
}
