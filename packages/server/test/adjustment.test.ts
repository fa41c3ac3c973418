/** An approved budget goes to the portal, stands, and is adjusted only by an item that is approved with its document. */
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { Role } from '@mingsuan/core/process/roles';
import { ROUND } from '@mingsuan/core/process/rounds';
import { CONDITIONS, type Condition } from '@mingsuan/core/process/transition-table';
import {
  addUnit,
  grantRole,
  hashOfContent,
  invitePerson,
  loadDisclosure,
  openWork,
  saveVersion,
  TERMINAL,
  takeStep,
  type UnitKind,
  verifyAudit,
  type Worker,
  type WorkItem,
} from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { Visit } from '../src/modules/accounts/service.ts';
import type { Compiled } from '../src/modules/work/compiled.ts';
import { foreignTo } from '../src/modules/work/facts.ts';
import { work } from '../src/modules/work/service.ts';
import { type Fixture, openFixture, testConfig, testEngine } from './fixture.ts';

const ALL = Object.keys(CONDITIONS) as Condition[];
const DOCUMENT = { number: '鹿财预〔2026〕1号', date: '2026-02-10' };
const LEDGER = { ...exampleLedger(2026), agency: { code: '302001', name: '数据局本级', level: 'unit' } } as Ledger;

let fixture: Fixture;
let engine: Engine;
let service: ReturnType<typeof work>;
let visits: Readonly<Record<string, Visit>>;
let id: number;
/** What the budget office could do when each round was settled, and what that waited for. */
const offered: (readonly [offers: readonly string[], waits: readonly string[]])[] = [];

beforeAll(async () => {
  fixture = await openFixture(false);
  engine = testEngine(testConfig(fixture.folder));
  const { store } = fixture;
  service = work({ store, engine });
  const since = '2020-01-01';
  const add = (kind: UnitKind, code: string, name: string, parentId: number | null) =>
    addUnit(store, kind, { code, name, parentId, nature: null, isOwnOffice: false, since, until: null }, TERMINAL);
  const region = await add('region', '130110', '鹿泉区', null);
  const department = await add('department', '302', '数据局', region);
  const unit = await add('unit', '302001', '数据局本级', department);
  const made: Record<string, Visit> = {};
  const workers: Record<string, Worker> = {};
  for (const [login, role, at] of [
    ['clerk', 'unit-clerk', unit],
    ['head', 'unit-head', unit],
    ['finance', 'department-finance', department],
    ['office', 'bureau-office', region],
    ['budget', 'bureau-budget', region],
    ['budget2', 'bureau-budget', region],
  ] as const satisfies readonly (readonly [string, Role, number])[]) {
    const person = await invitePerson(store, { login, name: login }, TERMINAL);
    await grantRole(store, { personId: person.id, unitId: at, role, deputyOf: null, since, until: null }, TERMINAL);
    made[login] = {
      person: { id: person.id, login, name: login, isAdministrator: false, session: 0 } as unknown as Visit['person'],
      address: '',
    };
    workers[login] = { personId: person.id, person: login, address: '', roles: [role] };
  }
  visits = made;
  id = await openWork(store, { process: 'round', unitId: unit, year: 2026 }, workers.clerk!);
  await saveVersion(store, id, { revision: 0, content: LEDGER }, workers.clerk!);
  let revision = 1;
  const go = async (login: string, event: string) =>
    takeStep(store, id, { event, revision: revision++, facts: ALL, document: DOCUMENT }, workers[login]!);
  for (const round of [1, 2]) {
    for (const [login, event] of [
      ['clerk', 'submit'],
      ['head', 'pass'],
      ['finance', 'pass'],
      ['office', 'pass'],
    ] as const)
      await go(login, event);
    const { offers, waits } = await service.get(made.budget!, id);
    offered.push([offers.map(({ event }) => event), waits]);
    await go('budget', round === 1 ? 'next-round' : 'approve');
  }
});
afterAll(async () => {
  engine.close();
  await fixture.close();
});

