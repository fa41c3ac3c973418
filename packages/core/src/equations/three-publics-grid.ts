/**
 * The grid of the three-publics form. Printed as rows by fund or as one row of items, it becomes the same: a row for
 * each item, named by its role, with the column `total` (and the funds), in one row also in the other periods that the table prints.
 */

import type { Row, Statement } from '../disclosure.ts';
import type { Printing } from '../figures/precision.ts';
import { hasItemColumns, itemColumnAt } from '../forms/three-publics.ts';
import { columnAt, columnOf, inPeriod } from '../model/address.ts';
import { columnIds } from '../model/columns.ts';
import type { RowDraft } from '../model/row-draft.ts';
import type { Fen } from '../money.ts';
import { changeColumn, changeOf, conceptById, conceptOfLine, partsOf } from '../vocabulary/index.ts';
import { THREE_PUBLICS_COLUMNS, threePublicsRole } from './line-roles.ts';
import { layOut, type TableGrid } from './table-grid.ts';

/** Items that some tables add to the three publics in their 合计. */
const BEYOND: readonly string[] = ['会议费', '培训费'];
/** The role of what adds up the three publics and those. */
const ALL_FIVE = '三公及会议培训合计';
const THREE: readonly string[] = partsOf('three-publics').map((id) => conceptById(id).role!);

/**
 * “三公”经费支出表 for the equations, the same shape whichever way it is printed. Where its items stand in columns, each row is a grid:
 * first that of the whole, then those of units, or of what changed.
 */
export function threePublicsGrids(statement: Statement, printing: Printing): readonly TableGrid[] {
  if (!hasItemColumns(columnIds(statement))) {
    const { rows } = statement;
    const heads = rows.filter((row) => isEmptySum(row) && rows.some((other) => isSum(other) && !isEmptySum(other)));
    const drafts = rows.filter((row) => !heads.includes(row)).map(draftRow);
    return [gridOf(statement, printing, columnIds(statement), drafts)];
  }
  const filled = statement.rows.filter(({ cells }) => Object.keys(cells).length > 0);
  const whole = filled.find(({ key }) => key === 'total') ?? filled[0];
  const rows = [whole, ...filled.filter((row) => row !== whole)];
  const columns = gridColumns(statement);
  return rows.map((row) => gridOf(statement, printing, columns, row ? transpose(statement, row, row !== whole) : []));
}

const isSum = ({ key }: Row): boolean => conceptOfLine('three-publics', key)?.id === 'three-publics';

/** 一、“三公”经费支出 over （一）支出合计: the heading of the list, not its sum. */
const isEmptySum = (row: Row): boolean => isSum(row) && Object.keys(row.cells).length === 0;

function gridOf(
  statement: Statement,
  printing: Printing,
  columns: readonly string[],
  drafts: readonly RowDraft[],
): TableGrid {
  return layOut({
    name: 'three-publics',
    form: 'three-publics',
    unit: statement.unit,
    printing,
    columns,
    rows: nameTotal(drafts),
    groups: new Map([['*', drafts.map((_, r) => r)]]),
    ...(statement.note === undefined ? {} : { note: statement.note }),
  });
}

/** What the columns of a table of items become: its funds in its periods, the document's own period first. */
function gridColumns(statement: Statement): readonly string[] {
  const keys = columnIds(statement).map(gridColumn);
  const own = keys.filter((key) => columnAt(key).period === undefined);
  return [...new Set([...own, ...keys])];
}

/**
 * `total` or the fund of an item's column, in its period: `vehicles-from-general-public@previous` → `general-public@previous`; of what
 * it changed by, `training-change` → `total-change`.
 */
function gridColumn(key: string): string {
  const { column, period } = columnAt(key);
  const own = (of: string) => itemColumnAt(of).fund ?? 'total';
  const changed = changeOf(column);
  return inPeriod(changed === undefined ? own(column) : changeColumn(own(changed)), period);
}

/** The item that a column is of, itself or what it changed by. */
const itemOf = (key: string): string => itemColumnAt(changeOf(columnOf(key)) ?? columnOf(key)).item;

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

function transpose(statement: Statement, row: Row, isPart: boolean): RowDraft[] {
  const keys = columnIds(statement);
  return [...Object.entries(THREE_PUBLICS_COLUMNS), ['grand-total', ALL_FIVE] as const].flatMap(
    ([item, role]): RowDraft[] => {
      const own = keys.filter((key) => itemOf(key) === item);
      if (own.length === 0) return [];
      const name = role === 'total' ? '合计' : role === ALL_FIVE ? '总计' : role;
      return [
        {
          key: isPart ? `${row.label} ${name}` : role,
          source: row.key,
          sourceColumns: Object.fromEntries(own.map((key) => [gridColumn(key), key])),
          label: isPart ? `${row.label} ${name}` : name,
          origin: row.origin,
          names: [role],
          cells: Object.fromEntries(own.flatMap((key) => (row.cells[key] ? [[gridColumn(key), row.cells[key]]] : []))),
          unread: own.filter((key) => row.unread?.includes(key)).map(gridColumn),
          children: [],
        },
      ];
    },
  );
}

/**
 * Names the row that is the sum of the three: 小计 where one is printed, else 合计. Beside 会议费 and 培训费 the 合计 is the sum that its
 * amount is nearer to: of the three, or of all five.
 */
function nameTotal(drafts: readonly RowDraft[]): readonly RowDraft[] {
  const draftOf = (name: string) => drafts.find((draft) => draft.names.includes(name));
  const amountOf = (names: readonly string[]): Fen =>
    names.reduce((sum, name) => sum + (Object.values(draftOf(name)?.cells ?? {})[0]?.fen ?? 0), 0);
  const [own, three, beyond] = [amountOf(['total']), amountOf(THREE), amountOf(BEYOND)];
  const isNearer = draftOf(ALL_FIVE) !== undefined || Math.abs(own - three) <= Math.abs(own - three - beyond);
  const sum = draftOf('小计') ? '小计' : 'total';
  const name = sum === '小计' || isNearer ? '三公合计' : ALL_FIVE;
  return drafts.map((draft) => (draft.names.includes(sum) ? { ...draft, names: [...draft.names, name] } : draft));
}
