/** Equations within one classified form: domain families R, X, G, F, S, K and the final accounts of the funds. */

import { BUDGET_LAW, CLASSIFICATION, DISCLOSURE, ECONOMIC_REFORM } from '../../rules/basis.ts';
import { EVERYWHERE } from '../../rules/scope.ts';
import { conceptById, crossedColumn, FUND_IDS, partsOf, SOURCE_IDS } from '../../vocabulary/index.ts';
import type { Family } from '../family.ts';
import { IN_CHINESE } from '../names.ts';
import { sumOf } from './sums.ts';

const GROUP = '表内关系';
const FUNCTIONAL = ['revenue', 'expenditure', 'appropriation', 'basic-function', 'by-function', ...FUND_IDS] as const;
/** Tables by economic item, whose codes form one tree as those by function do. */
const ECONOMIC = [
  'basic',
  'general-economic',
  'appropriation-basic',
  'basic-sources',
  'operating',
  'by-economic',
] as const;

/** The table prints 人员经费 and 公用经费 beside each economic item (final accounts print them at the foot only). */
const SPLIT_BY_ROW = '填有(一般公共预算基本支出表[类|款|项].人员经费|公用经费)';
const NOT_SPLIT_BY_ROW = `非 ${SPLIT_BY_ROW}`;

/** Revenue of the year by source, appropriations as one or by fund, and what else the total holds. */
const [SOURCES, FUNDS] = conceptById('year-revenue').divisions!;
const BY_SOURCE = sumOf('收入总表[*]', SOURCES!.parts, SOURCES!.required);
const BY_FUND = sumOf('收入总表[*]', FUNDS!.parts, FUNDS!.required);
/** Whose money is carried over, where a table says it; it begins with the general public budget. */
const CARRIED_BY = [...SOURCE_IDS, 'unit-funds'];
/** Some places print what is the unit's own as one: 单位资金, without 事业收入 and the others. */
const BY_UNIT = ['general-public', 'appropriation'].map((first) =>
  sumOf(
    '收入总表[*]',
    [...(first === 'appropriation' ? [first] : FUND_IDS), 'special-account', 'unit-funds'],
    [first, 'unit-funds'],
  ),
);
const AS_ONE = '填有(收入总表[*].单位资金)';
const OWN = '印有(收入总表[*].事业收入)';
const NOT_AS_ONE = `非 ${AS_ONE} 或 ${OWN}`;
const CARRIED = sumOf('收入总表[*]', ['carryover', 'non-appropriation-surplus']);
/** Tables beside 收入总表 that may list the same money by source. */
const BY_SOURCES = ['expenditure', 'basic-function', 'by-function', 'by-economic'] as const;
const BESIDE_SOURCES = ['unit-funds', 'carryover', 'non-appropriation-surplus'];

