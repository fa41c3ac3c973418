/** Chinese names of forms and columns: what findings say and what the equation language accepts beside the ids. */
import type { FormId } from '../disclosure.ts';

export const FORM_NAMES: Readonly<Record<FormId, string>> = {
  balance: '收支总表',
  revenue: '收入总表',
  expenditure: '支出总表',
  'appropriation-balance': '财政拨款收支总表',
  'general-public': '一般公共预算支出表',
  basic: '一般公共预算基本支出表',
  'government-fund': '政府性基金预算支出表',
  'state-capital': '国有资本经营预算支出表',
  'three-publics': '“三公”经费表',
  procurement: '政府采购预算表',
  assets: '固定资产占用情况表',
  performance: '绩效目标表',
  'duty-performance': '部门职责绩效目标表',
  organization: '机构设置情况表',
};

export const COLUMN_NAMES: Readonly<Record<string, string>> = {
  amount: '金额',
  total: '合计',
  subtotal: '小计',
  appropriation: '财政拨款收入',
  'special-account': '财政专户收入',
  institutional: '事业收入',
  'institutional-fees': '教育收费',
  business: '经营',
  'superior-subsidy': '上级补助收入',
  'affiliate-payment': '附属单位上缴收入',
  other: '其他收入',
  carryover: '上年结转',
  basic: '基本支出',
  project: '项目支出',
  remittance: '上缴上级支出',
  'affiliate-subsidy': '对附属单位补助支出',
  'general-public': '一般公共预算',
  'government-fund': '政府性基金预算',
  'state-capital': '国有资本经营预算',
  personnel: '人员经费',
  operating: '公用经费',
  budget: '预算数',
  revenue: '本年收入',
  'year-end': '年末结转和结余',
  'unit-funds': '单位资金',
  'appropriation-carryover': '财政拨款结转',
  'other-carryover': '非财政拨款结转结余',
  'project-funds': '项目预算资金',
  'unit-price': '单价',
  'other-funds': '其他渠道资金',
  'grand-total': '总计',
  'non-appropriation-surplus': '使用非财政拨款结余',
  adjusted: '全年预算数',
  sme: '中小微企业份额',
  value: '价值',
};

export const SIDE_NAMES = { revenue: '收入', expenditure: '支出' } as const;

/** Row groups of the language with the Chinese words accepted for them. */
export const GROUP_NAMES: Readonly<Record<string, string>> = {
  total: '合计',
  class: '类',
  section: '款',
  item: '项',
  top: '最上级',
  lines: '各项',
  after: '合计后各项',
  'other-sources': '财政拨款以外各项',
};

export function formName(form: string): string {
  return FORM_NAMES[form as FormId] ?? form;
}

/** Names that only one form gives its column. */
const OWN_COLUMN_NAMES: Readonly<Record<string, string>> = {
  'revenue.business': '经营收入',
  'expenditure.business': '经营支出',
  'revenue.subtotal': '本年收入小计',
  'appropriation-balance.general-public': '一般公共预算财政拨款',
};

export function columnName(column: string, form?: string): string {
  return OWN_COLUMN_NAMES[`${form}.${column}`] ?? COLUMN_NAMES[column] ?? column;
}

/** Maps each Chinese name of a table back to its id. */
export function idsByName(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).map(([id, name]) => [name, id]));
}
