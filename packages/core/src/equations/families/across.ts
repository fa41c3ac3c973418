/** Equations between forms: domain families C1–C9 and C11. */

import { type Basis, BUDGET_LAW, DISCLOSURE } from '../../rules/basis.ts';
import { EVERYWHERE } from '../../rules/scope.ts';
import { conceptById, FUND_IDS, SOURCE_IDS } from '../../vocabulary/index.ts';
import type { Family } from '../family.ts';
import { IN_CHINESE } from '../names.ts';
import { sumOf, sumOfLines } from './sums.ts';

const GROUP = '表间关系';
const BASIS: readonly Basis[] = [{ document: DISCLOSURE, says: '各表反映同一部门预算，口径一致' }];

/** Nothing is carried over into the year, and nothing out of it. */
const NO_CARRYOVER = '求和(收支总表.收入[合计后各项|上年结转|使用结余].金额) = 0';
const NO_YEAR_END = '求和(收支总表.支出[合计后各项|年终结转|结余分配].金额) = 0';

const BESIDE_APPROPRIATIONS = [...SOURCE_IDS.slice(FUND_IDS.length), 'carryover', 'non-appropriation-surplus'];

/** All money is appropriation of this year: then the whole budget is the appropriation budget. */
const APPROPRIATION_ONLY = [
  '求和(收支总表.收入[财政拨款以外各项].金额) = 0',
  `${sumOf('收入总表[合计]', BESIDE_APPROPRIATIONS)} = 0`,
  '求和(财政拨款收支总表.收入[合计后各项|上年结转].金额) = 0',
];

/** Many budgets list the year's own appropriation by code, and what was carried over in the balance only. */
const NO_APPROPRIATION_CARRIED = '阶段(决算) 或 求和(财政拨款收支总表.收入[合计后各项|上年结转].金额) = 0';

