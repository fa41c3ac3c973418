/** What a noun means in its place: the pattern's quantity, the item of a class or a list, or the subject spoken of before. */

import { addressOf, codeOf, isSharedColumn, listedUnder, thingOf } from '../model/quantity.ts';
import { nounKey } from '../text/fold.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { FUND_IDS, fundNamed } from '../vocabulary/index.ts';
import { saysNothing } from './agency-words.ts';
import { GENERAL_SPENT, isSpentThere, ofAppropriations } from './appropriated.ts';
import { fixedAmongAll, worthOfThings } from './asset-words.ts';
import {
  bodiesBefore,
  carsInPassing,
  countedBehind,
  countedBesidePublics,
  countedNoun,
  isCounted,
  isOfEach,
  peopleOf,
} from './counted.ts';
import { basicShare, economicPart } from './economic-parts.ts';
import { ofFund } from './fund-sections.ts';
import {
  bareItem,
  classSubject,
  columnOf,
  itemOfClass,
  itemWithin,
  namesClass,
  partName,
  projectSubject,
  withinBrackets,
} from './item-lines.ts';
import { type Meaning, TRAILING } from './lexicon.ts';
import { PAID_FOR, TOPICS, type Topic } from './patterns/index.ts';
import { AWARDED_OF_KIND, awardedTo } from './procured.ts';
import { type Known, type LookupContext, type Open, type Subject, unnamed } from './spoken-of.ts';

/** Opens the topic whose heading `text` is. */
export function headingTopic(text: string, open: Open): void {
  const topic = TOPICS.find(({ heading }) => heading?.test(text));
  if (topic) openTopic(topic, text, open);
}

/** Opens a topic by its id, where the text itself tells it. */
export function enterTopic(id: string, open: Open): void {
  const topic = TOPICS.find((each) => each.id === id);
  if (topic) openTopic(topic, '', open);
}

function openTopic(topic: Topic, text: string, open: Open): void {
  const lead = open.topic === topic.id ? open.lead : undefined;
  open.topic = topic.id;
  open.heading = topic.id;
  open.sentences = [];
  open.topicIt = topic.it ? { quantity: topic.it, name: text, topic: topic.id, named: false } : undefined;
  open.it = open.topicIt;
  open.lead = open.topicIt ?? lead;
}

/** Words that stand for the subject spoken of before. */
const GENERIC =
  /^(?:当年|本年|年度?|实际|安排|支出|收入|预算|决算|金额|数|为|是|达|共计?|合计|总体|基本|有所|主要|其|均|也|都|经费|资金|的|科目|支|费用|以|总额|无增减变化|无|变化|整体|约|计|[，、])*$/;
const LIST_OPENER =
  /^(?:（[^）]*）)?[，；。、]?（?(?:其中|主要为|主要是|主要包括|主要用于|包括|具体为|分别为|分别是|主要安排|主要项目|具体[^，。；：\d]{0,12}情况：)[：，]?(?:（\d{1,2}）[^，；：]*|[^，；、]*)$/;
/** 按政府采购资金类型划分，…: the parts of the whole that the section is of. */
const DIVIDED = /^[，。；]?按(?:照)?[^，。；]{2,16}(?:划分|分类|分为?)[，：][^，；、]*$/;
const RESUMED = /^(收入|支出)(?:决算|预算)数?$/;
/** 支出预算777.03万元，其中：…其他支出23万元。支出预算较上年增加40.17万元: of all that is spent, not of the part told last. */
function isAllOf(key: string, { quantity }: Subject): boolean {
  const of = addressOf(quantity);
  return of?.form === 'balance' && of.row === `${RESUMED.exec(key)?.[1]}总计`;
}
/** 与上年相比，今年收入增加37.7万元: of all that came in, as the paragraphs before told it. */
const SIDE = /^(?:今年|全年)?(收入|支出)$/;
function isTotalOf(side: string, quantity: string): boolean {
  const of = addressOf(quantity);
  return of?.form === 'balance' && (of.row === `${side}总计` || of.row === `本年${side}合计`);
}
const RESTATED = /^(?:合计|共计|总计)(?:为)?$/;

