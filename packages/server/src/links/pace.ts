/** Rest between two requests of one host, whoever of this process asks it. */
import { setTimeout as sleep } from 'node:timers/promises';

const REST_MS = 2000;

export class Pace {
  readonly #restMs: number;
  readonly #stopped = new AbortController();
  /** When each host may be asked again. */
  readonly #free = new Map<string, number>();

  constructor(restMs = REST_MS) {
    this.#restMs = restMs;
  }

  /** Whoever waits, and whoever asks from now on, is told to stop. */
  stop(): void {
    this.#stopped.abort();
  }

  get isStopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  /** Waits until it is this request's turn at the host of an address. @throws AbortError once it is stopped */
  async turn(url: string): Promise<void> {
    const { signal } = this.#stopped;
    signal.throwIfAborted();
    const host = URL.canParse(url) ? new URL(url).host : url;
    const now = Date.now();
    for (const [other, free] of this.#free) if (free <= now) this.#free.delete(other);
    const at = Math.max(now, this.#free.get(host) ?? 0);
    this.#free.set(host, at + this.#restMs);
    if (at > now) await sleep(at - now, undefined, { signal });
  }
}
