/** Hebei (Shijiazhuang and its districts): 部门预算信息公开, 万元 with two decimals. */
import { BASIC_PROJECT, functionColumns, PERSONNEL_OPERATING } from './columns.ts';
import type { PrintedColumn, Template, TemplateForm } from './template.ts';

const FUND_NAMES: readonly PrintedColumn[] = [
  ['general-public', '一般公共预算财政拨款'],
  ['government-fund', '政府性基金预算财政拨款'],
  ['state-capital', '国有资本经营预算财政拨款'],
];

const REVENUE_LINES = [
  '一、一般公共预算拨款收入',
  '二、政府性基金预算拨款收入',
  '三、国有资本经营预算拨款收入',
  '四、财政专户管理资金收入',
  '五、事业收入',
  '六、事业单位经营收入',
  '七、上级补助收入',
  '八、附属单位上缴收入',
  '九、其他收入',
];
const APPROPRIATION_LINES = ['一、一般公共预算拨款', '二、政府性基金预算拨款', '三、国有资本经营预算拨款'];

const PUBLIC_LINES_2021 = [
  '合计',
  '一、因公出国（境）费',
  '二、公务用车购置及运维费',
  '其中：公务用车购置费',
  '公务用车运行维护费',
  '三、公务接待费',
];
const PUBLIC_LINES_2023 = [
  '合计',
  '“三公”经费小计',
  '一、因公出国（境）费',
  '其中：教学科研人员因公出国（境）费',
  '其他因公出国（境）费',
  '二、公务用车购置及运维费',
  '其中：公务用车购置费',
  '公务用车运行维护费',
  '三、公务接待费',
];

const expenditureForm = (form: TemplateForm['form'], title: string, empty?: string): TemplateForm => ({
  form,
  title,
  unit: '万元',
  code: 'one',
  numbered: true,
  total: 'first',
  columns: functionColumns(undefined, BASIC_PROJECT),
  ...(empty ? { emptyNote: `注：无${empty}，空表列示。` } : {}),
});

const statements = (publics: readonly string[]): TemplateForm[] => [
  {
    form: 'balance',
    title: '{level}预算收支总表',
    unit: '万元',
    code: 'none',
    numbered: true,
    columns: [
      ['index', '序号'],
      ['label', '收入', '项目'],
      ['amount', '收入', '预算数'],
      ['label', '支出', '项目'],
      ['amount', '支出', '预算数'],
    ],
    lines: [
      [...REVENUE_LINES, '本年收入合计', '上年结转结余', '收入总计'],
      ['{classes}', '本年支出合计', '年终结转结余', '支出总计'],
    ],
  },
  {
    form: 'revenue',
    title: '{level}预算收入总表',
    unit: '万元',
    code: 'one',
    numbered: true,
    total: 'first',
    columns: functionColumns(undefined, [
      ['total', '合计'],
      ['subtotal', '本年收入', '小计'],
      ['appropriation', '本年收入', '财政拨款收入'],
      ['special-account', '本年收入', '财政专户收入'],
      ['institutional', '本年收入', '事业收入'],
      ['business', '本年收入', '经营收入'],
      ['superior-subsidy', '本年收入', '上级补助收入'],
      ['affiliate-payment', '本年收入', '附属单位上缴收入'],
      ['other', '本年收入', '其他收入'],
      ['carryover', '上年结转'],
    ]),
  },
  {
    form: 'expenditure',
    title: '{level}预算支出总表',
    unit: '万元',
    code: 'one',
    numbered: true,
    total: 'first',
    columns: functionColumns(undefined, [
      ...BASIC_PROJECT,
      ['business', '经营支出'],
      ['remittance', '上解上级支出'],
      ['affiliate-subsidy', '对附属单位补助支出'],
    ]),
  },
  {
    form: 'appropriation-balance',
    title: '{level}预算财政拨款收支总表',
    unit: '万元',
    code: 'none',
    numbered: true,
    columns: [
      ['index', '序号'],
      ['label', '收入', '项目'],
      ['amount', '收入', '金额'],
      ['label', '支出', '项目'],
      ['total', '支出', '合计'],
      ...FUND_NAMES.map(([id, header]): PrintedColumn => [id, '支出', header!]),
    ],
    lines: [
      [...APPROPRIATION_LINES, '本年收入合计', '年初财政拨款结转和结余', ...APPROPRIATION_LINES, '收入总计'],
      ['{classes}', '本年支出合计', '年末财政拨款结转和结余', '支出总计'],
    ],
  },
  expenditureForm('general-public', '{level}预算一般公共预算财政拨款支出表'),
  {
    form: 'basic',
    title: '{level}预算一般公共预算财政拨款基本支出表',
    unit: '万元',
    code: 'one',
    numbered: true,
    total: 'first',
    columns: [
      ['index', '序号'],
      ['code', '支出部门经济分类科目', '科目编码'],
      ['name', '支出部门经济分类科目', '科目名称'],
      ...PERSONNEL_OPERATING.map(([id, header]): PrintedColumn => [id, '一般公共预算基本支出', header!]),
    ],
  },
  expenditureForm('government-fund', '{level}预算政府基金预算财政拨款支出表', '政府基金预算财政拨款预算'),
  expenditureForm('state-capital', '{level}预算国有资本经营预算财政拨款支出表', '国有资本经营预算财政拨款预算'),
  {
    form: 'three-publics',
    title: '{level}预算财政拨款“三公”经费支出表',
    unit: '万元',
    code: 'none',
    numbered: true,
    columns: [
      ['index', '序号'],
      ['name', '项目'],
      ['total', '资金性质', '合计'],
      ['general-public', '资金性质', '一般公共预算财政拨款'],
      ['government-fund', '资金性质', '政府性基金预算拨款'],
      ['state-capital', '资金性质', '国有资本经营预算财政拨款'],
    ],
    lines: [publics],
  },
];

