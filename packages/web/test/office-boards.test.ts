/** A department's board: who is late, reminders in the product, many done at once, and a late change that shows by itself. */
import { join } from 'node:path';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { openWork, saveVersion, takeStep, type Worker } from '@mingsuan/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { type OfficeSite, openOffice, signIn } from './support/office.ts';
import { expectAccessible, type Visitor, visit } from './support/visit.ts';

const SHOTS = process.env.MINGSUAN_SHOTS;
const YEAR = new Date().getFullYear() + 1;

describe.skipIf(!CHROMIUM)('the boards', () => {
  let site: OfficeSite;
  let browser: Browser;
  let finance: Visitor;
  let clerk: Visitor;
  const shot = (page: Page, name: string) =>
    SHOTS ? page.screenshot({ path: join(SHOTS, `office-board-${name}.png`), fullPage: true }) : undefined;

  beforeAll(async () => {
    [site, browser] = await Promise.all([
      openOffice(async (store, { unit }) => {
        const ids = await store.db.selectFrom('people').select(['id', 'login']).execute();
        const by = (login: string, ...roles: Worker['roles']): Worker => ({
          personId: ids.find((one) => one.login === login)!.id,
          person: login,
          address: '',
          roles,
        });
        const who = by('clerk', 'unit-clerk');
        const id = await openWork(store, { process: 'round', unitId: unit, year: YEAR }, who);
        const content = { ...exampleLedger(YEAR), agency: { code: '302001', name: '数据局本级', level: 'unit' } };
        await saveVersion(store, id, { revision: 0, content }, who);
        await takeStep(store, id, { event: 'submit', revision: 1, facts: ['no-errors', 'in-library'] }, who);
        await takeStep(store, id, { event: 'pass', revision: 2 }, by('head', 'unit-head'));
      }),
      openBrowser(),
    ]);
    finance = await visit(browser, site.url, 'desktop');
    clerk = await visit(browser, site.url, 'phone');
  });
  afterAll(async () => {
    await closeWindows();
    await site?.close();
  });

  test('the bureau issues control figures, the department sets a day, reminds the late and returns many with a reason', async () => {
    const { page, go } = finance;
    await signIn(finance, 'budget');
    await go(`/office/boards/${site.units.department}/${YEAR}`);
    const issue = page.getByRole('form', { name: '下达控制数' });
    await issue.getByLabel('金额（元）').fill('2,000,000');
    await issue.getByLabel('文号').fill('财预〔2026〕9号');
    await issue.getByLabel('日期').fill('2026-11-01');
    await issue.getByRole('button', { name: '下达控制数' }).click();
    await page.getByRole('region', { name: '控制数' }).getByText('2,000,000.00').first().waitFor();

    await signIn(finance, 'finance');
    await page.getByRole('link', { name: '进度' }).click();
    await page.getByRole('link', { name: '302 数据局' }).waitFor();
    await expectAccessible(page);
    await shot(page, 'departments');
    await page.getByRole('link', { name: '302 数据局' }).click();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await row('302001 数据局本级').getByText('部门审核').waitFor();
    await row('302003 数据中心').getByText('没有建立').waitFor();
    const deadline = page.getByRole('form', { name: '定期限' });
    await deadline.getByLabel('最后一天').fill('2020-11-30');
    await deadline.getByRole('button', { name: '定期限' }).click();
    await row('302003 数据中心').getByText('超期（2020-11-30）').waitFor();
    await page.getByRole('button', { name: '选还在单位手里的' }).click();
    await page.getByText('选了 1 个单位').waitFor();
    await page.getByRole('button', { name: '提醒', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('提醒什么').fill('请在周五前送审。');
    await dialog.getByRole('button', { name: '提醒' }).click();
    await row('302003 数据中心').getByText('赵财务提醒过').waitFor();
    await expectAccessible(page);
    await shot(page, 'department');

    await page.getByLabel('302001 数据局本级').check();
    await page.getByRole('button', { name: '退回（1 个）' }).click();
    await dialog.getByLabel('理由').fill('超出控制数');
    await dialog.getByRole('button', { name: '退回' }).click();
    await page.getByText('办成 1 个。').waitFor();
    await row('302001 数据局本级').getByText('赵财务：超出控制数').waitFor();
    await expectAccessible(page);
    expect(finance.complaints).toEqual([]);
  });

  test('the unit is reminded where it works, and its change shows on the board without a reload', async () => {
    await signIn(clerk, 'other');
    await clerk.page.getByText('请在周五前送审。').waitFor();
    await expectAccessible(clerk.page);
    await shot(clerk.page, 'reminded-phone');
    await clerk.page.getByLabel('年度').fill(String(YEAR));
    await clerk.page.getByRole('button', { name: '建立' }).click();
    await clerk.page.getByRole('link', { name: new RegExp(`数据中心 ${YEAR} 年预算`) }).waitFor();
    const row = finance.page.getByRole('row', { name: /302003 数据中心/ });
    await row.getByText('编制中').waitFor({ timeout: 25_000 });
    expect([finance.complaints, clerk.complaints]).toEqual([[], []]);
  });
});
