/**
 * 项目支出绩效运行监控表: money and targets of a project within the year, with what is expected by its end
 * (《中央部门预算绩效运行监控管理暂行办法》财预〔2019〕136号).
 */
import { foundIndicators, INDICATOR_FIELDS, INDICATOR_NAMES } from './evaluated.ts';
import { money, named, percent, type RowOf, rows, text } from './field.ts';
import { tableKind } from './kind.ts';

const usual = { usual: true } as const;

const FIELDS = {
  title: text('', [], { required: true }),
  project: text(...named('project-name')),
  department: text(...named('competent-department')),
  unit: text(...named('implementing-unit')),
  /** 1—6月 */
  period: text('监控期间', ['监控<期间|时间|周期|时段>']),
  deadline: text('报送期限', ['报送<期限|时间|时限>']),
  funds: rows('项目资金', {
    source: text(...named('fund-source'), { required: true, usual: true, isName: true }),
    initial: money('年初预算数', ['年初预算数', '年初预算'], usual),
    adjusted: money('全年预算数', ['全年预算数', '调整后预算数', '调整预算数'], usual),
    executed: money('已执行数', ['已执行数', '…月执行数', '累计执行数'], usual),
    rate: percent('执行率', ['执行率', '…月执行率'], usual),
    expected: money('全年预计执行数', ['全年预计执行数', '预计全年执行数'], usual),
  }),
  goal: text('年度总体目标', ['[年度]总体目标', '年度[绩效]目标']),
  indicators: rows('绩效指标', {
    ...INDICATOR_FIELDS,
    done: text('目前完成值', ['目前完成<值|情况>', '…月执行情况', '…月完成<值|情况>', '已完成值'], usual),
    expected: text('全年预计完成值', ['全年预计完成<值|情况>', '预计全年完成<值|情况>'], usual),
    /** 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他. */
    causeKind: text('偏差类别', ['偏差类别', '偏差原因类别']),
    cause: text('偏差原因', ['偏差原因[分析][说明]', '原因说明'], usual),
    /** 确定能, 有可能, 完全不可能. */
    likelihood: text('完成可能性', ['[<完成目标|目标完成|完成>]可能性'], usual),
    light: text('预警', ['预警[灯]', '红黄绿灯']),
  }),
  rectification: text('整改要求', ['整改<要求|措施>']),
  rectified: text('整改结果', ['整改<结果|情况>']),
};

export type Monitoring = RowOf<typeof FIELDS>;
type Watched = Monitoring['indicators'][number];
type Funds = Monitoring['funds'][number];

export const MONITORING = tableKind({
  id: 'monitoring',
  property: 'monitoring',
  name: '项目支出绩效运行监控表',
  english: 'Performance monitoring of projects',
  short: '监控',
  title: /绩效.*监控(?:情况)?表$/,
  fields: FIELDS,
  isSheet: true,
  home: /绩效/,

  identity: ({ project, title }) => project ?? title,
  keyed: ({ project, title }) => ({ key: project ?? title, label: project ?? title }),
  found: ({ project, title, goal, indicators, origin }) => [
    { kind: 'project', title: project ?? title, body: [goal], origin },
    ...foundIndicators(indicators, ({ done, cause }) => [done, cause]),
  ],
  counted: ({ length }) => [`绩效监控 ${length} 个`, `${length} monitored projects`],
  shown: {
    id: 'monitoring',
    title: ['绩效运行监控', 'Performance monitoring'],
    first: 12,
    columns: [{ title: ['项目', 'Project'], value: ({ project, title }) => project ?? title }],
    words: [
      { title: ['监控期间', 'Period'], text: ({ period }) => period },
      { title: ['整改要求', 'To be rectified'], text: ({ rectification }) => rectification },
    ],
    grids: [
      {
        rows: ({ funds }) => funds,
        columns: [
          { title: ['资金来源', 'Source'], value: ({ source }: Funds) => source },
          { title: ['全年预算数', 'Budget'], isNumber: true, value: ({ adjusted }: Funds) => adjusted },
          { title: ['已执行数', 'Executed'], isNumber: true, value: ({ executed }: Funds) => executed },
          { title: ['执行率', 'Rate'], isNumber: true, value: ({ rate }: Funds) => rate },
          { title: ['全年预计执行数', 'Expected'], isNumber: true, value: ({ expected }: Funds) => expected },
        ],
      },
      {
        rows: ({ indicators }) => indicators,
        columns: [
          ...INDICATOR_NAMES,
          { title: ['目前完成值', 'Done so far'], isPlace: true, value: ({ done }: Watched) => done },
          { title: ['全年预计完成值', 'Expected'], value: ({ expected }: Watched) => expected },
          { title: ['偏差原因', 'Cause'], value: ({ cause }: Watched) => cause },
          { title: ['完成可能性', 'Likelihood'], value: ({ likelihood }: Watched) => likelihood },
          { title: ['预警', 'Light'], value: ({ light }: Watched) => light },
        ],
      },
    ],
  },
});