/** What a noun speaks of in its place; undefined where nobody knows it. */
export function lookup(noun: string, context: LookupContext): Subject | undefined {
  const { open, aspect, names } = context;
  const key = nounKey(noun);
  const isPart = open.it !== undefined && (/^其中/.test(key) || /其中：?[^，；、：]*$/.test(context.gap));
  // 总局本级的机关运行经费298万元，比上年减少17万元，下降5.6%: of another body, and still of one thing.
  if (open.elsewhere)
    return open.it?.brief && aspect !== 'level' && GENERIC.test(key) ? { ...open.it, named: false } : undefined;
  const isMoney = context.token.printed.kind === 'amount';
  if (context.token.printed.kind !== 'count' && open.list && RESTATED.test(key)) return { ...open.list, named: false };
  const economic = isMoney && aspect === 'level' ? (basicShare(key, open) ?? economicIn(noun, context)) : undefined;
  if (economic) return economic;
  const found = meaningOf(key, context, isPart);
  const own = ofFund(key, aspect, open);
  if (isMoney && own && own.topic !== (found && thingOf(found.meaning.quantity))) return own;
  const isCount = context.token.printed.kind === 'count';
  const isPublics = open.topic === 'three-publics' || open.topic === 'meetings';
  const counted = isPublics ? countedBesidePublics(key, context.token) : undefined;
  if (counted) return { quantity: counted, name: key, topic: open.topic ?? '', named: true };
  if (isMoney && isOfEach(key))
    return { quantity: listedUnder('each', key), name: key, topic: open.topic ?? '', named: true, passing: true };
  const kind = context.token.printed.kind === 'percent' ? AWARDED_OF_KIND.exec(key) : null;
  if (kind && open.topic === 'procurement')
    return {
      quantity: listedUnder('procurement[sme]', kind[0]),
      name: key,
      topic: open.topic,
      named: true,
      passing: true,
    };
  const awarded = isMoney ? awardedTo(context) : undefined;
  if (awarded) return { quantity: awarded, name: key, topic: open.topic ?? '', named: true, passing: true };
  if (found && isCounted(found.meaning.quantity) !== isCount && (isCount || isMoney)) return undefined;
  if (open.elsewhere) return undefined;
  // 支出决算较上年增加3.60万元, in the paragraph of an item: its own, not all that was spent.
  if ((aspect === 'change' || aspect === 'completion') && open.first && RESUMED.test(key))
    return { ...(isAllOf(key, open.first) ? open.first : (open.it ?? open.first)), named: false };
  if (found && aspect === 'level' && isSpentThere(found.meaning.quantity, key, context))
    return { ...enter(found, key, open), quantity: GENERAL_SPENT };
  const item = found && itemWithin(found.meaning.quantity, context);
  if (found && item) return columnOf(item, found.meaning.quantity, found.noun);
  const fixed = found && fixedAmongAll(subjectMeant(found, key), open);
  const ofCounted = found && FUNDS_OF_COUNTED[`${found.meaning.quantity} ${open.counted}`];
  if (found && ofCounted) return { ...enter(found, key, open), quantity: ofCounted };
  // What is told as a part of itself keeps the list open.
  if (fixed && fixed.quantity !== found.meaning.quantity) return fixed;
  const appropriated = found && ofAppropriations(found.meaning.quantity, isPart, open, names.isGeneralOnly);
  if (found && appropriated) return { ...enter(found, key, open), quantity: appropriated };
  if (found) return enter(found, key, open);
  if (isCount) return countedSubject(key, context);
  // 3个项目实行绩效目标管理，涉及一般公共预算841.50万元: their money, by what pays for it.
  const payer = key.replace(/^(?:共|其中)?涉及/, '');
  if (
    isMoney &&
    open.topic === 'performance' &&
    open.it &&
    thingOf(open.it.quantity) === 'performance' &&
    (fundNamed(payer) || /^其他资金$/.test(payer))
  )
    return { ...open.it, quantity: listedUnder('performance[funds]', payer), name: payer, named: true, passing: true };
  const worth = worthOfThings(key, context) ?? withinBrackets(noun, context);
  if (worth) return worth;
  // 计划购置车辆1辆、25万元: what the things counted cost is no count of them; a list behind counts is of the money told before.
  if (isMoney && open.it && isCounted(open.it.quantity)) {
    if (!open.money || !LIST_OPENER.test(context.gap)) return costOf(key, open.it);
    open.it = open.money;
  }
  const side = aspect === 'change' ? SIDE.exec(key)?.[1] : undefined;
  if (side && open.first) return open.firstLost ? undefined : { ...open.first, named: false };
  const all = side && open.told?.find(({ quantity }) => isTotalOf(side, quantity));
  if (all) return { ...all, named: false };
  // 1个项目…，涉及资金554万元，占…的21%: money is a share of money, not the projects just counted.
  const [before] = open.told ?? [];
  if (aspect === 'share' && key === '' && before && isCounted(open.it?.quantity ?? '') && !isCounted(before.quantity))
    return { ...before, named: false };
  if (GENERIC.test(key) && !/基本支出/.test(key)) return labelled(context) ?? (open.it && { ...open.it, named: false });
  return (
    bareItem(key, context) ??
    partSubject(key, noun, context) ??
    classSubject(key, context) ??
    projectSubject(key, context)
  );
}

