/** The table of contents: its lines are read apart, so that they are no text and help to find the headings. */
import type { ContentsEntry, Origin } from '@mingsuan/core/disclosure';
import { bareTitle } from '@mingsuan/core/forms/index';
import { squeeze, unspaced } from '@mingsuan/core/text/fold';
import type { Paragraph } from '../layout.ts';
import { agencyInLine } from './agency-name.ts';

const PAGE = /^(.*?)(?:[.．…·‥_\-—\s]{2,}|\t\s*)(\d{1,4}|错误[!！].*|-+)$/;
const LEADERS = /^(.*?)[.．…·‥]{3,}\s*(\d{1,4})?$/;

/** One line of contents: a title with leaders or a tab and a page number. */
export function contentsLine(paragraph: Paragraph): ContentsEntry | undefined {
  const text = paragraph.text.trim();
  const match = LEADERS.exec(text) ?? PAGE.exec(text);
  if (!match || text.length > 120) return undefined;
  const title = match[1]!.replace(/[.．…·\s]+$/, '').trim();
  if (title === '' && !/^-+$/.test(unspaced(text))) return undefined;
  const page = match[2] !== undefined && /^\d+$/.test(match[2]) ? { page: Number(match[2]) } : {};
  return { title, ...page, text, origin: paragraph.origin };
}

/** A part's number comes a second time where the text itself begins, whatever its title is there. */
const PART = /^第.{1,3}部分/;

const HEADING = /^\d{0,4}年?.{0,30}目录$/;
const ENTRY =
  /^(?:第.{1,3}部分|[一二三四五六七八九十]+[、.．]|\d+[、.．](?!\d)|[（(][一二三四五六七八九十]+[）)])|(?:表|说明|解释|情况|职能|职责|设置|构成|信息|事项|概况|预算|决算|公开)$/;

/** What stands in brackets after a title says how it is arranged: …支出表（按功能分类科目）. */
const isEntry = (key: string): boolean => ENTRY.test(key) || ENTRY.test(key.replace(/\([^()]*\)$/, ''));

/**
 * Splits the contents off: lines with leaders wherever they stand, and after a heading 目录 also bare short lines, up to
 * the first that is no entry or comes a second time. Bare lines at the end are no entries but the headings that follow
 * where entries have leaders, and on a page or sheet after the others where nothing that follows, and no table, goes by their name.
 */
export function splitContents(
  paragraphs: readonly Paragraph[],
  titles: readonly string[],
): { contents: ContentsEntry[]; rest: Paragraph[] } {
  const contents: ContentsEntry[] = [];
  const rest: Paragraph[] = [];
  let open = false;
  let led = false;
  let bare: Paragraph[] = [];
  let keys = new Set<string>();
  const isSaidAgain = namesSaid(paragraphs, titles);
  const settle = (end?: number) => {
    const stays = (p: Paragraph) => isBeside(p.origin, bare[0]!.origin) || isSaidAgain(p.text, end ?? 0);
    const kept = end === undefined ? bare.length : led ? 0 : bare.findLastIndex(stays) + 1;
    for (const p of bare.slice(0, kept)) contents.push({ title: p.text.trim(), text: p.text, origin: p.origin });
    for (const p of bare.slice(kept)) rest.push(p);
    bare = [];
    keys = new Set();
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const lines =
      paragraph.lines && paragraph.lines.length > 1
        ? paragraph.lines.map((line): Paragraph => ({ kind: 'paragraph', ...line }))
        : [paragraph];
    const entries = lines.map(contentsLine);
    const key = squeeze(paragraph.text);
    const part = PART.exec(key)?.[0] ?? key;
    if (entries.every((entry) => entry !== undefined && !isSentence(entry.title))) {
      settle();
      led = true;
      contents.push(...entries.flatMap((entry) => (entry && entry.title !== '' ? [entry] : [])));
    } else if (HEADING.test(key)) {
      open = true;
      // 某局2026年部门预算公开目录: what it is the contents of stands nowhere else, maybe.
      if (/[预决]算/.test(key) && agencyInLine(key) !== undefined) rest.push(paragraph);
    } else if (
      open &&
      key.length <= 60 &&
      isEntry(key) &&
      !isSentence(paragraph.text) &&
      !keys.has(key) &&
      !keys.has(part)
    ) {
      bare.push(paragraph);
      keys.add(key).add(part);
    } else {
      open = false;
      settle(index);
      rest.push(paragraph);
    }
  }
  settle(paragraphs.length);
  return { contents, rest };
}

/** Whether a paragraph from `from` on, or a table, goes by the name of a line. */
function namesSaid(
  paragraphs: readonly Paragraph[],
  titles: readonly string[],
): (line: string, from: number) => boolean {
  let last: Map<string, number> | undefined;
  return (line, from) => {
    last ??= new Map([
      ...paragraphs.map(({ text }, i) => [bareTitle(text), i] as const),
      ...titles.map((title) => [bareTitle(title), paragraphs.length] as const),
    ]);
    return (last.get(bareTitle(line)) ?? -1) >= from;
  };
}

const isBeside = (a: Origin, b: Origin) => a.page === b.page && a.sheet === b.sheet;

const isSentence = (text: string) => /[。；]/.test(text);
