/** A unit's officer writes a ledger in the browser; on a phone it can be read. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, closeWindows, openBrowser } from '../support/browser.ts';
import { openEmptySite } from '../support/site.ts';
import { expectAccessible, type Size, settled, type Visitor, visit } from '../support/visit.ts';

if (!CHROMIUM) console.log('没有找到 chromium，跳过台账的浏览器测试；装上 chromium 后再运行。');

/** A cell of the grid that is shown, by its row and column as people count them. The head and the sums stand above. */
const cell = (page: Page, row: number, column: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 1}"]`);

/** What Excel would have put on the clipboard, pasted where the focus is. */
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData('text/plain', copied);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, text);

describe.skipIf(!CHROMIUM)('the ledger', () => {
  let site: Awaited<ReturnType<typeof openEmptySite>>;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingsuan-ledger-'));
    [site, browser] = await Promise.all([openEmptySite(), openBrowser()]);
  });
  afterAll(async () => {
    await closeWindows();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const visitor = async (size: Size): Promise<Visitor> => visit(browser, site.url, size);
  const example = async ({ page, go }: Visitor) => {
    await go('/ledger');
    await page.getByRole('button', { name: '打开', exact: true }).click();
    await page.getByRole('tab', { name: '基本支出' }).click();
  };

  test('is written, pasted into, taken back, checked while typing, and still there afterwards', async () => {
    const officer = await visitor('desktop');
    const { page } = officer;
    await officer.go('/ledger');
    await expectAccessible(page);
    await example(officer);
    await cell(page, 1, 1).waitFor();
    await page.getByText('没有发现问题').waitFor();
    await expectAccessible(page);

    // A code by its initials: those of the sheet first.
    await cell(page, 2, 1).click();
    await page.keyboard.type('xzyx');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 2, 1).textContent()).toBe('2010301 行政运行');

    // An amount that is none is told beside its cell, and taken back.
    await cell(page, 3, 6).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('约三万');
    await page.keyboard.press('Enter');
    const problem = page.getByRole('button', { name: /“约三万”不是金额/ });
    await problem.waitFor();
    await page.locator('.ledger-panel').getByText('1 格读不懂').waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: '收入' }).click();
    await problem.click();
    await page.locator('.ledger-hand').getByText('“约三万”不是金额').waitFor();
    await page.keyboard.press('Control+Z');
    await problem.waitFor({ state: 'detached' });
    await expect.poll(() => cell(page, 3, 6).textContent()).toBe('80,300.00');

    // A block from Excel goes on below the last row and unbalances the source.
    await cell(page, 16, 1).click();
    await paste(
      page,
      '2010301\t30201\t公用经费\t一般公共预算拨款\t\t1,000.00\r\n2010301\t30202\t公用经费\t一般公共预算拨款\t\t2,000.00\r\n',
    );
    await page.getByRole('button', { name: /多安排 0.30 万元/ }).waitFor();
    await expect.poll(() => cell(page, 17, 2).textContent()).toBe('30202 印刷费');

    // All of it is kept in the browser.
    await page.waitForFunction(() => document.querySelector('.ledger-saving')?.textContent?.includes('已保存'));
    await page.reload();
    await settled(page);
    await cell(page, 17, 2).waitFor();
    await page.getByRole('button', { name: /多安排 0.30 万元/ }).waitFor();
    expect(officer.complaints).toEqual([]);
    await officer.leave();
  });

  test('a workbook is opened, last year’s PDF goes on, an import shows what it changes, files come out', async () => {
    const officer = await visitor('desktop');
    const { page } = officer;
    await example(officer);
    await page.getByText('没有发现问题').waitFor();
    const get = async (name: string): Promise<string> => {
      const menu = page.locator('.ledger-menu');
      if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    };
    const workbook = await get('台账工作簿（xlsx）');
    await expectAccessible(page);
    const pdf = await get('PDF');
    expect(workbook).toMatch(/示例市数据服务局 \d{4}年台账\.xlsx$/);
    await page.locator('.ledger-menu summary').click();

    // What is imported into a changed ledger is shown before it is taken, and can be taken back.
    await cell(page, 1, 6).click();
    await page.keyboard.type('1000');
    await page.keyboard.press('Enter');
    await page.getByLabel('导入…').setInputFiles(workbook);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('加 1 行，去 1 行，不变 14 行').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '导入勾选的' }).click();
    await cell(page, 1, 6).getByText('964,000.00').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await cell(page, 1, 6).getByText('1,000', { exact: true }).waitFor();

    // Last year's PDF begins this year's ledger.
    await officer.go('/ledger');
    await page.getByLabel('接着去年公开的文本编').setInputFiles(pdf);
    await dialog.getByText('15 个金额标为“待确认”').waitFor({ timeout: 60_000 });
    await dialog.getByRole('button', { name: '开始编' }).click();
    await page.getByRole('tab', { name: '基本支出' }).click();
    await page.locator('.ledger-unconfirmed').first().waitFor();
    await page.getByRole('tab', { name: '填报情况' }).waitFor();
    await expectAccessible(page);
    expect(officer.complaints).toEqual([]);
    await officer.leave();
  }, 240_000);

  test('is seen as it will be published, and what is lacking is written where it stands', async () => {
    const officer = await visitor('desktop');
    const { page } = officer;
    await example(officer);
    await page.getByRole('tab', { name: '说明文字' }).click();
    // No sums stand over the words.
    await page.locator('[role=row][aria-rowindex="2"] [role=gridcell][aria-colindex="7"]').click();
    for (let i = 0; i < 7; i++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Delete');
    // Many that are lacking are told as one, and lead to where they are written.
    await page.getByRole('button', { name: '在预览里逐处写' }).click();
    const marks = page.locator('.ledger-todo');
    await marks.first().waitFor({ timeout: 60_000 });
    const before = await marks.count();
    await expectAccessible(page);
    await marks.first().click();
    await page.locator('.ledger-here textarea').fill('负责全市政务数据的共享和开放。');
    await page.getByRole('button', { name: '写入' }).click();
    // The next one is open at once, and stays so while the pages are set anew.
    await page.locator('.ledger-here textarea').fill('还没有写完');
    await page.locator('.ledger-page').getByText('负责全市政务数据的共享和开放。').waitFor({ timeout: 60_000 });
    await expect.poll(() => marks.count()).toBeLessThan(before);
    await expect.poll(() => page.locator('.ledger-here textarea').inputValue()).toBe('还没有写完');
    expect(officer.complaints).toEqual([]);
    await officer.leave();
  }, 150_000);

  test('in two windows neither overwrites the other', async () => {
    const officer = await visitor('desktop');
    const { page } = officer;
    await example(officer);
    await cell(page, 1, 6).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await cell(other, 1, 6).click();
    await other.keyboard.type('1000');
    await other.keyboard.press('Enter');
    await other.waitForFunction(() => document.querySelector('.ledger-saving')?.textContent?.includes('已保存'));
    await cell(page, 2, 6).click();
    await page.keyboard.type('2000');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '把这里的存成另一本' }).click();
    await page.getByText('已保存').waitFor();
    await officer.go('/ledger');
    await expect.poll(() => page.locator('.ledger-list li').count()).toBe(2);
    await officer.leave();
  });

  test('five thousand lines are pasted and scrolled without lag', async () => {
    const officer = await visitor('desktop');
    const { page } = officer;
    await example(officer);
    // The line of sums comes with the review, and the rows stand one lower from then on.
    await page.getByText('没有发现问题').waitFor();
    await cell(page, 1, 1).click();
    const lines = Array.from({ length: 5000 }, (_, i) => `2010301\t30201\t公用经费\t一般公共预算拨款\t\t${i + 1}.00`);
    const start = Date.now();
    await paste(page, lines.join('\r\n'));
    await cell(page, 3, 6).getByText('3.00').waitFor();
    const pasted = Date.now() - start;
    await page.keyboard.press('Control+End');
    await page.getByRole('gridcell', { name: '5,000.00' }).waitFor();
    const typing = Date.now();
    await page.keyboard.press('ArrowDown');
    const moved = Date.now() - typing;
    console.log(`5,000 lines: pasted in ${pasted} ms, a key in ${moved} ms`);
    await expect.poll(() => page.locator('[role=row]').count()).toBeLessThan(80);
    await officer.leave();
  });

  test('is read on a phone', async () => {
    const reader = await visitor('phone');
    const { page } = reader;
    await example(reader);
    await page.locator('.ledger-cards').getByText('2010301').first().waitFor();
    await expectAccessible(page);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });
});
