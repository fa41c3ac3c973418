/** Which levels of indicators a project's table has. */

import type { Disclosure } from '../../disclosure.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import type { PerformanceTarget } from '../../kinds/index.ts';
import { PERFORMANCE } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { PERFORMANCE_CORE_TARGETS, PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { quoted, SHOWN, tableFinding, tableName, titleEvidence } from './report.ts';

export const TARGET_MISSING_LEVEL: ReadRule = {
  phase: 'read',
  id: 'target-missing-level',
  title: '绩效目标表内容完整：有目标，有产出、效益、满意度指标',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [
    { document: PERFORMANCE_MEASURES },
    { document: PERFORMANCE_CORE_TARGETS, says: '绩效指标包括产出、效益、满意度和成本' },
  ],
  severity: 'warning',
  sure: '较可靠',
  check: '每个项目有绩效目标，一级指标产出、效益、满意度齐全；缺成本、质量、时效指标的只提示（notice）。',
  run: ({ disclosure }) => {
    const targets = rowsOf(disclosure, PERFORMANCE);
    const usual = levelsOfMost(targets);
    // A target of a list whose project is not known may be the rest of another one.
    const isList = new Set(targets.map(({ title }) => title)).size < targets.length;
    const bare = withoutIndicators(targets);
    if (bare.length > 0) return [noColumn(disclosure, bare)];
    const lacks = targets
      .filter(({ project }) => project !== undefined || !isList)
      .flatMap((table) => missing(table, usual, targets));
    const alike = groupBy(lacks, ({ severity, what }) => `${severity} ${what}`);
    return [...alike.values()].map((tables) => told(disclosure, tables));
  },
};

/** Targets of a document none of which has an indicator, though all say what is aimed at: its form prints none. */
function withoutIndicators(targets: readonly PerformanceTarget[]): readonly PerformanceTarget[] {
  const isBare = targets.length >= SEVERAL && targets.every(({ indicators }) => indicators.length === 0);
  return isBare && targets.every(({ goal }) => goalText(goal) !== '') ? targets : [];
}

const noColumn = (disclosure: Disclosure, [first, ...rest]: readonly PerformanceTarget[]): Finding =>
  tableFinding(
    TARGET_MISSING_LEVEL.id,
    'notice',
    disclosure,
    `${rest.length + 1} 个项目的绩效目标表都没有绩效指标，只有绩效目标`,
    [titleEvidence(first!)],
  );

interface Level {
  readonly name: string;
  readonly pattern: RegExp;
  readonly severity: 'warning' | 'notice';
}

/** `pattern` is looked for in the first and second level. */
const LEVELS: readonly Level[] = [
  { name: '产出指标', pattern: /产出|数量|质量|时效/, severity: 'warning' },
  { name: '效益指标', pattern: /效益|效果|影响指标/, severity: 'warning' },
  { name: '满意度指标', pattern: /满意/, severity: 'warning' },
  { name: '数量指标', pattern: /数量/, severity: 'notice' },
  { name: '质量指标', pattern: /质量/, severity: 'notice' },
  { name: '时效指标', pattern: /时效/, severity: 'notice' },
  { name: '成本指标', pattern: /成本/, severity: 'notice' },
];

/** 目标内容1 is the form's own prompt. */
const PROMPT = /(?:\d+[.、．])?\s*目标内容\s*\d*\s*/g;

/** The goal without numbering and prompts. */
export function goalText(goal = ''): string {
  return goal
    .replace(PROMPT, '')
    .replace(/^[\s\d.、．。；;]+$/, '')
    .trim();
}

/** With fewer indicators than this, the table has not been read whole or is no table of levels. */
const ENOUGH = 2;

/** Tables from which on a document shows a convention. */
const SEVERAL = 3;

/**
 * Levels that three of four of a document's tables have. What fewer of them have is a convention of the place: that a
 * single table lacks it is no slip of whoever wrote that table.
 */
function levelsOfMost(tables: readonly PerformanceTarget[]): ReadonlySet<string> {
  const read = tables.filter(({ indicators }) => indicators.length >= ENOUGH).map(wordsOf);
  if (read.length < SEVERAL) return new Set(LEVELS.map(({ name }) => name));
  const has = (level: Level) => read.filter((words) => words.some((each) => level.pattern.test(each))).length;
  return new Set(LEVELS.filter((level) => has(level) * 4 >= read.length * 3).map(({ name }) => name));
}

const wordsOf = ({ indicators }: PerformanceTarget): readonly string[] =>
  indicators.map(({ level1, level2 }) => `${level1} ${level2}`);

/** Whether most of a document's tables of that sort were read: only then is one without anything an empty form. */
function areRead(tables: readonly PerformanceTarget[], { title }: PerformanceTarget): boolean {
  const alike = tables.filter((table) => /整体/.test(table.title) === /整体/.test(title));
  return alike.filter(({ indicators }) => indicators.length >= ENOUGH).length * 2 > alike.length;
}

/** What a table has not; `what` completes the sentence “项目…”. */
interface Lack {
  readonly severity: 'warning' | 'notice';
  readonly table: PerformanceTarget;
  readonly what: string;
}

/** Projects that lack the same are one finding: a reviewer tells an agency once. */
function told(disclosure: Disclosure, lacks: readonly Lack[]): Finding {
  const [{ severity, table, what }] = lacks as readonly [Lack];
  const say = (message: string, evidence: readonly Evidence[]) =>
    tableFinding(TARGET_MISSING_LEVEL.id, severity, disclosure, message, evidence);
  if (lacks.length === 1) return say(`${tableName(table)}${what}`, [titleEvidence(table)]);
  const named = lacks.map((each) => quoted(each.table.project ?? each.table.title));
  const shown = `${named.slice(0, SHOWN).join('、')}${named.length > SHOWN ? ' 等' : ''}`;
  const evidence = lacks.map((each, i) => ({ ...titleEvidence(each.table), text: named[i]! }));
  return say(`${lacks.length} 个项目${what}：${shown}`, evidence);
}

function missing(
  table: PerformanceTarget,
  usual: ReadonlySet<string>,
  all: readonly PerformanceTarget[],
): readonly Lack[] {
  const { goal, indicators } = table;
  const hasGoal = goalText(goal) !== '';
  const say = (severity: Lack['severity'], what: string): Lack => ({ severity, table, what });
  if (indicators.length === 0)
    return hasGoal
      ? [say('notice', '的绩效目标表没有绩效指标')]
      : goal !== undefined || areRead(all, table)
        ? [say('warning', '的绩效目标表没有目标，也没有指标')]
        : [];
  const lacks: Lack[] = [];
  if (goal !== undefined && !hasGoal) lacks.push(say('warning', '的绩效目标只有“目标内容”字样，没有写目标'));
  else if (goal === undefined) lacks.push(say('notice', '的绩效目标表没有绩效目标'));
  // A place that prints no levels has none to miss.
  if (indicators.length < ENOUGH || indicators.every(({ level1, level2 }) => level1 === '' && level2 === ''))
    return lacks;
  const words = wordsOf(table);
  for (const severity of ['warning', 'notice'] as const) {
    const lacking = LEVELS.filter(
      (level) =>
        (level.severity === 'warning' && !usual.has(level.name) ? 'notice' : level.severity) === severity &&
        !words.some((each) => level.pattern.test(each)),
    );
    if (lacking.length > 0) lacks.push(say(severity, `缺少${lacking.map(({ name }) => name).join('、')}`));
  }
  return lacks;
}
