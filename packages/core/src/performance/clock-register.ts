/**
 * A register of what runs against a clock (留言, 故障): each matter begins, ends, or is struck out where it was entered wrongly. It is only
 * added to: what stands is folded from all its entries.
 */
import { groupBy } from '../group-by.ts';
import { CLOCKS, type Clocked } from './clocks.ts';

export type ClockId = keyof typeof CLOCKS;
export const CLOCK_IDS = Object.keys(CLOCKS) as readonly ClockId[];

/** `at`: `2026-03-02`, or with the country's time `2026-03-02T08:00:00+08:00`; of a matter struck out the day it was. */
export interface ClockEntry {
  readonly number: string;
  readonly kind: 'begun' | 'ended' | 'struck';
  readonly at: string;
}

const MOMENT = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** A day or moment as people and systems write it (`2026/3/2 8:30`); undefined where it is none. The country keeps one time. */
export function clockMoment(text: string): string | undefined {
  const [, year, month = '', day = '', hour, minute, second = '00'] = MOMENT.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isDay = new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ?? false;
  if (!isDay) return undefined;
  if (hour === undefined) return date;
  const moment = `${date}T${hour.padStart(2, '0')}:${minute}:${second}+08:00`;
  return Number.isNaN(Date.parse(moment)) ? undefined : moment;
}

/** When a day or moment began, so that both are put in order. */
const beginningOf = (at: string): number => Date.parse(at.length === 10 ? `${at}T00:00:00+08:00` : at);

/** The matters that stand, in the order in which they were entered. */
export const clockedOf = (entries: readonly ClockEntry[]): readonly Clocked[] =>
  [...groupBy(entries, ({ number }) => number)].flatMap(([id, own]): readonly Clocked[] => {
    const at = (kind: ClockEntry['kind']) => own.find((entry) => entry.kind === kind)?.at;
    const [begun, ended] = [at('begun'), at('ended')];
    if (begun === undefined || at('struck') !== undefined) return [];
    return [{ id, begun, ...(ended === undefined ? {} : { ended }) }];
  });

interface Upon {
  readonly rule: ClockId;
  readonly year: number;
  /** Nothing has happened after it. */
  readonly now: string;
}

/** Why entries cannot be added to those that are there, the first of them; undefined where they can. */
export function clockFault(
  known: readonly ClockEntry[],
  added: readonly ClockEntry[],
  { rule, year, now }: Upon,
): string | undefined {
  const byNumber = new Map<string, Map<ClockEntry['kind'], string>>();
  const of = (number: string) => {
    const own = byNumber.get(number) ?? new Map<ClockEntry['kind'], string>();
    byNumber.set(number, own);
    return own;
  };
  for (const { number, kind, at } of known) of(number).set(kind, at);
  for (const { number, kind, at } of added) {
    const own = of(number);
    const begun = own.get('begun');
    if (own.has('struck')) return `“${number}”已经作废，请另编一个号。`;
    if (kind === 'begun' && begun !== undefined) return `“${number}”已经登记过。`;
    if (kind === 'begun' && !at.startsWith(`${year}-`)) return `“${number}”的开始时间不在 ${year} 年。`;
    if (kind !== 'begun' && begun === undefined) return `没有登记过“${number}”。`;
    if (kind === 'ended' && own.has('ended')) return `“${number}”已经办结。`;
    if (kind !== 'struck' && 'hours' in CLOCKS[rule] && at.length === 10)
      return `“${number}”按小时计算，时间要写到几点几分。`;
    if (kind === 'ended' && begun !== undefined && isBefore(at, begun)) return `“${number}”的办结早于开始。`;
    if (kind !== 'struck' && beginningOf(at) > Date.parse(now)) return `“${number}”的时间在以后。`;
    own.set(kind, at);
  }
  return undefined;
}

/** Of a day and a moment only the days are compared. */
const isBefore = (a: string, b: string): boolean =>
  a.length === 10 || b.length === 10 ? a.slice(0, 10) < b.slice(0, 10) : beginningOf(a) < beginningOf(b);

export type ClockRows = { readonly entries: readonly ClockEntry[] } | { readonly fault: string };

/** Rows of number, beginning and end, either of them empty; a header is passed over. */
export function clockRows(csv: string): ClockRows {
  const entries: ClockEntry[] = [];
  for (const [i, text] of csv
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const [number = '', ...moments] = text.split(/[,，\t]/).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
    if (text.trim() === '') continue;
    const [begun, ended] = moments.map((moment) => (moment === '' ? '' : clockMoment(moment)));
    const isHeader = i === 0 && !/\d/.test(text);
    if (isHeader) continue;
    if (number === '' || begun === undefined || (moments.length > 1 && ended === undefined) || !(begun || ended))
      return { fault: `第 ${i + 1} 行应是“编号,开始,办结”，时间写作 2026-03-02 或 2026-03-02 08:30。` };
    if (begun) entries.push({ number, kind: 'begun', at: begun });
    if (ended) entries.push({ number, kind: 'ended', at: ended });
  }
  return { entries };
}
