/** Words of another project left in a table, and one set of indicators used for two different projects. */

import type { Disclosure } from '../../disclosure.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import type { Indicator, PerformanceTarget } from '../../kinds/index.ts';
import { PERFORMANCE } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { plainTarget } from '../../performance/target.ts';
import { unquoted, unspaced } from '../../text/fold.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { projectKey } from './budgets.ts';
import { FOREIGN_SUBJECTS } from './foreign-subjects.ts';
import { goalText } from './levels.ts';
import { indicatorEvidence, nameOf, quoted, tableFinding, tableName, titleEvidence } from './report.ts';

export const TARGET_COPIED: ReadRule = {
  phase: 'read',
  id: 'target-copied',
  title: '绩效指标说的是本项目',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '绩效指标应与项目内容相关' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '指标中不出现其他项目的名称，不出现与本项目无关的对象；不同项目的整套指标和指标值不完全相同，绩效目标不一字不差，也没有整句（40 字以上）照抄。',
  run: ({ disclosure }) => {
    const tables = rowsOf(disclosure, PERFORMANCE)
      .filter(({ project }) => project !== undefined)
      .map(plainTable);
    const keys = [...new Set(tables.map(({ key }) => key))].filter((key) => key.length >= LEAST_KEY);
    return [
      ...tables.flatMap((table) => strayWords(disclosure, table, keys)),
      ...identicalSets(disclosure, tables),
      ...identicalGoals(disclosure, tables),
      ...sharedSentences(disclosure, tables),
    ];
  },
};

/** A project's name shorter than this may stand in any text. */
const LEAST_KEY = 5;

interface PlainLine {
  readonly indicator: Indicator;
  readonly level3: string;
  readonly description: string;
}

/** A table's words without spaces and quotes; `own` is what it says of itself outside its indicators. */
interface PlainTable {
  readonly table: PerformanceTarget;
  readonly key: string;
  readonly own: string;
  readonly lines: readonly PlainLine[];
}

function plainTable(table: PerformanceTarget): PlainTable {
  const lines = table.indicators.map((indicator) => ({
    indicator,
    level3: unquoted(indicator.level3 ?? ''),
    description: unquoted(indicator.description ?? ''),
  }));
  const own = unquoted(`${table.title}${table.project ?? ''}${table.goal ?? ''}`);
  return { table, key: unquoted(projectKey(table.project ?? '')), own, lines };
}

interface Stray {
  readonly indicator: Indicator;
  readonly column: 'level3' | 'description';
  readonly word: string;
}

const COLUMNS = ['level3', 'description'] as const;

/** One finding for all stray words of a table. */
function strayWords(disclosure: Disclosure, plainly: PlainTable, keys: readonly string[]): readonly Finding[] {
  const { table, own, lines } = plainly;
  const foreign = keys.filter((key) => !own.includes(key));
  const strays = lines.flatMap((line) => otherProject(plainly, line, foreign) ?? foreignSubject(plainly, line) ?? []);
  if (strays.length === 0) return [];
  const named = strays.map(({ indicator, column, word }) =>
    column === 'level3' ? `${quoted(nameOf(indicator))}（${word}）` : `${quoted(nameOf(indicator))}的描述（${word}）`,
  );
  const message = `${tableName(table)}的指标${named.join('、')}像是从其他项目带来的，请核对`;
  const evidence: Evidence[] = strays.map(({ indicator, column }) => indicatorEvidence(indicator, column));
  return [tableFinding(TARGET_COPIED.id, 'notice', disclosure, message, evidence)];
}

const textBeside = ({ lines }: PlainTable, line: PlainLine): string =>
  lines.map((each) => (each === line ? '' : `${each.level3}，${each.description}`)).join('，');

/** An indicator that names another project of the document: 社区工作者体检 in 教师体检费. */
function otherProject(plainly: PlainTable, line: PlainLine, keys: readonly string[]): Stray | undefined {
  for (const key of keys) {
    const column = COLUMNS.find((each) => isNamedIn(line[each], key));
    if (!column || textBeside(plainly, line).includes(distinguishing(key, plainly.key))) continue;
    return { indicator: line.indicator, column, word: key };
  }
  return undefined;
}

