/** Execution over HTTP: lines from the approved budget, entries by hand and by import, the monthly report, warnings to their end. */
import { EXECUTION_REPORT } from '@mingsuan/core/kinds/index';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { rowsOf } from '@mingsuan/core/model/tables';
import { readDocument } from '@mingsuan/documents/read';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import * as contract from '../src/modules/execution/contract.ts';
import * as work from '../src/modules/work/contract.ts';
import { approvedBudgetOf, type Desk, deskOf, type Places, placesIn } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';

let fixture: Fixture;
let app: Api;
let places: Places;
let budget: Desk;
let clerk: Desk;
let watcher: Desk;

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
  // Sichuan's profile has warnings by date.
  places = await placesIn(fixture.store, '510100');
  budget = await deskOf(app, fixture.store, 'budget', places.region, 'bureau-budget');
  clerk = await deskOf(app, fixture.store, 'clerk', places.unit, 'unit-clerk');
  watcher = await deskOf(app, fixture.store, 'watcher', places.region, 'performance-office');
});
afterAll(() => fixture.close());

const path = () => `/execution/${places.unit}/2026`;
const get = (desk: Desk, month = 4) => desk.ask('GET', `${path()}?month=${month}`, contract.executionAnswer);
const DOCUMENT = { number: '财预〔2026〕1号', date: '2026-02-10' };

test('nothing is authorised before the budget is approved; then all of it is, to the fen', async () => {
  expect(await budget.refused('POST', path(), { document: DOCUMENT })).toEqual([
    409,
    '这个单位的预算还没有批复，不能下达指标。',
  ]);
  const { basic, projects } = await approvedBudgetOf(fixture.store, places.unit);
  expect((await get(budget)).mayAuthorise).toBe(true);
  expect((await get(clerk)).mayAuthorise).toBe(false);
  expect((await clerk.refused('POST', path(), { document: DOCUMENT }))[1]).toContain('财政预算处');
  const lumpSums = [projects[0]!.name];
  expect((await budget.refused('POST', path(), { document: DOCUMENT, lumpSums: ['没有的项目'] }))[1]).toContain(
    '批复的预算没有项目“没有的项目”',
  );
  await budget.ask('POST', path(), contract.item, { document: DOCUMENT, lumpSums });
  const { lines, total, item, profile } = await get(clerk);
  const spent = [...basic, ...projects.flatMap((project) => project.lines)].reduce((all, { fen }) => all + fen, 0);
  expect([total.initial, total.available]).toEqual([spent, spent]);
  expect(lines.length).toBeGreaterThan(3);
  expect(profile.id).toBe('sichuan-2025');
  expect(item!.offers.map(({ event }) => event)).toEqual(['plan', 'pay', 'commit', 'accept', 'explain', 'hand-in']);
  expect((await budget.refused('POST', path(), { document: DOCUMENT }))[1]).toContain('已经下达');
});

test('payments are entered, their trail is read, and what is too much is refused', async () => {
  const { lines, item } = await get(clerk);
  const { number, available } = lines[0]!;
  const pay = (fen: number, revision: number) =>
    ['POST', `${path()}/entries`, { revision, event: 'pay', entries: [{ line: number, month: 3, fen }] }] as const;
  expect((await clerk.refused(...pay(available + 1, item!.revision)))[1]).toContain('超过调整后的指标数');
  const [method, at, body] = pay(100, item!.revision);
  await clerk.ask(method, at, contract.item, body);
  expect((await clerk.refused(...pay(100, item!.revision)))[1]).toContain('刚刚记支付过');
  // Steps that bring entries come with them.
  const step = { revision: item!.revision + 1, event: 'pay' };
  expect((await clerk.refused('POST', `/work/${item!.id}/steps`, step))[0]).toBe(400);
  const told = await clerk.ask('GET', `${path()}/entries?line=${number}`, contract.entries);
  expect(told).toMatchObject([{ kind: 'payment', fen: 100, person: '人clerk' }]);
  const after = (await get(clerk)).lines[0]!;
  expect([after.paid, after.available]).toEqual([100, available - 100]);
});

