/** Cells of composed tables. */
import type { Cell } from '@mingsuan/core/disclosure';
import { formatAmount, type MoneyUnit, parseAmount } from '@mingsuan/core/money';
import { oneLine } from '@mingsuan/core/text/fold';
import type { TableCell } from '../layout.ts';

/** What is composed stands nowhere yet. */
export const NOWHERE = {};

export const BLANK: TableCell = { text: '', origin: NOWHERE };

/** Printed where a document showed something that is no number: what it was is not known any more. */
const UNREAD = '不详';

/** A cell of text, in one line: line breaks and tabs are structure in some formats, so no text holds them. */
export function textCell(text: string | undefined): TableCell {
  const line = oneLine(text ?? '');
  return line === '' ? BLANK : { text: line, origin: NOWHERE };
}

/** An amount as it was printed, where that is its amount; formatted otherwise. */
export function amountCell(cell: Cell | undefined, unit: MoneyUnit): TableCell {
  if (!cell) return BLANK;
  const printed = oneLine(cell.text);
  const text = parseAmount(printed, unit)?.fen === cell.fen ? printed : formatAmount(cell.fen, unit);
  return { text, origin: NOWHERE, amount: { fen: cell.fen, unit } };
}

/** The amounts of a row in the given columns. */
export function amountCells(
  row: { readonly cells: Readonly<Record<string, Cell>>; readonly unread?: readonly string[] },
  ids: readonly string[],
  unit: MoneyUnit,
): TableCell[] {
  return ids.map((id) => (row.unread?.includes(id) ? textCell(UNREAD) : amountCell(row.cells[id], unit)));
}

/** A cell that spans `colSpan` columns, with the cells it covers. */
export function spanning(cell: TableCell, colSpan: number): TableCell[] {
  if (colSpan <= 1) return [cell];
  return [
    { ...cell, colSpan },
    ...Array.from({ length: colSpan - 1 }, (): TableCell => ({ ...BLANK, covered: 'left' })),
  ];
}
