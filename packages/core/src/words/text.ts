/** Printed sentences brought to one shape, and cut into sentences and clauses. Figures never lose a digit by it. */

const FULL_DIGITS = /[０-９．％]/g;

/**
 * Half-width digits, full-width brackets, no white space. A space between two figures stays, unless it groups thousands
 * (`4 279.86`), so that `IPv6 27.6` and `2021 100万元` keep two figures.
 */
export function plainText(text: string): string {
  return text
    .replace(FULL_DIGITS, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ')
    .replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, '')
    .replace(/(?<![\d.]) | (?!\d)/g, '')
    .replace(/[(﹙]/g, '（')
    .replace(/[)﹚]/g, '）')
    .replace(/:/g, '：')
    .replace(/;/g, '；');
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Sentences of a paragraph, without their stop. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const stop of text.matchAll(/[。！？]+/g)) {
    if (stop.index > start) spans.push({ start, end: stop.index });
    start = stop.index + stop[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const CUT = /[，,；：、。]/;

/**
 * Where the clause begins that ends at `end`: after the last punctuation, or after a bracket that is still open.
 * A closed bracket belongs to the clause (`因公出国（境）费`), and so does the mark in `收、支`.
 */
export function clauseStart(text: string, from: number, end: number): number {
  let depth = 0;
  for (let i = end - 1; i >= from; i -= 1) {
    const c = text[i]!;
    if (c === '）') depth += 1;
    else if (c === '（') {
      if (depth === 0) return i + 1;
      depth -= 1;
    } else if (depth === 0 && CUT.test(c) && !(c === '、' && text[i - 1] === '收')) return i + 1;
  }
  return from;
}

/** A noun as compared: no quotes, no spaces, brackets half-width. */
export function nounKey(text: string): string {
  return text
    .replace(/[\s“”"„‟＂「」『』、《》]/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')');
}
