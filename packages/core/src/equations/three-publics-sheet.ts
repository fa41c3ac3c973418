/**
 * The sheet of the three-publics form. Printed as rows by fund or as one row of items, it becomes the same: a row for
 * each item, named by its role, with the columns `total` (and the funds), or `total` and `budget` in final accounts.
 */
import type { Cell, Row, Statement } from '../disclosure.ts';
import { THREE_PUBLICS_COLUMNS, threePublicsRole } from './line-roles.ts';
import { layOut, type RowDraft, type Sheet } from './sheet.ts';

const BUDGET_SUFFIX = '-budget';

/** Items that some tables add to the three publics in their 合计. */
const BEYOND: readonly string[] = ['会议费', '培训费'];

export function threePublicsSheet(statement: Statement): Sheet {
  const inOneRow = statement.columns.some(
    (column) => column.startsWith('hospitality') || column.startsWith('overseas'),
  );
  const drafts = inOneRow ? transpose(statement) : statement.rows.map(draftRow);
  const groups = new Map([['*', drafts.map((_, r) => r)]]);
  return layOut({
    name: 'three-publics',
    form: 'three-publics',
    unit: statement.unit,
    columns: inOneRow ? columnsOf(statement) : statement.columns,
    rows: nameTotal(drafts),
    groups,
    ...(statement.note === undefined ? {} : { note: statement.note }),
  });
}

function columnsOf(statement: Statement): readonly string[] {
  return statement.columns.some((column) => column.endsWith(BUDGET_SUFFIX)) ? ['total', 'budget'] : ['total'];
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
  const items = Object.entries(THREE_PUBLICS_COLUMNS).filter(
    ([id]) => statement.columns.includes(id) || statement.columns.includes(id + BUDGET_SUFFIX),
  );
  return items.map(([id, role]) => {
    const cells: Record<string, Cell> = {};
    const actual = row.cells[id];
    const budget = row.cells[id + BUDGET_SUFFIX];
    if (actual) cells.total = actual;
    if (budget) cells.budget = budget;
    const unread = [
      ...(row.unread?.includes(id) ? ['total'] : []),
      ...(row.unread?.includes(id + BUDGET_SUFFIX) ? ['budget'] : []),
    ];
    return {
      key: role,
      ...(unread.length > 0 ? { unread } : {}),
      source: row.key,
      sourceColumns: { total: id, budget: id + BUDGET_SUFFIX },
      label: role === 'total' ? '合计' : role,
      origin: row.origin,
      names: [role],
      cells,
      children: [],
    };
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
