/** A comparison as text: aligned on a terminal, or CSV for spreadsheets. Amounts are 万元 on the terminal, fen in CSV. */

import { BOM, csvLine } from '@mingsuan/core/csv';
import type { DiffLine } from '@mingsuan/core/diff/lines';
import { groupBy } from '@mingsuan/core/group-by';
import { inWan } from '@mingsuan/core/money';
import { alignColumns } from '../format/width.ts';

const STATUS = { same: '', changed: '', added: '新增', removed: '减去' } as const;
const RIGHT = [false, false, true, true, true, true, false];

/** A comparison as aligned columns for people. */
export function prettyOf(
  lines: readonly DiffLine[],
  { title, told, ...titles }: { title: string; told: readonly string[]; before: string; after: string },
): string {
  if (lines.length === 0) return '两份文本的数没有不同\n';
  const heading = `${[title, ...told].join('\n')}\n\n`;
  const head = ['项目', '栏', yearOf(titles.before), yearOf(titles.after), '增减额', '%', ''];
  const tables = [...groupBy(lines, ({ formName }) => formName)]
    .map(([name, own]) => `${name}（万元）\n${alignColumns([head, ...own.map(cellsOf)], RIGHT).join('\n')}\n`)
    .join('\n');
  return heading + tables;
}

/** A title without the agency that the heading names. */
const yearOf = (title: string): string => /(?:\d{4}年)?(?:单位|部门)\S{2}$/.exec(title)?.[0] ?? title;

const cellsOf = ({ key, label, columnName, before, after, change, percent, status }: DiffLine): readonly string[] => [
  /^\d+$/.test(key) ? `${key} ${label}` : label,
  columnName ?? '',
  ...[before, after, change].map((fen) => (fen === undefined ? '' : inWan(fen))),
  status === 'removed' ? '' : (percent ?? ''),
  STATUS[status],
];

const COLUMNS = ['form', 'key', 'label', 'column', 'status', 'before_fen', 'after_fen', 'change_fen', 'percent'];

/** A comparison as CSV; amounts are integer fen. */
export function csvOf(lines: readonly DiffLine[]): string {
  const rows = lines.map(({ form, key, label, column, status, before, after, change, percent }) =>
    csvLine([form, key, label, column, status, before, after, change, percent]),
  );
  return BOM + csvLine(COLUMNS) + rows.join('');
}
