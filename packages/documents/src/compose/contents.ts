/** The table of contents: as the disclosure prints it, else of the headings and tables that were composed. */
import type { ContentsEntry } from '@mingsuan/core/disclosure';
import { bareTitle } from '@mingsuan/core/forms/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Paragraph } from '../layout.ts';
import type { OutlineEntry } from './outline.ts';
import { paragraph } from './paragraphs.ts';

/** The lines of the contents, each leading to the heading it names; none where nothing is listed. */
export function contentsParagraphs(printed: readonly ContentsEntry[], outline: readonly OutlineEntry[]): Paragraph[] {
  const entries = printed.length > 0 ? led(printed, outline) : outline.filter((entry) => entry.listed);
  if (entries.length === 0) return [];
  return [
    paragraph('目录', { is: 'heading', level: 1 }),
    ...entries.map(({ title, level, target }) => paragraph(title, { is: 'contents', level, target })),
  ];
}

type Entry = Omit<OutlineEntry, 'listed'>;

/** Shorter ends of titles, such as 预算表, name nothing. */
const SHORTEST = 4;

/** Each printed line leads to the heading it names; a line that names none, to where the next one leads. */
function led(printed: readonly ContentsEntry[], outline: readonly OutlineEntry[]): Entry[] {
  let from = 0;
  const found = printed.map(({ title }) => {
    const key = titleKey(title);
    const names = (entry: OutlineEntry) =>
      titleKey(entry.title) === key || (key.length >= SHORTEST && titleKey(entry.title).endsWith(key));
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

const titleKey = (title: string) =>
  bareTitle(squeeze(title).replace(/\d{4}年度?/g, ''))
    .replace(/^第.{1,3}部分[、:]?(?=.)/, '')
    .replace(/(?:部门|单位)/g, '');
