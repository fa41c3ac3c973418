/** Pages and contents: blank pages, text cut through, a table of contents that leads nowhere. */
import type { Disclosure, Problem } from '../../disclosure.ts';
import type { DisclosureRule } from '../disclosure-rule.ts';
import { textFinding } from './passages.ts';

const GROUP = '版面与目录';
const BASIS = '《地方预决算公开操作规程》（财预〔2016〕143号）：公开文本完整规范';

const BLANK_PAGE: DisclosureRule = {
  id: 'text-blank-page',
  title: '没有多余的空白页',
  group: GROUP,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check: '前后都有内容而自身没有文字和表格的页，报告为空白页。',
  run: (disclosure, { problems }) =>
    problems
      .filter((problem) => problem.code === 'blank-page' && belongs(disclosure, problem))
      .map((problem) =>
        textFinding(
          BLANK_PAGE,
          disclosure,
          `第 ${problem.origin?.page} 页是空白页或没有内容的空表页`,
          [{ text: '（空白页）', origin: problem.origin ?? {} }],
          '删去多余的页',
        ),
      ),
};

/** Of several disclosures in a file, a page is of the one that stands around it. */
function belongs(disclosure: Disclosure, problem: Problem): boolean {
  const page = problem.origin?.page ?? 0;
  const pages = [...disclosure.statements, ...disclosure.explanation, ...disclosure.contents].flatMap(
    (part) => part.origin.page ?? [],
  );
  return pages.length > 0 && Math.min(...pages) <= page && page <= Math.max(...pages);
}

const CUT_TEXT: DisclosureRule = {
  id: 'text-cut',
  title: '文字显示完整',
  group: GROUP,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check: '版面边界从一行字中间切过，页面上只看得到半截字。',
  run: (disclosure, { problems }) =>
    problems
      .filter((problem) => problem.code === 'cut-text' && belongs(disclosure, problem))
      .map((problem) =>
        textFinding(
          CUT_TEXT,
          disclosure,
          problem.message.replace(/；请核对版面。$/, ''),
          [{ text: /“(.+)”/.exec(problem.message)?.[1] ?? '', origin: problem.origin ?? {} }],
          '调整单元格或分页后重新导出',
        ),
      ),
};

const CONTENTS: DisclosureRule = {
  id: 'text-contents',
  title: '目录的页码正确',
  group: GROUP,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check: '目录中没有“错误！未定义书签”；页码不倒退，也不突然大出许多。',
  run: (disclosure) => {
    const broken = disclosure.contents.filter((entry) => /错误[!！]/.test(entry.text));
    const numbered = disclosure.contents.flatMap((entry) =>
      entry.page === undefined ? [] : [{ ...entry, page: entry.page }],
    );
    const odd = numbered.filter((entry, i) => {
      const previous = numbered[i - 1];
      return (
        previous !== undefined && (entry.page < previous.page || (entry.page > 300 && entry.page > 5 * previous.page))
      );
    });
    return [
      ...(broken.length > 0
        ? [
            textFinding(
              CONTENTS,
              disclosure,
              `目录有 ${broken.length} 处显示“错误！未定义书签”：${broken.map((entry) => `“${entry.title}”`).join('、')}`,
              broken.map(({ text, origin }) => ({ text, origin })),
              '更新目录域后重新导出',
            ),
          ]
        : []),
      ...(odd.length > 0
        ? [
            textFinding(
              CONTENTS,
              disclosure,
              `目录中“${odd[0]!.title}”的页码 ${odd[0]!.page} 与前后不连贯`,
              odd.map(({ text, origin }) => ({ text, origin })),
              '核对页码',
            ),
          ]
        : []),
    ];
  },
};

export const PAGE_RULES: readonly DisclosureRule[] = [BLANK_PAGE, CUT_TEXT, CONTENTS];
