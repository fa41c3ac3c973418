/** Parts that tables of many places share: the lines of the balances, the items with their total, the three publics in one row. */
import {
  all,
  and,
  type Fund,
  isAppropriated,
  isCarried,
  itemsOf,
  type List,
  type Money,
  not,
  ofEconomic,
  ofFund,
  PUBLICS,
  sumOf,
  thisYear,
  type Where,
} from './figures.ts';
import { type Column, type Line, lineOf, money, printed, type Style, total } from './paper.ts';

export type Texts = readonly (readonly string[])[];

const NUMERALS = [...'一二三四五六七八九十'];
export const numeral = (n: number): string =>
  n < 10
    ? NUMERALS[n]!
    : `${n < 20 ? '' : NUMERALS[Math.floor((n + 1) / 10) - 1]}十${(n + 1) % 10 ? NUMERALS[n % 10] : ''}`;
export const numbered = (n: number, text: string): string => `${numeral(n)}、${text}`;

/** Lines of a side: labels with the figures of their columns. */
export const lines = (
  rows: readonly (readonly [label: string, where: Where | undefined])[],
  style: Style,
  wheres: readonly Where[] = [all],
  of: readonly Money[] = [thisYear],
): string[][] =>
  rows.map(([label, where]) => [
    label,
    ...wheres.flatMap((part) =>
      of.map((money) => (where ? printed(sumOf(and(where, part), money), style) : style.zero)),
    ),
  ]);

export const none: Where = () => false;
const current = (...funds: readonly Fund[]): Where => and(ofFund(...funds), not(isCarried));

/** The revenue of 收支总表 by source, in the words of the national form; the carry-over is of the general public budget. */
export const REVENUE: readonly (readonly [string, Where])[] = [
  ['一般公共预算拨款收入', current('general-public')],
  ['政府性基金预算拨款收入', current('government-fund')],
  ['国有资本经营预算拨款收入', current('state-capital')],
  ['财政专户管理资金收入', none],
  ['事业收入', current('institutional')],
  ['事业单位经营收入', none],
  ['上级补助收入', none],
  ['附属单位上缴收入', none],
  ['其他收入', current('other')],
];

/** The classes of the functional classification that hold anything. */
export const classes = (where: Where) => itemsOf('function', where, 1);

export const isCurrent: Where = not(isCarried);

/** Items of a classification under, over or without their total. */
export function withTotal(
  list: List,
  where: Where,
  at: 'first' | 'last' | 'none',
  levels?: number,
  name = '合计',
): Line[] {
  const items = itemsOf(list, where, levels).map(lineOf);
  const whole = total(where, name);
  return at === 'first' ? [whole, ...items] : at === 'last' ? [...items, whole] : items;
}

/** 总 and parts of expenditure. */
export const natureIs =
  (...natures: readonly string[]): Where =>
  ({ nature }) =>
    natures.includes(nature);

/** The columns of the three publics in one row, under `head`. */
export function publicsColumns(
  head: readonly string[],
  names: readonly [string, string, string, string, string, string],
  fund: Where = ofFund('general-public'),
  of: Money = thisYear,
): readonly Column[] {
  const { overseas, purchase, running, hospitality } = PUBLICS;
  const is = (...codes: readonly string[]): Where => and(fund, ofEconomic(...codes));
  const [whole, travel, vehicles, bought, run, guests] = names;
  return [
    money([...head, whole], is(overseas, purchase, running, hospitality), of),
    money([...head, travel], is(overseas), of),
    money([...head, vehicles, '小计'], is(purchase, running), of),
    money([...head, vehicles, bought], is(purchase), of),
    money([...head, vehicles, run], is(running), of),
    money([...head, guests], is(hospitality), of),
  ];
}

export const PUBLICS_NAMES = [
  '合计',
  '因公出国（境）费用',
  '公务用车购置及运行费',
  '公务用车购置费',
  '公务用车运行费',
  '公务接待费',
] as const;

export const appropriated = isAppropriated;
