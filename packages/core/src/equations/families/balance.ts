/** Equations within and between the balance forms (收支总表、财政拨款收支总表): domain families B, A2, C4. */

import { type Basis, BUDGET_LAW, DISCLOSURE } from '../../rules/basis.ts';
import { EVERYWHERE } from '../../rules/scope.ts';
import { conceptById, FUND_IDS } from '../../vocabulary/index.ts';
import type { Family } from '../family.ts';
import { sumOf } from './sums.ts';

const GROUP = '收支平衡';
const BALANCES = ['balance', 'appropriation-balance'] as const;
const BASIS: readonly Basis[] = [
  { document: BUDGET_LAW, article: '第十四条' },
  { document: DISCLOSURE, article: '所附表样', says: '收支总表、财政拨款收支总表' },
];

/** Nothing of the appropriations is carried over from the year before. */
const NOTHING_CARRIED = 'sum(appropriation-balance.revenue[after|上年结转].amount) = 0';

export const BALANCE_FAMILIES: readonly Family[] = [
  {
    id: 'balance-revenue-sum',
    title: '本年收入合计等于各项收入之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    forms: BALANCES,
    equations: [{ text: '@.revenue[本年收入合计].* = sum(@.revenue[lines].*)' }],
  },
  {
    id: 'balance-revenue-total',
    title: '收入总计等于本年收入合计加上年结转和使用的结余',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    forms: BALANCES,
    equations: [
      { text: '@.revenue[收入总计].* = @.revenue[本年收入合计].*! + sum(@.revenue[after].*)' },
      {
        text: '@.revenue[收入总计].* = sum(@.revenue[top].*)',
        when: ['not printed(@.revenue[本年收入合计].amount)'],
      },
    ],
  },
  {
    id: 'balance-expenditure-sum',
    title: '本年支出合计等于各类支出之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    forms: BALANCES,
    equations: [{ text: '@.expenditure[本年支出合计].* = sum(@.expenditure[lines].*)' }],
  },
  {
    id: 'balance-expenditure-total',
    title: '支出总计等于本年支出合计加结余分配和年终结转',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    forms: BALANCES,
    equations: [
      { text: '@.expenditure[支出总计].* = @.expenditure[本年支出合计].*! + sum(@.expenditure[after].*)' },
      {
        text: '@.expenditure[支出总计].* = sum(@.expenditure[top].*)',
        when: ['not printed(@.expenditure[本年支出合计].*)'],
      },
    ],
  },
  {
    id: 'balance-panels',
    title: '支出按用途、按经济分类另列的，各行之和等于合计，合计与按功能分类的一致',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: BUDGET_LAW, article: '第二十七条', says: '支出按其功能分类，按其经济性质分类' }],
    severity: 'error',
    standing: 'definition',
    forms: BALANCES,
    equations: ['use', 'economic', 'governmental'].flatMap((side) => [
      { text: `@.${side}[本年支出合计].amount = sum(@.${side}[lines].amount)` },
      { text: `@.${side}[本年支出合计].amount = @.expenditure[本年支出合计].amount` },
      { text: `@.${side}[支出总计].amount = @.expenditure[支出总计].amount` },
    ]),
  },
  {
    id: 'balance-equality',
    title: '收入总计等于支出总计',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: BUDGET_LAW, article: '第十四条' }, { document: '部门预算收支平衡原则' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: 'balance.revenue[收入总计].amount = balance.expenditure[支出总计].amount' },
      { text: 'appropriation-balance.revenue[收入总计].amount = appropriation-balance.expenditure[支出总计].total' },
    ],
  },
  {
    id: 'balance-line-parts',
    title: '分列一般公共预算、政府性基金、国有资本经营预算的行等于三项之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: 'balance.revenue[*].* = children(balance.revenue[*].*)' },
      { text: 'appropriation-balance.revenue[*].* = children(appropriation-balance.revenue[*].*)' },
      { text: 'balance.expenditure[*].* = children(balance.expenditure[*].*)' },
      { text: 'appropriation-balance.expenditure[*].* = children(appropriation-balance.expenditure[*].*)' },
    ],
  },
  {
    id: 'balance-part-within',
    title: '其中数不大于所属的行',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: 'balance.revenue[*].* <= parent(balance.revenue[*].*)' },
      { text: 'appropriation-balance.revenue[*].* <= parent(appropriation-balance.revenue[*].*)' },
      { text: 'balance.expenditure[*].* <= parent(balance.expenditure[*].*)' },
      { text: 'appropriation-balance.expenditure[*].* <= parent(appropriation-balance.expenditure[*].*)' },
    ],
  },
  {
    id: 'balance-line-kinds',
    title: '分列支出性质的收支总表，每行金额等于人员经费、公用经费、项目支出之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: 'balance.expenditure[*].amount = balance.expenditure[*].personnel! + balance.expenditure[*].operating! + balance.expenditure[*].project!',
      },
      { text: 'balance.expenditure[*].amount = balance.expenditure[*].basic! + balance.expenditure[*].project!' },
    ],
  },
  {
    id: 'appropriation-line-funds',
    title: '财政拨款支出每行的合计等于三项资金之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `appropriation-balance.expenditure[*].total = ${sumOf('appropriation-balance.expenditure[*]', FUND_IDS)}`,
      },
    ],
  },
  {
    id: 'appropriation-revenue-lines',
    title: '收支总表的财政拨款收入等于财政拨款收支总表的同名收入',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, says: '财政拨款收支总表是收支总表中财政拨款的部分' }],
    severity: 'error',
    standing: 'definition',
    // Where the balance sheet carries nothing over by itself, its lines hold what was carried over too.
    equations: FUND_IDS.flatMap((id) => {
      const { role } = conceptById(id);
      const own = `balance.revenue[${role}].amount = appropriation-balance.revenue[${role}].amount`;
      // A line left blank beside another that holds its money (财政拨款) says nothing.
      const isTold = `filled(appropriation-balance.revenue[${role}].amount)`;
      return [
        { text: own, when: [isTold, `filled(balance.revenue[上年结转].amount) or ${NOTHING_CARRIED}`] },
        {
          text: `${own} + appropriation-balance.revenue[上年结转·${role}].amount!`,
          when: [isTold, 'not filled(balance.revenue[上年结转].amount)'],
        },
      ];
    }),
  },
];
