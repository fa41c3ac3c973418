/**
 * The ledger as a workbook: its sheets and columns, as data. The empty workbook is made from it and a filled one is read by
 * it. Amounts are 元 with up to two decimals.
 */
import { conceptById, sourceName } from '../vocabulary/index.ts';
import { FUNDS, type Fund } from './ledger.ts';

export type CellKind =
  | { readonly is: 'text' | 'money' | 'decimal' | 'count' | 'yes' }
  | { readonly is: 'code'; readonly list: 'function' | 'economic' | 'procurement' }
  /** What a row is about, in the field's words: a quantity, something counted, an area, a text that a person writes. */
  | { readonly is: 'label'; readonly of: LabelOf }
  /** The project that a row belongs to. */
  | { readonly is: 'project' }
  /** How an amount came to stand that nobody has stated: 上年数 1,234.00. */
  | { readonly is: 'mark' }
  /** A fixed set: what stands in the ledger, and what a person picks. */
  | { readonly is: 'choice'; readonly choices: readonly (readonly [value: string, label: string])[] };

export type LabelOf = 'quantity' | 'count' | 'area' | 'text';

export interface LedgerColumn {
  readonly field: string;
  readonly header: string;
  readonly cell: CellKind;
  /** Characters. */
  readonly width: number;
  readonly required?: boolean;
  /** The form itself fills it in: a row with nothing else is none. */
  readonly prefilled?: boolean;
  /** What to write, shown beside the cell. */
  readonly hint?: string;
}

export interface LedgerSheet {
  readonly id: SheetId;
  readonly name: string;
  /** What the sheet is for, in a sentence. */
  readonly purpose: string;
  readonly columns: readonly LedgerColumn[];
  /** A form may do without it: a place whose documents need nothing of it. */
  readonly optional?: boolean;
  /** Added up over the head. */
  readonly summed?: boolean;
}

