/** An application (项目申报): what it holds, what a formal check says of it, and the project that it is in a year's ledger. */
import type { Project } from '../ledger/ledger.ts';
import type { Fen } from '../money.ts';
import { parseTarget } from '../performance/target.ts';
import type { defineApplication } from '../schema/application.ts';
import type { Model } from '../schema/define.ts';
import { validate } from '../schema/index.ts';
import { PROJECT_CLASSES } from './classes.ts';
import { isProjectCode } from './project-code.ts';

export interface ProjectApplication extends Model<ReturnType<typeof defineApplication>> {}

/** The application that a value is, or where it departs from one. */
export function parseApplication(
  value: unknown,
): { readonly application: ProjectApplication } | { readonly faults: readonly string[] } {
  const departures = validate('application', value);
  if (departures.length === 0) return { application: value as ProjectApplication };
  return {
    faults: departures.map(({ path, expected }) => `项目申报的${path === '' ? '内容' : ` ${path} `}${expected}。`),
  };
}

/** What is asked for of a year, in fen. */
export const askedIn = ({ plan }: Pick<ProjectApplication, 'plan'>, year: number): Fen =>
  plan.reduce((all, line) => all + (line.year === year ? line.fen : 0), 0);

/** What is asked for of all years, in fen. */
export const askedInAll = ({ plan }: Pick<ProjectApplication, 'plan'>): Fen =>
  plan.reduce((all, { fen }) => all + fen, 0);

/** What stands against applying for it, one sentence each: the formal check before anybody reviews. @param year set up in */
export function applicationFaults(application: ProjectApplication, year: number): readonly string[] {
  const { code, parent, from, to, basis, plan, goal, indicators } = application;
  const { hasTargets } = PROJECT_CLASSES[application.class];
  const isEmpty = (text: string | undefined) => text === undefined || text.trim() === '';
  const outside = plan.find((line) => line.year < from || line.year > to);
  const malformed = indicators.find(({ target }) => isEmpty(target) || parseTarget(target).malformed);
  return [
    ...(code !== undefined && !isProjectCode(code)
      ? [`项目编码“${code}”应是 21 位：区划六位、年度两位，再十三位数字或大写字母。`]
      : []),
    ...(parent !== undefined && !isProjectCode(parent) ? [`一级项目的编码“${parent}”应是 21 位。`] : []),
    ...(from > to ? [`开始的年度 ${from} 晚于结束的年度 ${to}。`] : []),
    ...(isEmpty(basis) ? ['没有写立项依据。'] : []),
    ...(outside ? [`${outside.year} 年的计划不在实施期 ${from}—${to} 年里。`] : []),
    ...(askedIn(application, year) === 0 ? [`没有写 ${year} 年要多少钱：请在分年度计划里按资金写明。`] : []),
    ...plan.flatMap(({ item }, i) =>
      /^\d{7}$/.test(item) ? [] : [`分年度计划第 ${i + 1} 行的功能科目“${item}”应是七位编码。`],
    ),
    ...(hasTargets && isEmpty(goal) ? ['没有写绩效目标。'] : []),
    ...(hasTargets && indicators.length === 0 ? ['没有绩效指标。'] : []),
    ...(malformed ? [`指标“${malformed.level3}”的指标值“${malformed.target}”写得不对，读不出来。`] : []),
  ];
}

/** The project as it enters a year's ledger: the money of the year, what it costs later, and its targets. */
export function projectOfYear(
  application: ProjectApplication,
  { code, name }: { readonly code: string; readonly name: string },
  year: number,
): Project {
  const { plan, basis, goal, indicators } = application;
  const later = [...new Set(plan.map((line) => line.year))].filter((each) => each > year).sort((a, b) => a - b);
  return {
    code,
    name,
    category: PROJECT_CLASSES[application.class].category,
    lines: plan.flatMap(({ year: of, ...line }) => (of === year ? [line] : [])),
    ...(later.length === 0 ? {} : { later: later.map((each) => ({ year: each, fen: askedIn(application, each) })) }),
    ...(basis === undefined ? {} : { basis }),
    ...(goal === undefined ? {} : { goal }),
    indicators,
  };
}
