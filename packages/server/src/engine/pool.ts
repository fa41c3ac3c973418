/**
 * Working processes. A task has a limit of time and of memory; a process that breaks one is killed with its task alone, and
 * the next task gets another. Visitors take turns: who asks for much waits behind who asks for little.
 */
import type { ChildProcess } from 'node:child_process';
import { asking } from './asker.ts';
import { memoryOf } from './memory.ts';
import type { Spawn } from './spawn.ts';
import { type Failure, type Outcome, READY, type Task, type TaskName, type Tasks } from './tasks.ts';

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

export interface Pool {
  run<N extends TaskName>(name: N, takes: Tasks[N]['takes']): Promise<Outcome<Tasks[N]['gives']>>;
  /** Tasks at hand and tasks that wait. */
  load(): { readonly running: number; readonly waiting: number };
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

interface Waiting {
  readonly task: Task;
  readonly visitor: string;
  readonly settle: (outcome: Outcome<never>) => void;
}

interface Idle {
  readonly child: ChildProcess;
  readonly done: number;
  readonly letGo: NodeJS.Timeout;
}

/** A pool of processes made by `spawn`, at most `size` at once; each task within its limits of time and memory. */
export function createPool({ size, timeoutMs, memoryMb, spawn, mostWaiting, onFailure }: PoolOptions): Pool {
  const said = new WeakMap<ChildProcess, string>();
  const queue: Waiting[] = [];
  const idle: Idle[] = [];
  const running = new Map<ChildProcess, (failure: Failure) => void>();
  /** When each visitor with tasks that wait had the last turn. */
  const turns = new Map<string, number>();
  let turn = 0;
  let closed = false;

  const next = (): void => {
    while (!closed && queue.length > 0 && running.size < size) void start(following());
  };

  /** The task of the visitor whose last turn was the longest ago. */
  const following = (): Waiting => {
    const turnOf = ({ visitor }: Waiting): number => turns.get(visitor) ?? 0;
    const chosen = queue.reduce((first, each) => (turnOf(each) < turnOf(first) ? each : first));
    leave(chosen);
    if (turns.has(chosen.visitor)) turns.set(chosen.visitor, ++turn);
    return chosen;
  };

  const leave = (waiting: Waiting): void => {
    queue.splice(queue.indexOf(waiting), 1);
    if (!queue.some(({ visitor }) => visitor === waiting.visitor)) turns.delete(waiting.visitor);
  };

  const enqueue = (waiting: Waiting): void => {
    queue.push(waiting);
    if (!turns.has(waiting.visitor)) turns.set(waiting.visitor, 0);
    next();
  };

  const start = async ({ task, settle }: Waiting): Promise<void> => {
    const { child, done } = take();
    const outcome = await ask(child, task, { timeoutMs, memoryMb, isNew: done === 0 }, running);
    running.delete(child);
    if (!closed && !('failure' in outcome) && done + 1 < MOST_TASKS) rest(child, done + 1);
    else child.kill('SIGKILL');
    if ('failure' in outcome && outcome.failure !== 'closed')
      onFailure?.(task.name, outcome.failure, said.get(child) ?? '');
    settle(outcome as Outcome<never>);
    next();
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
      new Promise((resolve) => {
        const { visitor = '', gone } = asking.getStore() ?? {};
        const fail = (failure: Failure): void => resolve({ ok: false, failure });
        if (closed) return fail('closed');
        const waiting: Waiting = { task: { name, takes }, visitor, settle: resolve };
        if (mostWaiting !== undefined) {
          if (gone?.aborted) return fail('gone');
          if (queue.filter((each) => each.visitor === visitor).length >= mostWaiting) return fail('crowded');
          gone?.addEventListener('abort', () => {
            if (!queue.includes(waiting)) return;
            leave(waiting);
            fail('gone');
          });
        }
        enqueue(waiting);
      }),
    load: () => ({ running: running.size, waiting: queue.length }),
    close: () => {
      closed = true;
      for (const { child, letGo } of idle.splice(0)) {
        clearTimeout(letGo);
        child.kill('SIGKILL');
      }
      for (const fail of running.values()) fail('closed');
      for (const { settle } of queue.splice(0)) settle({ ok: false, failure: 'closed' });
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
