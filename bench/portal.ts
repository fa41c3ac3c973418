/**
 * What a visitor waits for: the compressed script of each page before its charts, its largest paint and how far it shifts, each time
 * from a cold start of the browser's cache, and the 95th percentile of searches, against the real server on this machine over an
 * embedded database. `npm run bench portal`; needs Chromium.
 */
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM, openSite } from '../packages/web/test/support/site.ts';
import { settled } from '../packages/web/test/support/visit.ts';

const ROUNDS = 5;
const MOST_SCRIPT = 250_000;
const MOST_PAINT_MS = 1200;
const MOST_SHIFT = 0.05;
const MOST_SEARCH_MS = 100;
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

/** Sorted milliseconds of searches over HTTP, each question several times. */
async function searchTimes(url: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (const q of QUESTIONS) {
      const started = performance.now();
      await (await fetch(`${url}/api/v1/search?q=${encodeURIComponent(q)}&limit=30&round=${round}`)).text();
      // The first round warms up.
      if (round > 0) times.push(performance.now() - started);
    }
  return times.sort((a, b) => a - b);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const ratio = (value: number, most: number): number => Math.round((100 * value) / most) / 100;

if (!CHROMIUM) {
  console.log('没有找到 chromium，测不了网页；装上后再运行 / no chromium');
} else {
  const site = await openSite();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
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
  const times = await searchTimes(site.url);
  const p95 = times[Math.ceil(times.length * 0.95) - 1]!;
  console.log(`search p95: ${Math.round(p95)} ms, of ${MOST_SEARCH_MS}: ${ratio(p95, MOST_SEARCH_MS)}`);
  await browser.close();
  await site.close();
}
