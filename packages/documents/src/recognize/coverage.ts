/**
 * How much of what is printed in tables was read: every amount is in a table that was understood, in one kept under its shape,
 * or in neither, and then its table is named. Counted from the grids, so that recognition cannot count its own blindness.
 */
import type { Disclosure, Origin } from '@mingsuan/core/disclosure';
import type { Layout, Table } from '../layout.ts';
import { isAmountText } from './shape/cells.ts';

/** Counts of one kind of thing: `printed` = `read` + `generic` + `unread`. */
export interface Tally {
  readonly printed: number;
  readonly read: number;
  readonly generic: number;
  readonly unread: number;
}

/** One printed grid with amounts, and what became of them. `near` is the last line printed above it. */
export interface GridCoverage extends Tally {
  readonly origin: Origin;
  readonly near: string;
}

export interface TableCoverage {
  readonly amounts: Tally;
  readonly grids: readonly GridCoverage[];
}

/** What of the amounts in a layout's tables stands in the disclosures that were read from it. */
export function tableCoverage(layout: Layout, disclosures: readonly Disclosure[]): TableCoverage {
  const generic = placesRead(disclosures.map((disclosure) => disclosure.generic));
  const read = placesRead(disclosures.map(({ generic: _, ...known }) => known));
  const grids: GridCoverage[] = [];
  for (const page of layout.pages) {
    let near = '';
    for (const block of page.blocks) {
      if (block.kind === 'paragraph') near = block.text;
      else grids.push({ ...gridTally(block, read, generic), origin: block.origin, near });
    }
  }
  const sum = (of: keyof Tally) => grids.reduce((total, grid) => total + grid[of], 0);
  return {
    amounts: { printed: sum('printed'), read: sum('read'), generic: sum('generic'), unread: sum('unread') },
    grids: grids.filter(({ printed }) => printed > 0),
  };
}

/** A printed text by its place. */
export const placeKey = (text: string, origin: Origin): string => `${JSON.stringify(origin)} ${text.trim()}`;

/** The places of everything short that a reading holds. */
export function placesRead(reading: unknown): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  count(reading, places);
  return places;
}

/** Everything that has a text and a place, wherever it stands in a reading. */
function count(value: unknown, into: Map<string, number>): void {
  if (Array.isArray(value)) {
    for (const each of value) count(each, into);
  } else if (typeof value === 'object' && value !== null) {
    const { text, origin } = value as { text?: unknown; origin?: Origin };
    if (typeof text === 'string' && origin && text.length < 60) {
      const key = placeKey(text, origin);
      into.set(key, (into.get(key) ?? 0) + 1);
    }
    for (const each of Object.values(value)) if (typeof each === 'object') count(each, into);
  }
}

function gridTally(table: Table, read: ReadonlyMap<string, number>, generic: ReadonlyMap<string, number>): Tally {
  const tally = { printed: 0, read: 0, generic: 0, unread: 0 };
  for (const cell of table.rows.flat()) {
    if (cell.covered || !isAmountText(cell.text)) continue;
    const key = placeKey(cell.text, cell.origin);
    tally.printed += 1;
    tally[read.has(key) ? 'read' : generic.has(key) ? 'generic' : 'unread'] += 1;
  }
  return tally;
}
