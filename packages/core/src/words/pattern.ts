/**
 * The pattern language for sentences of the explanation (design §2.1). A pattern is a sentence as people write it, with
 *
 * - `{quantity}` a figure, named as the form names it: `{expenditure[total].basic}万元`; `{it}` the one last named;
 * - `{quantity:aspect}` another side of it: `change` 增加3.00万元, `percent` 增长1.2%, `share`, `completion`, `last`, `initial`, `order`;
 * - `{it:against}` the whole comparison with last year: 比2025年预算增加3.00万元，增长1.20%, 与2025年预算持平, 上年无此项预算;
 * - `{year}`, `{base}`, `{agency}`, `{item}`, `{class}` words that are filled in; `{item}` and `{class}` become what `{it}` means;
 * - `{reason}`, `{purpose}` and other words that whoever writes supplies, and that reading passes over;
 * - `<a|b>` wordings of which the first is written; `<revenue>` those that are known by a name (patterns/noun-ids.ts);
 *   `[…]` what may be left out; `…` free wording, only read over.
 */
import { isQuantity } from '../model/quantity.ts';
import type { Aspect } from './mention.ts';
import { nounOf } from './patterns/noun-ids.ts';

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly name: WordSlot }
  | { readonly kind: 'figure'; readonly quantity: string; readonly aspect: Aspect | 'against' }
  | { readonly kind: 'free' }
  | { readonly kind: 'optional'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Node[])[] };

/** What is filled in; those from `level` on by the caller, for the figure last named. */
const WORDS = [
  'year',
  'base',
  'agency',
  'item',
  'class',
  'level',
  'index',
  'reason',
  'order-reason',
  'turn',
  'purpose',
  'as-of',
  'units',
  'sources',
  'classes',
  'personnel-uses',
  'operating-uses',
  'running-uses',
  'name',
  'period',
  'score',
] as const;

export type WordSlot = (typeof WORDS)[number];

export interface Pattern {
  readonly source: string;
  readonly nodes: readonly Node[];
}

const ASPECTS: readonly string[] = [
  'level',
  'last',
  'initial',
  'adjusted',
  'change',
  'percent',
  'share',
  'completion',
  'order',
  'against',
] satisfies (Aspect | 'against')[];

/** What is wrong in a pattern, `at` so many characters from its beginning; `message` is Chinese for whoever writes one. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/**
 * Parses a pattern.
 * @throws PatternError
 */
export function parsePattern(source: string): Pattern {
  const [nodes, end] = parseNodes(source, 0, '');
  if (end < source.length) fail(end, `多了一个“${source[end]}”`);
  return { source, nodes };
}

function parseNodes(source: string, from: number, closers: string): [Node[], number] {
  const nodes: Node[] = [];
  let at = from;
  while (at < source.length && !closers.includes(source[at]!)) {
    const [node, next] = parseNode(source, at);
    nodes.push(node);
    at = next;
  }
  return [nodes, at];
}

function parseNode(source: string, at: number): [Node, number] {
  switch (source[at]) {
    case '{': {
      const end = source.indexOf('}', at);
      if (end < 0) fail(at, '“{”没有配对的“}”');
      return [slotOf(source.slice(at + 1, end), at), end + 1];
    }
    case '[': {
      const [nodes, end] = parseNodes(source, at + 1, ']');
      if (source[end] !== ']') fail(at, '“[”没有配对的“]”');
      return [{ kind: 'optional', nodes }, end + 1];
    }
    case '<': {
      const id = NOUN.exec(source.slice(at))?.[1];
      return id === undefined ? parseChoice(source, at) : [namedNoun(id, at), at + id.length + 2];
    }
    case '…':
      return [{ kind: 'free' }, at + 1];
    default: {
      const text = /^[^{[<…\]|>]+/.exec(source.slice(at))?.[0];
      if (!text) fail(at, `多了一个“${source[at]}”`);
      return [{ kind: 'text', text }, at + text.length];
    }
  }
}

const NOUN = /^<([a-z][a-z-]*)>/;

function namedNoun(id: string, at: number): Node {
  const noun = nounOf(id);
  if (noun === undefined) fail(at, `不认识名称“<${id}>”`);
  return { kind: 'choice', options: [parsePattern(noun).nodes] };
}

function parseChoice(source: string, from: number): [Node, number] {
  const options: Node[][] = [];
  let at = from;
  do {
    const [nodes, end] = parseNodes(source, at + 1, '|>');
    options.push(nodes);
    at = end;
  } while (source[at] === '|');
  if (source[at] !== '>') fail(from, '“<”没有配对的“>”');
  return [{ kind: 'choice', options }, at + 1];
}

function slotOf(text: string, at: number): Node {
  if ((WORDS as readonly string[]).includes(text)) return { kind: 'word', name: text as WordSlot };
  const [quantity = '', aspect = 'level'] = text.split(':');
  if (!ASPECTS.includes(aspect)) fail(at, `不认识“${text}”里的“${aspect}”，可用的有 ${ASPECTS.join('、')}`);
  if (!isQuantity(quantity)) fail(at, `不认识“{${text}}”`);
  return { kind: 'figure', quantity, aspect: aspect as Aspect | 'against' };
}

function fail(at: number, message: string): never {
  throw new PatternError(message, at);
}

/** Figures that a pattern names, in order, with those inside brackets. */
export function figureSlots(nodes: readonly Node[]): readonly Extract<Node, { kind: 'figure' }>[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'figure') return [node];
    if (node.kind === 'optional') return figureSlots(node.nodes);
    if (node.kind === 'choice') return node.options.flatMap(figureSlots);
    return [];
  });
}
