/** The work on strangers' files, out of the server's own process: uploads in one pool, pages and tables to show in another. */
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { type Check, Interrupted, type Prepare } from '@mingsuan/store';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { Fault } from '../fault.ts';
import { createLookUp, type LookUp } from './look-up.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';
import { runWithScans } from './scans.ts';
import { spawnChild } from './spawn.ts';
import type { Failure, Outcome } from './tasks.ts';

export interface Engine {
  /** Reads and checks; may take as long as the configuration allows. */
  readonly uploads: Pool;
  /** Shows what is kept: people wait for it. */
  readonly views: Pool;
  /** What is looked up before a view is asked for. */
  readonly lookUp: LookUp;
  /** Writes documents that were composed here: no file of a stranger comes there. */
  readonly writers: Pool;
  close(): void;
}

const VIEW_MS = 20_000;
/** A visitor's views that wait: a long list of crops asks for as many at once. */
const MOST_VIEWS = 60;
/** Looked up at once: the database answers others between. */
const LOOKED_UP_AT_ONCE = 2;
/** Seconds after which one who asked for too much at once may ask again. */
const CROWDED_SECONDS = 5;

/** `entry`: another working program than the one beside this. */
export function createEngine(
  { workers, workerMemory: memoryMb, checkMs: timeoutMs, jurisdictions }: Config,
  log: Logger,
  entry?: string,
): Engine {
  const options = { memoryMb, jurisdictions, ...(entry === undefined ? {} : { entry }) };
  const spawn = () => spawnChild(options);
  const onFailure: PoolOptions['onFailure'] = (task, failure, said) => log.warn({ task, failure, said }, 'task failed');
  const uploads = createPool({ size: workers, timeoutMs, memoryMb, spawn, onFailure });
  const views = createPool({ size: 1, timeoutMs: VIEW_MS, memoryMb, spawn, mostWaiting: MOST_VIEWS, onFailure });
  const lookUp = createLookUp({
    atOnce: LOOKED_UP_AT_ONCE,
    mostWaiting: MOST_VIEWS,
    alsoWaiting: views.waitingOf,
  });
  const writing = () => spawnChild({ ...options, isWriter: true });
  const writers = createPool({ size: 1, timeoutMs, memoryMb, spawn: writing, onFailure });
  return {
    uploads,
    views,
    lookUp,
    writers,
    close: () => {
      uploads.close();
      views.close();
      writers.close();
    },
  };
}

const FAILURES: Record<Failure, string> = {
  timeout: '在时限内没有处理完，已经放弃；请把文件拆小后再试。',
  'out-of-memory': '处理它需要的内存超过了上限，请把文件拆小后再试。',
  crashed: '处理它的进程意外中止，文件可能已经损坏；请换一份重试。',
  closed: '服务器正在停止，请稍后重试。',
  gone: '没有人在等这个结果了。',
  crowded: '同时要的太多，请等前面的完成后再试。',
};

/** Why there is no value, in one Chinese sentence. */
export const whyNot = (outcome: Exclude<Outcome<unknown>, { ok: true }>): string =>
  'failure' in outcome ? FAILURES[outcome.failure] : outcome.unreadable;

/** Failures that say nothing of the file. */
const OUR_OWN: ReadonlySet<Failure> = new Set(['closed', 'gone', 'crowded']);

type NoValue = Exclude<Outcome<unknown>, { ok: true }>;

/** Whether that there is no value says nothing of the file: the server stops, or the visitor left or asks for too much. */
export const isOurOwn = (outcome: NoValue): boolean => 'failure' in outcome && OUR_OWN.has(outcome.failure);

/** The value of a task. @throws Fault where there is none: `busy` where the server stops or has too much to do, else `unusable` */
export function gained<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const isCrowded = 'failure' in outcome && outcome.failure === 'crowded';
  throw new Fault(isOurOwn(outcome) ? 'busy' : 'unusable', whyNot(outcome), isCrowded ? CROWDED_SECONDS : undefined);
}

/** Prepares documents for the store's import, with the limits of uploads. */
export const prepareIn =
  ({ uploads }: Engine): Prepare =>
  async (input) => {
    const outcome = await runWithScans(uploads, 'prepare', input);
    if (outcome.ok) return outcome.value;
    if ('failure' in outcome && outcome.failure === 'closed') throw new Error('the server stops');
    // Somebody may have killed the process: only a file that takes every one down is to blame.
    if ('failure' in outcome && outcome.failure === 'crashed') throw new Interrupted(whyNot(outcome));
    throw new UnreadableInput('failure' in outcome ? 'internal' : 'unsupported', whyNot(outcome));
  };

/** Checks documents together for the store's rechecks, with the same limits. */
export const checkIn =
  ({ uploads }: Engine): Check =>
  async (readings) => {
    const outcome = await uploads.run('check', { readings });
    if ('failure' in outcome && outcome.failure === 'closed') throw new Error('the server stops');
    return outcome.ok ? outcome.value : undefined;
  };
