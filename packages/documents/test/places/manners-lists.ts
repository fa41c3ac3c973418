/** Lists beside the statements, each as some province prints it: projects, purchases, what is owned and owed, targets. */
import type { Layout } from '../../src/layout.ts';
import {
  all,
  and,
  isAppropriated,
  isBasic,
  isCarried,
  not,
  ofEconomic,
  ofFund,
  projectsOf,
  sumOf,
  type Where,
} from './figures.ts';
import { type Head, layoutOf, printed, type Sheet, type Style } from './paper.ts';
import { natureIs } from './parts.ts';

const style: Style = { unit: '万元', zero: '', separators: true };
const AGENCY = '青山省司法厅';
const head: Head = { agency: `单位名称：${AGENCY}`, above: ['number', 'title', 'agency-unit'] };
const doc = (...sheets: readonly Sheet[]): Layout => layoutOf([`${AGENCY}2026年部门预算`], sheets, style, head);
const project = natureIs('project');
const funds: readonly Where[] = [
  all,
  and(ofFund('general-public'), not(isCarried)),
  ofFund('government-fund'),
  ofFund('state-capital'),
  not(isAppropriated),
  isCarried,
];
const figures = (where: Where, of: readonly Where[] = funds) =>
  of.map((part) => printed(sumOf(and(where, part)), style));

/** 项目支出表 by unit and kind of project: the kind merged beside its projects, sums of each kind between them. */
export const projectsByKind = (): Layout =>
  doc({
    title: '项目支出表',
    number: '预算07表',
    paths: [
      ['单位编码'],
      ['单位名称'],
      ['项目类别'],
      ['项目名称'],
      ['合计'],
      ['本年拨款', '一般公共预算'],
      ['本年拨款', '政府性基金预算'],
      ['本年拨款', '国有资本经营预算'],
      ['单位资金'],
      ['财政拨款结转结余'],
    ],
    rows: [
      ['', '合计', '', '', ...figures(project)],
      ['206', AGENCY, '', '', ...figures(project)],
      ...projectsOf(project).map(({ name, holds }, i) => [
        '206001',
        `${AGENCY}本级`,
        i < 3 ? '31-部门项目' : '32-专项资金项目',
        name,
        ...figures(holds),
      ]),
    ],
  });

/** 专项业务经费支出表: the name of each, what it is for in a sentence, one column of money. */
export const specialBusiness = (): Layout =>
  doc({
    title: '专项业务经费支出表',
    number: '表12',
    paths: [['序号'], ['单位（项目）名称'], ['金额'], ['项目简介']],
    rows: [
      ['', '合计', printed(sumOf(project), style), ''],
      ['1', AGENCY, printed(sumOf(project), style), ''],
      ...projectsOf(project).map(({ name, holds }, i) => [
        String(i + 2),
        name,
        printed(sumOf(holds), style),
        `用于开展${name}相关工作，保障单位正常履职。`,
      ]),
    ],
  });

/** 政府采购预算表: how it is bought (集中, 分散), of what catalogue, from which funds in three levels. */
export const purchases = (): Layout => {
  const goods = projectsOf(and(project, ofEconomic('302', '310')));
  const rows = goods.map(({ name, holds }, i) => [
    `${AGENCY}本级`,
    name,
    i % 2 ? 'C99000000-其他服务' : 'A02010000-信息化设备',
    i % 3 ? '分散采购' : '集中采购',
    String(i + 1),
    '项',
    ...figures(holds, [
      all,
      and(ofFund('general-public'), not(isCarried)),
      ofFund('government-fund'),
      not(isAppropriated),
      isCarried,
    ]),
  ]);
  const bought: Where = (entry) => goods.some(({ holds }) => holds(entry));
  return doc({
    title: '政府采购预算表',
    number: '预算09表',
    paths: [
      ['单位名称'],
      ['采购项目'],
      ['采购品目'],
      ['采购方式'],
      ['数量'],
      ['计量单位'],
      ['资金来源', '总计'],
      ['资金来源', '财政拨款', '一般公共预算'],
      ['资金来源', '财政拨款', '政府性基金'],
      ['资金来源', '单位资金'],
      ['资金来源', '上年结转'],
    ],
    rows: [
      [
        '合计',
        '',
        '',
        '',
        '',
        '',
        ...figures(bought, [
          all,
          and(ofFund('general-public'), not(isCarried)),
          ofFund('government-fund'),
          not(isAppropriated),
          isCarried,
        ]),
      ],
      ...rows,
    ],
  });
};

