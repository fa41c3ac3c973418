/** A worker thread, or a process of its own: one job after another, one result each. */
import { parentPort } from 'node:worker_threads';
import type { Job, PageJob, Scanned } from './job.ts';
import { processJob } from './process-job.ts';
import { recognisePage } from './scans.ts';

const say = (message: unknown): void => (parentPort ? parentPort.postMessage(message) : void process.send?.(message));
const tell = (progress: Scanned): void => say({ progress });

(parentPort ?? process).on('message', (job: Job | PageJob) => {
  const result = 'at' in job ? recognisePage(job) : processJob(job, tell);
  void result.then(say);
});
// Who asked is gone: cut off, or out of time.
process.on('disconnect', () => process.exit(0));
