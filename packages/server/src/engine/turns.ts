/** Who is next: visitors take turns, so that who asks for much waits behind who asks for little. */

/** What waits, with the visitor who asked for it; the empty text is nobody in particular. */
export interface Waiter {
  readonly visitor: string;
}

/** What waits for its turn. */
export interface Turns<W extends Waiter> {
  add(waiter: W): void;
  /** Takes what is next: of the visitor whose last turn was the longest ago; undefined where nothing waits. */
  next(): W | undefined;
  /** Forgets one; false where it does not wait any more. */
  leave(waiter: W): boolean;
  /** How many wait in all, or of one visitor. */
  waiting(visitor?: string): number;
}

/** A queue in which nothing waits yet. */
export function createTurns<W extends Waiter>(): Turns<W> {
  const queue: W[] = [];
  /** When each visitor with something that waits had the last turn. */
  const turns = new Map<string, number>();
  let turn = 0;
  const waiting = (visitor?: string): number =>
    visitor === undefined ? queue.length : queue.filter((each) => each.visitor === visitor).length;
  const leave = (waiter: W): boolean => {
    const at = queue.indexOf(waiter);
    if (at < 0) return false;
    queue.splice(at, 1);
    if (waiting(waiter.visitor) === 0) turns.delete(waiter.visitor);
    return true;
  };
  return {
    add: (waiter) => {
      queue.push(waiter);
      if (!turns.has(waiter.visitor)) turns.set(waiter.visitor, 0);
    },
    next: () => {
      const turnOf = ({ visitor }: W): number => turns.get(visitor) ?? 0;
      const chosen = queue.reduce<W | undefined>(
        (first, each) => (first === undefined || turnOf(each) < turnOf(first) ? each : first),
        undefined,
      );
      if (chosen === undefined) return undefined;
      leave(chosen);
      if (turns.has(chosen.visitor)) turns.set(chosen.visitor, ++turn);
      return chosen;
    },
    leave,
    waiting,
  };
}
