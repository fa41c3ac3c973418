/**
 * Number formats of workbooks (ECMA-376 part 1, 18.8.31): what a cell shows. Amounts are published as shown, so the shown
 * text is the figure: `#,##0.00` of 1234.5 is `1,234.50`, and a format that hides zeros hides them.
 */
import { dateText, isDateFormat } from './date-format.ts';
import { type Decimal, decimalOf, rounded, shifted } from './decimal.ts';

/** The formats that have a number and no code of their own in the file; 14 and on as a Chinese Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;¥-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '¥#,##0;¥-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '¥#,##0.00;¥-#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

/** A format code, ready to show values. */
export interface NumberFormat {
  number(value: number): string;
  text(value: string): string;
}

export function numberFormat(code: string, is1904 = false): NumberFormat {
  const sections = sectionsOf(code);
  // Text is shown as it is, unless a fourth section or a single one with `@` says otherwise.
  const forText = sections[3] ?? (sections.length === 1 && sections[0]!.has('text') ? sections[0] : undefined);
  return {
    number: (value) => (Number.isFinite(value) ? numberText(value, sections, is1904) : ''),
    text: (value) =>
      forText
        ? forText.tokens.map(({ kind, text }) => (kind === 'text' ? value : kind === 'literal' ? text : '')).join('')
        : value,
  };
}

function numberText(value: number, sections: readonly Section[], is1904: boolean): string {
  const { section, hasOwnSign } = sectionFor(value, sections);
  const { tokens } = section;
  if (section.has('general') || section.has('text')) return generalText(value);
  if (isDateFormat(tokens)) return dateText(value, tokens, is1904) ?? generalText(value);
  const decimal = decimalOf(value);
  const text = digitsText({ ...decimal, isNegative: false }, tokens);
  const isZero = !/[1-9]/.test(text.replace(/E.*$/, ''));
  return (decimal.isNegative && !hasOwnSign && !isZero ? '-' : '') + text.trim();
}

/**
 * The format General: as many digits as Excel shows in a wide column (eleven characters), but never fewer than two
 * decimals, so that no amount loses its fen.
 */
export function generalText(value: number): string {
  const decimal = decimalOf(value);
  if (decimal.point > 15 || (decimal.point < -9 && decimal.digits !== '')) return String(value);
  const { whole, fraction } = rounded(decimal, Math.max(2, 10 - Math.max(1, decimal.point)));
  const shown = fraction.replace(/0+$/, '');
  const text = shown === '' ? whole : `${whole}.${shown}`;
  return decimal.isNegative && /[1-9]/.test(text) ? `-${text}` : text;
}

export interface Token {
  readonly kind:
    | 'digit'
    | 'point'
    | 'comma'
    | 'percent'
    | 'exponent'
    | 'fraction'
    | 'literal'
    | 'general'
    | 'text'
    | 'date';
  readonly text: string;
}

interface Section {
  readonly tokens: readonly Token[];
  readonly condition?: { readonly operator: string; readonly limit: number };
  has(kind: Token['kind']): boolean;
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** The sections between `;` that stand neither in quotes nor in brackets nor after a backslash. */
function sectionsOf(code: string): Section[] {
  const parts = [''];
  for (const [piece] of (code || 'General').matchAll(/"[^"]*"?|\[[^\]]*\]?|\\[\s\S]?|[\s\S]/g)) {
    if (piece === ';') parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => {
    const match = CONDITION.exec(part);
    const tokens = tokensOf(part);
    return {
      tokens,
      ...(match ? { condition: { operator: match[1]!, limit: Number(match[2]) } } : {}),
      has: (kind) => tokens.some((token) => token.kind === kind),
    };
  });
}

/** The section that holds for `value`, and whether it brings its own sign (or means to show none). */
function sectionFor(value: number, sections: readonly Section[]): { section: Section; hasOwnSign: boolean } {
  const [first, second, third] = [sections[0]!, sections[1], sections[2]];
  if (first.condition || second?.condition) {
    const numeric = sections.slice(0, 3);
    const met = numeric.find(({ condition }) => condition && meets(value, condition));
    const section = met ?? numeric.find(({ condition }) => !condition) ?? first;
    return { section, hasOwnSign: section !== first && section.condition !== undefined };
  }
  if (value < 0 && second) return { section: second, hasOwnSign: true };
  if (value === 0 && third) return { section: third, hasOwnSign: false };
  return { section: first, hasOwnSign: false };
}

function meets(value: number, { operator, limit }: NonNullable<Section['condition']>): boolean {
  if (operator === '=') return value === limit;
  if (operator === '<>') return value !== limit;
  if (operator.startsWith('<')) return value < limit || (operator === '<=' && value === limit);
  return value > limit || (operator === '>=' && value === limit);
}

const TOKEN =
  /"([^"]*)"?|\\(.?)|!(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|(\[(?:h+|m+|s+)\])|\[[^\]]*\]|(General|G\/通用格式)|(E[+-]0+)|(AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|s+(?:\.0+)?|aaaa?|b+|e+)|([0#?])|(\.)|(,)|(%)|(\/)|(@)|([\s\S])/gi;

