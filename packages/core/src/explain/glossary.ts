/** Terms that explanations use, from the place's `glossary.yaml`; a document explains those that it uses. */
export interface Term {
  readonly term: string;
  readonly text: string;
}

export interface KnownTerm extends Term {
  /** Words by which the text uses the term, where its name alone does not tell. */
  readonly used?: RegExp;
  /** Other names of it, and what it is in English: both for whoever reads figures on a page. */
  readonly also?: readonly string[];
  readonly english?: Term;
  /** Only for whoever reads figures: no explanation prints it. */
  readonly readers?: boolean;
}

/** Those of `terms` that `text` uses, with those that a person gives: theirs replace ours, and others follow. */
export function glossaryOf(text: string, terms: readonly KnownTerm[], given: readonly Term[]): readonly Term[] {
  const own = new Map(given.map((each) => [each.term, each] as const));
  const used = terms.filter(({ term, used: words }) => words?.test(text) ?? text.includes(term));
  const known = new Set(used.map(({ term }) => term));
  return [...used.map((each) => own.get(each.term) ?? each), ...given.filter(({ term }) => !known.has(term))];
}
