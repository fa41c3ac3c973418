/** Equations between forms: domain families C1–C9 and C11. */

import { type Basis, BUDGET_LAW, DISCLOSURE } from '../../rules/basis.ts';
import { EVERYWHERE } from '../../rules/scope.ts';
import { conceptById, FUND_IDS, SOURCE_IDS } from '../../vocabulary/index.ts';
import type { Family } from '../family.ts';
import { sumOf, sumOfLines } from './sums.ts';

const GROUP = '表间关系';
const BASIS: readonly Basis[] = [{ document: DISCLOSURE, says: '各表反映同一部门预算，口径一致' }];

/** Nothing is carried over into the year, and nothing out of it. */
const NO_CARRYOVER = 'sum(balance.revenue[after|上年结转|使用结余].amount) = 0';
const NO_YEAR_END = 'sum(balance.expenditure[after|年终结转|结余分配].amount) = 0';

const BESIDE_APPROPRIATIONS = [...SOURCE_IDS.slice(FUND_IDS.length), 'carryover', 'non-appropriation-surplus'];

/** All money is appropriation of this year: then the whole budget is the appropriation budget. */
const APPROPRIATION_ONLY = [
  'sum(balance.revenue[other-sources].amount) = 0',
  `${sumOf('revenue[total]', BESIDE_APPROPRIATIONS)} = 0`,
  'sum(appropriation-balance.revenue[after|上年结转].amount) = 0',
];

/** Many budgets list the year's own appropriation by code, and what was carried over in the balance only. */
const NO_APPROPRIATION_CARRIED =
  'stage(final-accounts) or sum(appropriation-balance.revenue[after|上年结转].amount) = 0';

const SOURCES: readonly (readonly [role: string, column: string])[] = SOURCE_IDS.map((id) => [
  conceptById(id).role!,
  id,
]);

