/** The table of contents: as the disclosure prints it, else of the headings and tables that were composed. */
import type { ContentsEntry } from '@mingsuan/core/disclosure';
import type { ContentsPlan } from '@mingsuan/core/templates/index';
import { isNumbered, numberMark } from '@mingsuan/core/text/numbering';
import type { Paragraph } from '../layout.ts';
import { namesTitle } from './listed.ts';
import type { OutlineEntry } from './outline.ts';
import { paragraph } from './paragraphs.ts';

/** The lines of the contents, each leading to the heading it names; none where nothing is listed. Those that are made are numbered by `plan`. */
export function contentsParagraphs(
  printed: readonly ContentsEntry[],
  outline: readonly OutlineEntry[],
  plan: ContentsPlan = {},
): Paragraph[] {
  const entries =
    printed.length > 0
      ? led(printed, outline)
      : numbered(
          outline.filter((entry) => entry.listed),
          plan,
        );
  if (entries.length === 0) return [];
  return [
    paragraph(plan.title ?? '目录', { is: 'heading', level: 1 }),
    ...entries.map(({ title, level, target }) => paragraph(title, { is: 'contents', level, target })),
  ];
}

type Entry = Omit<OutlineEntry, 'listed' | 'isTable'>;

/** Entries without a number of their own get one: sections among themselves, tables among themselves. */
function numbered(entries: readonly OutlineEntry[], { sections, tables }: ContentsPlan): readonly Entry[] {
  const counts = { section: 0, table: 0 };
  return entries.map((entry) => {
    const kind = entry.isTable ? 'table' : 'section';
    const numbering = entry.isTable ? tables : sections;
    if (!numbering || isNumbered(entry.title) || PART.test(entry.title)) return entry;
    counts[kind] += 1;
    return { ...entry, title: `${numberMark(numbering, counts[kind])}${entry.title}` };
  });
}

/** 第一部分 部门概况 has its number. */
const PART = /^第.{1,3}部分/;

/** Each printed line leads to the heading it names; a line that names none, to where the next one leads. */
function led(printed: readonly ContentsEntry[], outline: readonly OutlineEntry[]): Entry[] {
  let from = 0;
  const found = printed.map(({ title }) => {
    const names = (entry: OutlineEntry) => namesTitle(title, entry.title);
    const ahead = outline.findIndex((entry, i) => i >= from && names(entry));
    const at = ahead >= 0 ? ahead : outline.findIndex(names);
    if (at >= 0) from = at;
    return outline[at];
  });
  return printed.map(({ title }, i) => {
    const entry = found[i] ?? found.slice(i).find(Boolean) ?? found.slice(0, i).findLast(Boolean);
    return { title, level: found[i]?.level ?? 1, target: entry?.target ?? '' };
  });
}
