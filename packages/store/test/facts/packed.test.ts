/** Packing cells, and taking them out again, in a process that is killed again and again: nothing is lost, nothing comes twice. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadDisclosure, openStore, packNext, type Store, unpackFacts } from '@mingsuan/store';
import { type Kysely, sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../src/database/migrations.ts';
import { made, take } from '../support/disclosures.ts';
import { startPostgres } from '../support/postgres.ts';

const KILLS = 2;
const MOST_MS = 80;

const server = startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-packed-'));
const options = {
  dataDir: join(folder, 'data'),
  ...(typeof server === 'string' ? {} : { databaseUrl: server.createDatabase('packed') }),
};
afterAll(() => {
  if (typeof server !== 'string') server.stop();
  rmSync(folder, { recursive: true, force: true });
});

it(`goes on where it was cut off, ${KILLS} kill -9 each way`, async () => {
  const before = await within(async (store) => {
    for (const agency of [0, 1, 2]) await take(store, made({ agency, year: 2023 }));
    return all(store);
  });
  for (const way of ['unpack', 'pack'] as const) {
    for (let kill = 0; kill < KILLS; kill++) {
      await runUntil(way, Math.random() * MOST_MS);
      expect(await within(all)).toEqual(before);
    }
    await runUntil(way, Number.POSITIVE_INFINITY);
    expect(await within(all)).toEqual(before);
  }
  await within(async ({ db }) => {
    expect(await loose({ db })).toBe(0);
    expect(await packNext(db)).toBe(false);
  });
});

it('gives an earlier version its tables as they were', async () => {
  await within(async (store) => {
    const before = await all(store);
    await unpackFacts(store.db);
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name = 'statements' and column_name in ('cell_columns', 'fens', 'prints')`.execute(store.db);
    expect(rows).toEqual([]);
    // An earlier version refuses a database that knows more than it does.
    const known = await sql`select 1 from kysely_migration where name >= '033'`.execute(store.db);
    expect(known.rows).toEqual([]);
    const { rows: cells } = await sql<{ n: number }>`select cast(count(*) as integer) as n from facts
      where leaf is not null and level is not null`.execute(store.db);
    expect(cells[0]!.n).toBe(before.cells);
    await migrate(store.db as unknown as Kysely<never>);
    expect(await all(store)).toEqual(before);
  });
});

/** All disclosures, and how many cells they print: none twice. */
async function all(store: Store) {
  const rows = await store.db.selectFrom('disclosures').select(['id', 'fact_count']).orderBy('id').execute();
  const disclosures = [];
  for (const { id } of rows) disclosures.push(await loadDisclosure(store, id));
  const { rows: packed } = await sql<{ n: number }>`
    select cast(coalesce(sum(cardinality(array_remove(fens, null))), 0) as integer) as n from statements`.execute(
    store.db,
  );
  const cells = (await loose(store)) + packed[0]!.n;
  expect(cells).toBe(rows.reduce((sum, { fact_count }) => sum + fact_count, 0));
  return { disclosures, cells };
}

const loose = async ({ db }: Pick<Store, 'db'>): Promise<number> =>
  (await sql<{ n: number }>`select cast(count(*) as integer) as n from facts`.execute(db)).rows[0]!.n;

/** Kills it so long after it began, or lets it end. */
async function runUntil(way: 'pack' | 'unpack', after: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'packer.ts'), JSON.stringify(options), way],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (after === Number.POSITIVE_INFINITY) {
    expect(await ended).toBe(0);
    return;
  }
  for await (const _ of createInterface(child.stdout)) break;
  await sleep(after);
  child.kill('SIGKILL');
  await ended;
}

async function within<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
