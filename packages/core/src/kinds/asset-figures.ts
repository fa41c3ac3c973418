/** What 固定资产占用情况表 says in all and line by line. */
import type { Fen } from '../money.ts';
import { type AssetRow, isAssetTotal } from './asset-fields.ts';
import { cellSum } from './cell-sum.ts';
import type { KindFigure, RowAndColumn, TableOf } from './kind.ts';

/** The row of all assets. */
export const assetTotal = (rows: readonly AssetRow[]): AssetRow | undefined =>
  rows.find(({ key }) => isAssetTotal(key));

/** The value of all assets, in fen: the total row, else the sum of the rows that are no part of another. Undefined without rows, or where one has no value. */
export function assetSum(rows: readonly AssetRow[]): Fen | undefined {
  const total = assetTotal(rows);
  return total
    ? total.value?.fen
    : cellSum(rows.filter(({ partOf }) => partOf === undefined).map(({ value }) => value));
}

/** `assets[total].value`, `assets[房屋].value`. */
export function assetFigures(
  tables: readonly TableOf<AssetRow>[],
  { row, column }: RowAndColumn,
): readonly KindFigure[] {
  const rows = tables.flatMap((table) => table.rows);
  const found = row === 'total' ? assetTotal(rows) : rows.find(({ key }) => key === row);
  return found?.value && column === 'value' ? [{ row: found.key, column, ...found.value }] : [];
}
