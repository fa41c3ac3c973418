/** Cost targets against what their project may cost. */

import type { Disclosure } from '../../disclosure.ts';
import { stepOf } from '../../figures/precision.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import type { Indicator, PerformanceTarget } from '../../kinds/index.ts';
import { PERFORMANCE, PROCUREMENT } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { type Fen, formatAmount, parseAmount } from '../../money.ts';
import { direction, parseTarget, printDecimal } from '../../performance/target.ts';
import { unspaced } from '../../text/fold.ts';
import { usualStepOf } from '../../words/fineness.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { type ProjectBudget, projectBudgets, projectKey } from './budgets.ts';
import { indicatorEvidence, nameOf, quoted, tableName } from './report.ts';

export const TARGET_COST: ReadRule = {
  phase: 'read',
  id: 'target-cost',
  title: '成本指标不大于项目预算',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '成本指标应与预算确定的投资额或资金量相匹配' }],
  severity: 'warning',
  sure: '确定',
  check:
    '成本指标的金额 <= 该项目的预算（政府采购预算表的项目预算资金、说明所列各项目金额）；单价、定额不比较。各表的成本指标绝大多数不超过本表的项目资金时，超过的也报。不足预算五分之一的只提示（notice）。',
  run: ({ disclosure, mentions }) => {
    const budgets = projectBudgets(disclosure, usualStepOf(mentions));
    const byProject = groupBy(
      rowsOf(disclosure, PERFORMANCE).filter(({ project }) => project !== undefined),
      ({ project }) => projectKey(project!),
    );
    const found = [...byProject].flatMap(([key, tables]) => exceeding(disclosure, key, tables, budgets));
    const own = beyondOwn(disclosure, found);
    return [...found, ...own, ...beyondAll(disclosure, [...found, ...own])];
  },
};

/** Cost targets within their own project's money that show that the document tells costs of the year, to each that is not. */
const WITHIN = 3;

/** A cost target above what its own table gives the project, where the others keep within theirs: projects of several years tell the cost of all. */
function beyondOwn(disclosure: Disclosure, found: readonly Finding[]): readonly Finding[] {
  const step = stepOf(disclosure, PERFORMANCE.id);
  const costs = rowsOf(disclosure, PERFORMANCE).flatMap((table) => {
    const cost = costOf(table);
    const amounts = (table.funds ?? []).flatMap(({ amount }) => amount ?? []);
    const most = amounts.toSorted((a, b) => b.fen - a.fen)[0];
    return cost && most && most.fen > 0 ? [{ cost, most }] : [];
  });
  const over = costs.filter(({ cost, most }) => (cost.fen - most.fen) * 2 > step);
  if (costs.length - over.length < WITHIN * over.length) return [];
  const isTold = ({ indicator }: Cost) => found.some(({ evidence }) => evidence[0]!.origin === indicator.origin);
  return over
    .filter(({ cost }) => !isTold(cost))
    .map(({ cost, most: { fen, text, origin } }) =>
      costFinding(disclosure, cost, { source: 'goal', name: cost.table.project ?? '', fen, step, text, origin }),
    );
}

interface Cost {
  readonly table: PerformanceTarget;
  readonly indicator: Indicator;
  readonly fen: Fen;
}

const MONEY_UNITS = { 元: '元', 万元: '万元', 万: '万元', 亿元: '亿元', 亿: '亿元' } as const;
const PER_PIECE = /单价|单位|单项|定额|标准|平均|人均|每|\/|／|日均/;

/** The largest total cost target of a table. */
function costOf(table: PerformanceTarget): Cost | undefined {
  let largest: Cost | undefined;
  for (const indicator of table.indicators) {
    const isCost = /成本/.test(indicator.level2) || /成本/.test(indicator.level1);
    if (!isCost || !indicator.target || PER_PIECE.test(indicator.level3 + (indicator.description ?? ''))) continue;
    const { number, unit, comparator } = parseTarget(indicator.target);
    if (!number || !unit || comparator === 'before' || comparator === 'qualitative') continue;
    const moneyUnit = MONEY_UNITS[unit as keyof typeof MONEY_UNITS];
    const amount = moneyUnit && parseAmount(printDecimal(number), moneyUnit);
    if (amount && direction(comparator) <= 0 && amount.fen > (largest?.fen ?? 0))
      largest = { table, indicator, fen: amount.fen };
  }
  return largest;
}

