/**
 * The grid of the three-publics form. Printed as rows by fund or as one row of items, it becomes the same: a row for
 * each item, named by its role, with the column `total` (and the funds), in one row also in the other periods that the table prints.
 */

import type { Cell, Row, Statement } from '../disclosure.ts';
import type { Printing } from '../figures/precision.ts';
import { hasItemColumns } from '../forms/three-publics.ts';
import { columnAt, columnOf, inPeriod } from '../model/address.ts';
import { columnIds } from '../model/columns.ts';
import type { Period } from '../model/period.ts';
import type { RowDraft } from '../model/row-draft.ts';
import { THREE_PUBLICS_COLUMNS, threePublicsRole } from './line-roles.ts';
import { layOut, type TableGrid } from './table-grid.ts';

/** Items that some tables add to the three publics in their 合计. */
const BEYOND: readonly string[] = ['会议费', '培训费'];

/** “三公”经费支出表 for the equations, the same shape whichever way it is printed. */
export function threePublicsGrid(statement: Statement, printing: Printing): TableGrid {
  const columns = columnIds(statement);
  const inOneRow = hasItemColumns(columns);
  const drafts = inOneRow ? transpose(statement) : statement.rows.map(draftRow);
  const groups = new Map([['*', drafts.map((_, r) => r)]]);
  return layOut({
    name: 'three-publics',
    form: 'three-publics',
    unit: statement.unit,
    printing,
    columns: inOneRow ? periodsOf(statement).map((period) => inPeriod('total', period)) : columns,
    rows: nameTotal(drafts),
    groups,
    ...(statement.note === undefined ? {} : { note: statement.note }),
  });
}

/** The document's own period first, then the others that the table prints. */
function periodsOf(statement: Statement): readonly (Period | undefined)[] {
  return [undefined, ...new Set(statement.columns.flatMap(({ id }) => columnAt(id).period ?? []))];
}

function draftRow(row: Row): RowDraft {
  const role = threePublicsRole(row.key);
  return {
    key: role ?? row.key,
    source: row.key,
    label: row.label,
    origin: row.origin,
    names: [role ?? row.key],
    cells: row.cells,
    ...(row.unread ? { unread: row.unread } : {}),
    children: [],
  };
}

function transpose(statement: Statement): RowDraft[] {
  const row = statement.rows.find((candidate) => Object.keys(candidate.cells).length > 0);
  if (!row) return [];
  const printed = new Set(columnIds(statement).map(columnOf));
  const periods = periodsOf(statement);
  return Object.entries(THREE_PUBLICS_COLUMNS).flatMap(([id, role]): RowDraft[] => {
    if (!printed.has(id)) return [];
    const cells: Record<string, Cell> = {};
    const sourceColumns: Record<string, string> = {};
    const unread: string[] = [];
    for (const period of periods) {
      const [total, own] = [inPeriod('total', period), inPeriod(id, period)];
      sourceColumns[total] = own;
      if (row.cells[own]) cells[total] = row.cells[own];
      if (row.unread?.includes(own)) unread.push(total);
    }
    return [
      {
        key: role,
        ...(unread.length > 0 ? { unread } : {}),
        source: row.key,
        sourceColumns,
        label: role === 'total' ? '合计' : role,
        origin: row.origin,
        names: [role],
        cells,
        children: [],
      },
    ];
  });
}

/** Names the row that is the sum of the three: 小计 where one is printed, 合计 where it adds nothing else. */
function nameTotal(drafts: readonly RowDraft[]): readonly RowDraft[] {
  const has = (name: string) => drafts.some((draft) => draft.names.includes(name));
  const sum = has('小计') ? '小计' : BEYOND.some(has) ? undefined : 'total';
  return drafts.map((draft) =>
    sum !== undefined && draft.names.includes(sum) ? { ...draft, names: [...draft.names, '三公合计'] } : draft,
  );
}
