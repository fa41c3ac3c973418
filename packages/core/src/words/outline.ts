/**
 * Amounts of the explanation as an outline: a paragraph's head amount with the list that follows it in the sentence, and the
 * numbered paragraphs below it (一、 （一） 1. （1）) with theirs. What such lists add up to needs no name that a form knows.
 */
import type { Disclosure, ExplanationSection, Origin, TextBlock } from '../disclosure.ts';
import type { Fen } from '../money.ts';
import { nounKey, plainText } from '../text/fold.ts';
import { numberingDepth, withoutNumbering } from '../text/numbering.ts';
import { parseNumeral } from '../text/numerals.ts';
import { fundNamed } from '../vocabulary/index.ts';
import { isOfEach } from './counted.ts';
import { type FigureToken, figuresOf } from './figures.ts';
import type { Place } from './mention.ts';
import { originOf } from './read.ts';
import { clauseStart, type Span, sentencesOf } from './sentences.ts';

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
  readonly at: At;
}

/** Where a figure stands: section and paragraph of the explanation, and its first character there. */
export type At = Pick<Place, 'section' | 'paragraph' | 'start'>;

/** A paragraph's head amount; `head` is absent for a numbered heading without one. */
export interface OutlineNode {
  readonly head: OutlineAmount | undefined;
  /** 一 is 1 among its siblings; 0 where the paragraph is not numbered. */
  readonly number: number;
  readonly depth: number;
  /** Amounts listed behind the head where a word opens the list (包括, 其中, 分别为): in its own sentence, or in the next one. */
  readonly list: readonly OutlineAmount[];
  /** What the list says of itself. */
  readonly extent: Extent;
  /** The head stands behind other sentences: it is no head of what is numbered below, and no part of what stands above. */
  readonly isLate?: true;
  readonly children: OutlineNode[];
}

/** The outlines of every section, outermost paragraphs first. Never throws on any text. */
export function outlinesOf(disclosure: Disclosure): readonly OutlineNode[] {
  return disclosure.explanation.flatMap(sectionOutline);
}

/** Makes an amount of what stands between two places of a paragraph. */
type AmountIn = (text: string, from: number, token: FigureToken) => OutlineAmount | undefined;

