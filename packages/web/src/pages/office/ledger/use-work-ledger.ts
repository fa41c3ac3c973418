/**
 * A unit's ledger in the page: every change is kept in this browser at once and in the office when it is saved. What others saved
 * meanwhile is merged cell by cell; where both wrote the same cell nothing is saved until a person has chosen.
 */
import { heldOfRows } from '@mingsuan/core/ledger/held';
import type { MergeConflict } from '@mingsuan/core/ledger/merge';
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ApiError, ask, send } from '../../../api/client.ts';
import type { Work, WorkAnswer, WorkContent } from '../../../api/types.ts';
import { bookOf, rowsOf } from '../../ledger/state/book.ts';
import { askWorker } from '../../ledger/work/ask.ts';
import { type OpenBook, useBook } from '../../ledger/work/use-book.ts';
import { type Base, dropDraft, keepDraft } from './drafts.ts';

export interface OpenWork extends OpenBook {
  /** The version that the rows go on from. */
  readonly version: number;
  /** Whether there is something that the office does not have. */
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly conflicts: readonly MergeConflict[];
  /** Who saved what was merged last. */
  readonly merged: string | undefined;
  /** Saves in the office. @returns the item as it then stands; undefined where it was not saved */
  readonly save: () => Promise<Work | undefined>;
  /** Takes in what others saved. */
  readonly takeIn: () => Promise<void>;
  /** One conflict decided: the other's text, or the own one that stands. */
  readonly decide: (conflict: MergeConflict, isTheirs: boolean) => void;
}

interface Start {
  readonly key: string;
  readonly item: WorkAnswer;
  readonly base: Base;
  readonly rows: SheetRows;
  readonly conflicts: readonly MergeConflict[];
}

export const rowsOfVersion = async (id: number, version: number): Promise<SheetRows | undefined> =>
  askWorker('held', { content: (await ask<WorkContent>(`/work/${id}/versions/${version}`)).content });

export function useWorkLedger({ key, item, base: first, rows, conflicts: told }: Start): OpenWork {
  const cache = useQueryClient();
  const base = useRef({ ...first, revision: item.revision });
  const [saved, setSaved] = useState<SheetRows>(first.rows);
  const [version, setVersion] = useState(first.version);
  const [conflicts, setConflicts] = useState(told);
  const [isSaving, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [merged, setMerged] = useState<string>();
  const open = useBook({
    book: () => bookOf(rows),
    savedAt: Date.now(),
    keep: async (book) => {
      const savedAt = Date.now();
      await keepDraft(key, {
        rows: rowsOf(book),
        base: { version: base.current.version, rows: base.current.rows },
        savedAt,
      });
      return savedAt;
    },
  });
  const latest = useRef(open.book);
  latest.current = open.book;
  const isChanged = !isSame(rowsOf(open.book), saved);

  /** Goes on from what the office has now. @returns whether a person has to choose */
  const goOn = useCallback(async (): Promise<boolean> => {
    const now = await ask<WorkAnswer>(`/work/${item.id}`);
    if (now.version === base.current.version) {
      base.current = { ...base.current, revision: now.revision };
      return false;
    }
    const theirs = await rowsOfVersion(item.id, now.version);
    if (!theirs) throw new Error('held');
    const mine = rowsOf(latest.current);
    const both = await askWorker('merge', { base: base.current.rows, mine, theirs });
    base.current = { version: now.version, revision: now.revision, rows: theirs };
    open.begin(bookOf(both.rows));
    setSaved(theirs);
    setVersion(now.version);
    setConflicts(both.conflicts);
    setMerged(now.versions.find(({ number }) => number === now.version)?.person);
    latest.current = bookOf(both.rows);
    return both.conflicts.length > 0;
  }, [item.id, open.begin]);

  const attempt = useCallback(async (): Promise<Work | undefined> => {
    for (let tries = 0; ; tries++) {
      const sent = rowsOf(latest.current);
      const { revision } = base.current;
      try {
        const content = heldOfRows(sent);
        const done = await send<Work>('POST', `/work/${item.id}/versions`, { revision, content });
        base.current = { version: done.version, revision: done.revision, rows: sent };
        setSaved(sent);
        setVersion(done.version);
        await dropDraft(key).catch(() => undefined);
        // What may be done next is asked anew: a step upon the revision before would be refused.
        await cache.invalidateQueries({ queryKey: ['office', `/work/${item.id}`] });
        return done;
      } catch (refused) {
        const isBehind = refused instanceof ApiError && refused.status === 409 && tries < 5;
        if (!isBehind) throw refused;
        if (await goOn()) return undefined;
        if (base.current.revision === revision) throw refused;
      }
    }
  }, [item.id, key, goOn, cache]);

  const busy = useCallback(async <T>(doing: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setError(undefined);
    try {
      return await doing();
    } catch (failure) {
      setError(failure);
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);

  return {
    ...open,
    version,
    isChanged,
    isSaving,
    error,
    conflicts,
    merged,
    save: useCallback(() => busy(attempt), [busy, attempt]),
    takeIn: useCallback(async () => void (await busy(goOn)), [busy, goOn]),
    decide: useCallback(
      (conflict, isTheirs) => {
        const { sheet, row, column, theirs } = conflict;
        setConflicts((now) => now.filter((one) => one !== conflict));
        if (isTheirs && column !== undefined)
          open.change(sheet, (lines) =>
            lines.map((line, i) => (i === row ? { ...line, cells: line.cells.with(column, theirs) } : line)),
          );
      },
      [open.change],
    ),
  };
}

const isSame = (a: SheetRows, b: SheetRows): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
