/** Rows of the forms that print labelled lines on two sides. */
import { classByName } from '@mingsuan/core/classification/index';
import type { Row, Side } from '@mingsuan/core/disclosure';
import { lineKey, numberingDepth, squeeze } from '@mingsuan/core/forms/index';
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
        const label = textAt(row, panel.names);
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
  return sides.flatMap(withParents);
}

const CARRIED = /(?:结转|结余)/;

const FUND = /^(?:一般公共预算|政府性基金|国有资本经营)/;

/**
 * Finds the line that each line is a part of: deeper numbering belongs to the last shallower one (1. below 一、), and
 * numbered lines under a bare carry-over line belong to it (年初财政拨款结转和结余 with its three funds).
 */
function withParents(rows: readonly Row[]): Row[] {
  let open: { key: string; depth: number }[] = [];
  return rows.map((row) => {
    const depth = numberingDepth(row.label);
    const within = /^其中/.test(squeeze(row.label));
    if (depth === 0 && !within) {
      if (open[0]?.depth === 0 && FUND.test(row.key)) return { ...row, partOf: open[0].key };
      open = CARRIED.test(row.key) ? [{ key: row.key, depth: 0 }] : [];
      return row;
    }
    const level = within && depth === 0 ? (open.at(-1)?.depth ?? 0) + 1 : depth;
    while (open.length > 0 && open.at(-1)!.depth >= level) open.pop();
    const parent = open.at(-1);
    open.push({ key: row.key, depth: level });
    return parent ? { ...row, partOf: parent.key } : row;
  });
}
