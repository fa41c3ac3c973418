/** One clause before its figure, taken apart: the noun, the aspect, the base compared with, the direction. */
import type { Stage } from '../disclosure.ts';
import { kindOf } from '../model/document-kinds.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { type Aspect, type Base, type BaseKind, type Direction, isPlan } from './mention.ts';
import { clauseStart } from './sentences.ts';

export interface ClauseParts {
  /** What is left when years, comparison, direction and aspect words are taken away. */
  readonly noun: string;
  readonly aspect?: Aspect;
  readonly year?: number;
  readonly base?: Base;
  readonly direction?: Direction;
  /** The figure's own sign says the direction. */
  readonly isSigned?: true;
  /** Noun of the whole that a share is of. */
  readonly whole?: string;
}

/** Words that say that something grows, and that it shrinks. */
export const UP_WORDS = '增加|增长|上升|提高|上涨|增多|新增|增支|增收|调增|增|(?<![不许大])多';
export const DOWN_WORDS = '减少|下降|降低|压减|压缩|调减|核减|缩减|减支|减收|减|降(?=幅)|(?<![不多至])少';
const DIRECTION = new RegExp(
  `(?:有所|略有|各|均|分别|相应|同比|同口径|总体|总的?|(?<!收入|支出)合计|共|预计|将|净|也)*(?:(?<up>${UP_WORDS})|(?<down>${DOWN_WORDS}))(?:额度?|数|率|幅度?|金额)?(?:了|为|约|达|数为|额为)*$`,
);
/** 比2025年财政拨款“三公”经费年初预算增加: the thing compared named again, with no figure of its own before the direction. */
const NAMED_AGAIN = `(?:[^，。；：、（）\\d]{2,24}?(?=(?:年初)?(?:预算|决算)(?:执行)?(?:数|安排)*(?:相比|总体|基本)*(?:${UP_WORDS}|${DOWN_WORDS}|持平)))?`;
const BASE = new RegExp(
  `(?:相比|同?比|较|与|同|和|对比)(?<year>20\\d\\d)?(?<word>年度?(?!初)(?:（[^（）\\d]{1,8}）)?|上年度?|上一年度?|去年|(?<=20\\d\\d)(?=[增减上下提降])|(?=(?:年初|全年|调整后?)?(?:预算|决算|执行)))${NAMED_AGAIN}(?:的|年初|全年|调整后?|当年|部门|单位|同期|本部门|本单位|累计|实际)*(?<kind>预算执行|执行|预算|决算)?(?:数字|数额?|安排数?|支出|收入|总额|金额)*(?:总体|基本)?(?:相比较?|比较|对比|相对比)?(?:，|,)?`,
);
const BASES = new RegExp(BASE, 'g');
const NAMED_BASE = /20\d\d(?:年|$)|上年|上一年|去年/;
const LEVEL_NOT_CHANGE = /(?:增加|增长|提高|上升|减少|下降|降低|压减)(?:到|至)$/;

/** 由2025年177万元增加至237万元: what it was before. */
const FROM = /(?:由|从)(?:20\d\d年度?|上年度?|去年|原来)?的?(?:预算|决算)?数?$/;

const ORDER_FLAT = /(?:支出)?决算数?(?:与|和|同)(?:年初|调整|全年)?预算数?(?:相比)?(?:基本|总体)?$/;
const INITIAL = /(?:的)?年初(?:部门|单位)?预算(?:安排|批复)?数?(?:为|是)?$/;
const EXECUTED = /(?:当年|全年)?(?:预算)?执行数?(?:为|是)?$/;
const FINAL = /(?:的)?决算数?(?:为|是)?$/;
const SHARE = /(?:所占比重|所占比例|占比|占)(?<whole>[^占]*?)(?:的)?(?:比重|比例|百分比)?(?:为|约|达)?$/;
/** 决算2.05万元，年初预算2.95万元，差值为0.9万元: it says not which way. 收支差额 is a figure of its own. */
const DIFFERENCE = /(?<!收支)(?:差值|差额|相差)(?:为|是)?$/;
/** 预决算差异率-12.5%: by how much of the budget the accounts are more than it; the sign says which way. */
const DIVERGENCE = /预决算差异率(?:为|是)?$/;
const COMPLETION =
  /(?:完成(?:了)?(?:年初|全年|调整后?)?|占(?:年初|全年|调整后?)|(?<=^|，)为(?:年初|全年|调整后?))(?:部门|单位)?预算(?:数|安排)?的?$/;
