/**
 * Sentences of reports as patterns: `截至{month}月底，{count}个项目…`. A pattern is written once; filling it in writes the sentence, and
 * matching it reads the values back. Numbers stand as printed, so that nothing is rounded on the way.
 */
export type Values = Readonly<Record<string, string>>;

export interface SentencePattern {
  readonly id: string;
  readonly pattern: string;
}

/** What stands in the text of a pattern and means something to a regular expression. */
const SPECIAL = /[.*+?^$()|[\]\\{}]/g;
const SLOT = /\{(\w+)(:n)?\}/;

/** The slots of a pattern, in order; `{rate:n}` holds a number, which reading asks for. */
const partsOf = (pattern: string): readonly string[] => pattern.split(/(\{\w+(?::n)?\})/);

/** The sentence. @throws RangeError where a value is missing: half a sentence is none */
export function writePattern({ id, pattern }: SentencePattern, values: Values): string {
  return partsOf(pattern)
    .map((part) => {
      const slot = SLOT.exec(part)?.[1];
      if (slot === undefined) return part;
      const value = values[slot];
      if (value === undefined || value === '') throw new RangeError(`${id} has no ${slot}`);
      return value;
    })
    .join('');
}

/** The values of a sentence that a pattern wrote; undefined where it is another one. */
export function readPattern({ pattern }: SentencePattern, sentence: string): Values | undefined {
  const source = partsOf(pattern)
    .map((part) => {
      const [, slot, isNumber] = SLOT.exec(part) ?? [];
      if (slot === undefined) return part.replace(SPECIAL, '\\$&');
      return isNumber ? `(?<${slot}>-?\\d+(?:\\.\\d+)?)` : `(?<${slot}>.+?)`;
    })
    .join('');
  const match = new RegExp(`^${source}$`, 'su').exec(sentence);
  return match ? { ...match.groups } : undefined;
}

/** Which of several patterns a sentence is, with its values; the first that fits. */
export function readSentence(
  patterns: readonly SentencePattern[],
  sentence: string,
): { readonly id: string; readonly values: Values } | undefined {
  for (const each of patterns) {
    const values = readPattern(each, sentence);
    if (values) return { id: each.id, values };
  }
  return undefined;
}

/** A piece of a sentence; `slot` names the value that it is, and nothing where it is words of the pattern. */
export interface SentencePart {
  readonly text: string;
  readonly slot?: string;
}

/** The pieces of a sentence, in order, with its pattern and its values: for a page where each number leads somewhere. Undefined where no pattern wrote it. */
export function takeApart(
  patterns: readonly SentencePattern[],
  sentence: string,
): { readonly id: string; readonly values: Values; readonly parts: readonly SentencePart[] } | undefined {
  const read = readSentence(patterns, sentence);
  if (!read) return undefined;
  const { pattern } = patterns.find(({ id }) => id === read.id)!;
  const parts = partsOf(pattern).map((part) => {
    const slot = SLOT.exec(part)?.[1];
    return slot === undefined ? { text: part } : { text: read.values[slot]!, slot };
  });
  return { ...read, parts };
}
