/** 项目支出表: what each project costs, who spends it, on which items, and from which sources. */

import { isTotalLabel } from '../forms/label.ts';
import { parseAmount } from '../money.ts';
import { unspaced } from '../text/fold.ts';
import { yearOfPlan } from '../vocabulary/index.ts';
import { amounts, choice, code, type Fields, money, named, type RowOf, text } from './field.ts';
import { type PrintedRow, tableKind } from './kind.ts';
import { doubtOfSums, withSubtotals } from './levels.ts';
import { compileProjects } from './projects-compile.ts';
import { readFields } from './read.ts';
import { SOURCE_AMOUNTS } from './source-amounts.ts';

/** What a plan of several years (中期规划) gives a project in the years after the document's own. */
const LATER_YEARS: Fields = Object.fromEntries(
  [2, 3, 4, 5].map((nth) => [
    `year-${nth}`,
    money(yearOfPlan(nth), [`${yearOfPlan(nth)}[<预算|支出|安排>][<数|金额>]`], {
      english: `Year ${nth} of the plan`,
    }),
  ]),
);

const FIELDS = {
  kind: choice('project', 'subtotal', 'total'),
  label: text('', [], { required: true }),
  unitCode: code(...named('unit-code', '部门<编码|代码>')),
  unit: text('项目单位', ['[<项目|预算|二级预算|实施|主管>]单位[名称]', '资金使用单位', '<主管|预算>部门[名称]'], {
    down: true,
  }),
  category: text('项目类别', ['[<项目|支出>]<类别|类型>', '项目分类'], { down: true }),
  code: code('项目编码', ['项目<编码|代码|编号>']),
  project: text(...named('project-name', '项目'), {
    usual: true,
    isName: true,
  }),
  function: code(...named('functional-code'), { codes: 'function' }),
  functionName: text('功能分类科目名称', ['[支出]功能[分类]科目[名称]', '[支出]功能分类[名称]']),
  economic: code(...named('economic-code'), { codes: 'economic' }),
  economicName: text('部门经济分类科目名称', ['[部门][预算][支出]经济[分类]科目[名称]']),
  governmental: code(...named('governmental-code'), {
    codes: 'governmental',
  }),
  governmentalName: text('政府经济分类科目名称', ['政府[预算][支出]经济[分类]科目[名称]']),
  fund: text('资金性质', ['资金<性质|来源>']),
  cells: amounts({ ...SOURCE_AMOUNTS, ...LATER_YEARS }),
  purpose: text('项目内容', ['[项目]<简介|概况|内容|说明|用途>', '主要内容', '资金用途', '<支出|立项><内容|依据>'], {
    isLong: true,
  }),
  goal: text('绩效目标', ['[<项目|年度|总体>][支出][绩效]目标'], { isLong: true }),
  note: text('备注'),
};

export type ProjectRow = RowOf<typeof FIELDS>;

export const PROJECTS = tableKind({
  id: 'projects',
  property: 'projects',
  name: '项目支出表',
  english: 'Projects',
  title: /项目(?:支出|预算|经费|资金).*(?:表|情况)$|专项.*(?:支出|经费|资金).*表$/,
  notTitle: /绩效|基本支出|说明$|采购|收费|债务|债券|购买服务|经济(?:分类|科目)|功能分类|[:：]$/,
  fields: FIELDS,
  speaks: /(?<!收费|收入|采购|债务|债券)项目/,
  hasFreeNames: true,
  // The checklist has 项目经费情况说明, of which the table is a part.
  isChecked: false,
  home: /项目支出|支出情况/,

  // The rest of a long goal or purpose has neither a name nor an amount.
  isTorn: ({ has, texts }) => !has('project') && !texts.some((text) => parseAmount(text, '元') !== undefined),

  // A unit's row, and that of a first-level project, is the sum of those below it.
  read: ({ rows }) =>
    withSubtotals(
      rows.map(readRow).filter(({ label }) => label !== ''),
      'project',
    ),
  print: ({ kind, label }) => (kind === 'project' ? {} : { project: label }),
  doubt: (rows) => doubtOfSums(rows, 'project'),
  compile: compileProjects,

  keyed: ({ kind, code, label }) => ({ key: kind === 'project' ? (code ?? label) : kind, label }),
  found: ({ kind, label, goal, purpose, unit, origin }) =>
    kind === 'project' ? [{ kind: 'project', title: label, body: [unit, purpose, goal], origin }] : [],
  counted: (rows) => {
    const count = rows.filter(({ kind }) => kind === 'project').length;
    return [`项目 ${count} 个`, `${count} projects`];
  },
  shown: {
    id: 'project-expenditure',
    title: ['项目支出', 'Projects'],
    first: 15,
    columns: [
      { title: ['项目', 'Project'], value: ({ label }) => label },
      { title: ['单位', 'Unit'], value: ({ unit }) => unit, isOptional: true },
      { title: ['类别', 'Category'], value: ({ category }) => category, isOptional: true },
      { title: ['科目', 'Item'], isCode: true, value: ({ function: item }) => item, isOptional: true },
      { title: ['金额', 'Amount'], isNumber: true, value: ({ cells }) => cells.total },
      { title: ['内容', 'Purpose'], value: ({ purpose, goal }) => purpose ?? goal, isOptional: true },
    ],
    isTotal: ({ kind }) => kind !== 'project',
  },
});

function readRow(row: PrintedRow): ProjectRow {
  const { cells = {}, ...told } = readFields(FIELDS, row);
  const label = unspaced(
    row.all.find(isTotalLabel) ?? told.project ?? told.unit ?? told.functionName ?? row.all[0] ?? '',
  );
  const kind = isTotalLabel(label) ? 'total' : /小计$/.test(label) ? 'subtotal' : 'project';
  return { ...(kind === 'project' ? told : {}), kind, label, cells, origin: row.origin };
}

/**
 * Of several tables of projects the one that tells what all of them cost: others list some of them again, as those with targets. A
 * table without amounts tells nothing of it.
 */
export function mainProjects<Table extends { readonly rows: readonly unknown[] }>(
  tables: readonly Table[],
): Table | undefined {
  const costOf = ({ rows }: Table): number =>
    (rows as readonly ProjectRow[]).reduce(
      (sum, { kind, cells }) => sum + (kind === 'project' ? (cells.total?.fen ?? 0) : 0),
      0,
    );
  return tables.reduce<Table | undefined>((most, one) => (most && costOf(most) >= costOf(one) ? most : one), undefined);
}
