/** 固定资产占用情况表 for equations. */
import type { RowDraft, RowsDraft } from '../model/row-draft.ts';
import { type AssetRow, isAssetTotal, REMAINDER } from './asset-fields.ts';

/** Value and quantity by line, parts under their whole. */
export function assetGrid(rows: readonly AssetRow[]): RowsDraft {
  const index = new Map(rows.map((row, r) => [row.key, r]));
  const total = rows.findIndex((row) => isAssetTotal(row.key));
  const drafts = rows.map((row, r) => draftAssetRow(row, r === total, index));
  const parts = rows.flatMap((row, r) => (r !== total && row.partOf === undefined ? [r] : []));
  const complete = parts.some((r) => REMAINDER.test(rows[r]!.key)) && parts.some((r) => rows[r]!.value);
  if (total >= 0 && complete) drafts[total]!.children = parts;
  else if (total >= 0) for (const part of parts) drafts[part]!.partOf = total;
  return { columns: ['value'], rows: drafts, groups: new Map([['*', rows.map((_, r) => r)]]) };
}

function draftAssetRow(row: AssetRow, isTotal: boolean, index: ReadonlyMap<string, number>): RowDraft {
  const parent = row.partOf === undefined ? undefined : index.get(row.partOf);
  return {
    key: isTotal ? 'total' : row.key,
    source: row.key,
    label: row.label,
    origin: row.origin,
    names: isTotal ? ['total'] : [row.key],
    cells: row.value ? { value: row.value } : {},
    children: [],
    ...(parent === undefined ? {} : { partOf: parent }),
    aggregate: isTotal,
  };
}