const stands = (login: string, of = id) => service.get(visits[login]!, of);
const take = async (login: string, event: string, of = id, more = {}) =>
  service.step(visits[login]!, of, { event, revision: (await stands(login, of)).revision, ...more });

test('of the first round nothing is approved, and it does not go on before there are control figures: neither is offered', () =>
  expect(offered).toEqual([
    [[], ['控制数还没有下达，不能转入下一轮。']],
    [['approve'], []],
  ]));

test('it is published: the portal has the original and its data', async () => {
  expect((await stands('finance')).due?.date).toBe('2026-03-02');
  await expect(take('clerk', 'publish')).rejects.toThrow('“公开”要由部门财务来做。');
  expect((await stands('clerk')).publication).toBeNull();
  await take('finance', 'publish');
  const { state, publication } = await stands('clerk');
  expect([state, publication?.version]).toEqual(['published', 1]);
  const disclosure = (await loadDisclosure(fixture.store, publication!.disclosureId!))!;
  expect(disclosure).toMatchObject({ year: 2026, agency: { code: '302001', name: '数据局本级' } });
  const whole = disclosure.statements
    .find(({ form }) => form === 'expenditure')!
    .rows.find(({ key }) => key === 'total')!;
  const spent = [...LEDGER.basic, ...LEDGER.projects.flatMap(({ lines }) => lines)];
  expect(whole.cells.total!.fen).toBe(spent.reduce((sum, { fen }) => sum + fen, 0));
});

test('who may propose which adjustment; nobody changes what is approved otherwise', async () => {
  expect((await stands('clerk')).mayAdjust).toEqual(['transfer']);
  expect((await stands('finance')).mayAdjust).toEqual(['transfer', 'breakdown']);
  expect((await stands('head')).mayAdjust).toEqual([]);
  await expect(service.adjust(visits.clerk!, id, 'supplement')).rejects.toThrow('“追加”不由你来提。');
  for (const login of Object.keys(visits)) {
    expect((await stands(login)).offers).toEqual([]);
    await expect(take(login, 'adjust', id, { reason: '改', document: DOCUMENT })).rejects.toThrow(
      '修改要连同内容一起保存。',
    );
    const { revision } = await stands(login);
    await expect(service.save(visits[login]!, id, { revision, content: {} })).rejects.toThrow('不能这样做');
  }
});

