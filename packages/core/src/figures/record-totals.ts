/** Which row of the procurement and asset tables is the total, and which of its columns says how much. */
import type { Cell, Disclosure } from '../disclosure.ts';
import { isAssetTotal } from '../kinds/assets.ts';
import { ASSETS, type AssetRow, PROCUREMENT, type ProcurementRow } from '../kinds/index.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';
import { FUND_IDS } from '../vocabulary/index.ts';

/** Columns that say what an item costs in all, the widest first: 总计 holds what 合计 leaves out (其他渠道资金). */
const WHOLE = ['grand-total', 'total'] as const;

/** What a procurement row costs in all; undefined where the table prints parts only, and more than one of them. */
export function procurementAmount({ cells }: Pick<ProcurementRow, 'cells'>): Cell | undefined {
  const whole = WHOLE.map((id) => cells[id]).find((cell) => cell !== undefined);
  if (whole) return whole;
  const funds = FUND_IDS.flatMap((id) => cells[id] ?? []);
  return funds.length === 1 ? funds[0] : undefined;
}

/** The 合计 row of the procurement table. */
export const procurementTotalRow = (disclosure: Pick<Disclosure, 'tables'>): ProcurementRow | undefined =>
  rowsOf(disclosure, PROCUREMENT).find(({ kind }) => kind === 'total');

/**
 * All that a disclosure plans to purchase, in fen: its 合计 row, else the sum of its items without subtotals. Undefined
 * where it prints no table, or an item without its amount.
 */
export function procurementTotal(disclosure: Pick<Disclosure, 'tables'>): Fen | undefined {
  const total = procurementTotalRow(disclosure);
  const printed = total && procurementAmount(total);
  if (printed) return printed.fen;
  return sumOf(
    rowsOf(disclosure, PROCUREMENT)
      .filter(({ kind }) => kind === 'item')
      .map(procurementAmount),
  );
}

export { isAssetTotal };

/** The total row of the asset table. */
export const assetTotalRow = (disclosure: Pick<Disclosure, 'tables'>): AssetRow | undefined =>
  rowsOf(disclosure, ASSETS).find(({ key }) => isAssetTotal(key));

/** The value of all assets, in fen: the total row, else the sum of the rows that are no part of another; undefined as above. */
export function assetsTotal(disclosure: Pick<Disclosure, 'tables'>): Fen | undefined {
  const total = assetTotalRow(disclosure);
  if (total) return total.value?.fen;
  return sumOf(
    rowsOf(disclosure, ASSETS)
      .filter(({ partOf }) => partOf === undefined)
      .map(({ value }) => value),
  );
}

function sumOf(cells: readonly (Cell | undefined)[]): Fen | undefined {
  if (cells.length === 0 || cells.some((cell) => cell === undefined)) return undefined;
  return cells.reduce((sum, cell) => sum + cell!.fen, 0);
}