/** Of the functional classification; most balances list classes only. */
const LEVELS = ['类', '款', '项'] as const;

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
      { text: '收支总表.收入[本年收入合计].金额 = 收入总表[合计].小计' },
      {
        text: '收支总表.收入[本年收入合计].金额 = 收入总表[合计].合计',
        when: ['非 印有(收入总表[合计].小计)', '非 填有(收入总表[合计].上年结转)', `阶段(决算) 或 ${NO_CARRYOVER}`],
      },
      {
        text: '收支总表.收入[收入总计].金额 = 收入总表[合计].合计',
        when: [`填有(收入总表[合计].上年结转) 或 ${NO_CARRYOVER}`],
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
      ...SOURCES.map(([role, column]) => ({
        text: `收支总表.收入[${role}].金额 = 收入总表[合计].${IN_CHINESE.column(column)}`,
      })),
      {
        text: `${sumOfLines('收支总表.收入', FUND_IDS, '金额', ['general-public'])} = 收入总表[合计].财政拨款收入`,
        when: [`印有(收入总表[合计].上年结转) 或 阶段(决算) 或 ${NO_CARRYOVER}`],
      },
      {
        text: '收支总表.收入[财政拨款收入].金额 = 收入总表[合计].财政拨款收入',
        when: [`印有(收入总表[合计].上年结转) 或 阶段(决算) 或 ${NO_CARRYOVER}`],
      },
    ],
  },
  {
    id: 'carryover-across',
    title: '各表的上年结转一致',
    group: GROUP,
    scope: EVERYWHERE,
    basis: BASIS,
    severity: 'warning',
    standing: 'practice',
    equations: [
      { text: '收支总表.收入[上年结转].金额 = 收入总表[合计].上年结转', when: ['印有(收入总表[合计].上年结转)'] },
      { text: '收支总表.收入[上年结转·财政拨款收入].金额 = 财政拨款收支总表.收入[上年结转].金额' },
      ...FUND_IDS.flatMap((fund) => {
        const line = `财政拨款收支总表.收入[上年结转·${conceptById(fund).role}].金额`;
        const column = `收入总表[合计].上年结转·${IN_CHINESE.column(fund)}`;
        return [
          { text: `收支总表.收入[上年结转·${conceptById(fund).role}].金额 = ${line}` },
          // An empty 收入总表 is nil for each of its columns, and most have none of what was carried over.
          { text: `${column} = ${line}`, when: [`印有(${column})`] },
        ];
      }),
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
      ...LEVELS.map((level) => ({ text: `收支总表.支出[${level}].金额 = 支出总表[${level}].合计` })),
      {
        text: '收支总表.支出[类].人员经费! + 收支总表.支出[类].公用经费! = 支出总表[类].基本支出',
      },
      { text: '收支总表.支出[类].基本支出 = 支出总表[类].基本支出' },
      { text: '收支总表.支出[类].项目支出 = 支出总表[类].项目支出' },
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
        text: '收支总表.支出[本年支出合计].金额 = 支出总表[合计].合计',
        // A place may list in 支出总表 what 支出总计 has beyond the year, without a column that says so.
        when: [
          '非 填有(支出总表[*].年末结转和结余)',
          '支出总表[合计].合计 <= 收支总表.支出[本年支出合计].金额 或 非 印有(收支总表.支出[支出总计].金额) 或 收支总表.支出[支出总计].金额 <= 收支总表.支出[本年支出合计].金额',
        ],
      },
      {
        text: '收支总表.支出[支出总计].金额 = 支出总表[合计].合计',
        when: ['非 印有(收支总表.支出[本年支出合计].金额)', NO_YEAR_END, NO_CARRYOVER],
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
        text: '收入总表[*].合计 = 支出总表[*].合计',
        when: ['收入总表[合计].上年结转 + 收入总表[合计].使用非财政拨款结余 = 0', NO_CARRYOVER, NO_YEAR_END],
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
    equations: LEVELS.flatMap((level) => [
      ...FUND_IDS.map((fund) => ({
        text: `财政拨款收支总表.支出[${level}].${IN_CHINESE.column(fund)} = ${IN_CHINESE.form(fund)}[${level}].合计`,
        when: [NO_APPROPRIATION_CARRIED],
      })),
      {
        text: `财政拨款收支总表.支出[${level}].金额 = 一般公共预算支出表[${level}].合计! + 政府性基金预算支出表[${level}].合计? + 国有资本经营预算支出表[${level}].合计?`,
        when: [NO_APPROPRIATION_CARRIED],
      },
    ]),
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
        text: `财政拨款收支总表.支出[本年支出合计].${IN_CHINESE.column(fund)} = ${IN_CHINESE.form(fund)}[合计].合计`,
        when: [NO_APPROPRIATION_CARRIED],
      },
      {
        text: `财政拨款收支总表.支出[支出总计].${IN_CHINESE.column(fund)} = ${IN_CHINESE.form(fund)}[合计].合计`,
        when: [
          '非 印有(财政拨款收支总表.支出[本年支出合计].*)',
          '求和(财政拨款收支总表.支出[合计后各项|年终结转].合计) = 0',
          '求和(财政拨款收支总表.收入[合计后各项|上年结转].金额) = 0',
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
      {
        text: '一般公共预算支出表[合计].基本支出 = 一般公共预算基本支出表[合计].合计',
        when: ['填有(一般公共预算基本支出表[合计].合计)'],
      },
      {
        text: '一般公共预算支出表[合计].基本支出 = 一般公共预算基本支出表[合计].人员经费 + 一般公共预算基本支出表[合计].公用经费',
        when: ['非 填有(一般公共预算基本支出表[合计].合计)'],
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
      { text: '一般公共预算支出表（按经济分类）[合计].合计 = 一般公共预算支出表[合计].合计' },
      { text: '一般公共预算支出表（按经济分类）[合计].基本支出 = 一般公共预算支出表[合计].基本支出' },
      { text: '一般公共预算支出表（按经济分类）[合计].项目支出 = 一般公共预算支出表[合计].项目支出' },
      { text: '一般公共预算支出表（按经济分类）[*].基本支出 = 一般公共预算基本支出表[*].合计' },
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
      { text: '一般公共预算基本支出表（按功能分类）[*].合计 = 一般公共预算支出表[*].基本支出' },
      { text: '一般公共预算基本支出表（按功能分类）[*].人员经费 = 一般公共预算支出表[*].人员经费' },
      { text: '一般公共预算基本支出表（按功能分类）[*].公用经费 = 一般公共预算支出表[*].公用经费' },
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
        text: '财政拨款支出表[*].合计|基本支出|项目支出 = 一般公共预算支出表[*].*! + 政府性基金预算支出表[*].*? + 国有资本经营预算支出表[*].*?',
        // A table that is not printed is not nothing.
        when: [`印有(政府性基金预算支出表[*].*) 或 ${sumOf('收入总表[合计]', ['government-fund'])} = 0`],
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
      ...['合计', '金额'].map((column) => ({
        text: `收支总表.支出[*].金额 = 财政拨款收支总表.支出[*].${column}`,
        when: APPROPRIATION_ONLY,
      })),
      ...['收入', '支出用途', '支出经济分类', '支出政府经济分类'].map((side) => ({
        text: `收支总表.${side}[*].金额 = 财政拨款收支总表.${side}[*].金额`,
        when: APPROPRIATION_ONLY,
      })),
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
        text: '支出总表[*].合计|基本支出|项目支出 = 一般公共预算支出表[*].*! + 政府性基金预算支出表[*].*? + 国有资本经营预算支出表[*].*?',
        // Some places print no table of the state capital.
        when: [
          ...APPROPRIATION_ONLY,
          `印有(国有资本经营预算支出表[*].*) 或 ${sumOf('收入总表[合计]', ['state-capital'])} = 0`,
        ],
      },
    ],
  },
];
