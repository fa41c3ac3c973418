/** 绩效目标表: what a project is to achieve, what it may cost, and by which indicators that is told. */
import { TABLE_NUMBER } from '../forms/label.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { squeeze } from '../text/fold.ts';
import { cellFields, money, named, optionalRows, type RowOf, text } from './field.ts';
import { GOAL_HEADERS, goalOfRow, goalsOfLines } from './goals.ts';
import { BESIDE_INDICATORS, INDICATOR_COLUMNS, INDICATORS, readIndicators } from './indicators.ts';
import { type PrintedCell, type PrintedForm, type PrintedRow, type PrintedTable, tableKind } from './kind.ts';
import { given } from './read.ts';
import { labelledIn } from './sheet.ts';
import { amountsOf, FUND_COLUMNS, FUNDS, type Funds } from './sheet-lines.ts';
import { SOURCE_AMOUNTS } from './source-amounts.ts';

const FIELDS = {
  title: text('', [], { required: true }),
  project: text(...named('project-name', '项目'), {
    isName: true,
  }),
  department: text(...named('competent-department')),
  unit: text(...named('implementing-unit', '单位名称')),
  overview: text('项目概况', ['项目<概况|简介|概述>']),
  goal: text('绩效目标', GOAL_HEADERS, { isLong: true }),
  /** What it may cost, by source, as its lines or columns print it. */
  funds: FUNDS,
  /** What a list of projects prints above the project: the sum of all that are in it, and of those of a unit. */
  sums: optionalRows('清单合计', {
    name: text('单位或合计', ['单位或合计'], { required: true, usual: true, isName: true }),
    source: text('资金来源', ['资金来源']),
    amount: money('金额', ['金额'], { usual: true }),
  }),
  indicators: INDICATORS,
};

export type PerformanceTarget = RowOf<typeof FIELDS>;
type Sum = NonNullable<PerformanceTarget['sums']>[number];

export const PERFORMANCE = tableKind({
  id: 'performance',
  property: 'performance',
  name: '绩效目标表',
  english: 'Performance targets',
  short: '绩效',
  title: /绩效目标(申报|批复|情况|公开|明细)?表?$|绩效(目标)?(申报|批复|信息)?表$/,
  notTitle: /总体绩效目标$|总体目标|整体|分项|项目绩效目标$|职责|[:：]$/,
  speaks: /绩效|指标/,
  signature: ['一级指标', '二级指标'],
  fields: FIELDS,
  alsoRead: { ...BESIDE_INDICATORS, ...SOURCE_AMOUNTS },
  hasUnit: false,
  isSheet: true,
  home: /绩效/,

  read,
  isTorn: ({ has, texts }) =>
    (!has('level1') && !has('level2') && !has('levelled') && (has('level3') || has('description') || has('target'))) ||
    (has('goal') && texts.length === 1),
  lines,

  compile,
  // Projects of several units may bear one name.
  aggregate: (shares) =>
    shares.flatMap(({ agency, rows }) => rows.map((row) => ({ ...row, unit: row.unit ?? agency.name }))),
  asks: ({ projects }) =>
    projects.flatMap(({ name, goal, indicators, lines }, i) => {
      // A project without money is told by that.
      if (lines.every(({ fen }) => fen === 0)) return [];
      const missing = [...(goal ? [] : ['绩效目标']), ...(indicators.length > 0 ? [] : ['绩效指标'])];
      if (missing.length === 0) return [];
      const path = goal ? `projects[${i}]` : `projects[${i}].goal`;
      return [{ code: 'target-missing', message: `项目“${name}”没有填${missing.join('和')}：请补填。`, path }];
    }),

  identity: ({ project, title }) => project ?? title,
  found: ({ project, title, goal, indicators, origin }) => [
    { kind: 'project', title: project ?? title, body: [goal], origin },
    ...indicators.map(({ level2, level3, description, target, origin }, part) => ({
      kind: 'indicator' as const,
      title: level3,
      body: [level2, description, target],
      part,
      origin,
    })),
  ],
  counted: (targets) => {
    const indicators = targets.reduce((sum, target) => sum + target.indicators.length, 0);
    return [
      `绩效目标 ${targets.length} 个、指标 ${indicators} 条`,
      `${targets.length} performance targets with ${indicators} indicators`,
    ];
  },
  shown: {
    id: 'projects',
    title: ['项目绩效目标', 'Performance targets'],
    first: 12,
    columns: [{ title: ['项目', 'Project'], value: ({ project }) => project }],
    words: [
      { title: ['实施单位', 'Unit'], text: ({ unit }) => unit },
      { title: ['绩效目标', 'Goal'], text: ({ goal }) => goal },
    ],
    grids: [
      { rows: ({ funds = [] }) => funds, columns: FUND_COLUMNS },
      { rows: ({ indicators }) => indicators, columns: INDICATOR_COLUMNS },
    ],
  },
});

