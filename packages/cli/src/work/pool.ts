/**
 * A pool of worker threads. Each job has a time limit, and a worker that dies takes down its own job only.
 * Results come in the jobs' order; the pool never runs more than `WINDOW` jobs ahead of the one to be handed over next.
 */
import type { Worker } from 'node:worker_threads';

const WINDOW = 64;

export type Failure = 'timeout' | 'out-of-memory' | 'crashed';

export interface PoolOptions<J, R> {
  readonly size: number;
  readonly timeoutMs: number;
  readonly spawn: () => Worker;
  /** The result of a job whose worker was stopped or died. */
  readonly failed: (job: J, failure: Failure) => R;
  /** Takes the next result; false stops the pool. */
  readonly take: (result: R, index: number) => Promise<boolean>;
}

/** Works through all jobs; resolves when every result was taken, or `take` said to stop. */
export async function runPool<J, R>(jobs: readonly J[], options: PoolOptions<J, R>): Promise<void> {
  const { size, timeoutMs, spawn, failed, take } = options;
  const done = new Map<number, R>();
  let next = 0;
  let taken = 0;
  let stopped = false;
  let handingOver = Promise.resolve();

  await Promise.all(Array.from({ length: Math.max(1, Math.min(size, jobs.length)) }, lane));

  async function lane(): Promise<void> {
    let worker: Worker | undefined;
    try {
      while (next < jobs.length && !stopped) {
        while (next - taken >= WINDOW && !stopped) await handOver(true);
        if (next >= jobs.length || stopped) break;
        const index = next++;
        const job = jobs[index] as J;
        // A worker that is being stopped may still report an error; by then it has been accounted for.
        worker ??= spawn().on('error', () => {});
        const outcome = await ask<R>(worker, job, timeoutMs);
        if ('failure' in outcome) {
          await worker.terminate();
          worker = undefined;
        }
        done.set(index, 'failure' in outcome ? failed(job, outcome.failure) : outcome.result);
        await handOver();
      }
    } finally {
      await worker?.terminate();
    }
  }

  /** One at a time, in order. Where the next result is still being made, `wait` gives the others a turn. */
  async function handOver(wait = false): Promise<void> {
    handingOver = handingOver.then(async () => {
      for (let result = done.get(taken); result !== undefined && !stopped; result = done.get(taken)) {
        done.delete(taken);
        if (!(await take(result, taken))) stopped = true;
        taken += 1;
      }
    });
    await handingOver;
    if (wait) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

type Outcome<R> = { readonly result: R } | { readonly failure: Failure };

function ask<R>(worker: Worker, job: unknown, timeoutMs: number): Promise<Outcome<R>> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome<R>): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('messageerror', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (result: R): void => settle({ result });
    const onExit = (): void => settle({ failure: 'crashed' });
    const onError = (error: NodeJS.ErrnoException): void => {
      settle({ failure: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crashed' });
    };
    const timer = setTimeout(() => settle({ failure: 'timeout' }), timeoutMs);
    worker.on('message', onMessage).on('error', onError).on('messageerror', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}
