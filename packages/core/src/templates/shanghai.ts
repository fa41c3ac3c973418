/** Shanghai (districts): budgets in 元 with the three publics in 万元, final accounts in 万元. */
import type { Agency } from '../disclosure.ts';
import { cellKey } from '../model/address.ts';
import { BASIC_PROJECT, PERSONNEL_OPERATING, splitColumns } from './columns.ts';
import type { PrintedColumn, Template, TemplateForm } from './template.ts';

const FUNDS: readonly PrintedColumn[] = [
  ['general-public', '一般公共预算'],
  ['government-fund', '政府性基金预算'],
  ['state-capital', '国有资本经营预算'],
];

const byFunction = (
  form: TemplateForm['form'],
  title: string,
  upper: string,
  values: readonly PrintedColumn[],
  empty?: string,
): TemplateForm => ({
  form,
  title: `{year}年{level}${title}`,
  unit: '元',
  code: 'split',
  total: 'last',
  columns: splitColumns(upper, values),
  ...(empty ? { emptyNote: `注:本{plainLevel}{year}年无${empty}财政拨款安排的预算，故本表为空表。` } : {}),
});

const balance = (
  level: Agency['level'],
  appropriation: readonly string[],
  expenditure: readonly PrintedColumn[],
): TemplateForm => ({
  form: 'balance',
  level,
  title: '{year}年{level}财务收支预算总表',
  unit: '元',
  code: 'none',
  columns: [
    ['label', '本年收入', '项目'],
    ['amount', '本年收入', '预算数'],
    ['label', '本年支出', '项目'],
    ...expenditure.map(([id, ...headers]): PrintedColumn => [id, '本年支出', '预算数', ...headers]),
  ],
  lines: [
    [
      '一、财政拨款收入',
      ...appropriation.map((line, i) => `${i + 1}. ${line}`),
      '二、事业收入',
      '三、事业单位经营收入',
      '四、其他收入',
      '收入总计',
    ],
    ['{used-classes}', '支出总计'],
  ],
});

const budgetForms = (appropriation: readonly string[]): TemplateForm[] => [
  balance('department', appropriation, [['amount']]),
  balance('unit', appropriation, [
    ['amount', '合计'],
    ['personnel', '基本支出', '人员经费'],
    ['operating', '基本支出', '公用经费'],
    ['project', '项目支出'],
  ]),
  byFunction('revenue', '收入预算总表', '收入预算', [
    ['total', '合计'],
    ['appropriation', '财政拨款收入'],
    ['institutional', '事业收入'],
    ['business', '事业单位经营收入'],
    ['other', '其他收入'],
  ]),
  byFunction('expenditure', '支出预算总表', '支出预算', BASIC_PROJECT),
  {
    form: 'appropriation-balance',
    title: '{year}年{level}财政拨款收支预算总表',
    unit: '元',
    code: 'none',
    columns: [
      ['label', '财政拨款收入', '项目'],
      ['amount', '财政拨款收入', '预算数'],
      ['label', '财政拨款支出', '项目'],
      ['total', '财政拨款支出', '合计'],
      ...FUNDS.map(([id, header]): PrintedColumn => [id, '财政拨款支出', header!]),
    ],
    lines: [
      [...appropriation.map((line, i) => `${'一二三'[i]}、${line}`), '收入总计'],
      ['{used-classes}', '支出总计'],
    ],
  },
  byFunction('general-public', '一般公共预算支出功能分类预算表', '一般公共预算支出', BASIC_PROJECT),
  byFunction(
    'government-fund',
    '政府性基金预算支出功能分类预算表',
    '政府性基金预算支出',
    BASIC_PROJECT,
    '政府性基金预算',
  ),
  byFunction(
    'state-capital',
    '国有资本经营预算支出功能分类预算表',
    '国有资本经营预算支出',
    BASIC_PROJECT,
    '国有资本经营预算',
  ),
  {
    form: 'basic',
    title: '{year}年{level}一般公共预算基本支出部门预算经济分类预算表',
    unit: '元',
    code: 'split',
    total: 'last',
    columns: [
      ['code', '项目', '部门预算经济分类科目编码', '类'],
      ['code', '项目', '部门预算经济分类科目编码', '款'],
      ['name', '项目', '经济分类科目名称'],
      ...PERSONNEL_OPERATING.map(([id, header]): PrintedColumn => [id, '一般公共预算基本支出', header!]),
    ],
  },
  {
    form: 'three-publics',
    title: '{year}年{plainLevel}“三公”经费和机关运行经费预算表',
    unit: '万元',
    code: 'none',
    columns: [
      ['total', '“三公”经费预算数', '合计'],
      ['overseas', '“三公”经费预算数', '因公出国(境)费'],
      ['hospitality', '“三公”经费预算数', '公务接待费'],
      ['vehicles', '“三公”经费预算数', '公务用车购置及运行费', '小计'],
      ['vehicle-purchase', '“三公”经费预算数', '公务用车购置及运行费', '购置费'],
      ['vehicle-running', '“三公”经费预算数', '公务用车购置及运行费', '运行费'],
      ['agency-operating', '机关运行经费预算数'],
    ],
  },
];

