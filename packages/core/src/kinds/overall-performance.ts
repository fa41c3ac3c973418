/** 部门整体绩效目标表: what a department is to achieve with all of its budget, by its main tasks and by indicators. */
import type { Ledger } from '../ledger/ledger.ts';
import { unspaced } from '../text/fold.ts';
import { isHeaderOf } from '../vocabulary/index.ts';
import { cellFields, money, optionalRows, type RowOf, text } from './field.ts';
import { GOAL_HEADERS, goalOfRow, goalsOfLines } from './goals.ts';
import { BESIDE_INDICATORS, INDICATOR_COLUMNS, INDICATORS, readIndicators } from './indicators.ts';
import { type PrintedForm, type PrintedTable, tableKind } from './kind.ts';
import { given } from './read.ts';
import { labelledIn, readSheet } from './sheet.ts';
import { amountIn, amountsOf, FUND_COLUMNS, FUNDS, type Task, tasksOf, taskWordsBelow } from './sheet-lines.ts';
import { SOURCE_AMOUNTS } from './source-amounts.ts';

const PAID = {
  appropriation: money(
    '财政拨款',
    SOURCE_AMOUNTS.appropriation!.is === 'cell' ? SOURCE_AMOUNTS.appropriation!.headers : [],
  ),
  other: money('其他资金', SOURCE_AMOUNTS.other!.is === 'cell' ? SOURCE_AMOUNTS.other!.headers : []),
};

const FIELDS = {
  title: text('', [], { required: true }),
  agency: text('部门名称', ['[预算]<部门|单位|部门(单位)|单位(部门)>[名称]']),
  funds: FUNDS,
  /** 年度主要任务: each with what it is and what it costs. */
  tasks: optionalRows('年度主要任务', {
    name: text('任务名称', ['任务名称'], { required: true, usual: true, isName: true }),
    content: text('主要内容', ['主要内容'], { usual: true }),
    amount: money('预算金额', ['预算金额'], { usual: true }),
    ...PAID,
    aim: text('期望达到的目标', ['期望达到的目标']),
  }),
  goal: text('年度总体目标', GOAL_HEADERS),
  indicators: INDICATORS,
};

export type OverallTarget = RowOf<typeof FIELDS>;
type TaskRow = NonNullable<OverallTarget['tasks']>[number];

export const OVERALL_PERFORMANCE = tableKind({
  id: 'overall-performance',
  property: 'overallPerformance',
  name: '部门整体绩效目标表',
  english: 'Performance targets of the whole agency',
  short: '整体绩效',
  title: /整体.*绩效目标(?:申报|批复|公开)?表$/,
  notTitle: /自评|职责|[:：]$/,
  fields: FIELDS,
  alsoRead: BESIDE_INDICATORS,
  hasUnit: false,
  isSheet: true,
  home: /绩效/,

  read: (table) => [read(table)],
  isTorn: ({ has }) =>
    !has('level1') && !has('level2') && !has('levelled') && (has('level3') || has('description') || has('target')),
  lines: ({ agency, goal }) => [
    ...(agency === undefined ? [] : [['部门名称', agency] as const]),
    ...(goal ?? '').split('\n').flatMap((line) => (line === '' ? [] : [['年度总体目标', line] as const])),
  ],

  compile,

  identity: ({ agency, title }) => agency ?? title,
  keyed: ({ agency, title }) => ({ key: agency ?? title, label: agency ?? title }),
  found: ({ title, agency, goal, tasks = [], indicators, origin }) => [
    { kind: 'project', title: agency ?? title, body: [goal], origin },
    ...tasks.map(({ name, content, aim, origin }, part) => ({
      kind: 'project' as const,
      title: name,
      body: [content, aim],
      part,
      origin,
    })),
    ...indicators.map(({ level2, level3, target, origin }, part) => ({
      kind: 'indicator' as const,
      title: level3,
      body: [level2, target],
      part,
      origin,
    })),
  ],
  counted: ({ length }) => [`整体绩效目标 ${length} 个`, `${length} performance targets of whole agencies`],
  shown: {
    id: 'overall-performance',
    title: ['整体绩效目标', 'Performance targets of the whole agency'],
    columns: [{ title: ['部门', 'Agency'], value: ({ agency, title }) => agency ?? title }],
    words: [{ title: ['年度总体目标', 'Goal'], text: ({ goal }) => goal }],
    grids: [
      { rows: ({ funds = [] }) => funds, columns: FUND_COLUMNS },
      {
        rows: ({ tasks = [] }) => tasks,
        columns: [
          { title: ['任务', 'Task'], value: ({ name }: TaskRow) => name },
          { title: ['主要内容', 'Content'], value: ({ content }: TaskRow) => content },
          { title: ['预算金额', 'Amount'], isNumber: true, value: ({ amount }: TaskRow) => amount },
        ],
      },
      { rows: ({ indicators }) => indicators, columns: INDICATOR_COLUMNS },
    ],
  },
});

const isTaskHeader = isHeaderOf(
  [FIELDS.tasks.fields.name, FIELDS.tasks.fields.content].map(({ headers }) => ({ id: '', headers })),
);

function read(table: PrintedTable): OverallTarget {
  const { title, lead, beside, rows, origin } = table;
  const goals = [...goalsOfLines(lead), ...beside, ...rows.flatMap((row) => goalOfRow(row) ?? [])];
  const wordsOf = taskWordsBelow(lead, isTaskHeader);
  const funds = amountsOf(lead, table, wordsOf);
  const told = tasksOf(lead, table, wordsOf).map(taskRow);
  // Tasks without a text of their own are told by their header only.
  const headed = readSheet({ tasks: FIELDS.tasks }, { ...table, grid: lead, amount: amountIn(table) }).tasks ?? [];
  const tasks = (told.length > 0 ? told : headed).filter(({ name = '' }) => !/合计$/.test(unspaced(name)));
  return {
    title,
    ...given({ agency: labelledIn(FIELDS, lead, table).agency, goal: goals.join('\n') || undefined }),
    ...(funds.length > 0 ? { funds } : {}),
    ...(tasks.length > 0 ? { tasks } : {}),
    indicators: readIndicators(rows.filter((row) => goalOfRow(row) === undefined)),
    origin,
  };
}

const PAID_BY = cellFields(PAID).map(([id, { headers }]) => ({ id, isHeader: isHeaderOf([{ id, headers }]) }));

/** The first amount is all of it; those after it are told by their headers. */
function taskRow({ name, content, amounts: [first, ...rest], after, origin }: Task): TaskRow {
  const paid = rest.flatMap(({ header, cell }) => {
    const source = PAID_BY.find(({ isHeader }) => isHeader(header));
    return source ? [[source.id, cell] as const] : [];
  });
  return {
    name,
    content,
    ...given({ amount: first?.cell, aim: after }),
    ...Object.fromEntries(paid),
    origin,
  };
}

/** The ledger's goal and indicators of the whole agency. */
function compile({ overall, agency }: Ledger, form: PrintedForm): OverallTarget[] {
  if (!overall) return [];
  const indicators = overall.indicators.map((line) => ({ ...line, origin: {} }));
  return [
    { title: form.title(), ...given({ agency: agency.name || undefined, goal: overall.goal }), indicators, origin: {} },
  ];
}
