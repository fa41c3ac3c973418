import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf } from '@mingsuan/server/config';
import { startServer } from '@mingsuan/server/start';
import {
  createSurvey,
  getSurvey,
  grantRole,
  invitePerson,
  issueTokens,
  setPasswordByToken,
  TERMINAL,
} from '@mingsuan/store';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { placesIn } from '../../server/test/desk.ts';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { builtPages } from './support/build.ts';
import { expectAccessible, settled, visit } from './support/visit.ts';

/** A survey is answered once on a phone; the desk sees what it proves. */
test.skipIf(!CHROMIUM)(
  'a survey is answered once on a phone, and the desk sees what it proves',
  async () => {
    await builtPages();
    const folder = await mkdtemp(join(tmpdir(), 'mingsuan-survey-'));
    const dataDir = join(folder, 'data');
    const store = await openNewStore(dataDir);
    const { unit } = await placesIn(store);
    const { id: personId, token: link } = await invitePerson(store, { login: 'owner', name: '业务' }, TERMINAL);
    await setPasswordByToken(store, link, '春江潮水连海平海上明月', '');
    await grantRole(
      store,
      { personId, unitId: unit, role: 'project-owner', deputyOf: null, since: '2020-01-01', until: null },
      TERMINAL,
    );
    const worker = { personId, person: '业务', address: '', roles: ['project-owner'] as const };
    const year = new Date().getFullYear();
    const id = await createSurvey(
      store,
      {
        unitId: unit,
        year,
        project: null,
        indicator: '使用部门满意度',
        target: '≥90%',
        title: '网站满意度调查',
        questions: [
          { kind: 'steps', text: '您对网站满意吗？' },
          { kind: 'words', text: '还有什么要说？' },
        ],
        measure: 'top-two',
        population: 40,
        channel: '二维码',
        since: `${year}-01-01`,
        until: `${year}-12-31`,
      },
      worker,
    );
    const [token] = await issueTokens(store, (await getSurvey(store.db, id))!, 1, worker);
    await store.close();
    const config = configOf(
      { PORT: '0', LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0', MINGSUAN_SAMPLES: 'off' },
      folder,
    );
    const running = await startServer({ ...config, dataDir }, pino({ level: 'silent' }));
    const browser = await openBrowser();
    try {
      const phone = await visit(browser, running.url, 'phone');
      await phone.go(`/survey#${token}`);
      await expectAccessible(phone.page);
      if (process.env.MINGSUAN_SHOTS)
        await phone.page.screenshot({ path: join(process.env.MINGSUAN_SHOTS, 'survey-phone.png'), fullPage: true });
      await phone.page.getByLabel('比较满意').check();
      await phone.page.getByRole('button', { name: '提交' }).click();
      await phone.page.getByText('已收到，谢谢。').waitFor();
      const desk = await visit(browser, running.url, 'desktop');
      await desk.go('/office/performance');
      await desk.page.getByLabel('账号').fill('owner');
      await desk.page.getByLabel('密码').fill('春江潮水连海平海上明月');
      await desk.page.getByRole('button', { name: '登录' }).click();
      await desk.page.getByRole('button', { name: '网站满意度调查' }).click();
      await desk.page.getByText('有效答卷 1 份').waitFor();
      await desk.page.getByLabel('份数').fill('2');
      await desk.page.getByRole('button', { name: '发出问卷' }).click();
      await desk.page.locator('.codes svg').nth(1).waitFor();
      await settled(desk.page);
      await expectAccessible(desk.page);
      if (process.env.MINGSUAN_SHOTS)
        await desk.page.screenshot({ path: join(process.env.MINGSUAN_SHOTS, 'survey-desk.png'), fullPage: true });
      await registerMessage(desk.page);
      await settled(desk.page);
      await expectAccessible(desk.page);
      if (process.env.MINGSUAN_SHOTS)
        await desk.page.screenshot({ path: join(process.env.MINGSUAN_SHOTS, 'clocks-desk.png'), fullPage: true });
      expect([desk.complaints, phone.complaints]).toEqual([[], []]);
    } finally {
      await closeWindows();
      await running.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  180_000,
);

/** A register is made, a message enters it and is ended on the same day: in time. */
async function registerMessage(page: Page): Promise<void> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const making = page.locator('details', { has: page.locator('summary', { hasText: '建立登记' }) });
  await making.locator('summary').click();
  await making.getByLabel('名称', { exact: true }).fill('网站留言');
  await making.getByLabel('指标名称').fill('留言答复及时率');
  await making.getByRole('button', { name: '建立登记' }).click();
  await page.getByRole('button', { name: '网站留言' }).click();
  const entry = page.locator('form', { has: page.getByLabel('编号', { exact: true }) });
  await entry.getByLabel('编号', { exact: true }).fill('L1');
  await entry.getByLabel('开始').fill(today);
  await entry.getByLabel('来源').fill('网站');
  await entry.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('cell', { name: '未到期', exact: true }).waitFor();
  await page.getByRole('cell', { name: '办结' }).getByRole('button').click();
  await entry.getByLabel('办结').fill(today);
  await entry.getByLabel('来源').fill('网站');
  await entry.getByRole('button', { name: '办结', exact: true }).click();
  await page.getByRole('cell', { name: '按时', exact: true }).waitFor();
  await page.getByText('100.00%（1 ÷ 1）').waitFor();
}
