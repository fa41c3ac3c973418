/** A database server that is restarted while jobs are worked on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { batchProgress, enqueue, importDocument, openStore, workJobs } from '@mingsuan/store';
import { afterAll, expect, it } from 'vitest';
import { fileOf, made } from './support/disclosures.ts';
import { startPostgres } from './support/postgres.ts';

const JOBS = 40;
const RESTARTS = 5;
const server = startPostgres();
const dataDir = mkdtempSync(join(tmpdir(), 'mingsuan-restart-'));
afterAll(() => {
  if (typeof server !== 'string') server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it.skipIf(typeof server === 'string')('five restarts lose no job of forty, and fail none', async () => {
  if (typeof server === 'string') return;
  const store = await openStore({ dataDir, databaseUrl: server.createDatabase('restarts') });
  const batch = await enqueue(
    store,
    'make',
    '',
    Array.from({ length: JOBS }, (_, i) => i),
  );
  const stop = new AbortController();
  const failures: unknown[] = [];
  let done = 0;
  const working = workJobs(store, {
    handlers: {
      make: async ({ payload }) => {
        await importDocument(store, fileOf([made({ agency: Number(payload) % 8, draw: Number(payload) })]));
        done += 1;
      },
    },
    signal: stop.signal,
    onError: (error) => failures.push(error),
  });
  for (let restart = 1; restart <= RESTARTS; restart++) {
    while (done < (restart * JOBS) / (RESTARTS + 2)) await sleep(5);
    server.restart();
  }
  const progress = () => batchProgress(store, batch).catch(() => undefined);
  while (((await progress())?.done ?? 0) < JOBS) await sleep(50);
  stop.abort();
  await working;
  expect(failures).toEqual([]);
  expect(await progress()).toMatchObject({ total: JOBS, done: JOBS, failed: 0 });
  await store.close();
});
