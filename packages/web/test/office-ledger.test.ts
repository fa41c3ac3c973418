/** A unit's ledger within its round: written by two, merged, handed up, read and returned with remarks on cells. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { discloseLedger } from '@mingsuan/core/disclose';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateOf } from '@mingsuan/core/ledger/template-of';
import { nextYear } from '@mingsuan/core/restore/next-year';
import { writeTable } from '@mingsuan/documents/xlsx/write-table';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficeSite, openOffice, signIn } from './support/office.ts';
import { CHROMIUM } from './support/site.ts';
import { expectAccessible, settled, type Visitor, visit } from './support/visit.ts';

const SHOTS = process.env.MINGSUAN_SHOTS;

const cell = (page: Page, row: number, column: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 1}"]`);

async function write(page: Page, row: number, column: number, text: string): Promise<void> {
  // The row of sums, which stands over the others, comes with the review.
  await page.locator('.rdg-summary-row').waitFor();
  await cell(page, row, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe.skipIf(!CHROMIUM)('the ledger of a round', () => {
  let site: OfficeSite;
  let browser: Browser;
  let desk: Visitor;
  let other: Visitor;
  const shot = (page: Page, name: string) =>
    SHOTS ? page.screenshot({ path: join(SHOTS, `office-ledger-${name}.png`) }) : undefined;

  beforeAll(async () => {
    [site, browser] = await Promise.all([
      openOffice(),
      chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-dev-shm-usage'] }),
    ]);
    desk = await visit(browser, site.url, 'desktop');
    other = await visit(browser, site.url, 'desktop');
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('goes on from last year, takes a finance export, is confirmed and saved', async () => {
    const { page } = desk;
    await signIn(desk, 'clerk');
    await page.getByLabel('年度').fill('2026');
    await page.getByRole('button', { name: '建立' }).click();
    await page.getByRole('link', { name: '数据局本级 2026 年预算' }).click();
    await page.getByRole('link', { name: '编台账' }).click();
    await page.getByText('从哪里开始编').waitFor();
    await expectAccessible(page);
    await shot(page, 'begin');
    const last = exampleLedger(2025);
    const { disclosure } = discloseLedger(last, templateOf(last)!);
    const file = join(site.folder, 'next.json');
    await writeFile(file, JSON.stringify(nextYear(last, disclosure)));
    await page.getByLabel('台账工作簿').setInputFiles(file);
    await page.getByRole('dialog').getByRole('button', { name: '开始编' }).click();
    await page.getByRole('heading', { name: '待确认的数' }).waitFor();
    await page.getByRole('heading', { name: '数据局本级 2026年' }).waitFor();

    // A year's export: one word that nobody knows is explained once.
    const columns = ['项目类别', '项目名称', '功能分类', '部门经济分类', '资金性质', '金额'];
    const rows = [
      ['人员类', '', '2010301', '30101', '一般公共预算', '500000'],
      ['公用经费', '', '2010301', '30201', '一般公共预算', '80000'],
      ['其他运转项目', '数据平台运维', '2010399', '30213', '本级财力', '300000'],
    ];
    const book = join(site.folder, 'export.xlsx');
    const table = rows.map((row) => Object.fromEntries(row.map((text, i) => [columns[i]!, text])));
    const titled = columns.map((id) => ({ id, title: id }));
    await writeFile(book, await writeTable({ name: '预算', columns: titled, rows: table }));
    await page.getByLabel('导入财务导出…').setInputFiles(book);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('取了 3 行，共 880,000.00 元').waitFor();
    await expectAccessible(page);
    await shot(page, 'export');
    await dialog.getByLabel('资金性质 “本级财力”').selectOption('一般公共预算');
    await dialog.getByLabel('资金性质 “本级财力”').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: '导入勾选的' }).click();
    await page.getByRole('tab', { name: '基本支出' }).click();
    await cell(page, 1, 1).getByText('2010301').waitFor();
    await expect.poll(() => cell(page, 3, 1).textContent()).toBe('');

    // What last year left is confirmed sheet by sheet, or as a whole.
    const waiting = page.getByRole('region', { name: /待确认的数/ });
    await waiting.getByRole('button', { name: '确认', exact: false }).first().waitFor();
    await shot(page, 'confirm');
    await waiting
      .getByRole('button', { name: /全部确认|^确认/ })
      .last()
      .click();
    await waiting.waitFor({ state: 'detached' });
    await page.getByText('有改动只在这台电脑上').waitFor();
    // A reload loses nothing that is not saved yet.
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存到单位').waitFor();
    await page.getByText('第 1 版').first().waitFor();
    await expectAccessible(page);
    await shot(page, 'saved');
  });

  test('two write at once: other cells are merged, the same cell is asked for', async () => {
    const whole = { ...exampleLedger(2026), agency: { code: '302001', name: '数据局本级', level: 'unit' } };
    const file = join(site.folder, 'whole.json');
    await writeFile(file, JSON.stringify(whole));
    await desk.page.getByLabel('导入…', { exact: true }).setInputFiles(file);
    await desk.page.getByRole('dialog').getByRole('button', { name: '导入勾选的' }).click();
    await desk.page.getByRole('button', { name: '保存', exact: true }).click();
    await desk.page.getByText('第 2 版').first().waitFor();
    await desk.page.getByText('已保存到单位').waitFor();
    const address = new URL(desk.page.url()).pathname;
    await signIn(other, 'clerk2');
    await other.go(`${address}?sheet=basic`);
    await desk.page.getByRole('tab', { name: '基本支出' }).click();
    await write(desk.page, 1, 6, '964100');
    await write(desk.page, 2, 6, '1111');
    await desk.page.getByRole('button', { name: '保存', exact: true }).click();
    await desk.page.getByText('第 3 版').first().waitFor();
    await write(other.page, 1, 6, '964200');
    await write(other.page, 3, 6, '2222');
    await other.page.getByRole('button', { name: '保存', exact: true }).click();
    const asked = other.page.getByRole('status', { name: '两人改了同一格' });
    await asked.getByText('张经办和你改了同一格').waitFor();
    await asked.getByText('基本支出 第 1 行 金额').waitFor();
    await expectAccessible(other.page);
    await shot(other.page, 'conflict');
    await asked.getByRole('button', { name: '用对方的：964100' }).click();
    await other.page.getByRole('button', { name: '保存', exact: true }).click();
    await other.page.getByText('第 4 版').first().waitFor();
    for (const [row, text] of [
      [1, '964,100.00'],
      [2, '1,111.00'],
      [3, '2,222.00'],
    ] as const)
      await expect.poll(() => cell(other.page, row, 6).textContent()).toContain(text.replace('.00', ''));
    other.forgive(/409/);
    expect([desk.complaints, other.complaints]).toEqual([[], []]);
  });

  test('is handed up as it stands, read and returned with a remark on a cell, which leads the clerk there', async () => {
    const { page } = other;
    const file = join(site.folder, 'whole.json');
    await page.getByLabel('导入…', { exact: true }).setInputFiles(file);
    await page.getByRole('dialog').getByRole('button', { name: '导入勾选的' }).click();
    await page.getByText('没有发现问题').waitFor();
    // Handing up saves what is written before.
    await page.getByRole('button', { name: '送审' }).click();
    await page.getByRole('button', { name: '撤回' }).waitFor();
    await page.getByText('第 5 版').first().waitFor();
    await expect.poll(() => page.getByRole('button', { name: '保存', exact: true }).count()).toBe(0);
    const address = new URL(page.url()).pathname;

    const head = await visit(browser, site.url, 'desktop');
    await signIn(head, 'head');
    await head.go(`${address}?sheet=basic`);
    await head.page.locator('.rdg-summary-row').waitFor();
    await cell(head.page, 2, 6).click();
    await head.page.getByLabel('对“基本支出 第 2 行 金额”的意见').fill('请附测算');
    await head.page.getByRole('button', { name: '记下' }).click();
    await expectAccessible(head.page);
    await shot(head.page, 'remark');
    await head.page.getByRole('button', { name: '退回' }).click();
    const dialog = head.page.getByRole('dialog');
    await dialog.getByText('基本支出 第 2 行 金额：请附测算').waitFor();
    await dialog.getByLabel('理由').fill('有一处要补');
    await dialog.getByRole('button', { name: '退回' }).click();
    await head.page.getByText('编制中').first().waitFor();

    await signIn(desk, 'clerk');
    await desk.go(address);
    const remarks = desk.page.getByRole('region', { name: '意见' });
    await remarks.getByText('李审核退回：').waitFor();
    await remarks.getByRole('button', { name: '基本支出 第 2 行 金额' }).click();
    await cell(desk.page, 2, 6).waitFor();
    await desk.page.locator('.ledger-hand').getByText('第 2 行 · 金额').waitFor();
    await shot(desk.page, 'returned');
    await expectAccessible(desk.page);
    expect([desk.complaints, head.complaints]).toEqual([[], []]);
  });
});