/** 政府采购预算表 by kind: 集中采购 and 分散采购 beside each other over 货物, 工程, 服务. */
export const purchasesByKind = (): Layout => {
  const of = (where: Where) => printed(sumOf(where), style);
  return doc({
    title: '部门政府采购预算表',
    number: '公开表10',
    paths: [
      ['采购类别'],
      ['合计'],
      ['集中采购', '一般公共预算'],
      ['集中采购', '其他资金'],
      ['分散采购', '一般公共预算'],
      ['分散采购', '其他资金'],
    ],
    rows: [
      ['合计', of(and(project, ofEconomic('310'))), of(ofEconomic('31002')), '', of(ofEconomic('31013')), ''],
      ['货物类', of(and(project, ofEconomic('310'))), of(ofEconomic('31002')), '', of(ofEconomic('31013')), ''],
      ['工程类', '', '', '', '', ''],
      ['服务类', '', '', '', '', ''],
    ],
  });
};

/** What is owned: numbered lines with quantity and value, the unit of each beside its name. */
export const assetsOwned = (): Layout =>
  doc({
    title: '国有资产占有使用情况表',
    number: '表15',
    paths: [['资产类别'], ['计量单位'], ['数量'], ['账面原值'], ['账面净值']],
    rows: [
      ['资产总额', '—', '—', '8,672.35', '4,120.18'],
      ['一、流动资产', '—', '—', '1,240.11', '1,240.11'],
      ['二、固定资产', '—', '—', '6,332.24', '2,280.07'],
      ['（一）房屋', '平方米', '5,230.50', '4,120.00', '1,680.20'],
      ['（二）车辆', '辆', '6', '132.24', '36.80'],
      ['（三）单价100万元以上的设备', '台（套）', '2', '320.00', '120.00'],
      ['（四）其他固定资产', '—', '—', '1,760.00', '443.07'],
      ['三、无形资产', '—', '—', '1,100.00', '600.00'],
    ],
  });

/** What is owed: bonds by project with what was issued and paid back. */
export const bonds = (): Layout =>
  doc({
    title: '地方政府债券资金支出预算表',
    number: '表16',
    paths: [['科目编码'], ['科目名称'], ['项目名称'], ['合计'], ['一般债券'], ['专项债券']],
    rows: [
      ['', '合计', '', '1,500.00', '500.00', '1,000.00'],
      ['212', '城乡社区支出', '', '1,500.00', '500.00', '1,000.00'],
      ['2120899', '其他国有土地使用权出让收入安排的支出', '沿街法治阵地改造', '1,500.00', '500.00', '1,000.00'],
    ],
  });

/** 财政拨款委托业务费, 政府购买服务 with its catalogue in three levels. */
export const services = (): Layout =>
  doc({
    title: '政府购买服务预算表',
    number: '表11',
    paths: [
      ['单位名称'],
      ['购买服务项目'],
      ['政府购买服务指导性目录', '一级目录'],
      ['政府购买服务指导性目录', '二级目录'],
      ['政府购买服务指导性目录', '三级目录'],
      ['服务领域'],
      ['预算金额', '合计'],
      ['预算金额', '一般公共预算'],
      ['预算金额', '政府性基金'],
      ['预算金额', '单位资金'],
    ],
    rows: [
      [
        '合计',
        '',
        '',
        '',
        '',
        '',
        ...figures(ofEconomic('30227'), [
          all,
          ofFund('general-public'),
          ofFund('government-fund'),
          not(isAppropriated),
        ]),
      ],
      ...projectsOf(ofEconomic('30227')).map(({ name, holds }) => [
        `${AGENCY}本级`,
        name,
        '政府履职所需辅助性服务',
        '法律服务',
        '法律顾问服务',
        '公共安全',
        ...figures(and(holds, ofEconomic('30227')), [
          all,
          ofFund('general-public'),
          ofFund('government-fund'),
          not(isAppropriated),
        ]),
      ]),
    ],
  });

