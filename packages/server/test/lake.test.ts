/** The lake beside the portal: fed while the server runs, whatever goes wrong meanwhile, and looked after by commands. */
import { mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openFacts, type Store } from '@mingsuan/store';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { made, take } from '../../store/test/support/disclosures.ts';
import { withoutDuckDb } from '../../store/test/support/duckdb.ts';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { configOf, InvalidConfig } from '../src/config.ts';
import { type Feeding, LAKE_ACTIONS, lakeCommand, startFeeding } from '../src/lake.ts';

const noLake = withoutDuckDb();
if (noLake) console.log(noLake);

const WAIT_MS = 60_000;
const PAUSE_MS = 50;

describe.skipIf(noLake)('the lake beside the portal', () => {
  const root = mkdtempSync(join(tmpdir(), 'mingsuan-fed-'));
  const lake = join(root, 'lake');
  const told: { level: number; msg: string }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void told.push(JSON.parse(line)) });
  let store: Store;
  let feeding: Feeding | undefined;
  beforeAll(async () => {
    store = await openNewStore(join(root, 'data'));
    for (const agency of [0, 1]) await take(store, made({ agency }));
  });
  afterEach(async () => {
    await feeding?.stop();
    feeding = undefined;
  });
  afterAll(async () => {
    await store.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** What is in the lake, asked after the one who writes it has ended. */
  const state = async () => {
    const facts = await openFacts(store, lake);
    try {
      return await facts.state();
    } finally {
      await facts.close();
    }
  };
  const marks = async () =>
    (
      await store.db
        .selectFrom('fact_outbox')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  const until = async (isSo: () => Promise<boolean>) => {
    for (const since = performance.now(); performance.now() - since < WAIT_MS; await sleep(PAUSE_MS))
      if (await isSo()) return;
    throw new Error('it did not come to that');
  };

  test('what is there goes to it at the start, and what comes in while the server runs', async () => {
    expect(await startFeeding(store, {}, log)).toBeUndefined();
    feeding = await startFeeding(store, { lake }, log, PAUSE_MS);
    await until(async () => (await marks()) === 0);
    await take(store, made({ agency: 3 }));
    expect(await marks()).toBeGreaterThan(0);
    await until(async () => (await marks()) === 0);
    await feeding!.stop();
    expect(await state()).toMatchObject({ disclosures: 3, waiting: 0 });
    expect(told).toEqual([]);
  });

  test('a lake that cannot be written is told once; it goes on by itself, and nothing is missing', async () => {
    feeding = await startFeeding(store, { lake }, log, PAUSE_MS);
    await until(async () => (await marks()) === 0);
    renameSync(lake, `${lake}-away`);
    writeFileSync(lake, 'a file where the folder was');
    await take(store, made({ agency: 4 }));
    await until(async () => told.length > 0);
    await sleep(6 * PAUSE_MS);
    expect(told.map(({ msg }) => msg)).toEqual(['lake not fed']);
    expect(await marks()).toBeGreaterThan(0);
    unlinkSync(lake);
    renameSync(`${lake}-away`, lake);
    await until(async () => (await marks()) === 0);
    await feeding!.stop();
    expect(await lakeCommand(store, 'verify', { lake })).toMatch(/相同：4 份公开文本/);
  });

  test('commands tell how it is, look it over, and bring it in order', async () => {
    expect(await lakeCommand(store, 'status', { lake })).toMatch(
      /第 \d+ 次快照.*\n4 份公开文本，\d+ 个数；\d+ 个文件.*\n0 份有变化/,
    );
    await lakeCommand(store, 'compact', { lake });
    const { files } = JSON.parse(readFileSync(join(lake, 'manifest.json'), 'utf8')) as { files: { path: string }[] };
    const path = join(lake, files[0]!.path);
    renameSync(path, `${path}.gone`);
    expect(await lakeCommand(store, 'verify', { lake }).catch(String)).toMatch(/缺失或损坏|读不出|没有/);
    process.exitCode = undefined;
    renameSync(`${path}.gone`, path);
    expect(await lakeCommand(store, 'backfill', { lake })).toMatch(/4 份公开文本/);
    expect(await lakeCommand(store, 'verify', { lake })).toMatch(/相同/);
    expect(await lakeCommand(store, 'retain', { lake })).toMatch(/已从数据湖的文件里清除/);
    expect((await state()).oldest).toBe((await state()).snapshot);
  });

  test('a server that has no lake any more says that changes wait for it, until it is told to stop', async () => {
    await take(store, made({ agency: 5 }));
    told.splice(0);
    expect(await startFeeding(store, {}, log)).toBeUndefined();
    expect(told.map(({ msg }) => msg)).toEqual([expect.stringContaining('lake stop')]);
    expect(await lakeCommand(store, 'stop', { lake })).toMatch(/文件没有动/);
    await startFeeding(store, {}, log);
    expect(told).toHaveLength(1);
    expect(await marks()).toBe(0);
  });

  test('what is no action, and no lake at all, is told in a sentence', async () => {
    await expect(lakeCommand(store, 'drain', { lake })).rejects.toThrow(InvalidConfig);
    await expect(lakeCommand(store, 'drain', { lake })).rejects.toThrow(Object.keys(LAKE_ACTIONS).join('、'));
    await expect(lakeCommand(store, 'status', {})).rejects.toThrow(/MINGSUAN_FACTS/);
  });
});

test('a ClickHouse that is away does not keep the portal from starting, and is looked for again; one sentence tells it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'mingsuan-away-'));
  const told: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void told.push(JSON.parse(line).err.message) });
  const store = await openNewStore(join(root, 'data'));
  const feeding = await startFeeding(store, { lake: 'clickhouse://me:secret@127.0.0.1:1/facts' }, log, 10);
  await expect.poll(() => told.length).toBeGreaterThan(0);
  // And looked for again, without another sentence.
  await sleep(200);
  await feeding?.stop();
  expect(told).toEqual([expect.stringContaining('ClickHouse http://127.0.0.1:1 没有应答：数没有少给，请恢复它再问。')]);
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

test('MINGSUAN_FACTS names a folder or ClickHouse, and nothing else', () => {
  const facts = (MINGSUAN_FACTS: string) => configOf({ MINGSUAN_FACTS }, '/srv').lake;
  expect([facts('lake:x'), facts('clickhouse://a/b'), facts('')]).toEqual(['/srv/x', 'clickhouse://a/b', undefined]);
  for (const wrong of ['x', 'clickhouse://a', 'clickhouse://a,b/c'])
    expect(() => facts(wrong)).toThrow(/MINGSUAN_FACTS/);
});
