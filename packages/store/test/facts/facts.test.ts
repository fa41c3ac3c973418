/** The contract of a store of facts, over every implementation that is here. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EngineMissing,
  type FactRow,
  factBatches,
  loadDisclosure,
  nextBatch,
  openClickhouseFacts,
  openFacts,
  packNext,
  SnapshotGone,
  type Store,
  unpackFacts,
} from '@mingsuan/store';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/database/migrations.ts';
import { ENGINES, empty, openBackend } from '../support/backends.ts';
import { openChdb } from '../support/chdb.ts';
import { withoutDuckDb } from '../support/duckdb.ts';
import { keptCases } from './kept-cases.ts';
import { answersOf, answersTold } from './told.ts';
import { MUTATIONS, settle } from './world.ts';

const noLake = withoutDuckDb();
if (noLake) console.log(noLake);

const chdbFolder = mkdtempSync(join(tmpdir(), 'mingsuan-chdb-'));
afterAll(() => rmSync(chdbFolder, { recursive: true, force: true }));
const chdb = openChdb(chdbFolder);
if (typeof chdb === 'string') console.log(chdb);

for (const engine of ENGINES) {
  const opened = await openBackend(engine);
  if (typeof opened === 'string') {
    console.log(opened);
    continue;
  }
  const { store } = opened;
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-lake-'));
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });
  describe(`facts of the store itself on ${engine}`, () => storedCases(store));
  // One engine a process: it stands beside one of the two.
  if (engine === 'pglite' && typeof chdb !== 'string')
    describe(`facts in ClickHouse beside ${engine}`, () => keptCases(store, () => openClickhouseFacts(store, chdb)));
  describe.skipIf(noLake)(`facts in a lake beside ${engine}`, () => {
    describe('the contract', () => keptCases(store, () => openFacts(store, folder)));
    describe('its files', () => lakeCases(store, folder));
  });
}

function storedCases(store: Store): void {
  beforeAll(async () => {
    await empty(store);
    await settle(store);
  });

  it('answers what the export tells, whatever happens; nothing is marked', async () => {
    const facts = await openFacts(store);
    const first = await answersOf(facts);
    expect(first).toEqual(await answersTold(store));
    expect(first.scanned.some(({ in_department }) => in_department)).toBe(true);
    for (const mutate of MUTATIONS) {
      await mutate(store);
      expect(await answersOf(facts)).toEqual(await answersTold(store));
    }
    const { scanned } = await answersTold(store);
    expect(await facts.state()).toMatchObject({ facts: scanned.length, snapshot: 0, waiting: 0 });
    expect(await facts.verify(2023, 13)).toMatchObject({ differing: [], broken: [] });
    await expect(facts.totals({ form: 'basic', column: 'total', by: [], at: 3 })).rejects.toThrow(SnapshotGone);
    expect(await nextBatch(store.db)).toBeUndefined();
  });

  it('packs what an earlier version stored, and goes back to it: all the same, before, amid and after', async () => {
    const { db } = store;
    const ids = (await db.selectFrom('disclosures').select('id').orderBy('id').execute()).map(({ id }) => id);
    const read = async () => {
      const disclosures: unknown[] = [];
      for (const id of ids) disclosures.push(await loadDisclosure(store, id));
      const rows: FactRow[] = [];
      for await (const batch of factBatches(store)) rows.push(...batch);
      return { disclosures, rows };
    };
    const [told, before] = [await answersTold(store), await read()];
    const counted = async () =>
      (await sql<{ n: number }>`select cast(count(*) as integer) as n from facts`.execute(db)).rows[0]!.n;
    await unpackFacts(db);
    const all = await counted();
    expect(all).toBeGreaterThan(before.rows.length - 1);
    await migrate(db as unknown as Kysely<never>);
    expect(await read()).toEqual(before);
    await packNext(db, 3);
    expect(await counted()).toBeLessThan(all);
    expect(await counted()).toBeGreaterThan(0);
    expect(await read()).toEqual(before);
    expect(await answersOf(await openFacts(store))).toEqual(told);
    expect(await counted()).toBe(0);
    expect(await read()).toEqual(before);
  });
}

function lakeCases(store: Store, folder: string): void {
  const onDisk = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.parquet'))
      .sort();

  it('has the files of its manifest and no other; one that is gone is an error, not a smaller number', async () => {
    const stray = join(folder, 'year=2023/prov=13/stray.parquet');
    writeFileSync(stray, 'x');
    const facts = await openFacts(store, folder);
    await facts.compact();
    const { rows } = await sql<{ path: string }>`select path from lake_files`.execute(store.db);
    expect(onDisk()).toEqual(rows.map(({ path }) => path).sort());
    const standing = await sql<{ path: string }>`select path from lake_files where removed is null limit 1`.execute(
      store.db,
    );
    rmSync(join(folder, standing.rows[0]!.path));
    await expect(answersOf(facts)).rejects.toThrow();
    const found = await Promise.all([2022, 2023].map((year) => facts.verify(year, 13)));
    expect(found.flatMap(({ broken }) => broken)).toHaveLength(1);
    await facts.close();
  });

  it('a folder of another lake is left alone', async () => {
    const other = mkdtempSync(join(tmpdir(), 'mingsuan-lake-'));
    writeFileSync(join(other, 'manifest.json'), JSON.stringify({ lake: 'another' }));
    await expect(openFacts(store, other)).rejects.toThrow(/另一个库的数据湖/);
    rmSync(other, { recursive: true });
  });

  it('says what to install where there is no DuckDB', async () => {
    process.env.MINGSUAN_LAKE_ENGINE = '/nowhere';
    await expect(openFacts(store, folder)).rejects.toThrow(EngineMissing);
    delete process.env.MINGSUAN_LAKE_ENGINE;
  });
}
