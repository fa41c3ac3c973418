/** On what authority a rule stands: a document, the article, and what it says there. The documents are named here, once. */

export interface Basis {
  readonly document: string;
  /** Such as 第十四条 or 所附表样. */
  readonly article?: string;
  /** What follows from it for the rule. */
  readonly says?: string;
}

/** `《预算法》第十四条：…`, several joined by `；`. */
export const basisText = (bases: readonly Basis[]): string =>
  bases.map(({ document, article = '', says }) => `${document}${article}${says ? `：${says}` : ''}`).join('；');

export const BUDGET_LAW = '《预算法》';
export const DISCLOSURE = '《地方预决算公开操作规程》（财预〔2016〕143号）';
export const CLASSIFICATION = '各年度《政府收支分类科目》';
export const PROCUREMENT_LAW = '《政府采购法》';
export const PROCUREMENT_CATALOGUE = '《政府采购品目分类目录》（财库〔2013〕189号、财库〔2022〕31号）';
export const SME_MEASURES = '《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）';
export const STATE_ASSETS = '《行政事业性国有资产管理条例》';
export const PERFORMANCE_MEASURES = '《项目支出绩效评价管理办法》（财预〔2020〕10号）';
export const PERFORMANCE_TARGETS = '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）';
export const PERFORMANCE_CORE_TARGETS =
  '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）';
export const ECONOMIC_REFORM = '《支出经济分类科目改革方案》（财预〔2017〕98号）';
export const PUNCTUATION = '公文写作与《标点符号用法》（GB/T 15834）';
export const ASSETS_PRACTICE = '固定资产占用情况表编制口径';
export const DUTIES_PRACTICE = '部门职责-工作活动绩效目标表编制口径';