const BUDGET = {
  region: '31',
  stage: 'budget',
  levelWords: { department: '部门', unit: '预算单位' },
  sections: [
    '{level}主要职能',
    '{level}机构设置',
    '名词解释',
    '{year}年{level}预算编制说明',
    '其他相关情况说明',
    '{project}经费情况说明',
  ],
  wording: {
    cover: ['{region}{year}年{tier}{level}预算', '{keeper}：{agency}'],
    agency: '编制{level}：{agency}',
    unit: '单位：{unit}',
  },
  tablesAfter: '{year}年{level}预算编制说明',
} as const;

export const SHANGHAI_2023: Template = {
  ...BUDGET,
  id: 'shanghai-2023',
  name: '上海 2023–2025 年部门预算公开',
  years: [2023, 2025],
  forms: budgetForms(['一般公共预算资金', '政府性基金', '国有资本经营预算']),
};

export const SHANGHAI_2026: Template = {
  ...BUDGET,
  id: 'shanghai-2026',
  name: '上海 2026 年部门预算公开',
  years: [2026],
  forms: budgetForms(['一般公共预算', '政府性基金预算', '国有资本经营预算']),
};

const FINAL_FUNDS: readonly PrintedColumn[] = [
  ['general-public', '一般公共预算财政拨款'],
  ['government-fund', '政府性基金预算财政拨款'],
  ['state-capital', '国有资本经营预算财政拨款'],
];
const FINAL_REVENUE = [
  '一、一般公共预算财政拨款收入',
  '二、政府性基金预算财政拨款收入',
  '三、国有资本经营预算财政拨款收入',
  '四、上级补助收入',
  '五、事业收入',
  '六、经营收入',
  '七、附属单位上缴收入',
  '八、其他收入',
];
const CARRIED = ['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款', '三、国有资本经营预算财政拨款'];

const finalColumns = (values: readonly PrintedColumn[]): PrintedColumn[] => [
  ['code', '项目', '支出功能分类科目编码', '类'],
  ['code', '项目', '支出功能分类科目编码', '款'],
  ['code', '项目', '支出功能分类科目编码', '项'],
  ['name', '项目', '科目名称'],
  ...values,
];
const fundFinal = (form: TemplateForm['form'], title: string, fund: string): TemplateForm => ({
  form,
  title,
  unit: '万元',
  code: 'split',
  total: 'last',
  columns: finalColumns([
    ['carryover', '年初结转和结余'],
    ['revenue', '本年收入'],
    ['total', '本年支出', '小计'],
    ['basic', '本年支出', '基本支出'],
    ['project', '本年支出', '项目支出'],
    ['year-end', '年末结转和结余'],
  ]),
  emptyNote: `注：{agency}无${fund}财政拨款支出，故本表无数据。`,
});
const PUBLIC_ITEMS: readonly PrintedColumn[] = [
  ['total', '合计'],
  ['overseas', '因公出国（境）费'],
  ['vehicles', '公务用车购置及运行费', '小计'],
  ['vehicle-purchase', '公务用车购置及运行费', '公务用车购置费'],
  ['vehicle-running', '公务用车购置及运行费', '公务用车运行费'],
  ['hospitality', '公务接待费'],
];

