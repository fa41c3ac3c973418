/**
 * How an export of a finance system is read into a ledger, as data: which headings mean which field, what its words for classes
 * of projects and kinds of money mean. A bureau writes its own mapping as a JSON file; its words go before these.
 */
import type { BasicLine, Fund, ProjectCategory } from '../ledger/ledger.ts';
import { conceptById, FUND_IDS, headersOfAll, SOURCE_IDS, sourceName } from '../vocabulary/index.ts';

/** The fields of an export's row. */
export const IMPORT_FIELDS = [
  'agency',
  'category',
  'projectCode',
  'projectName',
  'item',
  'governmentEconomic',
  'economic',
  'isProcured',
  'fund',
  'source',
  'carried',
  'amount',
  'procurementCode',
  'procurementItem',
  'unit',
  'unitPrice',
  'quantity',
  'sme',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What a class of projects is: personnel or operating basic expenditure, or a project. */
export type LineKind = BasicLine['nature'] | 'project';

export interface ImportMapping {
  readonly headings: Readonly<Partial<Record<ImportField, readonly string[]>>>;
  /** Headings of a column of one fund's amounts. */
  readonly fundHeadings: Readonly<Partial<Record<Fund, readonly string[]>>>;
  /** Words of 项目类别, the most telling first. */
  readonly categories: readonly {
    readonly says: string;
    readonly kind: LineKind;
    readonly category?: ProjectCategory;
  }[];
  /** Headings of columns that are left out without a word. */
  readonly ignored?: readonly string[];
  /** Words of 资金性质 or 资金来源, the most telling first. */
  readonly funds: readonly { readonly says: string; readonly fund: Fund }[];
}

/** What the usual exports say. */
export const USUAL_MAPPING: ImportMapping = {
  headings: {
    agency: ['预算单位', '单位', '单位名称', '预算单位名称'],
    category: ['项目类别', '项目类型', '支出类型', '支出类别'],
    projectCode: ['项目编码', '项目代码'],
    projectName: ['项目名称', '项目'],
    item: ['支出功能分类', '功能分类科目', '功能科目', '支出功能分类科目', '功能分类'],
    governmentEconomic: ['政府预算支出经济分类', '政府经济分类', '政府预算经济分类科目'],
    economic: ['部门预算支出经济分类', '部门经济分类', '部门预算经济分类科目', '经济分类', '经济科目', '支出经济分类'],
    isProcured: ['是否政府采购'],
    fund: ['资金性质', '资金来源', '经费来源'],
    // Beside 资金性质 it only says whether the money is of this year: 年初安排, 上年结转.
    source: ['资金来源', '经费来源'],
    carried: ['是否结转', '上年结转', '结转标识'],
    amount: ['预算金额', '金额', '预算数', '批复金额', '合计', '本年预算', '预算额'],
    procurementCode: ['采购品目', '采购目录', '品目编码', '采购品目编码', '政府采购品目'],
    procurementItem: ['采购内容', '采购物品名称', '品目名称', '采购品目名称'],
    unit: ['计量单位'],
    unitPrice: ['单价'],
    quantity: ['数量', '采购数量'],
    sme: ['预留中小企业', '预留中小微企业份额', '面向中小企业预留金额'],
  },
  fundHeadings: Object.fromEntries(
    SOURCE_IDS.map((id) => [id, [sourceName(conceptById(id)), conceptById(id).name, ...headersOfAll(id)]]),
  ),
  categories: [
    { says: '人员类', kind: 'personnel', category: 'personnel' },
    { says: '人员经费', kind: 'personnel' },
    { says: '公用经费', kind: 'operating' },
    { says: '商品和服务', kind: 'operating' },
    { says: '运转类', kind: 'project', category: 'operation' },
    { says: '特定目标类', kind: 'project', category: 'specific' },
    { says: '项目', kind: 'project' },
  ],
  funds: [
    ...FUND_IDS.flatMap((fund) => [
      { says: conceptById(fund).name, fund },
      { says: sourceName(conceptById(fund)), fund },
    ]),
    { says: '政府性基金', fund: 'government-fund' },
    { says: '国有资本', fund: 'state-capital' },
    { says: '财政专户', fund: 'special-account' },
    { says: '上级补助', fund: 'superior-subsidy' },
    { says: '附属单位', fund: 'affiliate-payment' },
    { says: '经营', fund: 'business' },
    { says: '事业', fund: 'institutional' },
    { says: '一般公共预算', fund: 'general-public' },
    { says: '财政拨款', fund: 'general-public' },
    { says: '其他', fund: 'other' },
    { says: '单位资金', fund: 'other' },
  ],
};

type Words<K extends string> = Readonly<Partial<Record<K, readonly string[]>>>;

function joined<K extends string>(a: Words<K> | undefined, b: Words<K>): Words<K> {
  const all: Partial<Record<K, readonly string[]>> = { ...b };
  for (const key of Object.keys(a ?? {}) as K[]) all[key] = [...(a?.[key] ?? []), ...(b[key] ?? [])];
  return all;
}

/** The usual mapping with a bureau's or a confirmed one's words before its own. */
export function withMapping(own: Partial<ImportMapping>): ImportMapping {
  return {
    headings: joined(own.headings, USUAL_MAPPING.headings),
    fundHeadings: joined(own.fundHeadings, USUAL_MAPPING.fundHeadings),
    categories: [...(own.categories ?? []), ...USUAL_MAPPING.categories],
    funds: [...(own.funds ?? []), ...USUAL_MAPPING.funds],
    ignored: own.ignored ?? [],
  };
}