function sectionOutline({ paragraphs }: ExplanationSection, section: number): readonly OutlineNode[] {
  const roots: OutlineNode[] = [];
  const broken = new Set<OutlineNode>();
  let open: OutlineNode[] = [];
  for (const [paragraph, block] of paragraphs.entries()) {
    const text = plainText(block.text);
    const depth = numberingDepth(text);
    const node = nodeOf(text, depth, (...of) => amountOf(...of, block, { section, paragraph }));
    if (depth === 0) {
      // Another paragraph begins: what is numbered behind it is not known to be of what stood before.
      for (const above of open) broken.add(above);
      open = node.head && !node.isLate ? [node] : [];
      if (node.head) roots.push(node);
      continue;
    }
    while (open.length > 0 && !holdsBelow(open.at(-1)!, depth)) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  for (const node of broken) if (goesOnElsewhere(node, roots)) node.children.length = 0;
  return roots;
}

/** Whether numbering of a depth stands below a paragraph: what is numbered further out than its first child comes after it. */
const holdsBelow = ({ depth: own, children: [first] }: OutlineNode, depth: number): boolean =>
  own < depth && (first === undefined || first.depth <= depth);

/** Whether numbered paragraphs that go on where a node's children ended stand apart from it, torn off by a page. */
function goesOnElsewhere({ children }: OutlineNode, roots: readonly OutlineNode[]): boolean {
  const last = children.at(-1);
  return last !== undefined && roots.some(({ depth, number }) => depth === last.depth && number === last.number + 1);
}

const NUMBER = /^[（(]?([一二三四五六七八九十]+|\d+)/;
/** A head says what the paragraph is of: no comparison, no change, no condition stands before its figure, nor what it is a part of. */
const NO_HEAD =
  /比|较|增加|减少|增长|下降|提高|降低|结转|其中|算中，|按[^，。；]{2,14}(?:分类|划分|分)：|约|近|超过|不超|以上|年初|上年/;
/** What is brought forward is a part like any other. */
const CARRIED = /^[^，。；：]{0,6}(?:上年)?(?:结转|结余){1,2}(?:收入|资金)?[为：]?$/;
const OPENER = /(?:(?:包括|其中|分别为|分别是|分别|具体为|具体包括|主要为|主要是|构成)[：，]?|^：?)[^，；、]*$/;
/** A list within a list: what belongs to which is not known then. */
const NESTED = /(?:包括|其中|分别|中，|：)[^，；、。]*$/;
const CHANGED = /(?:增加|减少|增长|下降|提高|降低|上升|压减|调减|比|较)/;
const ASIDE = /(?:增加|减少|增长|下降|提高|降低|上升|压减|调减|新增|比|较|原因|由于)/;
const TAIL = /(?:预算|安排|支出预算|经费预算|共计|合计|总计|共|为|是|约|：|数|金额)+$/;

function nodeOf(text: string, depth: number, amount: AmountIn): OutlineNode {
  const number = depth > 0 ? parseNumeral(NUMBER.exec(text)?.[1] ?? '') : 0;
  const empty: OutlineNode = { head: undefined, number, depth, list: [], extent: 'all', children: [] };
  const tokens = figuresOf(text).filter(({ printed }) => printed.kind === 'amount');
  const [first] = tokens;
  const sentences = sentencesOf(text);
  const at = first ? sentences.findIndex(({ end }) => first.end <= end) : -1;
  const [sentence, ...more] = sentences.slice(at);
  if (!first || at < 0 || !sentence || first.start < sentence.start) return empty;
  if (at > 0) return lateNode(text, empty, sentence, tokens, amount);
  const before = text.slice(0, first.start);
  if (before.length > 60 || (NO_HEAD.test(before) && !CARRIED.test(before))) return empty;
  const head = amount(text, 0, first);
  if (!head) return empty;
  const own = listIn(text, { start: first.end, end: sentence.end }, tokens, amount);
  const opening = more.findIndex(({ start, end }) => OPENING.test(text.slice(start, end)));
  const next = more.slice(0, opening).some((between) => hasHead(text, between, tokens)) ? undefined : more[opening];
  const { list, ...read } = own.list.length > 0 || !next ? own : listIn(text, next, tokens, amount);
  const extent = isEvery(head, before, list) ? 'all' : read.extent;
  const second = tokens[1] && tokens[1].end <= sentence.end ? amount(text, first.end, tokens[1]) : undefined;
  if (second && tellsWhatIsSpent(list) && /收入$/.test(head.label) && /支出$/.test(second.label))
    return { ...empty, head: second, list, extent };
  const ofAccounts = list.filter(isOfAccounts).length;
  if (ofAccounts === 0 || isOfAccounts(head)) return { ...empty, head, list, extent };
  // 预算32万元…其中：购置费预算18万元，支出决算17万元: both are told of each part, and neither alone adds up to the head.
  if (ofAccounts < list.length) return { ...empty, head };
  // 支出预算为…，支出决算为…。其中：…支出决算为…: the parts are those of what was spent.
  return second && isOfAccounts(second) ? { ...empty, head: second, list, extent } : { ...empty, head };
}

/** 总支出12万元。财政拨款支出10万元。其中：…: what follows lists the second, not the first. */
function hasHead(text: string, { start, end }: Span, tokens: readonly FigureToken[]): boolean {
  const first = tokens.find((token) => token.start >= start && token.end <= end);
  return first !== undefined && !NO_HEAD.test(text.slice(start, first.start));
}

/** 财政拨款收入10万元，财政拨款支出11万元。其中：基本支出…，项目支出…: what is spent is no part of what is received. */
const tellsWhatIsSpent = (list: readonly OutlineAmount[]): boolean =>
  list.length > 0 && list.every(({ label }) => /支出$/.test(label));

/** 本部门所有支出实行绩效目标管理。纳入…的金额为6万元，其中，…: the list of a sentence that stands behind others without amounts. */
function lateNode(
  text: string,
  empty: OutlineNode,
  sentence: Span,
  tokens: readonly FigureToken[],
  amount: AmountIn,
): OutlineNode {
  const [first] = tokens;
  const before = text.slice(sentence.start, first!.start);
  if (before.length > 60 || NO_HEAD.test(before)) return empty;
  const head = amount(text, sentence.start, first!);
  const { list, ...read } = listIn(text, { start: first!.end, end: sentence.end }, tokens, amount);
  const extent = head && isEvery(head, text.slice(0, first!.start), list) ? 'all' : read.extent;
  const isOfOne = head && [head, ...list].every((each) => isOfAccounts(each) === isOfAccounts(head));
  return isOfOne && list.length > 0 ? { ...empty, head, list, extent, isLate: true } : empty;
}

const isOfAccounts = ({ text }: OutlineAmount): boolean => /决算|执行(?:数|总?额)/.test(text);

/** A sentence that tells the parts of what the one before it is of: 其中：基本支出…, 按支出功能分类，包括…. */
const OPENING = /^(?:其中|包括|具体|分别|按(?:照)?[^，。；]{2,12}(?:分类|划分|分))/;

/** What the words before a list's first part say of it. */
export const extentOf = (opening: string): Extent =>
  /主要/.test(opening) ? 'most' : /其中/.test(opening) ? 'some' : 'all';

/** The amounts of the list that opens in a stretch of the text; what is said of a part beside its amount is passed over. */
function listIn(
  text: string,
  { start, end }: Span,
  tokens: readonly FigureToken[],
  amount: AmountIn,
): { readonly list: readonly OutlineAmount[]; readonly extent: Extent } {
  const none = { list: [], extent: 'all' } as const;
  const items: OutlineAmount[] = [];
  let from = start;
  let opening = '';
  let isAside = false;
  for (const token of tokens) {
    if (token.start < start || token.end > end) continue;
    const gap = text.slice(from, token.start);
    from = token.end;
    if (items.length === 0) {
      if (!OPENER.test(gap) || CHANGED.test(gap)) return none;
      opening = gap;
    } else if (NESTED.test(gap)) return none;
    // What is said of a part goes on to the next semicolon: its change, and the reasons of that with amounts of their own.
    const said = gap.slice(gap.lastIndexOf('；') + 1);
    isAside = items.length > 0 && ((isAside && said === gap) || ASIDE.test(said));
    if (isAside || isBracketed(text, start, token.start)) continue;
    const item = amount(text, token.start - gap.length, token);
    if (!item) return none;
    // 车均购置费17.98万元: what comes to each is no part of the whole.
    if (!isOfEach(item.label)) items.push(item);
  }
  return { list: items, extent: isAll(items) ? 'all' : extentOf(opening) };
}

/** 其中：基本支出3万元，项目支出2万元: there is no third of them. */
const isAll = (items: readonly OutlineAmount[]): boolean =>
  items.length === 2 && PAIRS.some((pair) => pair.every((label, i) => label.test(items[i]!.label)));
const PAIRS = [
  [/^基本支出$/, /^项目支出$/],
  [
    /^(?:本年|当年)(?:一般公共预算|财政)?(?:拨款|收入|预算)?(?:安排)?(?:支出|资金)?$/,
    /结转(?:结余)?(?:安排)?(?:支出|资金)?$/,
  ],
] as const;

/** 3个项目，资金993万元，其中：甲415万元、乙337万元、丙241万元: as many parts as were counted. */
const COUNTED = /(\d+)个(?:[^，。；：\d]{0,12}项目)?[^。；\d]*$/;
const APPROPRIATED = /财政拨款|三公.{0,2}经费|机关运行经费/;

/** Whether a list that 其中 opens tells every part there is: as many as were counted, or each fund of what is appropriated. */
function isEvery({ label }: OutlineAmount, before: string, items: readonly OutlineAmount[]): boolean {
  if (items.length < 2) return false;
  if (/项目/.test(before) && COUNTED.exec(before)?.[1] === String(items.length)) return true;
  const funds = new Set(items.map(({ text }) => fundNamed(nounKey(text).replace(/^其中[:：]?/, ''))));
  return APPROPRIATED.test(label) && funds.size === items.length && !funds.has(undefined);
}

/** Whether a place stands within brackets; one that closes nothing, as a slip leaves it, counts for none. */
function isBracketed(text: string, from: number, at: number): boolean {
  let open = 0;
  for (const character of text.slice(from, at))
    if (character === '（') open += 1;
    else if (character === '）') open = Math.max(0, open - 1);
  return open > 0;
}

/**
 * The amount that a figure of a paragraph's plain text tells, called by what stands before it back to `from`; undefined for another
 * kind of figure and where nothing names it.
 */
export function amountOf(
  text: string,
  from: number,
  token: FigureToken,
  block: TextBlock,
  where: Pick<At, 'section' | 'paragraph'>,
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
    origin: originOf(block, token.start),
    at: { ...where, start: token.start },
  };
}
