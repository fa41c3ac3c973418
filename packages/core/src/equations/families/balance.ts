/** Equations within and between the balance forms (收支总表、财政拨款收支总表): domain families B, A2, C4. */

import { SIDES } from '../../model/sides.ts';
import { type Basis, BUDGET_LAW, DISCLOSURE } from '../../rules/basis.ts';
import { EVERYWHERE } from '../../rules/scope.ts';
import { conceptById, FUND_IDS } from '../../vocabulary/index.ts';
import type { Family } from '../family.ts';
import { IN_CHINESE } from '../names.ts';
import { sumOf } from './sums.ts';

const GROUP = '收支平衡';
const BALANCES = ['balance', 'appropriation-balance'] as const;
const BASIS: readonly Basis[] = [
  { document: BUDGET_LAW, article: '第十四条' },
  { document: DISCLOSURE, article: '所附表样', says: '收支总表、财政拨款收支总表' },
];

/** Nothing of the appropriations is carried over from the year before. */
const NOTHING_CARRIED = '求和(财政拨款收支总表.收入[合计后各项|上年结转].金额) = 0';

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
    equations: [{ text: '@.收入[本年收入合计].* = 求和(@.收入[各项].*)' }],
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
      { text: '@.收入[收入总计].* = @.收入[本年收入合计].*! + 求和(@.收入[合计后各项].*)' },
      {
        text: '@.收入[收入总计].* = 求和(@.收入[最上级].*)',
        when: ['非 印有(@.收入[本年收入合计].金额)'],
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
    equations: [{ text: '@.支出[本年支出合计].* = 求和(@.支出[各项].*)' }],
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
      { text: '@.支出[支出总计].* = @.支出[本年支出合计].*! + 求和(@.支出[合计后各项].*)' },
      {
        text: '@.支出[支出总计].* = 求和(@.支出[最上级].*)',
        when: ['非 印有(@.支出[本年支出合计].*)'],
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
    equations: (['use', 'economic', 'governmental'] as const).flatMap((side) => [
      { text: `@.${IN_CHINESE.side(side)}[本年支出合计].金额 = 求和(@.${IN_CHINESE.side(side)}[各项].金额)` },
      { text: `@.${IN_CHINESE.side(side)}[本年支出合计].金额 = @.支出[本年支出合计].金额` },
      { text: `@.${IN_CHINESE.side(side)}[支出总计].金额 = @.支出[支出总计].金额` },
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
      { text: '收支总表.收入[收入总计].金额 = 收支总表.支出[支出总计].金额' },
      { text: '财政拨款收支总表.收入[收入总计].金额 = 财政拨款收支总表.支出[支出总计].合计' },
    ],
  },
  {
    id: 'balance-line-parts',
    title: '收支总表中分列明细的行等于明细之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    forms: BALANCES,
    equations: SIDES.map((side) => {
      const lines = `@.${IN_CHINESE.side(side)}[*].*`;
      return { text: `${lines} = 下级之和(${lines})` };
    }),
  },
  {
    id: 'balance-part-within',
    title: '其中数不大于所属的行',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    forms: BALANCES,
    equations: SIDES.map((side) => {
      const lines = `@.${IN_CHINESE.side(side)}[*].*`;
      return { text: `${lines} <= 上级(${lines})` };
    }),
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
        text: '收支总表.支出[*].金额 = 收支总表.支出[*].人员经费! + 收支总表.支出[*].公用经费! + 收支总表.支出[*].项目支出!',
      },
      { text: '收支总表.支出[*].金额 = 收支总表.支出[*].基本支出! + 收支总表.支出[*].项目支出!' },
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
        text: `财政拨款收支总表.支出[*].合计 = ${sumOf('财政拨款收支总表.支出[*]', FUND_IDS)}`,
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
      const own = `收支总表.收入[${role}].金额 = 财政拨款收支总表.收入[${role}].金额`;
      // A line left blank beside another that holds its money (财政拨款) says nothing.
      const isTold = `填有(财政拨款收支总表.收入[${role}].金额)`;
      return [
        { text: own, when: [isTold, `填有(收支总表.收入[上年结转].金额) 或 ${NOTHING_CARRIED}`] },
        {
          text: `${own} + 财政拨款收支总表.收入[上年结转·${role}].金额!`,
          when: [isTold, '非 填有(收支总表.收入[上年结转].金额)'],
        },
      ];
    }),
  },
];
