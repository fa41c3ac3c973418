/** Lists ([MS-DOC] 2.9.147, 2.9.131) in the terms that all readers count in. */
import type { Level, Lists } from '../flow/lists.ts';
import type { DocFile } from './fib.ts';

/** Formats of numbers by their code (MSONFC), named as in WordprocessingML. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  37: 'chineseCounting',
  39: 'chineseCountingThousand',
  255: 'none',
};

const LIST_SIZE = 28;
const LEVEL_SIZE = 28;
const OVERRIDE_SIZE = 16;
/** Nobody made more; numbers beyond are those of a damaged file. */
const MOST_LISTS = 5000;

/** The lists by their number as paragraphs name them, from 1. What a damaged file does not tell is left out. */
export function readDocLists(file: DocFile): Lists {
  const levels = new Map<string, ReadonlyMap<number, Level>>();
  const abstractOf = new Map<string, string>();
  try {
    const defined = definitions(file.part('lists', true));
    overrides(file.part('overrides'), defined, levels, abstractOf);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return { levels, abstractOf, styles: new Map() };
}

function definitions(part: Buffer): Map<number, Map<number, Level>> {
  const defined = new Map<number, Map<number, Level>>();
  if (part.length < 2) return defined;
  const count = Math.min(MOST_LISTS, part.readUInt16LE(0));
  let at = 2 + LIST_SIZE * count;
  for (let i = 0; i < count; i++) {
    const head = 2 + LIST_SIZE * i;
    const isSimple = (part[head + 26]! & 1) !== 0;
    const levels = new Map<number, Level>();
    for (let level = 0; level < (isSimple ? 1 : 9); level++) {
      const made = levelAt(part, at);
      levels.set(level, made.level);
      at = made.end;
    }
    defined.set(part.readInt32LE(head), levels);
  }
  return defined;
}

function levelAt(part: Buffer, at: number): { level: Level; end: number } {
  const format = FORMATS[part[at + 4]!] ?? 'decimal';
  const restarts = (part[at + 5]! & 8) === 0;
  const text = at + LEVEL_SIZE + part[at + 24]! + part[at + 25]!;
  const length = part.readUInt16LE(text);
  const pattern = part.subarray(text + 2, text + 2 + 2 * length).toString('utf16le');
  const level: Level = {
    format,
    start: part.readInt32LE(at),
    text: format === 'bullet' ? '' : [...pattern].map(numberOrSign).join(''),
    ...(restarts ? {} : { restart: 0 }),
  };
  return { level, end: text + 2 + 2 * length };
}

/** In a pattern a level's number stands as the character of its level. */
const numberOrSign = (sign: string): string => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign);

function overrides(
  part: Buffer,
  defined: ReadonlyMap<number, ReadonlyMap<number, Level>>,
  levels: Map<string, ReadonlyMap<number, Level>>,
  abstractOf: Map<string, string>,
): void {
  if (part.length < 4) return;
  const count = Math.min(MOST_LISTS, part.readUInt32LE(0));
  let at = 4 + OVERRIDE_SIZE * count;
  for (let i = 0; i < count; i++) {
    const head = 4 + OVERRIDE_SIZE * i;
    const id = part.readInt32LE(head);
    const own = new Map(defined.get(id));
    let isRestarted = false;
    at += 4;
    for (let n = part[head + 12]!; n > 0; n--) {
      const [start, flags] = [part.readInt32LE(at), part.readUInt32LE(at + 4)];
      const level = flags & 15;
      at += 8;
      if (flags & 32) {
        const made = levelAt(part, at);
        own.set(level, made.level);
        at = made.end;
      } else if (flags & 16) {
        const inherited = own.get(level);
        if (inherited) own.set(level, { ...inherited, start });
        isRestarted = true;
      }
    }
    levels.set(String(i + 1), own);
    if (!isRestarted) abstractOf.set(String(i + 1), `#${id}`);
  }
}
