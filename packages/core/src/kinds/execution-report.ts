/** 支出进度月报: how far the money of each project was used by the end of a month, beside an even pace. */
import { isTotalLabel } from '../forms/label.ts';
import { money, named, percent, type RowOf, text } from './field.ts';
import { tableKind } from './kind.ts';

const usual = { usual: true } as const;

const FIELDS = {
  unit: text('预算单位', ['[<预算|项目>]单位[名称]'], { down: true }),
  project: text(...named('project-name'), { required: true, usual: true, isName: true }),
  initial: money('年初预算数', ['年初预算数', '年初预算', '年初指标'], usual),
  adjustment: money('调整数', ['<预算|指标>调整数', '调整数'], usual),
  adjusted: money('调整后预算数', ['调整后<预算|指标>数', '调整预算数', '全年预算数'], usual),
  month: money('本月支出', ['本月<支出|支付|执行>[数]'], usual),
  cumulative: money('累计支出', ['累计<支出|支付|执行>[数]', '本年累计支出'], usual),
  committed: money('合同未付数', ['合同未付[数]', '合同占用数']),
  available: money('可用指标', ['可用<指标|余额>[数]', '指标余额']),
  rate: percent('支出进度', ['<支出|执行>进度', '执行率'], usual),
  pace: percent('序时进度', ['序时进度'], usual),
  /** Points, with its sign where it is behind. */
  gap: text('与序时进度之差', ['与序时进度<之差|相差|比较>', '进度差'], usual),
  lastYear: money('上年同期支出', ['上年同期[累计]<支出|支付|执行>[数]', '上年同期']),
  forecast: money('全年预计支出', ['全年预计<支出|执行>[数]', '预计全年<支出|执行>[数]']),
  cause: text('原因', ['<进度慢|偏差|滞后>原因', '原因说明', '原因']),
};

export type ExecutionReportRow = RowOf<typeof FIELDS>;

const isTotal = ({ project }: ExecutionReportRow): boolean => isTotalLabel(project);

export const EXECUTION_REPORT = tableKind({
  id: 'execution-report',
  property: 'executionReport',
  name: '支出进度月报',
  english: 'Monthly report of execution',
  title: /(?:支出|执行)(?:进度)?(?:情况)?月报(?:表)?$|支出进度(?:情况)?表$/,
  fields: FIELDS,
  hasFreeNames: true,
  isChecked: false,
  home: /执行|支出进度/,

  keyed: ({ unit, project }) => ({ key: unit === undefined ? project : `${unit} ${project}`, label: project }),
  identity: ({ unit = '', project }) => `${unit} ${project}`,
  total: (rows) => rows.find(isTotal),
  sum: (rows) => rows.find(isTotal)?.adjusted?.fen,
  counted: (rows) => {
    const count = rows.filter((row) => !isTotal(row)).length;
    return [`支出进度 ${count} 个项目`, `execution of ${count} projects`];
  },
  shown: {
    id: 'execution-report',
    title: ['支出进度', 'Execution'],
    first: 15,
    columns: [
      { title: ['项目', 'Project'], value: ({ project }) => project },
      { title: ['单位', 'Unit'], value: ({ unit }) => unit, isOptional: true },
      { title: ['调整后预算数', 'Budget'], isNumber: true, value: ({ adjusted }) => adjusted },
      { title: ['累计支出', 'Paid'], isNumber: true, value: ({ cumulative }) => cumulative },
      { title: ['支出进度', 'Rate'], isNumber: true, value: ({ rate }) => rate },
      { title: ['序时进度', 'Even pace'], isNumber: true, value: ({ pace }) => pace },
      { title: ['原因', 'Cause'], value: ({ cause }) => cause, isOptional: true },
    ],
    isTotal,
  },
});
