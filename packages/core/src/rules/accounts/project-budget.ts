/** The initial budget that a self-evaluation names for its project, beside what the budget gave it. */

import { stepOf } from '../../figures/index.ts';
import { PERFORMANCE, type PerformanceTarget, SELF_EVALUATION, type SelfEvaluation } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import type { Cell } from '../../model/values.ts';
import { wan } from '../../money.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import { pairedProjects } from '../evaluation/paired.ts';
import { evaluationFinding, evaluationName, moneyLine, partEvidence } from '../evaluation/parts.ts';
import type { RelateRule } from '../rule.ts';

export const PROJECT_BUDGET: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'accounts-project-budget',
  title: '自评表的年初预算数与该项目的预算一致',
  group: '决算与预算',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: PERFORMANCE_MEASURES, says: '单位自评的内容包括预算执行情况' }],
  severity: 'notice',
  sure: '供参考',
  check: '同一年度预算和决算里同名的项目，自评表资金总额的年初预算数等于预算绩效目标表的资金总额，按两处印刷的舍入。',
  run: ({ disclosure }, { disclosure: budget }) => {
    const slack = stepOf(disclosure, SELF_EVALUATION.id) + stepOf(budget, PERFORMANCE.id);
    return pairedProjects(rowsOf(disclosure, SELF_EVALUATION), rowsOf(budget, PERFORMANCE)).flatMap(([own, target]) => {
      const [told, given] = [initialOf(own), fundsOf(target)];
      if (!told || !given || Math.abs(told.fen - given.fen) <= slack) return [];
      const message = `${evaluationName(own)}写年初预算 ${wan(told.fen)}，预算的绩效目标表里是 ${wan(given.fen)}`;
      return [
        evaluationFinding(PROJECT_BUDGET, 'notice', disclosure, { form: SELF_EVALUATION.id }, message, [
          partEvidence(SELF_EVALUATION.id, '年度资金总额', 'initial', told),
          { form: PERFORMANCE.id, row: '资金总额', column: 'amount', text: given.text, origin: given.origin },
        ]),
      ];
    });
  },
};

const initialOf = (evaluation: SelfEvaluation): Cell | undefined => moneyLine(evaluation)?.initial;

const WHOLE = /总额|总计|合计|预算资金$/;

/** All of a target's money: its only line, or the one that says so. */
function fundsOf({ funds = [] }: PerformanceTarget): Cell | undefined {
  if (funds.length === 1) return funds[0]!.amount;
  const whole = funds.filter(({ source }) => WHOLE.test(source));
  return whole.length === 1 ? whole[0]!.amount : undefined;
}
