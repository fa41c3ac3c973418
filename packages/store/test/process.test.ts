/** Processes that share, lose and find again what a store holds. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import {
  batchProgress,
  DataFolderInUse,
  enqueue,
  openStore,
  prepareDocument,
  type Store,
  startPreparers,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { takeLock } from '../src/lock.ts';
import { fileOf, made } from './support/disclosures.ts';
import { startPostgres } from './support/postgres.ts';
import { program } from './support/program.ts';

const importer = await program(join(import.meta.dirname, 'support/importer.ts'));
const DOCUMENTS = 18;
const KILLS = 2;

const server = startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-process-'));
afterAll(() => {
  if (typeof server !== 'string') server.stop();
  rmSync(folder, { recursive: true, force: true });
});
if (typeof server === 'string') console.log(server);

const STORES = {
  pglite: { dataDir: join(folder, 'embedded') },
  ...(typeof server === 'string'
    ? {}
    : { postgres: { dataDir: join(folder, 'files'), databaseUrl: server.createDatabase('kills') } }),
};

describe.each(Object.entries(STORES))('kill -9 while importing on %s', (_, options) => {
  it('loses nothing acknowledged, doubles nothing, and goes on', async () => {
    const batch = await within(options, (store) =>
      // Two files in three are of an agency that has one already: versions have to stay whole too.
      enqueue(
        store,
        'make',
        'kill test',
        Array.from({ length: DOCUMENTS }, (_, i) => ({ agency: i % 8, draw: i })),
      ),
    );
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++)
      await importUntil(options, acknowledged, 1 + Math.floor(Math.random() * 6));
    await importUntil(options, acknowledged);
    await within(options, async (store) => {
      await isWhole(store, acknowledged);
      expect(await batchProgress(store, batch)).toMatchObject({ total: DOCUMENTS, done: DOCUMENTS, failed: 0 });
      expect(await number(store, 'select count(*) as n from documents')).toBe(DOCUMENTS);
    });
  });
});

describe('the lock of an embedded store', () => {
  it('refuses a second process with one line, and is free after the first is killed', async () => {
    const options = STORES.pglite;
    const holder = start(options, 'hold');
    await lines(holder, () => true, 1);
    const refused = openStore(options);
    await expect(refused).rejects.toThrow(DataFolderInUse);
    await expect(refused).rejects.toThrow(
      new RegExp(`^数据文件夹正被另一个明算进程使用（进程 ${holder.pid}，[^\\n]*$`),
    );
    holder.kill('SIGKILL');
    await ended(holder);
    await (await openStore(options)).close();
  });

  it('refuses a second store of one process, and is released on closing', async () => {
    const path = join(folder, 'lock');
    const lock = await takeLock(path);
    await expect(takeLock(path)).rejects.toThrow(DataFolderInUse);
    await lock.release();
    await (await takeLock(path)).release();
  });

  it.each([
    ['whose process is gone', { pid: 2 ** 22 + 1, host: hostname(), began: '1' }],
    ['whose process id another process has now', { pid: process.pid, host: hostname(), began: '1' }],
    ['that is no lock', 'x'],
  ])('takes over a lock %s', async (_, holder) => {
    const path = join(folder, 'stale');
    writeFileSync(path, typeof holder === 'string' ? holder : JSON.stringify(holder));
    await (await takeLock(path)).release();
  });

  it('respects a fresh lock of another host', async () => {
    const path = join(folder, 'foreign');
    writeFileSync(path, JSON.stringify({ pid: 1, host: 'another', began: '1' }));
    await expect(takeLock(path)).rejects.toThrow(/主机 another/);
  });

  it('only one of many takes it', async () => {
    const path = join(folder, 'race');
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), began: '1' }));
    const taken = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(path)));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('preparing in threads', () => {
  const preparers = startPreparers({ threads: 2, timeoutSeconds: 60 });
  afterAll(() => preparers.close());

  it('gives what preparing here gives, several at once', async () => {
    const files = [0, 1, 2, 3, 4].map((agency) => fileOf([made({ agency })]));
    expect(await Promise.all(files.map(preparers.prepare))).toEqual(
      await Promise.all(files.map((file) => prepareDocument(file))),
    );
  });

  it('tells what cannot be read, and goes on', async () => {
    await expect(preparers.prepare({ name: 'x.pdf', bytes: new Uint8Array() })).rejects.toThrow(UnreadableInput);
    expect((await preparers.prepare(fileOf([made()]))).disclosures).toHaveLength(1);
  });

  it('gives up what takes too long', async () => {
    const hasty = startPreparers({ threads: 1, timeoutSeconds: 0.001 });
    await expect(hasty.prepare(fileOf([made()]))).rejects.toThrow(/秒内没有读完/);
    await hasty.close();
  });
});

type Options = Parameters<typeof openStore>[0];

function start(options: Options, mode = 'work'): ChildProcess {
  return importer([JSON.stringify(options), mode], ['ignore', 'pipe', 'pipe']);
}

/** Imports; kills the process a moment after so many more documents were acknowledged. */
async function importUntil(options: Options, acknowledged: Set<string>, documents?: number): Promise<void> {
  const child = start(options);
  const said = errorsOf(child);
  await lines(
    child,
    (line) => line === 'open' || acknowledged.add(line) !== undefined,
    documents === undefined ? undefined : documents + 1,
  );
  if (documents !== undefined) {
    await sleep(Math.random() * 30);
    child.kill('SIGKILL');
  }
  const status = await ended(child);
  if (documents === undefined) expect([status, await said]).toEqual([0, '']);
}

/** Hands over the lines of a process as they come. @returns when there were so many, or the process ended */
function lines(child: ChildProcess, take: (line: string) => unknown, most = Number.POSITIVE_INFINITY): Promise<void> {
  return new Promise((resolve) => {
    let rest = '';
    let count = 0;
    child.stdout!.on('data', (chunk) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop()!;
      parts.forEach(take);
      count += parts.length;
      if (count >= most) resolve();
    });
    child.stdout!.on('close', resolve);
  });
}

async function errorsOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr!) said += chunk;
  return said;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', resolve));

async function within<T>(options: Options, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Every acknowledged document is there with its original; what is there is there once and whole. */
async function isWhole(store: Store, acknowledged: ReadonlySet<string>): Promise<void> {
  const documents = await store.db.selectFrom('documents').select('sha256').execute();
  const known = new Set(documents.map(({ sha256 }) => sha256));
  expect([...acknowledged].filter((sha256) => !known.has(sha256))).toEqual([]);
  for (const sha256 of known) expect(await store.files.get(sha256)).toBeDefined();
  expect(
    await number(
      store,
      'select count(*) as n from documents o where not exists (select 1 from disclosures d where d.document_id = o.id)',
    ),
  ).toBe(0);
  expect(
    await number(
      store,
      'select count(*) as n from disclosures d where fact_count <> (select coalesce(sum(cardinality(array_remove(s.fens, null))), 0) from statements s where s.disclosure_id = d.id)',
    ),
  ).toBe(0);
  expect(
    await number(
      store,
      'select count(*) as n from (select 1 from disclosures group by agency_id, year, stage having max(version) <> count(*) or count(*) filter (where is_current) <> 1) broken',
    ),
  ).toBe(0);
}

async function number(store: Store, query: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number }>(query).execute(store.db);
  return rows[0]!.n;
}
