/** A worker thread: one job after another, one result each. */
import { parentPort } from 'node:worker_threads';
import type { Job } from './job.ts';
import { processJob } from './process-job.ts';

parentPort?.on('message', (job: Job) => {
  void processJob(job).then((result) => parentPort?.postMessage(result));
});
