/** Equations over the three publics, economic items, procurement and assets: domain families P, C8, C9, C11. */

import {
  ASSETS_PRACTICE,
  CLASSIFICATION,
  DISCLOSURE,
  PROCUREMENT_LAW,
  SME_MEASURES,
  STATE_ASSETS,
} from '../../rules/basis.ts';
import { EVERYWHERE } from '../../rules/scope.ts';
import { conceptById, FUND_IDS, partsOf, SOURCE_IDS } from '../../vocabulary/index.ts';
import type { Family } from '../family.ts';
import { IN_CHINESE } from '../names.ts';
import { sumOf, sumOfLines } from './sums.ts';

const THREE_PUBLICS = '“三公”经费';
const MATCHING = '经济分类与功能分类对应';
const PROCUREMENT = '政府采购和资产';

/** Economic items of basic expenditure and the functional items that they are paid from. */
const PAIRS: readonly (readonly [economic: string, functional: string])[] = [
  ['30108', '2080505'],
  ['30109', '2080506'],
  ['30110', '2101101|2101102'],
  ['30111', '2101103'],
  ['30113', '2210201'],
];

/** The funds that procurement of the year's budget is paid from. */
const PAID_BY = [...SOURCE_IDS, 'unit-funds', 'appropriation-carryover', 'other-carryover'];

/** The parts of an item, which must all be printed. */
const allOf = (item: string): string => {
  const parts = partsOf(item);
  return sumOfLines('“三公”经费表', parts, '*', parts);
};

