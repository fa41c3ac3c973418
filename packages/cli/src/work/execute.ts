/** Works through jobs with worker threads: even a single file, so that its time limit and its memory limit hold. */
import { Worker } from 'node:worker_threads';
import { type Execute, type ExecuteOptions, type Job, type JobResult, type Scanned, unreadableResult } from './job.ts';
import { type Failure, runPool } from './pool.ts';

/** Megabytes of JavaScript heap that one file may take. */
const HEAP_LIMIT = 2048;

export const executeInWorkers: Execute = (jobs, options, take) => {
  const lanes = Math.max(1, Math.floor(options.size / jobs.length));
  const { onScan } = options;
  return runPool<Job, JobResult, Scanned>(
    jobs.map((job) => ({ ...job, lanes })),
    {
      size: options.size,
      timeoutMs: options.timeoutMs,
      spawn,
      ...(onScan ? { onProgress: onScan } : {}),
      failed: (_, failure) => unreadableResult(whyFailed(failure, options)),
      take,
    },
  );
};

function spawn(): Worker {
  const limits = {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT },
    stdout: true,
    stderr: !process.env.MINGSUAN_DEBUG,
  };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), limits);
  // From the sources (tests, development) the thread needs the TypeScript loader first.
  const entry = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const code = `import(${loader}).then(({ register }) => { register(); return import(${entry}); });`;
  return new Worker(code, { ...limits, eval: true });
}

function whyFailed(failure: Failure, { timeoutMs }: ExecuteOptions): NonNullable<JobResult['unreadable']> {
  switch (failure) {
    case 'timeout':
      return {
        code: 'timeout',
        message: `${Math.round(timeoutMs / 1000)} 秒内没有读完，已经放弃；请用 --timeout 放宽时限，或把文件拆小后再读。`,
      };
    case 'out-of-memory':
      return { code: 'too-large', message: '读它需要的内存超过了上限，请把文件拆小后再读。' };
    case 'crashed':
      return { code: 'internal', message: '读它的进程意外中止，文件可能已经损坏；请换一份重试，或把它反馈给我们。' };
  }
}
