/** What columns of records say in words, wherever they are printed: which project, whose it is, by which code, which indicator. */
import type { Concept } from './concept.ts';

const SYSTEM = '《预算管理一体化规范（2.0版）》（财办〔2023〕12号）';
const PERFORMANCE = '《项目支出绩效评价管理办法》（财预〔2020〕10号）所附表样';

const column = (id: string, name: string, english: string, headers: readonly string[], basis: string): Concept => ({
  id,
  name,
  english,
  wordings: [],
  headers,
  basis,
});

export const RECORD_CONCEPTS: readonly Concept[] = [
  column(
    'project-name',
    '项目名称',
    'Project',
    ['[<预算|一级|二级|支出|所属>]项目名称', '单位(项目)名称', '项目(政策)名称', '单位名称(项目)'],
    SYSTEM,
  ),
  column('competent-department', '主管部门', 'Competent department', ['[资金]主管<部门|单位>[<及代码|名称>]'], SYSTEM),
  column('implementing-unit', '实施单位', 'Implementing unit', ['[项目]<实施|承担>单位', '项目单位'], SYSTEM),
  column('unit-code', '单位编码', 'Code of the unit', ['[预算]单位<编码|代码>'], SYSTEM),
  column('functional-code', '功能分类科目编码', 'Functional item', ['[支出]功能[分类][科目]<编码|代码>'], SYSTEM),
  column(
    'economic-code',
    '部门经济分类科目编码',
    'Economic item of departments',
    ['[部门][预算][支出]经济[分类][科目]<编码|代码>'],
    SYSTEM,
  ),
  column(
    'governmental-code',
    '政府经济分类科目编码',
    'Economic item of governments',
    ['政府[预算][支出]经济[分类][科目]<编码|代码>'],
    SYSTEM,
  ),
  column('fund-source', '资金来源', 'Source of funds', ['资金来源'], SYSTEM),
  column('indicator-level-1', '一级指标', 'Indicator, level 1', ['一级指标'], PERFORMANCE),
  column('indicator-level-2', '二级指标', 'Indicator, level 2', ['二级指标'], PERFORMANCE),
  column('indicator-level-3', '三级指标', 'Indicator, level 3', ['三级指标[名称]', '指标<名称|内容>'], PERFORMANCE),
  column(
    'indicator-target',
    '指标值',
    'Target',
    [
      '[<年度|本年|当年|全年|本年度>][绩效]<指标|目标>值[及单位]',
      '指标目标值',
      '指标值(包含数字及文字描述)',
      '<年度|当年>目标值',
    ],
    PERFORMANCE,
  ),
  column(
    'indicator-office',
    '责任处室',
    'Office that answers for it',
    ['[指标]<责任|负责|牵头|落实|承担><处室|科室|股室>', '[指标]责任<部门|单位>'],
    PERFORMANCE,
  ),
  column(
    'catalogue-item',
    '采购物品名称',
    'Item bought',
    ['采购<物品|目录|品目>名称', '品目名称', '采购<品目|内容|目录>'],
    '《政府采购品目分类目录》（财库〔2022〕31号）',
  ),
  column(
    'catalogue-code',
    '政府采购目录序号',
    'Code in the catalogue',
    ['[政府采购]目录序号', '[政府]采购目录编码', '[采购]品目<编码|代码>', '政府采购目录'],
    '《政府采购品目分类目录》（财库〔2022〕31号）',
  ),
];
