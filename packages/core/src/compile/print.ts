/** Cells as a table prints them: two decimals of its unit, each rounded from its own exact amount (design §2.5). */
import type { Cell } from '../model/values.ts';
import { type Fen, formatAmount, type MoneyUnit, printingStep } from '../money.ts';

const DECIMALS = 2;

/** An exact amount as its unit prints it: rounded half up to the printing step, so `fen` is what the text says. */
export function printAmount(exact: Fen, unit: MoneyUnit): Cell {
  const step = printingStep(unit, DECIMALS);
  const fen = Math.round(exact / step) * step;
  return { fen, text: formatAmount(fen, unit, DECIMALS), origin: {} };
}

/** Amounts by column; nothing is left blank. */
export function printCells(amounts: Readonly<Record<string, Fen>>, unit: MoneyUnit): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const [column, fen] of Object.entries(amounts)) if (fen !== 0) cells[column] = printAmount(fen, unit);
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
