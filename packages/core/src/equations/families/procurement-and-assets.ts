/** Equations over procurement and assets: domain families C9 and C11. */
import { ASSETS_PRACTICE, PROCUREMENT_LAW, SME_MEASURES, STATE_ASSETS } from '../../rules/basis.ts';
import { EVERYWHERE } from '../../rules/scope.ts';
import { SOURCE_IDS } from '../../vocabulary/index.ts';
import type { Family } from '../family.ts';
import { IN_CHINESE } from '../names.ts';
import { sumOf } from './sums.ts';

const PROCUREMENT = '政府采购和资产';

/** The funds that procurement of the year's budget is paid from. */
const PAID_BY = [...SOURCE_IDS, 'unit-funds', 'appropriation-carryover', 'other-carryover'];

export const PROCUREMENT_AND_ASSETS_FAMILIES: readonly Family[] = [
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
