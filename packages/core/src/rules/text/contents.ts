/** The table of contents: page numbers that go on, entries that the document has, tables that the contents have. */

import type { ContentsEntry, Disclosure, Problem } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { bareTitle } from '../../forms/index.ts';
import { listedTables } from '../../model/tables.ts';
import { unquoted } from '../../text/fold.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { textFinding } from './passages.ts';

/** Entries of tables from which on the contents are taken to list all of them. */
const LISTED = 5;

/** A title as compared: without numbering, year, brackets and the words that a department and a unit differ in. */
const key = (title: string) =>
  unquoted(bareTitle(title.replace(/[.．…·\s]+\d*$/, '')))
    .replace(/\([^()]*\)/g, '')
    .replace(/^\d+[.．、]/, '')
    .replace(/20\d\d年?度?|部门|单位/g, '');

/** A table of its own; 部门预算表 and 第二部分…决算表 head all of them. */
const isTable = (title: string) => /(?:收支|收入|支出|三公|经费|采购|绩效目标).*表$/.test(key(title));

/** Titles may have the agency before them, in words of their own. */
const alike = (a: string, b: string) =>
  a === b ||
  (Math.abs(a.length - b.length) <= 3 && Math.min(a.length, b.length) >= 6 && (a.endsWith(b) || b.endsWith(a)));

function broken(disclosure: Disclosure): Finding[] {
  const entries = disclosure.contents.filter((entry) => /错误[!！]/.test(entry.text));
  if (entries.length === 0) return [];
  const titles = entries.map((entry) => `“${entry.title}”`).join('、');
  const message = `目录有 ${entries.length} 处显示“错误！未定义书签”：${titles}`;
  return [told(disclosure, message, entries, '更新目录域后重新导出')];
}

function outOfOrder(disclosure: Disclosure): Finding[] {
  const numbered = disclosure.contents.flatMap((entry) =>
    entry.page === undefined ? [] : [{ ...entry, page: entry.page }],
  );
  const odd = numbered.filter((entry, i) => {
    const previous = numbered[i - 1];
    return (
      previous !== undefined && (entry.page < previous.page || (entry.page > 300 && entry.page > 5 * previous.page))
    );
  });
  return odd[0] ? [told(disclosure, `目录中“${odd[0].title}”的页码 ${odd[0].page} 与前后不连贯`, odd, '核对页码')] : [];
}

const told = (disclosure: Disclosure, message: string, entries: readonly ContentsEntry[], advice: string) =>
  textFinding(
    CONTENTS,
    disclosure,
    message,
    entries.map(({ text, origin }) => ({ text, origin })),
    advice,
  );

/** Entries of tables without a table of that title, and statements without an entry. */
function unmatched(disclosure: Disclosure, problems: readonly Problem[]): Finding[] {
  const entries = disclosure.contents.filter(({ title }) => isTable(title) && !/^第.{1,3}部分/.test(title.trim()));
  if (entries.length < LISTED || disclosure.statements.length < LISTED) return [];
  const printed = [
    ...[...disclosure.statements, ...disclosure.tables].map(({ title }) => key(title)),
    ...problems.flatMap(({ message }) =>
      [...message.matchAll(/“([^“”]*(?:“[^”]*”[^“”]*)*表[^“”]*)”/g)].map((match) => key(match[1]!)),
    ),
    ...disclosure.explanation.flatMap(({ title, part, paragraphs }) =>
      [title, part ?? '', ...paragraphs.filter(({ text }) => text.length < 60).map(({ text }) => text)].map(key),
    ),
  ];
  const listed = entries.map(({ title }) => key(title));
  const absent = entries.filter((_, i) => !printed.some((title) => alike(title, listed[i]!)));
  const left = disclosure.statements.filter(
    ({ title, form }) =>
      !form.startsWith('by-') && /表$/.test(key(title)) && !listed.some((entry) => alike(key(title), entry)),
  );
  return [
    ...absent
      .slice(0, 1)
      .map((entry) =>
        told(
          disclosure,
          `目录中的${absent.map(({ title }) => `“${title.trim()}”`).join('、')}在正文中没有这样的标题`,
          [entry],
          '核对目录与正文的标题',
        ),
      ),
    ...left.slice(0, 1).map(({ title, origin, form }) => ({
      ...textFinding(
        CONTENTS,
        disclosure,
        `目录中没有${left.map((one) => `《${one.title}》`).join('、')}`,
        [{ form, text: title, origin }],
        '补入目录',
      ),
      form,
    })),
  ];
}

interface Listed {
  readonly entry: ContentsEntry;
  /** Page of the file on which the title stands, less the page that the contents give. */
  readonly offset: number;
}

/** Page numbers that do not lead to their title, where most of them do with the same offset (cover and contents before page 1). */
function misled(disclosure: Disclosure): Finding[] {
  const places = new Map<string, number[]>();
  for (const { title, origin } of [...disclosure.statements, ...listedTables(disclosure), ...disclosure.explanation])
    if (origin.page !== undefined) places.set(key(title), [...(places.get(key(title)) ?? []), origin.page]);
  const listed = disclosure.contents.flatMap((entry): Listed[] => {
    const pages = places.get(key(entry.title.replace(/^第.{1,3}部分[:：、\s]*/, ''))) ?? [];
    return entry.page !== undefined && pages.length === 1 ? [{ entry, offset: pages[0]! - entry.page }] : [];
  });
  const votes = (offset: number) => listed.filter((one) => one.offset === offset).length;
  const usual = listed.map(({ offset }) => offset).toSorted((a, b) => votes(b) - votes(a))[0];
  if (usual === undefined || votes(usual) < 4 || votes(usual) * 3 < listed.length * 2) return [];
  const wrong = listed.filter(({ offset }) => offset !== usual);
  const [first] = wrong;
  if (!first) return [];
  const right = first.entry.page! + first.offset - usual;
  const message = `目录中“${first.entry.title.trim()}”的页码是 ${first.entry.page}，应为 ${right}${wrong.length > 1 ? `（共 ${wrong.length} 处不符）` : ''}`;
  return [
    told(
      disclosure,
      message,
      wrong.map(({ entry }) => entry),
      '更新目录页码',
    ),
  ];
}

export const CONTENTS: ReadRule = {
  phase: 'read',
  id: 'text-contents',
  title: '目录与正文一致',
  group: '版面与目录',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开文本完整规范' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '目录中没有“错误！未定义书签”；页码不倒退，也不突然大出许多；多数页码对得上时，其余的也应对得上；目录列出五张以上报表时，列出的表都有，有的表都列出。',
  run: ({ disclosure, problems }) => {
    const ordered = outOfOrder(disclosure);
    return [
      ...broken(disclosure),
      ...(ordered.length > 0 ? ordered : misled(disclosure)),
      ...unmatched(disclosure, problems),
    ];
  },
};
