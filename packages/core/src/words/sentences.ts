/** Plain text (`plainText`) cut into sentences and clauses. */

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
 * A closed bracket belongs to the clause (`因公出国（境）费`), and so does the mark in `收、支` and `收入、支出总计`.
 */
export function clauseStart(text: string, from: number, end: number): number {
  let depth = 0;
  for (let i = end - 1; i >= from; i -= 1) {
    const c = text[i]!;
    if (c === '）') depth += 1;
    else if (c === '（') {
      if (depth === 0) return i + 1;
      depth -= 1;
    } else if (depth === 0 && CUT.test(c) && !(c === '、' && isBothSides(text, i))) return i + 1;
  }
  return from;
}

/** Whether the mark at `at` stands between the two sides told in one word: 收、支总计, 收入、支出决算总计. */
const isBothSides = (text: string, at: number): boolean =>
  text[at - 1] === '收' || (text.slice(at - 2, at) === '收入' && text.slice(at + 1, at + 3) === '支出');
