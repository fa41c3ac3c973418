/**
 * Revenue and expenditure printed as lines (Guangdong): 一、财政拨款 | 100.00, 本年收入合计 | 100.00. Each line is what other
 * layouts print as a column of the 合计 row, and becomes that.
 */
import type { Row } from '@mingsuan/core/disclosure';
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { lineKey } from '@mingsuan/core/text/numbering';

const SUMS: Readonly<Record<string, string>> = {
  收入总计: 'total',
  支出总计: 'total',
  本年收入合计: 'subtotal',
};

/** Rows as they are, or the one 合计 row that the lines of such a table amount to. */
export function asColumns(form: FormDefinition, rows: readonly Row[]): readonly Row[] {
  const lined = rows.some(({ label }) => /^一[、.．]/.test(label)) && rows.some(({ label }) => SUMS[lineKey(label)]);
  if ((form.id !== 'revenue' && form.id !== 'expenditure') || !lined || rows.some(({ key }) => /^\d{3}/.test(key)))
    return rows;
  const cells: Record<string, Row['cells'][string]> = {};
  for (const row of rows) {
    const key = lineKey(row.label).replace(/[（(].*[）)]$/, '');
    const id = SUMS[key] ?? form.columns.find(({ headers }) => headers.includes(key))?.id;
    const cell = row.cells.total;
    if (id && cell && !(id in cells)) cells[id] = cell;
  }
  return [{ key: 'total', label: '合计', cells, origin: rows.at(-1)!.origin }];
}
