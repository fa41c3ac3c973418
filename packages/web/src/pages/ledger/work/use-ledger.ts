/** A ledger in the page: its states with undo and redo, and each of them saved as soon as it is there. */
import type { SheetId } from '@mingsuan/core/ledger/sheets';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type Book, bookOf, type Row, rowsOf, titleOf, withRows } from '../state/book.ts';
import { begun, type History, redone, stepped, undone } from '../state/history.ts';
import { SavedElsewhere, type SavedLedger, saveLedger } from './saved.ts';

export type Saving =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving' }
  /** The browser refuses (full, private window): only a download keeps the work. */
  | { readonly state: 'failed' }
  | { readonly state: 'elsewhere' };

type Step =
  | { readonly do: 'rows'; readonly sheet: SheetId; readonly change: (rows: readonly Row[]) => readonly Row[] }
  | { readonly do: 'book'; readonly book: Book }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

function reduced(history: History<Book>, step: Step): History<Book> {
  switch (step.do) {
    case 'rows': {
      const { present } = history;
      return stepped(history, withRows(present, step.sheet, step.change(present[step.sheet])));
    }
    case 'book':
      return stepped(history, step.book);
    case 'undo':
      return undone(history);
    case 'redo':
      return redone(history);
  }
}

export interface OpenLedger {
  readonly book: Book;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (sheet: SheetId, change: (rows: readonly Row[]) => readonly Row[]) => void;
  /** All of it at once, as an import does: one step that can be taken back. */
  readonly replace: (book: Book) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Goes on under another id, where another window holds this one. */
  readonly saveAs: (id: string) => Promise<void>;
}

export function useLedger(loaded: SavedLedger): OpenLedger {
  const [history, dispatch] = useReducer(reduced, loaded, ({ rows }) => begun(bookOf(rows)));
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: loaded.savedAt });
  const book = history.present;
  const kept = useRef({ id: loaded.id, revision: loaded.revision, book });
  const latest = useRef(book);
  const running = useRef(false);

  const save = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    try {
      while (latest.current !== kept.current.book) {
        const saved = latest.current;
        setSaving({ state: 'saving' });
        const { id, revision } = kept.current;
        const done = await saveLedger({ id, title: titleOf(saved), rows: rowsOf(saved) }, revision);
        kept.current = { id, revision: done.revision, book: saved };
        setSaving({ state: 'saved', at: done.savedAt });
      }
    } catch (error) {
      setSaving({ state: error instanceof SavedElsewhere ? 'elsewhere' : 'failed' });
    } finally {
      running.current = false;
    }
  }, []);

  useEffect(() => {
    latest.current = book;
    void save();
  }, [book, save]);

  useEffect(() => {
    // What is not saved yet is not left without asking.
    const stay = (event: BeforeUnloadEvent) => {
      if (latest.current !== kept.current.book) event.preventDefault();
    };
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, []);

  return {
    book,
    saving,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: useCallback((sheet, change) => dispatch({ do: 'rows', sheet, change }), []),
    replace: useCallback((next) => dispatch({ do: 'book', book: next }), []),
    undo: useCallback(() => dispatch({ do: 'undo' }), []),
    redo: useCallback(() => dispatch({ do: 'redo' }), []),
    saveAs: async (id) => {
      const { savedAt, revision } = await saveLedger(
        { id, title: titleOf(latest.current), rows: rowsOf(latest.current) },
        0,
      );
      kept.current = { id, revision, book: latest.current };
      setSaving({ state: 'saved', at: savedAt });
    },
  };
}
