/** Projects that were given targets beside those that answered for them. */
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { RelateRule } from '../rule.ts';
import { countTold } from './told.ts';

export const ACCOUNTS_EVALUATED: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'accounts-evaluated',
  title: '编报了绩效目标的项目都有自评',
  group: '决算与预算',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: PERFORMANCE_MEASURES, says: '单位自评应当涵盖编报绩效目标的项目' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '同一单位同一年度的预算也在时：决算说明写的自评项目数少于预算说明写的编报绩效目标的项目数的，提示一条。多的是年中增加的，不提示。',
  run: (accounts, budget) => {
    const promised = countTold(budget, 'performance[projects]');
    const evaluated = countTold(accounts, 'performance[evaluated]');
    if (!promised || !evaluated || evaluated.value >= promised.value) return [];
    const { rule, severity } = { rule: ACCOUNTS_EVALUATED.id, severity: ACCOUNTS_EVALUATED.severity };
    const message = `预算说明写编报绩效目标的项目 ${promised.value} 个，决算说明写绩效自评的项目 ${evaluated.value} 个，少 ${promised.value - evaluated.value} 个，请说明原因`;
    const evidence = [evaluated.evidence, promised.evidence];
    return [{ rule, severity, agency: accounts.disclosure.agency.name, message, evidence }];
  },
};
