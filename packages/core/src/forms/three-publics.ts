/** How a table of “三公”经费 stands: its items are rows in some places, and columns of one row in others. */
import { columnOf } from '../model/address.ts';
import { THREE_PUBLICS_ITEMS } from '../vocabulary/index.ts';

const ITEMS: ReadonlySet<string> = new Set(THREE_PUBLICS_ITEMS);

/** Whether the items stand as columns, told by the keys of the table's columns of whatever period. */
export const hasItemColumns = (keys: readonly string[]): boolean => keys.some((key) => ITEMS.has(columnOf(key)));
