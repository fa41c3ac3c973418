/**
 * Working processes. A task has a limit of time and of memory; a process that breaks one is killed with its task alone, and
 * the next task gets another. Visitors take turns: who asks for much waits behind who asks for little.
 */
import type { ChildProcess } from 'node:child_process';
import { asking } from './asker.ts';
import { memoryOf } from './memory.ts';
import type { Spawn } from './spawn.ts';
import { type Failure, type Outcome, READY, type Task, type TaskName, type Tasks } from './tasks.ts';
import { createTurns, type Waiter } from './turns.ts';

export interface PoolOptions {
  readonly size: number;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly spawn: Spawn;
  /** What people wait for at once: a task whose visitor left is dropped, and one visitor has at most so many that wait. */
  readonly mostWaiting?: number;
  /** Told of a task that was not ended, with what its process said last. */
  readonly onFailure?: (task: TaskName, failure: Failure, said: string) => void;
}

/** What a task takes, or how that is got when its turn has come: what waits or is dropped costs nothing. */
export type Takes<T> = T | (() => Promise<T>);

export interface Pool {
  /** Rejects only where what it takes was not got. */
  run<N extends TaskName>(name: N, takes: Takes<Tasks[N]['takes']>): Promise<Outcome<Tasks[N]['gives']>>;
  /** Tasks at hand and tasks that wait. */
  load(): { readonly running: number; readonly waiting: number };
  /** Tasks of a visitor that wait. */
  waitingOf(visitor: string): number;
  /** Kills what runs; tasks that wait end as `closed`. */
  close(): void;
}

/** After so many tasks a process is replaced; an idle one is let go after so long. */
const MOST_TASKS = 200;
const IDLE_MS = 60_000;
const WATCH_MS = 200;
/** What a process may take to begin. */
const START_MS = 20_000;
/** Characters kept of what a process says. */
const MOST_SAID = 2000;
const MEGABYTE = 1024 * 1024;

interface Waiting extends Waiter {
  readonly name: TaskName;
  readonly takes: Takes<Task['takes']>;
  readonly settle: (outcome: Outcome<never>) => void;
  readonly reject: (why: unknown) => void;
}

interface Idle {
  readonly child: ChildProcess;
  readonly done: number;
  readonly letGo: NodeJS.Timeout;
}

/** A pool of processes made by `spawn`, at most `size` at once; each task within its limits of time and memory. */
export function createPool({ size, timeoutMs, memoryMb, spawn, mostWaiting, onFailure }: PoolOptions): Pool {
  const said = new WeakMap<ChildProcess, string>();
  const queue = createTurns<Waiting>();
  const idle: Idle[] = [];
  const running = new Map<ChildProcess, (failure: Failure) => void>();
  /** Tasks whose turn has come, also while what they take is got. */
  let begun = 0;
  let closed = false;

  const next = (): void => {
    while (!closed && begun < size) {
      const waiting = queue.next();
      if (!waiting) return;
      begun += 1;
      void start(waiting);
    }
  };

  const start = async (waiting: Waiting): Promise<void> => {
    const [ended] = await Promise.allSettled([perform(waiting)]);
    begun -= 1;
    if (ended.status === 'fulfilled') waiting.settle(ended.value as Outcome<never>);
    else waiting.reject(ended.reason);
    next();
  };

  const perform = async ({ name, takes }: Waiting): Promise<Outcome<unknown>> => {
    const task = { name, takes: typeof takes === 'function' ? await takes() : takes } as Task;
    if (closed) return { ok: false, failure: 'closed' };
    const { child, done } = take();
    const outcome = await ask(child, task, { timeoutMs, memoryMb, isNew: done === 0 }, running);
    running.delete(child);
    if (!closed && !('failure' in outcome) && done + 1 < MOST_TASKS) rest(child, done + 1);
    else child.kill('SIGKILL');
    if ('failure' in outcome && outcome.failure !== 'closed')
      onFailure?.(task.name, outcome.failure, said.get(child) ?? '');
    return outcome;
  };

  const take = (): { child: ChildProcess; done: number } => {
    const rested = idle.pop();
    if (!rested) return { child: listened(spawn()), done: 0 };
    clearTimeout(rested.letGo);
    rested.child.removeAllListeners('exit');
    return rested;
  };

  const listened = (child: ChildProcess): ChildProcess => {
    child.stderr?.on('data', (chunk) => said.set(child, `${said.get(child) ?? ''}${chunk}`.slice(-MOST_SAID)));
    return child;
  };

  const rest = (child: ChildProcess, done: number): void => {
    const leave = (): void => {
      const at = idle.findIndex((each) => each.child === child);
      if (at >= 0) idle.splice(at, 1);
    };
    const letGo = setTimeout(() => {
      leave();
      child.kill('SIGKILL');
    }, IDLE_MS);
    letGo.unref();
    child.once('exit', leave);
    idle.push({ child, done, letGo });
  };

  return {
    run: (name, takes) =>
      new Promise((resolve, reject) => {
        const { visitor = '', gone } = asking.getStore() ?? {};
        const fail = (failure: Failure): void => resolve({ ok: false, failure });
        if (closed) return fail('closed');
        const waiting: Waiting = { name, takes, visitor, settle: resolve, reject };
        if (mostWaiting !== undefined) {
          if (gone?.aborted) return fail('gone');
          if (queue.waiting(visitor) >= mostWaiting) return fail('crowded');
          gone?.addEventListener('abort', () => queue.leave(waiting) && fail('gone'), { once: true });
        }
        queue.add(waiting);
        next();
      }),
    load: () => ({ running: begun, waiting: queue.waiting() }),
    waitingOf: queue.waiting,
    close: () => {
      closed = true;
      for (const { child, letGo } of idle.splice(0)) {
        clearTimeout(letGo);
        child.kill('SIGKILL');
      }
      for (const fail of running.values()) fail('closed');
      for (let left = queue.next(); left; left = queue.next()) left.settle({ ok: false, failure: 'closed' });
    },
  };
}

/** Gives a process its task, and waits for the answer, its end, or a limit. */
function ask(
  child: ChildProcess,
  task: Task,
  { timeoutMs, memoryMb, isNew }: Pick<PoolOptions, 'timeoutMs' | 'memoryMb'> & { readonly isNew: boolean },
  running: Map<ChildProcess, (failure: Failure) => void>,
): Promise<Outcome<unknown>> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome<unknown>): void => {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      // A killed process may still report that its channel broke.
      if ('failure' in outcome) child.on('error', () => {});
      resolve(outcome);
    };
    const fail = (failure: Failure): void => settle({ ok: false, failure });
    // V8 aborts where the heap is full.
    const onExit = (code: number | null, signal: string | null): void =>
      fail(signal === 'SIGABRT' || code === 134 ? 'out-of-memory' : 'crashed');
    const onError = (): void => fail('crashed');
    const onMessage = (message: Outcome<unknown> | typeof READY): void => {
      clearTimeout(timer);
      if (message === READY) timer = setTimeout(fail, timeoutMs, 'timeout');
      else settle(message);
    };
    let timer = setTimeout(fail, timeoutMs + (isNew ? START_MS : 0), 'timeout');
    const watch = setInterval(() => {
      memoryOf(child.pid ?? 0).then((bytes) => {
        if (bytes !== undefined && bytes > memoryMb * MEGABYTE) fail('out-of-memory');
      });
    }, WATCH_MS);
    running.set(child, fail);
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.send(task, (error) => {
      if (error) onError();
    });
  });
}
