/** The fields of 政府采购预算表, with the headers of their columns. */
import { conceptById, FUND_IDS, headersOfAll, SOURCE_IDS, sourceName } from '../vocabulary/index.ts';
import { amounts, choice, code, type Fields, money, named, quantity, type RowOf, text } from './field.ts';

const FUND_COLUMNS: Fields = Object.fromEntries(
  FUND_IDS.map((id) => [id, money(sourceName(conceptById(id)), headersOfAll(id))]),
);

/** Sources beside the funds of the budget and the special account; 其他收入 is headed by its name alone. */
const BESIDE_FUNDS = SOURCE_IDS.slice(FUND_IDS.length).filter((id) => id !== 'special-account' && id !== 'other');

/** What pays beside the funds of the budget, where a table prints it apart. */
const OTHER_SOURCES: Fields = {
  ...Object.fromEntries(BESIDE_FUNDS.map((id) => [id, money(sourceName(conceptById(id)), headersOfAll(id))])),
  other: money('其他收入', ['其他收入']),
};

/** A code of the catalogue, or its letter alone: goods, works, services. */
const CATALOGUE = /^[ABC](?:\d{4,})?$/;

/** What a row of the table says. */
export const PROCUREMENT_FIELDS = {
  kind: choice('item', 'subtotal', 'total'),
  label: text('', [], { required: true }),
  project: text(...named('project-name', '采购项目[名称]', '项目'), { usual: true, isName: true }),
  projectFunds: money('预算资金', ['预算资金', '项目资金', '项目金额', '项目预算']),
  item: text(...named('catalogue-item'), { usual: true, isName: true }),
  code: code(...named('catalogue-code'), { usual: true, holds: CATALOGUE }),
  spec: text('规格型号', ['规格[型号]', '<规格|技术>要求']),
  content: text('购买服务内容', ['购买服务[的]内容']),
  unit: text('计量单位', ['计量单位', '数量单位', '单位', '计量'], { usual: true }),
  quantity: quantity('数量', ['数量', '采购数量'], { usual: true }),
  unitPrice: money(...named('unit-price'), { usual: true }),
  /** What of the budget pays, and for which unit. */
  unitCode: code(...named('unit-code')),
  function: code(...named('functional-code'), { codes: 'function' }),
  economic: code(...named('economic-code'), { codes: 'economic' }),
  governmental: code(...named('governmental-code'), { codes: 'governmental' }),
  date: text('采购时间', ['[<实施|预计|计划>]采购<时间|日期>']),
  cells: amounts({
    'grand-total': money(...named('grand-total')),
    total: money('合计', ['合计', '采购金额', '金额', '小计', '采购预算', '[采购]预算<金额|数>'], {
      usual: true,
      isWhole: true,
    }),
    appropriation: money('财政拨款', ['财政拨款', '财政拨款/<合计|小计>']),
    ...FUND_COLUMNS,
    'special-account': money('财政专户核拨', headersOfAll('special-account')),
    'unit-funds': money(...named('unit-funds')),
    'appropriation-carryover': money(...named('appropriation-carryover')),
    'other-carryover': money(...named('other-carryover')),
    'other-funds': money(...named('other-funds')),
    ...OTHER_SOURCES,
    /** Where a table divides by how it is bought, each of them by whose money pays. */
    centralised: money('集中采购', ['[政府]集中采购[<金额|预算>]'], { english: 'Centralised' }),
    decentralised: money('分散采购', ['分散采购[<金额|预算>]'], { english: 'Decentralised' }),
    sme: money('预留中小微企业份额', headersOfAll('sme')),
  }),
};

/** How it is bought, divided by whose money pays. */
export const PROCUREMENT_CROSSED = {
  measures: ['centralised', 'decentralised'],
  by: [...FUND_IDS, 'unit-funds', 'other-funds', 'appropriation-carryover'],
} as const;

/** What is bought, or a sum of rows. */
export type ProcurementRow = RowOf<typeof PROCUREMENT_FIELDS>;
