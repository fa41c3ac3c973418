/** What this process looks up before a task is asked for: people wait for it, and it keeps others waiting as well. */
import { asking } from './asker.ts';
import type { Outcome } from './tasks.ts';
import { createTurns, type Waiter } from './turns.ts';

/** Gives what the work gives, or why it was never begun. */
export type LookUp = <T>(work: () => Promise<T>) => Promise<Outcome<T>>;

interface LookUpOptions {
  /** Works at once. */
  readonly atOnce: number;
  /** What one visitor may have waiting, here and as `alsoWaiting` counts it; what is more is refused before its work begins. */
  readonly mostWaiting: number;
  readonly alsoWaiting: (visitor: string) => number;
}

/** A gate before work of this process that people wait for: the work of a visitor who left meanwhile is never begun. */
export function createLookUp({ atOnce, mostWaiting, alsoWaiting }: LookUpOptions): LookUp {
  const turns = createTurns<Waiter & { readonly begin: () => void }>();
  let running = 0;
  const next = (): void => {
    while (running < atOnce) {
      const waiter = turns.next();
      if (!waiter) return;
      running += 1;
      waiter.begin();
    }
  };
  return async (work) => {
    const { visitor = '', gone } = asking.getStore() ?? {};
    if (gone?.aborted) return { ok: false, failure: 'gone' };
    if (turns.waiting(visitor) + alsoWaiting(visitor) >= mostWaiting) return { ok: false, failure: 'crowded' };
    const isHere = await new Promise<boolean>((resolve) => {
      const waiter = { visitor, begin: () => resolve(true) };
      gone?.addEventListener('abort', () => turns.leave(waiter) && resolve(false), { once: true });
      turns.add(waiter);
      next();
    });
    if (!isHere) return { ok: false, failure: 'gone' };
    try {
      return { ok: true, value: await work() };
    } finally {
      running -= 1;
      next();
    }
  };
}
