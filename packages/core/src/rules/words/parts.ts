/** Parts told in the words add up to their whole. */

import { figures as figuresAt } from '../../figures/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { addressOf, itemOf, listed, partNamed, thingOf } from '../../model/quantity.ts';
import type { Fen } from '../../money.ts';
import { wan } from '../../money.ts';
import { plainText } from '../../text/fold.ts';
import { fundNamed } from '../../vocabulary/index.ts';
import { figuresOf } from '../../words/figures.ts';
import { USUAL_STEP, usualStepOf } from '../../words/fineness.ts';
import { changeOf, fenOf, type Mention } from '../../words/mention.ts';
import { fitOf } from './against-tables.ts';
import type { Candidate } from './candidate.ts';
import { isExactSlip } from './exact-slip.ts';
import { type Facts, isCurrent, paragraphsOf, sectionsOf } from './facts.ts';
import { withoutInner } from './inner-parts.ts';
import { quoted, wordEvidence } from './issue.ts';
import { BOUNDS, PARTITIONS, type Partition } from './partitions.ts';
import { targetFunds } from './target-funds.ts';

interface Term {
  readonly mention: Mention;
  /** Fen, or how many. */
  readonly value: number;
  readonly step: number;
}

/** Parts in words that do not add up to the whole they are told of. */
export function checkParts(facts: Facts): readonly Candidate[] {
  const sections = sectionsOf(facts.mentions);
  return [
    ...sections.flatMap((section) => PARTITIONS.flatMap((partition) => partitionParts(facts, partition, section))),
    ...paragraphsOf(facts.mentions).flatMap((paragraph) => [
      ...listParts(facts, paragraph),
      ...worthParts(facts, paragraph),
    ]),
    ...sections.flatMap((section) => itemBudgets(facts, section)),
    ...bounds(facts),
    ...targetFunds(facts),
    ...balanced(facts),
  ];
}

/** Without tables, revenue and expenditure of a budget are at least the same sum. */
function balanced(facts: Facts): readonly Candidate[] {
  if (kindOf(facts.disclosure.stage).executes) return [];
  const totals = ['balance[收入总计]', 'balance[支出总计]', 'balance[总计]'].flatMap((quantity) => {
    const told = facts.mentions.find((m) => m.quantity === quantity && m.aspect === 'level' && isCurrent(facts, m));
    return told && fenOf(told) !== undefined ? [told] : [];
  });
  if (totals.some((m) => facts.confirmed.has(m))) return [];
  const [first] = totals;
  const other = totals.find((m) => Math.abs(fenOf(m)! - fenOf(first!)!) > usualStepOf(facts.mentions));
  if (!first || !other) return [];
  return [
    {
      issue: {
        rule: 'words-parts',
        severity: 'warning',
        message: `${quoted(first)}与${quoted(other)}不相等，收支总数应当平衡。`,
        expected: fenOf(first),
        actual: fenOf(other),
        evidence: [wordEvidence(first), wordEvidence(other)],
      },
      unless: totals,
    },
  ];
}

const isItem = (quantity: string): boolean => thingOf(quantity) === 'expenditure' && itemOf(quantity)?.length === 7;
const WHOLE = 'general-public[total].total';

/** 年初预算 of the items make up that of the whole, where the items told are all of them: their accounts do too. */
function itemBudgets(facts: Facts, section: readonly Mention[]): readonly Candidate[] {
  const first = new Map<string, Mention>();
  for (const m of section.toReversed()) first.set(`${m.aspect} ${m.quantity}`, m);
  const find = (aspect: Mention['aspect'], quantity: string) => first.get(`${aspect} ${quantity}`);
  const items = [...new Set(section.map(({ quantity }) => quantity).filter((quantity) => isItem(quantity)))];
  const whole = find('initial', WHOLE);
  const step = usualStepOf(facts.mentions);
  const accounts = section.filter((m) => m.aspect === 'level' && m.quantity === WHOLE).map((m) => termOf(m, step));
  const levels = items.map((item) => find('level', item));
  const initials = items.map((item) => find('initial', item)).filter((m) => m !== undefined);
  if (!whole || items.length < 2 || initials.length !== items.length || levels.some((m) => !m)) return [];
  const spent = levels.reduce((sum, m) => sum + termOf(m!, step)!.value, 0);
  const slack = (items.length + 1) * step;
  if (!accounts.some((term) => term && Math.abs(term.value - spent) * 2 <= slack)) return [];
  return compare(facts, whole, initials, 'warning');
}

