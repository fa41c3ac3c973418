/** Figures of the “三公” table, whose items stand in rows (with columns by fund) or in the columns of one row. */

import type { Disclosure, Row, Statement } from '../disclosure.ts';
import { hasItemColumns, itemColumnAt } from '../forms/three-publics.ts';
import { type Address, type ColumnAt, cellKey, columnAt } from '../model/address.ts';
import { columnIds, printsColumn } from '../model/columns.ts';
import type { Fen } from '../money.ts';
import { conceptOfLine, partsOf, THREE_PUBLICS_ITEMS } from '../vocabulary/index.ts';
import { type Figure, figureIn } from './figure.ts';

/** The items of the three publics, and their whole. */
export const PUBLICS: readonly string[] = ['total', ...THREE_PUBLICS_ITEMS];

/** Whether a row of the table is the item; the whole may be named, or be the 合计. */
function isItem(row: Row, item: string): boolean {
  if (row.key === item) return true;
  const id = conceptOfLine('three-publics', row.key)?.id;
  return item === 'total' ? id === 'three-publics' : id === item;
}

/** Of a heading and the sum below it (一、“三公”经费支出, （一）支出合计) the one with figures. */
const filledFirst = (rows: readonly Row[]): Row | undefined =>
  rows.find(({ cells }) => Object.keys(cells).length > 0) ?? rows[0];

/** `row` is the item: `overseas`, `vehicles`, …, `total`, `agency-operating`, or a row's own key. */
export function publicsFigures(disclosure: Disclosure, { row: item, column, period }: Address): readonly Figure[] {
  return disclosure.statements
    .filter(({ form }) => form === 'three-publics')
    .flatMap((statement): readonly Figure[] => {
      const oneRow = hasItemColumns(columnIds(statement));
      const at = {
        column: oneRow ? itemColumn(statement, item, column, period) : column,
        ...(period ? { period } : {}),
      };
      const key = cellKey(at);
      const row = oneRow
        ? (statement.rows.find((r) => r.key === 'total') ?? statement.rows[0])
        : filledFirst(statement.rows.filter((r) => isItem(r, item)));
      const isPrinted = oneRow ? printsColumn(statement, key) : row?.cells[key] || period === undefined;
      const figure = row && isPrinted ? figureIn(disclosure, statement, row, at) : undefined;
      const isOther = figure && item === 'total' && countsMore(statement, row!, figure, at, oneRow);
      return figure && !isOther ? [figure] : [];
    });
}

/**
 * The column of an item in a table of items. Where it prints the item by fund only, all money of the item is that of the one fund
 * with an amount.
 */
function itemColumn(statement: Statement, item: string, column: string, period: Address['period']): string {
  const of = columnIds(statement).filter((key) => {
    const at = columnAt(key);
    return at.period === period && itemColumnAt(at.column).item === item;
  });
  const isOf = (key: string) => (itemColumnAt(columnAt(key).column).fund ?? 'total') === column;
  const own = of.find(isOf);
  if (own !== undefined || column !== 'total') return own === undefined ? item : columnAt(own).column;
  const filled = of.filter((key) => statement.rows.some(({ cells }) => (cells[key]?.fen ?? 0) !== 0));
  const [only] = filled.length > 0 ? filled : of;
  return only === undefined || filled.length > 1 ? item : columnAt(only).column;
}

/** What some tables count beside the three publics in one 合计. */
const BESIDE = ['meeting', 'training'];

/** Whether a table's total counts meetings or training too: it is not the three publics, then, though it stands over them. */
function countsMore({ rows }: Statement, row: Row, { fen }: Figure, at: ColumnAt, oneRow: boolean): boolean {
  const amountOf = (item: string): Fen => {
    const cell = oneRow
      ? row.cells[cellKey({ ...at, column: item })]
      : rows.find((r) => isItem(r, item))?.cells[cellKey(at)];
    return cell?.fen ?? 0;
  };
  const sumOf = (items: readonly string[]) => items.reduce((sum, item) => sum + amountOf(item), 0);
  const more = sumOf(BESIDE);
  return more > 0 && fen > sumOf(partsOf('three-publics')) && fen >= more;
}
