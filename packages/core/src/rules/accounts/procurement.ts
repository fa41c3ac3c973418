/** What was bought beside what the budget had for it. */

import type { Finding } from '../../finding.ts';
import { wan } from '../../money.ts';
import { PROCUREMENT_LAW } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { RelateRule } from '../rule.ts';
import { amountTold, type Told } from './told.ts';

const PARTS = [
  ['goods', '货物'],
  ['works', '工程'],
  ['services', '服务'],
] as const;

export const ACCOUNTS_PROCUREMENT: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'accounts-procurement',
  title: '决算的政府采购与预算的政府采购相比',
  group: '决算与预算',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: PROCUREMENT_LAW, article: '第六条', says: '政府采购应当严格按照批准的预算执行' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '同一单位同一年度的预算也在时：决算的政府采购总额大于预算的，或预算安排了采购而决算为零的，提示一条，写明货物、工程、服务中大于预算的。年中追加、调剂的由人判断。',
  run: (accounts, budget) => {
    const total = pairOf(accounts, budget, 'total');
    if (!total) return [];
    const { planned, done } = total;
    if (isMore(done, planned)) {
      const more = PARTS.flatMap(([part, name]) => {
        const pair = pairOf(accounts, budget, part);
        return pair && isMore(pair.done, pair.planned) ? [{ name, ...pair }] : [];
      });
      const parts = more.map(
        ({ name, ...each }) => `${name}预算 ${wan(each.planned.value)}、决算 ${wan(each.done.value)}`,
      );
      const message = `决算的政府采购 ${wan(done.value)}，大于预算的 ${wan(planned.value)}${parts.length > 0 ? `（${parts.join('；')}）` : ''}，请核对是否经过追加或调剂`;
      return [findingOf(accounts, message, [total, ...more])];
    }
    if (done.value !== 0 || planned.value <= planned.step) return [];
    return [findingOf(accounts, `预算安排了政府采购 ${wan(planned.value)}，决算的政府采购为零，请说明原因`, [total])];
  },
};

interface Pair {
  readonly planned: Told;
  readonly done: Told;
}

function pairOf(accounts: DocumentContext, budget: DocumentContext, part: string): Pair | undefined {
  const [planned, done] = [budget, accounts].map((each) => amountTold(each, `procurement[${part}]`));
  return planned && done ? { planned, done } : undefined;
}

const isMore = (a: Told, b: Told): boolean => a.value - b.value > a.step + b.step;

const findingOf = ({ disclosure }: DocumentContext, message: string, pairs: readonly Pair[]): Finding => ({
  rule: ACCOUNTS_PROCUREMENT.id,
  severity: ACCOUNTS_PROCUREMENT.severity,
  agency: disclosure.agency.name,
  message,
  evidence: pairs.flatMap(({ planned, done }) => [done.evidence, planned.evidence]),
});
