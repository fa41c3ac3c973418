/**
 * Amounts of the explanation as an outline: a paragraph's head amount with the list that follows it in the sentence, and the
 * numbered paragraphs below it (一、 （一） 1. （1）) with theirs. What such lists add up to needs no name that a form knows.
 */
import type { Disclosure, ExplanationSection, Origin } from '../disclosure.ts';
import type { Fen } from '../money.ts';
import { nounKey, plainText } from '../text/fold.ts';
import { numberingDepth, withoutNumbering } from '../text/numbering.ts';
import { parseNumeral } from '../text/numerals.ts';
import { type FigureToken, figuresOf } from './figures.ts';
import { originOf } from './read.ts';
import { clauseStart, sentencesOf } from './sentences.ts';

/** How much of its whole a list tells: all of it (包括), the most of it (主要包括), some of it (其中). */
export type Extent = 'all' | 'most' | 'some';

/** An amount with what the document calls it, as printed. */
export interface OutlineAmount {
  /** Without numbering, quotes and spaces. */
  readonly label: string;
  readonly fen: Fen;
  /** Fen of the last printed digit. */
  readonly step: Fen;
  /** The clause up to and with the figure. */
  readonly text: string;
  readonly origin: Origin;
}

/** A paragraph's head amount; `head` is absent for a numbered heading without one. */
export interface OutlineNode {
  readonly head: OutlineAmount | undefined;
  /** 一 is 1 among its siblings; 0 where the paragraph is not numbered. */
  readonly number: number;
  readonly depth: number;
  /** Amounts listed behind the head in its own sentence, where a word opens the list (包括, 其中, 分别为). */
  readonly list: readonly OutlineAmount[];
  /** What the list says of itself. */
  readonly extent: Extent;
  readonly children: OutlineNode[];
}

/** The outlines of every section, outermost paragraphs first. Never throws on any text. */
export function outlinesOf(disclosure: Disclosure): readonly OutlineNode[] {
  return disclosure.explanation.flatMap(sectionOutline);
}

function sectionOutline({ paragraphs }: ExplanationSection): readonly OutlineNode[] {
  const roots: OutlineNode[] = [];
  const broken = new Set<OutlineNode>();
  let open: OutlineNode[] = [];
  for (const block of paragraphs) {
    const text = plainText(block.text);
    const depth = numberingDepth(text);
    const node = nodeOf(text, depth, (at) => originOf(block, at));
    if (depth === 0) {
      // Another paragraph begins: what is numbered behind it is not known to be of what stood before.
      for (const above of open) broken.add(above);
      open = node.head ? [node] : [];
      if (node.head) roots.push(node);
      continue;
    }
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  for (const node of broken) if (goesOnElsewhere(node, roots)) node.children.length = 0;
  return roots;
}

/** Whether numbered paragraphs that go on where a node's children ended stand apart from it, torn off by a page. */
function goesOnElsewhere({ children }: OutlineNode, roots: readonly OutlineNode[]): boolean {
  const last = children.at(-1);
  return last !== undefined && roots.some(({ depth, number }) => depth === last.depth && number === last.number + 1);
}

const NUMBER = /^[（(]?([一二三四五六七八九十]+|\d+)/;
/** A head says what the paragraph is of: no comparison, no change, no condition stands before its figure. */
const NO_HEAD = /比|较|增加|减少|增长|下降|提高|降低|结转|其中|约|近|超过|不超|以上|年初|上年/;
const OPENER = /(?:包括|其中|分别为|分别是|分别|具体为|具体包括|主要为|主要是|构成)：?[^，；、]*$/;
/** A list within a list: what belongs to which is not known then. */
const NESTED = /(?:包括|其中|分别|中，|：)[^，；、。]*$/;
const CHANGED = /(?:增加|减少|增长|下降|提高|降低|上升|压减|调减|比|较)/;
const TAIL = /(?:预算|安排|支出预算|经费预算|共计|合计|总计|共|为|是|约|：|数|金额)+$/;

function nodeOf(text: string, depth: number, origin: (at: number) => Origin): OutlineNode {
  const number = depth > 0 ? parseNumeral(NUMBER.exec(text)?.[1] ?? '') : 0;
  const empty: OutlineNode = { head: undefined, number, depth, list: [], extent: 'all', children: [] };
  const [sentence] = sentencesOf(text);
  if (!sentence) return empty;
  const tokens = figuresOf(text).filter(({ printed, end }) => printed.kind === 'amount' && end <= sentence.end);
  const [first] = tokens;
  if (!first) return empty;
  const before = text.slice(0, first.start);
  if (before.length > 60 || NO_HEAD.test(before)) return empty;
  const head = amountOf(text, 0, first, origin);
  if (!head) return empty;
  const list = listBehind(text, first, tokens.slice(1), origin);
  return { ...empty, head, list, extent: extentOf(text.slice(first.end, tokens[1]?.start)) };
}

/** What the words before a list's first part say of it. */
export const extentOf = (opening: string): Extent =>
  /主要/.test(opening) ? 'most' : /其中/.test(opening) ? 'some' : 'all';

/** The amounts of the list that opens right behind the head, up to the first that is a comparison or stands in brackets. */
function listBehind(
  text: string,
  head: FigureToken,
  tokens: readonly FigureToken[],
  origin: (at: number) => Origin,
): readonly OutlineAmount[] {
  const items: OutlineAmount[] = [];
  let from = head.end;
  for (const token of tokens) {
    const gap = text.slice(from, token.start);
    if (items.length === 0 ? !OPENER.test(gap) : NESTED.test(gap)) return [];
    if (CHANGED.test(gap)) return [];
    if (!isBracketed(text, head.end, token.start)) {
      const item = amountOf(text, from, token, origin);
      if (!item) return [];
      items.push(item);
    }
    from = token.end;
  }
  return items;
}

function isBracketed(text: string, from: number, at: number): boolean {
  const between = text.slice(from, at);
  return between.split('（').length > between.split('）').length;
}

function amountOf(
  text: string,
  from: number,
  token: FigureToken,
  origin: (at: number) => Origin,
): OutlineAmount | undefined {
  if (token.printed.kind !== 'amount') return undefined;
  const start = Math.max(from, clauseStart(text, from, token.start));
  const label = nounKey(withoutNumbering(text.slice(start, token.start)))
    .replace(/^.*(?:包括|其中|分别为|分别是|具体为|主要为|主要是)：?/, '')
    .replace(TAIL, '');
  if (label === '') return undefined;
  return {
    label,
    fen: token.negative ? -token.printed.fen : token.printed.fen,
    step: token.printed.step,
    text: text.slice(start, token.end),
    origin: origin(token.start),
  };
}
