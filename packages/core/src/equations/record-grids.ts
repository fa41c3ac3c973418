/** The grids of tables that are no statements, such as procurement (政府采购预算表), as their kinds lay them out. */
import type { Disclosure } from '../disclosure.ts';
import { printingOf, unitOf } from '../figures/precision.ts';
import { KINDS } from '../kinds/index.ts';
import { rowsOf, tableOf } from '../model/tables.ts';
import { layOut, type TableGrid } from './table-grid.ts';

/** A grid for each kind that equations are over and the disclosure has rows of. */
export function recordGrids(disclosure: Disclosure): readonly TableGrid[] {
  return KINDS.flatMap((kind) => {
    const rows = rowsOf(disclosure, kind);
    if (!kind.grid || rows.length === 0) return [];
    const table = tableOf(disclosure, kind);
    return layOut({
      name: kind.id,
      form: kind.id,
      unit: unitOf(disclosure, kind.id),
      printing: printingOf(disclosure, kind.id),
      lacksColumns: (disclosure.generic ?? []).some(({ origin }) => origin === table?.origin),
      ...kind.grid(rows),
    });
  });
}
