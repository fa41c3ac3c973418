/** 政府采购预算表 for equations: items under their subtotals, their prices where these are in the table's unit. */
import type { RowDraft, RowsDraft } from '../model/row-draft.ts';
import type { ProcurementRow } from './procurement-fields.ts';
import { procurementAmount } from './procurement-figures.ts';

/** Items stand below the subtotal of their unit (or above it, where the table closes a unit with its subtotal). */
export function procurementGrid(rows: readonly ProcurementRow[]): RowsDraft {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
  const sameUnit = pricesInTableUnit(rows);
  const drafts = rows.map((row) => draftProcurementRow(row, sameUnit));
  const groups = new Map<string, number[]>([['*', rows.map((_, r) => r)]]);
  const of = (kind: ProcurementRow['kind']) => rows.flatMap((row, r) => (row.kind === kind ? [r] : []));
  const [items, subtotals, totals] = [of('item'), of('subtotal'), of('total')];
  groups.set('item', items);
  nestItems(drafts, items, subtotals);
  const nested = subtotals.flatMap((r) => drafts[r]!.children);
  if (totals.length === 1 && items.length > 0) {
    // A subtotal without items of its own adds up other subtotals: then the levels cannot be told.
    const oneLevel = nested.length === items.length && subtotals.every((r) => drafts[r]!.children.length > 0);
    drafts[totals[0]!]!.children = subtotals.length === 0 ? items : oneLevel ? subtotals : [];
  }
  return { columns: [...columns, 'project-funds', 'unit-price'], rows: drafts, groups };
}

/** Prices in 元 beside amounts in 万元 are no error, and are left out. */
function pricesInTableUnit(rows: readonly ProcurementRow[]): boolean {
  const ratios = rows.flatMap((row) => {
    const { kind, quantity, unitPrice } = row;
    const amount = procurementAmount(row)?.fen ?? 0;
    if (kind !== 'item' || !quantity || !unitPrice || amount === 0) return [];
    return [(quantity.units / 10 ** quantity.scale) * (unitPrice.fen / amount)];
  });
  const tenThousandfold = ratios.filter((ratio) => ratio > 5_000 && ratio < 20_000).length;
  return tenThousandfold === 0 || tenThousandfold * 2 < ratios.length;
}

/** A sum that shows a price is printed a column off: its figures cannot be told apart, so it has none. */
function draftProcurementRow(row: ProcurementRow, sameUnit: boolean): RowDraft {
  const readable = row.kind === 'item' || row.unitPrice === undefined;
  const label = row.kind === 'item' ? [row.project, row.item].filter(Boolean).join(' ') || row.label : row.label;
  return {
    key: row.kind === 'total' ? 'total' : label,
    source: row.label,
    label,
    origin: row.origin,
    names: row.kind === 'total' ? ['total'] : [],
    cells: {
      ...(readable ? row.cells : {}),
      ...(row.projectFunds && row.kind === 'item' ? { 'project-funds': row.projectFunds } : {}),
      ...(row.unitPrice && row.kind === 'item' && sameUnit ? { 'unit-price': row.unitPrice } : {}),
    },
    children: [],
    ...(row.quantity ? { quantity: row.quantity } : {}),
    aggregate: row.kind !== 'item',
  };
}

function nestItems(drafts: readonly RowDraft[], items: readonly number[], subtotals: readonly number[]): void {
  if (subtotals.length === 0 || items.length === 0) return;
  const subtotalsFirst = subtotals[0]! < items[0]!;
  for (const item of items) {
    const owner = subtotalsFirst ? subtotals.filter((r) => r < item).at(-1) : subtotals.find((r) => r > item);
    if (owner !== undefined) drafts[owner]!.children.push(item);
  }
}
