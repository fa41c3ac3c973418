/**
 * The tables of the yearly report of final accounts (部门决算报表, 财决01 …), as data: how each is told, which headings are which
 * field, which lines say what. A bureau's mapping file may add headings and labels of its own under 决算报表.
 */
import { STATED_AMOUNTS } from '../../model/stated.ts';
import { nounsOf, VEHICLE_USES } from '../../vocabulary/index.ts';

/** A column by the headings that stand over it, from top to bottom; of several ways the first that a table has. */
export type HeadingPaths = readonly (readonly string[])[];

export interface YearlyTable {
  /** As the report numbers it: 01-1 of 财决01-1表, F03 of 财决附03表. */
  readonly id: string;
  /** Its title, where a sheet has no number. */
  readonly title: string;
  /** Amounts by functional item: their columns. */
  readonly columns?: Readonly<Record<string, HeadingPaths>>;
  /** Amounts by functional item in a column for each economic section, named by its own heading below its class's. */
  readonly byEconomic?: true;
  /** Whose money a table by economic section tells: a fund's or all, of which kind of expenditure. */
  readonly tells?: {
    readonly fund: 'general-public' | 'government-fund' | 'all';
    readonly kind: 'basic' | 'project' | 'business' | 'all';
  };
  /** Amounts by project, under the functional items. */
  readonly byProject?: true;
  /** Lines with a label. */
  readonly lines?: true;
}

/** Fields of a fund's table: before, of the year, spent, left. */
const FLOW: Readonly<Record<string, HeadingPaths>> = {
  carryover: [['年初结转和结余', '合计'], ['年初结转和结余', '小计'], ['年初结转和结余']],
  revenue: [['本年收入', '合计'], ['本年收入', '小计'], ['本年收入']],
  total: [['本年支出', '合计'], ['本年支出', '小计'], ['本年支出']],
  basic: [
    ['本年支出', '基本支出', '合计'],
    ['本年支出', '基本支出', '小计'],
    ['本年支出', '基本支出'],
  ],
  personnel: [['本年支出', '人员经费']],
  operating: [
    ['本年支出', '日常公用经费'],
    ['本年支出', '公用经费'],
  ],
  project: [['本年支出', '项目支出']],
  left: [['年末结转和结余', '合计'], ['年末结转和结余', '小计'], ['年末结转和结余']],
};

export const YEARLY_TABLES: readonly YearlyTable[] = [
  { id: '01', title: '收入支出决算总表', lines: true },
  { id: '01-1', title: '财政拨款收入支出决算总表', lines: true },
  {
    id: '02',
    title: '收入支出决算表',
    columns: {
      ...FLOW,
      surplus: [['使用非财政拨款结余（含专用结余）'], ['使用非财政拨款结余']],
      distributed: [['结余分配', '合计'], ['结余分配', '小计'], ['结余分配']],
    },
  },
  {
    id: '03',
    title: '收入决算表',
    columns: {
      total: [['本年收入合计'], ['本年收入', '合计']],
      appropriation: [['财政拨款收入']],
      'superior-subsidy': [['上级补助收入']],
      institutional: [['事业收入', '小计'], ['事业收入', '合计'], ['事业收入']],
      'special-account': [['事业收入', '其中：教育收费'], ['事业收入', '教育收费'], ['财政专户管理资金收入']],
      business: [['经营收入']],
      'affiliate-payment': [['附属单位上缴收入']],
      other: [['其他收入']],
    },
  },
  {
    id: '04',
    title: '支出决算表',
    columns: {
      total: [['本年支出合计'], ['本年支出', '合计']],
      basic: [['基本支出']],
      project: [['项目支出']],
      remittance: [['上缴上级支出']],
      business: [['经营支出']],
      'affiliate-subsidy': [['对附属单位补助支出']],
    },
  },
  { id: '05', title: '支出决算明细表', byEconomic: true, tells: { fund: 'all', kind: 'all' } },
  { id: '05-1', title: '基本支出决算明细表', byEconomic: true, tells: { fund: 'all', kind: 'basic' } },
  { id: '05-2', title: '项目支出决算明细表', byEconomic: true, tells: { fund: 'all', kind: 'project' } },
  { id: '05-3', title: '经营支出决算明细表', byEconomic: true, tells: { fund: 'all', kind: 'business' } },
  {
    id: '06',
    title: '项目收入支出决算表',
    byProject: true,
    columns: { total: [...FLOW.total!, ['支出合计', '合计'], ['支出合计', '小计'], ['支出合计'], ['支出', '合计']] },
  },
  { id: '07', title: '一般公共预算财政拨款收入支出决算表', columns: FLOW },
  {
    id: '08',
    title: '一般公共预算财政拨款支出决算明细表',
    byEconomic: true,
    tells: { fund: 'general-public', kind: 'all' },
  },
  {
    id: '08-1',
    title: '一般公共预算财政拨款基本支出决算明细表',
    byEconomic: true,
    tells: { fund: 'general-public', kind: 'basic' },
  },
  {
    id: '08-2',
    title: '一般公共预算财政拨款项目支出决算明细表',
    byEconomic: true,
    tells: { fund: 'general-public', kind: 'project' },
  },
  { id: '09', title: '政府性基金预算财政拨款收入支出决算表', columns: FLOW },
  {
    id: '10',
    title: '政府性基金预算财政拨款支出决算明细表',
    byEconomic: true,
    tells: { fund: 'government-fund', kind: 'all' },
  },
  {
    id: '10-1',
    title: '政府性基金预算财政拨款基本支出决算明细表',
    byEconomic: true,
    tells: { fund: 'government-fund', kind: 'basic' },
  },
  {
    id: '10-2',
    title: '政府性基金预算财政拨款项目支出决算明细表',
    byEconomic: true,
    tells: { fund: 'government-fund', kind: 'project' },
  },
  { id: '11', title: '国有资本经营预算财政拨款收入支出决算表', columns: FLOW },
  { id: 'F03', title: '机构运行信息表', lines: true },
];