export const WITHIN_FAMILIES: readonly Family[] = [
  {
    id: 'class-sums',
    title: '上级科目等于下级科目之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [
      { document: BUDGET_LAW, article: '第三十二条、第四十六条', says: '支出按功能分类编列到项，按经济分类编列到款' },
      { document: CLASSIFICATION },
    ],
    severity: 'error',
    standing: 'definition',
    forms: [...FUNCTIONAL, ...ECONOMIC],
    equations: [{ text: '@[*].* = 下级之和(@[*].*)' }],
  },
  {
    id: 'table-total',
    title: '合计行等于各类之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样' }],
    severity: 'error',
    standing: 'definition',
    forms: [...FUNCTIONAL, ...ECONOMIC.slice(1)],
    equations: [{ text: '@[合计].* = 求和(@[最上级].*)' }],
  },
  {
    id: 'basic-total',
    title: '基本支出的合计行等于各类经济分类之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样' }, { document: ECONOMIC_REFORM }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: '一般公共预算基本支出表[合计].合计 = 求和(一般公共预算基本支出表[最上级].合计)',
        when: ['填有(一般公共预算基本支出表[合计].合计)'],
      },
      {
        text: '一般公共预算基本支出表[合计].人员经费 = 求和(一般公共预算基本支出表[最上级].人员经费)',
        when: [SPLIT_BY_ROW],
      },
      {
        text: '一般公共预算基本支出表[合计].公用经费 = 求和(一般公共预算基本支出表[最上级].公用经费)',
        when: [SPLIT_BY_ROW],
      },
      {
        text: '一般公共预算基本支出表[合计].人员经费 = 求和(一般公共预算基本支出表[301|303].合计)',
        when: [NOT_SPLIT_BY_ROW, '填有(一般公共预算基本支出表[合计].人员经费)'],
      },
      {
        text: '一般公共预算基本支出表[合计].公用经费 = 求和(一般公共预算基本支出表[302|307|309|310|311|312|313|399].合计)',
        when: [NOT_SPLIT_BY_ROW, '填有(一般公共预算基本支出表[合计].公用经费)'],
      },
    ],
  },
  {
    id: 'revenue-total',
    title: '收入合计等于本年收入小计加上年结转',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样', says: '收入总表' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `收入总表[*].合计 = 收入总表[*].小计! + ${CARRIED}`,
      },
    ],
  },
  {
    id: 'revenue-sources',
    title: '本年收入等于各项来源之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样', says: '收入总表' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `收入总表[*].小计 = ${BY_SOURCE}`,
        when: [NOT_AS_ONE],
      },
      {
        text: `收入总表[*].小计 = ${BY_FUND}`,
        when: ['非 印有(收入总表[*].财政拨款收入)', NOT_AS_ONE],
      },
      {
        text: `收入总表[*].合计 = ${BY_SOURCE} + ${CARRIED}`,
        when: ['非 印有(收入总表[*].小计)', NOT_AS_ONE],
      },
      {
        text: `收入总表[*].合计 = ${BY_FUND} + ${CARRIED}`,
        when: ['非 印有(收入总表[*].小计)', '非 印有(收入总表[*].财政拨款收入)', NOT_AS_ONE],
      },
      ...BY_UNIT.flatMap((sum) => [
        { text: `收入总表[*].小计 = ${sum}`, when: [AS_ONE, `非 ${OWN}`] },
        { text: `收入总表[*].合计 = ${sum} + ${CARRIED}`, when: ['非 印有(收入总表[*].小计)', AS_ONE, `非 ${OWN}`] },
      ]),
    ],
  },
  {
    id: 'revenue-appropriation-funds',
    title: '财政拨款收入等于三项资金之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [
      { document: BUDGET_LAW, article: '第五条', says: '四本预算' },
      { document: DISCLOSURE, article: '所附表样', says: '收入总表' },
    ],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `收入总表[*].财政拨款收入 = ${sumOf('收入总表[*]', FUND_IDS, FUND_IDS.slice(0, 2))}`,
      },
    ],
  },
  {
    id: 'carryover-sources',
    title: '上年结转等于各项来源的结转之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样', says: '收入总表' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `收入总表[*].上年结转 = ${CARRIED_BY.map((id, i) => `收入总表[*].${IN_CHINESE.column(crossedColumn('carryover', id))}${i === 0 ? '!' : ''}`).join(' + ')}`,
      },
    ],
  },
  {
    id: 'expenditure-kinds',
    title: '支出合计等于基本支出、项目支出及其他各项支出之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样', says: '支出总表' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `支出总表[*].合计 = ${sumOf('支出总表[*]', partsOf('year-expenditure'), ['basic'])}`,
        when: ['非 填有(支出总表[*].年末结转和结余)'],
      },
    ],
  },
  {
    id: 'fund-kinds',
    title: '拨款支出合计等于基本支出加项目支出',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [
      { document: DISCLOSURE, article: '所附表样', says: '一般公共预算、政府性基金预算、国有资本经营预算支出表' },
    ],
    severity: 'error',
    standing: 'definition',
    forms: [...FUND_IDS, 'appropriation', 'general-economic'],
    equations: [
      { text: '@[*].合计 = @[*].基本支出! + @[*].项目支出!' },
      { text: '@[*].基本支出 = @[*].人员经费! + @[*].公用经费!', when: ['填有(@[*].人员经费|公用经费)'] },
    ],
  },
  {
    id: 'basic-kinds',
    title: '基本支出合计等于人员经费加公用经费',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样', says: '一般公共预算基本支出表' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: '一般公共预算基本支出表[*].合计 = 一般公共预算基本支出表[*].人员经费! + 一般公共预算基本支出表[*].公用经费!',
        when: [SPLIT_BY_ROW],
      },
      {
        text: '一般公共预算基本支出表[合计].合计 = 一般公共预算基本支出表[合计].人员经费! + 一般公共预算基本支出表[合计].公用经费!',
        when: [
          NOT_SPLIT_BY_ROW,
          '填有(一般公共预算基本支出表[合计].合计)',
          '填有(一般公共预算基本支出表[合计].人员经费|公用经费)',
        ],
      },
    ],
  },
  {
    id: 'basic-sources',
    title: '基本支出按资金来源分列，各项资金之和等于合计，财政拨款等于其中各项资金之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `基本支出总表（按资金来源）[*].合计 = ${sumOf('基本支出总表（按资金来源）[*]', SOURCES!.parts, SOURCES!.required)} + ${sumOf('基本支出总表（按资金来源）[*]', BESIDE_SOURCES)}`,
        when: ['印有(基本支出总表（按资金来源）[*].财政拨款收入)'],
      },
      {
        text: `基本支出总表（按资金来源）[*].财政拨款收入 = ${sumOf('基本支出总表（按资金来源）[*]', FUND_IDS, FUND_IDS.slice(0, 1))}`,
      },
    ],
  },
  {
    id: 'sources-beside',
    title: '其他按资金来源分列的表，各项资金之和等于合计，财政拨款等于其中各项资金之和',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样' }],
    severity: 'error',
    standing: 'definition',
    forms: BY_SOURCES,
    borneOut: true,
    equations: [
      {
        text: `@[*].合计 = ${sumOf('@[*]', SOURCES!.parts, SOURCES!.required)} + ${sumOf('@[*]', BESIDE_SOURCES)}`,
        when: ['印有(@[*].财政拨款收入)'],
      },
      {
        text: `@[*].合计 = ${sumOf('@[*]', FUNDS!.parts, FUNDS!.required)} + ${sumOf('@[*]', BESIDE_SOURCES)}`,
        when: ['非 印有(@[*].财政拨款收入)'],
      },
      { text: `@[*].财政拨款收入 = ${sumOf('@[*]', FUND_IDS, FUND_IDS.slice(0, 1))}` },
    ],
  },
  {
    id: 'basic-kinds-beside',
    title: '基本支出合计等于人员经费加公用经费（按功能分类、按财政拨款列示的表）',
    group: GROUP,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样' }],
    severity: 'error',
    standing: 'definition',
    forms: ['basic-function', 'appropriation-basic'],
    equations: [{ text: '@[*].合计 = @[*].人员经费! + @[*].公用经费!', when: ['填有(@[*].人员经费|公用经费)'] }],
  },
  {
    id: 'fund-flow',
    title: '年末结转和结余等于年初结转和结余加本年收入减本年支出',
    group: GROUP,
    scope: { kinds: ['final-accounts'] },
    basis: [{ document: '部门决算报表', says: '政府性基金预算、国有资本经营预算财政拨款收入支出决算表' }],
    severity: 'error',
    standing: 'definition',
    forms: ['government-fund', 'state-capital'],
    equations: [{ text: '@[*].年末结转和结余 = @[*].上年结转! + @[*].本年收入! - @[*].合计!' }],
  },
];
