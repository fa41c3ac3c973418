/** Running text → the numbered sections of the explanation. */
import type { ContentsEntry, ExplanationSection, Origin, TextBlock } from '@mingsuan/core/disclosure';
import { squeeze, unspaced } from '@mingsuan/core/text/fold';
import { isNumbered } from '@mingsuan/core/text/numbering';
import { parseNumeral } from '@mingsuan/core/text/numerals';
import { MOST_CHARACTERS } from '../bounds.ts';
import type { Paragraph } from '../layout.ts';

const PART = /^(第[一二三四五六七八九十]+部分)[、:：\s]*(.*)$/;
/** A line that begins a list entry or a heading: never the rest of a torn sentence. */
const isListed = (text: string) => isNumbered(text) || /^(?:第[一二三四五六七八九十]+[部条]|注[:：])/.test(text);
const NUMBERED = /^([一二三四五六七八九十]{1,3})[、.．]\s*(.+)$/;
const TITLED = /(?:主要职能|主要职责|机构设置|机构设置情况|名词解释|编制说明|情况说明|基本情况|概况)$/;

interface Heading {
  readonly number?: string;
  readonly title: string;
}

const isShort = (text: string) => text.length <= 60 && !/[。；]/.test(text) && !/[，：:]$/.test(text);

function partHeading(text: string): Heading | undefined {
  const part = PART.exec(text.trim());
  if (part && isShort(text)) return { number: part[1]!, title: part[2]!.trim() || part[1]! };
  const s = squeeze(text);
  const numbered = /^(?:[一二三四五六七八九十]+[、.．]|\d+[、.．]|[(（])/.test(s);
  if (/收支预算$/.test(s) && isShort(text)) return { title: s };
  if (!numbered && isShort(text) && TITLED.test(s.replace(/\(.*\)$/, '')) && s.length >= 4)
    return { title: unspaced(text) };
  return undefined;
}

/** Likeness of two headings by the pairs of characters they share, 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (s: string) => new Set(Array.from({ length: Math.max(0, s.length - 1) }, (_, i) => s.slice(i, i + 2)));
  const left = pairs(squeeze(a).replace(/\d{4}年度?/g, ''));
  const right = pairs(squeeze(b).replace(/\d{4}年度?/g, ''));
  if (left.size === 0 || right.size === 0) return 0;
  return [...left].filter((pair) => right.has(pair)).length / Math.min(left.size, right.size);
}

/** Whether a line is the heading of a part or of a numbered section. */
export const isHeading = (text: string): boolean =>
  partHeading(text) !== undefined || sectionHeading(text) !== undefined;

/** Entries that help to find headings: more than any contents have. */
const MOST_CONTENTS = 300;

interface OpenSection {
  readonly number?: string;
  readonly title: string;
  readonly part?: string;
  readonly paragraphs: TextBlock[];
  readonly origin: Origin;
}

/**
 * Splits text into parts and their sections 一、二、…. A numbered line opens a section only in its turn; nested lists that
 * count anew (一、总体绩效目标 inside 五、预算绩效信息) stay text. Where the contents name the section of that number,
 * the heading must be like it.
 */
export function readExplanation(
  printed: readonly Paragraph[],
  contents: readonly ContentsEntry[],
): ExplanationSection[] {
  const sections: OpenSection[] = [];
  const paragraphs = joinTorn(printed);
  const numbered = numberedIn(contents.slice(0, MOST_CONTENTS));
  let part: string | undefined;
  let partNumber: string | undefined;
  let turn = 1;
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = paragraph.text.trim();
    const { origin } = paragraph;
    const current = sections.at(-1);
    const heading = partHeading(text);
    if (heading && !nested(heading, current?.title, turn, paragraphs, index + 1)) {
      part = heading.title;
      partNumber = heading.number;
      turn = 1;
      sections.push({ ...heading, part, paragraphs: [], origin });
      continue;
    }
    const section = sectionHeading(text);
    if (
      section &&
      parseNumeral(section.number) === turn &&
      fitsContents(section, { title: part, number: partNumber }, numbered)
    ) {
      turn++;
      sections.push({ ...section, ...(part ? { part } : {}), paragraphs: [], origin });
      continue;
    }
    const block: TextBlock = {
      text,
      origin,
      ...(paragraph.lines && paragraph.lines.length > 1 ? { lines: paragraph.lines } : {}),
    };
    if (current) current.paragraphs.push(block);
    else sections.push({ title: '', paragraphs: [block], origin });
  }
  return sections.map(({ paragraphs: blocks, origin, ...section }) => ({
    ...section,
    text: blocks.map((block) => block.text).join('\n'),
    paragraphs: blocks,
    origin,
  }));
}

/** A section that the contents name, and the part that they list it under: 第三部分. */
interface Listed {
  readonly number: string;
  readonly name: string;
  readonly part: string | undefined;
}

function numberedIn(contents: readonly ContentsEntry[]): readonly Listed[] {
  let part: string | undefined;
  return contents.flatMap(({ title }) => {
    part = PART.exec(title)?.[1] ?? part;
    const match = NUMBERED.exec(title);
    return match ? [{ number: match[1]!, name: match[2]!, part }] : [];
  });
}

