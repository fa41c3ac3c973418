/** Rows of the forms that print labelled lines on two sides. */
import { classByName } from '@mingsuan/core/classification/index';
import type { Row, Side } from '@mingsuan/core/disclosure';
import { withBalanceParents } from '@mingsuan/core/forms/index';
import { lineKey, numberingDepth } from '@mingsuan/core/text/numbering';
import { isBlank, type StatementContext } from './amounts.ts';
import type { LogicalTable } from './logical-tables.ts';
import { originOf, panels, reportUnlabelled, textAt, valuesOf } from './panels.ts';

/** 收支总表: two sides of labelled lines. A third panel (by economic class) is reported, for its lines would be added twice. */
export function lineRows(table: LogicalTable, context: StatementContext): Row[] {
  const sides: Row[][] = [[], []];
  const names: Side[] = ['revenue', 'expenditure'];
  for (const piece of table.pieces) {
    const all = panels(piece.roles, (role) => role.kind === 'label');
    if (all.length > 2 && piece === table.pieces[0])
      context.problems.push({
        code: 'column-not-recognised',
        message: `“${table.title}”除收入、支出两栏外另有 ${all.length - 2} 栏，按原样保留，没有核对。`,
        origin: table.origin,
      });
    for (const row of piece.rows) {
      all.slice(0, 2).forEach((panel, side) => {
        // A bare number is the line's index in a column that was not told apart.
        const label = textAt(row, panel.names).replace(/^\d{1,3}$/, '');
        const values = valuesOf(row, panel, context, table.title);
        const columns = [...panel.names, ...panel.values.map(([i]) => i)];
        if (label === '' && Object.keys(values.cells).length === 0) return;
        if (label === '' || isBlank(label)) {
          if (Object.keys(values.cells).length > 0) reportUnlabelled(table, originOf(row, columns), context);
          return;
        }
        const key = lineKey(label);
        const code = names[side] === 'expenditure' ? classByName(key, context.year) : undefined;
        sides[side]!.push({
          key,
          label,
          side: names[side]!,
          ...(code ? { code } : {}),
          ...values,
          origin: originOf(row, columns),
        });
      });
    }
  }
  return sides.flatMap((side) => withBalanceParents(withParts(side)));
}

const SUM = /合计|总计|结转|结余/;

/**
 * Lines without number below a numbered one, or below the name of a class, are its parts where none is more than it: 一、财政拨款收入
 * with 一般公共预算收入 below it, a class with its sections and their items below them.
 */
function withParts(rows: readonly Row[]): Row[] {
  const isTop = (row: Row) => numberingDepth(row.label) > 0 || row.code !== undefined || SUM.test(row.label);
  const parts = new Map<Row, string>();
  rows.forEach((top, i) => {
    if (!isTop(top) || SUM.test(top.label)) return;
    const end = rows.findIndex((row, j) => j > i && isTop(row));
    const below = rows.slice(i + 1, end < 0 ? undefined : end);
    if (below.length > 0 && areWithin(top, below)) for (const row of below) parts.set(row, top.key);
  });
  return rows.map((row) => (parts.has(row) ? { ...row, partOf: parts.get(row)! } : row));
}

/** Whether no line is more than the one above them all: what is part of it cannot be. */
function areWithin(top: Row, below: readonly Row[]): boolean {
  return below.every(({ cells }) =>
    Object.entries(cells).every(([id, { fen }]) => Math.abs(fen) <= Math.abs(top.cells[id]?.fen ?? 0)),
  );
}