/** 决算数大于预算数55.93万元, 少年初预算14.09万元: by how much the accounts are more or less than their budget. */
const BEYOND =
  /(?:(?<up>大于|高于|多于|超[过出]?|(?<!不)多)|(?:小于|低于|少于|(?<!不)少))(?:年初|全年|调整后?)?(?:部门|单位)?预算(?:安排)?数?$/;

/** 预算为 in final accounts: the initial budget, unless it is another one (全年预算, 调整预算) or no budget of expenditure. */
const PLANNED = /(?<!一般公共|政府性基金|基金|经营|项目|采购|涉及)预算(?:安排)?数?(?:为|是)?$/;
const ADJUSTED = /(?:全年|调整|调整后|年度|最终)预算(?:安排)?数?(?:为|是)?$/;
const LAST = /(?:上年度?|去年|上一年度?)(?:同期)?(?:当年)?(?:预算|决算|执行|支出|实际)?(?:执行|安排)?数?(?:为|是)?$/;

/** 2025年初预算: 年 is said once and meant twice. */
const YEAR = /(?<!\d)(20\d\d)(?:年度?|(?=支出|收入|部门|单位|预算|$))/;

const KINDS: Readonly<Record<string, BaseKind>> = {
  预算执行: 'executed',
  执行: 'executed',
  预算: 'budget',
  决算: 'final',
};

/** A year that a figure is of: no base, no date (截至2025年8月31日), no document number. */
const GAP_YEAR = /(?<![比较与同和至止于自从〔（\d])(20\d\d)年度?(?!\d{1,2}月|—|-|至)/g;

/** 主要原因是2025年无购置计划；: a reason told to its end, whose year is of the figure before it. */
const REASON_TOLD = /原因(?:是|为|系|在于)[^；。]*[；。]/g;

/** Year named between the last figure and this one, outside the comparison and the reason of the last one. */
export function yearIn(gap: string, base: Base | undefined): number | undefined {
  const text = (base ? gap.replace(base.text, '') : gap).replace(REASON_TOLD, '');
  const year = [...text.matchAll(GAP_YEAR)].at(-1)?.[1];
  return year ? Number(year) : undefined;
}

/** 与上年预算238元相比减少2元: the comparison goes on behind the figure that it is with. */
const COMPARED_ALREADY = /^(?:相比较?|比较|对比)(?=[^\d]|$)/;

/** Takes a clause apart; `gap` is all that stands between the last figure and this one, where the comparison may begin earlier. */
export function partsOf(printed: string, gap: string, stage?: Stage): ClauseParts {
  const clause = gap === printed ? printed.replace(COMPARED_ALREADY, '') : printed;
  const { rest, base, before = '' } = withoutBase(clause, gap);
  if (ORDER_FLAT.test(clause)) return named(clause.replace(ORDER_FLAT, ''), { aspect: 'order' });
  const from = FROM.exec(rest);
  if (from) return named(rest.replace(FROM, YEAR.exec(from[0])?.[0] ?? ''), { aspect: 'last' });
  if (LEVEL_NOT_CHANGE.test(rest)) return named(rest.replace(LEVEL_NOT_CHANGE, ''), base ? { base } : {});
  const executes = stage && kindOf(stage).executes;
  const beyond = executes ? BEYOND.exec(clause) : undefined;
  if (beyond) {
    const noun = clause.slice(0, beyond.index).replace(/(?:支出)?决算数?$/, '');
    const direction = beyond.groups!.up ? 'up' : 'down';
    return named(noun, { aspect: 'change', direction, base: { kind: 'budget', planned: true, text: beyond[0] } });
  }
  const diverges = DIVERGENCE.exec(clause);
  if (diverges) {
    const against: Base = { kind: 'budget', planned: true, text: diverges[0] };
    return named(clause.slice(0, diverges.index), { aspect: 'change', base: against, isSigned: true });
  }
  const moved = DIRECTION.exec(rest);
  if (moved) {
    const direction = moved.groups!.up ? 'up' : 'down';
    const own = rest.slice(0, moved.index);
    return named(own === '' ? before : own, { aspect: 'change', direction, ...(base ? { base } : {}) });
  }
  const gone = DIFFERENCE.exec(rest);
  if (gone) return named(rest.slice(0, gone.index), { aspect: 'change', ...(base ? { base } : {}) });
  for (const [pattern, aspect] of [
    [COMPLETION, 'completion'],
    [INITIAL, 'initial'],
    [LAST, 'last'],
    [EXECUTED, executes ? undefined : 'last'],
    [FINAL, undefined],
    [ADJUSTED, 'adjusted'],
    [PLANNED, 'initial'],
  ] as const) {
    if ((pattern === ADJUSTED || pattern === PLANNED) && !executes) continue;
    const match = pattern.exec(rest);
    // A budget is itself the 年初预算 that it speaks of.
    const meant = aspect === 'initial' && stage && !executes ? undefined : aspect;
    if (match)
      return named(rest.slice(0, match.index), { ...(meant ? { aspect: meant } : {}), ...(base ? { base } : {}) });
  }
  const share = SHARE.exec(rest);
  if (share) return named(rest.slice(0, share.index), { aspect: 'share', whole: share.groups!.whole ?? '' });
  // 比2024年5070.00万元减少…, 比年初预算9万元减少…: the figure compared with, told within the comparison.
  const isWithin = base !== undefined && clause.includes(base.text);
  const against =
    isWithin && !base.planned ? 'last' : isWithin && base.kind && isPlan(base.kind) && executes ? 'initial' : undefined;
  return named(rest, { ...(against ? { aspect: against } : {}), ...(base ? { base } : {}) });
}

