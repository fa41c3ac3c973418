/** What a person wrote in a form and has not saved: kept in this tab over a reload, and over what others save meanwhile. */
import { useEffect, useState } from 'react';
import { useAccount } from '../../office/queries.ts';

interface Kept<T> {
  /** What was saved when it was written. */
  readonly base: T;
  readonly mine: T;
}

/** What was written stands where it differs from what it was written over; elsewhere what is saved now. Of plain data. */
export function overSaved<T>(base: T, mine: T, saved: T): T {
  if (JSON.stringify(mine) === JSON.stringify(base)) return saved;
  if (mine === null || saved === null || typeof mine !== 'object' || typeof saved !== 'object') return mine;
  const [from, to] = [(base ?? {}) as Record<string, unknown>, saved as Record<string, unknown>];
  const merged = Object.entries(mine).map(([key, value]) => [key, overSaved(from[key], value, to[key])] as const);
  return (Array.isArray(mine) ? merged.map(([, value]) => value) : Object.fromEntries(merged)) as T;
}

function kept<T>(name: string): Kept<T> | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Without storage it lasts as long as the page.
  }
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (change: Partial<T>) => void;
  /** After it was saved. */
  readonly drop: () => void;
}

/** @param id of the task; each person has drafts of their own @param onDirty whether anything is not saved */
export function useDraft<T extends object>(id: number, saved: T, onDirty: (isDirty: boolean) => void): Draft<T> {
  const person = useAccount().data?.person?.id;
  const name = `mingsuan.task.${person}.${id}`;
  const [draft, setDraft] = useState(() => kept<T>(name));
  const value = draft ? overSaved(draft.base, draft.mine, saved) : saved;
  const isDirty = JSON.stringify(value) !== JSON.stringify(saved);
  useEffect(() => {
    onDirty(isDirty);
    return () => onDirty(false);
  }, [isDirty, onDirty]);
  const put = (next: Kept<T> | undefined) => {
    setDraft(next);
    keep(name, next);
  };
  return { value, set: (change) => put({ base: saved, mine: { ...value, ...change } }), drop: () => put(undefined) };
}