function bounds(facts: Facts): readonly Candidate[] {
  return BOUNDS.flatMap(({ part, whole, severity = 'warning' }): readonly Candidate[] => {
    const [a, b] = [part, whole].map((quantity) =>
      facts.mentions.find((m) => m.quantity === quantity && m.aspect === 'level' && isCurrent(facts, m)),
    );
    const [x, y] = [a && fenOf(a), b && fenOf(b)];
    if (!a || !b || x === undefined || y === undefined || x <= y) return [];
    return [
      {
        issue: {
          rule: 'words-parts',
          severity: kindOf(facts.disclosure.stage).executes ? 'notice' : severity,
          message: `${quoted(a)}超过了${quoted(b)}，${severity === 'notice' ? '请核对是否有购置未列入政府采购' : '部分不应大于总数'}。`,
          expected: y,
          actual: x,
          evidence: [wordEvidence(a), wordEvidence(b)],
        },
        blames: [a],
        unless: [a, b],
      },
    ];
  });
}

/** A part stands after its whole and before the whole is told again. */
function partitionParts(facts: Facts, partition: Partition, section: readonly Mention[]): readonly Candidate[] {
  const told = section.filter(({ aspect }) => aspect === partition.aspect);
  const wholes = told.flatMap(({ quantity }, at) => (quantity === partition.whole ? [at] : []));
  return wholes.flatMap((from, i) => {
    const whole = told[from]!;
    if (!isCurrent(facts, whole)) return [];
    const following = told
      .slice(from + 1, wholes[i + 1])
      .filter((m) => isCurrent(facts, m) && isAgainstSame(facts, m, whole));
    const parts = toldParts(partition, following) ?? toldParts(partition, bracketed(section, told, whole));
    if (!parts || (whole.printed.kind === 'flat' && !movesMuch(parts))) return [];
    // 增加3万元，主要是基本支出增加…: the most of it, though both its parts are told.
    const doubtful = partition.aspect === 'change' && /主要/.test(parts[0]!.place.text);
    const partly = parts.length < partition.parts.length ? partition.partly : undefined;
    return compare(facts, whole, parts, doubtful ? 'warning' : (partly ?? partition.severity));
  });
}

/** Whether two changes are told against the same figures: not one against 上年 and one against 2019年. */
const isAgainstSame = ({ disclosure: { year } }: Facts, a: Mention, b: Mention): boolean => {
  const last = year === undefined ? undefined : year - 1;
  return a.base?.planned === b.base?.planned && (a.base?.year ?? last) === (b.base?.year ?? last);
};

/** 维护费2.5万元（…购置费…增加0万元；…运行费…减少1万元）比上年减少1万元: what is told between a level and the change of it. */
function bracketed(section: readonly Mention[], told: readonly Mention[], whole: Mention): readonly Mention[] {
  if (whole.aspect !== 'change') return [];
  const before = section
    .slice(0, section.indexOf(whole))
    .filter(({ place }) => place.paragraph === whole.place.paragraph);
  const level = before.findLastIndex(({ quantity, aspect }) => quantity === whole.quantity && aspect === 'level');
  return level < 0 ? [] : told.filter((m) => before.indexOf(m) > level);
}

