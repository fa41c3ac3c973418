/** Of which plan or year a figure is (口径). */

/**
 * `budget` 年初预算, `adjusted` 全年(调整)预算, `actual` 决算或执行数, `previous` 上年同口径, `executed` what of last year's budget was
 * spent where that is printed beside it (上年执行数), `forecast` 预计. A figure without a period is of
 * the document's own: the budget of a budget, the execution of final accounts.
 */
export type Period = 'budget' | 'adjusted' | 'actual' | 'previous' | 'executed' | 'forecast';

/** What a period is called beside the name of a column, and in the equation language. */
export const PERIOD_NAMES: Readonly<Record<Period, string>> = {
  budget: '预算数',
  adjusted: '全年预算数',
  actual: '决算数',
  previous: '上年数',
  executed: '上年执行数',
  forecast: '预计数',
};

/** Whether a text names a period (口径) that columns are of. */
export const isPeriod = (text: string | undefined): text is Period => text !== undefined && text in PERIOD_NAMES;