/** What is left of a name without the end that both share: 社区工作者体检, 教师体检 → 社区工作者. */
function distinguishing(key: string, own: string): string {
  let shared = 0;
  while (shared < key.length - 2 && key.at(-1 - shared) === own.at(-1 - shared)) shared += 1;
  return key.slice(0, key.length - shared);
}

/** 值班室工作人员 is not the project 值班室工作经费. */
function isNamedIn(text: string, key: string): boolean {
  const at = text.indexOf(key);
  return at >= 0 && !/^(?:人员|人|者|部门|单位)/.test(text.slice(at + key.length));
}

/** Name and description end alike and differ in the subject; the subject stands nowhere else in the table. */
function foreignSubject(plainly: PlainTable, line: PlainLine): Stray | undefined {
  const { level3, description, indicator } = line;
  if (level3 === description || description === '') return undefined;
  for (const column of COLUMNS) {
    const [text, other] = column === 'level3' ? [level3, description] : [description, level3];
    const found = FOREIGN_SUBJECTS.filter((each) => text.includes(each) && !other.includes(each));
    if (found.length === 0) continue;
    const rest = plainly.own + textBeside(plainly, line);
    const word = found.find((each) => !rest.includes(each));
    if (word && replaces(text, other, word)) return { indicator, column, word };
  }
  return undefined;
}

/** Where the word stood, the other wording has something else: both share a beginning or an end of two characters. */
function replaces(text: string, other: string, word: string): boolean {
  const at = text.indexOf(word);
  const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
  const tail = text.slice(-2);
  const head = text.slice(0, 2);
  return (after.length >= 2 && other.endsWith(tail)) || (before.length >= 2 && other.startsWith(head));
}

const ENOUGH = 5;

/** Tables of different projects with the same indicators, words and values; projects of one kind share them rightly. */
function identicalSets(disclosure: Disclosure, plainTables: readonly PlainTable[]): readonly Finding[] {
  const tables = plainTables
    .filter(({ lines }) => lines.length >= ENOUGH)
    .map((each) => ({ ...each, set: setOf(each) }));
  const seen = new Set<PerformanceTarget>();
  return tables.flatMap((one, i) => {
    if (seen.has(one.table)) return [];
    const same = tables
      .slice(i + 1)
      .filter((other) => isSameSet(one.set, other.set) && !isSameKind(one.key, other.key));
    if (same.length === 0) return [];
    const all = [one, ...same].map(({ table }) => table);
    for (const table of all) seen.add(table);
    const names = all.map(({ project = '' }) => quoted(project)).join('、');
    const message = `项目${names}的绩效指标和指标值几乎完全相同，请核对是否照抄`;
    return [tableFinding(TARGET_COPIED.id, 'notice', disclosure, message, all.map(titleEvidence))];
  });
}

/** One project in several years has one goal. */
const dateless = (key: string): string => key.replace(/[\d年度第期至—-]/g, '');

/** A shorter goal may fit several projects. */
const LEAST_GOAL = 24;

/** A shorter one is copied where it speaks of one project and not of the other; what is shorter still speaks of none. */
const LEAST_SPEAKING = 8;

/** What names of projects have in common, and goals too. */
const COMMON_WORDS = /(?:工作|专项|项目|经费|资金|业务|管理|服务|建设|保障|运行|维护|购置|补助|补贴|支出)/;

/** Whether a goal has two characters on end of a project's name that are its own. */
const speaksOf = (goal: string, key: string): boolean =>
  key
    .split(COMMON_WORDS)
    .some((own) =>
      Array.from({ length: Math.max(0, own.length - 1) }, (_, i) => own.slice(i, i + 2)).some((pair) =>
        goal.includes(pair),
      ),
    );

