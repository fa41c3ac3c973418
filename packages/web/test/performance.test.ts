/** The pages of execution and performance: a year of one unit at desks and on a phone, seen by who does each part. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Role } from '@mingsuan/core/process/roles';
import { configOf } from '@mingsuan/server/config';
import { type Running, startServer } from '@mingsuan/server/start';
import { grantRole, invitePerson, type Store, setPasswordByToken, TERMINAL } from '@mingsuan/store';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvedBudgetOf, placesIn, storedProject } from '../../server/test/desk.ts';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { CHROMIUM, closeWindows, openBrowser } from './support/browser.ts';
import { builtPages } from './support/build.ts';
import { expectAccessible, settled, type Visitor, visit } from './support/visit.ts';

const PASSWORD = '春江潮水连海平海上明月';
const SHOTS = process.env.MINGSUAN_SHOTS;

describe.skipIf(!CHROMIUM)('the year of an approved budget', () => {
  let folder: string;
  let running: Running;
  let browser: Browser;
  let desk: Visitor;
  let phone: Visitor;
  const shot = (page: Page, name: string) =>
    SHOTS ? page.screenshot({ path: join(SHOTS, `year-${name}.png`), fullPage: true }) : undefined;

  async function person(store: Store, login: string, at: number, ...roles: readonly Role[]): Promise<void> {
    const { id, token } = await invitePerson(store, { login, name: `人${login}` }, TERMINAL);
    await setPasswordByToken(store, token, PASSWORD, '');
    for (const role of roles)
      await grantRole(
        store,
        { personId: id, unitId: at, role, deputyOf: null, since: '2020-01-01', until: null },
        TERMINAL,
      );
  }

  beforeAll(async () => {
    await builtPages();
    folder = await mkdtemp(join(tmpdir(), 'mingsuan-year-'));
    const dataDir = join(folder, 'data');
    const store = await openNewStore(dataDir);
    const places = await placesIn(store, '510100');
    const { projects } = await approvedBudgetOf(store, places.unit);
    for (const project of projects) await storedProject(store, places.unit, project, 2026);
    await person(store, 'budget', places.region, 'bureau-budget');
    await person(store, 'watcher', places.region, 'performance-office');
    await person(store, 'second', places.region, 'performance-office');
    await person(store, 'finance', places.department, 'department-finance');
    await person(store, 'clerk', places.unit, 'unit-clerk');
    await person(store, 'owner', places.unit, 'project-owner');
    await store.close();
    const config = configOf(
      {
        PORT: '0',
        LOG_LEVEL: 'silent',
        MINGSUAN_RATE_PER_MINUTE: '0',
        MINGSUAN_SAMPLES: 'off',
      },
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

  async function signIn({ page, go }: Visitor, login: string, to: string): Promise<void> {
    await page.context().clearCookies();
    await go(to);
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '待办' }).waitFor();
    await settled(page);
  }
  const card = (page: Page, name: string | RegExp) => page.getByRole('region', { name }).first();
  /** The step that goes on, beside one that does not. */
  const standsOut = async (page: Page, onward: string, back: string) => {
    const strong = (name: string) => page.locator('.button-strong', { hasText: name }).count();
    await page.getByRole('button', { name: back }).waitFor();
    await expect.poll(async () => [await strong(onward), await strong(back)]).toEqual([1, 0]);
  };
  const openUnit = async ({ page }: Visitor) => {
    await page.getByLabel('年度').fill('2026');
    await page.getByRole('link', { name: '302001 数据局本级' }).click();
    await settled(page);
  };

  test('the budget office authorises; the clerk pays, and each payment is found on its line', async () => {
    const { page } = desk;
    await signIn(desk, 'budget', '/office/execution');
    await expectAccessible(page);
    await openUnit(desk);
    await page.getByLabel('文号').fill('财预〔2026〕1号');
    await page.getByLabel('日期').fill('2026-02-10');
    await page.getByRole('button', { name: '下达指标' }).click();
    await page.getByRole('button', { name: '302001-0001' }).waitFor();
    await shot(page, 'authorised');
    await signIn(desk, 'clerk', '/office/execution');
    await openUnit(desk);
    await page.getByLabel('日期').fill('2026-03-02');
    await page.getByLabel('金额').fill('1234.56');
    await page.getByRole('button', { name: '记一笔' }).click();
    await page.getByLabel('到几月底').selectOption('4');
    await page
      .getByRole('row', { name: /合计.*1,234\.56/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: '302001-0001' }).click();
    await page.getByRole('row', { name: /支付.*2026-03-02.*1,234\.56.*人clerk/ }).waitFor();
    await expectAccessible(page);
    await shot(page, 'execution');
  });

  test('money goes from line to line, a slow pace is explained, a project is warned, answers, and is settled', async () => {
    const { page } = desk;
    const dialog = page.getByRole('dialog');
    await signIn(desk, 'budget', '/office/execution');
    await openUnit(desk);
    await page.getByLabel('调整类型').selectOption({ label: '调剂' });
    await page.getByLabel('日期').fill('2026-05-20');
    await page.getByLabel('金额（元）').fill('15,000');
    await page.getByLabel('文号').fill('财预〔2026〕9号');
    await page.getByLabel('理由').fill('设备涨价');
    // To itself is nowhere.
    await page.getByLabel('从哪个指标调出').selectOption('302001-0018');
    await page.getByLabel('调入哪个指标').selectOption('302001-0018');
    await page.getByRole('button', { name: '记一笔' }).click();
    await page.getByText('调出和调入要是两个指标。').waitFor();
    await page.getByLabel('从哪个指标调出').selectOption('302001-0017');
    await page.getByRole('button', { name: '记一笔' }).click();
    await page.getByText('已记。').waitFor();
    await page.getByRole('row', { name: /302001-0017.*350,000\.00/ }).waitFor();
    await page.getByRole('row', { name: /302001-0018.*135,000\.00/ }).waitFor();
    await signIn(desk, 'owner', '/office/execution');
    await openUnit(desk);
    const words = card(page, '说明进度');
    await words.getByLabel('项目').selectOption('办公设备更新');
    await words.getByLabel('原因').fill('六月招标');
    await words.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存，月报里有了。').waitFor();
    await page.getByRole('row', { name: /办公设备更新.*六月招标/ }).waitFor();
    await expectAccessible(page);
    await signIn(desk, 'watcher', '/office/execution');
    await openUnit(desk);
    await page.getByLabel('到几月底').selectOption('10');
    await page.getByText('按口径应预警 2 个项目').waitFor();
    await page.getByRole('button', { name: '发出预警' }).click();
    const warning = page.getByRole('link', { name: '办公设备更新：10 月支出进度预警' });
    await warning.click();
    await page.locator('[aria-current="step"]', { hasText: '已预警' }).waitFor();
    const at = page.url().slice(running.url.length);
    await signIn(phone, 'clerk', at);
    await phone.page.getByRole('button', { name: '答复' }).click();
    await phone.page.getByRole('dialog').getByLabel('理由').fill('合同已签，十二月付清');
    await phone.page.getByRole('dialog').getByRole('button', { name: '答复' }).click();
    await phone.page.locator('[aria-current="step"]', { hasText: '已答复' }).waitFor();
    await expectAccessible(phone.page);
    await shot(phone.page, 'phone-warning');
    await signIn(desk, 'watcher', at);
    await standsOut(page, '销号', '退回');
    await page.getByRole('button', { name: '销号' }).click();
    await page.locator('[aria-current="step"]', { hasText: '已销号' }).waitFor();
    expect(await dialog.count()).toBe(0);
  });

  test('the performance office sets tasks; the owner fills one in on a phone', async () => {
    const { page } = desk;
    await signIn(desk, 'watcher', '/office/performance');
    await page.getByLabel('年度').fill('2026');
    await page.getByRole('button', { name: '布置监控' }).click();
    await page.getByText(/新布置 \d+ 项/).waitFor();
    await page.getByRole('button', { name: '布置自评' }).click();
    await page.getByText(/自评/).first().waitFor();
    await expectAccessible(page);
    await shot(page, 'board');
    // A count opens what it counts.
    await card(page, /看板/)
      .getByRole('button', { name: /红灯 2/ })
      .last()
      .click();
    await card(page, '任务').getByText('数据局本级，7 月，红灯').waitFor();
    await card(page, '任务').getByRole('link').nth(1).waitFor();
    await expect.poll(() => card(page, '任务').getByRole('link').count()).toBe(2);
    await card(page, /看板/)
      .getByRole('button', { name: /自评中 2/ })
      .click();
    await card(page, '任务')
      .getByRole('link', { name: /：绩效自评/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    const tasks = await card(page, '任务').getByRole('link').count();
    await card(page, '结果')
      .getByRole('button', { name: `${tasks}：打开这些任务` })
      .first()
      .click();
    await card(page, '结果')
      .getByRole('link', { name: /数据局本级/ })
      .first()
      .waitFor();
    await card(page, /看板/)
      .getByRole('button', { name: /：打开这些任务/ })
      .nth(1)
      .click();
    await card(page, '任务').getByText('7 月，').waitFor();
    await expectAccessible(page);
    // Two of July and two of the year's evaluation; what is late is told by the day.
    await signIn(phone, 'owner', '/office/work');
    const late = new Date().toISOString().slice(0, 10) > '2026-07-31' ? 2 : 0;
    await phone.page.getByText(new RegExp(`\\d+ 项要办，${late} 项已经逾期`)).waitFor();
    await phone.go('/office/performance');
    await phone.page
      .getByRole('link', { name: /绩效监控/ })
      .first()
      .click();
    await settled(phone.page);
    await expectAccessible(phone.page);
    const rows = phone.page.locator('fieldset.answer');
    await rows.first().waitFor();
    // What is not whole is not handed in, nor what is not saved.
    await phone.page.getByText(/还有 \d+ 处没有填/).waitFor();
    const handIn = phone.page.getByRole('button', { name: '报送' });
    expect(await handIn.count()).toBe(0);
    const count = await rows.count();
    for (let i = 0; i < count; i++) {
      const row = rows.nth(i);
      const target = (await row.locator('h3 .faint').textContent()) ?? '';
      await row.getByLabel('目前完成').fill(/\d/.test(target) ? target.replace(/^.*[≥≤=]|^.*· /, '') : '达成');
      await row.getByLabel('完成可能性').selectOption('确定能');
      await row.getByLabel('原因和改进').fill('按计划');
      await row.getByLabel('依据材料').fill('台账第 3 页');
    }
    await phone.page.getByRole('button', { name: '保存' }).click();
    await phone.page.getByText('都填了，可以报送。').waitFor();
    await shot(phone.page, 'phone-monitoring');
    await handIn.click();
    await phone.page.locator('[aria-current="step"]', { hasText: '已报送' }).waitFor();
    // It comes back with a reason, is handed in again, and passes.
    const at = phone.page.url().slice(running.url.length);
    await signIn(desk, 'watcher', at);
    await standsOut(page, '审核通过', '退回');
    await page.getByRole('button', { name: '退回' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('依据材料写明页码');
    await page.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await page.locator('[aria-current="step"]', { hasText: '填报中' }).waitFor();
    await phone.page.reload();
    await phone.page.getByText('依据材料写明页码').first().waitFor();
    await rows.first().getByLabel('依据材料').fill('台账第 4 页');
    await phone.page.getByText(/有没有保存的改动/).waitFor();
    expect(await handIn.count()).toBe(0);
    await phone.page.getByRole('button', { name: '保存' }).click();
    await handIn.click();
    await phone.page.locator('[aria-current="step"]', { hasText: '已报送' }).waitFor();
    await signIn(desk, 'second', at);
    await page.getByRole('button', { name: '审核通过' }).click();
    await page.locator('[aria-current="step"]', { hasText: '已审核' }).waitFor();
  });

  test('a survey is built from an approved indicator, answered on a phone and ended; its score is taken into the evaluation', async () => {
    const { page } = desk;
    const year = new Date().getFullYear();
    await signIn(desk, 'owner', '/office/performance');
    await page.getByLabel('年度').fill('2026');
    const surveys = card(page, '满意度调查');
    await surveys.getByText('新调查').first().click();
    const indicator = surveys.getByLabel('取自批复的指标');
    const satisfied = indicator.locator('option', { hasText: '满意' }).first();
    await satisfied.waitFor({ state: 'attached' });
    await indicator.selectOption({ label: (await satisfied.textContent())! });
    await expectAccessible(page);
    await surveys.getByLabel('再问').fill('还有什么要说？');
    await surveys.getByLabel('从', { exact: true }).fill(`${year}-01-01`);
    await surveys.getByLabel('到', { exact: true }).fill(`${year}-12-31`);
    await surveys.getByRole('button', { name: '新调查' }).click();
    await surveys
      .getByRole('button', { name: /满意度调查$/ })
      .first()
      .click();
    await surveys.getByLabel('份数').fill('1');
    await surveys.getByRole('button', { name: '发出问卷' }).click();
    await surveys.locator('.codes svg').first().waitFor();
    const path = (await surveys.locator('.codes a').first().getAttribute('href'))!;
    await shot(page, 'survey');
    await phone.page.context().clearCookies();
    await phone.go(path);
    await phone.page.getByLabel('满意', { exact: true }).check();
    await expectAccessible(phone.page);
    await shot(phone.page, 'survey-phone');
    await phone.page.getByRole('button', { name: '提交' }).click();
    await phone.page.getByText('已收到，谢谢。').waitFor();
    await desk.go('/office/performance');
    await page.getByLabel('年度').fill('2026');
    await surveys
      .getByRole('button', { name: /满意度调查$/ })
      .first()
      .click();
    await surveys.getByText(/有效答卷 1 份.*答卷偏少/).waitFor();
    await surveys.getByRole('button', { name: '结束调查' }).click();
    await surveys.getByText('（调查已经结束').first().waitFor();
    await expectAccessible(page);
    await shot(page, 'survey-ended');
    await page
      .getByRole('link', { name: /：绩效自评/ })
      .first()
      .click();
    await settled(page);
    await shot(page, 'survey-taken');
    await page
      .getByRole('button', { name: /100.00%/ })
      .first()
      .click();
  });

  test('self-evaluation shows its points part by part; a reviewer scores again; what is published is everybody’s', async () => {
    const { page } = desk;
    await signIn(desk, 'owner', '/office/performance');
    await page
      .getByRole('link', { name: /：绩效自评/ })
      .first()
      .click();
    const rows = page.locator('fieldset.answer');
    await rows.first().waitFor();
    for (const goal of await page.locator('div.answer').getByLabel('实际完成').all()) await goal.fill('已完成');
    const count = await rows.count();
    for (let i = 0; i < count; i++) {
      const row = rows.nth(i);
      const target = (await row.locator('h3 .faint').textContent()) ?? '';
      await row.getByLabel('实际完成').fill(/\d/.test(target) ? target.replace(/^.*[≥≤=]|^.*· /, '') : '达成');
      const weight = row.getByLabel('分值');
      if ((await weight.count()) > 0) await weight.fill(i === 0 ? String(90 - (count - 1) * 5) : '5');
      await row.getByLabel('原因和改进').fill('按计划');
      await row.getByLabel('依据材料').fill('验收单');
    }
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('都填了，可以报送。').waitFor();
    await page.getByText(/总分 [\d.]+/).waitFor();
    await expectAccessible(page);
    await shot(page, 'evaluation');
    await page.getByRole('button', { name: '报送' }).click();
    await page.locator('[aria-current="step"]', { hasText: '待复核' }).waitFor();
    const at = page.url().slice(running.url.length);
    await signIn(desk, 'watcher', at);
    const part = card(page, '复评打分').locator('fieldset').nth(1);
    await part.getByLabel('复评分').fill('1');
    await part.getByLabel('理由').fill('缺一份验收单');
    await card(page, '复评打分').getByLabel('复评意见').fill('核对验收单');
    await expectAccessible(page);
    await card(page, '复评打分').getByRole('button', { name: '复评打分' }).click();
    await page.locator('[aria-current="step"]', { hasText: '已复评' }).waitFor();
    await shot(page, 'reviewed');
    await signIn(desk, 'second', at);
    await page.getByRole('button', { name: '复核通过' }).click();
    await page.locator('[aria-current="step"]', { hasText: '已复核' }).waitFor();
    await signIn(desk, 'finance', at);
    await page.getByRole('button', { name: '公开' }).click();
    await page.locator('[aria-current="step"]', { hasText: '已公开' }).waitFor();
    await page.getByRole('link', { name: /项目全程/ }).click();
    await settled(page);
    await expectAccessible(page);
    await shot(page, 'life');
    await phone.page.context().clearCookies();
    await phone.go('/results');
    await phone.page.getByRole('row', { name: /数据局本级/ }).waitFor();
    await expectAccessible(phone.page);
    await shot(phone.page, 'results');
  });

  test('what follows from the results is shown before it is done: the next control figures, the figures of the accounts', async () => {
    const { page } = desk;
    const dialog = page.getByRole('dialog');
    await signIn(desk, 'budget', '/office/library');
    await page.getByLabel('年度').fill('2027');
    const results = card(page, '2026 年自评结果用到 2027 年');
    await results.getByRole('button', { name: '下达 1 个项目 2027 年的控制数' }).click();
    await dialog.getByText(/没有控制数 → [\d,.]+ 元/).waitFor();
    await expectAccessible(page);
    await shot(page, 'use-of-results');
    await dialog.getByLabel('文号').fill('财预〔2027〕2号');
    await dialog.getByLabel('日期').fill('2027-01-10');
    await dialog.getByRole('button', { name: '下达控制数' }).click();
    await results.getByText('已下达 1 个项目的控制数。').waitFor();

    await signIn(desk, 'finance', '/office/performance');
    await desk.go('/ledger');
    const file = join(folder, 'accounts.json');
    const agency = { code: '302001', name: '数据局本级', level: 'unit' };
    await writeFile(file, JSON.stringify({ ...exampleLedger(2026), agency, stage: 'final-accounts' }));
    await page.getByLabel('打开台账文件').setInputFiles(file);
    await dialog.getByRole('button', { name: '开始编' }).click();
    await page.getByRole('button', { name: '取自绩效结果' }).click();
    await dialog
      .getByText(/绩效.*：.* → \d/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await shot(page, 'accounts');
    await dialog.getByRole('button', { name: '导入勾选的' }).click();
    await page.getByRole('button', { name: '取自绩效结果' }).click();
    await dialog.getByText('没有要改的').waitFor();
    expect([desk.complaints, phone.complaints]).toEqual([[], []]);
  });
});
