/** Basic and project expenditure in each other's place: items and sections that are for one of them. */

import { lookup } from '../../classification/index.ts';
import { wan } from '../../money.ts';
import type { Ledger, SpendingLine } from '../ledger.ts';
import { guessOf } from '../unconfirmed.ts';
import { type LedgerProblem, problem, total } from './problem.ts';

/** Notices, as a place may have its own ways; nothing of what waits for a person anyway. */
export const useProblems = (ledger: Ledger): LedgerProblem[] => [
  ...debtsAndInvestment(ledger),
  ...payInProjects(ledger),
  ...itemsOfOthers(ledger),
];

/** 债务利息及费用, 基本建设, 对企业补助, 对社会保障基金补助. */
const OF_PROJECTS = /^(?:307|309|31[123])/;

function debtsAndInvestment({ basic }: Ledger): LedgerProblem[] {
  return basic.flatMap((line, i) => {
    const { nature, economic = '', fen } = line;
    if (nature !== 'operating' || !OF_PROJECTS.test(economic) || guessOf(line)) return [];
    const named = [economic.slice(0, 3), economic].map((code) => lookup('economic', code)?.name ?? code).join('›');
    const message = `基本支出里有 ${economic} ${named} ${wan(fen)}，一般列在项目支出：请核对是不是应当填在“项目支出”。`;
    return [problem('section-of-projects', `basic[${i}].economic`, message)];
  });
}

/** Wages, contributions and pensions: what is left of 301 and 303 is paid from projects, too. */
const OF_STAFF = /^(?:301(?:0[1-37-9]|1[0-3])|3030[12])$/;

/** One message a project. */
function payInProjects({ projects }: Ledger): LedgerProblem[] {
  return projects.flatMap(({ name, category, lines }, p) => {
    const at = lines.findIndex((line) => OF_STAFF.test(line.economic ?? '') && !guessOf(line));
    if (at < 0 || category === 'personnel') return [];
    const { economic = '', fen } = lines[at]!;
    const named = `${economic} ${lookup('economic', economic)?.name ?? ''}`.trim();
    const message = `项目“${name}”里有 ${named} ${wan(fen)}，在职、离退休人员的这些支出一般列在基本支出：请核对。`;
    return [problem('pay-in-project', `projects[${p}].lines[${at}].economic`, message)];
  });
}

/**
 * 行政运行 is basic expenditure by its definition, 一般行政管理事务 project expenditure; institutions, which have no such item,
 * spend for projects under 事业运行, too.
 */
const OF_BASIC = /^行政运行$/;
const OF_PROJECT = /^一般行政管理事务$/;

/** One message an item: an item chosen wrongly is chosen for all of its lines. */
function itemsOfOthers({ basic, projects, year, names }: Ledger): LedgerProblem[] {
  const inProjects = projects.flatMap(({ lines }, p) =>
    lines.map((line, i) => [`projects[${p}].lines[${i}]`, line] as const),
  );
  const inBasic = basic.map((line, i) => [`basic[${i}]`, line] as const);
  const nameOf = (item: string) => names?.[item] ?? lookup('function', item, year)?.name ?? '';
  const told = (
    lines: readonly (readonly [string, SpendingLine])[],
    is: RegExp,
    [own, other]: readonly [string, string],
  ) => {
    const found = lines.filter(([, line]) => is.test(nameOf(line.item)) && !guessOf(line));
    return [...new Set(found.map(([, { item }]) => item))].map((item) => {
      const ofItem = found.filter(([, line]) => line.item === item);
      const sum = wan(total(ofItem.map(([, line]) => line)));
      const message = `${own}里有 ${item} ${nameOf(item)} ${sum}，这个科目是列${other}的：请核对功能科目。`;
      return problem('item-of-other-use', `${ofItem[0]![0]}.item`, message);
    });
  };
  return [
    ...told(inBasic, OF_PROJECT, ['基本支出', '项目支出']),
    ...told(inProjects, OF_BASIC, ['项目支出', '基本支出']),
  ];
}