export const ITEM_FAMILIES: readonly Family[] = [
  {
    id: 'three-publics-sum',
    title: '“三公”经费合计等于因公出国（境）、公务用车、公务接待三项之和',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, says: '“三公”经费按三项公开' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `“三公”经费表[三公合计].* = ${allOf('three-publics')}`,
      },
      {
        text: '“三公”经费表[合计].* = “三公”经费表[小计].*! + “三公”经费表[会议费].* + “三公”经费表[培训费].*',
      },
      {
        text: `three-publics[三公及会议培训合计].* = ${allOf('three-publics')} + three-publics[会议费].* + three-publics[培训费].*`,
      },
    ],
  },
  {
    id: 'three-publics-vehicles',
    title: '公务用车购置及运行费等于购置费加运行费',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, says: '公务用车分购置费和运行费公开' }],
    severity: 'error',
    standing: 'definition',
    equations: [{ text: `“三公”经费表[公务用车].* = ${allOf('vehicles')}` }],
  },
  {
    id: 'three-publics-funds',
    title: '“三公”经费每行的合计等于各项资金之和',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, article: '所附表样', says: '“三公”经费支出表' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `“三公”经费表[*].合计 = ${sumOf('“三公”经费表[*]', FUND_IDS, ['general-public'])}`,
      },
    ],
  },
  {
    id: 'three-publics-basic',
    title: '基本支出中的“三公”经费不大于“三公”经费表的同项',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: '“三公”经费口径', says: '包括基本支出和项目支出安排的财政拨款' }],
    severity: 'error',
    standing: 'definition',
    equations: ['hospitality', 'vehicle-running', 'overseas', 'vehicle-purchase'].map((id) => {
      const { role, economic } = conceptById(id);
      return { text: `一般公共预算基本支出表[${economic![0]}].合计 <= “三公”经费表[${role}].合计` };
    }),
  },
  {
    id: 'agency-operating',
    title: '机关运行经费不大于基本支出的公用经费',
    group: THREE_PUBLICS,
    scope: EVERYWHERE,
    basis: [{ document: DISCLOSURE, says: '机关运行经费是行政单位和参公单位一般公共预算基本支出中的公用经费' }],
    severity: 'warning',
    standing: 'practice',
    equations: [{ text: '“三公”经费表[机关运行经费].合计 <= 一般公共预算基本支出表[合计].公用经费' }],
  },
  {
    id: 'contribution-pairs',
    title: '社会保障缴费、住房公积金的经济分类与对应功能分类一致',
    group: MATCHING,
    scope: { years: { from: 2018 } },
    basis: [{ document: CLASSIFICATION, says: '缴费的经济分类款与功能分类项通常对应同一笔支出' }],
    severity: 'notice',
    standing: 'practice',
    equations: PAIRS.map(([economic, functional]) => ({
      text: `一般公共预算基本支出表[${economic}].合计 = 求和(一般公共预算支出表[${functional}].基本支出)`,
      when: [`填有(一般公共预算基本支出表[${economic}].合计)`, `填有(一般公共预算支出表[${functional}].基本支出)`],
    })),
  },
  {
    id: 'procurement-price',
    title: '采购金额等于数量乘单价',
    group: PROCUREMENT,
    scope: EVERYWHERE,
    basis: [{ document: PROCUREMENT_LAW, article: '第三十三条' }, { document: '政府采购预算表编制口径' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      { text: '政府采购预算表[项].总计 = 数量乘(政府采购预算表[项].单价)' },
      {
        text: '政府采购预算表[项].合计 = 数量乘(政府采购预算表[项].单价)',
        when: ['非 印有(政府采购预算表[*].总计)'],
      },
    ],
  },
  {
    id: 'procurement-funds',
    title: '采购金额等于各项资金之和',
    group: PROCUREMENT,
    scope: EVERYWHERE,
    basis: [{ document: PROCUREMENT_LAW, article: '第三十三条' }, { document: '政府采购预算表编制口径' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `政府采购预算表[*].合计 = ${sumOf('政府采购预算表[*]', PAID_BY, ['general-public'])}`,
        when: ['印有(政府采购预算表[*].总计)'],
      },
      {
        text: `政府采购预算表[*].合计 = ${sumOf('政府采购预算表[*]', [...PAID_BY, 'other-funds'], ['general-public'])}`,
        when: ['非 印有(政府采购预算表[*].总计)'],
      },
      {
        text: '政府采购预算表[*].总计 = 政府采购预算表[*].合计! + 政府采购预算表[*].其他渠道资金',
      },
    ],
  },
  {
    id: 'procurement-sums',
    title: '采购的小计、合计等于所属各行之和',
    group: PROCUREMENT,
    scope: EVERYWHERE,
    basis: [{ document: '政府采购预算表编制口径' }],
    severity: 'error',
    standing: 'definition',
    equations: [
      {
        text: `政府采购预算表[*].${['grand-total', 'total', ...PAID_BY, 'other-funds', 'sme'].map(IN_CHINESE.column).join('|')} = 下级之和(政府采购预算表[*].*)`,
      },
    ],
  },
  {
    id: 'procurement-sme',
    title: '预留中小微企业份额不大于采购金额',
    group: PROCUREMENT,
    scope: { years: { from: 2020 } },
    basis: [{ document: SME_MEASURES }],
    severity: 'error',
    standing: 'definition',
    equations: [{ text: '政府采购预算表[*].中小微企业份额 <= 政府采购预算表[*].合计' }],
  },
  {
    id: 'assets-total',
    title: '资产总额等于各类资产之和',
    group: PROCUREMENT,
    scope: EVERYWHERE,
    basis: [{ document: ASSETS_PRACTICE }, { document: STATE_ASSETS }],
    severity: 'error',
    standing: 'definition',
    equations: [{ text: '固定资产占用情况表[*].价值 = 下级之和(固定资产占用情况表[*].价值)' }],
  },
  {
    id: 'assets-part-within',
    title: '资产的其中数不大于所属的行',
    group: PROCUREMENT,
    scope: EVERYWHERE,
    basis: [{ document: ASSETS_PRACTICE }],
    severity: 'error',
    standing: 'definition',
    equations: [{ text: '固定资产占用情况表[*].价值 <= 上级(固定资产占用情况表[*].价值)' }],
  },
];
