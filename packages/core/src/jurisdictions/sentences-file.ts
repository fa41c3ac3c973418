/** `sentences.yaml`: the sentences that explanations are written with, by topic and id. */

import { lazy } from '../memo.ts';
import { prebuilt } from '../prebuilt.ts';
import type { Faults } from '../user-file/faults.ts';
import { fieldsOf, isFields, plainText } from '../user-file/fields.ts';
import { figureSlots, type Pattern, PatternError, parsePattern } from '../words/pattern.ts';
import { TOPICS } from '../words/patterns/index.ts';
import { isKnownQuantity } from './quantities.ts';

export interface WrittenSentence {
  readonly topic: string;
  /** As the file has it. */
  readonly source: string;
  /** Parsed when it is written with. */
  readonly pattern: () => Pattern;
  /** The first quantity that the sentence names: the whole of its shares. */
  readonly lead: string | undefined;
}

export type Sentences = ReadonlyMap<string, WrittenSentence>;

/** Sentences without a figure belong to no topic. */
export const PLAIN = 'plain';

const TOPIC_IDS: readonly string[] = [...TOPICS.map(({ id }) => id), PLAIN];

/** The file's own sentences. */
export function sentencesOf(data: unknown, faults: Faults): Sentences {
  const found = new Map<string, WrittenSentence>();
  for (const [topic, sentences] of Object.entries(fieldsOf(data, [], TOPIC_IDS, faults) ?? {})) {
    if (!TOPIC_IDS.includes(topic)) continue;
    if (!isFields(sentences)) {
      faults.at([topic], '这里应每行写一句“编号: 句式”。');
      continue;
    }
    for (const [id, text] of Object.entries(sentences)) {
      const path = [topic, id];
      if (found.has(id)) faults.at(path, `句式编号“${id}”前面已经用过，请换一个。`, 'name');
      const source = plainText(text, path, `句式“${id}”`, faults);
      const sentence = source === undefined ? undefined : sentenceOf(topic, source, path, faults);
      if (sentence) found.set(id, sentence);
    }
  }
  return found;
}

/** Leads of the sentences that come with the program, without fault, by their text; null where none is named. */
const leads = lazy(() => prebuilt<Readonly<Record<string, string | null>>>('leads') ?? {});

function sentenceOf(
  topic: string,
  source: string,
  path: readonly string[],
  faults: Faults,
): WrittenSentence | undefined {
  const known = leads()[source];
  if (known !== undefined)
    return { topic, source, pattern: lazy(() => parsePattern(source)), lead: known ?? undefined };
  const pattern = patternOf(source, path, faults);
  return pattern && { topic, source, pattern: () => pattern, lead: leadOf(pattern) };
}

const leadOf = ({ nodes }: Pattern) => figureSlots(nodes).find(({ quantity }) => quantity !== 'it')?.quantity;

function patternOf(source: string, path: readonly string[], faults: Faults): Pattern | undefined {
  try {
    const pattern = parsePattern(source);
    const strange = figureSlots(pattern.nodes).find(({ quantity }) => quantity !== 'it' && !isKnownQuantity(quantity));
    if (!strange) return pattern;
    const { quantity } = strange;
    return faults.at(path, `句式不认识“{${quantity}}”，请改正。`, 'value', source.indexOf(`{${quantity}`));
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return faults.at(path, `句式${error.message}，请改正。`, 'value', error.at);
  }
}