function named(text: string, parts: Omit<ClauseParts, 'noun' | 'year'>): ClauseParts {
  const year = YEAR.exec(text);
  const noun = year ? text.slice(0, year.index) + text.slice(year.index + year[0].length) : text;
  return { noun: noun.replace(/^[，,]/, ''), ...(year ? { year: Number(year[1]) } : {}), ...parts };
}

/** `before` is what an earlier comparison is told of: 收入支出总体与上年相比，增加58万元. */
function withoutBase(clause: string, gap: string): { rest: string; base?: Base; before?: string } {
  const own = BASE.exec(clause);
  if (own && isBase(own)) {
    const behind = clause.slice(own.index + own[0].length).replace(UNITLESS, '');
    return { rest: clause.slice(0, own.index) + behind, base: baseOf(own) };
  }
  const before = gap.slice(0, gap.length - clause.length);
  const earlier = [...before.matchAll(BASES)].filter(isBase).at(-1);
  if (!earlier) return { rest: clause };
  const start = clauseStart(before, 0, earlier.index);
  return { rest: clause, base: baseOf(earlier), before: withoutNumbering(before.slice(start, earlier.index)) };
}

/** 与预算数相比，甲减少5万元；乙减少3万元: what a sentence begins by comparing with, for all its changes that name nothing else. */
export function baseOfSentence(sentence: string): Base | undefined {
  const own = BASE.exec(sentence);
  return own?.index === 0 && isBase(own) && /[，,]$/.test(own[0]) ? baseOf(own) : undefined;
}

/** 较上年2.08减少0.03万元: what is compared with, told without its unit. */
const UNITLESS = /^\d[\d,]*(?:\.\d+)?(?=[增减上下提降])/;

const isBase = (match: RegExpMatchArray) => NAMED_BASE.test(match[0]) || match.groups!.kind !== undefined;

function baseOf(match: RegExpMatchArray): Base {
  const { year, kind } = match.groups!;
  return {
    ...(year ? { year: Number(year) } : {}),
    ...(kind ? { kind: KINDS[kind]! } : {}),
    ...(!year && kind && !NAMED_BASE.test(match[0]) ? { planned: true } : {}),
    text: match[0].replace(/[，,]$/, ''),
  };
}

/** 与2021年度预算相比, in accounts of 2021: what is compared with is the budget that they carry out. */
export const ofOwnPlan = (
  base: Base | undefined,
  year: number | undefined,
  stage: Stage | undefined,
): Base | undefined =>
  base?.kind && isPlan(base.kind) && base.year !== undefined && base.year === year && stage && kindOf(stage).executes
    ? { ...base, planned: true }
    : base;
