/** The operator's pages, walked at a desk and on a phone over real files of which some are nobody's yet. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument } from '@mingsuan/documents/read';
import { writeDocument } from '@mingsuan/documents/write';
import { configOf } from '@mingsuan/server/config';
import { type Running, startServer } from '@mingsuan/server/start';
import { importDocument } from '@mingsuan/store';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { builtPages } from './support/build.ts';
import { TOKEN } from './support/site.ts';
import { expectAccessible, SIZES, type Size, type Visitor, visit } from './support/visit.ts';

const SAMPLES = join(import.meta.dirname, '../../../samples');
const SHOTS = process.env.MINGSUAN_SHOTS;

async function filled(dataDir: string): Promise<void> {
  const store = await openNewStore(dataDir);
  for (const name of ['202-中共石家庄市鹿泉区委办公室-2021.json', '302-石家庄市数据资源管理局-2021.json']) {
    const bytes = await readFile(join(SAMPLES, name)).catch(() => undefined);
    if (!bytes) continue;
    await importDocument(store, { name, bytes });
    const { disclosures } = await readDocument(name, bytes);
    const nobody = { ...disclosures[0]!, agency: { name: '', level: 'department' as const } };
    for (const size of Object.keys(SIZES))
      await importDocument(store, {
        name: `公开-${size}.pdf`,
        bytes: await writeDocument([{ ...nobody, year: size === 'phone' ? 2019 : 2020 }], 'pdf'),
      });
    break;
  }
  await store.close();
}

describe.skipIf(!CHROMIUM)('the operator', () => {
  let folder: string;
  let running: Running;
  let browser: Browser;

  beforeAll(async () => {
    await builtPages();
    folder = await mkdtemp(join(tmpdir(), 'mingsuan-operator-'));
    const dataDir = join(folder, 'data');
    await filled(dataDir);
    const config = configOf(
      { PORT: '0', LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0', MINGSUAN_ADMIN_TOKEN: TOKEN },
      folder,
    );
    running = await startServer({ ...config, dataDir }, pino({ level: 'silent' }));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await closeWindows();
    await running?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const size of Object.keys(SIZES) as Size[]) {
    describe(size, () => {
      let visitor: Visitor;
      const shot = (name: string) =>
        SHOTS ? visitor.page.screenshot({ path: join(SHOTS, `${size}-${name}.png`), fullPage: true }) : undefined;
      beforeAll(async () => {
        visitor = await visit(browser, running.url, size);
        await visitor.go('/operator');
        await visitor.page.getByText('这里只有管理员能看。').waitFor();
        await visitor.page.locator('main').getByRole('button', { name: '管理员' }).click();
        await visitor.page.getByLabel('管理员令牌').fill(TOKEN);
        await visitor.page.getByRole('button', { name: '进入' }).click();
        visitor.forgive(/401/);
      });
      afterAll(async () => {
        expect(visitor.complaints).toEqual([]);
        await visitor.leave();
      });

      test('a file of nobody is looked at, confirmed, and found in the log, where that is undone', async () => {
        const { page } = visitor;
        const file = page.locator('.inbox-file', { hasText: `公开-${size}.pdf` });
        await file.getByText('没有认出单位').waitFor();
        await file.getByRole('button', { name: '看原件' }).click();
        await file.locator('img').waitFor();
        await expectAccessible(page);
        await shot('inbox');
        await file.getByRole('button', { name: '认定…' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('单位', { exact: true }).fill(`鹿泉区${size}局`);
        await dialog.getByLabel('谁改的').fill('张审核');
        await dialog.getByLabel('理由').fill('封面写明');
        await expectAccessible(page);
        await shot('ruling');
        await dialog.getByRole('button', { name: '认定' }).click();
        await file.waitFor({ state: 'detached' });
        await page.getByRole('button', { name: /^已公开/ }).click();
        await file.getByText(`鹿泉区${size}局（部门）`).waitFor();
        await page.getByRole('link', { name: '改动记录' }).click();
        const row = page.getByRole('row', { name: new RegExp(`^认定：公开-${size}`) });
        await row.getByText('张审核').waitFor();
        await expectAccessible(page);
        await shot('changes');
        await row.getByRole('button', { name: '撤销' }).click();
        await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
        await row.getByText('已撤销').waitFor();
      });

      test('an agency is renamed, and that is undone', async () => {
        const { page } = visitor;
        await page.getByRole('link', { name: '单位', exact: true }).click();
        const row = page.getByRole('row', { name: /中共石家庄市鹿泉区委办公室/ });
        await row.getByRole('button', { name: /^修改/ }).click();
        await page.getByRole('dialog').getByLabel('单位', { exact: true }).fill(`鹿泉区委办${size}`);
        await expectAccessible(page);
        await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
        await page.getByRole('row', { name: new RegExp(`鹿泉区委办${size}`) }).waitFor();
        await shot('agencies');
        await page.getByRole('link', { name: '改动记录' }).click();
        const change = page.getByRole('row', { name: /^改名：中共石家庄市鹿泉区委办公室/ }).first();
        await change.getByRole('button', { name: '撤销' }).click();
        await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
        await change.getByText('已撤销').waitFor();
      });

      test('the address of what was taken back says when, by whom and why, in both languages', async () => {
        const { page } = visitor;
        const headers = { authorization: `Bearer ${TOKEN}` };
        const api = `${running.url}/api/v1`;
        const [agency] = (await (await page.request.get(`${api}/agencies?q=鹿泉区委办公室`)).json()).items;
        const [{ id, year, stage }] = (await (await page.request.get(`${api}/agencies/${agency.id}`)).json())
          .disclosures;
        const { document } = await (await page.request.get(`${api}/disclosures/${id}`)).json();
        const rule = (data: object) => page.request.put(`${api}/inbox/${document.id}/ruling`, { headers, data });
        await rule({ ruling: { kind: 'withdrawn' }, person: '王管理', reason: '重复' });
        const own = `/a/${agency.region}/${agency.slug}`;
        for (const path of [`${own}/${year}/${stage}`, `/disclosure/${id}`, own]) {
          await page.goto(running.url + path);
          await page.getByText(/这份公开文本已撤下。时间：[-\d]+；办理：王管理；理由：重复。/).waitFor();
          await expectAccessible(page);
        }
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByText(/This text was withdrawn on [-\d]+ by 王管理/).waitFor();
        await page.getByRole('button', { name: '中文' }).click();
        await rule({ ruling: null });
        await expect.poll(async () => (await page.request.get(`${api}/disclosures/${id}`)).status()).toBe(200);
        // The browser tells of every refused request; here they were meant to be refused.
        visitor.forgive(/410/);
      });

      test('findings are released rule by rule with the keyboard alone', async () => {
        const { page } = visitor;
        await visitor.go('/operator/release');
        await page.getByRole('heading', { name: '按规则' }).waitFor();
        const focused = () =>
          page.evaluate(
            () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
          );
        /** Tabs on until what has the focus is called so. */
        const tabTo = async (name: RegExp, key = 'Tab') => {
          for (let i = 0; i < 150 && !name.test(await focused()); i += 1) await page.keyboard.press(key);
          expect(await focused()).toMatch(name);
        };
        // A rule is called by its id until the titles are there.
        const first = page.locator('[aria-expanded=false].link-button').first();
        await expect.poll(() => first.textContent()).toMatch(/\p{Script=Han}/u);
        const rule = await first.textContent();
        await tabTo(new RegExp(`^${rule}$`));
        await page.keyboard.press('Enter');
        const found = page.locator('.rule-findings .finding');
        await found.first().waitFor();
        expect(await focused()).toBe(rule);
        await expectAccessible(page);
        await shot('rule');
        const drafts = found.getByText('草稿');
        const all = await drafts.count();
        await tabTo(/^发布：/);
        await page.keyboard.press('Enter');
        await expect.poll(() => drafts.count()).toBe(all - 1);
        // The same button takes it back: the focus stayed.
        expect(await focused()).toMatch(/^收回：/);
        await page.keyboard.press('Enter');
        await expect.poll(() => drafts.count()).toBe(all);
        for (const [name, left, key] of [
          ['发布已查出的', 0, 'Shift+Tab'],
          ['收回已查出的', all, 'Tab'],
        ] as const) {
          await tabTo(new RegExp(`^${name}$`), key);
          await page.keyboard.press('Enter');
          await expect.poll(() => drafts.count()).toBe(left);
        }
        await tabTo(/^关闭$/);
        await page.keyboard.press('Enter');
        await found.first().waitFor({ state: 'detached' });
        expect(await focused()).toBe(rule);
      });

      test('imports, releases, the roster and the system are looked at; a backup is made', async () => {
        const { page } = visitor;
        await page.getByRole('link', { name: '发布', exact: true }).click();
        await page.getByRole('heading', { name: '还有草稿的公开文本' }).waitFor();
        await page.getByLabel('供参考').click();
        await page.getByText('自动发布', { exact: true }).first().waitFor();
        await expectAccessible(page);
        await shot('release');
        await page.getByRole('link', { name: '名录', exact: true }).click();
        await page.getByLabel('由表格导入…').setInputFiles({
          name: '名录.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(`单位名称,年度,文种,截止日期,依据\n某${size}局,2024,预算,2024-02-28,财预〔2016〕143号\n`),
        });
        await page.getByText('导入了 1 条。').waitFor();
        await page.getByText(`某${size}局（部门）`).waitFor();
        await expectAccessible(page);
        await shot('roster');
        await page.getByRole('link', { name: '导入', exact: true }).click();
        await page.getByLabel('导入文件…').setInputFiles({
          name: `坏-${size}.pdf`,
          mimeType: 'application/pdf',
          buffer: Buffer.from(`%PDF-1.4 ${size}`),
        });
        await page.getByRole('button', { name: '上传的 1 个文件' }).first().click();
        // Exactly: the page's lead speaks of what was not read, too.
        await page.getByText('没有读成', { exact: true }).waitFor();
        await expectAccessible(page);
        await shot('imports');
        await page.getByRole('link', { name: '运行', exact: true }).click();
        await page.getByRole('button', { name: '现在备份' }).click();
        await page
          .getByText(/mingsuan-\d+T\d+\.backup/)
          .first()
          .waitFor();
        await expectAccessible(page);
        await shot('system');
      });
    });
  }
});
