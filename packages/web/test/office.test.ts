/** The office's pages: a link from the terminal, people and roles, a clerk's day at a desk, the approver's on a phone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { configOf } from '@mingsuan/server/config';
import { type Running, startServer } from '@mingsuan/server/start';
import { administratorLink, TERMINAL } from '@mingsuan/store';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { builtPages } from './support/build.ts';
import { expectAccessible, settled, type Visitor, visit } from './support/visit.ts';

const PASSWORD = '春江潮水连海平海上明月';
const SHOTS = process.env.MINGSUAN_SHOTS;

describe.skipIf(!CHROMIUM)('the office', () => {
  let folder: string;
  let running: Running;
  let browser: Browser;
  let desk: Visitor;
  let phone: Visitor;
  let link: string;
  const links: Record<string, string> = {};
  const shot = (page: Page, name: string) =>
    SHOTS ? page.screenshot({ path: join(SHOTS, `office-${name}.png`), fullPage: true }) : undefined;

  beforeAll(async () => {
    await builtPages();
    folder = await mkdtemp(join(tmpdir(), 'mingsuan-office-'));
    const dataDir = join(folder, 'data');
    const store = await openNewStore(dataDir);
    link = `/office/activate#${await administratorLink(store, { login: 'root', name: '管理员' }, TERMINAL)}`;
    await store.close();
    const config = configOf(
      { PORT: '0', LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0', MINGSUAN_SAMPLES: 'off' },
      folder,
    );
    running = await startServer({ ...config, dataDir }, pino({ level: 'silent' }));
    browser = await openBrowser();
    desk = await visit(browser, running.url, 'desktop');
    phone = await visit(browser, running.url, 'phone');
  });
  afterAll(async () => {
    await closeWindows();
    await running?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function activate({ page, go }: Visitor, path: string): Promise<void> {
    // A link of the same page but for what follows the # is no other page.
    await page.goto('about:blank');
    await go(path);
    await expectAccessible(page);
    await page.getByLabel('新密码').fill(PASSWORD);
    await page.getByRole('button', { name: '设置密码' }).click();
    await page.getByText('密码已设好').waitFor();
  }

  async function signIn({ page, go }: Visitor, login: string): Promise<void> {
    await page.context().clearCookies();
    await go('/office/work');
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '待办' }).waitFor();
    await settled(page);
  }

  const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first();

  test('the administrator sets a password by the link, adds units, invites people and gives roles', async () => {
    const { page } = desk;
    await activate(desk, link);
    await signIn(desk, 'root');
    await page.getByRole('link', { name: '人员和角色' }).click();
    const units = card(page, '单位');
    for (const [kind, code, name] of [
      ['region', '130110', '鹿泉区'],
      ['department', '302', '数据局'],
      ['unit', '302001', '数据局本级'],
    ] as const) {
      await units.getByLabel('级别').selectOption(kind);
      await units.getByLabel('代码').fill(code);
      await units.getByLabel('名称').fill(name);
      await units.getByLabel('从').fill('2020-01-01');
      await units.getByRole('button', { name: '设立' }).click();
      await units.getByRole('row', { name: new RegExp(`^${code} `) }).waitFor();
    }
    const people = card(page, '人员');
    const grants = card(page, '角色');
    for (const [login, name, role] of [
      ['clerk', '张经办', 'unit-clerk'],
      ['head', '李审核', 'unit-head'],
    ] as const) {
      await people.getByLabel('账号').fill(login);
      await people.getByLabel('姓名').fill(name);
      await people.getByRole('button', { name: '邀请' }).click();
      await people.getByRole('row', { name: new RegExp(name) }).waitFor();
      const shown = async () => (await people.locator('.office-link code').textContent())!.slice(running.url.length);
      // Until then it is that of the one before.
      await expect.poll(shown).not.toBe(links.clerk);
      links[login] = await shown();
      await grants.getByLabel('姓名').selectOption({ label: `${name}（${login}）` });
      await grants.getByRole('combobox', { name: '角色' }).selectOption(role);
      await grants.getByRole('button', { name: '给角色' }).click();
      await grants.getByRole('row', { name: new RegExp(name) }).waitFor();
    }
    expect(new Set(Object.values(links)).size).toBe(2);
    const hooks = card(page, '通知别的系统');
    await hooks.getByLabel('网址').fill('https://hooks.example.gov.cn/office');
    await hooks.getByText('预算编制').click();
    await hooks.getByLabel('送审（round.submit）').check();
    await hooks.getByRole('button', { name: '设立' }).click();
    await hooks.getByText(/^mswh_/).waitFor();
    await hooks.getByRole('button', { name: '通知记录' }).click();
    await hooks.getByText('还没有通知过。').waitFor();
    await expectAccessible(page);
    await shot(page, 'people');
  });

  test('the clerk opens a budget, saves a ledger and hands it up', async () => {
    const { page } = desk;
    await activate(desk, links.clerk!);
    await signIn(desk, 'clerk');
    await expect.poll(() => page.getByRole('link', { name: '人员和角色' }).count()).toBe(0);
    await page.getByLabel('年度').fill('2026');
    await page.getByRole('button', { name: '建立' }).click();
    await page.getByRole('link', { name: '数据局本级 2026 年预算' }).click();
    const file = join(folder, 'ledger.json');
    const ledger = { ...exampleLedger(2026), agency: { code: '302001', name: '数据局本级', level: 'unit' } };
    await writeFile(file, JSON.stringify(ledger));
    await page.getByLabel('保存一版').setInputFiles(file);
    await page.getByText('没有错误级的问题。').waitFor();
    const proof = join(folder, '依据.csv');
    await writeFile(proof, '项目,依据\n数据平台运维,合同\n');
    await page.getByLabel('选择文件').setInputFiles(proof);
    await page.getByRole('button', { name: '上传' }).click();
    await page.getByRole('link', { name: '依据.csv' }).waitFor();
    await expectAccessible(page);
    await shot(page, 'draft');
    await page.getByRole('button', { name: '送审' }).click();
    await page.locator('[aria-current="step"]', { hasText: '单位审核' }).waitFor();
    await page.getByRole('button', { name: '撤回' }).waitFor();
  });

  test('the approver returns it from a phone with a reason; the clerk sees why, mends it, and what changed is shown', async () => {
    await activate(phone, links.head!);
    await signIn(phone, 'head');
    const item = /数据局本级 2026 年预算/;
    await expectAccessible(phone.page);
    await phone.page.getByRole('link', { name: item }).click();
    await phone.page.getByRole('button', { name: '退回' }).click();
    const dialog = phone.page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('公用经费偏大');
    await dialog.getByLabel('哪一项').fill('基本支出');
    await expectAccessible(phone.page);
    await dialog.getByRole('button', { name: '退回' }).click();
    await phone.page.locator('[aria-current="step"]', { hasText: '编制中' }).waitFor();
    await shot(phone.page, 'phone-returned');

    const { page } = desk;
    await page.reload();
    await page.getByText('公用经费偏大；基本支出：公用经费偏大').first().waitFor();
    const ledger = exampleLedger(2026);
    const [line, ...rest] = ledger.basic;
    const changed = {
      ...ledger,
      agency: { code: '302001', name: '数据局本级', level: 'unit' },
      basic: [{ ...line!, fen: line!.fen - 100 }, ...rest],
    };
    await writeFile(join(folder, 'changed.json'), JSON.stringify(changed));
    await page.getByLabel('保存一版').setInputFiles(join(folder, 'changed.json'));
    await page.getByRole('region', { name: '改了什么' }).first().getByText('-1.00').waitFor();
    await expectAccessible(page);
    await shot(page, 'differences');
  });

  test('the trail is read, verified, and closed to who may not', async () => {
    const { page } = desk;
    await expect.poll(() => page.getByRole('link', { name: '审计记录' }).count()).toBe(0);
    await signIn(desk, 'root');
    await page.getByRole('link', { name: '审计记录' }).click();
    await page.getByLabel('做了什么，或谁').fill('退回');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /退回，公用经费偏大/ }).waitFor();
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText(/条全部相接/).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: '我的账号' }).click();
    await page.getByText('现在这个').waitFor();
    await page.getByLabel('给哪个程序用').fill('月报');
    await page.getByLabel('看执行').check();
    await page.getByRole('button', { name: '建立令牌' }).click();
    await page.getByText('令牌只显示这一次').waitFor();
    await expectAccessible(page);
    await shot(page, 'account');
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '撤销' }).waitFor({ state: 'detached' });
    expect([desk.complaints, phone.complaints]).toEqual([[], []]);
  });
});
