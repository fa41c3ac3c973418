/** The fields of 政府采购预算表, with the headers of their columns. */
import { conceptById, FUND_IDS, headersOfAll, SOURCE_IDS, sourceName } from '../vocabulary/index.ts';
import { amounts, choice, code, type Fields, money, quantity, type RowOf, text } from './field.ts';

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
  project: text('项目名称', ['项目名称', '采购项目', '采购项目名称', '项目'], { usual: true, isName: true }),
  projectFunds: money('预算资金', ['预算资金', '项目资金', '项目金额', '项目预算']),
  item: text(
    '采购物品名称',
    ['采购物品名称', '采购品目', '采购目录名称', '品目名称', '采购品目名称', '采购内容', '采购目录'],
    { usual: true, isName: true },
  ),
  code: code(
    '政府采购目录序号',
    ['政府采购目录序号', '目录序号', '采购目录编码', '品目编码', '采购品目编码', '政府采购目录编码', '政府采购目录'],
    { usual: true, holds: CATALOGUE },
  ),
  spec: text('规格型号', ['规格[型号]', '<规格|技术>要求']),
  content: text('购买服务内容', ['购买服务[的]内容']),
  unit: text('计量单位', ['计量单位', '数量单位', '单位', '计量'], { usual: true }),
  quantity: quantity('数量', ['数量', '采购数量'], { usual: true }),
  unitPrice: money('单价', ['单价', '采购单价'], { usual: true }),
  /** What of the budget pays, and for which unit. */
  unitCode: code('单位编码', ['[预算]单位<编码|代码>']),
  function: code('功能分类科目编码', ['[支出]功能[分类]科目<编码|代码>'], { codes: 'function' }),
  economic: code('部门经济分类科目编码', ['部门[预算][支出]经济[分类]科目<编码|代码>'], { codes: 'economic' }),
  governmental: code('政府经济分类科目编码', ['政府[预算][支出]经济[分类]科目<编码|代码>'], { codes: 'governmental' }),
  date: text('采购时间', ['[<实施|预计|计划>]采购<时间|日期>']),
  cells: amounts({
    'grand-total': money('总计'),
    total: money('合计', ['合计', '采购金额', '金额', '小计', '采购预算', '[采购]预算<金额|数>'], {
      usual: true,
      isWhole: true,
    }),
    appropriation: money('财政拨款', ['财政拨款', '财政拨款/<合计|小计>']),
    ...FUND_COLUMNS,
    'special-account': money('财政专户核拨', headersOfAll('special-account')),
    'unit-funds': money('单位资金', headersOfAll('unit-funds')),
    'appropriation-carryover': money('财政拨款结转', ['财政拨款结转', '财政拨款结转结余', '上年结转']),
    'other-carryover': money('非财政拨款结转结余', ['非财政拨款结转结余', '非财政拨款结余']),
    'other-funds': money('其他渠道资金', ['其他渠道资金', '其他资金', '其他']),
    ...OTHER_SOURCES,
    sme: money('预留中小微企业份额', headersOfAll('sme')),
  }),
};

/** What is bought, or a sum of rows. */
export type ProcurementRow = RowOf<typeof PROCUREMENT_FIELDS>;
