/** A ledger of this browser: saved here with every change, and never over what another window saved. */
import { useRef, useState } from 'react';
import { type Book, bookOf, rowsOf, titleOf } from '../state/book.ts';
import { type SavedLedger, saveLedger } from './saved.ts';
import { type OpenBook, type Saving, useBook } from './use-book.ts';

export interface OpenLedger extends OpenBook {
  /** Goes on under another id, where another window holds this one. */
  readonly saveAs: (id: string) => Promise<void>;
}

export function useLedger(loaded: SavedLedger): OpenLedger {
  const kept = useRef({ id: loaded.id, revision: loaded.revision });
  const [copied, setCopied] = useState<Saving>();
  const keepAs = async (id: string, revision: number, book: Book) => {
    const saved = await saveLedger({ id, title: titleOf(book), rows: rowsOf(book) }, revision);
    kept.current = { id, revision: saved.revision };
    return saved.savedAt;
  };
  const open = useBook({
    book: () => bookOf(loaded.rows),
    savedAt: loaded.savedAt,
    keep: (book) => keepAs(kept.current.id, kept.current.revision, book),
  });
  return {
    ...open,
    saving: open.saving.state === 'elsewhere' ? (copied ?? open.saving) : open.saving,
    saveAs: async (id) => setCopied({ state: 'saved', at: await keepAs(id, 0, open.book) }),
  };
}
