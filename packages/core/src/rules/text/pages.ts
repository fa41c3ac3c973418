/** Pages: blank ones, and text cut through. */
import type { Disclosure, Problem } from '../../disclosure.ts';
import { type Basis, DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { CONTENTS } from './contents.ts';
import { textFinding } from './passages.ts';

const GROUP = '版面与目录';
const BASIS: readonly Basis[] = [{ document: DISCLOSURE, says: '公开文本完整规范' }];

const BLANK_PAGE: ReadRule = {
  phase: 'read',
  id: 'text-blank-page',
  title: '没有多余的空白页',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check: '前后都有内容而自身没有文字和表格的页，报告为空白页。',
  run: ({ disclosure, problems }) => {
    const pages = problems.filter((problem) => problem.code === 'blank-page' && belongs(disclosure, problem));
    if (pages.length === 0) return [];
    const numbers = pages.map(({ origin }) => origin?.page).join('、');
    const evidence = pages.map(({ origin = {} }) => ({ text: '（空白页）', origin }));
    return [
      textFinding(BLANK_PAGE, disclosure, `第 ${numbers} 页是空白页或没有内容的空表页`, evidence, '删去多余的页'),
    ];
  },
};

/** Of several disclosures in a file, a page is of the one that stands around it. */
export function belongs(disclosure: Disclosure, problem: Problem): boolean {
  const page = problem.origin?.page ?? 0;
  const records = disclosure.tables.flatMap((table) => [table, ...table.rows]);
  const pages = [...disclosure.statements, ...records, ...disclosure.explanation, ...disclosure.contents].flatMap(
    (part) => part.origin.page ?? [],
  );
  return pages.length > 0 && Math.min(...pages) <= page && page <= Math.max(...pages);
}

const CUT_TEXT: ReadRule = {
  phase: 'read',
  id: 'text-cut',
  title: '文字显示完整',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check: '版面边界从一行字中间切过，页面上只看得到半截字。',
  run: ({ disclosure, problems }) => {
    const cut = problems.filter((problem) => problem.code === 'cut-text' && belongs(disclosure, problem));
    const [first] = cut;
    if (!first) return [];
    const pages = [...new Set(cut.flatMap(({ origin }) => origin?.page ?? []))];
    const message = first.message.replace(/；请核对版面。$/, '');
    return [
      textFinding(
        CUT_TEXT,
        disclosure,
        pages.length > 1 ? `${message}；这样的页共 ${pages.length} 页：第 ${pages.join('、')} 页` : message,
        cut.map((problem) => ({ text: /“(.+)”/.exec(problem.message)?.[1] ?? '', origin: problem.origin ?? {} })),
        '调整单元格或分页后重新导出',
      ),
    ];
  },
};

export const PAGE_RULES: readonly ReadRule[] = [BLANK_PAGE, CUT_TEXT, CONTENTS];
