/** Dates and times of workbooks: days since the end of 1899 (or since 1904), shown by a format of y, m, d, h, s. */
import type { Token } from './format-code.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
].concat('November', 'December');
const WEEKDAYS = '日一二三四五六';
const DAY = 86_400_000;
/** Excel counts a 29 February 1900 that never was; days from March 1900 on are one further. */
const PHANTOM_DAY = 60;
const LAST_DAY = 2_958_466;

export const isDateFormat = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }) => kind === 'date' && !/^b+$/i.test(text));

interface Moment {
  readonly date: Date;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Seconds since day 0, for formats that count hours beyond 24. */
  readonly total: number;
}

/** @returns undefined where `serial` is no date */
export function dateText(serial: number, tokens: readonly Token[], is1904: boolean): string | undefined {
  if (serial < 0 || serial >= LAST_DAY) return undefined;
  const total = Math.round(serial * 86_400);
  const day = Math.floor(total / 86_400);
  const moment: Moment = {
    date: dateOf(day, is1904),
    hour: Math.floor((total % 86_400) / 3600),
    minute: Math.floor((total % 3600) / 60),
    second: total % 60,
    total,
  };
  const isHalfDay = tokens.some(({ kind, text }) => kind === 'date' && /^(?:a|上)/i.test(text) && text.includes('/'));
  return tokens
    .map((token, i) =>
      token.kind === 'date' ? partText(token.text, moment, isMinute(tokens, i), isHalfDay) : shown(token),
    )
    .join('')
    .trim();
}

const shown = ({ kind, text }: Token): string => (kind === 'text' || kind === 'digit' ? '' : text);

function dateOf(day: number, is1904: boolean): Date {
  if (is1904) return new Date(Date.UTC(1904, 0, 1) + day * DAY);
  return new Date(Date.UTC(1899, 11, 31) + (day > PHANTOM_DAY ? day - 1 : day) * DAY);
}

/** `m` is a minute after an hour or before a second. */
function isMinute(tokens: readonly Token[], index: number): boolean {
  if (!/^m{1,2}$/i.test(tokens[index]!.text)) return false;
  const dates = tokens.flatMap(({ kind, text }, i) => (kind === 'date' && !text.includes('/') ? [i] : []));
  const at = dates.indexOf(index);
  const before = tokens[dates[at - 1] ?? -1]?.text ?? '';
  const after = tokens[dates[at + 1] ?? -1]?.text ?? '';
  return /^\[?h/i.test(before) || /^s/i.test(after);
}

function partText(text: string, moment: Moment, isMinutePart: boolean, isHalfDay: boolean): string {
  const { date, hour, minute, second, total } = moment;
  const pad = (value: number) => String(value).padStart(Math.min(2, text.replace(/\..*/, '').length), '0');
  const key = text.toLowerCase();
  if (key.startsWith('[h')) return String(Math.floor(total / 3600));
  if (key.startsWith('[m')) return String(Math.floor(total / 60));
  if (key.startsWith('[s')) return String(total);
  if (key.includes('/')) return halfDay(text, hour);
  if (isMinutePart) return pad(minute);
  switch (key[0]) {
    case 'y':
    case 'e':
      return key.length === 2 && key[0] === 'y'
        ? String(date.getUTCFullYear()).slice(-2)
        : String(date.getUTCFullYear());
    case 'm':
      return monthText(date.getUTCMonth(), key.length) ?? pad(date.getUTCMonth() + 1);
    case 'd':
      return key.length < 3 ? pad(date.getUTCDate()) : weekday(date, key.length === 4);
    case 'a':
      return weekday(date, key.length === 4);
    case 'h':
      return pad(isHalfDay ? hour % 12 || 12 : hour);
    default:
      return pad(second);
  }
}

function monthText(month: number, length: number): string | undefined {
  if (length < 3) return undefined;
  return length === 4 ? MONTHS[month]! : MONTHS[month]!.slice(0, length === 5 ? 1 : 3);
}

const weekday = (date: Date, isLong: boolean): string => `${isLong ? '星期' : ''}${WEEKDAYS[date.getUTCDay()]}`;

function halfDay(text: string, hour: number): string {
  const [morning, afternoon] = text.split('/') as [string, string];
  return hour < 12 ? morning : afternoon;
}
