/** A ledger in the page: its states with undo and redo, and each of them kept as soon as it is there. */
import type { SheetId } from '@mingsuan/core/ledger/sheets';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type Book, type Row, withRows } from '../state/book.ts';
import { begun, type History, redone, stepped, undone } from '../state/history.ts';
import { SavedElsewhere } from './saved.ts';

export type Saving =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving' }
  /** The browser refuses (full, private window): only a download keeps the work. */
  | { readonly state: 'failed' }
  | { readonly state: 'elsewhere' };

type Step =
  | { readonly do: 'rows'; readonly sheet: SheetId; readonly change: (rows: readonly Row[]) => readonly Row[] }
  | { readonly do: 'book'; readonly book: Book }
  | { readonly do: 'begin'; readonly book: Book }
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
    case 'begin':
      return begun(step.book);
    case 'undo':
      return undone(history);
    case 'redo':
      return redone(history);
  }
}

export interface OpenBook {
  readonly book: Book;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (sheet: SheetId, change: (rows: readonly Row[]) => readonly Row[]) => void;
  /** All of it at once, as an import does: one step that can be taken back. */
  readonly replace: (book: Book) => void;
  /** All of it at once, and nothing before it to go back to. */
  readonly begin: (book: Book) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

interface Start {
  /** Asked for once. */
  readonly book: () => Book;
  readonly savedAt: number;
  /** Keeps a book where it outlasts the page. @returns when; @rejects SavedElsewhere, or where the browser refuses */
  readonly keep: (book: Book) => Promise<number>;
}

/** One save at a time, of the newest; what is not saved yet is not left without asking. */
export function useBook({ book: first, savedAt, keep }: Start): OpenBook {
  const [history, dispatch] = useReducer(reduced, undefined, () => begun(first()));
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: savedAt });
  const book = history.present;
  const kept = useRef(book);
  const latest = useRef(book);
  const running = useRef(false);
  const keeper = useRef(keep);
  keeper.current = keep;

  const save = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    try {
      while (latest.current !== kept.current) {
        const saved = latest.current;
        setSaving({ state: 'saving' });
        const at = await keeper.current(saved);
        kept.current = saved;
        setSaving({ state: 'saved', at });
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
    const stay = (event: BeforeUnloadEvent) => {
      if (latest.current !== kept.current) event.preventDefault();
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
    begin: useCallback((next) => dispatch({ do: 'begin', book: next }), []),
    undo: useCallback(() => dispatch({ do: 'undo' }), []),
    redo: useCallback(() => dispatch({ do: 'redo' }), []),
  };
}