test('an export of payments is looked at first, then taken with where each was read', async () => {
  const { lines, item, total } = await get(clerk);
  const csv = ['指标,支付日期,支付金额（元）', `${lines[0]!.number},2026-04-02,1.00`, `没有,2026-04-02,1.00`];
  const { writeLayout } = await import('@mingsuan/documents/write');
  const rows = csv.map((text) => text.split(',').map((cell) => ({ text: cell, origin: {} })));
  const bytes = await writeLayout(
    { pages: [{ number: 1, blocks: [{ kind: 'table', rows, origin: {} }] }], problems: [] } as never,
    'xlsx',
    { title: '支付明细', author: '' },
  );
  const form = () => {
    const made = new FormData();
    made.set('files', new File([bytes as Uint8Array<ArrayBuffer>], '支付明细.xlsx'));
    made.set('mapping', JSON.stringify({ headings: { line: ['指标'] } }));
    return made;
  };
  const at = (preview: boolean) => `${path()}/payments?revision=${item!.revision}&preview=${preview}`;
  const seen = await clerk.ask('POST', at(true), contract.importAnswer, form());
  expect(seen).toMatchObject({ payments: 1, fen: 100, item: null });
  expect(seen.faults.map(({ message }) => message)).toEqual(['没有编号为“没有”的指标，这一行没有导入。']);
  expect((await get(clerk)).total.cumulative).toBe(total.cumulative);
  await clerk.ask('POST', at(false), contract.importAnswer, form());
  expect((await get(clerk)).total.cumulative).toBe(total.cumulative + 100);
  // Exports go on from January: what was taken is not taken again.
  const again = await clerk.ask('POST', at(true), contract.importAnswer, form());
  expect([again.payments, again.fen, again.faults.length]).toEqual([0, 0, 2]);
  const [entry] = await clerk.ask('GET', `${path()}/entries`, contract.entries);
  expect(entry!.origin).toMatchObject({ source: '支付明细.xlsx', address: expect.stringMatching(/^C\d+$/) });
  const wrong = form();
  wrong.set('mapping', '{"headings":{"x":["y"]}}');
  expect((await clerk.refused('POST', at(true), wrong))[1]).toContain('没有“x”这一项');
});

test('a day of another year or month is refused, and a change the wrong way', async () => {
  const before = await get(clerk, 12);
  const [line] = before.lines;
  const revision = before.item!.revision;
  const enter = (desk: Desk, event: string, entry: object) =>
    desk.refused('POST', `${path()}/entries`, {
      revision,
      event,
      entries: [{ line: line!.number, month: 3, fen: 1, ...entry }],
      ...(event === 'adjust' ? { reason: '年中', document: DOCUMENT } : {}),
    });
  expect((await enter(clerk, 'pay', { day: '2025-03-02' }))[1]).toContain('要在 2026 年');
  expect((await enter(clerk, 'pay', { day: '2026-04-02' }))[1]).toContain('要在 2026 年 3 月');
  expect((await enter(budget, 'adjust', { change: 'cut' }))[1]).toContain('应写成减少（负数）');
});

test('the monthly report is read back from its files', async () => {
  const { rows, total } = await get(clerk);
  for (const format of ['docx', 'xlsx', 'pdf']) {
    const answer = await clerk.send('GET', `${path()}/report/${format}?month=4`);
    expect([format, answer.status, answer.status === 200 ? '' : await answer.text()]).toEqual([format, 200, '']);
    const reading = await readDocument(`月报.${format}`, new Uint8Array(await answer.arrayBuffer()));
    const table = reading.disclosures.flatMap((disclosure) => rowsOf(disclosure, EXECUTION_REPORT));
    expect([format, table.length]).toEqual([format, rows.length + 1]);
    // The report prints 万元 to two places.
    expect(Math.abs(table.at(-1)!.adjusted!.fen - total.adjusted)).toBeLessThan(10_000);
  }
});

test('a lump sum is to be refined by the end of June, and what was accepted is to be paid', async () => {
  const faultsAt = async (month: number) => (await get(clerk, month)).faults.map(({ code }) => code);
  expect(await faultsAt(5)).not.toContain('lump-sum');
  expect(await faultsAt(6)).toContain('lump-sum');
  const { lines, item } = await get(clerk);
  const enter = (event: string, revision: number, entry: object) =>
    clerk.ask('POST', `${path()}/entries`, contract.item, { event, revision, entries: [entry] });
  const bound = { line: lines[1]!.number, month: 2, fen: 500, contract: 'H1' };
  await enter('commit', item!.revision, bound);
  await enter('accept', item!.revision + 1, { day: '2026-02-20', month: 2, fen: 500, contract: 'H1' });
  expect(await faultsAt(6)).toContain('unpaid');
  await enter('pay', item!.revision + 2, { ...bound, month: 3 });
  expect(await faultsAt(6)).not.toContain('unpaid');
});

