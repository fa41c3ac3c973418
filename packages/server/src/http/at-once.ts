/** Answers that are long in the making, a few at once: in all and of one visitor. */
import type { Context } from 'hono';
import type { AppEnv } from './env.ts';
import { ApiProblem } from './problem.ts';
import { addressOf, visitorOf } from './visitor.ts';

interface AtOnceOptions {
  readonly all: number;
  readonly ofVisitor: number;
  readonly proxies: number;
  /** Who takes nothing for so long makes room. */
  readonly idleMs?: number;
}

const IDLE_MS = 30_000;

type Parts = AsyncGenerator<string | Uint8Array>;

export interface Slot {
  /** The parts as they are made; the slot is free when they end. */
  readonly through: (parts: Parts) => Parts;
  /** To be called where nothing goes through after all. */
  readonly close: () => void;
}

/** A gate: lets parts through as they are made, with a breath between them for other visitors. @throws ApiProblem 503 where it is full */
export function atOnce({ all, ofVisitor, proxies, idleMs = IDLE_MS }: AtOnceOptions) {
  const open = new Map<string, number>();
  const count = (): number => [...open.values()].reduce((sum, own) => sum + own, 0);
  return (c: Context<AppEnv>): Slot => {
    const visitor = visitorOf(addressOf(c, proxies));
    const own = open.get(visitor) ?? 0;
    if (own >= ofVisitor || count() >= all)
      throw new ApiProblem(503, '正在下载的太多，请等前面的完成后再试。', { 'retry-after': '10' });
    open.set(visitor, own + 1);
    let isOpen = true;
    const close = (): void => {
      if (!isOpen) return;
      isOpen = false;
      clearTimeout(timer);
      const left = open.get(visitor)! - 1;
      if (left > 0) open.set(visitor, left);
      else open.delete(visitor);
    };
    let timer = setTimeout(close, idleMs).unref();
    const through: Slot['through'] = async function* (parts) {
      try {
        for await (const part of parts) {
          if (!isOpen) throw new Error('nobody took what was made');
          clearTimeout(timer);
          timer = setTimeout(close, idleMs).unref();
          yield part;
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        close();
      }
    };
    return { through, close };
  };
}
