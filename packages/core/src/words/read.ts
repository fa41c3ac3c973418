/**
 * Reads the explanation: every figure that a pattern knows becomes a mention. A figure's meaning comes from its own clause,
 * with the topic and the subject spoken of before it as context; a clause that no pattern knows gives no mention.
 */

import type { Disclosure, ExplanationSection, Origin, TextBlock } from '../disclosure.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { derived } from '../memo.ts';
import { codeOf, listed, thingOf } from '../model/quantity.ts';
import { plainText } from '../text/fold.ts';
import { isDivided } from './appropriated.ts';
import { baseOfSentence, type ClauseParts, ofOwnPlan, partsOf, yearIn } from './clause.ts';
import { peopleOf } from './counted.ts';
import { isEconomicItem } from './economic-parts.ts';
import { type FigureToken, figuresOf } from './figures.ts';
import { asFineAsOthers } from './fineness.ts';
import { classBefore, dividedBehind, itemSubject, itemsToCome, openFunction, unnamedItem } from './item-lines.ts';
import type { NamedItem } from './item-names.ts';
import { lexicon } from './lexicon.ts';
import { briefSubject, enterTopic, headingTopic, knows, lookup, subjectOf } from './meaning.ts';
import type { Aspect, Mention, Place } from './mention.ts';
import {
  comparedIn,
  goesOnAboutHeading,
  isComparing,
  labelOf,
  openWhole,
  subjectHeaded,
  tellsPerformance,
} from './openings.ts';
import { reasonParts, reasonSubject, tellsWhy } from './reasons.ts';
import { respectiveClauses } from './respectively.ts';
import { clauseStart, sentencesOf } from './sentences.ts';
import { isUnnamed, type Known, knownOf, type LookupContext, type Open, type Subject } from './spoken-of.ts';
import { projectReviewed, targetSubject } from './targets.ts';
import { wholeOf } from './wholes.ts';

/** All mentions of a document's explanation, in the order of the text. Never throws on any text. */
export const readMentions = (disclosure: Disclosure, jurisdictions = bundled()): readonly Mention[] =>
  mentionsBy(jurisdictions)(disclosure);

/** Coverage, checks and the store ask the same of one document. */
const mentionsBy = derived((jurisdictions: Jurisdictions) =>
  derived((disclosure: Disclosure): readonly Mention[] => {
    const names = knownOf(disclosure, lexicon(jurisdictions));
    return asFineAsOthers(
      disclosure.explanation.flatMap((section, index) =>
        isGlossary(section) ? [] : readSection(section, index, names),
      ),
    );
  }),
);

/** A section that explains terms. */
export const isGlossary = (section: ExplanationSection) =>
  /名词解释/.test(section.title) || /名词解释/.test(section.part ?? '');

function readSection(section: ExplanationSection, index: number, names: Known): Mention[] {
  const open: Open = { topic: undefined, sentences: [], it: undefined, lead: undefined, list: undefined };
  headingTopic(section.title, open);
  return section.paragraphs.flatMap((block, paragraph) => readBlock(block, { section: index, paragraph }, open, names));
}

/** A paragraph worth looking at. */
const FIGURED = /\d\s*(?:万|元|亿|%|个|辆|台|套|项|批|人次)|持平|变化|变动|无增减|预算数|一致|相[同等]/;

type Where = Pick<Place, 'section' | 'paragraph'>;

