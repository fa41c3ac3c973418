/** The tables beside the statements: gathered unit by unit, assets added up. */
import type { Agency, AssetRow, Cell, Disclosure, PerformanceTarget, ProcurementRow, Quantity } from '../disclosure.ts';
import { procurementTotalRow } from '../figures/record-totals.ts';
import { type Fen, formatAmount, type MoneyUnit } from '../money.ts';
import { quantityText } from '../quantity.ts';

const printed = (fen: Fen, unit: MoneyUnit): Cell => ({ fen, text: formatAmount(fen, unit), origin: {} });

function unitOf(disclosure: Disclosure, form: 'procurement' | 'assets'): MoneyUnit {
  return disclosure.tables.find((table) => table.form === form)?.unit ?? '万元';
}

/** A 合计 row, then each unit's 小计 with its items. */
export function gatherProcurement(units: readonly Disclosure[]): ProcurementRow[] {
  const blocks = units.flatMap((unit) => {
    const items = unit.procurement.filter(({ kind }) => kind === 'item');
    if (items.length === 0) return [];
    const stated = procurementTotalRow(unit);
    return [{ unit, items, sums: sumCells(stated ? [stated] : items) }];
  });
  if (blocks.length === 0) return [];
  const row = (kind: 'total' | 'subtotal', label: string, sums: Record<string, Fen>, of: Disclosure) => {
    const cells = Object.entries(sums).map(([id, fen]) => [id, printed(fen, unitOf(of, 'procurement'))] as const);
    return { kind, label, cells: Object.fromEntries(cells), origin: {} };
  };
  const total: Record<string, Fen> = {};
  for (const { sums } of blocks) for (const id in sums) total[id] = (total[id] ?? 0) + sums[id]!;
  return [
    row('total', '合计', total, blocks[0]!.unit),
    ...blocks.flatMap(({ unit, items, sums }) => [
      row('subtotal', `${unit.agency.name}小计`, sums, unit),
      ...items.map((item) => ({ ...item, origin: {} })),
    ]),
  ];
}

function sumCells(rows: readonly ProcurementRow[]): Record<string, Fen> {
  const sums: Record<string, Fen> = {};
  for (const { cells } of rows) for (const id in cells) sums[id] = (sums[id] ?? 0) + cells[id]!.fen;
  return sums;
}

/**
 * The assets of all units line by line: quantities and values (fen) added up, lines in the order of the first unit
 * that has them.
 */
export function sumAssets(units: readonly Disclosure[]): AssetRow[] {
  const rows = new Map<string, AssetRow>();
  for (const unit of units) {
    for (const row of unit.assets) {
      const id = `${row.partOf ?? ''}|${row.key}`;
      const sum = rows.get(id);
      const quantity =
        sum?.quantity && row.quantity ? add(sum.quantity, row.quantity) : (sum?.quantity ?? row.quantity);
      const fen = (sum?.value?.fen ?? 0) + (row.value?.fen ?? 0);
      rows.set(id, {
        ...(sum ?? row),
        ...(quantity ? { quantity: { ...quantity, origin: {} } } : {}),
        ...(sum?.value || row.value ? { value: printed(fen, unitOf(unit, 'assets')) } : {}),
        origin: {},
      });
    }
  }
  return [...rows.values()];
}

function add(a: Quantity, b: Quantity): Quantity {
  const scale = Math.max(a.scale, b.scale);
  const units = a.units * 10 ** (scale - a.scale) + b.units * 10 ** (scale - b.scale);
  return { units, scale, text: quantityText(units, scale), origin: {} };
}

/** Projects of all units one after another, with new numbers; the agencies stand in a list of the same length. */
export function gatherPerformance(units: readonly Disclosure[]): {
  readonly targets: PerformanceTarget[];
  readonly agencies: Agency[];
} {
  const all = units.flatMap(({ agency, performance }) => performance.map((target) => ({ agency, target })));
  return {
    targets: all.map(({ target }, i) => ({
      ...target,
      title: target.title.replace(/^\d+(?=[、.．])/, String(i + 1)),
      origin: {},
    })),
    agencies: all.map(({ agency }) => agency),
  };
}
