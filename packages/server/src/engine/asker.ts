/** Who asks for the work at hand: set around each request, so that the pools can be fair without every service passing it on. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Asker {
  /** The visitor as limits count them; work that nobody asked for has none. */
  readonly visitor: string;
  /** Aborted when the visitor left. */
  readonly gone: AbortSignal;
}

export const asking = new AsyncLocalStorage<Asker>();
