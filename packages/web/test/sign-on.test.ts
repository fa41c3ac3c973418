/** Signing in by a provider in a browser: the invitation's button, the way back, the sign-in page's button, and out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf } from '@mingsuan/server/config';
import { type Running, startServer } from '@mingsuan/server/start';
import { administratorLink, TERMINAL } from '@mingsuan/store';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT, openProvider, SECRET, type TestProvider } from '../../server/test/provider.ts';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { builtPages } from './support/build.ts';
import { expectAccessible, type Visitor, visit } from './support/visit.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe.skipIf(!CHROMIUM)('signing in by a provider', () => {
  let folder: string;
  let running: Running;
  let provider: TestProvider;
  let browser: Browser;
  let desk: Visitor;
  let link: string;

  beforeAll(async () => {
    await builtPages();
    folder = await mkdtemp(join(tmpdir(), 'mingsuan-sign-on-'));
    const store = await openNewStore(folder);
    link = `/office/activate#${await administratorLink(store, { login: 'root', name: '管理员' }, TERMINAL)}`;
    await store.close();
    const site = `http://127.0.0.1:${await freePort()}`;
    provider = await openProvider(site);
    const config = configOf(
      {
        PORT: new URL(site).port,
        LOG_LEVEL: 'silent',
        MINGSUAN_DATA: folder,
        MINGSUAN_RATE_PER_MINUTE: '0',
        MINGSUAN_SAMPLES: 'off',
        MINGSUAN_URL: site,
        MINGSUAN_OIDC: provider.issuer,
        MINGSUAN_OIDC_CLIENT: CLIENT,
        MINGSUAN_OIDC_SECRET: SECRET,
        MINGSUAN_OIDC_NAME: '区统一认证',
      },
      folder,
    );
    running = await startServer(config, pino({ level: 'silent' }));
    browser = await openBrowser();
    desk = await visit(browser, running.url, 'desktop');
  });
  afterAll(async () => {
    await closeWindows();
    await running?.close();
    await provider?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The provider's own pages: who it is, and that we may know it. */
  async function atProvider(login: string): Promise<void> {
    const { page } = desk;
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  test('the invitation is accepted at the provider, and the sign-in page leads there; who it does not know is told so', async () => {
    const { page, go } = desk;
    await go(link);
    await expectAccessible(page);
    await page.getByRole('button', { name: '不设密码，用区统一认证登录' }).click();
    await atProvider('u-1');
    await page.getByRole('link', { name: '人员和角色' }).click();
    await page.getByRole('region', { name: '统一身份认证' }).getByText('u-1').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: '我的账号' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    // The provider asks whether one leaves it, too, and sends one back.
    await page.locator('button[name=logout]').click();
    await page.getByRole('button', { name: '用区统一认证登录' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '用区统一认证登录' }).click();
    await atProvider('u-2');
    await page.getByText('区统一认证里的“u-2”还没有对应的账号').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await expectAccessible(page);
    await page.getByRole('link', { name: '重新登录' }).click();
    await page.getByLabel('密码').waitFor();
  });
});