test('a transfer goes line by line through review to a version upon the approved one; of two upon one version one stands', async () => {
  const { id: own } = await service.adjust(visits.clerk!, id, 'transfer');
  const { id: second } = await service.adjust(visits.finance!, id, 'breakdown');
  expect((await stands('clerk', own)).base).toMatchObject({
    id,
    kind: 'transfer',
    fault: '调剂还没有改动支出的金额。',
  });
  const moved = (by: number, back: number) => ({
    ...LEDGER,
    basic: LEDGER.basic.map((line, i) =>
      i === 0 ? { ...line, fen: line.fen + by } : i === 1 ? { ...line, fen: line.fen - back } : line,
    ),
  });
  const save = async (login: string, of: number, content: unknown) =>
    service.save(visits[login]!, of, { revision: (await stands(login, of)).revision, content });
  await save('clerk', own, moved(200, 100));
  await expect(take('clerk', 'submit', own, { reason: '调剂' })).rejects.toThrow();
  await save('clerk', own, moved(100, 100));
  await save('finance', second, moved(500, 500));
  await take('clerk', 'submit', own, { reason: '人员变动' });
  await take('finance', 'submit', second, { reason: '细化' });
  await expect(take('budget', 'approve', own, { reason: '同意' })).rejects.toThrow('批准要有文号和日期。');
  const before = await service.content(visits.clerk!, id, 1);
  await take('budget', 'approve', own, {
    reason: '同意',
    document: { number: '鹿财预〔2026〕30号', date: '2026-06-01' },
  });
  const round = await stands('clerk');
  expect(round).toMatchObject({ state: 'published', version: 2 });
  expect(round.history.at(-1)).toMatchObject({
    event: 'adjust',
    reason: '调剂：同意',
    document: { number: '鹿财预〔2026〕30号', date: '2026-06-01' },
    role: 'bureau-budget',
    content: hashOfContent(moved(100, 100)),
  });
  expect((await service.differences(visits.clerk!, id, 1, 2)).map(({ change }) => change)).toEqual([100, -100]);
  expect(await service.content(visits.clerk!, id, 1)).toEqual(before);
  // The other went on from what is no more: it is not approved over it.
  await expect(take('budget2', 'approve', second, { reason: '同意', document: DOCUMENT })).rejects.toThrow(
    '批复的预算又调整过，请在最新的上面另提',
  );
  expect((await stands('clerk')).version).toBe(2);
  await take('budget2', 'return', second, { reason: '另提' });
  await take('finance', 'drop', second, { reason: '另提' });
  expect((await stands('clerk')).adjustments.map(({ state }) => state)).toEqual(['approved', 'dropped']);
  // Whoever proposes does not approve.
  const { id: third } = await service.adjust(visits.budget!, id, 'supplement');
  const more = moved(100, 100);
  await save('budget', third, {
    ...more,
    basic: more.basic.map((line, i) => (i === 0 ? { ...line, fen: line.fen + 3_000_000 } : line)),
    revenue: more.revenue.map((line, i) => (i === 0 ? { ...line, fen: line.fen + 3_000_000 } : line)),
  });
  await take('budget', 'submit', third, { reason: '追加' });
  await expect(take('budget', 'approve', third, { reason: '同意', document: DOCUMENT })).rejects.toThrow(
    '不能由自己批准',
  );
  await take('budget2', 'approve', third, { reason: '同意', document: DOCUMENT });
  expect(await stands('clerk')).toMatchObject({ state: 'published', version: 3 });
  expect((await verifyAudit(fixture.store)).broken).toBeUndefined();
  expect(ROUND.transitions.filter(({ isRevision }) => isRevision)).toHaveLength(2);
});

test('the portal shows the version after an adjustment once it is published again, and no second time', async () => {
  const before = (await stands('finance')).publication!;
  expect((await stands('finance')).offers.map(({ event }) => event)).toEqual(['republish']);
  await expect(take('clerk', 'republish')).rejects.toThrow('要由部门财务来做');
  await take('finance', 'republish');
  const { state, version, publication, offers } = await stands('finance');
  expect([state, version, publication?.version, offers]).toEqual(['published', 3, 3, []]);
  expect(publication!.disclosureId).not.toBe(before.disclosureId);
  const spent = async (disclosureId: number) => {
    const { statements } = (await loadDisclosure(fixture.store, disclosureId))!;
    const rows = statements.find(({ form }) => form === 'expenditure')!.rows;
    return rows.find(({ key }) => key === 'total')!.cells.total!.fen;
  };
  expect((await spent(publication!.disclosureId!)) - (await spent(before.disclosureId!))).toBe(3_000_000);
  await expect(take('finance', 'republish')).rejects.toThrow('公开以后没有再调整');
});

test('a ledger of another kind of document, unit or year is none of this budget', () => {
  const item = { unit: '数据局本级', unitCode: '302001', year: 2026 } as WorkItem;
  const foreign = (more: Partial<Ledger>) => foreignTo(item, { ledger: { ...LEDGER, ...more } } as Compiled);
  expect(foreign({})).toBeUndefined();
  expect(foreign({ stage: 'budget' })).toBeUndefined();
  expect(foreign({ stage: 'final-accounts' })).toBe('台账是决算的，这里是预算。');
  expect(foreign({ year: 2025 })).toBe('台账是 2025 年的，这里是 2026 年预算。');
  expect(foreign({ agency: { code: '302003', name: '数据中心', level: 'unit' } })).toBe(
    '台账写的是 302003数据中心，不是302001数据局本级。',
  );
});
