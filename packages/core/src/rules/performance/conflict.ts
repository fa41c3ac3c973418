/** One target, two values: in the goals in words and in a project's table, or twice in one table. */
import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import { contradictions } from '../../performance/stated.ts';
import { compareDecimal, printDecimal } from '../../performance/target.ts';
import { unspaced } from '../../text/fold.ts';
import { commonLength } from '../../text/likeness.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { performanceSections } from './goals.ts';
import { indicatorEvidence, nameOf, quoted, tableFinding, tableName, wordsEvidence } from './report.ts';
import { type Conflict, type Figured, statementsOf } from './stated-conflicts.ts';

export const TARGET_CONFLICT: ReadRule = {
  phase: 'read',
  id: 'target-conflict',
  title: '同一目标在各处的数值一致',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '项目绩效目标与部门整体绩效目标衔接' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '总体、分项绩效目标中的数与项目绩效目标表同一指标的指标值一致；说法相同且属同一项目的为 warning，其余只提示（notice）。一句话里不同时写“低于”和“以上”。',
  run: (document) => {
    const { disclosure } = document;
    const { figured, conflicts } = document.share(statementsOf);
    return [
      ...conflicts.map((conflict) => goalConflict(disclosure, conflict)),
      ...[...groupBy(figured, ({ table }) => table).values()].flatMap((table) => withinTable(disclosure, table)),
      ...contradictory(disclosure),
    ];
  },
};

function goalConflict(disclosure: Disclosure, { goal, figured, agreement, turned }: Conflict): Finding {
  const { table, indicator } = figured;
  const isSure = agreement === 'same' && goal.tables !== undefined;
  const value = unspaced(indicator.target ?? '');
  const what = `${tableName(table)}的指标${quoted(nameOf(indicator))}`;
  const message = turned
    ? `${what}${value}，与${goal.where}所写${quoted(goal.clause)}的比较方向相反`
    : `${what}为 ${value}，${goal.where}却写作 ${printDecimal(goal.number)}${goal.unit}（${quoted(goal.clause)}）`;
  const evidence = [indicatorEvidence(indicator), wordsEvidence(goal.clause, goal.origin)];
  return tableFinding(TARGET_CONFLICT.id, isSure ? 'warning' : 'notice', disclosure, message, evidence);
}

/** Each indicator of a table is held against all others; a table with more is none that a project has. */
const MOST_INDICATORS = 300;

/** Two indicators of one name with different values: 运行成本 1.08万元, 运行保障成本 1.8万元. */
function withinTable(disclosure: Disclosure, all: readonly Figured[]): readonly Finding[] {
  const read = all.slice(0, MOST_INDICATORS);
  return read.flatMap((one, i) =>
    read.slice(i + 1).flatMap((other) => {
      if (one.target.unit !== other.target.unit || compareDecimal(one.target.number, other.target.number) === 0)
        return [];
      if (!isSameName(one, other)) return [];
      const [a, b] = [one, other].map(
        ({ indicator }) => `${quoted(nameOf(indicator))}${unspaced(indicator.target ?? '')}`,
      );
      const message = `${tableName(one.table)}的指标${a}与${b}说的像是同一件事，数值却不同`;
      const evidence = [one, other].map(({ indicator }) => indicatorEvidence(indicator));
      return [tableFinding(TARGET_CONFLICT.id, 'notice', disclosure, message, evidence)];
    }),
  );
}

const SHORTEST = 4;
const ADDED = 2;

function isSameName(a: Figured, b: Figured): boolean {
  return a.subjects.every((x, i) => {
    const y = b.subjects[i]!;
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    const isNear = short.length >= SHORTEST && long.length - short.length <= ADDED;
    return isNear && commonLength(short, long) === short.length;
  });
}

function contradictory(disclosure: Disclosure): readonly Finding[] {
  return performanceSections(disclosure).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, origin }) =>
      contradictions(text).map((clause) =>
        tableFinding(
          TARGET_CONFLICT.id,
          'warning',
          disclosure,
          `绩效目标${quoted(clause)}同时写了上限和下限，前后矛盾`,
          [wordsEvidence(clause, origin)],
        ),
      ),
    ),
  );
}
