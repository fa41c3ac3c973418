/**
 * The ledger as a workbook: its sheets and columns, as data. The empty workbook is made from it and a filled one is read by
 * it. Amounts are 元 with up to two decimals.
 */
import { conceptById, sourceName } from '../vocabulary/index.ts';
import { FUNDS, type Fund } from './ledger.ts';

export type CellKind =
  | { readonly is: 'text' | 'money' | 'decimal' | 'count' | 'yes' }
  | { readonly is: 'code'; readonly list: 'function' | 'economic' | 'procurement' }
  /** A fixed set: what stands in the ledger, and what a person picks. */
  | { readonly is: 'choice'; readonly choices: readonly (readonly [value: string, label: string])[] };

export interface LedgerColumn {
  readonly field: string;
  readonly header: string;
  readonly cell: CellKind;
  /** Characters. */
  readonly width: number;
  readonly required?: boolean;
  /** What to write, shown beside the cell. */
  readonly hint?: string;
}

export interface LedgerSheet {
  readonly id: SheetId;
  readonly name: string;
  /** What the sheet is for, in a sentence. */
  readonly purpose: string;
  readonly columns: readonly LedgerColumn[];
}

export type SheetId =
  | 'unit'
  | 'revenue'
  | 'basic'
  | 'projects'
  | 'targets'
  | 'other'
  | 'left'
  | 'procurement'
  | 'assets'
  | 'organization'
  | 'counts'
  | 'last-year'
  | 'texts'
  | 'names';

const TEXT: CellKind = { is: 'text' };
const MONEY: CellKind = { is: 'money' };
const YES: CellKind = { is: 'yes' };
const choice = (choices: readonly (readonly [string, string])[]): CellKind => ({ is: 'choice', choices });

export const FUND_LABELS: readonly (readonly [Fund, string])[] = FUNDS.map((id) => [id, sourceName(conceptById(id))]);

const column = (
  field: string,
  header: string,
  cell: CellKind,
  width: number,
  more: Partial<LedgerColumn> = {},
): LedgerColumn => ({ field, header, cell, width, ...more });

const REQUIRED = { required: true } as const;
const ITEM = column('item', '功能科目（项）', { is: 'code', list: 'function' }, 34, {
  required: true,
  hint: '支出功能分类的项级科目，七位编码，如 2010301。',
});
const ECONOMIC = column('economic', '经济科目（款）', { is: 'code', list: 'economic' }, 28, {
  hint: '部门预算支出经济分类的款级科目，五位编码，如 30101。',
});
const FUND = column('fund', '资金来源', choice(FUND_LABELS), 22, REQUIRED);
const CARRIED = column('carried', '上年结转', YES, 10, { hint: '用上年结转的钱安排的，填“是”；其余留空。' });
const AMOUNT = column('fen', '金额（元）', MONEY, 18, REQUIRED);
const PROJECT = column('project', '项目名称', TEXT, 30);

