/** Working through jobs, several at once, until there are none or one is told to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { isDatabaseLost } from '../database/lost.ts';
import { FilesAway } from '../files.ts';
import { maintain, type Store } from '../open.ts';
import { claimJob, failJob, finishJob, type Job, putBackJob, renewJob } from './queue.ts';

/** What a handler gives that made its job another's: it has not ended. */
export const PASSED_ON = Symbol('passed on');

/** Does a job and gives what is to be kept of it. `report` tells progress. */
export type Handler = (job: Job, report: (done: number, total: number) => void) => Promise<unknown>;

/**
 * The work was cut off, by the file itself or by somebody else: which, only another try can tell. One Chinese sentence, kept
 * where the last try ends so too.
 */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export interface WorkOptions {
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Jobs at once; 2 without. */
  readonly concurrency?: number;
  /** A step of what is done while no job waits, one at a time. @returns false where nothing was left to do */
  readonly whenIdle?: () => Promise<boolean>;
  /** Ends after the jobs at hand; one that fails because of it waits again, and its attempt does not count. */
  readonly signal?: AbortSignal;
  /** Ends when nothing is left to do, instead of waiting for more. */
  readonly untilIdle?: boolean;
  /** How long a silent claimant keeps a job; 60 without. */
  readonly leaseSeconds?: number;
  /** Told of a failure that is no fault of the document. */
  readonly onError?: (error: unknown, job: Job) => void;
  /** Told once a job has ended, done or failed for good, and the database knows. */
  readonly onEnd?: (job: Job, end: 'done' | 'failed') => Promise<void>;
  /** Asked before each job is taken; what it throws is trouble: no job is taken until it throws no more. */
  readonly mayBegin?: () => Promise<void>;
  /** Told that jobs cannot be taken, as where the database is away, and by undefined that they can again. Work goes on by itself. */
  readonly onTrouble?: (error: unknown) => void;
}

const PAUSE_MS = 500;
/** While the database is away it is asked again after so long, at first and at most. */
const AWAY_MS = 250;
const MOST_AWAY_MS = 5000;
const WORTH_MAINTAINING = 20;

/** Works until no job is left, or the signal stops it. With `untilIdle` it throws where the database is away; else it waits for it. */
export async function workJobs(store: Store, options: WorkOptions): Promise<void> {
  const { concurrency = 2 } = options;
  const tally: Tally = { sinceMaintained: 0, isStepping: false };
  await Promise.all(Array.from({ length: concurrency }, () => workOne(store, options, tally)));
}

interface Tally {
  sinceMaintained: number;
  isStepping: boolean;
}

async function workOne(store: Store, options: WorkOptions, tally: Tally): Promise<void> {
  const { signal, untilIdle = false, onTrouble } = options;
  let failures = 0;
  while (!signal?.aborted) {
    try {
      const goesOn = await turn(store, options, tally);
      if (failures > 0) onTrouble?.(undefined);
      failures = 0;
      if (goesOn) continue;
      if (untilIdle) return;
      await pause(PAUSE_MS, signal);
    } catch (error) {
      if (untilIdle) throw error;
      if (failures === 0 && !signal?.aborted) onTrouble?.(error);
      await pause(Math.min(MOST_AWAY_MS, AWAY_MS * 2 ** failures), signal);
      failures += 1;
    }
  }
}

/** Does one job, or what is done without one. @returns false where there was nothing to do */
async function turn(store: Store, options: WorkOptions, tally: Tally): Promise<boolean> {
  const { handlers, leaseSeconds = 60, mayBegin } = options;
  await mayBegin?.();
  const job = await claimJob(store, Object.keys(handlers), leaseSeconds);
  if (job) {
    await perform(store, job, leaseSeconds, options);
    tally.sinceMaintained += 1;
    return true;
  }
  if (tally.sinceMaintained >= WORTH_MAINTAINING) {
    tally.sinceMaintained = 0;
    await maintain(store);
  }
  return step(options, tally);
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  sleep(ms, undefined, signal ? { signal } : {}).catch(() => {});

async function step({ whenIdle }: WorkOptions, tally: Tally): Promise<boolean> {
  if (!whenIdle || tally.isStepping) return false;
  tally.isStepping = true;
  try {
    return await whenIdle();
  } finally {
    tally.isStepping = false;
  }
}

async function perform(store: Store, job: Job, leaseSeconds: number, options: WorkOptions): Promise<void> {
  const { handlers, onEnd } = options;
  let progress: { done: number; total: number } | undefined;
  const beat = setInterval(
    () => {
      renewJob(store, job, leaseSeconds, progress).catch(() => {});
    },
    (leaseSeconds * 1000) / 3,
  );
  try {
    const end = await handlers[job.kind]!(job, (done, total) => {
      progress = { done, total };
    }).then(
      (result) => async () => {
        if (result === PASSED_ON) return undefined;
        await finishJob(store, job, result);
        return 'done' as const;
      },
      (error: unknown) => () => ended(store, job, error, options),
    );
    const outcome = await whenThere(end, options);
    if (outcome) await onEnd?.(job, outcome);
  } finally {
    clearInterval(beat);
  }
}

/** Tells the database why a job has no result. @returns whether it ended with that */
async function ended(
  store: Store,
  job: Job,
  error: unknown,
  { signal, onError }: WorkOptions,
): Promise<'failed' | undefined> {
  const failed = async (message: string, again: boolean) =>
    (await failJob(store, job, message, again)) ? 'failed' : undefined;
  if (error instanceof UnreadableInput) return failed(error.message, false);
  // Neither a stop nor a database or an object store that went away is the file's fault.
  if (signal?.aborted || isDatabaseLost(error) || error instanceof FilesAway) {
    await putBackJob(store, job);
    return undefined;
  }
  if (error instanceof Interrupted) return failed(error.message, true);
  onError?.(error, job);
  return failed('处理时出了内部错误，请查看日志后重试。', true);
}

/** What is to be written, again and again while the database is away; told to stop, not again. */
async function whenThere<T>(write: () => Promise<T>, { signal, untilIdle }: WorkOptions): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await write();
    } catch (error) {
      if (untilIdle || signal?.aborted || !isDatabaseLost(error)) throw error;
      await pause(Math.min(MOST_AWAY_MS, AWAY_MS * 2 ** failures), signal);
    }
  }
}