function readBlock(block: TextBlock, where: Where, open: Open, names: Known): Mention[] {
  const text = plainText(block.text);
  const figures = FIGURED.test(text) ? figuresOf(text) : [];
  if (figures.length === 0) {
    openFunction(text, open);
    if (text.length <= 40) headingTopic(text, open);
    else if (!/[：]$/.test(text)) open.it = undefined;
    const [item, ...more] = names.items(text);
    if (item && more.length === 0) open.headed = itemSubject(item, open) ?? unnamedItem(item, open, names);
    else if (!item && text.length <= 30) open.headed = subjectHeaded(text, open, names);
    if (/（项）/.test(text)) open.it = undefined;
    return [];
  }
  openFunction(text, open);
  const items = names.items(text);
  const mentions: Mention[] = [];
  let previous = 0;
  if (tellsPerformance(text) && open.topic !== 'performance') enterTopic('performance', open);
  open.first = undefined;
  open.firstLost = false;
  open.wholeYear = undefined;
  if (!/^[^。；]{0,12}(?:比|与|较)/.test(text)) open.it = open.topicIt;
  const goesOn = open.headed && goesOnAboutHeading(text);
  if (goesOn) open.it = open.headed;
  open.countsAside = goesOn === 'counts';
  open.headed = undefined;
  const label = labelOf(text);
  if (label) open.it = subjectOf(label, open, names) ?? open.it;
  const sentences = sentencesOf(text);
  const comparisons = sentences.filter(({ start, end }) => isComparing(text.slice(start, end)));
  let toldBefore: readonly Mention[] = [];
  for (const sentence of sentences) {
    if (open.list && open.it && isPartOf(open.it, open.list)) open.it = open.list;
    open.list = undefined;
    open.elsewhere = false;
    open.nested = false;
    if (open.it?.brief) open.it = open.explained;
    open.explained = undefined;
    openWhole(text.slice(sentence.start, sentence.end), open, names);
    open.compared = baseOfSentence(text.slice(sentence.start, sentence.end));
    open.it = comparedIn(text.slice(sentence.start, sentence.end), open, toldBefore, comparisons.length > 1);
    const before = mentions.length;
    let last: Aspect | undefined;
    const respective = respectiveClauses(text, sentence, figures);
    let changed: number | undefined;
    for (const token of figures) {
      if (token.start < sentence.start || token.end > sentence.end) continue;
      const gapStart = Math.max(previous, sentence.start);
      const item = items.findLast(({ start, end }) => start >= previous - 1 && end <= token.start);
      const told = respective.get(token);
      const why = changed !== undefined && tellsWhy(text.slice(changed, token.start));
      const mention = readFigure({ text, gapStart, token, item, told, why, last }, open, names);
      if (!why && (mention?.aspect === 'change' || mention?.aspect === 'percent')) changed = token.end;
      if (token.printed.kind === 'amount' || mention) last = mention?.aspect ?? 'level';
      if (!mention && !open.first && token.printed.kind === 'amount') open.firstLost = true;
      if (mention) mentions.push({ ...mention, place: placeOf(block, text, where, gapStart, token) });
      previous = token.end;
    }
    toldBefore = mentions.slice(before);
  }
  open.within = itemsToCome(text, open);
  open.divided = dividedBehind(text, open);
  open.classCode = classBefore(open);
  // A figure of nothing known that nothing is said of says nothing itself.
  const told = (quantity: string) => mentions.filter((mention) => mention.quantity === quantity).length;
  return mentions.filter(({ quantity }) => !isUnnamed(quantity) || told(quantity) > 1);
}

/** Whether a subject was told in the list of another: by name, as an item of basic expenditure, as an item of its class. */
function isPartOf(part: Subject, whole: Subject): boolean {
  const [own, of] = [codeOf(part.quantity), codeOf(whole.quantity)];
  const isOfClass = own !== undefined && of !== undefined && own !== of && own.startsWith(of);
  return listed(part.quantity)?.whole === whole.quantity || isEconomicItem(part) || isOfClass;
}

/** 决算数大于预算数55.93万元: the word before 预算数 is a figure of its own. */
const ORDERED = /(?:大于|小于|高于|低于|多于|少于|超过)$/;
const BUDGET = /^(?:年初|全年|调整后?)?(?:部门|单位)?预算(?:安排)?数?$/;

/** What is counted beside money, and is not gone on about. */
const ASIDE: readonly string[] = ['trips', 'receptions'];

const ABOUT = /基本|总体|大致|略|约/;

type Unplaced = Omit<Mention, 'place'>;

/** A figure of a paragraph with what stands before it, back to the figure before. */
interface FigureRead {
  readonly text: string;
  readonly gapStart: number;
  readonly token: FigureToken;
  readonly item: NamedItem | undefined;
  /** The clause that the figure stands for, where the printed one names several things. */
  readonly told: string | undefined;
  /** Whether it is told as a reason of a change before it. */
  readonly why: boolean;
  /** What the figure before it in its sentence says. */
  readonly last: Aspect | undefined;
}