export const SHANGHAI_FINAL_2024: Template = {
  id: 'shanghai-final-2024',
  name: '上海 2024 年度部门决算公开',
  region: '31',
  stage: 'final-accounts',
  years: [2023],
  levelWords: { department: '部门', unit: '单位' },
  forms: [
    {
      form: 'balance',
      title: '收入支出决算总表',
      unit: '万元',
      code: 'none',
      columns: [
        ['label', '收入', '项目'],
        ['amount', '收入', '决算数'],
        ['label', '支出', '项目'],
        ['amount', '支出', '决算数'],
      ],
      lines: [
        [...FINAL_REVENUE, '本年收入合计', '使用非财政拨款结余（含专用结余）', '年初结转和结余', '总计'],
        ['{classes}', '本年支出合计', '结余分配', '年末结转和结余', '总计'],
      ],
    },
    {
      form: 'revenue',
      title: '收入决算表',
      unit: '万元',
      code: 'split',
      total: 'first',
      columns: finalColumns([
        ['total', '本年收入合计'],
        ['appropriation', '财政拨款收入'],
        ['superior-subsidy', '上级补助收入'],
        ['institutional', '事业收入'],
        ['business', '经营收入'],
        ['affiliate-payment', '附属单位上缴收入'],
        ['other', '其他收入'],
      ]),
    },
    {
      form: 'expenditure',
      title: '支出决算表',
      unit: '万元',
      code: 'split',
      total: 'first',
      columns: finalColumns([
        ['total', '本年支出合计'],
        ['basic', '基本支出'],
        ['project', '项目支出'],
        ['remittance', '上缴上级支出'],
        ['business', '经营支出'],
        ['affiliate-subsidy', '对附属单位补助支出'],
      ]),
    },
    {
      form: 'appropriation-balance',
      title: '财政拨款收入支出决算总表',
      unit: '万元',
      code: 'none',
      columns: [
        ['label', '收入', '项目'],
        ['amount', '收入', '决算数'],
        ['label', '支出', '项目'],
        ['total', '支出', '合计'],
        ...FINAL_FUNDS.map(([id, header]): PrintedColumn => [id, '支出', header!]),
      ],
      lines: [
        [...CARRIED, '本年收入合计', '年初财政拨款结转和结余', ...CARRIED, '总计'],
        ['{classes}', '本年支出合计', '年末财政拨款结转和结余', '总计'],
      ],
    },
    {
      form: 'general-public',
      title: '一般公共预算财政拨款支出决算表',
      unit: '万元',
      code: 'split',
      total: 'last',
      columns: finalColumns(BASIC_PROJECT),
    },
    {
      form: 'basic',
      title: '一般公共预算财政拨款基本支出决算表',
      unit: '万元',
      code: 'split',
      columns: [1, 2].flatMap((): PrintedColumn[] => [
        ['code', '经济分类科目编码', '类'],
        ['code', '经济分类科目编码', '款'],
        ['name', '科目名称'],
        ['total', '决算数'],
      ]),
    },
    {
      form: 'three-publics',
      title: '财政拨款“三公”经费支出决算表',
      unit: '万元',
      code: 'none',
      columns: PUBLIC_ITEMS.flatMap(([id, ...headers]): PrintedColumn[] => [
        [cellKey({ column: id, period: 'budget' }), '财政拨款“三公”经费', ...headers, '预算数'],
        [id, '财政拨款“三公”经费', ...headers, '决算数'],
      ]),
    },
    fundFinal('government-fund', '政府性基金预算财政拨款收入支出决算表', '政府性基金预算'),
    fundFinal('state-capital', '国有资本经营预算财政拨款收入支出决算表', '国有资本经营预算'),
  ],
  sections: [
    '第一部分 {agency}概况',
    '第二部分 {agency}{year}年度{level}决算表',
    '第三部分 {agency}{year}年度{level}决算情况说明',
    '第四部分 名词解释',
  ],
  wording: { cover: ['{name}{year}年度{level}决算'], agency: '编制{level}：{agency}', unit: '单位：{unit}' },
  tablesAfter: '第二部分 {agency}{year}年度{level}决算表',
};
