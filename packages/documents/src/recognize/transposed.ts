/**
 * Revenue and expenditure printed as lines (Guangdong): 一、财政拨款 | 100.00, 本年收入合计 | 100.00. Each line is what other
 * layouts print as a column of the 合计 row, and becomes that.
 */
import type { Row, Side } from '@mingsuan/core/disclosure';
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { lineKey } from '@mingsuan/core/text/numbering';
import { columnIdOf, conceptOfLine } from '@mingsuan/core/vocabulary/index';

/** Rows as they are, or the one 合计 row that the lines of such a table amount to. */
export function asColumns(form: FormDefinition, rows: readonly Row[]): readonly Row[] {
  const { id: side } = form;
  if (side !== 'revenue' && side !== 'expenditure') return rows;
  const columns = rows.map(({ label }) => columnOfLine(side, label));
  const lined =
    rows.some(({ label }) => /^一[、.．]/.test(label)) && columns.some((id) => id === 'total' || id === 'subtotal');
  if (!lined || rows.some(({ key }) => /^\d{3}/.test(key))) return rows;
  const cells: Record<string, Row['cells'][string]> = {};
  rows.forEach((row, r) => {
    const [id, cell] = [columns[r], row.cells.total];
    if (id && cell && !(id in cells)) cells[id] = cell;
  });
  return [{ key: 'total', label: '合计', cells, origin: rows.at(-1)!.origin }];
}

function columnOfLine(side: Side, label: string): string | undefined {
  const concept = conceptOfLine(side, lineKey(label));
  return concept && columnIdOf(concept);
}
