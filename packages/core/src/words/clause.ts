/** One clause before its figure, taken apart: the noun, the aspect, the base compared with, the direction. */
import type { Stage } from '../disclosure.ts';
import { kindOf } from '../model/document-kinds.ts';
import type { Aspect, Base, BaseKind, Direction } from './mention.ts';

export interface ClauseParts {
  /** What is left when years, comparison, direction and aspect words are taken away. */
  readonly noun: string;
  readonly aspect?: Aspect;
  readonly year?: number;
  readonly base?: Base;
  readonly direction?: Direction;
  /** Noun of the whole that a share is of. */
  readonly whole?: string;
}

const UP = '增加|增长|上升|提高|上涨|增多|新增|增';
const DOWN = '减少|下降|降低|压减|压缩|调减|核减|缩减|减';
const DIRECTION = new RegExp(
  `(?:有所|略有|各|均|分别|相应|同比|同口径|总体|总的?|合计|共|预计|将|净|也)*(?:(?<up>${UP})|(?<down>${DOWN}))(?:额度?|数|率|幅度?|金额)?(?:了|为|约|达|数为|额为)*$`,
);
/** 比2025年财政拨款“三公”经费年初预算增加: the thing compared named again, with no figure of its own before the direction. */
const NAMED_AGAIN = `(?:[^，。；：、（）\\d]{2,24}?(?=(?:年初)?(?:预算|决算)(?:执行)?(?:数|安排)*(?:相比|总体|基本)*(?:${UP}|${DOWN}|持平)))?`;
const BASE = new RegExp(
  `(?:相比|比|较|与|同|和|对比)(?<year>20\\d\\d)?(?<word>年度?|上年度?|上一年度?|去年|(?=预算|决算|执行))${NAMED_AGAIN}(?:的|年初|当年|部门|单位|同期|本部门|本单位)*(?<kind>预算执行|执行|预算|决算)?(?:数额?|安排数?|支出|金额)*(?:总体|基本)?(?:相比较?|比较|对比|相对比)?(?:，|,)?`,
);
const BASES = new RegExp(BASE, 'g');
const NAMED_BASE = /20\d\d年|上年|上一年|去年/;
const LEVEL_NOT_CHANGE = /(?:增加|增长|提高|上升|减少|下降|降低|压减)(?:到|至)$/;

const ORDER_FLAT = /(?:支出)?决算数?(?:与|和|同)(?:年初|调整|全年)?预算数?(?:相比)?(?:基本|总体)?$/;
const INITIAL = /(?:的)?年初(?:部门|单位)?预算(?:安排|批复)?数?(?:为|是)?$/;
const EXECUTED = /(?:当年)?(?:预算)?执行数?(?:为|是)?$/;
const FINAL = /(?:的)?决算数?(?:为|是)?$/;
const SHARE = /(?:所占比重|所占比例|占比|占)(?<whole>[^占]*?)(?:的)?(?:比重|比例|百分比)?(?:为|约|达)?$/;
const COMPLETION = /完成(?:了)?(?:年初|全年)?(?:部门|单位)?预算(?:数|安排)?的?$/;

/** 预算为 in final accounts: the initial budget, unless it is another one (全年预算, 调整预算) or no budget of expenditure. */
const PLANNED = /(?<!一般公共|政府性基金|基金|经营|项目|采购|涉及)预算(?:安排)?数?(?:为|是)?$/;
const ADJUSTED = /(?:全年|调整|调整后|年度|最终)预算(?:安排)?数?(?:为|是)?$/;
const LAST = /(?:上年度?|去年|上一年度?)(?:同期)?(?:当年)?(?:预算|决算|执行|支出|实际)?(?:执行|安排)?数?(?:为|是)?$/;

const YEAR = /(?<!\d)(20\d\d)(?:年度?|(?=支出|收入|部门|单位|预算))/;

const KINDS: Readonly<Record<string, BaseKind>> = {
  预算执行: 'executed',
  执行: 'executed',
  预算: 'budget',
  决算: 'final',
};

/** A year that a figure is of: no base, no date (截至2025年8月31日), no document number. */
const GAP_YEAR = /(?<![比较与同和至止于自从〔（\d])(20\d\d)年度?(?!\d{1,2}月|—|-|至)/g;

/** Year named between the last figure and this one, outside the comparison. */
export function yearIn(gap: string, base: Base | undefined): number | undefined {
  const text = base ? gap.replace(base.text, '') : gap;
  const year = [...text.matchAll(GAP_YEAR)].at(-1)?.[1];
  return year ? Number(year) : undefined;
}

/** Takes a clause apart; `gap` is all that stands between the last figure and this one, where the comparison may begin earlier. */
export function partsOf(clause: string, gap: string, stage?: Stage): ClauseParts {
  const { rest, base } = withoutBase(clause, gap);
  if (ORDER_FLAT.test(clause)) return named(clause.replace(ORDER_FLAT, ''), { aspect: 'order' });
  if (LEVEL_NOT_CHANGE.test(rest)) return named(rest, base ? { base } : {});
  const executes = stage && kindOf(stage).executes;
  const moved = DIRECTION.exec(rest);
  if (moved) {
    const direction = moved.groups!.up ? 'up' : 'down';
    return named(rest.slice(0, moved.index), { aspect: 'change', direction, ...(base ? { base } : {}) });
  }
  for (const [pattern, aspect] of [
    [INITIAL, 'initial'],
    [COMPLETION, 'completion'],
    [EXECUTED, 'last'],
    [LAST, 'last'],
    [FINAL, undefined],
    [ADJUSTED, 'order'],
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
  // 比2024年5070.00万元减少…: the figure compared with, told within the comparison.
  const compared = base !== undefined && clause.includes(base.text) && !base.planned;
  return named(rest, { ...(compared ? { aspect: 'last' } : {}), ...(base ? { base } : {}) });
}

function named(text: string, parts: Omit<ClauseParts, 'noun' | 'year'>): ClauseParts {
  const year = YEAR.exec(text);
  const noun = year ? text.slice(0, year.index) + text.slice(year.index + year[0].length) : text;
  return { noun: noun.replace(/^[，,]/, ''), ...(year ? { year: Number(year[1]) } : {}), ...parts };
}

function withoutBase(clause: string, gap: string): { rest: string; base?: Base } {
  const own = BASE.exec(clause);
  if (own && isBase(own)) {
    return { rest: clause.slice(0, own.index) + clause.slice(own.index + own[0].length), base: baseOf(own) };
  }
  const before = gap.slice(0, gap.length - clause.length);
  const earlier = [...before.matchAll(BASES)].filter(isBase).at(-1);
  return earlier ? { rest: clause, base: baseOf(earlier) } : { rest: clause };
}

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