/** The parts that are told, each by itself or by all its own parts; undefined where a required one is not. */
function toldParts(partition: Partition, told: readonly Mention[]): readonly Mention[] | undefined {
  if (partition.isOpen) return usesOf(partition, told);
  const found = partition.parts.map((part) => {
    const own = told.find((m) => m.quantity === part);
    if (own) return [own];
    const inner = PARTITIONS.find(({ whole, aspect }) => whole === part && aspect === partition.aspect);
    return inner ? toldParts(inner, told) : undefined;
  });
  const isComplete = partition.required.every((part) => found[partition.parts.indexOf(part)] !== undefined);
  const parts = found.flatMap((each) => each ?? []);
  return isComplete && parts.length > 0 ? parts : undefined;
}

/** Each use of vehicles behind their number; the last one named 其他 closes the list. */
function usesOf({ whole, required }: Partition, told: readonly Mention[]): readonly Mention[] | undefined {
  const thing = thingOf(whole);
  const uses = told.filter(({ quantity }) => thingOf(quantity) === thing && quantity !== whole);
  const isClosed = uses.some(({ quantity }) => required.includes(quantity) || partNamed(quantity).startsWith('其他'));
  return isClosed ? uses.filter((m, i) => uses.findIndex(({ quantity }) => quantity === m.quantity) === i) : undefined;
}

/** 车辆3辆，价值45万元；其中：一般公务用车2辆，价值30万元；其他车辆1辆，价值15万元: what the cars of each use are worth. */
function worthParts(facts: Facts, paragraph: readonly Mention[]): readonly Candidate[] {
  return [...vehicleWorths(facts, paragraph), ...assetWorths(facts, paragraph)];
}

/** 固定资产总额2310万元，其中：房屋5200平方米，价值1650万元；车辆5辆，价值98万元；其他固定资产价值561万元. */
function assetWorths(facts: Facts, paragraph: readonly Mention[]): readonly Candidate[] {
  const at = paragraph.findIndex(({ quantity, aspect }) => quantity === 'assets[value]' && aspect === 'level');
  const behind = paragraph.slice(at + 1).filter(({ quantity }) => thingOf(quantity) === 'worth');
  const last = behind.findIndex(({ quantity }) => listed(quantity)!.name.startsWith('其他'));
  if (at < 0 || last < 1 || !/其他(?:固定|各类|国有)?资产/.test(listed(behind[last]!.quantity)!.name)) return [];
  return compare(facts, paragraph[at]!, withoutInner(behind.slice(0, last + 1), fenOf, 0), 'warning');
}

function vehicleWorths(facts: Facts, paragraph: readonly Mention[]): readonly Candidate[] {
  const worths = paragraph.filter(({ quantity }) => thingOf(quantity) === 'worth' && /车/.test(listed(quantity)!.name));
  const at = worths.findIndex(({ quantity }) => /^(?:公务用车|公务车辆|车辆)/.test(listed(quantity)!.name));
  const [whole, ...behind] = at < 0 ? [] : worths.slice(at);
  const last = behind.findIndex(({ quantity }) => listed(quantity)!.name.startsWith('其他'));
  if (!whole || last < 1) return [];
  return compare(facts, whole, behind.slice(0, last + 1), 'error');
}

/** Whether the changes of the parts leave 持平 no room: by 1 万元 or more. */
const movesMuch = (parts: readonly Mention[]) =>
  Math.abs(parts.reduce((sum, part) => sum + (termOf(part, USUAL_STEP)?.value ?? 0), 0)) >= 1_000_000;