export const ACROSS_FAMILIES: readonly Family[] = [
  {
    id: 'revenue-total-across',
    title: '收支总表的收入与收入总表的合计一致',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: 'balance.revenue[本年收入合计].amount = revenue[total].subtotal' },
      {
        text: 'balance.revenue[本年收入合计].amount = revenue[total].total',
        when: [
          'not printed(revenue[total].subtotal)',
          'not filled(revenue[total].carryover)',
          `stage(final-accounts) or ${NO_CARRYOVER}`,
        ],
      },
      {
        text: 'balance.revenue[收入总计].amount = revenue[total].total',
        when: [`filled(revenue[total].carryover) or ${NO_CARRYOVER}`],
      },
    ],
  },
  {
    id: 'revenue-sources-across',
    title: '收支总表的各项收入等于收入总表合计行的同名来源',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      ...SOURCES.map(([role, column]) => ({ text: `balance.revenue[${role}].amount = revenue[total].${column}` })),
      {
        text: `${sumOfLines('balance.revenue', FUND_IDS, 'amount', ['general-public'])} = revenue[total].appropriation`,
        when: [`printed(revenue[total].carryover) or stage(final-accounts) or ${NO_CARRYOVER}`],
      },
      {
        text: 'balance.revenue[财政拨款收入].amount = revenue[total].appropriation',
        when: [`printed(revenue[total].carryover) or stage(final-accounts) or ${NO_CARRYOVER}`],
      },
    ],
  },
  {
    id: 'expenditure-classes-across',
    title: '收支总表的各类支出等于支出总表的类级科目',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: 'balance.expenditure[class].amount = expenditure[class].total' },
      {
        text: 'balance.expenditure[class].personnel! + balance.expenditure[class].operating! = expenditure[class].basic',
      },
      { text: 'balance.expenditure[class].basic = expenditure[class].basic' },
      { text: 'balance.expenditure[class].project = expenditure[class].project' },
    ],
  },
  {
    id: 'expenditure-total-across',
    title: '收支总表的支出与支出总表的合计一致',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: 'balance.expenditure[本年支出合计].amount = expenditure[total].total',
        // A place may list in 支出总表 what 支出总计 has beyond the year, without a column that says so.
        when: [
          'not filled(expenditure[*].year-end)',
          'expenditure[total].total <= balance.expenditure[本年支出合计].amount or not printed(balance.expenditure[支出总计].amount) or balance.expenditure[支出总计].amount <= balance.expenditure[本年支出合计].amount',
        ],
      },
      {
        text: 'balance.expenditure[支出总计].amount = expenditure[total].total',
        when: ['not printed(balance.expenditure[本年支出合计].amount)', NO_YEAR_END, NO_CARRYOVER],
      },
    ],
  },
  {
    id: 'revenue-expenditure-by-code',
    title: '没有结转时同一科目的收入等于支出',
    group: GROUP,
    scope: { kinds: ['budget'] },
    basis: [{ document: '部门预算编制实务', says: '按功能分类科目收支对应' }],
    severity: 'warning',
    standing: 'practice',
    equations: [
      {
        text: 'revenue[*].total = expenditure[*].total',
        when: ['revenue[total].carryover + revenue[total].non-appropriation-surplus = 0', NO_CARRYOVER, NO_YEAR_END],
      },
    ],
  },
  {
    id: 'appropriation-classes-across',
    title: '财政拨款收支总表各类支出的每项资金等于该项资金支出表的类级科目',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: FUND_IDS.map((fund) => ({
      text: `appropriation-balance.expenditure[class].${fund} = ${fund}[class].total`,
      when: [NO_APPROPRIATION_CARRIED],
    })),
  },
  {
    id: 'appropriation-total-across',
    title: '财政拨款收支总表的每项资金支出等于该项资金支出表的合计',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: FUND_IDS.flatMap((fund) => [
      {
        text: `appropriation-balance.expenditure[本年支出合计].${fund} = ${fund}[total].total`,
        when: [NO_APPROPRIATION_CARRIED],
      },
      {
        text: `appropriation-balance.expenditure[支出总计].${fund} = ${fund}[total].total`,
        when: [
          'not printed(appropriation-balance.expenditure[本年支出合计].*)',
          'sum(appropriation-balance.expenditure[after|年终结转].total) = 0',
          'sum(appropriation-balance.revenue[after|上年结转].amount) = 0',
        ],
      },
    ]),
  },
  {
    id: 'basic-across',
    title: '一般公共预算支出表的基本支出等于基本支出表的合计',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, says: '基本支出表是一般公共预算支出表中基本支出的经济分类' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: 'general-public[total].basic = basic[total].total', when: ['filled(basic[total].total)'] },
      {
        text: 'general-public[total].basic = basic[total].personnel + basic[total].operating',
        when: ['not filled(basic[total].total)'],
      },
    ],
  },
  {
    id: 'economic-across',
    title: '一般公共预算支出按经济分类的合计等于按功能分类的合计，其中的基本支出等于基本支出表',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: BUDGET_LAW, article: '第二十七条', says: '一般公共预算支出按其功能分类，按其经济性质分类' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: 'general-economic[total].total = general-public[total].total' },
      { text: 'general-economic[total].basic = general-public[total].basic' },
      { text: 'general-economic[total].project = general-public[total].project' },
      { text: 'general-economic[*].basic = basic[*].total' },
    ],
  },
  {
    id: 'basic-function-across',
    title: '基本支出表按功能分类的各行等于一般公共预算支出表的基本支出',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: 'basic-function[*].total = general-public[*].basic' },
      { text: 'basic-function[*].personnel = general-public[*].personnel' },
      { text: 'basic-function[*].operating = general-public[*].operating' },
    ],
  },
  {
    id: 'appropriation-funds-across',
    title: '财政拨款支出表等于三项资金支出表之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: 'appropriation[*].total|basic|project = general-public[*].*! + government-fund[*].*? + state-capital[*].*?',
      },
    ],
  },
  {
    id: 'appropriation-only-balance',
    title: '收入全部是财政拨款时，收支总表与财政拨款收支总表逐行一致',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'practice',
    equations: [
      {
        text: 'balance.expenditure[class].amount = appropriation-balance.expenditure[class].total',
        when: APPROPRIATION_ONLY,
      },
      {
        text: 'balance.expenditure[本年支出合计].amount = appropriation-balance.expenditure[本年支出合计].total',
        when: APPROPRIATION_ONLY,
      },
      {
        text: 'balance.expenditure[支出总计].amount = appropriation-balance.expenditure[支出总计].total',
        when: APPROPRIATION_ONLY,
      },
      {
        text: 'balance.revenue[收入总计].amount = appropriation-balance.revenue[收入总计].amount',
        when: APPROPRIATION_ONLY,
      },
    ],
  },
  {
    id: 'appropriation-only-expenditure',
    title: '收入全部是财政拨款时，支出总表等于三项资金支出表之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'error',
    standing: 'practice',
    equations: [
      {
        text: 'expenditure[*].total|basic|project = general-public[*].*! + government-fund[*].*? + state-capital[*].*?',
        when: APPROPRIATION_ONLY,
      },
    ],
  },
];
