/** Amount cells: a printed number, a blank, or something to report. */
import type { Cell, Problem } from '@mingsuan/core/disclosure';
import { type MoneyUnit, parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import { NO_VALUE, type TableCell } from '../layout.ts';

export interface StatementContext {
  readonly unit: MoneyUnit;
  /** Nobody says what the figures amount to: they are not read. */
  readonly isUnitUnknown?: boolean;
  readonly year?: number;
  readonly problems: Problem[];
}

const BLANK = /^(?:[-—–─/\\*]+|无|…+)?$/;

/** What is printed for nothing: dashes, 无, dots. */
export const isBlank = (text: string) => BLANK.test(squeeze(text));

/** The amount printed in a cell; undefined for a blank one. What is neither is reported. */
export function readAmount(cell: TableCell, context: StatementContext, title: string): Cell | undefined {
  const text = cell.text.trim();
  if (isBlank(text)) return undefined;
  // Told once for its sheet.
  if (text === NO_VALUE || (context.isUnitUnknown && parseAmount(text, context.unit))) return undefined;
  const amount = parseAmount(text, context.unit);
  if (amount) return { fen: amount.fen, text, origin: cell.origin };
  context.problems.push({
    code: 'not-a-number',
    message: `“${title}”的金额格里是“${text.slice(0, 30)}”，不是数字，未计入；请核对原文。`,
    origin: cell.origin,
  });
  return undefined;
}
