/** Targets of the year's budget against those that the self-evaluation answers for: they change only through adjustment. */
import type { Indicator, SelfEvaluation } from '../../kinds/index.ts';
import { compareDecimal, direction, parseTarget } from '../../performance/target.ts';
import { unspaced } from '../../text/fold.ts';
import { PERFORMANCE_TARGETS } from '../basis.ts';
import type { RelateRule } from '../rule.ts';
import { isSameName, pairedSheets } from './paired.ts';

const MOST_TOLD = 3;

export const EVALUATION_TARGETS: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'evaluation-targets',
  title: '自评的指标值与年初预算批复的一致',
  group: '绩效自评',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: PERFORMANCE_TARGETS, says: '绩效目标批复后一般不予调整，确需调整的按程序报批' }],
  severity: 'notice',
  sure: '供参考',
  check: '同一年度预算和决算里同名项目（或部门整体）的同名指标，指标值的数或方向不同的，提示一条：是否经过调整。',
  run: ({ disclosure }, { disclosure: budget }) =>
    pairedSheets(disclosure, budget).flatMap(({ name, form, targetForm, answered, promised }) => {
      const changed = answered.flatMap((row) => {
        const before = promised.filter(
          ({ level3, level2 }) => isSameName(level3, row.level3) && isSameName(level2, row.level2),
        );
        return before.length === 1 && isChanged(before[0]!, row) ? [{ row, before: before[0]! }] : [];
      });
      if (changed.length === 0) return [];
      const told = changed.map(
        ({ row, before }) => `“${unspaced(row.level3)}”年初 ${unspaced(before.target!)}、自评 ${unspaced(row.target!)}`,
      );
      const message = `${name}有 ${changed.length} 个指标值和年初预算的不同：${told.slice(0, MOST_TOLD).join('；')}${told.length > MOST_TOLD ? '等' : ''}`;
      const evidence = changed.flatMap(({ row, before }) => [
        { form, row: unspaced(row.level3), column: 'target', text: row.target!, origin: row.origin },
        {
          form: targetForm,
          row: unspaced(before.level3),
          column: 'target',
          text: before.target!,
          origin: before.origin,
        },
      ]);
      return [
        { rule: EVALUATION_TARGETS.id, severity: 'notice', agency: disclosure.agency.name, form, message, evidence },
      ];
    }),
};

/** Another number, or the other side of it; words are not compared, nor what has no readable number. */
function isChanged(before: Indicator, now: SelfEvaluation['indicators'][number]): boolean {
  const [a, b] = [parseTarget(before.target ?? ''), parseTarget(now.target ?? '')];
  if (!a.number || !b.number || a.malformed || b.malformed || (a.unit ?? '') !== (b.unit ?? '')) return false;
  const [wayA, wayB] = [direction(a.comparator), direction(b.comparator)];
  return compareDecimal(a.number, b.number) !== 0 || wayA * wayB === -1;
}