/** Joins a paragraph that a page break tore: it stops without a stop, and the next one is no heading and not numbered. */
function joinTorn(printed: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of printed) {
    const previous = joined.at(-1);
    const text = paragraph.text.trim();
    const torn =
      previous &&
      // Lines of one cell of a sheet are as their author broke them.
      !(paragraph.origin.address && paragraph.origin.address === previous.origin.address) &&
      (previous.text.length >= 25 || (AMOUNT_FIRST.test(text) && SUBJECT_LAST.test(previous.text.trim()))) &&
      previous.text.length + text.length <= MOST_CHARACTERS &&
      !hasEnded(previous.text.trim(), text) &&
      !isListed(text) &&
      !(LABELLED.test(text) && LABELLED.test(previous.text.trim())) &&
      (!OPENING.test(text) || OPEN_END.test(previous.text.trim())) &&
      !isListedHeading(previous.text.trim()) &&
      !partHeading(previous.text.trim()) &&
      !partHeading(text);
    if (torn)
      joined[joined.length - 1] = {
        ...previous,
        text: previous.text.trim() + text,
        lines: [...linesOf(previous), ...linesOf(paragraph)],
      };
    else joined.push(paragraph);
  }
  return joined;
}

/** How a sentence of its own begins: never the rest of a torn one. */
const OPENING = /^(?:20\d\d\s*年度?[，\u4e00-\u9fff]|(?:本|我)(?:部门|单位|局|委|办)(?!的)|截[至止]\s*20|其中：)/;

/** 项目承担单位：…: a line of a labelled list, where the one before it is one too. */
const LABELLED = /^(?!(?:主要)?原因|其中|具体)[\u4e00-\u9fff]{3,10}[：:]\S/;

/** Whether a sentence stops at the end of a line; what is quoted or bracketed there may go on. */
const hasEnded = (line: string, next: string): boolean =>
  /[。！？：:;；…”）)]$/.test(line) && !(GOING_ON.test(next) && /[”"）)]$/.test(line));

/** No sentence begins like this. */
const GOING_ON = /^[及和与或、，。；]/;
/** A sentence whose line ends with a word, and the amount or percentage of it that begins the next one, however short the first is. */
const SUBJECT_LAST = /^(?![一二三四五六七八九十\d（(]).*[，,].*[\u4e00-\u9fff）)]$/;
const AMOUNT_FIRST = /^\d[\d,，]*(?:\.\d+)?\s*(?:万元|亿元|元|%|％)/;

/** Where a sentence cannot stop: the next line goes on whatever it begins with. */
const OPEN_END = /[比与较为至到的和及在于从自、，]$/;

/** （五）关于2023年财政拨款收支预算情况的总体说明 is long for a heading, and still no sentence. */
const isListedHeading = (text: string) =>
  isListed(text) &&
  text.length <= 60 &&
  !/[，。；]/.test(text) &&
  /(?:说明|情况|概况|表|事项|构成|设置|职责|职能)$/.test(text);

const linesOf = (paragraph: Paragraph) => paragraph.lines ?? [{ text: paragraph.text, origin: paragraph.origin }];

/** A heading is short and no sentence. */
function sectionHeading(text: string): { number: string; title: string } | undefined {
  const match = NUMBERED.exec(text);
  if (!match || match[2]!.length > 45 || /[。；，]/.test(match[2]!)) return undefined;
  return { number: match[1]!, title: match[2]!.trim().replace(/[:：]$/, '') };
}

/**
 * Whether the contents speak against a heading: they name another section of that number. Contents whose numbers count
 * the parts (六、其他相关情况说明) say nothing about the sections within one, and those of one part nothing of another's.
 */
function fitsContents(
  { number, title }: { readonly number: string; readonly title: string },
  part: { readonly title: string | undefined; readonly number: string | undefined },
  numbered: readonly Listed[],
): boolean {
  const { title: of } = part;
  if (of !== undefined && numbered.some((entry) => likeness(entry.name, of) >= 0.6)) return true;
  const isSame = (entry: Listed) => !entry.part || !part.number || entry.part === part.number;
  const named = numbered.filter((entry) => entry.number === number && isSame(entry));
  return named.length === 0 || named.some((entry) => likeness(entry.name, title) >= 0.3);
}

/** 第一部分 within a section (五、预算绩效信息 → 第一部分 部门整体绩效目标) is nested when the numbering goes on after it. */
function nested(
  heading: Heading,
  section: string | undefined,
  turn: number,
  paragraphs: readonly Paragraph[],
  from: number,
): boolean {
  if (turn === 1 || section === undefined) return false;
  if (heading.number && /绩效/.test(section) && /绩效/.test(heading.title)) return true;
  if (heading.number) return false;
  if (!/(?:情况说明|说明)$/.test(heading.title)) return false;
  for (let i = from; i < paragraphs.length; i += 1) {
    const next = sectionHeading(paragraphs[i]!.text.trim());
    if (next) return parseNumeral(next.number) === turn;
  }
  return false;
}
