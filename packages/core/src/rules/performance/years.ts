/** Years of targets: a deadline that has passed before the budget's year began, a plan for a year that is over. */
import type { Finding } from '../../finding.ts';
import { type Indicator, PERFORMANCE, type PerformanceTarget } from '../../kinds/index.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { rowsOf } from '../../model/tables.ts';
import { plainText, unspaced } from '../../text/fold.ts';
import { PERFORMANCE_CORE_TARGETS } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { indicatorEvidence, nameOf, quoted, tableFinding, tableName, wordsEvidence } from './report.ts';

export const TARGET_YEAR: ReadRule = {
  phase: 'read',
  id: 'target-year',
  title: '绩效目标的年份没有沿用上年',
  group: '绩效目标',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_CORE_TARGETS, says: '绩效目标与预算年度对应' }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '预算的指标值所写的完成时间不早于本年；目标里“某年计划、预计、拟”的某年早于本年、又没有写本年的，提示（notice）。',
  run: ({ disclosure }: DocumentContext) => {
    const { year, stage } = disclosure;
    if (year === undefined || kindOf(stage).executes) return [];
    return rowsOf(disclosure, PERFORMANCE).flatMap((table): readonly Finding[] => [
      ...table.indicators
        .filter((indicator) => isOver(indicator, year))
        .map((indicator) =>
          tableFinding(
            TARGET_YEAR.id,
            'warning',
            disclosure,
            `${tableName(table)}的指标${quoted(nameOf(indicator))}${indicator.target}：比预算年度 ${year} 年早，可能是沿用了上年的目标`,
            [indicatorEvidence(indicator)],
            '请核对年份',
          ),
        ),
      ...stalePlan(table, year).map((text) =>
        tableFinding(
          TARGET_YEAR.id,
          'notice',
          disclosure,
          `${tableName(table)}的绩效目标${quoted(text)}说的是已经过去的年度，本文本是 ${year} 年的`,
          [wordsEvidence(text, table.origin)],
          '请核对年份',
        ),
      ),
    ]);
  },
};

/** A value that is nothing but a time: 2025年12月31日前, 2025.12, 2025年底. */
const DEADLINE =
  /^[≤<＜≦=＝]?(?:于|在|截[至止])?(20\d\d)(?:年(?:\d{1,2}月(?:份|\d{1,2}日)?)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?)(?:底|末|内)?(?:之?前|以前)?(?:完成)?$/;

function isOver({ target = '' }: Indicator, year: number): boolean {
  const deadline = DEADLINE.exec(unspaced(plainText(target)))?.[1];
  return deadline !== undefined && Number(deadline) < year;
}

const PLAN = /(?<!《[^》]{0,40})(20\d\d)年度?(?:\d{1,2}月(?:份|底前?|末)?)?(?:计划|拟|预计|预估|将)[^，。；]{0,20}/g;

function stalePlan({ goal = '' }: PerformanceTarget, year: number): readonly string[] {
  const text = plainText(goal);
  if (text.includes(String(year))) return [];
  return [...text.matchAll(PLAN)].filter(([, planned]) => Number(planned) < year).map(([words]) => words);
}
