/** Cells as a table prints them: each rounded from its own exact amount to the decimals of its unit (design §2.5). */
import type { Cell } from '../model/values.ts';
import { type AmountFormat, type Fen, formatAmount, type MoneyUnit, printingStep } from '../money.ts';

const DECIMALS = 2;

/** An exact amount as its unit prints it: rounded half up to the printing step, so `fen` is what the text says. */
export function printAmount(exact: Fen, unit: MoneyUnit, { decimals = DECIMALS, separators }: AmountFormat = {}): Cell {
  const step = printingStep(unit, decimals);
  const fen = Math.round(exact / step) * step;
  const text = formatAmount(fen, unit, decimals);
  return { fen, text: separators ? grouped(text) : text, origin: {} };
}

/** `1720.00` → `1,720.00`. */
const grouped = (text: string): string => text.replace(/\d+/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ','));

/** Amounts by column; nothing is left blank, unless the table prints zeros. */
export function printCells(
  amounts: Readonly<Record<string, Fen>>,
  unit: MoneyUnit,
  format: AmountFormat = {},
): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const [column, fen] of Object.entries(amounts))
    if (fen !== 0 || format.zeros) cells[column] = printAmount(fen, unit, format);
  return cells;
}

const TEXT_COLUMNS: readonly string[] = ['index', 'code', 'name', 'label'];

/** Ids of the columns that hold amounts, in printing order. */
export function amountColumns({
  columns,
}: {
  readonly columns: readonly (readonly [id: string, ...headers: string[]])[];
}): readonly string[] {
  return [...new Set(columns.map(([id]) => id))].filter((id) => !TEXT_COLUMNS.includes(id));
}
