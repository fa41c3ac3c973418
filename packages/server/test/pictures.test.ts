/** One visitor's pictures of pages keep nobody else waiting: told by what is asked of the database and read, not by the clock. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDocument, type Store } from '@mingsuan/store';
import type { KyselyPlugin } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '../src/engine/engine.ts';
import type { Api } from '../src/http/env.ts';
import { type Fixture, openFixture, testConfig } from './fixture.ts';
import { faultyPdf } from './hostile.ts';

/** A working process for which every task is done at once. */
const PROGRAM =
  "process.on('message', ({ name }) => process.send({ ok: true, value: name === 'picture' ? Buffer.from(name) : [] })); process.send('ready');";

let fixture: Fixture;
let engine: Engine;
let app: Api;
let documentId: number;
let asked = 0;
let read = 0;
/** Questions are answered when this is open. */
let answering: Promise<void> = Promise.resolve();

const counting: KyselyPlugin = {
  transformQuery: ({ node }) => {
    asked += 1;
    return node;
  },
  transformResult: async ({ result }) => {
    await answering;
    return result;
  },
};

beforeAll(async () => {
  fixture = await openFixture(false);
  const { store, folder } = fixture;
  ({ documentId } = await importDocument(store, { name: '预算.pdf', bytes: faultyPdf }));
  const program = join(folder, 'program.cjs');
  writeFileSync(program, PROGRAM);
  engine = createEngine({ ...testConfig(folder), workers: 1 }, pino({ level: 'silent' }), program);
});
afterAll(async () => {
  engine.close();
  await fixture.close();
});
beforeEach(() => {
  asked = 0;
  read = 0;
  const { store } = fixture;
  const files = {
    ...store.files,
    get: (sha256: string) => {
      read += 1;
      return store.files.get(sha256);
    },
  };
  const counted: Store = { ...store, db: store.db.withPlugin(counting), files };
  app = fixture.appWith({ proxies: 1, ratePerMinute: 600 }, { store: counted, engine });
});

/** A page as a visitor sees it; another scale is another picture. */
const picture = async (visitor: string, scale: number, signal?: AbortSignal): Promise<Response> =>
  app.request(`/api/v1/documents/${documentId}/pages/1.png?scale=${scale}`, {
    headers: { 'x-forwarded-for': visitor },
    ...(signal ? { signal } : {}),
  });

function held(): () => void {
  let open = (): void => {};
  answering = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

test('what is too much at once is refused before anything is asked, and what nobody waits for any more is never asked', async () => {
  const go = held();
  const leaving = new AbortController();
  const statuses: number[] = [];
  const left = Array.from({ length: 200 }, async (_, turn) => {
    const answer = await picture('1.1.1.1', 1 + turn / 100, leaving.signal);
    statuses.push(answer.status);
    return answer;
  });
  await vi.waitUntil(() => statuses.length === 138, { timeout: 60_000 });
  expect(asked).toBe(2);
  const refused = await left.at(-1)!;
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(await refused.json()).toMatchObject({ status: 503, detail: '同时要的太多，请等前面的完成后再试。' });
  const other = picture('2.2.2.2', 1.5);
  leaving.abort();
  go();
  expect((await other).status).toBe(200);
  await Promise.all(left);
  expect(new Set(statuses)).toEqual(new Set([503]));
  // Two of the first visitor were begun, and the other one: two questions each, and one picture that somebody waited for.
  expect([asked, read]).toEqual([6, 1]);
});

test('who asks for one picture has it before the many of another who waits for all of them', async () => {
  const go = held();
  const order: string[] = [];
  const seen = async (visitor: string, scale: number) => {
    expect((await picture(visitor, scale)).status).toBe(200);
    order.push(visitor);
  };
  const many = Array.from({ length: 50 }, (_, turn) => seen('1.1.1.2', 2 + turn / 100));
  const one = seen('2.2.2.2', 2);
  go();
  await Promise.all([one, ...many]);
  expect(order.indexOf('2.2.2.2')).toBeLessThan(8);
});

test('paging through a document is never refused, and a picture that was drawn needs no original', async () => {
  const page = async (scale: number) => (await picture('3.3.3.3', scale)).status;
  for (let round = 0; round < 10; round++)
    expect(await Promise.all([0, 1, 2, 3, 4, 5].map((one) => page(3 + (round * 6 + one) / 100)))).toEqual(
      Array(6).fill(200),
    );
  expect(read).toBe(60);
  expect(await page(3)).toBe(200);
  expect(read).toBe(60);
});