test('the year is held against a ledger of its accounts item by item, to the fen', async () => {
  const { ledger, functional } = await accountsAsPaid();
  const ask = (given: object) =>
    clerk.ask('POST', `${path()}/reconciliation`, contract.reconciliation, { ledger: given });
  const { items, differences } = await ask(ledger);
  expect(differences).toEqual([]);
  for (const { budget: approved, initial, paid, accounts } of items)
    expect([approved, paid]).toEqual([initial, accounts]);
  const [line, ...others] = ledger.basic;
  const off = await ask({ ...ledger, basic: [{ ...line!, fen: line!.fen + 1 }, ...others] });
  const { paid } = items.find((item) => item.functional === functional)!;
  expect(off.differences).toEqual([{ at: 'accounts', functional, lines: paid, document: paid + 1 }]);
  expect((await clerk.refused('POST', `${path()}/reconciliation`, { ledger: { ...ledger, stage: 'budget' } }))[1]).toBe(
    '台账应是 2026 年的决算。',
  );
});

/** The approved budget's ledger as accounts that spend what was paid, item by item. */
async function accountsAsPaid() {
  const { lines } = await get(clerk, 12);
  const paid = lines.filter((line) => line.paid !== 0);
  const approved = exampleLedger(2026);
  const ledger = {
    ...approved,
    stage: 'final-accounts' as const,
    projects: approved.projects.map((project) => ({ ...project, lines: [] })),
    basic: paid.map((line) => ({
      item: line.functional,
      economic: approved.basic[0]!.economic,
      fund: 'general-public' as const,
      nature: 'operating' as const,
      fen: line.paid,
    })),
  };
  return { ledger, functional: paid[0]!.functional };
}

test('slow projects are warned by the profile; asked, answered, closed', async () => {
  const { due } = await get(watcher, 4);
  expect(due.length).toBeGreaterThan(1);
  // Salaries and the running of an office are in the report, and are no projects.
  const basic = ['人员经费', '公用经费'];
  const { rows } = await get(watcher, 4);
  expect(rows.map(({ project }) => project)).toEqual(expect.arrayContaining(basic));
  expect(due.filter(({ project }) => basic.includes(project))).toEqual([]);
  expect(due[0]).toMatchObject({ kind: 'date', message: '4 月末支出进度低于 25%。' });
  expect((await clerk.refused('POST', `${path()}/warnings`, { month: 4 }))[0]).toBe(409);
  const { made } = await watcher.ask('POST', `${path()}/warnings`, contract.made, { month: 4 });
  expect(made).toBe(due.length);
  expect(await watcher.ask('POST', `${path()}/warnings`, contract.made, { month: 4 })).toEqual({ made: 0 });
  const [warning] = (await get(clerk)).warnings;
  expect(warning).toMatchObject({ state: 'given', due: expect.stringMatching(/^20\d\d-/) });
  const step = (desk: Desk, revision: number, event: string, reason?: string) =>
    desk.ask('POST', `/work/${warning!.id}/steps`, work.item, { revision, event, ...(reason ? { reason } : {}) });
  await step(clerk, 0, 'answer', '合同六月签');
  await step(watcher, 1, 'return', '没有写明日期');
  await step(clerk, 2, 'answer', '合同六月三十日前签');
  expect(await step(watcher, 3, 'close')).toMatchObject({ state: 'closed' });
});

test('who has no role there finds nothing, on any route', async () => {
  const stranger = await deskOf(app, fixture.store, 'stranger', places.sibling, 'unit-clerk', 'project-owner');
  for (const [method, at, body] of [
    ['GET', path()],
    ['POST', path(), { document: DOCUMENT }],
    ['GET', `${path()}/entries`],
    ['POST', `${path()}/entries`, { revision: 0, event: 'pay', entries: [{ line: 'a', month: 1, fen: 1 }] }],
    ['POST', `${path()}/words`, { revision: 0, words: [{ project: 'a' }] }],
    ['POST', `${path()}/warnings`, { month: 4 }],
    ['POST', `${path()}/reconciliation`, { ledger: {} }],
    ['GET', `${path()}/report/pdf`],
  ] as const)
    expect([at, (await stranger.refused(method, at, body))[0]]).toEqual([at, 404]);
  const list = await stranger.ask('GET', '/execution?year=2026', contract.executions);
  expect(list.map(({ code }) => code)).toEqual(['302003']);
  // The department's page shows what its people see of it, and no more.
  const part = await stranger.ask('GET', `/execution/${places.department}/2026`, contract.executionAnswer);
  expect(part.rows).toEqual([]);
});
