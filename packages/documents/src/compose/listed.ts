/** What a line of the contents names. */
import { bareTitle } from '@mingsuan/core/forms/index';
import { squeeze } from '@mingsuan/core/text/fold';

/** Shorter ends of titles, such as 预算表, name nothing. */
const SHORTEST = 4;

/** Whether a printed line of the contents names the heading or the table of this title: numbers, years and levels aside, or by its end. */
export function namesTitle(line: string, title: string): boolean {
  const [key, whole] = [titleKey(line), titleKey(title)];
  return key === whole || (key.length >= SHORTEST && whole.endsWith(key));
}

/** The place of the line that lists a title: the one that is most of it; -1 where none does. */
export function listedAt(lines: readonly { readonly title: string }[], title: string): number {
  const naming = lines.filter((line) => title !== '' && namesTitle(line.title, title));
  const most = Math.max(...naming.map((line) => titleKey(line.title).length));
  return lines.indexOf(naming.find((line) => titleKey(line.title).length === most)!);
}

const titleKey = (title: string) =>
  bareTitle(squeeze(title).replace(/\d{4}年度?/g, ''))
    .replace(/^第.{1,3}部分[、:]?(?=.)/, '')
    .replace(/(?:部门|单位)/g, '');