function compare(
  facts: Facts,
  whole: Mention,
  parts: readonly Mention[],
  severity: Partition['severity'],
): readonly Candidate[] {
  const step = usualStepOf(facts.mentions);
  const all = [whole, ...parts];
  // Where a table shows that one of them is rounded to whole 万元, those told as coarsely beside it are rounded too.
  const isExact = !all.some((mention) => isRounded(facts, mention, step));
  const terms = parts.map((part) => termOf(part, step, isExact));
  const total = termOf(whole, step, isExact);
  if (!total || terms.some((term) => !term)) return [];
  if (all.some(({ place }) => facts.incomplete.has(`${place.section}.${place.paragraph}`))) return [];
  if (all.every((m) => facts.confirmed.has(m))) return [];
  const sum = terms.reduce((s, term) => s + term!.value, 0);
  const slack = terms.reduce((s, term) => s + term!.step, total.step);
  if (Math.abs(sum - total.value) * 2 <= slack) return [];
  if (whole.printed.kind === 'amount' && isToldApart(facts, all, { gap: total.value - sum, slack, usual: step }))
    return [];
  const money = whole.printed.kind !== 'count';
  const said = (value: number) => (money ? wan(value as Fen) : String(value));
  const addends = terms.map((term) => said(term!.value)).join(' + ');
  return [
    {
      issue: {
        rule: 'words-parts',
        severity,
        message: `${quoted(whole)}与其各部分之和不符：${addends} = ${said(sum)}，相差 ${said(Math.abs(sum - total.value))}。`,
        ...(money ? { expected: sum as Fen, actual: total.value as Fen } : {}),
        evidence: all.map(wordEvidence),
      },
      blames: all,
      unless: all,
    },
  ];
}

/** As many paragraphs a list of sources may go on behind its last part that is known. */
const LONGEST_LIST = 10;

/** What the parts leave of their whole, what rounding explains of it, and the last digit that the words usually print. */
interface Gap {
  readonly gap: number;
  readonly slack: number;
  readonly usual: Fen;
}

/** A part that no pattern knows is told behind the whole, in a paragraph of its own perhaps: 10.上年结转结余471.96万元. */
function isToldApart({ disclosure, mentions }: Facts, all: readonly Mention[], { gap, slack, usual }: Gap): boolean {
  if (gap <= 0) return false;
  const { section, paragraph: first } = all[0]!.place;
  const last = Math.max(...all.map(({ place }) => place.paragraph)) + LONGEST_LIST;
  // What something is told to be is no part of what changed, nor the other way round.
  const others = mentions.filter(({ place, aspect }) => place.section === section && aspect !== all[0]!.aspect);
  const taken = new Set([...all, ...others].map(({ place }) => `${place.paragraph} ${place.start}`));
  return (disclosure.explanation[section]?.paragraphs ?? []).slice(first, last + 1).some(({ text }, i) =>
    figuresOf(plainText(text)).some(
      ({ printed, start }) =>
        printed.kind === 'amount' &&
        // 0万元 is no part, and told to no coarser a digit than the others.
        printed.fen > 0 &&
        !taken.has(`${first + i} ${start}`) &&
        Math.abs(printed.fen - gap) * 2 <= slack + Math.min(printed.step, usual),
    ),
  );
}

/** Whether the words tell what a mention is of, or is the change of, coarser than usual, and the table's figure has more digits. */
function isRounded({ disclosure, mentions }: Facts, { quantity, year }: Mention, usual: Fen): boolean {
  const figures = figuresAt(disclosure, addressOf(quantity));
  return mentions.some((told) => {
    const { printed } = told;
    if (told.quantity !== quantity || told.aspect !== 'level' || (year && told.year !== year)) return false;
    if (printed.kind !== 'amount' || printed.step <= usual) return false;
    const fits = figures.map((f) => fitOf(printed.fen, printed.step, f.fen, f.step, usual));
    return fits.includes('rounded') && !fits.includes('equal');
  });
}

/**
 * `usual`: the last digit that the document's words print; what is told coarser among them stands for one with zeros where it
 * `isExact`.
 */
function termOf(mention: Mention, usual: Fen, isExact = true): Term | undefined {
  const { printed, aspect } = mention;
  if (printed.kind === 'flat') return { mention, value: 0, step: usual };
  if (printed.kind === 'count') return { mention, value: printed.value, step: 0 };
  const value = aspect === 'change' ? changeOf(mention) : fenOf(mention);
  return printed.kind === 'amount' && value !== undefined
    ? { mention, value, step: printed.unit === '亿元' || !isExact ? printed.step : Math.min(printed.step, usual) }
    : undefined;
}

