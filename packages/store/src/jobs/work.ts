/** Working through jobs, several at once, until there are none or one is told to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { maintain, type Store } from '../open.ts';
import { claimJob, failJob, finishJob, type Job, renewJob } from './queue.ts';

/** Does a job and gives what is to be kept of it. `report` tells progress. */
export type Handler = (job: Job, report: (done: number, total: number) => void) => Promise<unknown>;

export interface WorkOptions {
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Jobs at once; 2 without. */
  readonly concurrency?: number;
  /** A step of what is done while no job waits, one at a time. @returns false where nothing was left to do */
  readonly whenIdle?: () => Promise<boolean>;
  /** Ends after the jobs at hand. */
  readonly signal?: AbortSignal;
  /** Ends when nothing is left to do, instead of waiting for more. */
  readonly untilIdle?: boolean;
  /** How long a silent claimant keeps a job; 60 without. */
  readonly leaseSeconds?: number;
  /** Told of a failure that is no fault of the document. */
  readonly onError?: (error: unknown, job: Job) => void;
}

const PAUSE_MS = 500;
const WORTH_MAINTAINING = 20;

/** Works until no job is left, or the signal stops it. */
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
  const { handlers, signal, untilIdle = false, leaseSeconds = 60 } = options;
  while (!signal?.aborted) {
    const job = await claimJob(store, Object.keys(handlers), leaseSeconds);
    if (job) {
      await perform(store, job, leaseSeconds, options);
      tally.sinceMaintained += 1;
      continue;
    }
    if (tally.sinceMaintained >= WORTH_MAINTAINING) {
      tally.sinceMaintained = 0;
      await maintain(store);
    }
    if (await step(options, tally)) continue;
    if (untilIdle) return;
    await sleep(PAUSE_MS, undefined, signal ? { signal } : {}).catch(() => {});
  }
}

async function step({ whenIdle }: WorkOptions, tally: Tally): Promise<boolean> {
  if (!whenIdle || tally.isStepping) return false;
  tally.isStepping = true;
  try {
    return await whenIdle();
  } finally {
    tally.isStepping = false;
  }
}

async function perform(
  store: Store,
  job: Job,
  leaseSeconds: number,
  { handlers, onError }: WorkOptions,
): Promise<void> {
  let progress: { done: number; total: number } | undefined;
  const beat = setInterval(
    () => {
      renewJob(store, job, leaseSeconds, progress).catch(() => {});
    },
    (leaseSeconds * 1000) / 3,
  );
  try {
    const result = await handlers[job.kind]!(job, (done, total) => {
      progress = { done, total };
    });
    await finishJob(store, job, result);
  } catch (error) {
    const isUnreadable = error instanceof UnreadableInput;
    if (!isUnreadable) onError?.(error, job);
    await failJob(store, job, isUnreadable ? error.message : '处理时出了内部错误，请查看日志后重试。', !isUnreadable);
  } finally {
    clearInterval(beat);
  }
}
