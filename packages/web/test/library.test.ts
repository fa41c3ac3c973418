/** The project library in the browser: applied for at a desk, reviewed on a phone, stored; the order and the shares say what they rest on. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { type OfficeSite, openOffice, signIn } from './support/office.ts';
import { expectAccessible, settled, type Visitor, visit } from './support/visit.ts';

const SHOTS = process.env.MINGSUAN_SHOTS;

describe.skipIf(!CHROMIUM)('the project library', () => {
  let site: OfficeSite;
  let browser: Browser;
  let desk: Visitor;
  let phone: Visitor;
  const shot = (page: Page, name: string) =>
    SHOTS ? page.screenshot({ path: join(SHOTS, `library-${name}.png`), fullPage: true }) : undefined;
  const open = async (visitor: Visitor, login: string) => {
    await signIn(visitor, login);
    await visitor.go('/office/library');
    await settled(visitor.page);
  };
  const project = async ({ page }: Visitor) => {
    await page
      .getByRole('link', { name: /网站运维/ })
      .first()
      .click();
    await settled(page);
  };

  beforeAll(async () => {
    [site, browser] = await Promise.all([openOffice(), openBrowser()]);
    desk = await visit(browser, site.url, 'desktop');
    phone = await visit(browser, site.url, 'phone');
  });
  afterAll(async () => {
    await closeWindows();
    await site?.close();
  });

  /** Graded 中 the targets go back with a reason; the owner reads it on a phone, adds what is missing, and what comes again is not graded yet. */
  async function returnedForItsTargets(): Promise<void> {
    const { page } = desk;
    const targets = page.getByRole('region', { name: '绩效目标审核' });
    await targets.getByLabel('等级').selectOption('中');
    await targets.getByLabel('理由').fill('只有数量，没有质量指标');
    await targets.getByRole('button', { name: '评等级' }).click();
    await targets.getByText('中：修改完善后重新报送审核').first().waitFor();
    await page.getByRole('button', { name: '退回' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('绩效目标评为“中”：补质量指标');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '退回' }).click();
    await page.locator('[aria-current="step"]', { hasText: '备选' }).waitFor();

    await open(phone, 'owner');
    await project(phone);
    await phone.page.getByRole('status').getByText('退回：绩效目标评为“中”：补质量指标').waitFor();
    await phone.page.getByRole('button', { name: '加一行' }).last().click();
    await phone.page.getByLabel('二级指标').last().fill('质量指标');
    await phone.page.getByLabel('三级指标').last().fill('故障按期修复率');
    await phone.page.getByLabel('指标值', { exact: true }).last().fill('≥95%');
    // What counts a rate is asked for, and has its place.
    await phone.page.getByLabel('指标说明').last().fill('按期修复次数÷故障次数');
    await phone.page.getByRole('button', { name: '保存' }).click();
    await expectAccessible(phone.page);
    await shot(phone.page, 'returned');
    expect(await phone.page.getByLabel('指标说明').last().inputValue()).toBe('按期修复次数÷故障次数');
    expect(await phone.page.getByText(/没有写怎么算/).count()).toBe(0);
    await phone.page.getByRole('button', { name: '申报' }).click();
    await phone.page.getByRole('button', { name: '撤回' }).waitFor();

    await open(desk, 'finance');
    await project(desk);
    await page.getByRole('button', { name: '审核通过' }).click();
    await page.locator('[aria-current="step"]', { hasText: '评审' }).waitFor();
    await open(desk, 'office');
    await project(desk);
    await targets.waitFor();
    expect(await targets.getByText('只有数量，没有质量指标').count()).toBe(0);
  }

  test('a project is applied for, checked, reviewed by an expert on a phone, and stored', async () => {
    const { page } = desk;
    await open(desk, 'owner');
    await page.getByLabel('项目名称').fill('网站运维');
    await page.getByRole('button', { name: '建立' }).click();
    await project(desk);
    await page.getByText('还没有填申报。').waitFor();
    await page.getByLabel('立项依据').fill('市政府会议纪要');
    await page.getByLabel('绩效目标', { exact: true }).fill('网站全年可用');
    await page.getByLabel('功能科目').fill('2010302');
    await page.getByLabel('金额（元）').first().fill('12,000.50');
    await page.getByLabel('三级指标').fill('网站可用天数');
    await page.getByLabel('指标值', { exact: true }).fill('≥360天');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/项目编码 \d{8}T\d{12}/).waitFor();
    await expectAccessible(page);
    await shot(page, 'application');
    await page.getByRole('button', { name: '申报' }).click();
    await page.getByRole('button', { name: '撤回' }).waitFor();

    await open(desk, 'finance');
    await project(desk);
    await page.getByRole('button', { name: '审核通过' }).click();
    await page.getByRole('listitem').filter({ hasText: '评审' }).first().waitFor();

    await open(desk, 'office');
    await project(desk);
    await returnedForItsTargets();
    await page.getByRole('button', { name: '请专家' }).click();
    await page.getByRole('row', { name: /冯专家.*还没有给/ }).waitFor();

    await open(phone, 'expert');
    await project(phone);
    await phone.page.getByLabel('金额（元）').first().fill('10000');
    await phone.page.getByLabel('评分').fill('85');
    await phone.page.getByLabel('理由').fill('单价偏高');
    await expectAccessible(phone.page);
    await phone.page.getByRole('button', { name: '给出意见（一次）' }).click();
    await phone.page.getByText('同意入库：单价偏高').waitFor();
    await shot(phone.page, 'opinion');

    await page.reload();
    await settled(page);
    const form = page.getByRole('region', { name: '评审' });
    await form.getByLabel('金额（元）').fill('10000');
    await form.getByLabel('理由').fill('按询价');
    await form.getByRole('button', { name: '核定' }).click();
    await page.getByRole('row', { name: /核定数.*10,000\.00.*按询价/ }).waitFor();
    // What stands against its targets is there to see, and they are graded.
    const targets = page.getByRole('region', { name: '绩效目标审核' });
    await targets.getByText(/最高能评“.”/).waitFor();
    await targets.getByLabel('等级').selectOption('差');
    await targets.getByLabel('理由').fill('和职责无关');
    await targets.getByRole('button', { name: '评等级' }).click();
    await targets.getByText('差：不得进入下一步预算安排').first().waitFor();
    // What the grade leads to is held: the project does not go on.
    await page.getByRole('button', { name: '入库', exact: true }).click();
    await page.getByText(/绩效目标还没有评等级，或评的是“中”“差”/).waitFor();
    desk.forgive(/409/);
    await targets.getByLabel('等级').selectOption('良');
    await targets.getByLabel('理由').fill('完善后通过');
    await targets.getByRole('button', { name: '评等级' }).click();
    await targets.getByText('良：完善后通过，进入下一步预算安排').first().waitFor();
    await targets.getByText(/完善后通过；/).waitFor();
    await page.getByRole('button', { name: '入库', exact: true }).click();
    await page.getByRole('button', { name: '清退' }).waitFor();
    await page.getByRole('link', { name: '项目库' }).click();
    await page.getByText(/16\.67%（核减 2,000\.50 ÷ 申报 12,000\.50，元）/).waitFor();
    await page.getByText('没有定初审期限').waitFor();
    await page.getByRole('row', { name: /网站运维.*评审 85\.00 分/ }).waitFor();
    await expectAccessible(page);
    await shot(page, 'board');
  });
});