export const LEDGER_SHEETS: readonly LedgerSheet[] = [
  {
    id: 'unit',
    name: '基本信息',
    purpose: '单位是谁，编哪一年的预算。只填一行。',
    columns: [
      column('code', '单位编码', TEXT, 14),
      column('name', '单位名称', TEXT, 36, REQUIRED),
      column(
        'level',
        '层级',
        choice([
          ['unit', '单位'],
          ['department', '部门'],
        ]),
        10,
        REQUIRED,
      ),
      column('year', '预算年度', { is: 'count' }, 12, REQUIRED),
      column('regionCode', '行政区划代码', TEXT, 16),
      column('regionName', '行政区划名称', TEXT, 20),
      column(
        'nature',
        '单位性质',
        choice([
          ['administrative', '行政单位'],
          ['civil-service-managed', '参照公务员法管理的事业单位'],
          ['institution', '事业单位'],
        ]),
        28,
        { required: true, hint: '只有行政单位和参公单位有机关运行经费。' },
      ),
      column('agencyOperating', '机关运行经费（元）', MONEY, 20, {
        hint: '只有与公用经费合计不一致时才填，例如所属单位性质不同的部门。',
      }),
    ],
  },
  {
    id: 'revenue',
    name: '收入',
    purpose: '批复的各项收入，每个来源一行；上年结转的另起一行。',
    columns: [FUND, CARRIED, AMOUNT],
  },
  {
    id: 'basic',
    name: '基本支出',
    purpose: '人员经费和公用经费，按功能科目、经济科目和资金来源各一行。',
    columns: [
      ITEM,
      { ...ECONOMIC, required: true },
      column(
        'nature',
        '性质',
        choice([
          ['personnel', '人员经费'],
          ['operating', '公用经费'],
        ]),
        12,
        REQUIRED,
      ),
      FUND,
      CARRIED,
      AMOUNT,
      column('academic', '教学科研出国', YES, 14, { hint: '教学科研人员因公出国（境）费填“是”。' }),
    ],
  },
  {
    id: 'projects',
    name: '项目支出',
    purpose: '每个项目一行；用几个科目或几种资金的，一种一行，项目名称写同样的。',
    columns: [
      { ...PROJECT, required: true },
      column('code', '项目编码', TEXT, 22),
      column(
        'category',
        '项目类别',
        choice([
          ['personnel', '人员类'],
          ['operation', '运转类'],
          ['specific', '特定目标类'],
        ]),
        14,
      ),
      ITEM,
      ECONOMIC,
      FUND,
      CARRIED,
      AMOUNT,
      column('academic', '教学科研出国', YES, 14),
      column('second', '第二年（元）', MONEY, 16, { hint: '跨年项目以后年度的安排，写在项目的第一行。' }),
      column('third', '第三年（元）', MONEY, 16),
      column('basis', '立项依据', TEXT, 40),
    ],
  },
  {
    id: 'targets',
    name: '绩效目标',
    purpose: '每个指标一行；项目名称留空的是单位整体绩效。目标写在第一行。',
    columns: [
      PROJECT,
      column('goal', '绩效目标', TEXT, 40),
      column('level1', '一级指标', TEXT, 14, REQUIRED),
      column('level2', '二级指标', TEXT, 14, REQUIRED),
      column('level3', '三级指标', TEXT, 24, REQUIRED),
      column('description', '指标描述', TEXT, 30),
      column('target', '指标值', TEXT, 16, { required: true, hint: '如 ≥90%、≤5工作日、12月底前。' }),
      column('basis', '确定依据', TEXT, 24),
    ],
  },
  {
    id: 'other',
    name: '其他支出',
    purpose: '经营支出、上缴上级支出、对附属单位补助支出。没有的留空。',
    columns: [
      column(
        'kind',
        '种类',
        choice([
          ['business', '经营支出'],
          ['remittance', '上缴上级支出'],
          ['affiliate-subsidy', '对附属单位补助支出'],
        ]),
        22,
        REQUIRED,
      ),
      ITEM,
      ECONOMIC,
      FUND,
      CARRIED,
      AMOUNT,
    ],
  },
  {
    id: 'left',
    name: '结转下年',
    purpose: '年终结转结余，按功能科目和资金来源各一行。没有的留空。',
    columns: [ITEM, FUND, CARRIED, AMOUNT],
  },
  {
    id: 'procurement',
    name: '政府采购',
    purpose: '每种采购品目一行；用几种资金的，一种一行，其余写同样的。',
    columns: [
      { ...PROJECT, hint: '用公用经费采购的留空。' },
      column('item', '采购内容', TEXT, 26, REQUIRED),
      column('code', '采购品目', { is: 'code', list: 'procurement' }, 30),
      column('unit', '计量单位', TEXT, 10),
      column('quantity', '数量', { is: 'decimal' }, 10, REQUIRED),
      column('unitPrice', '单价（元）', MONEY, 16, REQUIRED),
      FUND,
      CARRIED,
      AMOUNT,
      column('sme', '预留中小企业（元）', MONEY, 20),
    ],
  },
  {
    id: 'assets',
    name: '资产',
    purpose: '上年末的资产占用情况。“其中”的行写明属于哪一行。',
    columns: [
      column('label', '项目', TEXT, 34, REQUIRED),
      column('partOf', '属于', TEXT, 26),
      column('quantity', '数量', { is: 'decimal' }, 14),
      column('value', '价值（元）', MONEY, 18),
    ],
  },
  {
    id: 'organization',
    name: '机构设置',
    purpose: '单位（部门写所属各单位）的性质、规格和经费形式。',
    columns: [
      column('unit', '单位名称', TEXT, 36, REQUIRED),
      column('nature', '单位性质', TEXT, 16),
      column('rank', '单位规格', TEXT, 14),
      column('funding', '经费保障形式', TEXT, 22),
    ],
  },
  {
    id: 'counts',
    name: '车辆设备',
    purpose: '情况说明里要写的车辆、大型设备的数量。',
    columns: [
      column('key', '编号', TEXT, 34, { required: true, hint: '不用改；说明里的数按编号取。' }),
      column('label', '内容', TEXT, 40),
      column('count', '数量', { is: 'count' }, 12, REQUIRED),
    ],
  },
  {
    id: 'last-year',
    name: '上年数',
    purpose: '上年批复的数，用来写增减变化。',
    columns: [
      column('key', '编号', TEXT, 40, { required: true, hint: '不用改；说明里的数按编号取。' }),
      column('label', '内容', TEXT, 40),
      AMOUNT,
    ],
  },
  {
    id: 'texts',
    name: '文字',
    purpose: '职责、增减变化的原因和其他要由人写的话，一段一行。',
    columns: [
      column(
        'kind',
        '类别',
        choice([
          ['duty', '职责'],
          ['reason', '变化原因'],
          ['purpose', '科目用途'],
          ['section', '整段说明'],
          ['glossary', '名词解释'],
        ]),
        14,
        REQUIRED,
      ),
      column('key', '编号或名词', TEXT, 34, {
        hint: '变化原因写上年数里的编号，科目用途写科目编码，名词解释写名词，职责留空。',
      }),
      column('text', '文字', TEXT, 90, REQUIRED),
    ],
  },
  {
    id: 'names',
    name: '自设科目',
    purpose: '全国目录里没有、本地自设的科目，写明编码和名称。没有的留空。',
    columns: [column('code', '科目编码', TEXT, 14, REQUIRED), column('name', '科目名称', TEXT, 40, REQUIRED)],
  },
];
