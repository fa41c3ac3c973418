/**
 * The nine statutory statements (财预〔2016〕143号 and the annual 部门预决算公开 notices).
 * The order matters: a title is given to the first form that accepts it, so the narrower titles stand first.
 */
import {
  columnIdOf,
  conceptById,
  FUND_IDS,
  type FundId,
  headersOfAll,
  SOURCE_IDS,
  THREE_PUBLICS_ITEMS,
  WITH_OTHERS,
} from '../vocabulary/index.ts';
import type { ColumnDefinition, StatementDefinition } from './form.ts';

interface Printed {
  /** The header as most tables print it, where that is not the concept's name. */
  readonly name?: string;
  /** Other concepts that the column may be headed by. */
  readonly also?: readonly string[];
  /** Headers that mean it in this form only. */
  readonly headers?: readonly string[];
}

/** A column that shows a concept of the vocabulary. */
const column = (concept: string, { name, also = [], headers = [] }: Printed = {}): ColumnDefinition => {
  const own = conceptById(concept);
  return { id: columnIdOf(own), name: name ?? own.name, headers: [...headersOfAll(concept, ...also), ...headers] };
};

/** The funds that a table spends, each headed by the fund's name or by its expenditure. */
const FUNDS: readonly ColumnDefinition[] = FUND_IDS.map((id) =>
  column(id, { name: `${conceptById(id).name}财政拨款`, also: [`${id}-expenditure`] }),
);

/** The 合计 of a table of expenditure, which may be headed by what the table is of. */
const total = (...also: readonly string[]): ColumnDefinition =>
  column('total', { also: ['amount', 'expenditure-total', 'year-expenditure', ...also] });
const TOTAL = total();
/** In a form of lines 本年预算 stands above the only figure that a line has. */
const PLAN = ['<本年预算|预算|决算>'];
const BASIC = column('basic');
const PROJECT = column('project');
const PERSONNEL = column('personnel');
const OPERATING = column('operating');

/** Final accounts of the funds carry the year's flow beside the expenditure. */
const FLOW: readonly ColumnDefinition[] = [
  column('carryover', { name: '年初结转和结余' }),
  column('revenue', { headers: ['本年财政拨款收入'] }),
];
const YEAR_END = column('year-end');

/** The table of a fund of its own: its 合计 may be headed by the fund's name. */
const fundColumns = (id: FundId): readonly ColumnDefinition[] => [
  ...FLOW,
  total(id, `${id}-expenditure`),
  BASIC,
  PERSONNEL,
  OPERATING,
  PROJECT,
  YEAR_END,
];

/** Kinds of expenditure, each divided by whose money pays it. */
const KINDS_BY_SOURCE = {
  measures: ['basic', 'personnel', 'operating', 'project'],
  by: [...SOURCE_IDS, 'unit-funds', 'carryover'],
} as const;

/** Expenditure divided by whose money pays it, appropriations as one and by fund. */
const BY_SOURCE: readonly ColumnDefinition[] = [
  total(),
  column('appropriation'),
  ...FUND_IDS.map((id) => column(id, { name: `${conceptById(id).name}拨款` })),
  ...SOURCE_IDS.slice(FUND_IDS.length).map((id) => column(id)),
  column('unit-funds'),
  column('carryover'),
];

