/** Vehicles and large equipment that the budget announced, beside what the accounts say was paid for and is held. */

import type { Finding } from '../../finding.ts';
import { wan } from '../../money.ts';
import { STATE_ASSETS } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { RelateRule } from '../rule.ts';
import { amountTold, countTold, type Told } from './told.ts';

export const ACCOUNTS_PURCHASES: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'accounts-purchases',
  title: '计划购置的车辆、大型设备与决算相符',
  group: '决算与预算',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: STATE_ASSETS, article: '第十九条', says: '资产配置纳入预算' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '同一单位同一年度的预算也在时：预算写计划购置车辆而决算没有公务用车购置费，或写不购置而有的，提示；决算写的车辆、大型设备（单价界限相同）多于预算写的现有数加计划购置数的，提示。调入、划转、处置的由人判断。',
  run: (accounts, budget) => [
    ...paid(accounts, budget),
    ...held(accounts, budget, VEHICLES),
    ...held(accounts, budget, EQUIPMENT),
  ],
};

interface Holding {
  readonly name: string;
  readonly unit: string;
  readonly held: string;
  readonly planned: string;
  /** What the counted things have to share to be one kind, where their name alone does not say it. */
  readonly kind: (text: string) => string | undefined;
}

const VEHICLES: Holding = {
  name: '车辆',
  unit: '辆',
  held: 'vehicles[total]',
  planned: 'vehicles-purchase[total]',
  kind: () => '',
};
/** 50 or 100 万元: each year and place draws its own line. */
const EQUIPMENT: Holding = {
  name: '大型设备',
  unit: '台',
  held: 'equipment[large]',
  planned: 'equipment-purchase[large]',
  kind: (text) => /(\d+)\s*万元/.exec(text)?.[1],
};

function paid(accounts: DocumentContext, budget: DocumentContext): readonly Finding[] {
  const planned = countTold(budget, VEHICLES.planned);
  const cost = amountTold(accounts, 'three-publics[vehicle-purchase]');
  if (!planned || !cost || planned.value > 0 === cost.value > 0) return [];
  const message =
    planned.value > 0
      ? `预算说明写计划购置车辆 ${planned.value} 辆，决算没有公务用车购置费，请说明没有购置或由其他资金购置的原因`
      : `预算说明写不购置车辆，决算有公务用车购置费 ${wan(cost.value)}，请核对是否经过批准`;
  return [findingOf(accounts, message, [cost, planned])];
}

function held(accounts: DocumentContext, budget: DocumentContext, of: Holding): readonly Finding[] {
  const [before, planned, now] = [
    countTold(budget, of.held),
    countTold(budget, of.planned),
    countTold(accounts, of.held),
  ];
  if (!before || !planned || !now) return [];
  const kinds = new Set([before, planned, now].map(({ evidence }) => of.kind(evidence.text)));
  const more = now.value - before.value - planned.value;
  if (kinds.size !== 1 || kinds.has(undefined) || more <= 0) return [];
  const { name, unit } = of;
  const message = `预算说明写有${name} ${before.value} ${unit}、计划购置 ${planned.value} ${unit}，决算说明写有 ${now.value} ${unit}，多 ${more} ${unit}，请说明来源`;
  return [findingOf(accounts, message, [now, before, planned])];
}

const findingOf = ({ disclosure }: DocumentContext, message: string, told: readonly Told[]): Finding => ({
  rule: ACCOUNTS_PURCHASES.id,
  severity: ACCOUNTS_PURCHASES.severity,
  agency: disclosure.agency.name,
  message,
  evidence: told.map(({ evidence }) => evidence),
});