/** 机关运行经费: items of the economic classification in two panels. */
export const operatingCosts = (): Layout => {
  const items = [
    ['办公费', '30201'],
    ['邮电费', '30207'],
    ['差旅费', '30211'],
    ['因公出国（境）费用', '30212'],
    ['会议费', '30215'],
    ['培训费', '30216'],
    ['公务接待费', '30217'],
    ['工会经费', '30228'],
    ['公务用车运行维护费', '30231'],
    ['其他交通费用', '30239'],
  ] as const;
  const of = (code: string) => printed(sumOf(and(isBasic, ofEconomic(code))), style);
  const rows = items
    .slice(0, 5)
    .map(([name, code], i) => [code, name, of(code), items[i + 5]![1], items[i + 5]![0], of(items[i + 5]![1])]);
  return doc({
    title: '机关运行经费预算表',
    number: '表13',
    paths: [['科目编码'], ['科目名称'], ['预算数'], ['科目编码'], ['科目名称'], ['预算数']],
    rows,
  });
};

/** A project's target in blocks, weights and this year's target under the header words of another province. */
export const targets = (): Layout =>
  doc({
    title: '项目支出绩效目标表',
    number: '表14',
    paths: [
      ['单位名称'],
      ['项目名称'],
      ['项目资金', '总额'],
      ['项目资金', '财政拨款'],
      ['项目资金', '其他资金'],
      ['年度绩效目标'],
      ['绩效指标', '一级指标'],
      ['绩效指标', '二级指标'],
      ['绩效指标', '三级指标'],
      ['绩效指标', '年度指标值'],
      ['绩效指标', '分值权重'],
    ],
    rows: projectsOf(project)
      .slice(0, 3)
      .flatMap(({ name, holds }) =>
        (
          [
            ['产出指标', '数量指标', '开展活动次数', '≥12次', '20'],
            ['产出指标', '质量指标', '验收合格率', '≥95%', '20'],
            ['产出指标', '时效指标', '完成时间', '2026年12月底前', '10'],
            ['效益指标', '社会效益指标', '群众知晓率', '≥90%', '30'],
            ['满意度指标', '服务对象满意度指标', '服务对象满意度', '≥90%', '10'],
          ] as const
        ).map((indicator, i) => [
          i === 0 ? `${AGENCY}本级` : '',
          i === 0 ? name : '',
          ...(i === 0 ? figures(holds, [all, isAppropriated, not(isAppropriated)]) : ['', '', '']),
          i === 0 ? `按时完成${name}各项任务。` : '',
          ...indicator,
        ]),
      ),
  });

/** 部门预算项目支出绩效目标 with 支出功能分类 and 政府经济分类 beside each project; amounts of three years. */
export const projectsOfYears = (): Layout =>
  doc({
    title: '部门项目支出预算明细表',
    number: '表9',
    paths: [
      ['项目代码'],
      ['项目名称'],
      ['功能科目'],
      ['政府经济科目'],
      ['部门经济科目'],
      ['2026年预算数'],
      ['其中：财政拨款'],
      ['2027年预计数'],
      ['2028年预计数'],
      ['是否绩效目标'],
    ],
    rows: [
      [
        '',
        '合计',
        '',
        '',
        '',
        printed(sumOf(project), style),
        printed(sumOf(and(project, isAppropriated)), style),
        '100.00',
        '100.00',
        '',
      ],
      ...projectsOf(project).map(({ name, holds, first }, i) => [
        `20600126${String(i + 1).padStart(4, '0')}`,
        name,
        first.function,
        first.governmental,
        first.economic,
        printed(sumOf(holds), style),
        printed(sumOf(and(holds, isAppropriated)), style),
        i === 0 ? '100.00' : '',
        i === 0 ? '100.00' : '',
        '是',
      ]),
    ],
  });

export const mannersOfLists = {
  projectsByKind,
  specialBusiness,
  purchases,
  purchasesByKind,
  assetsOwned,
  bonds,
  services,
  operatingCosts,
  targets,
  projectsOfYears,
};
