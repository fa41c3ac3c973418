/** The sums of the balance forms, and what is carried into the year and out of it. */
import type { Concept, Division } from './concept.ts';
import { FUND_IDS } from './funds.ts';
import { SOURCE_IDS } from './sources.ts';

const FORMS = '财预〔2016〕143号所附表样：收支总表';

/** The year's revenue by source: appropriations as one source, or by fund. */
const BY_SOURCE: Division = {
  parts: ['appropriation', ...SOURCE_IDS.slice(FUND_IDS.length)],
  required: ['appropriation'],
};
const BY_FUND: Division = { parts: SOURCE_IDS, required: ['general-public'] };

export const REVENUE_SUMS: readonly Concept[] = [
  {
    id: 'revenue-total',
    name: '收入总计',
    english: 'Total revenue',
    role: '收入总计',
    column: 'total',
    forms: ['revenue'],
    wordings: ['收入<总计|总合计>'],
    labels: ['<总计|总合计>'],
    headers: ['收入合计'],
    nouns: [
      '收入预算',
      '<预算收入|收入总预算|总收入|预算总收入|部门收入预算|单位收入预算|部门预算收入|单位预算收入|部门预算总收入|单位预算总收入|预算收入总额|收入预算总额|[部门]财务总收入>',
    ],
    linesOf: 'revenue',
    divisions: [
      { parts: [...BY_SOURCE.parts, 'carryover', 'non-appropriation-surplus'], required: ['appropriation'] },
      { parts: [...BY_FUND.parts, 'carryover', 'non-appropriation-surplus'], required: ['general-public'] },
      { parts: ['year-revenue', 'carryover', 'non-appropriation-surplus'], required: ['year-revenue'] },
    ],
    basis: FORMS,
  },
  {
    id: 'year-revenue',
    name: '本年收入小计',
    shortName: '小计',
    english: 'Revenue of the year',
    role: '本年收入合计',
    column: 'subtotal',
    forms: ['revenue'],
    wordings: ['本年收入<合计|小计>'],
    labels: ['[<本年|当年>][财政拨款]收入<合计|小计>', '<本年|当年><合计|小计>'],
    headers: ['小计', '本年收入/小计', '本年收入/合计'],
    nouns: ['本年收入合计', '<收入决算合计|本年收入|本年总收入|收入合计>'],
    linesOf: 'revenue',
    divisions: [BY_SOURCE, BY_FUND],
    basis: FORMS,
  },
];

export const EXPENDITURE_SUMS: readonly Concept[] = [
  {
    id: 'expenditure-total',
    name: '支出总计',
    english: 'Total expenditure',
    role: '支出总计',
    column: 'total',
    forms: ['expenditure'],
    wordings: ['支出<总计|总合计>'],
    labels: ['<总计|总合计>'],
    nouns: [
      '支出预算',
      '<预算支出|支出总预算|总支出|预算总支出|部门支出预算|单位支出预算|部门预算支出|单位预算支出|部门预算总支出|单位预算总支出|预算支出总额|支出预算总额|[部门]财务总支出>',
    ],
    linesOf: 'expenditure',
    divisions: [{ parts: ['year-expenditure', 'surplus-distribution', 'year-end'], required: ['year-expenditure'] }],
    basis: FORMS,
  },
  {
    id: 'year-expenditure',
    name: '本年支出合计',
    english: 'Expenditure of the year',
    role: '本年支出合计',
    column: 'total',
    forms: ['expenditure'],
    wordings: ['本年支出<合计|小计>'],
    labels: ['[<本年|当年>][财政拨款]支出<合计|小计>', '<本年|当年><合计|小计>'],
    headers: ['小计', '本年支出/小计', '本年支出/合计', '本年支出', '支出合计'],
    nouns: ['本年支出合计', '<支出决算合计|本年支出|本年总支出|支出合计>'],
    linesOf: 'expenditure',
    divisions: [
      {
        parts: ['basic', 'project', 'business-expenditure', 'remittance', 'affiliate-subsidy'],
        required: ['basic', 'project'],
      },
    ],
    basis: FORMS,
  },
];

/** Both sides in one word: 收入支出总计, 收、支总预算, 收支决算总计; 总收支. */
const BOTH_SIDES = '<收支|收、支|收入支出|收入、支出|收入和支出>[<预算|决算>]<总|合|><计|额|量|预算|决算>';
const ALL_BOTH = '总收<支|入和总支出|入总支出>[<预算|决算>]';

/** Both sides at once, which sentences speak of and no table prints. */
export const BALANCE_SUMS: readonly Concept[] = [
  {
    id: 'balance-total',
    name: '收支总计',
    english: 'Total revenue and expenditure',
    wordings: [],
    nouns: ['收入支出总计', BOTH_SIDES, ALL_BOTH, '收入总计和支出总计'],
    basis: FORMS,
  },
  {
    id: 'appropriation-total',
    name: '财政拨款收支总计',
    english: 'Appropriations, both sides',
    wordings: [],
    nouns: ['财政拨款收入支出总计', `财政拨款${BOTH_SIDES}`, `财政拨款${ALL_BOTH}`],
    basis: FORMS,
  },
];

/** Tried before the sources: 使用非财政拨款结余 is no 结余 of last year, and 上年政府性基金结转 is no revenue of the fund. */
export const CARRIED_IN: readonly Concept[] = [
  {
    id: 'non-appropriation-surplus',
    name: '使用非财政拨款结余',
    english: 'Surplus of other funds',
    role: '使用结余',
    wordings: ['使用非财政拨款结余[（含专用结余）]', '动用非财政拨款结余', '用事业基金弥补收支差额'],
    labels: ['…<使用|动用>…结余…', '…用…基金弥补…'],
    linesOf: 'revenue',
    basis: FORMS,
  },
  {
    id: 'carryover',
    name: '上年结转',
    english: 'Brought forward',
    role: '上年结转',
    wordings: ['上年结转[<结余|和结余|收入|结余收入>]', '年初<结转和结余|结转结余|结余>', '上年结余结转'],
    printed: ['结转结余'],
    labels: ['…<上年|年初|以前年度|历年>…<结转|结余>…', '结转结余…', '[上年]结余', '结转收入'],
    headers: ['上年结转结余/小计', '上年结转/小计'],
    nouns: ['上年结转结余'],
    linesOf: 'revenue',
    divisions: [{ parts: FUND_IDS }],
    basis: FORMS,
  },
];

export const CARRIED_OUT: readonly Concept[] = [
  {
    id: 'surplus-distribution',
    name: '结余分配',
    english: 'Surplus distributed',
    role: '结余分配',
    wordings: ['结余分配'],
    labels: ['…结余分配…'],
    linesOf: 'expenditure',
    basis: FORMS,
  },
  {
    id: 'year-end',
    name: '年末结转和结余',
    english: 'Carried forward',
    role: '年终结转',
    wordings: ['<年末|年终><结转和结余|结转结余>[资金]', '结转下年', '年末结余'],
    labels: ['…<年终|年末|下年|期末>…<结转|结余>…', '…结转…下年…', '结转结余…'],
    linesOf: 'expenditure',
    divisions: [{ parts: FUND_IDS }],
    basis: FORMS,
  },
];