/** The columns of a table of lines: which figure of a line is which. */
export const LINE_COLUMNS: Readonly<Record<'initial' | 'adjusted' | 'actual', readonly string[]>> = {
  initial: ['年初预算数', '预算数'],
  adjusted: ['全年预算数', '调整预算数'],
  actual: ['决算数', '统计数', '决算统计数'],
};

/** The lines of 财决附03表 by what they say: an amount that tables print, one that is stated, or a count. */
export interface AgencyLine {
  readonly says: readonly string[];
  readonly amount?: string;
  readonly stated?: string;
  readonly count?: string;
}

const stated = (quantity: string, ...says: readonly string[]): AgencyLine => ({
  says: [STATED_AMOUNTS[quantity]!.replace(/（.*）$/, ''), ...says],
  stated: quantity,
});

export const AGENCY_LINES: readonly AgencyLine[] = [
  { says: ['支出合计'], amount: 'three-publics[total]' },
  { says: ['因公出国（境）费'], amount: 'three-publics[overseas]' },
  { says: ['公务用车购置及运行维护费'], amount: 'three-publics[vehicles]' },
  { says: ['公务用车购置费'], amount: 'three-publics[vehicle-purchase]' },
  { says: ['公务用车运行维护费'], amount: 'three-publics[vehicle-running]' },
  { says: ['公务接待费'], amount: 'three-publics[hospitality]' },
  stated('hospitality[domestic]'),
  stated('hospitality[foreign]'),
  stated('hospitality[abroad]'),
  { says: ['因公出国（境）团组数'], count: 'trips[groups]' },
  { says: ['因公出国（境）人次数', '因公出国（境）人数'], count: 'trips[people]' },
  { says: ['公务用车购置数'], count: 'vehicles-purchase[total]' },
  { says: ['公务用车保有量'], count: 'official-cars[total]' },
  { says: ['国内公务接待批次'], count: 'receptions[batches]' },
  { says: ['外事接待批次'], count: 'receptions[foreign-batches]' },
  { says: ['国内公务接待人次'], count: 'receptions[people]' },
  { says: ['外事接待人次'], count: 'receptions[foreign-people]' },
  { says: ['国（境）外公务接待批次'], count: 'receptions[abroad-batches]' },
  { says: ['国（境）外公务接待人次'], count: 'receptions[abroad-people]' },
  { says: ['机关运行经费'], amount: 'agency-operating' },
  { says: ['行政单位'], amount: 'agency-operating:administrative' },
  {
    says: ['参照公务员法管理事业单位', '参照公务员法管理的事业单位'],
    amount: 'agency-operating:civil-service-managed',
  },
  { says: ['车辆数合计', '车辆数'], count: 'vehicles[total]' },
  ...VEHICLE_USES.map((use) => ({ says: [use.name, ...nounsOf(use)], count: `vehicles[${use.name}]` })),
  {
    says: [
      '单价100万元（含）以上的设备（不含车辆）',
      '单价100万元（含）以上设备（不含车辆）',
      '单价100万元以上的设备（不含车辆）',
    ],
    count: 'equipment[large]',
  },
  stated('procurement[total]'),
  stated('procurement[goods]'),
  stated('procurement[works]'),
  stated('procurement[services]'),
  stated('procurement[sme]', '政府采购授予中小企业合同金额'),
  stated('procurement[small-micro]'),
];

/** What a bureau's mapping file adds: headings of columns by table and field, labels of lines by what they say. */
export interface YearlyWords {
  readonly columns?: Readonly<Record<string, Readonly<Record<string, HeadingPaths>>>>;
  readonly lines?: Readonly<Record<string, readonly string[]>>;
}

/** The tables with a bureau's own headings before the usual ones. */
export const tablesWith = ({ columns = {} }: YearlyWords): readonly YearlyTable[] =>
  YEARLY_TABLES.map((table) => {
    const own = columns[table.id];
    if (!own || !table.columns) return table;
    const merged = Object.entries(table.columns).map(
      ([field, paths]) => [field, [...(own[field] ?? []), ...paths]] as const,
    );
    return { ...table, columns: Object.fromEntries(merged) };
  });

/** What a line's label says; a bureau's own labels are known by the usual ones that they stand for. */
export const linesWith = ({ lines = {} }: YearlyWords): readonly AgencyLine[] =>
  AGENCY_LINES.map((line) => ({ ...line, says: [...line.says, ...line.says.flatMap((usual) => lines[usual] ?? [])] }));
