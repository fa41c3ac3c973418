/**
 * What a visitor waits for: the compressed script of each page before its charts, its largest paint and how far it shifts, each time
 * from a cold start of the browser's cache, and the 95th percentile of searches, against the real server on this machine over an
 * embedded database. `npm run bench portal`; needs Chromium. `npm run bench portal -- 10000` asks the API over so many made-up
 * disclosures on PostgreSQL instead; needs PostgreSQL. `npm run bench portal -- 2000 49` copies them into 49 other places within the
 * database, without their texts: what does not search is asked over 100,000. Blocks are those that the database looked at.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf } from '@mingsuan/server/config';
import { startServer } from '@mingsuan/server/start';
import { openStore, type Store } from '@mingsuan/store';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { startPostgres } from '../packages/store/test/support/postgres.ts';
import { CHROMIUM, openBrowser } from '../packages/web/test/support/browser.ts';
import { openSite } from '../packages/web/test/support/site.ts';
import { settled } from '../packages/web/test/support/visit.ts';
import { copyMany } from './made-up/copies.ts';
import { importMany } from './made-up/many.ts';

const ROUNDS = 5;
const MOST_SCRIPT = 250_000;
const MOST_PAINT_MS = 1200;
const MOST_SHIFT = 0.05;
const MOST_SEARCH_MS = 100;
const MOST_BLOCKS = 1000;
const QUESTIONS = ['2080505', '办公费', '住房公积金', '三公', 'dzzw', '电子政务 三公', '经费', '支出 2021'];
/** The chart engine comes when a chart nears the screen. */
const OF_CHARTS = /canvas-/;
/** How long after the page is settled the largest paint may still come. */
const AFTERWARDS_MS = 700;

interface Visit {
  /** Milliseconds from the start of the navigation. */
  readonly paint: number;
  /** Bytes of script over the wire, without the charts'. */
  readonly script: number;
  /** Layout shift, the sum of all that nobody asked for. */
  readonly shift: number;
}

async function coldVisit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let script = 0;
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' && !OF_CHARTS.test(response.url)) scripts.add(requestId);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await wire.send('Network.enable');
  await page.addInitScript({
    content: `new PerformanceObserver((list) => { window.paint = list.getEntries().at(-1).startTime; })
      .observe({ type: 'largest-contentful-paint', buffered: true });
      window.shift = 0;
      new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value; })
      .observe({ type: 'layout-shift', buffered: true });`,
  });
  await page.goto(url);
  await settled(page);
  await page.waitForTimeout(AFTERWARDS_MS);
  const { paint, shift } = await page.evaluate(() => {
    const { paint, shift } = window as unknown as { paint: number; shift: number };
    return { paint, shift };
  });
  await context.close();
  return { paint, script, shift };
}

/** Sorted milliseconds of an answer over HTTP, each path several times. */
async function timesOf(url: string, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (const path of paths) {
      const started = performance.now();
      const answer = await fetch(`${url}/api/v1${path}`);
      await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      // The first round warms up.
      if (round > 0) times.push(performance.now() - started);
    }
  return times.sort((a, b) => a - b);
}

const searches = (more = ''): readonly string[] =>
  QUESTIONS.map((q) => `/search?q=${encodeURIComponent(q)}&limit=30${more}`);

/** What the pages ask, by its name. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  search: searches(),
  'search, second kind': searches('&kind=project'),
  'search of a region': searches('&region=130100'),
  'search by amount': searches('&kind=line&sort=amount'),
  regions: ['/regions'],
  'overview of a city': ['/regions/130100/overview?year=2023'],
  'overview of a province': ['/regions/130000/overview?year=2023&within=true'],
  'overview by name': [`/regions/130000/overview?year=2023&within=true&q=${encodeURIComponent('财政')}`],
  'overview by expenditure': ['/regions/130000/overview?year=2023&within=true&sort=expenditure&limit=30'],
  'overview, incomplete': ['/regions/130000/overview?year=2023&within=true&show=incomplete&limit=30'],
  compare: ['/compare?agencies=1,61,121,181&years=2023,2024&measures=expenditure,basic,three-publics'],
  'compare, all': ['/compare?agencies=1,2,3,4,5,6,7,8,9,10'],
  'compare by share': ['/compare?agencies=1,61&by=share&peersBy=level'],
  item: ['/items/economic/30201?limit=50', '/items/measure/expenditure?limit=50'],
  'item of a city': ['/items/economic/30201?limit=50&region=130100'],
  'item of a province': [
    '/items/economic/30201?limit=50&region=130000',
    '/items/measure/expenditure?limit=50&region=130000',
  ],
  catalogue: ['/catalog.jsonld'],
  agencies: ['/agencies?limit=50', `/agencies?q=${encodeURIComponent('财政')}&limit=20`],
};

/** The most blocks that one of the answers looked at; what the server does meanwhile by itself is in the first rounds only. */
async function blocksOf(store: Store, url: string, paths: readonly string[]): Promise<number> {
  const counts: number[] = [];
  for (const path of paths) {
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await sql`select pg_stat_statements_reset()`.execute(store.db);
      await (await fetch(`${url}/api/v1${path}`)).text();
      const { rows } = await sql<{ blocks: number }>`
        select cast(sum(shared_blks_hit + shared_blks_read) as integer) as blocks from pg_stat_statements`.execute(
        store.db,
      );
      rounds.push(rows[0]!.blocks);
    }
    counts.push(Math.min(...rounds));
  }
  return Math.max(...counts);
}