/** Goals that are word for word those of a project of another kind, whose indicators are not the same too. */
function identicalGoals(disclosure: Disclosure, plainTables: readonly PlainTable[]): readonly Finding[] {
  const whole = groupBy(
    plainTables.filter(({ table }) => goalText(table.goal).length >= LEAST_SPEAKING),
    ({ table }) => unspaced(goalText(table.goal)),
  );
  const goals = new Map(
    [...whole].filter(
      ([goal, same]) =>
        goal.length >= LEAST_GOAL ||
        (same.length === 2 && speaksOf(goal, same[0]!.key) !== speaksOf(goal, same[1]!.key)),
    ),
  );
  return [...goals.values()].flatMap((same) => {
    const others = same.filter(
      (each, i) => i === 0 || same.slice(0, i).every((one) => !isSameKind(dateless(one.key), dateless(each.key))),
    );
    const [first, second] = others;
    if (!first || !second || isSameSet(setOf(first), setOf(second))) return [];
    const names = others.map(({ table: { project = '' } }) => quoted(project)).join('、');
    const message = `项目${names}的绩效目标一字不差，请核对是否照抄`;
    const evidence = others.map(({ table }) => ({ ...titleEvidence(table), text: table.goal ?? table.title }));
    return [tableFinding(TARGET_COPIED.id, 'notice', disclosure, message, evidence)];
  });
}

/** A shorter sentence may be said of several projects. */
const LONG_SENTENCE = 40;

/** A long sentence of a goal that stands in that of a project of another kind, while the rest of both differs. */
function sharedSentences(disclosure: Disclosure, plainTables: readonly PlainTable[]): readonly Finding[] {
  const told = plainTables.flatMap((plainly) => {
    const whole = unspaced(goalText(plainly.table.goal));
    const sentences = whole.split(/[。；;]|\d[.．、]/).filter(({ length }) => length >= LONG_SENTENCE);
    return [...new Set(sentences)].map((sentence) => ({ plainly, whole, sentence }));
  });
  const shared = [...groupBy(told, ({ sentence }) => sentence).values()];
  return shared.flatMap((same) => {
    const [first, second] = same;
    const [one, other] = [first?.plainly, second?.plainly];
    if (!one || !other || same.length > 2 || first!.whole === second!.whole) return [];
    if (isSameKind(dateless(one.key), dateless(other.key)) || isSameSet(setOf(one), setOf(other))) return [];
    const [a, b] = [one, other].map(({ table: { project = '' } }) => quoted(project));
    const message = `项目${a}的绩效目标有整句与项目${b}相同（${quoted(`${first!.sentence.slice(0, 20)}…`)}），请核对是否照抄`;
    const evidence = [one, other].map(({ table }) => ({ ...titleEvidence(table), text: first!.sentence }));
    return [tableFinding(TARGET_COPIED.id, 'notice', disclosure, message, evidence)];
  });
}

const SHARED = 0.8;
const GENERIC_KINDS: readonly string[] = ['建设', '购置', '采购', '工作', '活动', '运行', '服务', '维护'];

/** Each indicator as one text. */
function setOf({ lines }: PlainTable): ReadonlySet<string> {
  return new Set(
    lines.map(({ level3, description, indicator }) =>
      [level3, description, plainTarget(indicator.target ?? '')].join('\u0000'),
    ),
  );
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const least = SHARED * Math.max(a.size, b.size);
  if (Math.min(a.size, b.size) < least) return false;
  let shared = 0;
  for (const line of b) if (a.has(line)) shared += 1;
  return shared >= least;
}

/** 北院物业服务费 and 南院物业服务费, one project of two units, or paid from two levels: 救助补助（市级）. */
function isSameKind(a: string, b: string): boolean {
  const [x, y] = [a, b].map((key) => key.replace(/[(（][^()（）]*[)）]$/, '').replace(/(?:服务|运维|维护)+$/, ''));
  const kind = x!.slice(-2);
  return x === y || (kind === y!.slice(-2) && !GENERIC_KINDS.includes(kind));
}
