/** 绩效目标表: what a project, or the whole agency, is to achieve, and by which indicators that is told. */
import { headerKey } from '../forms/label.ts';
import type { IndicatorLine, Ledger } from '../ledger/ledger.ts';
import { squeeze } from '../text/fold.ts';
import { type RowOf, rows, text } from './field.ts';
import { type PrintedCell, type PrintedForm, type PrintedRow, type PrintedTable, tableKind } from './kind.ts';
import { given } from './read.ts';

const FIELDS = {
  title: text('', [], { required: true }),
  /** Absent where the table speaks of the whole agency. */
  project: text('项目名称', ['项目名称', '单位(项目)名称', '项目', '项目(政策)名称', '单位名称(项目)']),
  goal: text('绩效目标', [
    '绩效目标',
    '年度目标',
    '年度绩效目标',
    '总体目标',
    '年度总体目标',
    '项目绩效目标',
    '实施期目标',
  ]),
  indicators: rows('绩效指标', {
    level1: text('一级指标', ['一级指标'], { required: true, usual: true, down: true }),
    level2: text('二级指标', ['二级指标'], { required: true, usual: true, down: true }),
    level3: text('三级指标', ['三级指标', '指标名称', '指标内容'], { required: true, usual: true }),
    description: text('绩效指标描述', ['绩效指标描述', '指标描述', '指标说明', '指标解释']),
    target: text(
      '指标值',
      ['指标值', '目标值', '年度指标值', '指标值(包含数字及文字描述)', '指标目标值', '指标值及单位', '绩效指标值'],
      { usual: true },
    ),
    basis: text('指标值确定依据', ['指标值确定依据', '确定依据', '备注']),
  }),
};

export type PerformanceTarget = RowOf<typeof FIELDS>;
export type Indicator = PerformanceTarget['indicators'][number];

