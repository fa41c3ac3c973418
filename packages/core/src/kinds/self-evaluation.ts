/**
 * 项目支出绩效自评表: what became of a project's money and of its targets, scored by the agency itself
 * (《项目支出绩效评价管理办法》财预〔2020〕10号).
 */
import { headersOfAll } from '../vocabulary/index.ts';
import { money, named, percent, type RowOf, rows, score, text } from './field.ts';
import { tableKind } from './kind.ts';

const usual = { usual: true } as const;
const level = { required: true, usual: true, down: true } as const;

const FIELDS = {
  title: text('', [], { required: true }),
  project: text(...named('project-name')),
  department: text(...named('competent-department')),
  unit: text(...named('implementing-unit')),
  /** By source: 年度资金总额, 其中：当年财政拨款, 上年结转资金, 其他资金. */
  funds: rows('项目资金', {
    source: text(...named('fund-source'), { required: true, usual: true, isName: true }),
    initial: money('年初预算数', ['年初预算数', '年初预算'], usual),
    adjusted: money('全年预算数', ['全年预算数', '全年预算', '调整后预算数'], usual),
    executed: money('全年执行数', ['全年执行数', '执行数', '全年支出数'], usual),
    weight: score('分值', ['分值', '权重'], usual),
    rate: percent('执行率', ['执行率', '预算执行率'], usual),
    score: score('得分', ['得分'], usual),
  }),
  goals: rows('年度总体目标', {
    expected: text('预期目标', ['预期目标', '年初设定目标', '年度预期目标'], usual),
    achieved: text('实际完成情况', ['实际完成情况', '全年实际完成情况', '目标实际完成情况'], usual),
  }),
  indicators: rows('绩效指标', {
    level1: text(...named('indicator-level-1'), level),
    level2: text(...named('indicator-level-2'), level),
    level3: text(...named('indicator-level-3'), { required: true, usual: true }),
    target: text('年度指标值', headersOfAll('indicator-target'), usual),
    achieved: text('实际完成值', ['实际完成值', '全年实际完成值', '完成值'], usual),
    weight: score('分值', ['分值', '权重'], usual),
    score: score('得分', ['得分', '自评得分'], usual),
    cause: text('偏差原因分析及改进措施', ['偏差原因分析及改进措施', '未完成原因及改进措施', '偏差原因及改进措施']),
  }),
  total: score('总分', ['总分', '总得分', '自评总分'], { isLast: true }),
};

export type SelfEvaluation = RowOf<typeof FIELDS>;
type Evaluated = SelfEvaluation['indicators'][number];
type Funds = SelfEvaluation['funds'][number];

export const SELF_EVALUATION = tableKind({
  id: 'self-evaluation',
  property: 'selfEvaluation',
  name: '项目支出绩效自评表',
  english: 'Project self-evaluation',
  short: '自评',
  title: /绩效自评(?:情况)?表$/,
  signature: ['一级指标', '二级指标', /^(?:全年)?实际完成值$/],
  fields: FIELDS,
  isSheet: true,
  home: /绩效/,

  identity: ({ project, title }) => project ?? title,
  keyed: ({ project, title }) => ({ key: project ?? title, label: project ?? title }),
  found: ({ project, title, goals, indicators, origin }) => [
    { kind: 'project', title: project ?? title, body: goals.flatMap((goal) => [goal.expected, goal.achieved]), origin },
    ...indicators.map(({ level2, level3, target, achieved, cause, origin }, part) => ({
      kind: 'indicator' as const,
      title: level3,
      body: [level2, target, achieved, cause],
      part,
      origin,
    })),
  ],
  counted: ({ length }) => [`项目自评 ${length} 个`, `${length} project self-evaluations`],
  shown: {
    id: 'self-evaluations',
    title: ['项目绩效自评', 'Project self-evaluation'],
    first: 12,
    columns: [{ title: ['项目', 'Project'], value: ({ project, title }) => project ?? title }],
    words: [
      { title: ['实施单位', 'Unit'], text: ({ unit }) => unit },
      { title: ['总分', 'Total score'], text: ({ total }) => total?.text },
    ],
    grids: [
      {
        rows: ({ funds }) => funds,
        columns: [
          { title: ['资金来源', 'Source'], value: ({ source }: Funds) => source },
          { title: ['年初预算数', 'Budget'], isNumber: true, value: ({ initial }: Funds) => initial },
          { title: ['全年预算数', 'Adjusted'], isNumber: true, value: ({ adjusted }: Funds) => adjusted },
          { title: ['全年执行数', 'Executed'], isNumber: true, value: ({ executed }: Funds) => executed },
          { title: ['执行率', 'Rate'], isNumber: true, value: ({ rate }: Funds) => rate },
          { title: ['得分', 'Score'], isNumber: true, value: ({ score }: Funds) => score },
        ],
      },
      {
        rows: ({ indicators }) => indicators,
        columns: [
          { title: ['指标', 'Indicator'], value: ({ level3 }: Evaluated) => level3 },
          { title: ['类别', 'Kind'], value: ({ level1, level2 }: Evaluated) => `${level1} · ${level2}` },
          { title: ['指标值', 'Target'], value: ({ target }: Evaluated) => target },
          { title: ['实际完成值', 'Achieved'], isPlace: true, value: ({ achieved }: Evaluated) => achieved },
          { title: ['分值', 'Weight'], isNumber: true, value: ({ weight }: Evaluated) => weight },
          { title: ['得分', 'Score'], isNumber: true, value: ({ score }: Evaluated) => score },
          { title: ['偏差原因和改进措施', 'Cause and remedy'], value: ({ cause }: Evaluated) => cause },
        ],
      },
    ],
  },
});
