/** Processes that only import, beside a server that only hands over: originals in an object store, one worker killed, nothing lost or doubled. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { catalogFacts, IMPORT_FILE, openPayloads, openStore, type Store } from '@mingsuan/store';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { fileOf, made } from '../../store/test/support/disclosures.ts';
import { startObjects } from '../../store/test/support/objects.ts';
import { startPostgres } from '../../store/test/support/postgres.ts';
import { killAll, start } from './program.ts';

const AGENCIES = 8;
const DOCUMENTS = 3 * AGENCIES;
const WAIT_MS = 120_000;

const database = startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-worker-'));
afterAll(() => {
  killAll();
  if (typeof database !== 'string') database.stop();
  rmSync(folder, { recursive: true, force: true });
});
if (typeof database === 'string') console.log(database);

test('a worker without a database server says what it needs', async () => {
  const { status, output } = await start(folder, {}, ['worker']).ended;
  expect([status, output]).toEqual([1, expect.stringMatching(/DATABASE_URL.*内嵌的数据库只能由门户一个进程打开/)]);
});

test.each([
  ['MINGSUAN_FILES without a key', { MINGSUAN_FILES: 's3:https://objects.example/originals' }, /AWS_ACCESS_KEY_ID/],
  ['MINGSUAN_FILES that is no bucket', { MINGSUAN_FILES: 's3:https://objects.example/' }, /MINGSUAN_FILES/],
  ['nobody who imports', { MINGSUAN_IMPORTS: 'off' }, /mingsuan worker/],
])('%s is told in a sentence', async (_, env, message) => {
  const { status, output } = await start(folder, env as Record<string, string>).ended;
  expect([status, output]).toEqual([1, expect.stringMatching(message)]);
});

describe.skipIf(typeof database === 'string')('two workers', () => {
  test('one killed in the middle of an import: all is taken in once, and nothing failed', async () => {
    const objects = await startObjects();
    const { url, keyId, secret } = objects.settings;
    const env = {
      DATABASE_URL: (database as Exclude<typeof database, string>).createDatabase('workers'),
      MINGSUAN_FILES: `s3:${url}`,
      AWS_ACCESS_KEY_ID: keyId,
      AWS_SECRET_ACCESS_KEY: secret,
      MINGSUAN_WORKERS: '2',
    };
    const incoming = join(folder, 'incoming');
    for (const [i, { bytes }] of documents().entries()) write(incoming, `${i}.json`, bytes);
    const portal = start(folder, { ...env, MINGSUAN_DATA: join(folder, 'portal'), MINGSUAN_IMPORTS: 'off' });
    const door = await portal.url;
    const begun = await fetch(`${door}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ folder: incoming }),
    });
    expect(begun.status).toBe(202);
    const batch = `${door}${begun.headers.get('location')}`;
    const progress = async () => (await (await fetch(batch)).json()) as Record<string, number>;
    const store = await openStore({
      databaseUrl: env.DATABASE_URL,
      dataDir: join(folder, 'own'),
      objects: objects.settings,
    });
    await until(async () => (await openPayloads(store, IMPORT_FILE)).length === DOCUMENTS);
    // What was handed over needs neither the folder nor the server's machine.
    rmSync(incoming, { recursive: true });
    const worker = (name: string) => start(folder, { ...env, MINGSUAN_DATA: join(folder, name) }, ['worker']);
    const first = worker('first');
    await until(async () => (await progress()).done! >= 2);
    first.child.kill('SIGKILL');
    await first.ended;
    const left = await progress();
    expect(left.done).toBeLessThan(DOCUMENTS);
    const second = worker('second');
    await until(async () => {
      // The killed one is silent for as long as its lease; here nobody waits for that.
      const { waiting } = await progress();
      if (waiting === 0) await sql`update jobs set locked_until = now() where state = 'running'`.execute(store.db);
      return (await progress()).done === DOCUMENTS;
    });
    expect(await progress()).toMatchObject({ total: DOCUMENTS, done: DOCUMENTS, failed: 0 });
    expect(await hashes(store)).toHaveLength(DOCUMENTS);
    for (const sha256 of await hashes(store)) expect(await store.files.get(sha256)).toBeDefined();
    // Three texts of each agency, whoever took them in: one of them is the present one.
    expect((await catalogFacts(store)).disclosures).toBe(AGENCIES);
    const metrics = await (await fetch((await second.url).replace(/\/$/, ''))).text();
    expect(metrics).toMatch(/^mingsuan_jobs_done [1-9]/m);
    expect(metrics).toMatch(/^mingsuan_jobs_waiting 0$/m);
    expect(await (await fetch((await second.url).replace('metrics', 'health'))).json()).toEqual({ status: 'ok' });
    second.child.kill('SIGTERM');
    expect((await second.ended).status).toBe(0);
    portal.child.kill('SIGTERM');
    await portal.ended;
    await store.close();
    await objects.close();
  });
});

const documents = () => Array.from({ length: DOCUMENTS }, (_, i) => fileOf([made({ agency: i % AGENCIES, draw: i })]));

function write(into: string, name: string, bytes: Uint8Array): void {
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, name), bytes);
}

async function hashes({ db }: Store): Promise<readonly string[]> {
  return (await db.selectFrom('documents').select('sha256').execute()).map(({ sha256 }) => sha256);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const since = performance.now(); performance.now() - since < WAIT_MS; await sleep(100)) if (await isSo()) return;
  throw new Error('it did not come to that');
}
