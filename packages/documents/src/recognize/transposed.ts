/**
 * Revenue and expenditure printed as lines (Guangdong): 一、财政拨款 | 100.00, 本年收入合计 | 100.00. Each line is what other
 * layouts print as a column of the 合计 row, and becomes that.
 */
import { codesByName } from '@mingsuan/core/classification/index';
import type { Row, Side } from '@mingsuan/core/disclosure';
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { lineKey, numberingDepth } from '@mingsuan/core/text/numbering';
import { columnIdOf, conceptOfLine, economicColumn } from '@mingsuan/core/vocabulary/index';

/** Rows as they are, or the one 合计 row that the lines of such a table amount to. */
export function asColumns(form: FormDefinition, rows: readonly Row[]): readonly Row[] {
  const columns = columnsOfLines(
    form,
    rows.map(({ label }) => label),
  );
  if (!columns || rows.some(({ key }) => /^\d{3}/.test(key))) return rows;
  const cells: Record<string, Row['cells'][string]> = {};
  rows.forEach((row, r) => {
    const [id, cell] = [columns[r], row.cells.total];
    // Behind 本年支出合计 the 支出总计 has what is carried over too.
    const own = id === 'total' && id in cells ? 'grand-total' : id;
    if (own && cell && !(own in cells)) cells[own] = cell;
  });
  return [{ key: 'total', label: '合计', cells, origin: rows.at(-1)!.origin }];
}

/** The column that each line is, undefined for one that is none; undefined where the labels are no such lines. */
export function columnsOfLines(
  { id: side }: FormDefinition,
  labels: readonly string[],
): readonly (string | undefined)[] | undefined {
  if (side !== 'revenue' && side !== 'expenditure') return undefined;
  const own = labels.map((label) => columnOfLine(side, label));
  const isLined =
    labels.some((label) => /^一[、.．]/.test(label)) && own.some((id) => id === 'total' || id === 'subtotal');
  if (!isLined) return undefined;
  let above: string | undefined;
  return labels.map((label, i) => {
    if (numberingDepth(label) === 1) above = own[i];
    return own[i] ?? (above === undefined ? undefined : classOf(above, label));
  });
}

function columnOfLine(side: Side, label: string): string | undefined {
  const concept = conceptOfLine(side, lineKey(label));
  return concept && columnIdOf(concept);
}

/** （一）工资福利支出 below 一、基本支出: an economic class of it. */
function classOf(measure: string, label: string): string | undefined {
  const code = codesByName('economic', lineKey(label)).find(({ length }) => length === 3);
  return code === undefined ? undefined : economicColumn(measure, code);
}
