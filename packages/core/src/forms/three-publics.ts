/** How a table of “三公”经费 stands: its items are rows in some places, and columns of one row in others. */
import { columnOf } from '../model/address.ts';
import { crossedAt, FUND_IDS, THREE_PUBLICS_ITEMS } from '../vocabulary/index.ts';

const ITEMS: ReadonlySet<string> = new Set(THREE_PUBLICS_ITEMS);

/** Whether the items stand as columns, each one or several by fund, told by the keys of the table's columns of whatever period. */
export const hasItemColumns = (keys: readonly string[]): boolean =>
  keys.some((key) => ITEMS.has(crossedAt(columnOf(key))?.measure ?? columnOf(key)));

/** In a table whose items stand as columns: the item that a column is of, and of which fund where it is not of all of them. */
export function itemColumnAt(column: string): { readonly item: string; readonly fund?: string } {
  const crossed = crossedAt(column);
  if (crossed) return { item: crossed.measure, fund: crossed.source };
  return FUND_IDS.some((id) => id === column) ? { item: 'total', fund: column } : { item: column };
}