function readFigure(
  { text, gapStart, token, item, told: respective, why, last }: FigureRead,
  open: Open,
  names: Known,
): Unplaced | undefined {
  // 主要是上年未下达，预算数为0: a nought of the reason is told, and nobody's figure.
  if (why && token.printed.kind === 'amount' && /^[0.]+$/.test(token.text)) return undefined;
  const start = Math.max(clauseStart(text, gapStart, token.start), item && item.end <= token.start ? item.end : 0);
  const clause = respective ?? text.slice(Math.min(start, token.start), token.start);
  const gap = respective ?? text.slice(gapStart, token.start);
  if ((APPROXIMATE.test(clause) && !isOfPeople(token, open)) || /^(?:左右|以上|余)/.test(text.slice(token.end)))
    return unheld(targetSubject(clause, token, text.slice(token.end), open), token);
  throughBrackets(gap, open);
  const told =
    ORDERED.test(text.slice(0, gapStart)) && BUDGET.test(gap)
      ? `${ORDERED.exec(text.slice(0, gapStart))![0]}${gap}`
      : clause;
  const plain = asPart(partsOf(told.replace(/^）/, ''), gap, names.stage), told, open, names);
  const parts = why && token.printed.kind === 'amount' && !knows(plain.noun, open, names) ? reasonParts(plain) : plain;
  const ofPlanned = open.planned && gap === '的' ? open.planned : undefined;
  open.planned = undefined;
  const aspect = ofPlanned ? 'completion' : aspectOf(parts.aspect, token, text, parts.base !== undefined, clause);
  if (!aspect) return unheld(targetSubject(clause, token, text.slice(token.end), open), token);
  const signed = parts.isSigned ? (token.negative ? 'down' : 'up') : undefined;
  const direction = directionOf(aspect, token, signed ?? parts.direction);
  if (item) open.it = itemSubject(item, open) ?? unnamedItem(item, open, names);
  const context = { open, names, gap, aspect, token, text };
  const known =
    ofPlanned ??
    lookup(parts.noun, context) ??
    (why ? reasonOf(parts, context) : undefined) ??
    (aspect === 'level' ? targetSubject(clause, token, text.slice(token.end), open) : undefined) ??
    projectReviewed(parts, context) ??
    (last === 'level' ? undefined : briefSubject(parts.noun, context));
  // What is compared with a subject of one sentence is of it; another amount is of something else, unless it says what it became.
  const goesOn = last === 'last' || last === 'adjusted' || last === 'initial';
  const subject = known?.brief && !known.named && aspect === 'level' && !goesOn ? undefined : known;
  if (!subject) {
    if (aspect !== 'order' && aspect !== 'percent' && token.printed.kind !== 'count') open.it = undefined;
    return undefined;
  }
  const base = ofOwnPlan(parts.base ?? inherited(aspect, open), names.year, names.stage);
  open.base = aspect === 'change' || aspect === 'percent' ? base : undefined;
  const whole = aspect === 'share' ? wholeOf(parts.whole ?? '', context) : undefined;
  if (aspect === 'share' && !whole) return undefined;
  const isAside =
    subject.passing === true ||
    ASIDE.includes(thingOf(subject.quantity)) ||
    (open.countsAside === true && token.printed.kind === 'count');
  open.counted = token.printed.kind === 'count' ? subject.quantity : undefined;
  if (!isAside) open.it = subject;
  if (!isAside && aspect === 'level' && token.printed.kind === 'amount') open.money = subject;
  if (aspect === 'level' && !subject.inner && !isAside) open.first ??= subject;
  if (open.first === subject && isDivided(subject.quantity)) open.whole = subject.quantity;
  const own = parts.year ?? yearIn(gap, parts.base);
  const ofWhole = own === undefined && aspect === 'level' ? yearOfWhole(subject, open) : undefined;
  const year = own ?? ofWhole;
  if (own && aspect === 'level')
    open.wholeYear = names.year && own < names.year ? { year: own, thing: thingOf(subject.quantity) } : undefined;
  if (parts.aspect === 'completion' && token.printed.kind === 'amount') open.planned = subject;
  open.told = [subject, ...(open.told ?? [])];
  return {
    quantity: subject.quantity,
    aspect,
    printed: token.printed,
    negative: token.negative && !parts.isSigned,
    name: subject.name,
    topic: subject.topic,
    named: subject.named,
    ...(year ? { year } : {}),
    ...(ofWhole ? { inherited: true as const } : {}),
    ...(base ? { base } : {}),
    ...(direction ? { direction } : {}),
    ...(direction === 'flat' && ABOUT.test(`${clause}${token.text}`) ? { about: true as const } : {}),
    ...(whole ? { whole } : {}),
  };
}

