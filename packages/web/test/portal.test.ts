/** A reader, a reviewer and the operator walk through every page, at a desk and on a phone. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECTIONS } from '../src/pages/operator/sections.ts';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { openSite, type Site, TOKEN } from './support/site.ts';
import {
  expectAccessible,
  pictureShown,
  SIZES,
  type Size,
  settled,
  untoldChinese,
  type Visitor,
  visit,
} from './support/visit.ts';

if (!CHROMIUM) console.log('没有找到 chromium，跳过网页的浏览器测试；装上 chromium 后再运行。');

describe.skipIf(!CHROMIUM)('the portal', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
  });

  afterAll(async () => {
    await closeWindows();
    await site?.close();
  });

  /** Each page of the portal and of its operation, by an address that shows something. */
  const everyPage = (): readonly string[] => [
    '/',
    '/?q=支出',
    `/disclosure/${site.disclosure}`,
    `/compare?agencies=1,${site.agency}`,
    '/region/130100',
    '/item/function/2080505',
    '/item/economic/30201',
    '/item/measure/three-publics',
    '/data',
    '/learn',
    '/check',
    '/ledger',
    '/ledger/none',
    '/results',
    '/survey',
    '/office/work',
    '/nowhere',
    ...SECTIONS.map((section) => `/operator/${section}`),
  ];

  for (const size of Object.keys(SIZES) as Size[]) {
    describe(size, () => {
      test.each([['zh'], ['en']] as const)('every page, in %s', async (language) => {
        const reader = await visit(browser, site.url, size);
        await reader.page.addInitScript(
          ([chosen, token]) => {
            localStorage.setItem('mingsuan.language', chosen!);
            sessionStorage.setItem('mingsuan.operator', token!);
          },
          [language, TOKEN],
        );
        for (const path of everyPage()) {
          await reader.go(path);
          expect([path, await reader.page.getByRole('heading', { level: 1 }).count()]).toEqual([path, 1]);
          await expectAccessible(reader.page, ['minor']);
          if (language === 'en') expect([path, await untoldChinese(reader.page)]).toEqual([path, []]);
        }
        expect(reader.complaints).toEqual([]);
        await reader.leave();
      });

      let visitor: Visitor;
      beforeAll(async () => {
        visitor = await visit(browser, site.url, size);
      });
      afterAll(async () => {
        expect(visitor.complaints).toEqual([]);
        await visitor.leave();
      });

      test('from the start by searching while typing to an agency', async () => {
        const { page } = visitor;
        await visitor.go('/');
        await page.getByText('钱从哪里来').waitFor();
        await page.getByText('石家庄市', { exact: true }).waitFor();
        await expectAccessible(page);
        const box = page.getByRole('searchbox');
        await box.fill('没有这样的词');
        await page.getByText('没有找到“没有这样的词”').waitFor();
        await box.fill('电子政务');
        const hit = page.getByRole('link', { name: '石家庄市电子政务中心' }).first();
        await hit.waitFor();
        await expectAccessible(page);
        await hit.click();
        await page.getByRole('heading', { level: 1, name: '石家庄市电子政务中心' }).waitFor();
      });

      test('an agency, deeper into what it is spent on by keyboard', async () => {
        const { page } = visitor;
        await visitor.go(`/agency/${site.agency}`);
        await page.getByText('法定报表').first().waitFor();
        const part = page.locator('#composition');
        await part.scrollIntoViewIfNeeded();
        await part.getByRole('table').getByRole('button').first().press('Enter');
        await part.getByRole('button', { name: '全部' }).waitFor();
        await expect.poll(() => part.getByRole('table').getByRole('row').count()).toBeGreaterThan(1);
        await expectAccessible(page);
      });

      test('a figure of a disclosure leads to its framed place on the page', async () => {
        const { page } = visitor;
        // An address by number leads to the lasting one, and what it names is unfolded there.
        await visitor.go(`/disclosure/${site.disclosure}#tables`);
        await page.waitForURL(/\/a\/\d{6}\/[^/]+\/2022\/budget#tables$/);
        await page.getByText('2022 年预算').first().waitFor();
        const figure = page.locator('#tables .figure-link').first();
        await figure.click();
        await pictureShown(page);
        const picture = page.locator('.source img');
        await expect.poll(() => picture.getAttribute('src')).toContain('frame=');
        expect(page.url()).toContain('see=');
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await picture.waitFor({ state: 'detached' });
        await expect.poll(() => figure.evaluate((element) => element === document.activeElement)).toBe(true);
      });

      test.each<[string, () => string, string]>([
        ['compare', () => `/compare?agencies=1,${site.agency}`, '支出总计'],
        ['region', () => '/region/130100', '各张表公开得怎样'],
        ['open data', () => '/data', '列的含义'],
        ['an item', () => '/item/measure/three-publics', '谁在花'],
        ['how to read', () => '/learn', '名词解释'],
        ['unknown page', () => '/nowhere', '没有找到这一页'],
      ])('%s', async (_, path, text) => {
        await visitor.go(path());
        await visitor.page.getByText(text).first().waitFor();
        await expectAccessible(visitor.page);
      });

      test('the data page says the licence that the data says', async () => {
        const { page } = visitor;
        await visitor.go('/data');
        const answer = await page.request.get(`${site.url}/api/v1/exports/datapackage.json`);
        const [licence] = (await answer.json()).licenses;
        const link = page.locator('a[rel=license]');
        await link.waitFor();
        expect([await link.textContent(), await link.getAttribute('href')]).toEqual([licence.title, licence.path]);
      });

      test('an agency is printed without tools, and no part above another', async () => {
        const { page } = visitor;
        await visitor.go(`/agency/${site.agency}`);
        await page.getByText('法定报表').first().waitFor();
        await page.emulateMedia({ media: 'print' });
        const grids = await page.evaluate(() => {
          const above = (element: Element | null): Element[] =>
            element ? [element, ...above(element.parentElement)] : [];
          const around = [...document.querySelectorAll('main .card')].flatMap(({ parentElement }) =>
            above(parentElement),
          );
          return [...new Set(around)].filter((one) => /grid|flex/.test(getComputedStyle(one).display)).map(String);
        });
        const tools = await page.locator('.sections, .share, .follow, main .button').filter({ visible: true }).count();
        await page.emulateMedia({ media: 'screen' });
        expect([grids, tools]).toEqual([[], 0]);
      });

      test('a file is checked, a problem shown on its page and dismissed with a reason', async () => {
        const { page } = visitor;
        await visitor.go('/check');
        await page.getByText('把文件拖到这里').waitFor();
        await expectAccessible(page);
        await page.locator('input[type=file]').setInputFiles(site.pdf);
        await page.waitForURL(/\/check\/.+/);
        const problem = page.locator('.finding').first();
        await problem.waitFor({ timeout: 40_000 });
        await page.getByText('识别为').waitFor();
        await expectAccessible(page);
        const before = await page.locator('.finding').count();
        await problem.locator('button.finding-message').click();
        await pictureShown(page);
        await page.locator('.source').getByRole('button', { name: '关闭' }).click();
        await problem.getByRole('button', { name: /^不予采纳/ }).click();
        await page.getByRole('dialog').getByRole('button', { name: '不予采纳', exact: true }).click();
        await page.getByText('请写下理由').waitFor();
        await page.getByLabel('理由').fill('已经和单位核实');
        await page.getByRole('dialog').getByRole('button', { name: '不予采纳', exact: true }).click();
        await page.waitForFunction((count) => document.querySelectorAll('.finding').length < count, before);
        for (let left = before - 1; left > 0; left--) {
          await problem.getByRole('button', { name: /^不予采纳/ }).click();
          await page.getByLabel('理由').fill('口径不同');
          await page.getByRole('dialog').getByRole('button', { name: '不予采纳', exact: true }).click();
          await page.waitForFunction((count) => document.querySelectorAll('.finding').length < count, left);
        }
        await page.getByText('问题都不予采纳了').waitFor();
        await page.getByLabel('显示不予采纳的').check();
        await page.getByText('不予采纳：已经和单位核实').waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: '数据', exact: true }).click(),
        ]);
        expect((await readFile((await download.path())!)).length).toBeGreaterThan(100);
      });
    });
  }

  describe('at a desk', () => {
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = await visit(browser, site.url, 'desktop');
    });
    afterAll(async () => {
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    });

    test('more hits come when asked for, and one leads to its row', async () => {
      const { page } = visitor;
      // What several documents print in the same words is one hit; each line of a budget is one of its own.
      await visitor.go('/?q=支出&kind=line');
      const hits = page.locator('.hit');
      const before = await hits.count();
      await page.getByRole('button', { name: '再显示' }).click();
      await page.waitForFunction((count) => document.querySelectorAll('.hit').length > count, before);
      await hits.last().getByRole('link').first().click();
      await page.waitForURL(/#tables$/);
      await page.locator('#tables .figure-link').first().waitFor();
    });

    test('a comparison is in its address, and downloads as CSV', async () => {
      const { page } = visitor;
      await visitor.go('/compare');
      await page.getByLabel('部门和单位').fill('电子政务');
      await page.getByText('石家庄市电子政务中心 ·').click();
      await page.waitForURL((url) => url.searchParams.get('agencies') === '130100/石家庄市电子政务中心');
      await page.reload();
      await settled(page);
      await page.getByRole('link', { name: '石家庄市电子政务中心' }).first().waitFor();
      await page.getByText('同类不足 5 个').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载 CSV' }).click(),
      ]);
      expect(await readFile((await download.path())!, 'utf8')).toContain('石家庄市电子政务中心,2021');
    });

    // Not collected is not unpublished: only the roster says who had to publish.
    test.each([
      ['who is not collected', 'not-collected', '未收录', 2],
      ['who has not published', 'not-published', '未公开', 1],
    ])('%s is one step from the overview', async (_, show, name, count) => {
      const { page } = visitor;
      await visitor.go('/region/130100?year=2022');
      const tile = page.locator('.tile', { hasText: name });
      await tile.getByRole('link', { name: String(count), exact: true }).click();
      await page.waitForURL((url) => url.searchParams.get('show') === show);
      await page.getByRole('button', { name: `${name} ${count}`, exact: true, pressed: true }).waitFor();
      await expect
        .poll(() => page.locator('#agencies').getByText('财预〔2016〕143号').count())
        .toBe(show === 'not-published' ? 1 : 0);
    });

    test('a figure of a text file is shown in its line', async () => {
      const { page } = visitor;
      await visitor.go(`/disclosure/${site.text}#tables`);
      await page.locator('#tables .figure-link').first().click();
      const figure = await page.locator('.source strong').textContent();
      await expect.poll(() => page.locator('.source-lines mark').textContent()).toBe(figure);
    });

    test('the operator dismisses a published problem for all, and takes it back', async () => {
      const { page } = visitor;
      await visitor.go(`/disclosure/${site.disclosure}`);
      const checks = page.locator('#checks');
      await checks.locator('.finding').first().waitFor();
      await expect.poll(() => checks.getByRole('button', { name: /^不予采纳/ }).count()).toBe(0);
      await page.getByRole('button', { name: '管理员' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('管理员令牌').fill('not the right token');
      await dialog.getByRole('button', { name: '进入' }).click();
      await dialog.getByText('令牌不对').waitFor();
      await expectAccessible(page);
      await dialog.getByLabel('管理员令牌').fill(TOKEN);
      await dialog.getByRole('button', { name: '进入' }).click();
      await checks
        .getByRole('button', { name: /^不予采纳/ })
        .first()
        .click();
      await dialog.getByLabel('理由').fill('口径不同');
      await dialog.getByRole('button', { name: '不予采纳', exact: true }).click();
      await checks.getByText('不予采纳：口径不同').waitFor();
      await page.reload();
      await checks.getByRole('button', { name: /^恢复/ }).click();
      await checks.getByText('不予采纳：口径不同').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('operator');
      await page.getByRole('button', { name: '退出管理员' }).click();
      // The browser tells of every refused request; here two were meant to be refused.
      visitor.forgive(/401/);
    });

    test('the API explained', async () => {
      await visitor.page.goto(`${site.url}/api/docs`);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(visitor.page);
    });

    test('a server that cannot be reached is said in words, with a way on', async () => {
      const { page } = visitor;
      await page.route('**/api/v1/regions', (route) => route.abort());
      await visitor.go('/');
      await page.getByText('没有连上服务器').waitFor({ timeout: 20_000 });
      await page.unroute('**/api/v1/regions');
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.getByText('石家庄市', { exact: true }).waitFor();
      visitor.forgive(/ERR_FAILED/);
    });

    test('English and dark stay chosen, on every page', async () => {
      const { page } = visitor;
      await visitor.go('/');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: /dark/i }).click();
      await page.reload();
      await page.getByRole('heading', { name: 'Where the money comes from' }).waitFor();
      const { lang, dataset } = await page.evaluate(() => {
        const { lang, dataset } = document.documentElement;
        return { lang, dataset: { ...dataset } };
      });
      expect([lang, dataset.mode]).toEqual(['en', 'dark']);
      // Codes are called by their English names, wherever they are named.
      await visitor.go('/item/function/2080505');
      await page.getByRole('heading', { name: /^Basic pension contributions/ }).waitFor();
      await page.getByRole('link', { name: 'Social security and employment' }).waitFor();
      await visitor.go(`/compare?agencies=1,${site.agency}`);
      await expectAccessible(page);
      // An address may say its language, whatever was chosen here.
      await visitor.go('/?lang=zh');
      await page.getByRole('button', { name: 'English' }).waitFor();
      await visitor.go('/?lang=en');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    });
  });
});
