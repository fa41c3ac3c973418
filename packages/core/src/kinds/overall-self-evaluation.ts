/** 部门整体支出绩效自评表: what a department achieved with all of its budget, by its main tasks and by indicators, scored by itself. */
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
import { money, type RowOf, rows, text } from './field.ts';
import { tableKind } from './kind.ts';

const usual = { usual: true } as const;

const FIELDS = {
  title: text('', [], { required: true }),
  agency: text('部门名称', ['[预算]<部门|单位|部门(单位)|单位(部门)>[名称]']),
  funds: USED_FUNDS,
  /** 年度主要任务: each with what became of it, and its money. */
  tasks: rows('年度主要任务', {
    name: text('任务名称', ['任务名称', '年度主要任务'], { required: true, usual: true }),
    done: text('完成情况', ['完成情况', '任务完成情况'], usual),
    budget: money('预算金额', ['预算金额', '任务预算数'], usual),
    spent: money('支出金额', ['支出金额', '任务执行数', '实际支出金额'], usual),
  }),
  goals: REACHED_GOALS,
  indicators: REACHED_INDICATORS,
  total: TOTAL_SCORE,
  grade: PRINTED_GRADE,
};

export type OverallSelfEvaluation = RowOf<typeof FIELDS>;
type TaskRow = OverallSelfEvaluation['tasks'][number];

export const OVERALL_SELF_EVALUATION = tableKind({
  id: 'overall-self-evaluation',
  property: 'overallSelfEvaluation',
  name: '部门整体支出绩效自评表',
  english: 'Self-evaluation of the whole agency',
  short: '整体自评',
  title: /整体.*自评(?:情况)?表$/,
  fields: FIELDS,
  isSheet: true,
  home: /绩效/,

  identity: ({ agency, title }) => agency ?? title,
  keyed: ({ agency, title }) => ({ key: agency ?? title, label: agency ?? title }),
  found: ({ agency, title, goals, tasks, indicators, origin }) => [
    { kind: 'project', title: agency ?? title, body: goals.flatMap((goal) => [goal.expected, goal.achieved]), origin },
    ...tasks.map(({ name, done, origin: at }, part) => ({
      kind: 'project' as const,
      title: name,
      body: [done],
      part,
      origin: at,
    })),
    ...foundIndicators(indicators, ({ achieved, cause }) => [achieved, cause]),
  ],
  counted: ({ length }) => [`整体自评 ${length} 个`, `${length} self-evaluations of whole agencies`],
  shown: {
    id: 'overall-self-evaluation',
    title: ['部门整体绩效自评', 'Self-evaluation of the whole agency'],
    columns: [{ title: ['部门', 'Agency'], value: ({ agency, title }) => agency ?? title }],
    words: [
      {
        title: ['总分', 'Total score'],
        text: ({ total, grade }) => [total?.text, grade].filter((each) => each !== undefined).join(' ') || undefined,
      },
    ],
    grids: [
      USED_FUNDS_GRID,
      {
        rows: ({ tasks }) => tasks,
        columns: [
          { title: ['任务', 'Task'], value: ({ name }: TaskRow) => name },
          { title: ['完成情况', 'What was done'], value: ({ done }: TaskRow) => done },
          { title: ['预算金额', 'Budget'], isNumber: true, value: ({ budget }: TaskRow) => budget },
          { title: ['支出金额', 'Spent'], isNumber: true, value: ({ spent }: TaskRow) => spent },
        ],
      },
      REACHED_GRID,
    ],
  },
});
