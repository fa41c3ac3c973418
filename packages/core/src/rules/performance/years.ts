/** Years of targets: a time that has passed before the budget's year began, a plan for a year that is over. */
import type { Disclosure } from '../../disclosure.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { PROJECTS } from '../../kinds/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { rowsOf } from '../../model/tables.ts';
import { withoutOrdinal } from '../../performance/measure.ts';
import { plainText, unspaced } from '../../text/fold.ts';
import { PERFORMANCE_CORE_TARGETS } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { indicatorEvidence, quoted, tableFinding, tableName, wordsEvidence } from './report.ts';
import { formOf, type Sheet, sheetsOf } from './sheets.ts';

export const TARGET_YEAR: ReadRule = {
  phase: 'read',
  id: 'target-year',
  title: '绩效目标的年份没有沿用上年',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_CORE_TARGETS, says: '绩效目标与预算年度对应' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '预算的指标和指标值所写的完成时间不早于本年；目标、项目简介里“某年计划、预计、拟”“某年某季度、某月开展”、目标开头“某年举办”的某年早于本年、又没有写本年的，目标写“下一年某月某日前”而没有写本年的，提示（notice）。',
  run: (document: DocumentContext) => {
    const { disclosure } = document;
    const { year, stage } = disclosure;
    if (year === undefined || kindOf(stage).executes) return [];
    return [
      ...document.share(sheetsOf).flatMap((sheet) => overdue(disclosure, sheet, year)),
      ...document.share(sheetsOf).flatMap((sheet) => staleGoals(disclosure, sheet, year)),
      ...stalePurposes(disclosure, year),
      ...laterGoals(disclosure, document.share(sheetsOf), year),
    ];
  },
};

/** One finding for all indicators of a sheet whose time is over. */
function overdue(disclosure: Disclosure, sheet: Sheet, year: number): readonly Finding[] {
  const evidence = sheet.indicators.flatMap((indicator): readonly Evidence[] => {
    const column = isOver(indicator.target, year) ? 'target' : isOver(indicator.level3, year) ? 'level3' : undefined;
    return column ? [indicatorEvidence(indicator, column, formOf(sheet))] : [];
  });
  const [first] = evidence;
  if (!first) return [];
  const { row = '', column, text } = first;
  const named = `${quoted(row)}${column === 'target' ? text : ''}`;
  const told = evidence.length === 1 ? `的指标${named}` : `有 ${evidence.length} 个指标的时间（${named}等）`;
  const message = `${tableName(sheet)}${told}：比预算年度 ${year} 年早，可能是沿用了上年的目标`;
  return [
    { ...tableFinding(TARGET_YEAR.id, 'warning', disclosure, message, evidence, '请核对年份'), form: formOf(sheet) },
  ];
}

/** Nothing but times: 2025年12月31日前, 2025.12, 2025年底, 2025年1月---2025年12月. */
const TIMES = /^[≤<=]?(?:于|在|截[至止])?(?:[\d年月日份底末内前之以.\-/—~–至到]|完成)+$/;
/** A year as times tell it. */
const TIMED_YEAR = /(20\d\d)(?=年|[.\-/]\d)/g;

function isOver(text: string | undefined, year: number): boolean {
  const plain = withoutOrdinal(unspaced(plainText(text ?? '')));
  if (!TIMES.test(plain)) return false;
  const years = [...plain.matchAll(TIMED_YEAR)].map(([told]) => Number(told));
  return years.length > 0 && Math.max(...years) < year;
}

/** What is planned of a year, or done in a part of it. */
const PLAN =
  /(?<!《[^》]{0,40})(20\d\d)年度?(?:(?:\d{1,2}月(?:份|底前?|末)?)?(?:计划|拟|预计|预估|将)|(?:第?[一二三四]季度|[上下]半年)[^，。；]{0,4}(?:开展|完成|组织|实施|督促|检查|制定|启动))[^，。；]{0,20}/g;

/** What a goal begins with: 2025年举办活动60场. What was done says so: 2025年完成了. */
const GOAL_OF =
  /(?<=^|[。；]|\d[.．、])(20\d\d)年度?内?(?:举办|开展|完成|组织|实施|建设|建成|新建|购置|采购|培训|确保|实现)(?![了过])[^，。；]{0,20}/g;

function stalePlans(text: string, year: number, pattern = PLAN): readonly string[] {
  if (text.includes(String(year))) return [];
  return [...text.matchAll(pattern)].filter(([, planned]) => Number(planned) < year).map(([words]) => words);
}

/** The goals of a whole agency are told one by one; that one of them names this year says nothing of the others. */
const EACH_GOAL = /\n|(?=目标\d{1,2}[:：])/;

function staleGoals(disclosure: Disclosure, sheet: Sheet, year: number): readonly Finding[] {
  const goals =
    sheet.project === undefined ? plainText(sheet.goal ?? '').split(EACH_GOAL) : [plainText(sheet.goal ?? '')];
  return goals
    .flatMap((goal) => [...stalePlans(goal, year), ...stalePlans(goal, year, GOAL_OF)].slice(0, 1))
    .map((text) => {
      const message = `${tableName(sheet)}的绩效目标${quoted(text)}说的是已经过去的年度，本文本是 ${year} 年的`;
      const evidence = [wordsEvidence(text, sheet.origin)];
      return {
        ...tableFinding(TARGET_YEAR.id, 'notice', disclosure, message, evidence, '请核对年份'),
        form: formOf(sheet),
      };
    });
}

/** 2027年12月31日前，完成…: a time by which something is done; 2025—2027年 and the like are spans. */
const DONE_BY = /(?<![\d\-—~–至到（(])(20\d\d)年(?:\d{1,2}月(?:\d{1,2}日|底|末)?|[底末])(?:之前|以前|前)/g;

/** What a goal of this year's budget puts off to the next, where it names this year nowhere. */
function laterGoals(disclosure: Disclosure, sheets: readonly Sheet[], year: number): readonly Finding[] {
  return sheets.flatMap((sheet) => {
    const goal = unspaced(plainText(sheet.goal ?? ''));
    const later = [...goal.matchAll(DONE_BY)].find(([, told]) => Number(told) === year + 1);
    if (!later || goal.includes(String(year))) return [];
    const message = `${tableName(sheet)}的绩效目标写到${quoted(later[0])}，本文本是 ${year} 年的预算；跨年的项目应写明本年的目标`;
    const evidence = [wordsEvidence(later[0], sheet.origin)];
    return [
      { ...tableFinding(TARGET_YEAR.id, 'notice', disclosure, message, evidence, '请核对年份'), form: formOf(sheet) },
    ];
  });
}

/** One finding for what all projects are said to do. */
function stalePurposes(disclosure: Disclosure, year: number): readonly Finding[] {
  const evidence = rowsOf(disclosure, PROJECTS).flatMap(({ label, purpose, goal, origin }) =>
    [purpose, goal].flatMap((text) =>
      stalePlans(plainText(text ?? ''), year).map((found) => ({
        ...wordsEvidence(found, origin, label),
        form: PROJECTS.id,
      })),
    ),
  );
  const [first] = evidence;
  if (!first) return [];
  const rest = evidence.length > 1 ? `；同样的问题另有 ${evidence.length - 1} 处` : '';
  const message = `项目${quoted(first.row ?? '')}的说明${quoted(first.text)}说的是已经过去的年度，本文本是 ${year} 年的${rest}`;
  return [
    { ...tableFinding(TARGET_YEAR.id, 'notice', disclosure, message, evidence, '请核对年份'), form: PROJECTS.id },
  ];
}
