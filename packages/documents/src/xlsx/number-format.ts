/**
 * What a cell shows under its number format. Amounts are published as shown, so the shown
 * text is the figure: `#,##0.00` of 1234.5 is `1,234.50`, and a format that hides zeros hides them.
 */
import { dateText, isDateFormat } from './date-format.ts';
import { type Decimal, decimalOf, rounded, shifted } from './decimal.ts';
import { type Section, sectionsOf, type Token } from './format-code.ts';

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
