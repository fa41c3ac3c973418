/** The fields of 项目支出表, with the headers of their columns. */
import { yearOfPlan } from '../vocabulary/index.ts';
import { amounts, choice, code, type Fields, money, named, type RowOf, text } from './field.ts';
import { SOURCE_AMOUNTS, wholeAmount } from './source-amounts.ts';

/** What a plan of several years (中期规划) gives a project in the years after the document's own. */
const LATER_YEARS: Fields = Object.fromEntries(
  [2, 3, 4, 5].map((nth) => [
    `year-${nth}`,
    money(yearOfPlan(nth), [`${yearOfPlan(nth)}[<预算|支出|安排>][<数|金额>]`], {
      english: `Year ${nth} of the plan`,
    }),
  ]),
);

/** All of it: what is planned, or what accounts say was spent. */
const TOTAL = wholeAmount('[本年]支出', '[本年]支出/<合计|小计>', '支出决算数');

/** What accounts print of a project beside what was spent on it: what there was for it, and what is left. */
const OF_ACCOUNTS: Fields = {
  available: money('资金来源合计', ['资金来源合计']),
  revenue: money('本年收入', ['本年收入', '本年收入/<合计|小计>']),
  'year-end': money('年末结转和结余', ['年末结转[和结余]', '年末结转[和结余]/<合计|小计>']),
};

export const PROJECT_FIELDS = {
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
  cells: amounts({ ...SOURCE_AMOUNTS, total: TOTAL, ...LATER_YEARS, ...OF_ACCOUNTS }),
  purpose: text('项目内容', ['[项目]<简介|概况|内容|说明|用途>', '主要内容', '资金用途', '<支出|立项><内容|依据>'], {
    isLong: true,
  }),
  goal: text('绩效目标', ['[<项目|年度|总体>][支出][绩效]目标'], { isLong: true }),
  note: text('备注'),
};

export type ProjectRow = RowOf<typeof PROJECT_FIELDS>;
