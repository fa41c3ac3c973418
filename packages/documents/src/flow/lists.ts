/**
 * Automatic numbers of lists, whatever the format: how their levels print, and the counting. What Word and its like print
 * before a numbered paragraph stands in no text; it is worked out here, because 一、二、三、 is what the sections of an
 * explanation are told by.
 */
import { numeral } from '@mingsuan/core/text/numerals';

/** A level of a list; `format` is named as in WordprocessingML. */
export interface Level {
  readonly format: string;
  /** `%1、`, `%1.%2`. */
  readonly text: string;
  readonly start: number;
  /** The level restarts after a paragraph of any lower level unless this says 0. */
  readonly restart?: number;
}

export type Levels = ReadonlyMap<number, Level>;

/** The lists of a document. A reader may add to the maps while it reads. */
export interface Lists {
  readonly levels: ReadonlyMap<string, Levels>;
  /** Lists that count together have one name here. */
  readonly abstractOf: ReadonlyMap<string, string>;
  /** `list\nstyle` → the level that the list gives to paragraphs of the style. */
  readonly styles: ReadonlyMap<string, number>;
}

export const NO_LISTS: Lists = { levels: new Map(), abstractOf: new Map(), styles: new Map() };

export interface Numbering {
  /** What stands before the next paragraph of this list and level; empty for bullets and unknown lists. */
  next(list: string, level: number): string;
  /** The next number of a level is `start`. */
  restart(list: string, level: number, start: number): void;
  /** The level that a list gives to paragraphs of a style. */
  levelOfStyle(list: string, style: string): number | undefined;
}

/** Counts numbered paragraphs as Word shows them. */
export function numberingOf(lists: Lists): Numbering {
  const counts = new Map<string, number[]>();
  return {
    next(list, level) {
      const levels = lists.levels.get(list);
      const own = levels?.get(level);
      if (!levels || !own) return '';
      const key = lists.abstractOf.get(list) ?? list;
      const counted = counts.get(key) ?? [];
      counts.set(key, counted);
      for (let i = 0; i < level; i++) counted[i] ??= levels.get(i)?.start ?? 1;
      counted[level] = counted[level] === undefined ? own.start : counted[level] + 1;
      for (let i = level + 1; i < counted.length; i++) if (levels.get(i)?.restart !== 0) delete counted[i];
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const i = Number(digit) - 1;
        return printed(counted[i] ?? levels.get(i)?.start ?? 1, levels.get(i)?.format ?? 'decimal');
      });
    },
    restart(list, level, start) {
      const key = lists.abstractOf.get(list) ?? list;
      const counted = counts.get(key) ?? [];
      counts.set(key, counted);
      counted[level] = start - 1;
    },
    levelOfStyle: (list, style) => lists.styles.get(`${list}\n${style}`),
  };
}

const CHINESE = '〇一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A count as a format prints it; empty for bullets. */
export function printed(value: number, format: string): string {
  switch (format) {
    case 'bullet':
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
      return chinese(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLED[value - 1] ?? String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

/** 1 to 99 as in headings: 十, 十二, 二十一; beyond that the digits one by one. */
function chinese(value: number): string {
  if (value > 99) return [...String(value)].map((digit) => CHINESE[Number(digit)]).join('');
  return value === 0 ? CHINESE[0]! : numeral(value);
}

const letters = (value: number): string =>
  String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(10, Math.ceil(value / 26)));

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = Math.min(value, 399);
  let text = '';
  for (const [size, letter] of ROMAN) {
    while (rest >= size) {
      text += letter;
      rest -= size;
    }
  }
  return text;
}