async function askMany(size: number, copies: number): Promise<void> {
  const server = startPostgres({ durable: true, counting: true });
  if (typeof server === 'string') {
    console.log(server);
    return;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'mingsuan-bench-'));
  try {
    const databaseUrl = server.createDatabase('bench');
    const store = await openStore({ dataDir, databaseUrl });
    const rate = await importMany(store, size);
    console.log(`${size} 份公开文本，每秒导入 ${rate.toFixed(1)} 份 / disclosures`);
    await copyMany(store, copies);
    if (copies > 0) console.log(`抄成 ${size * (copies + 1)} 份 / with copies`);
    await sql`create extension if not exists pg_stat_statements`.execute(store.db);
    const config = configOf(
      { PORT: '0', LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0', MINGSUAN_SAMPLES: 'off' },
      dataDir,
    );
    const running = await startServer({ ...config, dataDir, databaseUrl }, pino({ level: 'silent' }));
    const rows: Record<string, unknown> = {};
    for (const [name, paths] of Object.entries(ASKED)) {
      // Copies have no texts.
      if (copies > 0 && name.startsWith('search')) continue;
      const times = await timesOf(running.url, paths);
      const p95 = times[Math.ceil(times.length * 0.95) - 1]!;
      const blocks = await blocksOf(store, running.url, paths);
      rows[name] = {
        'median, ms': Math.round(median(times)),
        'p95, ms': Math.round(p95),
        'of 100 ms': ratio(p95, MOST_SEARCH_MS),
        'most blocks': blocks,
        'of 1,000': ratio(blocks, MOST_BLOCKS),
      };
    }
    console.table(rows);
    await running.close();
    await store.close();
  } finally {
    server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const ratio = (value: number, most: number): number => Math.round((100 * value) / most) / 100;

const [size = 0, copies = 0] = process.argv.slice(2).flatMap((arg) => (/^\d+$/.test(arg) ? [Number(arg)] : []));

if (size > 0) {
  await askMany(size, copies);
} else if (!CHROMIUM) {
  console.log('没有找到 chromium，测不了网页；装上后再运行 / no chromium');
} else {
  const site = await openSite();
  const browser = await openBrowser();
  const pages = {
    home: '/',
    results: '/?q=支出',
    item: '/item/economic/30201',
    agency: `/agency/${site.agency}`,
    disclosure: `/disclosure/${site.disclosure}`,
    compare: `/compare?agencies=1,${site.agency}`,
    region: '/region/130100',
    data: '/data',
    check: '/check',
  };
  const rows: Record<string, unknown> = {};
  for (const [name, path] of Object.entries(pages)) {
    const visits: Visit[] = [];
    for (let round = 0; round < ROUNDS; round++) visits.push(await coldVisit(browser, site.url + path));
    const paint = median(visits.map((visit) => visit.paint));
    const script = median(visits.map((visit) => visit.script));
    rows[name] = {
      'script, bytes': script,
      // The limit is on a first visit; elsewhere charts come after what stands above them.
      'of 250 kB': path === '/' ? ratio(script, MOST_SCRIPT) : '',
      'largest paint, ms': Math.round(paint),
      'of 1.2 s': ratio(paint, MOST_PAINT_MS),
      'layout shift': Math.round(1000 * median(visits.map((visit) => visit.shift))) / 1000,
      'of 0.05': ratio(median(visits.map((visit) => visit.shift)), MOST_SHIFT),
    };
  }
  console.table(rows);
  const times = await timesOf(site.url, searches());
  const p95 = times[Math.ceil(times.length * 0.95) - 1]!;
  console.log(`search p95: ${Math.round(p95)} ms, of ${MOST_SEARCH_MS}: ${ratio(p95, MOST_SEARCH_MS)}`);
  await browser.close();
  await site.close();
}
