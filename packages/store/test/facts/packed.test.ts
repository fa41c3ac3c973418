/** Packing cells, and taking them out again, in a process that is killed again and again: nothing is lost, nothing comes twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadDisclosure, openStore, packNext, reindexNext, type Store, search, unpackFacts } from '@mingsuan/store';
import { type Kysely, type Selectable, sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../src/database/migrations.ts';
import type { Database } from '../../src/database/schema.ts';
import { printedTexts } from '../../src/queries/search/printed-texts.ts';
import { made, take } from '../support/disclosures.ts';
import { startPostgres } from '../support/postgres.ts';
import { program } from '../support/program.ts';

const KILLS = 2;
const MOST_MS = 80;

const packer = await program(join(import.meta.dirname, 'packer.ts'));
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
    while (await reindexNext(store));
    const asked = () => search(store, { q: '经费', limit: 100 });
    const found = await asked();
    expect(found.items.length).toBeGreaterThan(1);
    const printed = await printings(store);
    await unpackFacts(store.db);
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name = 'statements' and column_name in ('cell_columns', 'fens', 'prints')`.execute(store.db);
    expect(rows).toEqual([]);
    // An earlier version refuses a database that knows more than it does.
    const known = await sql`select 1 from kysely_migration where name >= '033'`.execute(store.db);
    expect(known.rows).toEqual([]);
    expect(await columnsOf(store, 'search_texts')).toEqual(TEXTS_BEFORE);
    expect(await columnsOf(store, 'search_entries')).toEqual(ENTRIES_BEFORE);
    const { rows: cells } = await sql<{ n: number }>`select cast(count(*) as integer) as n from facts
      where leaf is not null and level is not null`.execute(store.db);
    expect(cells[0]!.n).toBe(before.cells);
    // What that version enters is taken over; what it did not come to is entered by this one.
    const half = printed.slice(0, printed.length >> 1);
    await enterAsBefore(store, half);
    await migrate(store.db as unknown as Kysely<never>);
    expect(await all(store)).toEqual(before);
    expect(await printings(store)).toEqual(half);
    while (await reindexNext(store));
    expect(await printings(store)).toEqual(printed);
    expect(await asked()).toEqual(found);
  });
});

/** What is printed where, with its text, and where that stands. */
async function printings(store: Store) {
  const { rows } = await sql<{ kind: string; folded: string; years: string; region: string } & SearchEntryRow>`
    select e.*, t.kind, t.folded, t.years from search_entries e join search_texts t on t.key = e.text_key
    order by disclosure_id, table_no, row_no, part`.execute(store.db);
  const texts = await printedTexts(store, rows);
  return rows.map((row, i) => ({ ...row, place: texts[i]!.place }));
}

type SearchEntryRow = Selectable<Database['search_entries']>;

async function enterAsBefore({ db }: Store, printed: Awaited<ReturnType<typeof printings>>): Promise<void> {
  for (const { text_key, kind, folded, years, agency_id, disclosure_id, year, region, place } of printed) {
    await sql`insert into search_texts (key, kind, title, name, body, folded, words, years, places)
      values (${text_key}, ${kind}, '', '', '', ${folded}, '', cast(string_to_array(${years}, ' ') as integer[]),
        agency_places(${agency_id}, ${region})) on conflict do nothing`.execute(db);
    await sql`insert into search_entries (text_key, agency_id, disclosure_id, year, region, place)
      values (${text_key}, ${agency_id}, ${disclosure_id}, ${year}, ${region}, ${JSON.stringify(place)})`.execute(db);
  }
}

/** As the earlier version had them. */
const TEXTS_BEFORE = ['body', 'folded', 'key', 'kind', 'name', 'places', 'title', 'words', 'years'];
const ENTRIES_BEFORE = ['agency_id', 'disclosure_id', 'id', 'is_current', 'place', 'region', 'text_key', 'year'];

async function columnsOf({ db }: Pick<Store, 'db'>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_name = ${table} order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

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
  const child = packer([JSON.stringify(options), way], ['ignore', 'pipe', 'inherit']);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (after === Number.POSITIVE_INFINITY) {
    expect(await ended).toBe(0);
    return;
  }
  for await (const _ of createInterface(child.stdout!)) break;
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