export type SheetId =
  | 'unit'
  | 'answers'
  | 'revenue'
  | 'basic'
  | 'projects'
  | 'project-lines'
  | 'targets'
  | 'other'
  | 'left'
  | 'procurement'
  | 'assets'
  | 'organization'
  | 'counts'
  | 'last-year'
  | 'purposes'
  | 'texts'
  | 'glossary'
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
const AMOUNT = column('fen', '金额', MONEY, 18, REQUIRED);
const PROJECT = column('project', '项目', { is: 'project' }, 30);
const MARK = column('unconfirmed', '待确认', { is: 'mark' }, 24, {
  hint: '这个金额是上年的数或由程序推算，还没有人确认。改了金额就算填过；金额不变的，确认后清空本格。',
});

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
      column(
        'stage',
        '文种',
        choice([
          ['budget', '预算'],
          ['final-accounts', '决算'],
        ]),
        10,
        { hint: '不填是预算。' },
      ),
      column('year', '年度', { is: 'count' }, 12, REQUIRED),
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
      column('agencyOperating', '机关运行经费', MONEY, 20, {
        hint: '只有与公用经费合计不一致时才填，例如所属单位性质不同的部门。',
      }),
      column(
        'moneyUnit',
        '金额单位',
        choice([
          ['元', '元'],
          ['万元', '万元'],
        ]),
        12,
        { hint: '整本台账的金额都用这个单位；不填是元。' },
      ),
    ],
  },
  {
    id: 'answers',
    name: '填报情况',
    purpose: '每一项选有或无。没有选、表里也没有内容的，就是还没有填，公开文本里会写“【请填写】”。',
    columns: [
      column('area', '内容', { is: 'label', of: 'area' }, 26, REQUIRED),
      column(
        'answer',
        '有无',
        choice([
          ['some', '有'],
          ['none', '无'],
          ['open', '未填'],
        ]),
        10,
        REQUIRED,
      ),
      column('note', '说明', TEXT, 60),
    ],
  },
  {
    id: 'revenue',
    name: '收入',
    purpose: '批复的各项收入，每个来源一行；上年结转的另起一行。',
    columns: [FUND, CARRIED, AMOUNT, MARK],
    summed: true,
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
      MARK,
    ],
    summed: true,
  },
  {
    id: 'projects',
    name: '项目',
    purpose: '每个项目一行。名称相同的项目用编码区分。',
    columns: [
      column('code', '项目编码', TEXT, 24),
      column('name', '项目名称', TEXT, 36, REQUIRED),
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
      column('basis', '立项依据', TEXT, 40),
      column('goal', '绩效目标', TEXT, 40),
      column('second', '第二年金额', MONEY, 16, { hint: '跨年项目以后年度的安排。' }),
      column('third', '第三年金额', MONEY, 16),
    ],
  },
  {
    id: 'project-lines',
    name: '项目支出',
    purpose: '项目的钱，一个功能科目、经济科目、资金来源一行；一个项目可以有几行。',
    columns: [
      { ...PROJECT, required: true, hint: '从下拉列表选“项目”表里的项目；名称相同的写编码。' },
      ITEM,
      ECONOMIC,
      FUND,
      CARRIED,
      AMOUNT,
      column('academic', '教学科研出国', YES, 14),
      MARK,
    ],
    summed: true,
  },
  {
    id: 'targets',
    name: '绩效目标',
    purpose: '每个指标一行；项目留空的是单位整体绩效，它的目标写在第一行。项目的目标写在“项目”表。',
    columns: [
      PROJECT,
      column('goal', '整体绩效目标', TEXT, 40),
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
      MARK,
    ],
    summed: true,
  },
  {
    id: 'left',
    name: '结转下年',
    purpose: '年终结转结余，按功能科目和资金来源各一行。没有的留空。',
    columns: [ITEM, FUND, CARRIED, AMOUNT, MARK],
    summed: true,
  },
  {
    id: 'procurement',
    name: '政府采购',
    purpose: '每项采购一行，相同的也各是一行。一项采购用几种资金的，一种一行，序号写同一个。',
    columns: [
      column('number', '序号', TEXT, 8, { hint: '只有一项采购用几种资金、分几行写时才填：这几行写同一个序号。' }),
      { ...PROJECT, hint: '用公用经费采购的留空。' },
      column('item', '采购内容', TEXT, 26, REQUIRED),
      column('code', '采购品目', { is: 'code', list: 'procurement' }, 30),
      column('unit', '计量单位', TEXT, 10),
      column('quantity', '数量', { is: 'decimal' }, 10, REQUIRED),
      column('unitPrice', '单价', MONEY, 16, REQUIRED),
      FUND,
      CARRIED,
      AMOUNT,
      column('sme', '预留中小企业', MONEY, 20),
      MARK,
    ],
    optional: true,
    summed: true,
  },
  {
    id: 'assets',
    name: '资产',
    purpose: '上年末的资产占用情况。“其中”的行写明属于哪一行。',
    columns: [
      column('label', '项目', TEXT, 34, REQUIRED),
      column('partOf', '属于', TEXT, 26),
      column('quantity', '数量', { is: 'decimal' }, 14),
      column('value', '价值', MONEY, 18),
      MARK,
    ],
    optional: true,
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
    purpose: '情况说明里要写的车辆、设备、出国（境）和接待的数量。没有的写 0，空着的是没有填。',
    columns: [
      column('key', '内容', { is: 'label', of: 'count' }, 44, REQUIRED),
      column('count', '数量', { is: 'count' }, 12, REQUIRED),
    ],
    optional: true,
  },
  {
    id: 'last-year',
    name: '上年数和原因',
    purpose: '上年批复的数和增减变化的原因。没有的写 0，空着的是没有填；不变的不用写原因。',
    columns: [
      column('key', '内容', { is: 'label', of: 'quantity' }, 44, REQUIRED),
      column('fen', '上年预算数', MONEY, 18),
      column('executed', '上年执行数', MONEY, 18, { hint: '有执行数的，增减与执行数比。' }),
      column('reason', '变化原因', TEXT, 60, { hint: '只写原因本身，如：新增普法任务。' }),
      column('initial', '年初预算数', MONEY, 18, { hint: '只有决算要填。' }),
      column('order', '与预算差异的原因', TEXT, 60, { hint: '只有决算要填。' }),
    ],
  },
  {
    id: 'purposes',
    name: '科目用途',
    purpose: '功能科目主要用于什么。常见科目不填也会写，填了以填的为准。',
    columns: [ITEM, column('text', '主要用途', TEXT, 70, REQUIRED)],
    optional: true,
  },
  {
    id: 'texts',
    name: '说明文字',
    purpose: '要由人写的话，一段一行；也可以在一节后面补写，或代替一节、一段。',
    columns: [
      column('key', '内容', { is: 'label', of: 'text' }, 44, {
        required: true,
        hint: '写下拉列表里的名称，或情况说明里一节的标题。',
      }),
      { ...PROJECT, prefilled: true, hint: '说明的是某个项目时填。' },
      column(
        'way',
        '方式',
        choice([
          ['instead', '代替'],
          ['after', '补写'],
        ]),
        10,
        { hint: '只有写一节的标题时才用：代替程序写的，或补写在后面。不填是补写。' },
      ),
      column('paragraph', '第几段', { is: 'count' }, 10, { hint: '代替一节里的某一段时填；不填代替整节。' }),
      column('text', '文字', TEXT, 90, REQUIRED),
    ],
  },
  {
    id: 'glossary',
    name: '名词解释',
    purpose: '程序没有的名词，或与程序写法不同的名词。',
    columns: [column('term', '名词', TEXT, 24, REQUIRED), column('text', '解释', TEXT, 90, REQUIRED)],
    optional: true,
  },
  {
    id: 'names',
    name: '自设科目',
    purpose: '科目表里没有的科目（本地自设，或今年新设），写明编码和名称。没有的留空。',
    optional: true,
    columns: [column('code', '科目编码', TEXT, 14, REQUIRED), column('name', '科目名称', TEXT, 40, REQUIRED)],
  },
];
