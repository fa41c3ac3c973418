/** The Ministry of Finance's own layouts, which provinces without one of theirs print: budgets since 2021, final accounts since 2020. */
import { BASIC_PROJECT, PERSONNEL_OPERATING } from './columns.ts';
import { SHANGHAI_FINAL_2024 } from './shanghai.ts';
import type { PrintedColumn, Template, TemplateForm } from './template.ts';

const BY_FUNCTION: readonly PrintedColumn[] = [
  ['code', '科目编码'],
  ['name', '科目名称'],
];

const byFunction = (
  form: TemplateForm['form'],
  title: string,
  values: readonly PrintedColumn[],
  empty?: string,
): TemplateForm => ({
  form,
  title,
  unit: '万元',
  code: 'one',
  total: 'last',
  columns: [...BY_FUNCTION, ...values],
  ...(empty ? { emptyNote: `注：本{level}{year}年没有使用${empty}安排的支出，故本表为空表。` } : {}),
});

const FUNDS: readonly PrintedColumn[] = [
  ['general-public', '一般公共预算'],
  ['government-fund', '政府性基金预算'],
  ['state-capital', '国有资本经营预算'],
];

export const NATIONAL_BUDGET: Template = {
  id: 'national-budget-2021',
  name: '财政部 2021 年以来部门预算公开',
  stage: 'budget',
  years: [2019],
  levelWords: { department: '部门', unit: '单位' },
  forms: [
    {
      form: 'balance',
      title: '{level}收支总表',
      unit: '万元',
      code: 'none',
      columns: [
        ['label', '收入', '项目'],
        ['amount', '收入', '预算数'],
        ['label', '支出', '项目'],
        ['amount', '支出', '预算数'],
      ],
      lines: [
        [
          '一、一般公共预算拨款收入',
          '二、政府性基金预算拨款收入',
          '三、国有资本经营预算拨款收入',
          '四、财政专户管理资金收入',
          '五、事业收入',
          '六、事业单位经营收入',
          '七、上级补助收入',
          '八、附属单位上缴收入',
          '九、其他收入',
          '本年收入合计',
          '上年结转结余',
          '收入总计',
        ],
        ['{classes}', '本年支出合计', '结转下年', '支出总计'],
      ],
    },
    byFunction('revenue', '{level}收入总表', [
      ['total', '合计'],
      ['carryover', '上年结转'],
      ...FUNDS,
      ['special-account', '财政专户管理资金'],
      ['institutional', '事业收入'],
      ['business', '事业单位经营收入'],
      ['superior-subsidy', '上级补助收入'],
      ['affiliate-payment', '附属单位上缴收入'],
      ['other', '其他收入'],
    ]),
    byFunction('expenditure', '{level}支出总表', [
      ...BASIC_PROJECT,
      ['remittance', '上缴上级支出'],
      ['business', '事业单位经营支出'],
      ['affiliate-subsidy', '对附属单位补助支出'],
    ]),
    {
      form: 'appropriation-balance',
      title: '财政拨款收支总表',
      unit: '万元',
      code: 'none',
      columns: [
        ['label', '收入', '项目'],
        ['amount', '收入', '预算数'],
        ['label', '支出', '项目'],
        ['total', '支出', '合计'],
        ...FUNDS.map(([id, header]): PrintedColumn => [id, '支出', header!]),
      ],
      lines: [
        [
          '一、本年收入',
          '（一）一般公共预算拨款',
          '（二）政府性基金预算拨款',
          '（三）国有资本经营预算拨款',
          '二、上年结转',
          '（一）一般公共预算拨款',
          '（二）政府性基金预算拨款',
          '（三）国有资本经营预算拨款',
          '收入总计',
        ],
        ['一、本年支出', '{classes}', '二、结转下年', '支出总计'],
      ],
    },
    byFunction('general-public', '一般公共预算支出表', BASIC_PROJECT),
    { ...byFunction('basic', '一般公共预算基本支出表', PERSONNEL_OPERATING) },
    {
      form: 'three-publics',
      title: '一般公共预算“三公”经费支出表',
      unit: '万元',
      code: 'none',
      columns: [
        ['total', '“三公”经费合计'],
        ['overseas', '因公出国（境）费'],
        ['vehicles', '公务用车购置及运行费', '小计'],
        ['vehicle-purchase', '公务用车购置及运行费', '公务用车购置费'],
        ['vehicle-running', '公务用车购置及运行费', '公务用车运行费'],
        ['hospitality', '公务接待费'],
      ],
    },
    byFunction('government-fund', '政府性基金预算支出表', BASIC_PROJECT, '政府性基金预算拨款'),
    byFunction('state-capital', '国有资本经营预算支出表', BASIC_PROJECT, '国有资本经营预算拨款'),
  ],
  sections: [
    '第一部分 {agency}概况',
    '第二部分 {year}年{level}预算表',
    '第三部分 {year}年{level}预算情况说明',
    '第四部分 名词解释',
  ],
  wording: { cover: ['{name}{year}年{level}预算'], agency: '{level}：{agency}', unit: '单位：{unit}' },
  tablesAfter: '第二部分 {year}年{level}预算表',
};

/** Shanghai prints its final accounts in the national layout; only the number of code columns differs between provinces. */
export const NATIONAL_FINAL: Template = (({ region: _, ...template }) => ({
  ...template,
  id: 'national-final-2020',
  name: '财政部 2020 年以来部门决算公开',
  years: [2019] as const,
  wording: { ...template.wording, agency: '{level}：{agency}' },
}))(SHANGHAI_FINAL_2024);