/** 绩效自评的项目4个，涉及预算金额598.42万元: the money of the projects just counted, not of all that have targets. */
const FUNDS_OF_COUNTED: Readonly<Record<string, string>> = {
  'performance[funds] performance[tracked]': 'performance[tracked-funds]',
  'performance[funds] performance[evaluated]': 'performance[evaluated-funds]',
};

/** 公务接待费：2025年决算数2万元: the label before the colon is what a figure without a noun is of. */
function labelled({ open, names, token, text }: LookupContext): Subject | undefined {
  const label = LABELLED.exec(text.slice(Math.max(0, token.start - 60), token.start))?.[1];
  return label === undefined ? undefined : subjectOf(withoutNumbering(label), open, names);
}

const LABELLED = /(?:^|[，。；])([^，。；：]{3,30})：[^，。；：]*$/;

/** What a count is of by the words beside it, where no pattern knows its noun. */
function countedSubject(key: string, { open, token, text }: LookupContext): Subject | undefined {
  const told = { name: key, topic: open.topic ?? '', named: true } as const;
  const passing = carsInPassing(key, text, token) ?? peopleOf(token, open.counted);
  if (passing) return { ...told, quantity: passing, passing: true };
  const quantity =
    countedNoun(key, token, open.it?.quantity) ?? countedBehind(text, token, open.topic) ?? bodiesBefore(key, token);
  return quantity ? { ...told, quantity } : undefined;
}

/** 车辆7辆、153万元: what the things to be bought, or the projects, just counted, cost. */
function costOf(key: string, it: Subject): Subject | undefined {
  const thing = thingOf(it.quantity);
  // 4个项目编制了绩效目标，预算金额709.28万元; 共6个项目3404.80万元.
  if (it.quantity === 'performance[projects]' && GENERIC.test(key.replace(/^项目/, '')))
    return { ...it, quantity: 'performance[funds]', name: key, passing: true };
  if (!/-purchase$/.test(thing) || !GENERIC.test(key)) return undefined;
  return { ...it, quantity: `costs[${thing}]`, named: false, passing: true };
}

/**
 * A subject that no pattern knows, such as 委托业务费478.2万元，比上年增加49.27万元: what is said of it right behind is of it.
 * Not in a list, where a comparison may be of the whole.
 */
export function briefSubject(noun: string, { open, names, aspect, token, gap }: LookupContext): Subject | undefined {
  const name = nounKey(noun);
  // 1.工资福利支出较上年增18.67万元，增21.86%: a paragraph may begin with the change.
  const isTold = aspect === 'level' || (aspect === 'change' && token.start === gap.length);
  if (!isTold || token.printed.kind !== 'amount' || open.list || name.length < 2) return undefined;
  return { ...unnamed(name, open, names), brief: true };
}