const SOURCE = '政府采购项目来源';
const AMOUNT = '政府采购金额（当年部门预算安排资金）';

const procurement = (funds: readonly PrintedColumn[], sme: boolean): TemplateForm => ({
  form: 'procurement',
  title: '{level}政府采购预算',
  unit: '万元',
  code: 'none',
  total: 'first',
  columns: [
    ['project', SOURCE, '项目名称'],
    ['projectFunds', SOURCE, '预算资金'],
    ['item', '采购物品名称'],
    ['code', '政府采购目录序号'],
    ['unit', '计量单位'],
    ['quantity', '数量'],
    ['unitPrice', '单价'],
    ...funds.map(([id, ...headers]): PrintedColumn => [id, AMOUNT, ...headers]),
    ...(sme ? ([['sme', '{year}年预留中小微企业份额']] as const) : []),
  ],
  emptyNote: '注：无政府采购预算，空表列示。',
});

const FUNDS_2021: readonly PrintedColumn[] = [
  ['total', '合计'],
  ['general-public', '一般公共预算拨款'],
  ['government-fund', '基金预算拨款'],
  ['state-capital', '国有资本经营预算拨款'],
  ['special-account', '财政专户核拨'],
  ['unit-funds', '单位资金'],
];

const ASSETS: TemplateForm = {
  form: 'assets',
  title: '{level}固定资产占用情况表',
  unit: '万元',
  code: 'none',
  columns: [
    ['item', '项目'],
    ['quantity', '数量'],
    ['value', '价值（金额单位：万元）'],
  ],
  lines: [
    [
      '资产总额',
      '1、房屋（平方米）',
      '其中：办公用房（平方米）',
      '2、车辆（台、辆）',
      '3、单价在20万元以上的设备',
      '4、其他固定资产',
    ],
  ],
};

const ORGANIZATION: TemplateForm = {
  form: 'organization',
  title: '{level}机构设置情况',
  unit: '万元',
  code: 'none',
  columns: [
    ['unit', '单位名称'],
    ['nature', '单位性质'],
    ['rank', '单位规格'],
    ['funding', '经费保障形式'],
  ],
};

const PERFORMANCE: TemplateForm = {
  form: 'performance',
  title: '{number}、{project}绩效目标表',
  unit: '万元',
  code: 'none',
  columns: [
    ['level1', '一级指标'],
    ['level2', '二级指标'],
    ['level3', '三级指标'],
    ['description', '绩效指标描述'],
    ['target', '指标值'],
    ['basis', '指标值确定依据'],
  ],
};

const SECTIONS = [
  '一、{level}职责及机构设置情况',
  '二、{level}预算安排的总体情况',
  '三、机关运行经费安排情况',
  '四、财政拨款“三公”经费预算情况及增减变化原因',
  '五、预算绩效信息',
  '六、政府采购预算情况',
  '七、国有资产信息',
  '八、名词解释',
  '九、其他需要说明的事项',
];

const COMMON = {
  region: '13',
  stage: 'budget',
  levelWords: { department: '部门', unit: '单位' },
  wording: {
    cover: ['{year}年{level}预算信息公开', '{agency}'],
    agency: '{agency}',
    period: '预算年度：{year}',
    unit: '单位：{unit}',
  },
} as const;

/** The generation with 部门职责-工作活动绩效目标; its nine statements stand in a file of their own. */
export const HEBEI_2019: Template = {
  ...COMMON,
  id: 'hebei-2019',
  name: '河北 2019 年部门预算公开',
  years: [2017, 2020],
  forms: [
    ...statements(PUBLIC_LINES_2021),
    { ...ORGANIZATION, title: '{level}基本情况表' },
    {
      form: 'duty-performance',
      title: '部门职责-工作活动绩效目标',
      unit: '万元',
      code: 'none',
      columns: [
        ['duty', '职责活动'],
        ['amount', '年度预算数'],
        ['content', '内容描述'],
        ['goal', '绩效目标'],
        ['indicator', '绩效指标'],
        ['excellent', '评价标准', '优'],
        ['good', '评价标准', '良'],
        ['fair', '评价标准', '中'],
        ['poor', '评价标准', '差'],
      ],
    },
    procurement(
      [
        ['grand-total', '总计'],
        ['total', '当年部门预算安排资金', '合计'],
        ['general-public', '当年部门预算安排资金', '一般公共预算拨款'],
        ['government-fund', '当年部门预算安排资金', '基金预算拨款'],
        ['special-account', '当年部门预算安排资金', '财政专户核拨'],
        ['other-funds', '其他渠道资金'],
      ],
      false,
    ),
    { ...ASSETS, title: '固定资产占用情况表' },
  ],
  sections: SECTIONS,
};

export const HEBEI_2021: Template = {
  ...COMMON,
  id: 'hebei-2021',
  name: '河北 2021 年部门预算公开',
  years: [2021, 2022],
  forms: [...statements(PUBLIC_LINES_2021), ORGANIZATION, PERFORMANCE, procurement(FUNDS_2021, false), ASSETS],
  sections: SECTIONS,
};

export const HEBEI_2023: Template = {
  ...COMMON,
  id: 'hebei-2023',
  name: '河北 2023 年部门预算公开',
  years: [2023],
  forms: [
    ...statements(PUBLIC_LINES_2023),
    ORGANIZATION,
    PERFORMANCE,
    procurement(
      [...FUNDS_2021, ['appropriation-carryover', '财政拨款结转'], ['other-carryover', '非财政拨款结转结余']],
      true,
    ),
    ASSETS,
  ],
  sections: SECTIONS,
};
