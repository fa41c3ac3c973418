/** A reviewer reads the doubtful figures of a scan by eye, with the keyboard alone. */
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePdf, text } from '../../documents/test/pdf/make-pdf.ts';
import { madeScan } from '../../documents/test/scan/made-scan.ts';
import { scannedCheck } from '../../server/test/scanned-check.ts';
import { CHROMIUM, openEmptySite, type Site } from './support/site.ts';
import { expectAccessible, type Visitor, visit } from './support/visit.ts';

describe.skipIf(!CHROMIUM)('doubtful figures', () => {
  let site: Pick<Site, 'url' | 'close'>;
  let browser: Browser;
  let visitor: Visitor;
  let id: string;

  beforeAll(async () => {
    const page = ['412.50', '112.50', '412.50'].map((said, i) => text(105, 842 - 32 - 20 * i, said)).join(' ');
    [site, browser] = await Promise.all([
      openEmptySite(async (dataDir) => {
        id = await scannedCheck(
          dataDir,
          madeScan(['112.50', '172.50']),
          makePdf([{ content: page, size: [595, 842] }]),
        );
      }),
      chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-dev-shm-usage'] }),
    ]);
    visitor = await visit(browser, site.url, 'desktop');
  });

  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
    await browser?.close();
    await site?.close();
  });

  test('are shown beside their crops, corrected with their sums, and the check is made again', async () => {
    const { page } = visitor;
    await visitor.go(`/check/${id}`);
    await page.getByRole('link', { name: /看图校对/ }).click();
    await page.getByRole('heading', { level: 1, name: '看图校对' }).waitFor();
    const input = page.locator('.figure-row input');
    await input.waitFor();
    await expect.poll(() => input.inputValue()).toBe('112.50');
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await expect.poll(() => page.locator('.figure-sums .broken').count()).toBeGreaterThan(0);
    await expectAccessible(page);

    await page.keyboard.press('Control+a');
    await page.keyboard.type('412.50');
    await page.waitForFunction(() => document.querySelectorAll('.figure-sums .broken').length === 0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/figures.png` });
    await page.keyboard.press('Enter');
    await page.getByText('已认定 1 / 1 个').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => input.inputValue()).toBe('112.50');
    await page.keyboard.press('Alt+1');
    await expect.poll(() => input.inputValue()).toBe('172.50');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('412.50');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已重新核对').waitFor({ timeout: 40_000 });
    await page.getByText('改动记录 1 条').waitFor();
    await page.getByRole('link', { name: '回到核对结果' }).click();
    await page.getByText('由人看图认定').first().waitFor({ state: 'attached' });
  });
});