/**
 * Several tables of one name belong to several units: the dearest is held against the largest budget, and so on. Words and
 * procurement may tell of parts only, so a target must exceed in every source that has an amount for each table.
 */
function exceeding(
  disclosure: Disclosure,
  key: string,
  tables: readonly PerformanceTarget[],
  budgets: readonly ProjectBudget[],
): readonly Finding[] {
  const costs = tables.flatMap((table) => costOf(table) ?? []).sort((a, b) => b.fen - a.fen);
  const own = budgets.filter((budget) => isOf(budget, key));
  const sources = [...groupBy(own, ({ source }) => source).values()]
    .filter((source) => source.length >= tables.length)
    .map((source) => source.toSorted((a, b) => b.fen - a.fen));
  if (sources.length === 0) return [];
  return costs.flatMap((cost, i) => {
    const limits = sources.map((source) => source[i]!);
    const least = limits.toSorted((a, b) => a.fen - b.fen)[0]!;
    if (tables.length === 1 && cost.fen * FAR < least.fen) return [farBelow(disclosure, cost, least)];
    if (limits.some(({ fen, step }) => (cost.fen - fen) * 2 <= step)) return [];
    return [costFinding(disclosure, cost, limits.toSorted((a, b) => b.fen - a.fen)[0]!)];
  });
}

/** Below a fifth of the budget, the target is likelier another project's than a saving. */
const FAR = 5;

function farBelow(disclosure: Disclosure, cost: Cost, budget: ProjectBudget): Finding {
  return { ...costFinding(disclosure, cost, budget, '远小于'), severity: 'notice' };
}

function isOf({ name }: ProjectBudget, key: string): boolean {
  const other = projectKey(name);
  if (other === key) return true;
  const [short, long] = other.length < key.length ? [other, key] : [key, other];
  return short.length >= 5 && long.startsWith(short) && long.length - short.length <= 3;
}

function costFinding(
  { agency }: Disclosure,
  { table, indicator, fen }: Cost,
  budget: ProjectBudget,
  relation = '大于',
): Finding {
  const evidence: Evidence =
    budget.source === 'procurement'
      ? { form: PROCUREMENT.id, row: budget.name, column: 'project-funds', text: budget.text, origin: budget.origin }
      : { row: budget.name, text: budget.text, origin: budget.origin };
  const limit = `${formatAmount(budget.fen, '万元', 0)} 万元`;
  return {
    rule: 'target-cost',
    severity: 'warning',
    agency: agency.name,
    form: PERFORMANCE.id,
    message: `${tableName(table)}的成本指标${quoted(nameOf(indicator))}${unspaced(indicator.target ?? '')}，${relation}该项目预算 ${limit}`,
    expected: budget.fen,
    actual: fen,
    difference: fen - budget.fen,
    evidence: [indicatorEvidence(indicator), evidence],
  };
}

/** A cost target above all that the agency spends: usually 元 and 万元 taken for one another. */
function beyondAll(disclosure: Disclosure, found: readonly Finding[]): readonly Finding[] {
  const form = disclosure.statements.find((statement) => statement.form === 'expenditure');
  const total = form?.rows.find((row) => row.key === 'total')?.cells.total;
  if (!form || !total || total.fen <= 0) return [];
  return rowsOf(disclosure, PERFORMANCE).flatMap((table): Finding[] => {
    const cost = costOf(table);
    if (!cost || cost.fen <= total.fen) return [];
    if (found.some(({ evidence }) => evidence[0]!.origin === cost.indicator.origin)) return [];
    return [
      {
        rule: 'target-cost',
        severity: 'warning',
        agency: disclosure.agency.name,
        form: PERFORMANCE.id,
        message: `${tableName(table)}的成本指标${quoted(nameOf(cost.indicator))}${unspaced(cost.indicator.target ?? '')}，大于本年支出合计 ${formatAmount(total.fen, '万元', 0)} 万元`,
        expected: total.fen,
        actual: cost.fen,
        difference: cost.fen - total.fen,
        evidence: [
          indicatorEvidence(cost.indicator),
          { form: 'expenditure', row: 'total', column: 'total', text: total.text, origin: total.origin },
        ],
      },
    ];
  });
}
