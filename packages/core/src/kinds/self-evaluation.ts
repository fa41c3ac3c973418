/**
 * 项目支出绩效自评表: what became of a project's money and of its targets, scored by the agency itself
 * (《项目支出绩效评价管理办法》财预〔2020〕10号).
 */
import {
  foundIndicators,
  PRINTED_GRADE,
  REACHED_GOALS,
  REACHED_GRID,
  REACHED_INDICATORS,
  TOTAL_SCORE,
  USED_FUNDS,
  USED_FUNDS_GRID,
} from './evaluated.ts';
import { named, type RowOf, text } from './field.ts';
import { tableKind } from './kind.ts';

const FIELDS = {
  title: text('', [], { required: true }),
  project: text(...named('project-name')),
  department: text(...named('competent-department')),
  unit: text(...named('implementing-unit')),
  funds: USED_FUNDS,
  goals: REACHED_GOALS,
  indicators: REACHED_INDICATORS,
  total: TOTAL_SCORE,
  grade: PRINTED_GRADE,
};

export type SelfEvaluation = RowOf<typeof FIELDS>;

export const SELF_EVALUATION = tableKind({
  id: 'self-evaluation',
  property: 'selfEvaluation',
  name: '项目支出绩效自评表',
  english: 'Project self-evaluation',
  short: '自评',
  title: /绩效自评(?:情况)?表$/,
  notTitle: /整体/,
  signature: ['一级指标', '二级指标', /^(?:全年)?实际完成值$/],
  fields: FIELDS,
  isSheet: true,
  home: /绩效/,

  identity: ({ project, title }) => project ?? title,
  keyed: ({ project, title }) => ({ key: project ?? title, label: project ?? title }),
  found: ({ project, title, goals, indicators, origin }) => [
    { kind: 'project', title: project ?? title, body: goals.flatMap((goal) => [goal.expected, goal.achieved]), origin },
    ...foundIndicators(indicators, ({ achieved, cause }) => [achieved, cause]),
  ],
  counted: ({ length }) => [`项目自评 ${length} 个`, `${length} project self-evaluations`],
  shown: {
    id: 'self-evaluations',
    title: ['项目绩效自评', 'Project self-evaluation'],
    first: 12,
    columns: [{ title: ['项目', 'Project'], value: ({ project, title }) => project ?? title }],
    words: [
      { title: ['实施单位', 'Unit'], text: ({ unit }) => unit },
      {
        title: ['总分', 'Total score'],
        text: ({ total, grade }) => [total?.text, grade].filter((each) => each !== undefined).join(' ') || undefined,
      },
    ],
    grids: [USED_FUNDS_GRID, REACHED_GRID],
  },
});
