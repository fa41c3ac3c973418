/** Projects without a target where all others have one, and projects that one list names otherwise than another. */
import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { PERFORMANCE, type PerformanceTarget } from '../../kinds/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { rowsOf } from '../../model/tables.ts';
import { editDistance } from '../../text/likeness.ts';
import { DISCLOSURE, PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { type ListedProject, type ProjectList, projectLists } from './listed-projects.ts';
import { quoted, tableFinding, wordsEvidence } from './report.ts';

export const TARGET_MISSING_PROJECT: ReadRule = {
  phase: 'read',
  id: 'target-missing-project',
  title: '列出的项目都有绩效目标表',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '项目都应当设定绩效目标' }, { document: DISCLOSURE }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '项目支出表（没有的，说明）所列项目绝大多数（四分之三以上）有绩效目标表时，其余的也应有。涉密的、只公开部分项目目标的、绩效目标表没有读全的不查。',
  run: ({ disclosure }) => withoutTarget(disclosure),
};

export const PROJECT_NAME: ReadRule = {
  phase: 'read',
  id: 'project-name',
  title: '同一项目的名称前后一致',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '各表与说明应当一致' }],
  severity: 'warning',
  sure: '较可靠',
  check: '项目支出表、绩效目标表、政府采购预算表、说明所列的项目名称大多能对上时，只差一个字而对不上的一对。',
  run: ({ disclosure }) => otherwiseNamed(disclosure),
};

/** Projects that must have their targets, and how many of them to each that has none. */
const ENOUGH = 3;
const RATIO = 3;
/** Names shorter than this are parts of too many others. */
const TELLING = 4;
/** Targets that are told of some projects only, or not of all in public. */
const PARTIAL = /涉密|不予公开|不宜公开|(?:重点|部分|选取)[^，。；]{0,6}项目[^，。；]{0,12}(?:绩效目标|公开)/;

function withoutTarget(disclosure: Disclosure): readonly Finding[] {
  const targets = rowsOf(disclosure, PERFORMANCE).filter((target) => !isBlank(target));
  const isRead = targets.every(({ project, goal, indicators }) => project && (goal || indicators.length > 0));
  const isHeld = disclosure.generic?.some(({ title }) => /绩效/.test(title));
  if (!isRead || isHeld === true || kindOf(disclosure.stage).executes || isPartial(disclosure)) return [];
  const lists = projectLists(disclosure);
  const list = lists.table.projects.length > 0 ? lists.table : lists.words;
  const isTold = ({ key }: ListedProject) => lists.targets.projects.some((target) => isWithin(key, target.key));
  const lacking = list.projects.filter((project) => !isTold(project));
  const rest = list.projects.length - lacking.length;
  if (lacking.length === 0 || rest < ENOUGH || rest < lacking.length * RATIO) return [];
  // One that is named otherwise there is told by its name.
  const named = lacking.filter((project) => !nearest(project, lists.targets));
  const first = named.filter(({ key }) => !named.some((other) => other.key !== key && key.startsWith(other.key)));
  if (first.length === 0) return [];
  const names = first.map(({ name }) => quoted(name)).join('、');
  const message = `${list.where}中的${names}没有绩效目标表，其余 ${rest} 个项目都有`;
  const evidence = first.map(({ name, origin }) => wordsEvidence(name, origin));
  const suggestion = '补上绩效目标表；不需要的，在说明里写明原因';
  return [tableFinding(TARGET_MISSING_PROJECT.id, 'warning', disclosure, message, evidence, suggestion)];
}

/** A form that nobody filled in is no target that was not read. */
const isBlank = ({ project, goal, indicators }: PerformanceTarget): boolean =>
  !project && !goal && indicators.every(({ level3, target }) => !level3 && !target);

const isPartial = ({ explanation, tables }: Disclosure): boolean =>
  explanation.some(({ title, text }) => PARTIAL.test(`${title}\n${text}`)) ||
  tables.some(({ form, title }) => form === PERFORMANCE.id && /重点/.test(title));

/** One name may carry more than the other: a unit, a year, the program it belongs to. */
const isWithin = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= TELLING && (one.includes(other) || other.includes(one)));

function otherwiseNamed(disclosure: Disclosure): readonly Finding[] {
  const { table, words, targets, procurement } = projectLists(disclosure);
  const lists = [table, words, targets, procurement];
  const told = new Set<string>();
  return lists.flatMap((one, i) =>
    lists.slice(i + 1).flatMap((other) =>
      otherNames(one, other).flatMap(([a, b]) => {
        const pair = [a.key, b.key].sort().join('\u0000');
        if (told.has(pair)) return [];
        told.add(pair);
        const message = `${one.where}写作${quoted(a.name)}，${other.where}写作${quoted(b.name)}，像是同一个项目，名称不一致`;
        const evidence = [a, b].map(({ name, origin }) => wordsEvidence(name, origin));
        return [tableFinding(PROJECT_NAME.id, 'warning', disclosure, message, evidence, '核对后统一名称')];
      }),
    ),
  );
}

/** Names of two lists that are nearly the same where the lists agree otherwise. */
function otherNames(one: ProjectList, other: ProjectList): readonly (readonly [ListedProject, ListedProject])[] {
  const isIn = ({ projects }: ProjectList, { key }: ListedProject) => projects.some((each) => each.key === key);
  const common = one.projects.filter((project) => isIn(other, project)).length;
  if (common < ENOUGH) return [];
  const alone = one.projects.filter((project) => !isIn(other, project));
  return alone.flatMap((project) => {
    const near = nearest(project, other);
    return near && !isIn(one, near) ? [[project, near] as const] : [];
  });
}

/** The only project of a list whose name is one character off. */
function nearest({ key }: ListedProject, { projects }: ProjectList): ListedProject | undefined {
  const near = projects.filter((project) => isSlip(key, project.key));
  return near.length === 1 ? near[0] : undefined;
}

/** What tells one project from its neighbour: numbers, and sides. */
const ORDINAL = /[\da-z一二三四五六七八九十甲乙丙丁东西南北中上下前后内外新老大小男女省市区县]/gi;

/** One character in five or more is another one, and none that counts or points. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) <= TELLING || a === b || editDistance(a, b) > 1) return false;
  const of = (key: string) => (key.match(ORDINAL) ?? []).join('');
  return of(a) === of(b);
}
