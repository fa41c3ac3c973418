import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createPool, type Pool } from '../src/engine/pool.ts';

/** A process that does what the name of its file says. */
const PROGRAM = `
process.on('message', ({ takes: { name } }) => {
  if (name === 'loop') for (;;) {}
  if (name === 'exit') process.exit(3);
  if (name === 'heap') { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); }
  if (name === 'buffers') { globalThis.all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 5); return; }
  process.send({ ok: true, value: { pid: process.pid } });
});
process.send('ready');
`;
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-pool-'));
const program = join(folder, 'program.cjs');
writeFileSync(program, PROGRAM);
let pool: Pool;
afterEach(() => pool.close());
afterAll(() => rmSync(folder, { recursive: true }));

const open = (timeoutMs = 60_000, memoryMb = 400): Pool =>
  createPool({
    size: 1,
    timeoutMs,
    memoryMb,
    spawn: () =>
      fork(program, [], { serialization: 'advanced', execArgv: ['--max-old-space-size=60'], stdio: 'ignore' }),
  });
const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};
const run = (name: string) => pool.run('read', { name, bytes: new Uint8Array() });
const pidOf = async (): Promise<unknown> => {
  const outcome = await run('fine');
  return outcome.ok ? (outcome.value as unknown as { pid: number }).pid : outcome;
};

describe('a working process', () => {
  test('does one task after another', async () => {
    pool = open();
    expect(await pidOf()).toBe(await pidOf());
    expect(pool.load()).toEqual({ running: 0, waiting: 0 });
  });

  test('is not begun for a task whose file is not there, and does the next', async () => {
    pool = open();
    const missing = pool.run('read', async () => {
      throw new Error('no such file');
    });
    await expect(missing).rejects.toThrow('no such file');
    expect(pool.load()).toEqual({ running: 0, waiting: 0 });
    expect(await pidOf()).toEqual(expect.any(Number));
  });

  test.each([
    ['loop', 'timeout', 3000],
    ['exit', 'crashed', 60_000],
    ['heap', 'out-of-memory', 60_000],
    ['buffers', 'out-of-memory', 60_000],
  ])('that does %s ends as %s, and another takes its place', async (name, failure, timeoutMs) => {
    pool = open(timeoutMs);
    const [before, outcome, after] = await Promise.all([pidOf(), run(name), pidOf()]);
    expect(outcome).toEqual({ ok: false, failure });
    expect(after).not.toBe(before);
    expect(after).toEqual(expect.any(Number));
  });

  test('that was killed while it rested is replaced', async () => {
    pool = open();
    const before = (await pidOf()) as number;
    process.kill(before, 'SIGKILL');
    await vi.waitUntil(() => isGone(before), { timeout: 60_000 });
    expect(await pidOf()).not.toBe(before);
  });

  test('ends with the pool, and what waits is told so', async () => {
    pool = open();
    const tasks = [run('loop'), run('fine')];
    pool.close();
    expect(await Promise.all([...tasks, run('fine')])).toEqual(Array(3).fill({ ok: false, failure: 'closed' }));
  });
});
