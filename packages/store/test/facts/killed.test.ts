/** A process that feeds a lake is killed again and again: each disclosure is in it exactly once, and its past stays as it was. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { bringFacts, type Fact, type FactStore, openFacts, openStore, type Store } from '@mingsuan/store';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { withoutDuckDb } from '../support/duckdb.ts';
import { startPostgres } from '../support/postgres.ts';
import { program } from '../support/program.ts';
import { answersOf, answersTold } from './told.ts';

/** `KILLS=25` and more, where there is time. */
const KILLS = Number(process.env.KILLS ?? 5);
const STEPS = 40;

const noLake = withoutDuckDb();
const changer = await program(join(import.meta.dirname, 'changer.ts'));
const server = startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-killed-'));
const options = {
  dataDir: join(folder, 'data'),
  ...(typeof server === 'string' ? {} : { databaseUrl: server.createDatabase('lake') }),
};
const lake = join(folder, 'lake');
afterAll(() => {
  if (typeof server !== 'string') server.stop();
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(noLake)(`kill -9 ${KILLS} times amid changes`, async () => {
  const past = new Map<number, readonly Fact[]>();
  let step = 0;
  let kills = 0;
  while (step < STEPS) {
    const isLast = kills === KILLS;
    const reached = await changeUntil(step, isLast ? Number.POSITIVE_INFINITY : 1 + Math.floor(Math.random() * 4));
    step = Math.max(step, reached);
    if (isLast) break;
    kills += 1;
    await within(async (_, facts) => {
      const { snapshot } = await facts.state();
      if (snapshot > 0) past.set(snapshot, await scanned(facts, snapshot));
    });
  }
  expect([kills, step]).toEqual([KILLS, STEPS]);
  await within(async (store, facts) => {
    await bringFacts(store.db, facts);
    const told = await answersTold(store);
    expect(await answersOf(facts)).toEqual(told);
    await facts.compact();
    expect(await answersOf(facts)).toEqual(told);
    for (const [at, rows] of past) expect(await scanned(facts, at)).toEqual(rows);
    for (const year of [2022, 2023]) expect(await facts.verify(year, 13)).toMatchObject({ differing: [], broken: [] });
    const { rows } = await sql<{ path: string }>`select path from lake_files`.execute(store.db);
    const onDisk = readdirSync(lake, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.parquet'));
    expect(onDisk.sort()).toEqual(rows.map(({ path }) => path).sort());
  });
});

async function scanned(facts: FactStore, at: number): Promise<readonly Fact[]> {
  const rows: Fact[] = [];
  for await (const batch of facts.scan({ at })) rows.push(...batch);
  return rows;
}

/** Lets things happen; kills the process a moment after so many more steps. @returns the step that comes next */
async function changeUntil(from: number, steps: number): Promise<number> {
  // What is left for the last run is not done before it.
  const to = Number.isFinite(steps) ? STEPS - 2 : STEPS;
  const child = changer(
    [JSON.stringify({ ...options, lake }), String(from), String(to)],
    ['ignore', 'pipe', 'inherit'],
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let next = from;
  let count = 0;
  for await (const line of createInterface(child.stdout!)) {
    next = Number(line) + 1;
    count += 1;
    if (count < steps && next < to) continue;
    if (!Number.isFinite(steps)) continue;
    break;
  }
  if (Number.isFinite(steps)) {
    await sleep(Math.random() * 150);
    child.kill('SIGKILL');
    await ended;
  } else expect(await ended).toBe(0);
  return next;
}

async function within(work: (store: Store, facts: FactStore) => Promise<void>): Promise<void> {
  const store = await openStore(options);
  try {
    const facts = await openFacts(store, lake);
    await work(store, facts);
    await facts.close();
  } finally {
    await store.close();
  }
}
