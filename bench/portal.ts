/**
 * What a visitor waits for: the compressed script of each page and its largest paint, each time from a cold start of the
 * browser's cache, against the real server on this machine. `npm run bench portal`; needs Chromium.
 */
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM, openSite } from '../packages/web/test/support/site.ts';
import { settled } from '../packages/web/test/support/visit.ts';

const ROUNDS = 5;
const MOST_SCRIPT = 250_000;
const MOST_PAINT_MS = 1500;
/** How long after the page is settled the largest paint may still come. */
const AFTERWARDS_MS = 700;

interface Visit {
  /** Milliseconds from the start of the navigation. */
  readonly paint: number;
  /** Bytes of script over the wire. */
  readonly script: number;
}

async function coldVisit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let script = 0;
  wire.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await wire.send('Network.enable');
  await page.addInitScript({
    content: `new PerformanceObserver((list) => { window.paint = list.getEntries().at(-1).startTime; })
      .observe({ type: 'largest-contentful-paint', buffered: true });`,
  });
  await page.goto(url);
  await settled(page);
  await page.waitForTimeout(AFTERWARDS_MS);
  const paint = await page.evaluate(() => (window as unknown as { paint: number }).paint);
  await context.close();
  return { paint, script };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const ratio = (value: number, most: number): number => Math.round((100 * value) / most) / 100;

if (!CHROMIUM) {
  console.log('没有找到 chromium，测不了网页；装上后再运行 / no chromium');
} else {
  const site = await openSite();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const pages = {
    search: '/',
    results: '/?q=机&kind=procurement',
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
      'of 1.5 s': ratio(paint, MOST_PAINT_MS),
    };
  }
  console.table(rows);
  await browser.close();
  await site.close();
}