/** A section's code cut into what it shows. Colours, fillers and the widths of `_x` show nothing. */
function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  const add = (kind: Token['kind'], text: string) => tokens.push({ kind, text });
  for (const m of code.matchAll(TOKEN)) {
    const literal = m[1] ?? m[2] ?? m[3] ?? m[4];
    if (literal !== undefined) add('literal', literal);
    else if (m[5] ?? m[8] ?? m[9]) add('date', (m[5] ?? m[8] ?? m[9])!);
    else if (m[6]) add('general', m[6]);
    else if (m[7]) add('exponent', m[7]);
    else if (m[10]) add('digit', m[10]);
    else if (m[11]) add('point', '.');
    else if (m[12]) add('comma', ',');
    else if (m[13]) add('percent', '%');
    else if (m[14]) add('fraction', '/');
    else if (m[15]) add('text', '@');
    else if (m[16]) add('literal', m[16]);
  }
  return tokens;
}

function digitsText(value: Decimal, tokens: readonly Token[]): string {
  if (tokens.some(({ kind }) => kind === 'exponent')) return scientificText(value, tokens);
  const digits = tokens.flatMap(({ kind }, i) => (kind === 'digit' ? [i] : []));
  if (digits.length === 0)
    return tokens.map(({ kind, text }) => (kind === 'literal' || kind === 'percent' ? text : '')).join('');
  if (tokens.some(({ kind }) => kind === 'fraction')) return generalOf(value);
  const found = tokens.findIndex(({ kind }) => kind === 'point');
  const point = found < 0 ? tokens.length : found;
  const [first, last] = [digits[0]!, digits.at(-1)!];
  const lastWhole = digits.findLast((i) => i < point) ?? -1;
  const commas = tokens.flatMap(({ kind }, i) => (kind === 'comma' ? [i] : []));
  const isGrouped = commas.some((i) => i > first && i < lastWhole);
  const thousands = commas.filter((i) => (i > lastWhole && i < point) || i > last).length;
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const places = digits.filter((i) => i > point).length;
  const { whole, fraction } = rounded(shifted(value, 2 * percents - 3 * thousands), places);
  return wholePart(whole, tokens.slice(0, point), isGrouped) + fractionPart(fraction, tokens.slice(point));
}

/** Digits fill the placeholders from the right; what is left over stands at the first one. */
function wholePart(whole: string, tokens: readonly Token[], isGrouped: boolean): string {
  let rest = whole === '0' ? '' : whole;
  let text = '';
  let shown = 0;
  const first = tokens.findIndex(({ kind }) => kind === 'digit');
  const show = (digit: string) => {
    text = digit + (isGrouped && shown > 0 && shown % 3 === 0 ? ',' : '') + text;
    shown += 1;
  };
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.kind === 'literal' || token.kind === 'percent') text = token.text + text;
    if (token.kind !== 'digit') continue;
    if (rest !== '') show(rest.at(-1)!);
    else if (token.text === '0') show('0');
    rest = rest.slice(0, -1);
    while (i === first && rest !== '') {
      show(rest.at(-1)!);
      rest = rest.slice(0, -1);
    }
  }
  return first < 0 && rest !== '' ? text + rest : text;
}

/** Decimals that only a `#` or `?` asks for are left out where they are trailing zeros. */
function fractionPart(fraction: string, tokens: readonly Token[]): string {
  const marks = tokens.filter(({ kind }) => kind === 'digit').map(({ text }) => text);
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0' && marks[end - 1] !== '0') end--;
  let at = 0;
  return tokens
    .map(({ kind, text }) => {
      if (kind === 'digit') return at < end ? fraction[at++]! : '';
      return kind === 'point' || kind === 'literal' || kind === 'percent' ? text : '';
    })
    .join('');
}

function scientificText(value: Decimal, tokens: readonly Token[]): string {
  const at = tokens.findIndex(({ kind }) => kind === 'exponent');
  const exponent = value.digits === '' ? 0 : value.point - 1;
  const mantissa = digitsText(shifted(value, -exponent), tokens.slice(0, at));
  const sign = exponent < 0 ? '-' : tokens[at]!.text[1] === '+' ? '+' : '';
  return `${mantissa}E${sign}${String(Math.abs(exponent)).padStart(tokens[at]!.text.length - 2, '0')}`;
}

const generalOf = ({ digits, point }: Decimal): string => generalText(Number(`0.${digits || '0'}e${point}`));