/** 项目支出…，主要为：甲…；乙…: a list that may leave something out, so only its excess, or a list nearly complete, is told. */
function listParts(facts: Facts, paragraph: readonly Mention[]): readonly Candidate[] {
  const wholes = new Set(paragraph.flatMap(({ quantity }) => listed(quantity)?.whole ?? []));
  return [...wholes].flatMap((quantity) => {
    const tellings = paragraph
      .filter((m) => m.quantity === quantity && m.aspect === 'level' && isCurrent(facts, m))
      .filter((m, i) => i === 0 || !isRestated(m));
    return tellings.flatMap((whole, i) => {
      const [from, to] = [paragraph.indexOf(whole), tellings[i + 1]];
      return listOf(facts, whole, paragraph.slice(from + 1, to ? paragraph.indexOf(to) : undefined));
    });
  });
}

/** What the funds of the budget pay and nothing else does. */
const PAID: readonly string[] = ['three-publics', 'agency-operating'];

/** …，合计1171万元, behind the list. */
const isRestated = ({ place }: Mention): boolean => /合计|共计|总计/.test(place.text);

/** 另有信息中心安排30万元: beside what was told before, and no part of it. */
const APART = /^(?:另有|另外|另安排|此外)/;

/** `behind` is what the paragraph tells from the whole on to its next telling. */
function listOf(facts: Facts, whole: Mention, behind: readonly Mention[]): readonly Candidate[] {
  const apart = behind.findIndex(({ place }) => APART.test(place.text));
  const list = apart < 0 ? behind : behind.slice(0, apart);
  const named = list.filter((m) => m.aspect === 'level' && listed(m.quantity)?.whole === whole.quantity);
  const again = named.findIndex((m, i) => i > 0 && opensAnew(facts, named[i - 1]!, m));
  const parts = withoutInner(again < 0 ? named : named.slice(0, again), fenOf, 0);
  if (parts.length < 2 || whole.printed.kind !== 'amount') return [];
  const restated = behind.filter((m) => m.quantity === whole.quantity && isRestated(m));
  const other = restated.find((m) => fenOf(m) !== fenOf(whole));
  const sum = parts.reduce((s, m) => s + (fenOf(m) ?? 0), 0);
  const total = fenOf(whole)!;
  const closed = parts.length >= 3 && /^其他(?:支出|项目|资产)?$/.test(listed(parts.at(-1)!.quantity)!.name);
  const funds = new Set(parts.map((m) => fundNamed(listed(m.quantity)!.name)));
  const isEveryFund = PAID.includes(thingOf(whole.quantity)) && funds.size === parts.length && !funds.has(undefined);
  const isSlip = isExactSlip(
    total,
    parts.map((m) => fenOf(m) ?? 0),
    (parts.length + 1) * usualStepOf(facts.mentions),
  );
  const near = sum > total || restated.length > 0 || isEveryFund || isSlip || (closed && (total - sum) * 10 <= total);
  return [
    ...(other ? [restatedOtherwise(whole, other)] : []),
    ...(near ? compare(facts, whole, parts, restated.length > 0 ? 'error' : 'warning') : []),
  ];
}

/** 其中：甲1万元、乙2万元。主要项目包括：丙3万元: the next sentence lists the same whole once more, in another way. */
function opensAnew({ disclosure }: Facts, before: Mention, { place }: Mention): boolean {
  if (before.place.paragraph !== place.paragraph) return false;
  const text = plainText(disclosure.explanation[place.section]?.paragraphs[place.paragraph]?.text ?? '');
  return /。[^。]*(?:其中|包括|主要(?:[为是有]|项目))[：:，]?[^。]*$/.test(text.slice(before.place.end, place.start));
}

/** 总预算1170万元，其中…，合计1171万元. */
const restatedOtherwise = (whole: Mention, other: Mention): Candidate => ({
  issue: {
    rule: 'words-repeat',
    severity: 'error',
    message: `同一总数前后不一致：前面写${quoted(whole)}，后面写${quoted(other)}。`,
    expected: fenOf(whole),
    actual: fenOf(other),
    evidence: [wordEvidence(whole), wordEvidence(other)],
  },
  blames: [whole, other],
  unless: [whole, other],
});
