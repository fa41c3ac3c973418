/** What one visitor asks for does not keep another waiting. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { asking } from '../src/engine/asker.ts';
import { createPool, type Pool } from '../src/engine/pool.ts';
import { atOnce } from '../src/http/at-once.ts';
import { costOf } from '../src/http/cost.ts';
import type { AppEnv } from '../src/http/env.ts';
import { problemOf } from '../src/http/problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingsuan-fair-'));
const program = join(folder, 'program.cjs');
writeFileSync(
  program,
  "process.on('message', ({ takes: { name } }) => process.send({ ok: true, value: name })); process.send('ready');",
);
afterAll(() => rmSync(folder, { recursive: true }));

describe('tasks of several visitors', () => {
  let pool: Pool;
  afterEach(() => pool.close());
  const open = (mostWaiting?: number): Pool =>
    createPool({
      size: 1,
      timeoutMs: 60_000,
      memoryMb: 400,
      spawn: () => fork(program, [], { serialization: 'advanced', stdio: 'ignore' }),
      ...(mostWaiting === undefined ? {} : { mostWaiting }),
    });
  const never = new AbortController().signal;
  const ask = (visitor: string, name: string, gone = never) =>
    asking.run({ visitor, gone }, () => pool.run('read', { name, bytes: new Uint8Array() }));

  test('take turns', async () => {
    pool = open();
    const order: string[] = [];
    const asked = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map(async (name) => {
      await ask(name[0]!, name);
      order.push(name);
    });
    await Promise.all(asked);
    // The first is at work before the others come.
    expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  test('of one who left are dropped where people wait for them, and of one who asks for too much refused', async () => {
    pool = open(3);
    const leaving = new AbortController();
    const [first, ...waiting] = ['1', '2', '3', '4', '5'].map((name) => ask('a', name, leaving.signal));
    expect(pool.load()).toEqual({ running: 1, waiting: 3 });
    expect(await waiting.at(-1)).toEqual({ ok: false, failure: 'crowded' });
    const other = ask('b', 'b');
    leaving.abort();
    expect(await Promise.all(waiting.slice(0, 3))).toEqual(Array(3).fill({ ok: false, failure: 'gone' }));
    expect(await ask('a', '6', leaving.signal)).toEqual({ ok: false, failure: 'gone' });
    expect([await first, await other].map((outcome) => outcome?.ok)).toEqual([true, true]);
  });

  test('that nobody waits for are done though who asked has left', async () => {
    pool = open();
    const leaving = new AbortController();
    const asked = ['1', '2'].map((name) => ask('a', name, leaving.signal));
    leaving.abort();
    expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, true]);
  });
});

describe('bulk files at once', () => {
  const open = (idleMs?: number) => {
    const gate = atOnce({ all: 3, ofVisitor: 2, proxies: 1, ...(idleMs === undefined ? {} : { idleMs }) });
    const going: (() => void)[] = [];
    const app = new Hono<AppEnv>();
    app.onError((error) => problemOf(error)!);
    app.get('/', (c) => {
      const { through } = gate(c);
      const parts = through(
        (async function* () {
          await new Promise<void>((resolve) => going.push(resolve));
          yield 'rows';
        })(),
      );
      const body = new ReadableStream({
        async pull(controller) {
          const { done, value } = await parts.next();
          if (done) controller.close();
          else controller.enqueue(new TextEncoder().encode(value as string));
        },
        cancel: () => void parts.return(undefined),
      });
      return new Response(body);
    });
    const get = (visitor: string) => app.request('/', { headers: { 'x-forwarded-for': visitor } });
    return { get, going };
  };

  test('two of a visitor, three in all; the next comes when one is through', async () => {
    const { get, going } = open();
    const [first] = [await get('1.1.1.1'), await get('1.1.1.1')];
    expect((await get('1.1.1.1')).status).toBe(503);
    expect((await get('2.2.2.2')).status).toBe(200);
    expect((await get('3.3.3.3')).status).toBe(503);
    await vi.waitUntil(() => going.length === 3, { timeout: 60_000 });
    for (const go of going) go();
    expect(await first!.text()).toBe('rows');
    expect((await get('3.3.3.3')).status).toBe(200);
  });

  test('who takes nothing makes room', async () => {
    const { get } = open(20);
    await get('1.1.1.1');
    await get('1.1.1.1');
    await vi.waitUntil(async () => (await get('1.1.1.1')).status === 200, { timeout: 60_000, interval: 50 });
  });
});

test.each([
  ['/api/v1/exports/facts.csv', 30],
  ['/api/v1/exports/datapackage.json', 1],
  ['/api/v1/documents/7/pages/3.png', 3],
  ['/api/v1/search', 1],
])('%s counts as %d calls', (path, calls) => expect(costOf(path)).toBe(calls));