export const STATEMENTS: readonly StatementDefinition[] = [
  {
    id: 'three-publics',
    name: '“三公”经费支出表',
    called: '“三公”经费表',
    english: 'Three publics (travel abroad, vehicles, hospitality)',
    rows: 'items',
    title: /三公"?经费.*(表|决算|预算)$/,
    notTitle: /说明$|情况$|^政府性?基金|绩效/,
    columns: [
      total('three-publics'),
      ...FUNDS,
      ...THREE_PUBLICS_ITEMS.map((id) => column(id)),
      column('agency-operating'),
      column('meeting'),
      column('training'),
      column('grand-total', { name: WITH_OTHERS, headers: [WITH_OTHERS] }),
    ],
    crossed: { measures: THREE_PUBLICS_ITEMS, by: FUND_IDS },
    signature: [/因公(?:临时)?出国/, /公务接待/],
  },
  {
    id: 'state-capital',
    name: '国有资本经营预算支出表',
    english: 'State capital budget expenditure',
    rows: 'function',
    title: /国有资本经营(预算)?.*(支出|收支|拨款|决算|预算).*表$/,
    notTitle: /总表|总体|基金|三公|绩效|一般公共预算.*国有资本/,
    columns: fundColumns('state-capital'),
  },
  {
    id: 'government-fund',
    name: '政府性基金预算支出表',
    english: 'Government fund budget expenditure',
    rows: 'function',
    title: /政府性?基金(预算)?.*(支出|收支|拨款|决算|预算).*表$/,
    notTitle: /总表|总体|国有资本|三公|绩效|一般公共预算.*基金/,
    columns: fundColumns('government-fund'),
  },
  {
    id: 'basic',
    name: '一般公共预算基本支出表',
    english: 'Basic expenditure of the general public budget',
    rows: 'economic',
    title: /基本支出.*(表|决算|预算)$/,
    notTitle: /总表|基金|国有资本|项目支出|^(?!.*经济).*功能分类/,
    preferred: /一般公共预算|公共财政预算/,
    columns: [total('basic-of-general'), PERSONNEL, OPERATING],
  },
  {
    id: 'basic-function',
    name: '一般公共预算基本支出表（按功能分类）',
    english: 'Basic expenditure of the general public budget by function',
    isBeside: true,
    tells: 'basic',
    rows: 'function',
    title: /基本支出.*(表|决算|预算)$/,
    notTitle: /总表|基金|国有资本|项目支出|^(?!.*功能).*经济分类/,
    columns: [total('basic-of-general'), PERSONNEL, OPERATING],
  },
  {
    id: 'appropriation-basic',
    name: '财政拨款基本支出表',
    english: 'Basic expenditure of appropriations',
    isBeside: true,
    tells: 'basic',
    rows: 'economic',
    title: /财政拨款.*基本支出.*(表|决算|预算)$/,
    notTitle: /总表|基金|国有资本|项目支出|一般公共预算|公共财政预算/,
    columns: [total('basic-of-general'), PERSONNEL, OPERATING],
  },
  {
    id: 'basic-sources',
    name: '基本支出总表（按资金来源）',
    english: 'Basic expenditure by source of funds',
    isBeside: true,
    tells: 'basic',
    rows: 'economic',
    title: /基本支出.*表$/,
    notTitle: /项目支出|一般公共预算|公共财政预算|基金|国有资本/,
    columns: BY_SOURCE,
  },
  {
    id: 'appropriation-balance',
    name: '财政拨款收支总表',
    english: 'Fiscal appropriations, revenue and expenditure',
    rows: 'lines',
    title: /财政拨款.*(收支|收入支出).*(总表|总体情况表|表)$/,
    notTitle: /基金|国有资本|三公/,
    columns: [
      column('amount', { headers: PLAN }),
      column('total', { also: ['appropriation-expenditure'], headers: ['小计'] }),
      ...FUNDS,
    ],
    signature: ['一般公共预算财政拨款', '政府性基金预算财政拨款', /^(项目|收入|支出)$/],
  },
  {
    id: 'general-public',
    name: '一般公共预算支出表',
    english: 'General public budget expenditure',
    rows: 'function',
    title: /(一般公共预算|公共财政预算|财政拨款).*支出.*(表|决算|预算)$/,
    notTitle: /基本支出|收支|收入支出|三公|总体情况|项目支出|经济分类|收入总表|运行经费|购买服务/,
    preferred: /一般公共预算|公共财政预算/,
    columns: [total('general-public', 'general-public-expenditure'), BASIC, PERSONNEL, OPERATING, PROJECT],
  },
  {
    id: 'general-economic',
    name: '一般公共预算支出表（按经济分类）',
    english: 'General public budget expenditure by economic class',
    isBeside: true,
    tells: 'basic',
    rows: 'economic',
    title: /(一般公共预算|公共财政预算).*支出.*(表|决算|预算)$/,
    notTitle: /基本支出|收支|收入支出|三公|总体情况|项目支出|收入总表|运行经费|购买服务/,
    columns: [total('general-public', 'general-public-expenditure'), BASIC, PERSONNEL, OPERATING, PROJECT],
  },
  {
    id: 'appropriation',
    name: '财政拨款支出表',
    english: 'Expenditure of appropriations',
    isBeside: true,
    tells: 'general-public',
    rows: 'function',
    // A word more, such as 结转资金, and it is a part of the appropriations.
    title:
      /^(?:.*(?:部门|单位|综合|本年|当年|市级|县级|区级|省级|预算))?财政拨款(?:预算)?支出(?:预算|决算|总体|情况|明细|总)*表$/,
    notTitle: /一般公共预算|公共财政预算/,
    columns: [total('appropriation-expenditure'), ...FUNDS, BASIC, PERSONNEL, OPERATING, PROJECT],
    crossed: KINDS_BY_SOURCE,
  },
  {
    id: 'balance',
    name: '收支总表',
    english: 'Revenue and expenditure',
    rows: 'lines',
    title: /(收支|收入支出|财务收支).*(总表|总体情况表|平衡表|预算表|决算表)$/,
    notTitle: /财政拨款|基金|国有资本|三公|项目收(?:入|支)/,
    columns: [
      column('amount', { name: '预算数', also: ['total'], headers: PLAN }),
      BASIC,
      PERSONNEL,
      OPERATING,
      PROJECT,
      ...FUNDS,
      column('special-account', { name: '财政专户管理资金' }),
      column('other', { also: ['unit-funds'] }),
      column('carryover'),
    ],
  },
  {
    id: 'revenue',
    name: '收入总表',
    english: 'Revenue',
    rows: 'function',
    title: /收入.*(总表|总体情况表|决算表|预算表|表)$/,
    notTitle: /支出|收支|征收|非税/,
    columns: [
      column('total', { also: ['amount', 'revenue-total', 'revenue'] }),
      column('year-revenue', { name: '小计' }),
      column('appropriation'),
      ...FUND_IDS.map((id) => column(id, { name: `${conceptById(id).name}拨款` })),
      column('special-account', { name: '财政专户管理资金' }),
      column('institutional'),
      column('institutional-fees', { name: '其中：教育收费' }),
      column('business'),
      column('superior-subsidy'),
      column('affiliate-payment'),
      column('other'),
      column('carryover'),
      column('non-appropriation-surplus'),
    ],
    crossed: { measures: ['carryover'], by: [...SOURCE_IDS, 'unit-funds'] },
    signature: ['财政拨款收入', '事业收入', /科目/],
  },
  {
    id: 'expenditure',
    name: '支出总表',
    english: 'Expenditure',
    rows: 'function',
    title: /支出.*(总表|总体情况表|决算表|预算表|表)$/,
    notTitle:
      /收入|收支|基本支出|三公|项目支出|财政拨款|一般公共预算|财政专户|经济分类|基金|国有资本|政府购买|采购|运行经费|绩效|债|转移支付/,
    columns: [
      TOTAL,
      BASIC,
      PERSONNEL,
      OPERATING,
      PROJECT,
      column('business-expenditure'),
      column('remittance'),
      column('affiliate-subsidy'),
      column('year-end', { name: '结转下年' }),
    ],
    crossed: KINDS_BY_SOURCE,
    signature: ['基本支出', '项目支出', /上缴上级支出|上解上级支出/],
  },
  {
    id: 'operating',
    name: '机关运行经费表',
    english: 'Agency operating costs',
    isBeside: true,
    rows: 'economic',
    title: /机关运行(?:经费|费).*表$/,
    notTitle: /三公|绩效/,
    columns: [total('agency-operating', 'operating'), ...FUNDS],
  },
  // Which tables these are nobody knows; what their rows and columns mean is told by their codes and headers. They have no title.
  {
    id: 'by-function',
    name: '其他按功能分类的表',
    english: 'Another table by function',
    isBeside: true,
    rows: 'function',
    title: /(?!)/,
    columns: [...BY_SOURCE, BASIC, PERSONNEL, OPERATING, PROJECT],
    crossed: KINDS_BY_SOURCE,
  },
  {
    id: 'by-economic',
    name: '其他按经济分类的表',
    english: 'Another table by economic class',
    isBeside: true,
    rows: 'economic',
    title: /(?!)/,
    columns: [...BY_SOURCE, BASIC, PERSONNEL, OPERATING, PROJECT],
    crossed: KINDS_BY_SOURCE,
  },
];

/** Columns that places print beside those of a classified form: whose money pays, what of it is for purchases, what is left out of it. */
export const BESIDE_COLUMNS: readonly ColumnDefinition[] = [
  ...BY_SOURCE.slice(1),
  ...['non-appropriation-surplus', 'procurement', 'sme', 'small-micro', 'without-capital'].map((id) => column(id)),
];

/** The nine that every department publishes, whatever its place. */
export const STATUTORY: readonly StatementDefinition[] = STATEMENTS.filter(({ isBeside }) => !isBeside);