/** Whether the patterns know a noun. */
export const knows = (noun: string, open: Open, names: Known) =>
  meaningOf(nounKey(noun), { open, names }) !== undefined;

/** What a noun means by the patterns, where it stands alone. */
export function subjectOf(noun: string, open: Open, names: Known): Subject | undefined {
  const found = meaningOf(nounKey(noun), { open, names });
  return found && enter(found, nounKey(noun), open);
}

/** Characters of the longest noun of a pattern. */
const LONGEST = 48;

/** Words that make a noun mean a part of itself: 国内公务接待费. */
const NARROWING =
  /一般$|事业$|(?:国内|国外|境外|国\(境\)外|外事|外宾|教学科研|追加|其他|新增|上级|市级|省级|中央)(?!(?:行政|事业|预算|直属|所属)*(?:部门|单位|机关|本级))/;

const FUNDS: ReadonlySet<string> = new Set(FUND_IDS);

interface Found {
  readonly noun: string;
  readonly meaning: Meaning;
  readonly all: readonly Meaning[];
}

/** A noun and the meanings that the patterns give it, without the words before and after that say nothing. */
function meaningOf(
  key: string,
  { open, names }: Pick<LookupContext, 'open' | 'names'>,
  isPart = false,
): Found | undefined {
  // 项目支出…主要包括：本年财政拨款安排…: what pays for it, not all that is received.
  if (/本年财政拨款安排$/.test(key)) return undefined;
  let rest = key;
  // 其他收入资金: 收入资金 is narrowed by what stands before it, and what begins before it may be a noun: 其他收入.
  let narrowed = key.length;
  for (let turn = 0; turn < 6; turn += 1) {
    for (let at = Math.max(0, rest.length - LONGEST); at < Math.min(narrowed, rest.length - 1); at += 1) {
      const noun = rest.slice(at);
      const all = names.lexicon.get(noun);
      if (!all) continue;
      const prefix = rest.slice(0, at);
      if (names.foreign(prefix)) {
        open.elsewhere = true;
        return undefined;
      }
      if (NARROWING.test(prefix)) {
        narrowed = at;
        break;
      }
      const fitting = all.filter((meaning) => meaning.free || saysNothing(names.plain(prefix)));
      const meaning = choose(fitting, open, isPart);
      // 机关运行经费…，其中：…公务用车运行维护费: its own part, not the whole of the three publics.
      if (meaning?.topic === 'three-publics' && !meaning.lead && open.topic === 'agency-operating') return undefined;
      // 项目支出4万元，其中：…单位资金1万元: what pays for it.
      if (meaning && thingOf(meaning.quantity) === 'revenue' && open.list && isSharedColumn(open.list.quantity))
        return undefined;
      // 会议费 within what a project or the office spends is no sum of all meetings.
      if (meaning?.topic === 'meetings' && open.topic !== 'meetings') return undefined;
      // 绩效目标管理全覆盖，涉及…政府性基金预算拨款0万元: what pays for it, not all that is received.
      if (meaning && PAID_FOR.has(open.topic ?? '') && thingOf(meaning.quantity) === 'revenue') return undefined;
      // 机关运行经费893万元（其中：一般公共预算支出893万元；政府性基金预算支出0万元）: neither is all that the fund pays.
      if (meaning && open.list && PAID_FOR.has(open.topic ?? '') && FUNDS.has(thingOf(meaning.quantity)))
        return undefined;
      if (meaning) return { noun, meaning, all: fitting };
    }
    const shorter = rest.replace(TRAILING, '');
    if (shorter === rest) return undefined;
    rest = shorter;
  }
  return undefined;
}

/**
 * The meaning that the open sentence gives, else the open topic, else one that opens its own, else the only one. Behind 其中 a
 * noun is a part of what is spoken of and opens nothing: 预算资金235万元，其中财政拨款235万元 is no revenue of the agency.
 */
