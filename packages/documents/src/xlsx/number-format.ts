/**
 * What a cell shows under its number format. Amounts are published as shown, so the shown
 * text is the figure: `#,##0.00` of 1234.5 is `1,234.50`, and a format that hides zeros hides them.
 * Numbers are rounded in decimal: 1.005 to two places is 1.01, as Excel shows it.
 */
import { format, isDateFormat } from 'numfmt';

/** A format code, ready to show values. */
export interface NumberFormat {
  number(value: number): string;
  text(value: string): string;
}

/** Of a workbook's format code; one that is none shows as General does. `is1904`: its days count from 1904. */
export function numberFormat(code: string, is1904 = false): NumberFormat {
  const known = readable(code || 'General');
  const ofNumbers = known.replaceAll(AS_IT_IS, GENERAL);
  if (!isFormat(ofNumbers)) return numberFormat('General');
  const isDate = isDateFormat(ofNumbers);
  const days = is1904 && isDate ? DAYS_TO_1904 : 0;
  const isFraction = FRACTION.test(ofNumbers.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  return {
    number: (value) => {
      if (!Number.isFinite(value)) return '';
      if (isFraction || (isDate && (value < 0 || value >= DAYS))) return generalText(value);
      const text = format(ofNumbers, value + days);
      const shown = text.includes(MARK) ? text.replaceAll(MARK, generalText(Math.abs(value))) : text;
      // `?` keeps room for digits that are not there: between a sign and its number that would part the two.
      return shown.trim().replace(/^- +/, '-');
    },
    text: (value) => format(known.replaceAll(AS_IT_IS, '@'), value).replaceAll(MARK, value),
  };
}

/** Where a number stands that is shown as General does, which is ours to say. */
const MARK = '\u0001';
const GENERAL = `"${MARK}"`;
const AS_IT_IS = '\u0002';
const DAYS_TO_1904 = 1462;
/** The first of the year 10000, which Excel has not. */
const DAYS = 2_958_466;
const FRACTION = /[#?0] *\/ *[#?\d]/;

const PIECE =
  /"[^"]*"?|\\[\s\S]?|!([\s\S])|[_*][\s\S]?|(General|G\/通用格式)|(@)|(上午\/下午)|(\[(?!\$|DBNum|[<>=]|[hms]+\])[^\]]*\]?)|[\s\S]/gi;

/** A code without what takes only room (`_x`, `*x`) and without colours, and with what a Chinese Excel writes said as numfmt knows it. */
function readable(code: string): string {
  let isChinese = /aaa/i.test(code);
  const pieces = code.replace(
    PIECE,
    (piece, escaped?: string, general?: string, text?: string, half?: string, colour?: string) => {
      if (escaped) return `\\${escaped}`;
      if (general) return GENERAL;
      if (text) return AS_IT_IS;
      if (half) isChinese = true;
      if (half) return 'AM/PM';
      return colour || /^[_*]/.test(piece) ? '' : piece;
    },
  );
  return isChinese ? `[$-804]${pieces}` : pieces;
}

function isFormat(code: string): boolean {
  try {
    format(code, 1);
    return true;
  } catch {
    return false;
  }
}

/**
 * The format General: as many digits as Excel shows in a wide column (eleven characters), but never fewer than two
 * decimals, so that no amount loses its fen.
 */
export function generalText(value: number): string {
  const point = Number(value.toExponential(14).split('e')[1]) + 1;
  if (value !== 0 && (point > 15 || point < -9)) return String(value);
  return format(`0.${'#'.repeat(Math.max(2, 10 - Math.max(1, point)))}`, value).replace(/\.$/, '');
}
