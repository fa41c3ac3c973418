/** A performance target → its table: the goal above the indicators, levels that repeat in one merged cell. */
import type { PerformanceTarget } from '@mingsuan/core/disclosure';
import type { Table, TableCell } from '../layout.ts';
import { projectOfTitle } from '../recognize/performance.ts';
import { BLANK, spanning, textCell } from './cells.ts';
import { gridTable } from './grid.ts';
import { headerRows } from './header.ts';
import { type RecordOptions, recordColumns } from './record-columns.ts';

const COLUMNS = ['level1', 'level2', 'level3', 'description', 'target', 'basis'] as const;

/** A performance target as it is printed. */
export function performanceTable(target: PerformanceTarget, name: string, options: RecordOptions): Table {
  const { indicators } = target;
  const used = new Set(COLUMNS.filter((id) => indicators.some((indicator) => indicator[id])));
  const columns = recordColumns('performance', used, ['level1', 'level2', 'level3', 'target'], options);
  const lead = leadLines(target).map(([label, text]) => [
    textCell(label),
    ...spanning(textCell(text), columns.length - 1),
  ]);
  const body = indicators.map((indicator) =>
    columns.map(({ id }) => textCell(indicator[id as (typeof COLUMNS)[number]])),
  );
  mergeRuns(body, 0, () => true);
  mergeRuns(body, 1, (row) => indicators[row]!.level1 === indicators[row - 1]!.level1);
  const rows = [...lead, ...headerRows(columns.map((column) => column.headers)), ...body];
  return gridTable({
    name,
    kinds: columns.map(() => 'text' as const),
    headRows: lead.length > 0 ? 0 : 1,
    headerAt: lead.length,
    rows,
  });
}

/** The project, where the title does not name it, and the goal line by line. */
function leadLines({ title, project, goal }: PerformanceTarget): (readonly [string, string])[] {
  const named = project !== undefined && projectOfTitle(title) !== project;
  return [
    ...(named ? [['项目名称', project] as const] : []),
    ...(goal ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ['绩效目标', line] as const),
  ];
}

/** Merges equal neighbours of a column downwards, where `within` says that a row may go on with the one above. */
function mergeRuns(rows: TableCell[][], column: number, within: (row: number) => boolean): void {
  let start = 0;
  for (let row = 1; row <= rows.length; row++) {
    const first = rows[start]![column]!;
    if (row < rows.length && first.text !== '' && rows[row]![column]!.text === first.text && within(row)) continue;
    if (row - start > 1) rows[start]![column] = { ...first, rowSpan: row - start };
    for (let covered = start + 1; covered < row; covered++) rows[covered]![column] = { ...BLANK, covered: 'above' };
    start = row;
  }
}
