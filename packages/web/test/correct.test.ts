/** A reviewer reads the doubtful figures of a scan by eye, with the keyboard alone. */
import { addReviewTexts, invitePerson, openReviewBatch, reviewFiles, type Store, TERMINAL } from '@mingsuan/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePdf, text } from '../../documents/test/pdf/make-pdf.ts';
import { madeScan } from '../../documents/test/scan/made-scan.ts';
import { scannedCheck } from '../../server/test/scanned-check.ts';
import { scannedImport, scannedReview } from '../../server/test/scanned-text.ts';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { type OfficeSite, openOffice, signIn } from './support/office.ts';
import { openEmptySite, type Site, TOKEN } from './support/site.ts';
import { expectAccessible, type Visitor, visit } from './support/visit.ts';

const SCAN = makePdf([
  {
    content: ['412.50', '112.50', '412.50'].map((said, i) => text(105, 842 - 32 - 20 * i, said)).join(' '),
    size: [595, 842],
  },
]);
const LAYOUT = madeScan(['112.50', '172.50']);

describe.skipIf(!CHROMIUM)('doubtful figures', () => {
  let site: Pick<Site, 'url' | 'close'>;
  let browser: Browser;
  let visitor: Visitor;
  let id: string;

  beforeAll(async () => {
    [site, browser] = await Promise.all([
      openEmptySite(async (dataDir) => {
        id = await scannedCheck(dataDir, LAYOUT, SCAN);
      }),
      openBrowser(),
    ]);
    visitor = await visit(browser, site.url, 'desktop');
  });

  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
    await closeWindows();
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

/** A batch with one scanned text, and the same file as an import. @returns the text's number */
async function scansIn(store: Store, region: number): Promise<number> {
  const { id: personId } = await invitePerson(store, { login: 'of-scans', name: '收件' }, TERMINAL);
  const worker = { ...TERMINAL, personId, person: '收件', roles: ['bureau-office' as const] };
  const fields = { title: '检查', due: null, checklistId: null, keepUntil: null };
  const id = await openReviewBatch(store, region, fields, worker);
  await addReviewTexts(store, { id, unitId: region, title: '检查' }, [{ name: '扫描件.pdf', bytes: SCAN }], worker);
  const [file] = await reviewFiles(store.db, 1);
  await scannedReview(store, file!, LAYOUT);
  await scannedImport(store, SCAN, LAYOUT);
  return file!.documentId;
}

describe.skipIf(!CHROMIUM)('doubtful figures where a scan is kept', () => {
  let site: OfficeSite;
  let browser: Browser;
  let visitor: Visitor;
  let id: number;

  beforeAll(async () => {
    [site, browser] = await Promise.all([
      openOffice(
        async (store, { region }) => {
          id = await scansIn(store, region);
        },
        { MINGSUAN_ADMIN_TOKEN: TOKEN },
      ),
      openBrowser(),
    ]);
    visitor = await visit(browser, site.url, 'desktop');
  });

  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
    await closeWindows();
    await site?.close();
  });

  /** Opens the list by its button, reads the figure as 412.50, saves: by keyboard alone. */
  async function settle(page: Page, button: string): Promise<void> {
    await page.getByRole('button', { name: button, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.figure-row'));
    await page.waitForFunction(() => (document.querySelector('.figure-crop img') as HTMLImageElement)?.naturalWidth);
    await expect.poll(() => page.locator('.figure-sums .broken').count()).toBeGreaterThan(0);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('412.50');
    await page.waitForFunction(() => document.querySelectorAll('.figure-sums .broken').length === 0);
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
  }

  test('a reviewer settles them at the desk, and who did it stands beside them', async () => {
    const { page, go } = visitor;
    await signIn(visitor, 'office');
    await go(`/office/review-texts/${id}`);
    await settle(page, '逐个看图校对');
    await page.getByText('已重新核对').waitFor({ timeout: 40_000 });
    await page.getByText('改动记录', { exact: true }).click();
    await page.getByText(/吴业务处.*“112.50” → “412.50”/).waitFor();
  });

  test('the operator settles those of an import, signs it, and takes it back in the log', async () => {
    const { page, go } = visitor;
    await go('/operator/inbox?state=published');
    await page.locator('main').getByRole('button', { name: '管理员' }).click();
    await page.getByLabel('管理员令牌').fill(TOKEN);
    await page.getByRole('button', { name: '进入' }).click();
    visitor.forgive(/401/);
    await settle(page, '看图校对');
    await page.getByRole('dialog').getByLabel('谁改的').fill('张审核');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '改动记录' }).click();
    await page.getByRole('row', { name: /看图校对 1 个数：扫描件.pdf/ }).waitFor();
    await page.getByRole('button', { name: /^撤销：看图校对/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
    await page.getByText('已撤销').first().waitFor();
  });
});
