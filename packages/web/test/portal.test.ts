/** A reader and a reviewer walk through every page, at a desk and on a phone. */
import { readFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openSite, type Site } from './support/site.ts';
import { expectAccessible, SIZES, type Size, settled, type Visitor, visit } from './support/visit.ts';

if (!CHROMIUM) console.log('没有找到 chromium，跳过网页的浏览器测试；装上 chromium 后再运行。');

describe.skipIf(!CHROMIUM)('the portal', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([
      openSite(),
      chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-dev-shm-usage'] }),
    ]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const size of Object.keys(SIZES) as Size[]) {
    describe(size, () => {
      let visitor: Visitor;
      beforeAll(async () => {
        visitor = await visit(browser, site.url, size);
      });
      afterAll(async () => {
        expect(visitor.complaints).toEqual([]);
        await visitor.leave();
      });

      test.each<[string, () => string, string]>([
        ['home', () => '/', '钱从哪里来'],
        ['search', () => '/?q=数据', '数据资源管理局'],
        ['nothing found', () => '/?q=没有这样的词', '没有找到“没有这样的词”'],
        ['agency', () => `/agency/${site.agency}`, '法定报表'],
        ['disclosure', () => `/disclosure/${site.disclosure}`, '2022 年预算'],
        ['compare', () => `/compare?agencies=1,${site.agency}`, '支出总计'],
        ['region', () => '/region/130100', '石家庄市总览'],
        ['open data', () => '/data', '列的含义'],
        ['check', () => '/check', '把文件拖到这里'],
        ['unknown page', () => '/nowhere', '没有找到这一页'],
      ])('%s', async (_, path, text) => {
        await visitor.go(path());
        await visitor.page.getByText(text).first().waitFor();
        await expectAccessible(visitor.page);
      });

      test('searching while typing, then on to the agency', async () => {
        const { page } = visitor;
        await visitor.go('/');
        await page.getByRole('searchbox').fill('电子政务');
        await page.getByRole('link', { name: '石家庄市电子政务中心' }).first().click();
        await page.getByRole('heading', { level: 1, name: '石家庄市电子政务中心' }).waitFor();
      });

      test('a chart as a table, deeper by keyboard', async () => {
        const { page } = visitor;
        await visitor.go(`/agency/${site.agency}`);
        const part = page.locator('#composition');
        await part.scrollIntoViewIfNeeded();
        await part.getByRole('button', { name: '表', exact: true }).press('Enter');
        await part.getByRole('table').getByRole('button').first().press('Enter');
        await part.getByRole('button', { name: '全部' }).waitFor();
        expect(await part.getByRole('table').getByRole('row').count()).toBeGreaterThan(1);
      });

      test('a figure leads to its framed place on the page', async () => {
        const { page } = visitor;
        await visitor.go(`/disclosure/${site.disclosure}`);
        const figure = page.locator('#tables .figure-link').first();
        await figure.click();
        const picture = page.locator('.source img');
        await picture.waitFor();
        await page.waitForFunction(() => (document.querySelector('.source img') as HTMLImageElement).naturalWidth > 0);
        expect(await picture.getAttribute('src')).toContain('frame=');
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await picture.waitFor({ state: 'detached' });
        expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
      });

      test('a file is checked, a problem shown on its page and dismissed with a reason', async () => {
        const { page } = visitor;
        await visitor.go('/check');
        await page.locator('input[type=file]').setInputFiles(site.pdf);
        await page.waitForURL(/\/check\/.+/);
        const problem = page.locator('.finding').first();
        await problem.waitFor({ timeout: 40_000 });
        await expectAccessible(page);
        const before = await page.locator('.finding').count();
        await problem.locator('button.finding-message').click();
        await page.waitForFunction(() => (document.querySelector('.source img') as HTMLImageElement)?.naturalWidth > 0);
        await page.locator('.source').getByRole('button', { name: '关闭' }).click();
        await problem.getByRole('button', { name: /^核销/ }).click();
        await page.getByRole('dialog').getByRole('button', { name: '核销', exact: true }).click();
        await page.getByText('请写下理由').waitFor();
        await page.getByLabel('理由').fill('已经和单位核实');
        await page.getByRole('dialog').getByRole('button', { name: '核销', exact: true }).click();
        await page.waitForFunction((count) => document.querySelectorAll('.finding').length < count, before);
        await page.getByLabel('显示已核销的').check();
        await page.getByText('已核销：已经和单位核实').waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: '数据', exact: true }).click(),
        ]);
        expect((await readFile((await download.path())!)).length).toBeGreaterThan(100);
      });
    });
  }

  test('a comparison is in its address, and downloads as CSV', async () => {
    const { page, go, leave } = await visit(browser, site.url, 'desktop');
    await go('/compare');
    await page.getByLabel('部门和单位').fill('电子政务');
    await page.getByText('石家庄市电子政务中心 ·').click();
    await page.waitForURL(/agencies=\d+/);
    await page.reload();
    await settled(page);
    await page.getByRole('link', { name: '石家庄市电子政务中心' }).first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 CSV' }).click(),
    ]);
    expect(await readFile((await download.path())!, 'utf8')).toContain('石家庄市电子政务中心,2021');
    await leave();
  });

  test('English and dark stay chosen', async () => {
    const { page, go, leave } = await visit(browser, site.url, 'desktop');
    await go('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: /dark/i }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Where the money comes from' }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.mode])).toEqual([
      'en',
      'dark',
    ]);
    await expectAccessible(page);
    await leave();
  });

  test('a server that cannot be reached is said in words, with a way on', async () => {
    const { page, go, leave } = await visit(browser, site.url, 'desktop');
    await page.route('**/api/v1/regions', (route) => route.abort());
    await go('/');
    await page.getByText('没有连上服务器').waitFor({ timeout: 20_000 });
    await page.unroute('**/api/v1/regions');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByText('石家庄市', { exact: true }).waitFor();
    await leave();
  });
});