/** 团组2个、累计2人次: all of them, not about so many. */
const isOfPeople = (token: FigureToken, { counted }: Open): boolean => peopleOf(token, counted) !== undefined;

/** A figure that is held to nothing printed: a target of performance. */
const unheld = (subject: Subject | undefined, { printed, negative }: FigureToken): Unplaced | undefined =>
  subject && { ...subject, aspect: 'level', printed, negative };

/** The reason that an amount is of; what it explains is gone on about behind its sentence. */
function reasonOf(parts: ClauseParts, { open, token }: LookupContext): Subject | undefined {
  if (token.printed.kind !== 'amount' || open.elsewhere) return undefined;
  const reason = reasonSubject(parts, open);
  if (reason && !open.it?.brief) open.explained = open.it;
  return reason;
}

/** An aside in brackets has subjects of its own; behind it goes on what was spoken of before it. */
function throughBrackets(gap: string, open: Open): void {
  const depth = gap.split('（').length - gap.split('）').length;
  if (depth > 0) open.outer = open.it;
  else if (depth < 0 && open.outer) {
    open.it = open.outer;
    open.outer = undefined;
  }
}

/** A figure that is no statement of the budget: 约100万元, 不超过3%. */
const APPROXIMATE = /(?:约|近|超过|超|不少于|不超过|不低于|不高于|累计|最高|上限|每年|大于等于)$/;

/** In a list a part's own name may end like a change: 支持外贸稳增长30万元. */
function asPart(parts: ClauseParts, clause: string, open: Open, names: Known): ClauseParts {
  const change = parts.aspect === 'change' && !parts.base && open.list;
  return change && parts.noun !== '' && !knows(parts.noun, open, names) ? { noun: clause } : parts;
}

/** What a figure of its kind says in its clause; undefined where the clause makes no sense for it. */
/** 减少为0.30万元 says what is left. */
const BECAME = /(?:减少|下降|降低|压减|缩减)(?:为|到|至)$/;

function aspectOf(
  found: Aspect | undefined,
  token: FigureToken,
  text: string,
  based: boolean,
  clause: string,
): Aspect | undefined {
  switch (token.printed.kind) {
    case 'amount':
      // 完成全年预算5.3万元的38.1%.
      if (found === 'completion') return /全年|调整/.test(clause) ? 'adjusted' : 'initial';
      if (found === 'change' && BECAME.test(clause)) return 'level';
      return found === 'share' || found === 'order' ? undefined : (found ?? 'level');
    case 'count':
      return found === undefined ? 'level' : undefined;
    case 'percent':
      if (found === 'change') return token.text.endsWith('%') ? 'percent' : undefined;
      return found === 'share' || found === 'completion' ? found : undefined;
    case 'flat':
      if (found === 'order') return 'order';
      return based || /持平|增减/.test(text.slice(token.start, token.end)) ? 'change' : undefined;
    case 'order':
      return 'order';
  }
}

function directionOf(aspect: Aspect, token: FigureToken, found: Mention['direction']): Mention['direction'] {
  if (token.printed.kind === 'flat') return 'flat';
  if (token.printed.kind === 'order')
    return /大|高|多|超/.test(token.text) ? 'up' : /等/.test(token.text) ? 'flat' : 'down';
  return aspect === 'change' || aspect === 'percent' ? found : undefined;
}

/** 减少56.95万元，下降1.87%: the percent is against the base of the change before it, that one against its sentence's. */
const inherited = (aspect: Aspect, open: Open) =>
  aspect === 'percent' ? open.base : aspect === 'change' ? open.compared : undefined;

/** The year of the whole that a part is among, where the whole was told of another year. */
const yearOfWhole = ({ quantity }: Subject, { wholeYear }: Open): number | undefined =>
  wholeYear && thingOf(quantity) === wholeYear.thing ? wholeYear.year : undefined;

function placeOf(block: TextBlock, text: string, where: Where, from: number, token: FigureToken): Place {
  const start = clauseStart(text, from, token.start);
  return {
    ...where,
    start: token.start,
    end: token.end,
    text: text.slice(start, token.end),
    origin: originOf(block, token.start),
  };
}

/** The printed line that holds a character of the paragraph's plain text. */
export function originOf(block: TextBlock, at: number): Origin {
  const { lines = [] } = block;
  let passed = 0;
  const line = lines.find(({ text }) => {
    passed += plainText(text).length;
    return at < passed;
  });
  return (line ?? lines.at(-1) ?? block).origin;
}