function choose(meanings: readonly Meaning[], open: Open, isPart: boolean): Meaning | undefined {
  const inSentence = meanings.find(({ sentence }) => open.sentences.includes(sentence));
  const inTopic = meanings.filter(({ topic }) => topic === open.topic);
  if (inSentence) return inSentence;
  if (inTopic.length > 0) return inTopic.find(({ lead }) => lead) ?? (oneQuantity(inTopic) ? inTopic[0] : undefined);
  if (isPart) return undefined;
  const ofLead = meanings.filter(({ quantity }) => isKin(quantity, open.lead));
  if (ofLead.length > 0 && oneQuantity(ofLead)) return ofLead[0];
  const lead = meanings.find((meaning) => meaning.lead);
  return lead ?? (oneQuantity(meanings) ? meanings[0] : undefined);
}

/** Whether a quantity stands in the table of what is spoken of: 基本支出 behind 支出预算 is of all expenditure. */
function isKin(quantity: string, lead: Subject | undefined): boolean {
  const [thing, of] = [thingOf(quantity), lead && thingOf(lead.quantity)];
  return thing === of || (of === 'balance' && (thing === 'expenditure' || thing === 'revenue'));
}

const oneQuantity = (meanings: readonly Meaning[]) => new Set(meanings.map(({ quantity }) => quantity)).size === 1;

/** 收入决算总计: with what was brought forward, which 本年收入合计 is without. */
const WITH_CARRIED: Readonly<Record<string, string>> = {
  'balance[本年收入合计]': 'balance[收入总计]',
  'balance[本年支出合计]': 'balance[支出总计]',
};
const meant = (quantity: string, key: string): string =>
  (/^(?!.*本年).*总计$/.test(key) && WITH_CARRIED[quantity]) || quantity;

const subjectMeant = ({ meaning, noun }: Found, key: string): Subject => ({
  quantity: meant(meaning.quantity, key),
  name: noun || key,
  topic: meaning.topic,
  named: true,
});

function enter(found: Found, key: string, open: Open): Subject {
  const { meaning, all } = found;
  const subject = subjectMeant(found, key);
  open.list = undefined;
  open.nested = false;
  if (meaning.lead) {
    open.lead = subject;
    open.sentences = all.filter(({ topic, lead }) => lead && topic === meaning.topic).map(({ sentence }) => sentence);
  }
  open.topic = meaning.topic;
  return subject;
}

/** An item of basic expenditure, within the list of it or where the list opens. */
function economicIn(noun: string, { open, gap, names, token }: LookupContext): Subject | undefined {
  const opens = !open.list && LIST_OPENER.test(gap);
  // 1.工资福利支出3万元, in a paragraph behind the whole of basic expenditure.
  const told =
    token.start === gap.length ? open.told?.find(({ quantity }) => quantity === 'basic[total].total') : undefined;
  const whole = opens ? open.it : (open.list ?? told);
  const name = partName(withoutNumbering(noun));
  const quantity = economicPart(name, whole, names);
  // Behind the whole, a paragraph of its own tells a class; an item's name is there that of something else (公务接待费).
  if (!quantity || (!opens && !open.list && codeOf(quantity)?.length !== 3)) return undefined;
  if (opens) open.list = whole;
  return { quantity, name, topic: open.topic ?? '', named: true, inner: true };
}

/** 主要为：办公设备购置211万元；…: a part of the subject that the list began with, by its own name. */
function partSubject(key: string, noun: string, context: LookupContext): Subject | undefined {
  const { open, gap, aspect, token } = context;
  if (aspect !== 'level' || token.printed.kind !== 'amount') return undefined;
  const kinds = DIVIDED.test(gap) && !namesClass(key, context) ? open.lead : undefined;
  if (kinds) open.list = kinds;
  else if (!open.list && !open.nested && open.it && LIST_OPENER.test(gap) && !namesClass(key, context))
    open.list = open.it;
  else if (open.list && LIST_OPENER.test(gap)) {
    open.list = undefined;
    open.nested = true;
  }
  if (!open.list) return undefined;
  const name = partName(noun);
  if (name === '' || name.length > 40) return undefined;
  const item = itemOfClass(open.list.quantity, name, context.names);
  if (item) return { quantity: item, name, topic: 'items', named: true };
  return { quantity: listedUnder(open.list.quantity, name || key), name, topic: open.topic ?? '', named: true };
}
