/**
 * Where a figure of a disclosure stands: form, side, row, column and period (design contract §5), printed
 * `form[.side][row].column[@period]`. This module alone writes an address or takes one apart.
 */

import type { FormId, Row, Side } from '../disclosure.ts';
import { isPeriod, type Period } from './period.ts';
import { SIDES } from './sides.ts';

/** A column of a form, in one period. */
export interface ColumnAt {
  readonly column: string;
  readonly period?: Period;
}

export interface Address extends ColumnAt {
  readonly form: FormId;
  /** Which half of a balance form the row stands in. */
  readonly side?: Side;
  /** A classification code, `total` for the 合计 row, or a line's label. */
  readonly row: string;
  /** Code or name of the budget unit, where one table lists the figures of several. It is not printed with the address. */
  readonly unit?: string;
}

/** A cell's key within its row: `basic`, and `hospitality@previous` of a period that is not the document's own. */
export const cellKey = ({ column, period }: ColumnAt): string =>
  period === undefined ? column : `${column}@${period}`;

const CELL_KEY = /^([^@]+)(?:@([a-z]+))?$/;

/** Takes a cell's key apart. A key that names no known period is a column as it stands. */
export function columnAt(key: string): ColumnAt {
  const [, column, period] = CELL_KEY.exec(key) ?? [];
  return column !== undefined && isPeriod(period) ? { column, period } : { column: key };
}

/** The column of a cell's key, whatever its period. */
export const columnOf = (key: string): string => columnAt(key).column;

/** The key of the same column in another period; without one, in the document's own. */
export const inPeriod = (key: string, period?: Period): string =>
  cellKey({ column: columnOf(key), ...(period === undefined ? {} : { period }) });

/** A row's name within its table; where one table lists the items of several units, the unit stands before it: `302001:2010301`. */
export const rowKey = ({ row, unit }: Pick<Address, 'row' | 'unit'>): string =>
  unit === undefined ? row : `${unit}:${row}`;

/** A code that names a row within its unit, as a pattern that databases read too. */
export const ROW_CODE = '[0-9]{3,7}';
const CODE = new RegExp(`^${ROW_CODE}$`);
const ROW_KEY = new RegExp(`^([^:]+):(${ROW_CODE})$`);

/** Takes a row's name apart into its code or label and the unit that it is of. */
export function rowAt(key: string): Pick<Address, 'row' | 'unit'> {
  const [, unit, row] = ROW_KEY.exec(key) ?? [];
  return row === undefined ? { row: key } : { row, unit: unit! };
}

/** What names a row among those of its table: a code of one unit among several needs the unit beside it. */
export const rowName = ({ key, unit }: Pick<Row, 'key' | 'unit'>): string =>
  unit !== undefined && CODE.test(key) ? rowKey({ row: key, unit }) : key;

/** `balance.revenue[本年收入合计].amount`, `general-public[2080505].basic`, `three-publics[hospitality].total@previous`. */
export function formatAddress({ form, side, row, column, period }: Address): string {
  return `${form}${side === undefined ? '' : `.${side}`}[${row}].${cellKey({ column, ...(period ? { period } : {}) })}`;
}

const ADDRESS = new RegExp(
  `^([a-z]+(?:-[a-z]+)*)(?:\\.(${SIDES.join('|')}))?\\[(.+)\\]\\.([a-z0-9]+(?:-[a-z0-9]+)*)(?:@([a-z]+))?$`,
);

/** Reads an address as `formatAddress` prints it; undefined where the text is none. Whether a document prints it is not asked. */
export function parseAddress(text: string): Address | undefined {
  const [, form, side, row, column, period] = ADDRESS.exec(text) ?? [];
  if (form === undefined || row === undefined || column === undefined) return undefined;
  if (period !== undefined && !isPeriod(period)) return undefined;
  return {
    form: form as FormId,
    ...(side === undefined ? {} : { side: side as Side }),
    row,
    column,
    ...(period === undefined ? {} : { period }),
  };
}
