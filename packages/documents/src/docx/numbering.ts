/**
 * Automatic numbering of Word: the numbers are nowhere in the text, only how they count. What Word would print before each
 * numbered paragraph is worked out here, because 一、二、三、 is what the sections of an explanation are told by.
 */
import { numeral } from '@mingsuan/core/text/numerals';
import { readXml } from '../office/xml.ts';

interface Level {
  format: string;
  /** `%1、`, `%1.%2`. */
  text: string;
  start: number;
  /** The level restarts after a paragraph of any lower level unless this says 0. */
  restart?: number;
}

type Levels = Map<number, Level>;

export interface Numbering {
  /** What stands before the next paragraph of this list and level; empty for bullets and unknown lists. */
  next(list: string, level: number): string;
  /** The level that a list gives to paragraphs of a style. */
  levelOfStyle(list: string, style: string): number | undefined;
}

/** Counts numbered paragraphs as Word shows them. */
export function readNumbering(xml: string | undefined): Numbering {
  const lists = xml === undefined ? NO_LISTS : parse(xml);
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
    levelOfStyle: (list, style) => lists.styles.get(`${list}\n${style}`),
  };
}

interface Lists {
  readonly levels: ReadonlyMap<string, Levels>;
  readonly abstractOf: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, number>;
}

const NO_LISTS: Lists = { levels: new Map(), abstractOf: new Map(), styles: new Map() };

function parse(xml: string): Lists {
  const abstracts = new Map<string, { levels: Levels; styles: Map<string, number> }>();
  const levels = new Map<string, Levels>();
  const abstractOf = new Map<string, string>();
  let abstract = '';
  let list = '';
  let level: Level | undefined;
  let index = 0;
  readXml(xml, {
    open(name, { abstractNumId = '', numId = '', ilvl, val = '' }, path) {
      const parent = path.at(-2);
      if (name === 'abstractNum') {
        abstract = abstractNumId;
        abstracts.set(abstract, { levels: new Map(), styles: new Map() });
      } else if (name === 'num') list = numId;
      else if (name === 'abstractNumId' && parent === 'num') {
        abstractOf.set(list, val);
        levels.set(list, new Map(abstracts.get(val)?.levels));
      } else if (name === 'lvl' || name === 'lvlOverride') {
        index = Number(ilvl ?? index);
        if (name === 'lvlOverride') return;
        level = { format: 'decimal', text: '', start: 1 };
        (path.includes('abstractNum') ? abstracts.get(abstract)?.levels : levels.get(list))?.set(index, level);
      } else if (name === 'startOverride') {
        const inherited = levels.get(list)?.get(index);
        // A list that starts anew counts by itself.
        abstractOf.delete(list);
        if (inherited) levels.get(list)!.set(index, { ...inherited, start: Number(val) });
      } else if (level && parent === 'lvl') {
        if (name === 'numFmt') level.format = val;
        else if (name === 'lvlText') level.text = val;
        else if (name === 'start') level.start = Number(val);
        else if (name === 'lvlRestart') level.restart = Number(val);
        else if (name === 'pStyle') abstracts.get(abstract)?.styles.set(val, index);
      }
    },
  });
  const styles = new Map<string, number>();
  for (const [id, of] of abstractOf)
    for (const [style, at] of abstracts.get(of)?.styles ?? []) styles.set(`${id}\n${style}`, at);
  return { levels, abstractOf, styles };
}

const CHINESE = '〇一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

function printed(value: number, format: string): string {
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
