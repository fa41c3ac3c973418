/** Ledgers kept in this browser (IndexedDB). Each save says which one it goes on from: two windows never overwrite each other. */
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { createStore, del, entries, get, update } from 'idb-keyval';

export interface SavedLedger {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Counts the saves. */
  readonly revision: number;
  readonly rows: SheetRows;
}

/** Another window has saved the ledger meanwhile. */
export class SavedElsewhere extends Error {
  override readonly name = 'SavedElsewhere';
}

const store = createStore('mingsuan-ledgers', 'ledgers');

/** An id that nobody guesses. */
export const newLedgerId = (): string => crypto.randomUUID();

/** Saves on the revision that was loaded (0: a new one). @rejects SavedElsewhere where that is not the last */
export async function saveLedger(
  ledger: Pick<SavedLedger, 'id' | 'title' | 'rows'>,
  revision: number,
): Promise<SavedLedger> {
  const saved: SavedLedger = { ...ledger, revision: revision + 1, savedAt: Date.now() };
  let isOurs = true;
  await update<SavedLedger>(
    ledger.id,
    (kept) => {
      isOurs = (kept?.revision ?? 0) === revision;
      return isOurs ? saved : kept!;
    },
    store,
  );
  if (!isOurs) throw new SavedElsewhere();
  return saved;
}

export const loadLedger = (id: string): Promise<SavedLedger | undefined> => get<SavedLedger>(id, store);

/** All of this browser, the last saved first. */
export async function savedLedgers(): Promise<readonly SavedLedger[]> {
  const all = await entries<string, SavedLedger>(store);
  return all.map(([, ledger]) => ledger).sort((a, b) => b.savedAt - a.savedAt);
}

export const removeLedger = (id: string): Promise<void> => del(id, store);
