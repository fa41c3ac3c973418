/** What the nouns of all patterns mean: compiled once from the pattern tables. */
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { derived, memo } from '../memo.ts';
import { prebuilt } from '../prebuilt.ts';
import { nounKey } from '../text/fold.ts';
import { partsOf } from './clause.ts';
import { type Node, parsePattern } from './pattern.ts';
import type { Topic } from './patterns/topic.ts';
import { clauseStart } from './sentences.ts';

export interface Meaning {
  readonly quantity: string;
  readonly topic: string;
  /** Number of the sentence pattern. */
  readonly sentence: number;
  /** Whether the noun opens its topic by itself: it is the first figure of a sentence. */
  readonly lead: boolean;
  /** Whether any words may stand before the noun in its clause. */
  readonly free: boolean;
}

export type Lexicon = ReadonlyMap<string, readonly Meaning[]>;

/** Stands for a filled-in word or free wording in an expansion; figures and words cut clauses. */
const GAP = '，';
const FREE = '…';
const MOST_VARIANTS = 4096;
/** A noun is not shortened below this many characters. */
const SHORTEST = 4;

/** Lead words that the reader takes off a noun too. */
export const LEADING =
  /^(?:年度?(?![初末终])|其中|(?:收入|支出)(?:预算)?包括|包括|和|及|以及|分别为|的|(?:主要)?原因(?:是|为|系)|主要(?:是|为|系|包括))+/;
/** Units that a figure before leaves at the beginning of the next wording. */
const UNIT = /^(?:万元|%|个|辆|台（套）)/;
/** Words at a noun's end that say nothing of its meaning. */
export const TRAILING =
  /(?:均为|各为|均|各|为|是|达|约|有|的|：|共计|共|合计|总计|总额度?|金额|安排|预算支出|决算支出|预算|决算|数|额|计划|拟|总体|基本|总的?|(?<=收入|拨款)资金)$/;

const lexiconOf = derived((jurisdictions: Jurisdictions): Lexicon => {
  const known = jurisdictions === bundled() ? prebuilt<PackedLexicon>('lexicon') : undefined;
  return known ? unpacked(known) : compile(jurisdictions.topics);
});

/** The nouns of all sentences that the jurisdictions' explanations may hold. */
export const lexicon = (jurisdictions: Jurisdictions = bundled()): Lexicon => lexiconOf(jurisdictions);

/** A lexicon as JSON: most nouns share their meanings with others. */
export interface PackedLexicon {
  readonly meanings: readonly (readonly Meaning[])[];
  readonly nouns: readonly (readonly [noun: string, at: number])[];
}

/** What the build keeps of a lexicon. */
export function packed(lexicon: Lexicon): PackedLexicon {
  const distinct = new Map<string, number>();
  const nouns = [...lexicon].map(([noun, meanings]) => {
    const json = JSON.stringify(meanings);
    if (!distinct.has(json)) distinct.set(json, distinct.size);
    return [noun, distinct.get(json)!] as const;
  });
  return { meanings: [...distinct.keys()].map((json) => JSON.parse(json)), nouns };
}

/** The lexicon that was packed. */
export const unpacked = ({ meanings, nouns }: PackedLexicon): Lexicon =>
  new Map(nouns.map(([noun, at]) => [noun, meanings[at]!]));

function compile(topics: readonly Topic[]): Lexicon {
  const meanings = new Map<string, Meaning[]>();
  // Sentences share half of their wordings.
  const nounsOf = memo(nounsIn);
  let sentence = 0;
  for (const topic of topics) {
    for (const source of [...topic.sentences, ...(topic.written ?? [])]) {
      sentence += 1;
      let lead = true;
      for (const { variants, quantity } of pieces(parsePattern(source).nodes)) {
        if (quantity === 'it') continue;
        for (const [wording, free] of wordingsOf(variants))
          for (const noun of nounsOf(wording)) add(meanings, noun, { quantity, topic: topic.id, sentence, lead, free });
        lead = false;
      }
    }
  }
  return meanings;
}

/** The last clauses of variants, each once, and whether free wording may stand before it: most variants differ before their clause. */
function wordingsOf(variants: readonly string[]): ReadonlyMap<string, boolean> {
  const wordings = new Map<string, boolean>();
  for (const variant of variants) {
    const clause = variant.slice(clauseStart(variant, 0, variant.length));
    const free = clause.lastIndexOf(FREE);
    const wording = clause.slice(free + 1);
    wordings.set(wording, free >= 0 || wordings.get(wording) === true);
  }
  return wordings;
}

/** The noun of a wording, and what it is called shorter. */
function nounsIn(wording: string): readonly string[] {
  const nouns: string[] = [];
  let noun = nounKey(partsOf(wording, '').noun.replace(LEADING, ''));
  while (noun !== '' && noun !== nouns.at(-1)) {
    nouns.push(noun);
    const shorter = noun.replace(TRAILING, '');
    if (shorter.length >= SHORTEST) noun = shorter;
  }
  return nouns;
}

/** What a noun means in one sentence is said once, last. */
function add(meanings: Map<string, Meaning[]>, noun: string, meaning: Meaning): void {
  const known = meanings.get(noun);
  if (!known) return void meanings.set(noun, [meaning]);
  const at = known.findIndex(
    ({ quantity, sentence }) => quantity === meaning.quantity && sentence === meaning.sentence,
  );
  const [same] = at < 0 ? [] : known.splice(at, 1);
  known.push(same ? { ...meaning, lead: meaning.lead || same.lead, free: meaning.free || same.free } : meaning);
}

interface Piece {
  readonly quantity: string;
  readonly variants: readonly string[];
}

/** The wordings before each figure of a pattern, since the figure before it. */
function pieces(nodes: readonly Node[]): readonly Piece[] {
  const found: Piece[] = [];
  walk(nodes, [''], found);
  return found;
}

function walk(nodes: readonly Node[], before: readonly string[], found: Piece[]): readonly string[] {
  let variants = before;
  for (const node of nodes) {
    if (variants.length > MOST_VARIANTS) throw new Error('pattern: too many wordings before one figure');
    switch (node.kind) {
      case 'text':
        variants = variants.map((variant) => variant + (variant === GAP ? node.text.replace(UNIT, '') : node.text));
        break;
      case 'word':
        variants = variants.map((variant) => variant + GAP);
        break;
      case 'free':
        variants = variants.map((variant) => variant + FREE);
        break;
      case 'figure':
        found.push({ quantity: node.quantity, variants });
        variants = [GAP];
        break;
      case 'optional':
        variants = [...new Set([...walk(node.nodes, variants, found), ...variants])];
        break;
      case 'choice': {
        const start = variants;
        variants = [...new Set(node.options.flatMap((option) => walk(option, start, found)))];
        break;
      }
    }
  }
  return variants;
}
