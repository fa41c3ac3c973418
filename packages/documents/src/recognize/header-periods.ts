/** Of which plan or year the figures under a header are: what its words say of the period, not of the measure. */
import type { Period } from '@mingsuan/core/model/period';
import type { Header } from './header.ts';

/** The document's own period is the one that a cell's key does not name. */
export type HeaderPeriod = Period | 'own';

/**
 * Headers that say of which plan or year a figure is, not what it measures: in final accounts 决算数 is the document's own
 * figure, and where two years stand side by side the older is the previous one.
 */
const PERIOD_HEADERS: readonly (readonly [RegExp, HeaderPeriod])[] = [
  [/^(?:采购)?决算(?:数|金额)?$|^(?:决算)?统计数$/, 'own'],
  [/^(?:全年|调整后?)预算数?$/, 'adjusted'],
  [/^(?:年初|采购)?预算(?:数|金额)?$/, 'budget'],
];
export const YEARED =
  /^(\d{4})年度?(?:当年)?(?:部门)?(?:预算|执行|决算|年初预算|初预算|预计|计划|测算|预测)?(?:安排)?数?$/;
/** 2024年基本支出: where the header speaks of one year only, it says nothing of the measure. */
export const LEADING_YEAR = /^20\d\d年度?(?=[\u4e00-\u9fff])/;
const PREVIOUS = /^上年(?:度)?(?:(?:预算|执行|决算)数?)?$/;
export const PLAN = /^(?:执行|年初预算|预算|决算)数?$/;

/** Says nothing but that a figure is of the document's own year. */
const CURRENT = /^(?:当年|本年度?)$/;

/** Says that a figure of the year before is what was spent. */
const EXECUTED = /执行/;
const OF_PREVIOUS = /^(?:上年|\d{4}年)/;

export interface Periods {
  /** Of the year before both what was planned and what was spent are printed. */
  readonly executed?: true;
  readonly final: boolean;
  /** A part of the header is headed 上年. */
  readonly previous: boolean;
  /** The latest year, where the header speaks of several. */
  readonly year?: number;
  /** The one before it: of three and more years only the last but one, for an earlier one is not the year before. */
  readonly before?: number;
}

/** What a whole header says of periods: whether it is of final accounts, and between which years its columns differ. */
export function periodsOf(header: Header): Periods {
  const texts = header.paths.flat();
  const years = new Set(texts.flatMap((text) => YEARED.exec(text)?.[1] ?? []).map(Number));
  const latest = Math.max(...years);
  const previous = texts.some((text) => PREVIOUS.test(text));
  const isOfPrevious = (text: string) =>
    PREVIOUS.test(text) ||
    (YEARED.test(text) && OF_PREVIOUS.test(text) && Number(YEARED.exec(text)![1]) === latest - 1);
  const before = new Set(texts.filter(isOfPrevious));
  const isBoth = before.size > 1 && [true, false].every((is) => [...before].some((text) => EXECUTED.test(text) === is));
  return {
    previous,
    ...(isBoth ? { executed: true } : {}),
    final: ['own', 'budget'].every((wanted) =>
      PERIOD_HEADERS.some(([header, period]) => period === wanted && texts.some((text) => header.test(text))),
    ),
    ...(years.size > 1 || (years.size === 1 && previous) ? { year: latest } : {}),
    ...(years.size > 2 ? { before: latest - 1 } : {}),
  };
}

/** The period that one header text names, or undefined where it names none. */
export function headerPeriod(text: string, periods: Periods): HeaderPeriod | undefined {
  const earlier = periods.executed && EXECUTED.test(text) ? 'executed' : 'previous';
  if (PREVIOUS.test(text)) return earlier;
  if (periods.previous && CURRENT.test(text)) return 'own';
  const yeared = YEARED.exec(text);
  if (yeared && periods.year !== undefined) {
    const year = Number(yeared[1]);
    if (year === periods.year) return 'own';
    return periods.before === undefined || year === periods.before ? earlier : undefined;
  }
  if (yeared && !periods.final) return 'own';
  return periods.final ? PERIOD_HEADERS.find(([header]) => header.test(text))?.[1] : undefined;
}