/** The projects of one performance table: most tables are of one, some list all of them, each named in its own rows. */
function read(table: PrintedTable): PerformanceTarget[] {
  const { title, lead, beside, rows, origin } = table;
  const groups = byProject(rows);
  const shared = [...goalsOfLines(lead), ...beside];
  const { department, unit: unitOfAll, overview } = labelledIn(FIELDS, lead, table);
  const isList = groups.length > 1;
  let sums: readonly Sum[] = [];
  const targets = groups.flatMap(({ name, unit = unitOfAll, rows }): PerformanceTarget[] => {
    const project = name ?? valueAfter(lead, /^(?!.*(?:部门|单位|机构)).{2,8}名称$/) ?? projectOfTitle(title);
    const goal = [...shared, ...goalsOf(rows)].join('\n');
    const funds = [...amountsOf(lead, table), ...rows.flatMap(fundsOfRow)];
    const indicators = readIndicators(rows.filter((row) => goalOfRow(row) === undefined));
    // The sum of a list, and of a unit in it, aims at nothing.
    if (isList && goal === '' && indicators.length === 0) {
      sums = [...sums, ...(name === undefined ? [] : funds.map((paid) => ({ name, ...paid })))];
      return [];
    }
    const above = sums;
    sums = [];
    const target = {
      title,
      ...given({ project, department, unit, overview, goal: goal || undefined }),
      ...(funds.length > 0 ? { funds } : {}),
      ...(above.length > 0 ? { sums: above } : {}),
      indicators,
      origin: isList ? rows[0]!.origin : origin,
    };
    return [target];
  });
  const last = targets.at(-1);
  return last && sums.length > 0
    ? [...targets.slice(0, -1), { ...last, sums: [...(last.sums ?? []), ...sums] }]
    : targets;
}

const SOURCES = cellFields(SOURCE_AMOUNTS);

/** What a project's row prints in columns of money. */
const fundsOfRow = (row: PrintedRow): readonly Funds[] =>
  SOURCES.flatMap(([id, { name }]) => {
    const amount = row.amount(id);
    return amount ? [{ source: name, amount, origin: amount.origin }] : [];
  });

function goalsOf(rows: Rows): readonly string[] {
  const goals: string[] = [];
  for (const row of rows) {
    const own = row.text('goal');
    if (own && !goals.includes(own)) goals.push(own);
    const goal = goalOfRow(row);
    if (goal !== undefined) goals.push(goal);
  }
  return goals;
}

type Rows = readonly PrintedRow[];

interface Group {
  name?: string;
  unit?: string;
  rows: PrintedRow[];
}

/**
 * A project's name stands in its first row only, or in all of them. In a cell merged over its rows it may stand on one page while
 * its rows go on on the next: the rest of the cell is blank there. Projects of two units may bear one name.
 */
function byProject(rows: Rows): readonly Readonly<Group>[] {
  const groups: Group[] = [];
  const hasMerges = rows.some((row) => row.goesOn('project'));
  for (const row of rows) {
    const name = row.text('project');
    const last = groups.at(-1);
    const unit = row.text('unit') ?? last?.unit;
    const begins = hasMerges
      ? row.goesOn('project') === false && !(row.isFirst && (name === undefined || last?.name === undefined))
      : name !== undefined && last?.name !== undefined && (name !== last.name || unit !== last.unit);
    if (!last || begins) groups.push({ ...given({ name, unit }), rows: [row] });
    else {
      if (name) last.name ??= name;
      last.rows.push(row);
    }
  }
  return groups.length > 0 ? groups : [{ rows: [] }];
}

/** The text of the cell after a label among the lines above the header: 项目名称 | 办公设备购置. */
function valueAfter(lead: readonly (readonly PrintedCell[])[], label: RegExp): string | undefined {
  for (const line of lead) {
    const texts = line.map(({ text }) => text).filter((text) => text !== '');
    const at = texts.findIndex((text) => label.test(squeeze(text).replace(/:$/, '')));
    if (at >= 0 && texts[at + 1]) return texts[at + 1];
  }
  return undefined;
}

/** Titles of forms say of what sort of money they are, and name no project by it. */
const GENERAL =
  /^(?:\d{4}年度?)?(?:政策和|部门|单位|预算|项目|支出|整体|总体|重点|[省市县区]级|专项(?:资金|业务经费|\(项目\)|（项目）))*$/;

/** `3、业务咨询委托费绩效目标表` → 业务咨询委托费; a title that names no project has none. */
function projectOfTitle(title: string): string | undefined {
  const match =
    /^(?:\d+[、.．]|[（(]?[一二三四五六七八九十]+[)）、.．])?\s*(.+?)(?:项目)?(?:支出)?绩效目标(?:申报|批复)?表?$/.exec(
      title.trim().replace(TABLE_NUMBER, '').trim(),
    );
  const name = match?.[1]?.trim();
  return name && !GENERAL.test(name) ? name : undefined;
}

/** The project, where the title does not name it, and the goal line by line. */
function lines({ title, project, department, unit, overview, goal }: PerformanceTarget): (readonly [string, string])[] {
  const isNamed = project !== undefined && projectOfTitle(title) !== project;
  const labelled = [
    ['主管部门', department],
    ['实施单位', unit],
    ['项目概况', overview],
  ] as const;
  return [
    ...(isNamed ? [['项目名称', project] as const] : []),
    ...labelled.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const])),
    ...(goal ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ['绩效目标', line] as const),
  ];
}

/** One table for each project. */
function compile({ projects }: Ledger, form: PrintedForm): PerformanceTarget[] {
  const filled = projects.filter(({ goal, indicators }) => goal !== undefined || indicators.length > 0);
  return filled.map(({ name, goal, indicators }, i) => ({
    title: form.title({ number: String(i + 1), project: name }),
    project: name,
    ...(goal ? { goal } : {}),
    indicators: indicators.map((line) => ({ ...line, origin: {} })),
    origin: {},
  }));
}
