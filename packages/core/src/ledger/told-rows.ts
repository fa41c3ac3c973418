/** What is worked out elsewhere goes into rows that a person writes: only what it says otherwise changes, the rest stays as it is written. */
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { squeeze } from '../text/fold.ts';
import type { Ledger } from './ledger.ts';
import { bySheet, type SheetRows } from './sheet-rows.ts';
import { rowsOfLedger } from './sheet-texts.ts';
import type { SheetId } from './sheets.ts';
import { templateOf } from './template-of.ts';

/** Sheets whose rows are known by the content that their first cell names. */
const NAMED: ReadonlySet<SheetId> = new Set<SheetId>(['counts', 'amounts', 'texts']);

const nameOf = ([name = '']: readonly string[]): string => squeeze(name);

/**
 * The rows with what `after` says otherwise than `before`, which was read from them, in the sheets of counts, amounts and texts.
 * Rows that both say alike, and what could not be read, stand untouched.
 */
export function toldRows(
  rows: SheetRows,
  before: Ledger,
  after: Ledger,
  jurisdictions: Jurisdictions = bundled(),
): SheetRows {
  const [was, now] = [before, after].map((ledger) =>
    rowsOfLedger(ledger, templateOf(ledger, jurisdictions), jurisdictions),
  ) as [SheetRows, SheetRows];
  return bySheet(({ id }) => {
    if (!NAMED.has(id)) return rows[id];
    const told = without(now[id], was[id]);
    const gone = without(was[id], now[id]);
    const left = new Set([...gone.keys()].filter((name) => !told.has(name)));
    const stood = new Set(rows[id].map(nameOf));
    return [
      ...rows[id].filter((cells) => !left.has(nameOf(cells))).map((cells) => told.get(nameOf(cells)) ?? cells),
      ...[...told].flatMap(([name, cells]) => (stood.has(name) ? [] : [cells])),
    ];
  });
}

/** Rows that only the first has, by what they are of. */
function without(rows: SheetRows[SheetId], others: SheetRows[SheetId]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(others.map((cells) => JSON.stringify(cells)));
  return new Map(rows.filter((cells) => !known.has(JSON.stringify(cells))).map((cells) => [nameOf(cells), cells]));
}
