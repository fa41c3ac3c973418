/** What was before and after: undo and redo over whole states, which share all that did not change. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** So many steps can be taken back. */
const MOST = 200;

export const begun = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** A step on; what was taken back before is gone then. No step where nothing changed. */
export const stepped = <T>(history: History<T>, next: T): History<T> =>
  next === history.present
    ? history
    : { past: [...history.past, history.present].slice(-MOST), present: next, future: [] };

export function undone<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1);
  return before === undefined
    ? { past, present, future }
    : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redone<T>({ past, present, future }: History<T>): History<T> {
  const [after, ...later] = future;
  return after === undefined ? { past, present, future } : { past: [...past, present], present: after, future: later };
}
