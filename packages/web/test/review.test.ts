/** The reviewer's desk in the browser: a folder comes in, findings are decided on, one is drawn, a letter goes out, the corrected text comes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grantRole, invitePerson, setPasswordByToken, TERMINAL } from '@mingsuan/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinesePdf } from '../../cli/test/pdf-samples.ts';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { type OfficeSite, openOffice, PASSWORD, signIn } from './support/office.ts';
import { expectAccessible, settled, type Visitor, visit } from './support/visit.ts';

const SHOTS = process.env.MINGSUAN_SHOTS;

/** A text of three pages; `sentence` stands on its second. */
const text = (sentence: string) =>
  chinesePdf([
    ['示例市司法局2026年部门预算'],
    ['示例市司法局主要职能', sentence, '负责人民调解。'],
    [
      '2026年部门预算编制说明',
      '2026年，示例市司法局收入预算100.00万元，其中：财政拨款收入100.00万元，比2026年预算增加20.00万元。',
    ],
  ]);

describe.skipIf(!CHROMIUM)('the reviewer’s desk', () => {
  let site: OfficeSite;
  let browser: Browser;
  let desk: Visitor;
  const shot = (page: Page, name: string) =>
    SHOTS ? page.screenshot({ path: join(SHOTS, `review-${name}.png`), fullPage: true }) : undefined;

  beforeAll(async () => {
    [site, browser] = await Promise.all([
      openOffice(async (store, { region }) => {
        const { id, token } = await invitePerson(store, { login: 'office2', name: '林业务处' }, TERMINAL);
        await setPasswordByToken(store, token, PASSWORD, '');
        const grant = {
          unitId: region,
          role: 'bureau-office',
          deputyOf: null,
          since: '2020-01-01',
          until: null,
        } as const;
        await grantRole(store, { personId: id, ...grant }, TERMINAL);
      }),
      openBrowser(),
    ]);
    await mkdir(join(site.folder, 'texts'));
    await writeFile(join(site.folder, 'texts', '司法局.pdf'), text('主管全市法治宣传工作。。'));
    await writeFile(join(site.folder, 'texts', '改正稿.pdf'), text('主管全市法治宣传工作。'));
    desk = await visit(browser, site.url, 'desktop');
  });
  afterAll(async () => {
    await closeWindows();
    await site?.close();
  });

  test('from the folder to the letter and the corrected text', async () => {
    const { page, go } = desk;
    await signIn(desk, 'office');
    await go('/office/reviews');
    await page.getByLabel('名称').first().fill('2026年预算公开检查');
    await page.getByLabel('改正期限').fill('2026-03-20');
    await page.getByRole('button', { name: '建立' }).first().click();
    await page.getByRole('link', { name: '2026年预算公开检查（鹿泉区）' }).click();
    await page.getByText('还没有收到：302 数据局').waitFor();
    await page.getByLabel('文件', { exact: true }).setInputFiles(join(site.folder, 'texts', '司法局.pdf'));
    await page.getByRole('button', { name: '上传' }).click();
    await page.getByText('新收入 1 份。').waitFor();
    await page.getByText(/打开 2（错误 1）/).waitFor({ timeout: 60_000 });
    await page.getByLabel('选中 示例市司法局').check();
    await page.getByLabel('给谁').selectOption({ label: '冯专家' });
    await page.getByRole('button', { name: '分派' }).click();
    await page.getByRole('cell', { name: '冯专家' }).waitFor();
    await expectAccessible(page);
    await shot(page, 'batch');

    await signIn(desk, 'expert');
    await go('/office/reviews');
    await page.getByRole('link', { name: '2026年预算公开检查（鹿泉区）' }).click();
    await page.getByRole('link', { name: '示例市司法局' }).click();
    const list = page.getByRole('region', { name: '问题', exact: true });
    await page.locator('.finding-message', { hasText: '比2026年预算增加' }).click();
    await page.waitForFunction(
      () => (document.querySelector('.review-page img') as HTMLImageElement | null)?.naturalWidth,
    );
    await page.getByRole('button', { name: /^不予采纳：.*2026/ }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('上年口径');
    await page.getByRole('dialog').getByRole('button', { name: '不予采纳' }).click();
    await page.getByText(/不予采纳：上年口径（冯专家/).waitFor();
    // A frame is drawn on the page.
    const picture = page.locator('.review-page');
    await picture.scrollIntoViewIfNeeded();
    const at = (await picture.boundingBox())!;
    await page.mouse.move(at.x + 40, at.y + 40);
    await page.mouse.down();
    await page.mouse.move(at.x + 200, at.y + 120, { steps: 4 });
    await page.mouse.up();
    const add = page.getByRole('form', { name: '加一个问题' });
    await expect.poll(() => add.getByLabel('框出的位置').inputValue()).toMatch(/^\d+ \d+ \d+ \d+$/);
    await add.getByLabel('问题', { exact: true }).fill('封面没有盖章');
    await add.getByRole('button', { name: '加上' }).click();
    await list.getByText('自己加的（冯专家）').waitFor();
    await page.getByRole('button', { name: '写结论：及时公开部门预算' }).click();
    await page.getByRole('dialog').getByLabel('符合').selectOption({ label: '是' });
    await page.getByRole('dialog').getByLabel('说明').fill('三月一日公开');
    await page.getByRole('dialog').getByRole('button', { name: '写结论' }).click();
    await page.getByText('三月一日公开（冯专家）').waitFor();
    await settled(page);
    await expectAccessible(page);
    await shot(page, 'text');
    await page.getByRole('button', { name: '交审' }).click();
    await page.getByRole('button', { name: '撤回' }).waitFor();

    await signIn(desk, 'office2');
    await go('/office/reviews');
    await page.getByRole('link', { name: '2026年预算公开检查（鹿泉区）' }).click();
    await page.getByRole('link', { name: '示例市司法局' }).click();
    const body = page.getByLabel('内容，一行一段，可以改');
    await body.waitFor();
    await expect.poll(() => body.inputValue()).toContain('封面没有盖章');
    await expectAccessible(page);
    await shot(page, 'letter');
    await page.getByRole('button', { name: '发函，问题改为已告知' }).click();
    await page.getByText(/关于示例市司法局2026年预算公开文本检查情况的函（林业务处）/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'docx', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/检查情况的函\.docx$/);
    await page.getByLabel('改正稿').setInputFiles(join(site.folder, 'texts', '改正稿.pdf'));
    await page.getByRole('button', { name: '收改正稿' }).click();
    await list.getByText('改了', { exact: true }).first().waitFor({ timeout: 60_000 });
    await settled(page);
    await expectAccessible(page);
    await shot(page, 'second-round');
    await go('/office/reviews');
    await page.getByRole('table', { name: '规则' }).waitFor();
    await expectAccessible(page);
    await shot(page, 'statistics');
    expect(desk.complaints).toEqual([]);
  });
});
