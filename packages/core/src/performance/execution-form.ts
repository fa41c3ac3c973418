/** 支出进度月报 in its columns, and the money of a project for its forms. */
import type { ExecutionReportRow } from '../kinds/index.ts';
import type { Cell, Quantity } from '../model/values.ts';
import { formatAmount, type MoneyUnit } from '../money.ts';
import { foldWidth } from '../text/fold.ts';
import { type Execution, lineStates } from './execution.ts';
import type { MonthlyRow } from './execution-report.ts';
import { type Ratio, rounded } from './ratio.ts';
import { printDecimal } from './target.ts';

/** The rows of the report as its kind holds them, the total last. @param unit that they are printed in */
export const reportRows = (
  rows: readonly MonthlyRow[],
  total: MonthlyRow,
  unit: MoneyUnit = '万元',
): readonly ExecutionReportRow[] => [...rows, total].map((row) => reportRow(row, unit));

function reportRow(row: MonthlyRow, unit: MoneyUnit): ExecutionReportRow {
  const cell = (fen: number): Cell => ({ fen, text: formatAmount(fen, unit), origin: {} });
  const { lastYear, forecast, cause, rate, gap } = row;
  return {
    ...(row.unit === '' ? {} : { unit: row.unit }),
    project: row.project,
    initial: cell(row.initial),
    adjustment: cell(row.adjustment),
    adjusted: cell(row.adjusted),
    month: cell(row.month),
    cumulative: cell(row.cumulative),
    committed: cell(row.committed),
    available: cell(row.available),
    ...(rate ? { rate: percent(rate) } : {}),
    pace: percent(row.pace),
    ...(gap ? { gap: printDecimal(rounded(gap, 2)) } : {}),
    ...(lastYear === undefined ? {} : { lastYear: cell(lastYear) }),
    ...(forecast === undefined ? {} : { forecast: cell(forecast) }),
    ...(cause ? { cause } : {}),
    origin: {},
  };
}

function percent(value: Ratio): Quantity {
  const printed = rounded(value, 2);
  return { ...printed, text: `${printDecimal(printed)}%`, origin: {} };
}

/** What a project was given, as adjusted, and what was paid of it by the end of a month, in fen. */
export interface ProjectMoney {
  readonly initial: number;
  readonly adjusted: number;
  readonly executed: number;
}

/** The money of a project: of its unit where that is named and has it, else of the only unit that has one of this name. */
export function moneyOfProject(
  execution: Execution,
  { project, unit }: { readonly project: string; readonly unit?: string | undefined },
  month: number,
): ProjectMoney | undefined {
  const named = lineStates(execution, month).filter(({ line }) => foldWidth(line.project) === foldWidth(project));
  const own = named.filter(({ line }) => foldWidth(line.unit) === foldWidth(unit ?? ''));
  const chosen = own.length > 0 ? own : named;
  if (chosen.length === 0 || new Set(chosen.map(({ line }) => line.unit)).size > 1) return undefined;
  return {
    initial: chosen.reduce((all, { line }) => all + line.amount, 0),
    adjusted: chosen.reduce((all, { adjusted }) => all + adjusted, 0),
    executed: chosen.reduce((all, { paid }) => all + paid, 0),
  };
}

/** A form's lines of money with the first one filled in from the execution; `text` as its amounts are printed. */
export function withMoney<Line extends { readonly initial?: Cell; readonly adjusted?: Cell; readonly executed?: Cell }>(
  funds: readonly Line[],
  { initial, adjusted, executed }: ProjectMoney,
  unit: MoneyUnit = '万元',
): readonly Line[] {
  const cell = (fen: number): Cell => ({ fen, text: formatAmount(fen, unit), origin: {} });
  const [first, ...others] = funds;
  return first
    ? [{ ...first, initial: cell(initial), adjusted: cell(adjusted), executed: cell(executed) }, ...others]
    : [];
}
