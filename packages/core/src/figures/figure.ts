/** One figure of a disclosure, as a table prints it. */
import type { Disclosure, FormId, Origin, Row, Statement } from '../disclosure.ts';
import { type ColumnAt, cellKey } from '../model/address.ts';
import type { Fen } from '../money.ts';
import { stepOf } from './precision.ts';

/** A printed cell, or a blank one of a printed row and column (`text` is empty and it counts as nothing). */
export interface Figure {
  readonly form: FormId;
  readonly row: string;
  /** The cell's key in its row: `total`, `hospitality@previous`. */
  readonly column: string;
  readonly fen: Fen;
  /** Fen of the last digit that the table prints. */
  readonly step: Fen;
  readonly text: string;
  readonly origin: Origin;
}

/** Whether the row and column are printed and nothing stands in the cell. */
export const isBlank = ({ text }: Figure): boolean => text === '';

/**
 * The figure at a row and column of a statement. Undefined where something stands there that is no number: what it amounts
 * to is unknown, not nothing.
 */
export function figureIn(
  disclosure: Disclosure,
  statement: Statement,
  row: Row | undefined,
  at: ColumnAt,
): Figure | undefined {
  const column = cellKey(at);
  if (row?.unread?.includes(column)) return undefined;
  const cell = row?.cells[column];
  return {
    form: statement.form,
    row: row?.key ?? 'total',
    column,
    fen: cell?.fen ?? 0,
    step: stepOf(disclosure, statement),
    text: cell?.text ?? '',
    origin: cell?.origin ?? row?.origin ?? statement.origin,
  };
}
