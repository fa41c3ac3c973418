/** The figures of a sentence: amounts, percentages, counts, and the words that stand for a figure (持平). */
import { decimalsOf, type Fen, type MoneyUnit, parseAmount, printingStep } from '../money.ts';

export interface PrintedAmount {
  readonly kind: 'amount';
  readonly fen: Fen;
  /** Fen of the last printed digit. */
  readonly step: Fen;
  readonly unit: MoneyUnit;
}

/** `value` counts whole percent or things; `step` is its last printed digit. */
export interface PrintedNumber {
  readonly kind: 'percent' | 'count';
  readonly value: number;
  readonly step: number;
  readonly unit: string;
}

/** 持平, 无增减变化. */
export interface PrintedFlat {
  readonly kind: 'flat';
}

/** 大于, 小于, 等于 between two figures named before. */
export interface PrintedOrder {
  readonly kind: 'order';
}

export type Printed = PrintedAmount | PrintedNumber | PrintedFlat | PrintedOrder;

export interface FigureToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly negative: boolean;
  readonly printed: Printed;
}

const NUMBER = String.raw`(?<sign>[-−－﹣]?)(?<number>(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)`;
const UNIT = '(?<unit>万元|亿元|元|万(?=[，,、；。）]|$)|%|个百分点|个|人次|辆|台|套|项(?!）)|件|批次?)';
const FLAT =
  '(?<flat>(?:无增减变化|无增减变动|无增减|没有变化|无变化|无变动|保持不变|基本持平|总体持平|持平|一致|相同|相等))';
const ORDER = '(?<order>(?:大于|小于|高于|低于|多于|少于|超过|等于)(?=年初|调整|全年|预算))';
/** 分别为3和5万元: the unit behind the last number is that of all. What numbers a paragraph is none of them. */
const SHARED = String.raw`(?=(?:(?:[、和及与]|(?<=\.\d+)，)\d[\d,]*(?:\.\d+)?){1,9}(?<later>万元|亿元|元|%))(?<=[\u4e00-\u9fff]\d[\d,.]*|\d[、和及与，][\d,.]+)`;
/** 年初预算为0，支出决算为177万元: nothing is nothing in any unit. */
const NOUGHT = String.raw`(?<=(?:预算|决算|支出|收入|经费|费用?|金?额)数?(?:为|是))(?<nought>0(?:\.0+)?)(?=[，,；;。、）])`;
const TOKEN = new RegExp(`(?<![\\d.])${NUMBER}(?:${UNIT}|${SHARED})|${FLAT}|${ORDER}|${NOUGHT}`, 'g');

const MONEY: Readonly<Record<string, MoneyUnit>> = { 万元: '万元', 万: '万元', 元: '元', 亿元: '亿元' };

/** 单价100万元（含）以上 and the like name a kind of thing; they are no figures of the budget. */
const THRESHOLD = /^(?:（含[^）]*）)?(?:及?以上|及?以下|以内|（含）)/;

/** All figures of `text` in order. A minus after a word of direction (减少-3.2万元) is kept in `negative`. */
export function figuresOf(text: string): readonly FigureToken[] {
  const tokens: FigureToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = tokenOf(match, text);
    if (token) tokens.push(token);
  }
  return tokens;
}

function tokenOf(match: RegExpMatchArray, text: string): FigureToken | undefined {
  const { sign, number, unit, later, flat, order, nought } = match.groups!;
  const start = match.index!;
  const place = { start, end: start + match[0].length, text: match[0] };
  if (flat) return { ...place, negative: false, printed: { kind: 'flat' } };
  if (order) return { ...place, negative: false, printed: { kind: 'order' } };
  if (THRESHOLD.test(text.slice(place.end))) return undefined;
  const printed = nought === undefined ? printedOf(number!, unit ?? later!) : printedOf(nought, '万元');
  if (!printed) return undefined;
  // A dash after a date or a range is no sign: 2025-100万元.
  const negative = (sign ?? '') !== '' && !/\d$/.test(text.slice(0, start));
  return { ...place, negative, printed };
}

function printedOf(number: string, unit: string): Printed | undefined {
  const money = MONEY[unit];
  const decimals = decimalsOf(number);
  if (money) {
    const amount = parseAmount(number, money);
    return amount && { kind: 'amount', fen: amount.fen, step: printingStep(money, decimals), unit: money };
  }
  const value = Number(number.replace(/[,，]/g, ''));
  const kind = unit === '%' || unit === '个百分点' ? 'percent' : 'count';
  return { kind, value, step: 10 ** -decimals, unit };
}
