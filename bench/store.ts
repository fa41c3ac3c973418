/**
 * The store on both engines: how many disclosures a second are imported, and how long each question takes (95th percentile).
 * `npm run bench store` imports 400 disclosures; `-- 10000` or another number as argument gives the size, and `pglite` or
 * `postgres` one engine only. PostgreSQL 15 has to be installed; its server is started in a temporary folder. The path of a folder imports
 * the files in it instead, and tells how large the database is.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as store from '@mingsuan/store';
import { parquetEnd, parquetPart } from '@mingsuan/store/export/parquet';
import { sql } from 'kysely';
import { startPostgres, type TestServer } from '../packages/store/test/support/postgres.ts';
import { importMany, YEARS } from './made-up/many.ts';

const ROUNDS = 40;

/** Limits of p95 in milliseconds, and disclosures a second at least. */
const LIMITS = {
  pglite: { question: 400, search: 400, importRate: 0 },
  postgres: { question: 150, search: 100, importRate: 60 },
} as const;
type Engine = keyof typeof LIMITS;

const args = process.argv.slice(2);
/** Bytes in the database, tables with their indexes. */
const MOST_BYTES = { figure: 25, entry: 500 };

const folder = args.find((arg) => statSync(arg, { throwIfNoEntry: false })?.isDirectory());
const size = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 400);
const engines = (['postgres', 'pglite'] as const).filter(
  (engine) => !args.some((arg) => arg in LIMITS) || args.includes(engine),
);

async function benchmark(engine: Engine): Promise<void> {
  const server = engine === 'postgres' ? startPostgres({ durable: true }) : undefined;
  if (typeof server === 'string') {
    console.log(server);
    return;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'mingsuan-bench-'));
  try {
    await measure(engine, dataDir, server);
  } finally {
    server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(engine: Engine, dataDir: string, server: TestServer | undefined): Promise<void> {
  const databaseUrl = server?.createDatabase('bench');
  const opened = await store.openStore({ dataDir, databaseUrl });
  const limits = LIMITS[engine];
  if (folder) {
    await importFolder(opened, folder);
    await tellSizes(opened);
    await opened.close();
    return;
  }
  const rate = await importMany(opened, size);
  const { facts } = await store.catalogFacts(opened);
  console.log(`\n${engine}: ${size} 份公开文本，${facts} 个数 / disclosures and figures`);
  console.log(`import: ${rate.toFixed(1)} disclosures/s${verdict(rate, limits.importRate)}`);
  const rows: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(await questionsOf(opened))) {
    const times = await timesOf(ask);
    const limit = name.startsWith('search') ? limits.search : limits.question;
    const p95 = percentile(times, 0.95);
    rows[name] = { median: round(percentile(times, 0.5)), p95: round(p95), limit, ratio: round(p95 / limit) };
  }
  console.table(rows);
  await tellSizes(opened);
  await exportAll(opened);
  await opened.close();
}

async function importFolder(opened: store.Store, path: string): Promise<void> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const given = { name: basename(name), bytes: readFileSync(join(parentPath, name)) };
    const problem = await store.importDocument(opened, given).then(
      () => undefined,
      (error: Error) => error.message,
    );
    if (problem) console.log(`${name}：${problem}`);
  }
  await store.maintain(opened);
}

async function tellSizes({ db, engine }: store.Store): Promise<void> {
  const { rows } = await sql<{ figures: number; entries: number; ofFigures: number; ofEntries: number; whole: number }>`
    select (select cast(sum(fact_count) as integer) from disclosures) as figures,
      (select cast(count(*) as integer) from search_entries) as entries,
      pg_total_relation_size('statements') as "ofFigures",
      pg_total_relation_size('search_texts') + pg_total_relation_size('search_entries') as "ofEntries",
      pg_database_size(current_database()) as whole`.execute(db);
  const { figures, entries, ofFigures, ofEntries, whole } = rows[0]!;
  const each = (bytes: number, count: number, most: number) =>
    `${(bytes / count).toFixed(1)} B (of ${most}: ratio ${round(bytes / count / most)})`;
  console.log(
    `${engine}: ${figures} figures, each ${each(ofFigures, figures, MOST_BYTES.figure)}; ` +
      `${entries} search entries, each ${each(ofEntries, entries, MOST_BYTES.entry)}; database ${Math.round(whole / 1e6)} MB`,
  );
}