export const PERFORMANCE = tableKind({
  id: 'performance',
  property: 'performance',
  name: '绩效目标表',
  english: 'Performance targets',
  short: '绩效',
  title: /绩效目标(申报|批复|情况|公开|明细)?表?$|绩效(目标)?(申报|批复|信息)?表$/,
  notTitle: /总体|整体绩效目标$|分项|项目绩效目标$|职责|[:：]$/,
  signature: ['一级指标', '二级指标'],
  fields: FIELDS,
  alsoRead: [
    {
      id: 'comparator',
      name: '指标性质',
      headers: ['指标性质', '指标符号', '计算符号', '运算符号', '指标运算符号', '符号'],
    },
    { id: 'unit', name: '度量单位', headers: ['度量单位', '计量单位', '指标单位', '指标值单位', '单位'] },
  ],
  hasUnit: false,
  isSheet: true,
  home: /绩效/,

  read,
  isTorn: ({ has }) => !has('level1') && !has('level2') && (has('level3') || has('description') || has('target')),
  lines,

  compile,
  asks: ({ projects }) =>
    projects.flatMap(({ name, goal, indicators }) => {
      const missing = [...(goal ? [] : ['绩效目标']), ...(indicators.length > 0 ? [] : ['绩效指标'])];
      if (missing.length === 0) return [];
      return [{ code: 'target-missing', message: `项目“${name}”没有填${missing.join('和')}：请补填。` }];
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
    columns: [{ title: ['部门整体', 'The whole agency'], value: ({ project }) => project }],
    words: [{ title: ['绩效目标', 'Goal'], text: ({ goal }) => goal }],
    grids: [
      {
        rows: ({ indicators }) => indicators,
        columns: [
          { title: ['指标', 'Indicator'], value: ({ level3 }: Indicator) => level3 },
          {
            title: ['类别', 'Kind'],
            value: ({ level1, level2 }: Indicator) => [level1, level2].filter(Boolean).join(' · '),
          },
          { title: ['说明', 'Meaning'], value: ({ description }: Indicator) => description },
          { title: ['目标值', 'Target'], isPlace: true, value: ({ target }: Indicator) => target },
        ],
      },
    ],
  },
});

const GOAL = /^(?:年度|项目)?(?:总体|绩效)?(?:绩效)?目标(?:\d|内容)?$/;

/** The projects of one performance table: most tables are of one, some list all of them, each named in its own rows. */
function read({ title, lead, beside, rows, origin }: PrintedTable): PerformanceTarget[] {
  const groups = byProject(rows);
  const shared = [...lead.flatMap(goalOfLine), ...beside];
  return groups.map(({ name, rows }) => {
    const { indicators, goals } = readIndicators(rows);
    const project = name ?? valueAfter(lead, /^项目名称$/) ?? projectOfTitle(title);
    const goal = [...shared, ...goals].join('\n');
    return {
      title,
      ...(project ? { project } : {}),
      ...(goal ? { goal } : {}),
      indicators,
      origin: groups.length > 1 ? rows[0]!.origin : origin,
    };
  });
}

type Rows = readonly PrintedRow[];

/** A project's name stands in its first row only, or in all of them. */
function byProject(rows: Rows): readonly { readonly name?: string; readonly rows: Rows }[] {
  const groups: { name?: string; rows: PrintedRow[] }[] = [];
  for (const row of rows) {
    const name = row.text('project');
    const last = groups.at(-1);
    if (!last || (name !== undefined && last.name !== undefined && name !== last.name))
      groups.push({ ...(name ? { name } : {}), rows: [row] });
    else {
      if (name) last.name ??= name;
      last.rows.push(row);
    }
  }
  return groups.length > 0 ? groups : [{ rows: [] }];
}

function readIndicators(rows: Rows): { indicators: Indicator[]; goals: string[] } {
  const indicators: Indicator[] = [];
  const goals: string[] = [];
  let level1 = '';
  let level2 = '';
  for (const row of rows) {
    const own = row.text('goal');
    if (own && !goals.includes(own)) goals.push(own);
    const goal = goalOf(row.all);
    if (goal !== undefined) {
      goals.push(goal);
      continue;
    }
    if (headerKey(row.all[0]!) === '一级指标') continue;
    const given1 = row.text('level1');
    if (given1 && given1 !== level1) level2 = '';
    level1 = given1 ?? level1;
    level2 = row.text('level2') ?? level2;
    const more = { description: row.text('description'), target: targetOf(row), basis: row.text('basis') };
    indicators.push({ level1, level2, level3: row.text('level3') ?? '', ...given(more), origin: row.origin });
  }
  return { indicators, goals };
}

/** A target in one cell, or in three: 指标性质 ≥ | 指标值 90 | 度量单位 %. */
function targetOf(row: PrintedRow): string | undefined {
  const value = row.text('target');
  if (value === undefined) return undefined;
  const sign = row.text('comparator')?.replace(/^定性$|^无$/, '') ?? '';
  const unit = row.text('unit')?.replace(/^[-—/无]+$/, '') ?? '';
  return `${value.startsWith(sign) ? '' : sign.replace('＝', '=')}${value}${value.endsWith(unit) ? '' : unit}`;
}

function goalOf(texts: readonly string[]): string | undefined {
  const first = squeeze(texts[0] ?? '');
  if (GOAL.test(first) && texts.length > 1) return texts.slice(1).join('\n');
  const inline = /^绩效目标[:：\s]*(\d+[.．、].+)$/.exec(texts[0] ?? '');
  return inline && texts.length === 1 ? inline[1] : undefined;
}

type Line = readonly PrintedCell[];

const textsOf = (line: Line) => line.map(({ text }) => text).filter((text) => text !== '');

/** A line above the indicators; one long cell alone is a goal whose label was lost. */
function goalOfLine(line: Line): string[] {
  const texts = textsOf(line);
  const goal = goalOf(texts) ?? (texts.length === 1 && /^\d+[.．、]/.test(texts[0]!) ? texts[0] : undefined);
  return goal === undefined ? [] : [goal];
}

/** The text of the cell after a label among the lines above the header: 项目名称 | 办公设备购置. */
function valueAfter(lead: readonly Line[], label: RegExp): string | undefined {
  for (const line of lead) {
    const texts = textsOf(line);
    const at = texts.findIndex((text) => label.test(squeeze(text).replace(/:$/, '')));
    if (at >= 0 && texts[at + 1]) return texts[at + 1];
  }
  return undefined;
}

/** `3、业务咨询委托费绩效目标表` → 业务咨询委托费; a title that names no project has none. */
function projectOfTitle(title: string): string | undefined {
  const match =
    /^(?:\d+[、.．]|[（(]?[一二三四五六七八九十]+[)）、.．])?\s*(.+?)(?:项目)?(?:支出)?绩效目标(?:申报|批复)?表?$/.exec(
      title.trim(),
    );
  const name = match?.[1]?.trim();
  return name && !/^(?:\d{4}年度?)?(?:项目|部门|单位|部门整体|整体|预算项目|项目支出)*$/.test(name) ? name : undefined;
}

/** The project, where the title does not name it, and the goal line by line. */
function lines({ title, project, goal }: PerformanceTarget): (readonly [string, string])[] {
  const isNamed = project !== undefined && projectOfTitle(title) !== project;
  return [
    ...(isNamed ? [['项目名称', project] as const] : []),
    ...(goal ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ['绩效目标', line] as const),
  ];
}

/** One table for each project, or one for the whole agency where the template's title names no project. */
function compile({ projects, overall }: Ledger, form: PrintedForm): PerformanceTarget[] {
  const target = (
    name: string | undefined,
    goal: string | undefined,
    indicators: readonly IndicatorLine[],
    n: number,
  ): PerformanceTarget => ({
    title: form.title({ number: String(n), ...(name ? { project: name } : {}) }),
    ...(name ? { project: name } : {}),
    ...(goal ? { goal } : {}),
    indicators: indicators.map((line) => ({ ...line, origin: {} })),
    origin: {},
  });
  const filled = projects.filter(({ goal, indicators }) => goal !== undefined || indicators.length > 0);
  if (form.isPerProject) return filled.map(({ name, goal, indicators }, i) => target(name, goal, indicators, i + 1));
  return overall ? [target(undefined, overall.goal, overall.indicators, 1)] : [];
}
