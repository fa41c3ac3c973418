/** The monthly report as a paper: its sentences and its table, for whoever is away from the screen. */
import { EXECUTION_REPORT } from '@mingsuan/core/kinds/index';
import { tablesFrom } from '@mingsuan/core/model/tables';
import { reportRows } from '@mingsuan/core/performance/execution-form';
import { type MonthlyRow, totalOfMonth } from '@mingsuan/core/performance/execution-report';
import { executionInWords } from '@mingsuan/core/performance/reports';
import type { PerformancePaper } from '@mingsuan/documents/compose/performance';
import type { OfficeUnit } from '@mingsuan/store';

/** A disclosure that holds forms and nothing else. */
export const formsOf = (
  { code, name, kind }: Pick<OfficeUnit, 'code' | 'name' | 'kind'>,
  year: number,
  tables: PerformancePaper['disclosure']['tables'],
): PerformancePaper['disclosure'] => ({
  agency: { code, name, level: kind === 'unit' ? 'unit' : 'department' },
  year,
  stage: 'budget',
  template: 'unknown',
  statements: [],
  tables,
  contents: [],
  explanation: [],
});

/** 支出进度月报 of a unit or a department by the end of a month. */
export function monthlyPaper(
  place: Pick<OfficeUnit, 'code' | 'name' | 'kind'>,
  year: number,
  month: number,
  rows: readonly MonthlyRow[],
): PerformancePaper {
  const total = totalOfMonth(rows, month);
  return {
    title: `${place.name}${year}年${month}月支出进度月报`,
    sentences: executionInWords(total, rows, month),
    disclosure: formsOf(
      place,
      year,
      tablesFrom(EXECUTION_REPORT, reportRows(rows, total), { title: '支出进度月报', unit: '万元' }),
    ),
  };
}