type Ask = (turn: number) => Promise<unknown>;

async function questionsOf(opened: store.Store): Promise<Record<string, Ask>> {
  const regions = await store.listRegions(opened);
  const agencies = Math.ceil(size / YEARS.length);
  const agency = (turn: number) => 1 + ((turn * 7919) % agencies);
  const disclosure = (turn: number) => 1 + ((turn * 7919) % size);
  const region = (turn: number) => regions[turn % regions.length]!.code!;
  const words =
    '水库除险加固|政务|经费|群众满意度|A02010105|财政局|教育 补助|图|2080505|办公费|住房公积金|czj 2024|财政局 三公'.split(
      '|',
    );
  const measures = ['expenditure', 'basic', 'three-publics'];
  return {
    'agencies, first page': () => store.listAgencies(opened, {}),
    'agencies by name': (turn) => store.listAgencies(opened, { q: ['财政', '教育局', '301'][turn % 3] }),
    'agencies of a region': (turn) => store.listAgencies(opened, { region: region(turn), year: 2023 }),
    agency: (turn) => store.getAgency(opened, agency(turn)),
    trend: (turn) => store.agencyTrend(opened, agency(turn)),
    disclosure: (turn) => store.getDisclosure(opened, disclosure(turn)),
    flows: (turn) => store.disclosureFlows(opened, disclosure(turn)),
    'tree by function': (turn) => store.disclosureTree(opened, disclosure(turn), 'function'),
    findings: (turn) => store.disclosureFindings(opened, disclosure(turn)),
    compare: (turn) =>
      store.compareAgencies(opened, {
        agencies: [1, 2, 3, 4].map((i) => agency(turn + i)),
        years: [2023, 2024],
        measures,
      }),
    'compare, all years': (turn) => store.compareAgencies(opened, { agencies: [agency(turn)], measures }),
    'compare, by share': (turn) => store.compareAgencies(opened, { agencies: [agency(turn)], measures, by: 'share' }),
    regions: () => store.listRegions(opened),
    overview: (turn) => store.regionOverview(opened, { region: region(turn), year: 2023, stage: 'budget' }),
    'overview of a province': () =>
      store.regionOverview(opened, { region: '130000', year: 2023, stage: 'budget', within: true }),
    search: (turn) => store.search(opened, { q: words[turn % words.length]!, limit: 20 }),
    'search projects': (turn) => store.search(opened, { q: words[turn % words.length]!, kind: 'project', limit: 20 }),
    'search lines by amount': (turn) =>
      store.search(opened, { q: words[turn % words.length]!, kind: 'line', sort: 'amount', limit: 20 }),
    'search of a region': (turn) =>
      store.search(opened, { q: words[turn % words.length]!, region: region(turn), limit: 20 }),
    item: (turn) =>
      store.getItem(opened, { kind: 'economic', key: ['30201', '30113', '30101'][turn % 3]!, limit: 100 }),
    catalog: () => store.catalogFacts(opened),
  };
}

async function timesOf(ask: Ask): Promise<number[]> {
  await ask(0);
  const times: number[] = [];
  for (let turn = 1; turn <= ROUNDS; turn++) {
    const start = performance.now();
    await ask(turn);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

async function exportAll(opened: store.Store): Promise<void> {
  const start = performance.now();
  let bytes = 0;
  const groups = [];
  for await (const rows of store.factBatches(opened)) {
    const part = await parquetPart(rows, store.FACT_COLUMNS, bytes);
    groups.push(part.group);
    bytes += part.bytes.length;
  }
  bytes += (await parquetEnd(groups, store.FACT_COLUMNS, bytes)).length;
  const { facts } = await store.catalogFacts(opened);
  const seconds = (performance.now() - start) / 1000;
  console.log(`parquet: ${Math.round(facts / seconds)} figures/s, ${(bytes / facts).toFixed(1)} bytes each`);
}

const percentile = (sorted: readonly number[], part: number) => sorted[Math.ceil(sorted.length * part) - 1]!;
const round = (value: number) => Math.round(value * 100) / 100;
const verdict = (value: number, least: number) =>
  least > 0 ? ` (at least ${least}: ratio ${round(value / least)})` : '';

for (const engine of engines) await benchmark(engine);
