/**
 * The texts of the interface in two languages: one mechanism for the command line, the reports and the pages. A catalogue
 * holds each text as a pair, Chinese first, so that neither language can miss one. What documents print stays as printed.
 */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `[Chinese, English]`: sentences, with `{name}` for what is filled in (`filled`), or functions that make them. */
export type Pair = readonly [unknown, unknown];

/** Pairs by key; a catalogue may hold others. */
export interface Catalogue {
  readonly [key: string]: Pair | Catalogue;
}

type Plain<T> = T extends string ? string : T;

/** A catalogue in one language: the same keys, each with its text. */
export type TextsOf<C> = C extends readonly [infer Chinese, unknown]
  ? Plain<Chinese>
  : { readonly [K in keyof C]: TextsOf<C[K]> };

/** A catalogue's texts in one language. */
export function textsIn<C extends Catalogue>(catalogue: C, language: Language): TextsOf<C> {
  const side = LANGUAGES.indexOf(language);
  const texts = Object.entries(catalogue).map(([key, entry]) => [
    key,
    isPair(entry) ? entry[side] : textsIn(entry, language),
  ]);
  return Object.fromEntries(texts);
}

const isPair = (entry: Pair | Catalogue): entry is Pair => Array.isArray(entry);

/** `{name}` in a text replaced by its value; what has no value leaves nothing. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
