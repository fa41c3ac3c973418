import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { runPool } from '../src/work/pool.ts';

/** A worker that obeys its job: a number is waited for and doubled; words make it fail in one way or another. */
const CODE = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (job) => {
    if (job === 'throw') throw new Error('broken');
    if (job === 'exit') process.exit(3);
    if (job === 'hang') { for (;;); }
    if (job === 'memory') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
    if (job === 'long') for (let n = 1; n <= 4; n++) setTimeout(() => parentPort.postMessage({ progress: n }), 500 * n);
    setTimeout(() => parentPort.postMessage(job === 'long' ? job : job * 2), job === 'long' ? 2400 : job);
  });
`;
const spawn = (): Worker =>
  new Worker(CODE, { eval: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });

async function pool(
  jobs: readonly unknown[],
  { size = 2, timeoutMs = 5000, stopAfter = Infinity } = {},
): Promise<unknown[]> {
  const results: unknown[] = [];
  await runPool<unknown, unknown>(jobs, {
    size,
    timeoutMs,
    spawn,
    failed: (job, failure) => `${job}: ${failure}`,
    take: async (result, index) => {
      expect(index).toBe(results.length);
      results.push(result);
      return results.length < stopAfter;
    },
  });
  return results;
}

describe('the pool', () => {
  test('hands over in the order of the jobs', async () => {
    expect(await pool([90, 10, 50, 1])).toEqual([180, 20, 100, 2]);
  });

  test('goes on after a worker that dies, and loses its job only', async () => {
    expect(await pool([1, 'throw', 2, 'exit', 3])).toEqual([2, 'throw: crashed', 4, 'exit: crashed', 6]);
  });

  test('what a job says on its way is handed on, and gives it more time', async () => {
    const told: number[] = [];
    const results: unknown[] = [];
    await runPool<unknown, unknown, number>(['long'], {
      size: 1,
      timeoutMs: 1900,
      spawn,
      onProgress: (n) => told.push(n),
      failed: (_, failure) => failure,
      take: async (result) => results.push(result) > 0,
    });
    expect([told, results]).toEqual([[1, 2, 3, 4], ['long']]);
  });

  test('stops a job that takes too long', async () => {
    expect(await pool([1, 'hang', 2], { timeoutMs: 3000 })).toEqual([2, 'hang: timeout', 4]);
  });

  test('stops a job that takes too much memory', async () => {
    expect(await pool(['memory', 1], { size: 1, timeoutMs: 30_000 })).toEqual(['memory: out-of-memory', 2]);
  });

  test('runs many jobs on few workers', async () => {
    const jobs = Array.from({ length: 300 }, (_, i) => i % 3);
    expect(await pool(jobs)).toEqual(jobs.map((job) => job * 2));
  });

  test('stops when nobody takes the results any more', async () => {
    expect(await pool([1, 2, 3, 4], { size: 1, stopAfter: 2 })).toEqual([2, 4]);
  });

  test('of no jobs is done at once', async () => expect(await pool([])).toEqual([]));
});
