/** Targets of the year's budget against those that the self-evaluation answers for: they change only through adjustment. */
import { type Indicator, PERFORMANCE, SELF_EVALUATION, type SelfEvaluation } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { compareDecimal, direction, parseTarget } from '../../performance/target.ts';
import { unspaced } from '../../text/fold.ts';
import type { RelateRule } from '../rule.ts';
import { evaluationFinding, evaluationName, partEvidence } from './parts.ts';

export const EVALUATION_TARGETS: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'evaluation-targets',
  title: '自评的指标值与年初预算批复的一致',
  group: '绩效自评',
  scope: { kinds: ['final-accounts'] },
  basis: [
    {
      document: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
      says: '绩效目标批复后一般不予调整，确需调整的按程序报批',
    },
  ],
  severity: 'notice',
  sure: '供参考',
  check: '同一年度预算和决算里同名项目的同名指标，指标值的数或方向不同的，提示一条：是否经过调整。',
  run: ({ disclosure }, { disclosure: budget }) => {
    const promised = rowsOf(budget, PERFORMANCE);
    return rowsOf(disclosure, SELF_EVALUATION).flatMap((evaluation) => {
      const own = promised.filter(({ project }) => project !== undefined && isSame(project, evaluation.project));
      // A name that several projects share is no key.
      if (own.length !== 1) return [];
      const changed = evaluation.indicators.flatMap((row) => {
        const before = own[0]!.indicators.filter(
          ({ level3, level2 }) => isSame(level3, row.level3) && isSame(level2, row.level2),
        );
        return before.length === 1 && isChanged(before[0]!, row) ? [{ row, before: before[0]! }] : [];
      });
      if (changed.length === 0) return [];
      const told = changed.map(
        ({ row, before }) => `“${unspaced(row.level3)}”年初 ${unspaced(before.target!)}、自评 ${unspaced(row.target!)}`,
      );
      const message = `${evaluationName(evaluation)}有 ${changed.length} 个指标值和年初预算的不同：${told.slice(0, 3).join('；')}${told.length > 3 ? '等' : ''}`;
      const evidence = changed.flatMap(({ row, before }) => [
        partEvidence(unspaced(row.level3), 'target', row.target!, row.origin),
        {
          form: PERFORMANCE.id,
          row: unspaced(before.level3),
          column: 'target',
          text: before.target!,
          origin: before.origin,
        },
      ]);
      return [evaluationFinding(EVALUATION_TARGETS, 'notice', disclosure, message, evidence)];
    });
  },
};

const isSame = (a: string, b: string | undefined): boolean =>
  b !== undefined && a !== '' && unspaced(a) === unspaced(b);

/** Another number, or the other side of it; words are not compared, nor what has no readable number. */
function isChanged(before: Indicator, now: SelfEvaluation['indicators'][number]): boolean {
  const [a, b] = [parseTarget(before.target ?? ''), parseTarget(now.target ?? '')];
  if (!a.number || !b.number || a.malformed || b.malformed || (a.unit ?? '') !== (b.unit ?? '')) return false;
  const [wayA, wayB] = [direction(a.comparator), direction(b.comparator)];
  return compareDecimal(a.number, b.number) !== 0 || wayA * wayB === -1;
}
