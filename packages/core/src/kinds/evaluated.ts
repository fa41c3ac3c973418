/** What forms of performance after the budget share: money as it was used, goals and indicators as they were reached, the score. */
import { headersOfAll } from '../vocabulary/index.ts';
import { money, named, percent, type RowOf, rows, score, text } from './field.ts';
import type { Found, RecordRow, ShownColumn, ShownGrid } from './kind.ts';

const usual = { usual: true } as const;
const level = { required: true, usual: true, down: true } as const;

/** The levels and the target of an indicator, as every such form prints them. */
export const INDICATOR_FIELDS = {
  level1: text(...named('indicator-level-1'), level),
  level2: text(...named('indicator-level-2'), level),
  level3: text(...named('indicator-level-3'), { required: true, usual: true }),
  target: text('年度指标值', headersOfAll('indicator-target'), usual),
  office: text(...named('indicator-office')),
};

/** By source: 年度资金总额, 其中：当年财政拨款, 上年结转资金, 其他资金. */
export const USED_FUNDS = rows('项目资金', {
  source: text(...named('fund-source'), { required: true, usual: true, isName: true }),
  initial: money('年初预算数', ['年初预算数', '年初预算'], usual),
  adjusted: money('全年预算数', ['全年预算数', '全年预算', '调整后预算数'], usual),
  executed: money('全年执行数', ['全年执行数', '执行数', '全年支出数'], usual),
  weight: score('分值', ['分值', '权重'], usual),
  rate: percent('执行率', ['执行率', '预算执行率'], usual),
  score: score('得分', ['得分'], usual),
});

export const REACHED_GOALS = rows('年度总体目标', {
  expected: text('预期目标', ['预期目标', '年初设定目标', '年度预期目标'], usual),
  achieved: text('实际完成情况', ['实际完成情况', '全年实际完成情况', '目标实际完成情况'], usual),
});

export const REACHED_INDICATORS = rows('绩效指标', {
  ...INDICATOR_FIELDS,
  achieved: text('实际完成值', ['实际完成值', '全年实际完成值', '完成值'], usual),
  weight: score('分值', ['分值', '权重'], usual),
  score: score('得分', ['得分', '自评得分'], usual),
  cause: text(
    '偏差原因分析及改进措施',
    ['偏差原因分析及改进措施', '未完成原因及改进措施', '偏差原因及改进措施'],
    usual,
  ),
});

export const TOTAL_SCORE = score('总分', ['总分', '总得分', '自评总分'], { isLast: true });

/** 优、良、中、差, where the form prints it. */
export const PRINTED_GRADE = text('自评等级', ['[绩效]<自评|评价|考评|评定>等级', '等级']);

export type UsedFunds = RowOf<(typeof USED_FUNDS)['fields']>;
export type ReachedIndicator = RowOf<(typeof REACHED_INDICATORS)['fields']>;

/** How a page shows the money. */
export const USED_FUNDS_GRID: ShownGrid<{ readonly funds: readonly UsedFunds[] }> = {
  rows: ({ funds }) => funds,
  columns: [
    { title: ['资金来源', 'Source'], value: ({ source }: UsedFunds) => source },
    { title: ['年初预算数', 'Budget'], isNumber: true, value: ({ initial }: UsedFunds) => initial },
    { title: ['全年预算数', 'Adjusted'], isNumber: true, value: ({ adjusted }: UsedFunds) => adjusted },
    { title: ['全年执行数', 'Executed'], isNumber: true, value: ({ executed }: UsedFunds) => executed },
    { title: ['执行率', 'Rate'], isNumber: true, value: ({ rate }: UsedFunds) => rate },
    { title: ['得分', 'Score'], isNumber: true, value: ({ score }: UsedFunds) => score },
  ],
};

interface Levelled extends RecordRow {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly target?: string;
  readonly office?: string;
}

/** The columns of a page that name an indicator. */
export const INDICATOR_NAMES: readonly ShownColumn<Levelled>[] = [
  { title: ['指标', 'Indicator'], value: ({ level3 }) => level3 },
  { title: ['类别', 'Kind'], value: ({ level1, level2 }) => `${level1} · ${level2}` },
  { title: ['指标值', 'Target'], value: ({ target }) => target },
  { title: ['责任处室', 'Office'], isOptional: true, value: ({ office }) => office },
];

/** How a page shows what was reached. */
export const REACHED_GRID: ShownGrid<{ readonly indicators: readonly ReachedIndicator[] }> = {
  rows: ({ indicators }) => indicators,
  columns: [
    ...INDICATOR_NAMES,
    { title: ['实际完成值', 'Achieved'], isPlace: true, value: ({ achieved }: ReachedIndicator) => achieved },
    { title: ['分值', 'Weight'], isNumber: true, value: ({ weight }: ReachedIndicator) => weight },
    { title: ['得分', 'Score'], isNumber: true, value: ({ score }: ReachedIndicator) => score },
    { title: ['偏差原因和改进措施', 'Cause and remedy'], value: ({ cause }: ReachedIndicator) => cause },
  ],
};

/** Indicators as a search finds them, with what was written of each. */
export const foundIndicators = <Row extends Levelled>(
  indicators: readonly Row[],
  more: (row: Row) => readonly (string | undefined)[],
): readonly Found[] =>
  indicators.map((row, part) => ({
    kind: 'indicator',
    title: row.level3,
    body: [row.level2, row.target, ...more(row)],
    part,
    origin: row.origin,
  }));
