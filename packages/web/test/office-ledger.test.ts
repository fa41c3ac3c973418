/** A unit's ledger within its round: written by two, merged, handed up, read and returned with remarks on cells. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { discloseLedger } from '@mingsuan/core/disclose';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateOf } from '@mingsuan/core/ledger/template-of';
import { writeDocument } from '@mingsuan/documents/write';
import { writeTable } from '@mingsuan/documents/xlsx/write-table';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { type OfficeSite, openOffice, signIn } from './support/office.ts';
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
    [site, browser] = await Promise.all([openOffice(), openBrowser()]);
    desk = await visit(browser, site.url, 'desktop');
    other = await visit(browser, site.url, 'desktop');
  });
  afterAll(async () => {
    await closeWindows();
    await site?.close();
  });

  test('from last year’s published document and a finance export to a whole budget, in so many clicks', async () => {
    const { page } = desk;
    let clicks = 0;
    const click = (name: string | RegExp) => {
      clicks++;
      return page.getByRole('button', { name, exact: true }).click();
    };
    // A file is chosen by a click on the button that stands for its field.
    const choose = (label: string, file: string) => {
      clicks++;
      return page.getByLabel(label).setInputFiles(file);
    };
    await signIn(desk, 'clerk');
    await page.getByLabel('年度').fill('2026');
    await click('建立');
    await page.getByText('从哪里开始编').waitFor();
    await expectAccessible(page);
    await shot(page, 'begin');
    const last = exampleLedger(2025);
    const { disclosure } = discloseLedger(last, templateOf(last)!);
    const published = join(site.folder, '2025.pdf');
    await writeFile(published, await writeDocument([disclosure], 'pdf'));
    await choose('上年公开的文本', published);
    await page.getByRole('dialog').getByText('从“2025.pdf”读出').waitFor();
    await click('开始编');
    await page.getByRole('heading', { name: '待确认的数' }).waitFor();
    await page.getByRole('heading', { name: '数据局本级 2026年' }).waitFor();

    // A year's export: one word that nobody knows is explained once.
    const columns = ['项目类别', '项目名称', '功能分类', '部门经济分类', '资金性质', '资金来源', '金额'];
    const rows = [
      ['人员类', '', '2010301', '30101', '一般公共预算', '年初安排', '500000'],
      ['公用经费', '', '2010301', '30201', '一般公共预算', '年初安排', '80000'],
      ['其他运转项目', '政务数据共享平台运行维护', '2010399', '30213', '本级财力', '年初安排', '300000'],
      ['其他运转项目', '办公设备更新', '2010399', '31002', '一般公共预算', '年初安排', '200000'],
    ];
    const book = join(site.folder, 'export.xlsx');
    const table = rows.map((row) => Object.fromEntries(row.map((text, i) => [columns[i]!, text])));
    const titled = columns.map((id) => ({ id, title: id }));
    await writeFile(book, await writeTable({ name: '预算', columns: titled, rows: table }));
    await choose('导入财务导出…', book);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('取了 4 行，共 1,080,000.00 元').waitFor();
    await expectAccessible(page);
    await shot(page, 'export');
    clicks++;
    await dialog.getByLabel('资金性质 “本级财力”').selectOption('一般公共预算');
    await dialog.getByLabel('资金性质 “本级财力”').waitFor({ state: 'detached' });
    await click('导入勾选的');
    await page.getByRole('tab', { name: '基本支出' }).click();
    await cell(page, 1, 1).getByText('2010301').waitFor();
    await expect.poll(() => cell(page, 3, 1).textContent()).toBe('');

    // What last year left in other sheets is confirmed as a whole; what nobody answered is answered.
    const waiting = page.getByRole('region', { name: /待确认的数/ });
    await page
      .getByRole('region', { name: /还没有回答/ })
      .or(page.getByText('没有发现问题'))
      .first()
      .waitFor();
    if (await waiting.count()) {
      clicks++;
      await waiting
        .getByRole('button', { name: /全部确认|^确认/ })
        .last()
        .click();
      await waiting.waitFor({ state: 'detached' });
    }
    const open = page.getByRole('button', { name: /：无$/ });
    for (let left = await open.count(); left > 0; left--) {
      clicks++;
      await open.first().click();
      await expect.poll(() => open.count()).toBe(left - 1);
    }
    await shot(page, 'answered');
    // Words are written where they stand: Enter goes on to the next.
    await click(/预览里逐处写/);
    await page.locator('.ledger-pages .ledger-todo').first().waitFor();
    await click('下一处要写的');
    let written = 0;
    for (; await page.locator('.ledger-here').count(); written++) {
      await page.keyboard.type('按今年的工作任务安排');
      await page.keyboard.press('Enter');
    }
    await page.getByText('没有要写的了').waitFor();
    await expectAccessible(page);
    await shot(page, 'whole');
    // A reload loses nothing that is not saved yet.
    await page.getByText('有改动只在这台电脑上').waitFor();
    await page.reload();
    await settled(page);
    await click('保存');
    await page.getByText('已保存到单位').waitFor();
    await page.getByText('第 1 版').first().waitFor();
    // What was saved just now is handed up, and taken back to go on.
    await click('送审');
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).waitFor();
    // As in docs/office.md.
    expect({ clicks, written }).toEqual({ clicks: 13, written: 9 });
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
