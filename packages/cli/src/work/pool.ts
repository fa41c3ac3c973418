/**
 * A pool of worker threads, or of processes that are asked like threads. Each job has a time limit, and a worker that dies takes down its own job only.
 * Results come in the jobs' order; the pool never runs more than `WINDOW` jobs ahead of the one to be handed over next.
 */

const WINDOW = 64;

export type Failure = 'timeout' | 'out-of-memory' | 'crashed';

/** A worker thread, or a process that is asked like one. */
export interface Lane {
  on(event: string, listener: (...args: never[]) => void): this;
  off(event: string, listener: (...args: never[]) => void): this;
  postMessage(job: unknown): void;
  terminate(): Promise<unknown>;
}

export interface PoolOptions<J, R, P = never> {
  readonly size: number;
  readonly timeoutMs: number;
  readonly spawn: () => Lane;
  /** Told of what a job says on its way, as `{ progress }`: its time begins anew. */
  readonly onProgress?: (progress: P) => void;
  /** The result of a job whose worker was stopped or died. */
  readonly failed: (job: J, failure: Failure) => R;
  /** Takes the next result; false stops the pool. */
  readonly take: (result: R, index: number) => Promise<boolean>;
}

/** Works through all jobs; resolves when every result was taken, or `take` said to stop. */
export async function runPool<J, R, P = never>(jobs: readonly J[], options: PoolOptions<J, R, P>): Promise<void> {
  const { size, timeoutMs, spawn, onProgress, failed, take } = options;
  const done = new Map<number, R>();
  let next = 0;
  let taken = 0;
  let stopped = false;
  let handingOver = Promise.resolve();

  await Promise.all(Array.from({ length: Math.max(1, Math.min(size, jobs.length)) }, lane));

  async function lane(): Promise<void> {
    let worker: Lane | undefined;
    try {
      while (next < jobs.length && !stopped) {
        while (next - taken >= WINDOW && !stopped) await handOver(true);
        if (next >= jobs.length || stopped) break;
        const index = next++;
        const job = jobs[index] as J;
        // A worker that is being stopped may still report an error; by then it has been accounted for.
        worker ??= spawn().on('error', () => {});
        const outcome = await ask<R, P>(worker, job, timeoutMs, onProgress);
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

function ask<R, P>(
  worker: Lane,
  job: unknown,
  timeoutMs: number,
  onProgress: ((progress: P) => void) | undefined,
): Promise<Outcome<R>> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome<R>): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('messageerror', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (message: R | { readonly progress: P }): void => {
      if (typeof message === 'object' && message !== null && 'progress' in message) {
        timer.refresh();
        onProgress?.(message.progress);
      } else settle({ result: message as R });
    };
    const onExit = (): void => settle({ failure: 'crashed' });
    const onError = (error: NodeJS.ErrnoException): void => {
      settle({ failure: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crashed' });
    };
    const timer = setTimeout(() => settle({ failure: 'timeout' }), timeoutMs);
    worker.on('message', onMessage).on('error', onError).on('messageerror', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}
