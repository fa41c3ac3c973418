/** Rows of the forms that print labelled lines on two sides. */
import { classByName } from '@mingsuan/core/classification/index';
import type { Row, Side } from '@mingsuan/core/disclosure';
import { withBalanceParents } from '@mingsuan/core/forms/index';
import { lineKey } from '@mingsuan/core/text/numbering';
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
        message: `“${table.title}”除收入、支出两栏外另有 ${all.length - 2} 栏，未读入。`,
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
          if (Object.keys(values.cells).length > 0) reportUnlabelled(table, row, columns, context);
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
  return sides.flatMap((side) => withBalanceParents(side));
}
