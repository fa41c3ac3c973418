/** What of a unit's ledger this browser has and the office does not: kept per person and item until it is saved there. */
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { createStore, del, get, set } from 'idb-keyval';

/** Rows that go on from a version that the office has. */
export interface Draft {
  readonly rows: SheetRows;
  readonly base: Base;
  readonly savedAt: number;
}

export interface Base {
  /** 0: none yet, the rows are blank. */
  readonly version: number;
  readonly rows: SheetRows;
}

const store = createStore('mingsuan-office', 'drafts');

/** By whom and of which item. */
export const draftKey = (person: number, item: number): string => `${person}/${item}`;

export const loadDraft = (key: string): Promise<Draft | undefined> => get<Draft>(key, store);
export const keepDraft = (key: string, draft: Draft): Promise<void> => set(key, draft, store);
export const dropDraft = (key: string): Promise<void> => del(key, store);
