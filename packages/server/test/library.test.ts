/** The project library over HTTP: applied for, reviewed blind, stored, budgeted by an approval, inspected; only what is stored is budgeted. */
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Role } from '@mingsuan/core/process/roles';
import { listGrants, verifyAudit } from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import * as attached from '../src/modules/attachments/contract.ts';
import * as contract from '../src/modules/library/contract.ts';
import * as performance from '../src/modules/performance/contract.ts';
import * as work from '../src/modules/work/contract.ts';
import { type Desk, deskOf, type Places, placesIn } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';

const YEAR = 2027;
const DOCUMENT = { number: '财预〔2027〕1号', date: '2027-02-10' };
let fixture: Fixture;
let app: Api;
let places: Places;
const desks: Record<string, Desk> = {};

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
  places = await placesIn(fixture.store);
  const desk = async (login: string, at: number, ...roles: Role[]) => {
    desks[login] = await deskOf(app, fixture.store, login, at, ...roles);
  };
  await desk('owner', places.unit, 'project-owner');
  await desk('clerk', places.unit, 'unit-clerk');
  await desk('head', places.unit, 'unit-head');
  await desk('finance', places.department, 'department-finance');
  await desk('office', places.region, 'bureau-office');
  await desk('budget', places.region, 'bureau-budget');
  await desk('expert1', places.region, 'reviewer');
  await desk('expert2', places.region, 'reviewer');
  await desk('stranger', places.sibling, 'project-owner');
});
afterAll(() => fixture.close());

const at = (rest = '') => `/library/${places.region}/${YEAR}${rest}`;
const ledger = () => ({
  ...exampleLedger(YEAR),
  agency: { code: '302001', name: '数据局本级', level: 'unit' as const },
});
const projectOf = (desk: Desk, id: number) => desk.ask('GET', `/projects/${id}`, contract.project);
const step = async (desk: Desk, id: number, event: string, more = {}) => {
  const { revision } = await desk.ask('GET', `/work/${id}`, work.workAnswer);
  return desk.ask('POST', `/work/${id}/steps`, work.item, { revision, event, ...more });
};
const refusal = async (desk: Desk, id: number, event: string, more = {}) => {
  const { revision } = await desk.ask('GET', `/work/${id}`, work.workAnswer);
  return (await desk.refused('POST', `/work/${id}/steps`, { revision, event, ...more }))[1];
};

/** A project of the ledger as it would have been applied for. */
function applicationOf({ lines, basis, goal, indicators }: ReturnType<typeof ledger>['projects'][number], factor = 1) {
  return {
    class: 'department',
    isNew: true,
    from: YEAR,
    to: YEAR,
    leader: '王主任',
    basis: basis ?? '工作计划',
    plan: lines.map((line) => ({ ...line, year: YEAR, fen: line.fen * factor })),
    goal: goal ?? '',
    indicators,
  };
}

async function openedProject(title: string): Promise<number> {
  const body = { process: 'project', unitId: places.unit, year: YEAR, title };
  return (await desks.owner!.ask('POST', '/work', work.made, body)).id;
}

/** Applied for, checked, valued as it asks, stored. */
async function storedProject(project: Parameters<typeof applicationOf>[0]): Promise<void> {
  const { owner, finance, office } = desks as Record<string, Desk>;
  const other = await openedProject(project.name);
  await owner!.ask('POST', `/projects/${other}/application`, contract.item, {
    revision: 0,
    application: applicationOf(project),
  });
  await step(owner!, other, 'apply');
  await step(finance!, other, 'pass');
  const { asked } = await projectOf(office!, other);
  await office!.ask('POST', `/projects/${other}/reviewed`, contract.done, { fen: asked, reason: '符合配置标准' });
  await graded(office!, other);
  await step(office!, other, 'store');
}

const graded = (desk: Desk, project: number, grade = '优') =>
  desk.ask('POST', `/projects/${project}/grade`, contract.done, { grade, reason: '目标明确' });

let id: number;
const [first, second] = ledger().projects;

test('an application is checked for its form, gets its 21 characters, and is seen by nobody else', async () => {
  const { owner, stranger, expert1 } = desks as Record<string, Desk>;
  id = await openedProject(first!.name);
  expect(await refusal(owner!, id, 'apply')).toBe('还没有填完，或没有写明原因，不能申报。');
  const asked = { revision: 0, application: { ...applicationOf(first!, 2), basis: '' } };
  expect(
    (await owner!.refused('POST', `/projects/${id}/application`, { revision: 0, application: { class: 'x' } }))[1],
  ).toContain('class');
  await owner!.ask('POST', `/projects/${id}/application`, contract.item, asked);
  const { code, faults, class: of } = await projectOf(owner!, id);
  expect(code).toMatch(/^13011027T\d{12}$/);
  expect([of, faults]).toEqual(['department', ['没有写立项依据。']]);
  // What is applied for goes only through this room, where it is checked.
  expect((await owner!.refused('POST', `/work/${id}/versions`, { revision: 1, content: {} }))[0]).toBe(400);
  await owner!.ask('POST', `/projects/${id}/application`, contract.item, {
    revision: 1,
    application: applicationOf(first!, 2),
  });
  for (const desk of [stranger!, expert1!])
    for (const path of [
      `/projects/${id}`,
      `/library/${places.unit}/${YEAR}`,
      `/library/${places.unit}/${YEAR}/projects`,
    ])
      expect([path, (await desk.refused('GET', path))[0]]).toEqual([path, 404]);
  await step(owner!, id, 'apply');
  expect(
    (
      await owner!.refused('POST', `/projects/${id}/application`, { revision: 3, application: applicationOf(first!) })
    )[0],
  ).toBe(409);
});

test('experts see nothing of each other until they have answered; the unit sees no names', async () => {
  const { owner, finance, office, expert1, expert2 } = desks as Record<string, Desk>;
  await step(finance!, id, 'pass');
  expect(await refusal(office!, id, 'store')).toBe('评审意见还没有给齐，或还没有核定金额，不能入库。');
  const { experts } = await projectOf(office!, id);
  expect(experts.map(({ person }) => person)).toEqual(['人expert1', '人expert2']);
  for (const { personId } of experts)
    await office!.ask('POST', `/projects/${id}/reviewers`, contract.done, { personId, due: '2027-01-20' });
  const clerkId = (await listGrants(fixture.store, '2027-01-01')).find(({ role }) => role === 'unit-clerk')!.personId;
  expect((await office!.refused('POST', `/projects/${id}/reviewers`, { personId: clerkId, due: null }))[1]).toBe(
    '这个人不是评审专家。',
  );
  expect(await expert1!.ask('GET', '/project-reviews', contract.reviews)).toMatchObject([
    { id, due: '2027-01-20', isGiven: false },
  ]);
  const { asked } = await projectOf(office!, id);
  const opinion = (part: number, score: number) => ({
    verdict: 'store',
    fen: (asked / 4) * part,
    score,
    reason: '单价偏高',
  });
  await expert1!.ask('POST', `/projects/${id}/opinions`, contract.done, opinion(3, 80));
  expect((await expert1!.refused('POST', `/projects/${id}/opinions`, opinion(3, 90)))[1]).toBe(
    '评审意见已经给过，不能再改。',
  );
  const before = await projectOf(expert2!, id);
  expect([before.score, before.reviews.map(({ isGiven, opinion: said, person }) => [isGiven, said, person])]).toEqual([
    null,
    [
      [true, null, null],
      [false, null, '人expert2'],
    ],
  ]);
  expect((await projectOf(owner!, id)).reviews.map(({ person, opinion: said }) => [person, said])).toEqual([
    [null, null],
    [null, null],
  ]);
  await expert2!.ask('POST', `/projects/${id}/opinions`, contract.done, opinion(2, 90));
  expect((await projectOf(expert2!, id)).reviews[0]!.opinion).toMatchObject({ score: 80 });
  expect(await projectOf(office!, id)).toMatchObject({
    score: 8500,
    opinions: 2,
    reviews: [{ person: '人expert1' }, {}],
  });
  expect((await finance!.refused('POST', `/projects/${id}/reviewed`, { fen: 1, reason: 'x' }))[1]).toContain(
    '财政业务处',
  );
  await office!.ask('POST', `/projects/${id}/reviewed`, contract.done, { fen: asked / 2, reason: '按询价核定' });
  // Its targets are graded, too: what goes back for them is not stored.
  const ungraded = '绩效目标还没有评等级，或评的是“中”“差”，不能入库。';
  expect(await refusal(office!, id, 'store')).toBe(ungraded);
  expect((await owner!.refused('POST', `/projects/${id}/grade`, { grade: '优', reason: 'x' }))[1]).toContain('绩效处');
  await graded(office!, id, '中');
  expect(await refusal(office!, id, 'store')).toBe(ungraded);
  await graded(office!, id);
  const { targets } = await projectOf(office!, id);
  expect([targets!.given?.grade, targets!.indicators]).toEqual(['优', first!.indicators.length]);
  await step(office!, id, 'store');
  const board = await desks.budget!.ask('GET', at(), contract.board);
  expect(board.counters).toMatchObject({
    coverage: { numerator: 1, denominator: 1, percent: '100.00' },
    timeliness: null,
    saving: { numerator: asked / 2, denominator: asked, percent: '50.00' },
  });
  expect(board.ranking).toMatchObject([
    { id, place: 1, amount: asked / 2, sum: asked / 2, why: '新增，评审 85.00 分' },
  ]);
  // Another year has nothing to count, which is no rate.
  const { counters } = await desks.budget!.ask('GET', `/library/${places.region}/2030`, contract.board);
  expect(counters.coverage.percent).toBeNull();
});

test('projects are found by a part of the name, the code or the leader; the department sets their order', async () => {
  const { finance, owner } = desks as Record<string, Desk>;
  const found = async (query: string) =>
    (await desks.budget!.ask('GET', at(`/projects?${query}`), contract.projects)).length;
  const { code } = await projectOf(owner!, id);
  expect(
    await Promise.all([
      found(`q=${encodeURIComponent(first!.name.slice(0, 4))}`),
      found(`q=${code}`),
      found('q=%25'),
      found('state=stored'),
      found('state=running'),
      found('class=special-fund'),
    ]),
  ).toEqual([1, 1, 0, 1, 0, 0]);
  await finance!.ask('PUT', `/projects/${id}/priority`, contract.done, { priority: 3 });
  expect((await desks.budget!.ask('GET', at(), contract.board)).ranking[0]!.why).toBe(
    '部门排第 3，新增，评审 85.00 分',
  );
});

test('once the bureau says so only stored projects are budgeted; an approval arranges them and keeps the five amounts', async () => {
  const { clerk, head, finance, office, budget, owner } = desks as Record<string, Desk>;
  const round = (await clerk!.ask('POST', '/work', work.made, { process: 'round', unitId: places.unit, year: YEAR }))
    .id;
  await clerk!.ask('POST', `/work/${round}/versions`, work.item, { revision: 0, content: ledger() });
  const errors = async () => (await clerk!.ask('GET', `/work/${round}/findings`, work.findings)).errors;
  expect(await errors()).toEqual([]);
  expect(
    (await clerk!.refused('PUT', `/library/${places.region}/settings`, { sinceYear: YEAR, reviewDays: 10 }))[0],
  ).toBe(409);
  await budget!.ask('PUT', `/library/${places.region}/settings`, contract.done, { sinceYear: YEAR, reviewDays: 10 });
  expect((await budget!.ask('GET', at(), contract.board)).counters.timeliness).toMatchObject({
    percent: '100.00',
    late: 0,
  });
  const told = await errors();
  expect(told).toEqual(
    ledger()
      .projects.slice(1)
      .map(({ name }, i) => `“项目”表第 ${i + 2} 个项目“${name}”不在项目库里，请先申报入库。`),
  );
  expect(await refusal(clerk!, round, 'submit')).toBe(
    '有项目还没有入库、超过它的控制数，或上年的问题没有整改到位，不能送审。',
  );
  await storedProject(second!);
  await budget!.ask('POST', `/projects/${id}/control`, contract.done, {
    year: YEAR,
    fen: 100,
    reason: '上年评为“中”',
    document: DOCUMENT,
  });
  expect((await errors())[0]).toContain('超过这个项目的控制数 1.00元（上年评为“中”）');
  const whole = first!.lines.reduce((all, { fen }) => all + fen, 0);
  await budget!.ask('POST', `/projects/${id}/control`, contract.done, {
    year: YEAR,
    fen: whole,
    reason: '按核定数',
    document: DOCUMENT,
  });
  expect(await errors()).toEqual([]);
  const sums = (await clerk!.ask('GET', `/work/${round}/findings`, work.findings)).sums;
  await budget!.ask('PUT', `/control-figures/${places.department}/${YEAR}`, work.done, {
    figures: sums,
    document: DOCUMENT,
  });
  await finance!.ask('PUT', `/control-figures/${places.unit}/${YEAR}`, work.done, {
    figures: sums,
    document: DOCUMENT,
  });
  for (const times of [1, 2]) {
    await step(clerk!, round, 'submit');
    await step(head!, round, 'pass');
    await step(finance!, round, 'pass');
    await step(office!, round, 'pass');
    await step(budget!, round, times === 1 ? 'next-round' : 'approve', times === 1 ? {} : { document: DOCUMENT });
  }
  const project = await projectOf(owner!, id);
  expect(project.state).toBe('budgeted');
  expect(project.amounts).toEqual({
    asked: whole,
    reviewed: whole,
    control: whole,
    'asked-again': whole,
    approved: whole,
  });
  expect(project.budgets).toMatchObject([{ id: round, year: YEAR, state: 'approved' }]);
  expect(project.given.filter(({ kind }) => kind === 'approved')).toMatchObject([{ documentNumber: DOCUMENT.number }]);
});

test('what runs is inspected by others; its problems are put right as any', async () => {
  const { owner, office } = desks as Record<string, Desk>;
  await step(owner!, id, 'start');
  const { revision } = await projectOf(office!, id);
  const inspection = { revision, scope: 'yes', effect: 'partly', sharing: 'no', note: '数据没有共享' };
  expect((await owner!.refused('POST', `/projects/${id}/inspections`, inspection))[0]).toBe(409);
  await office!.ask('POST', `/projects/${id}/inspections`, contract.item, inspection);
  const { inspections, history } = await projectOf(owner!, id);
  expect(inspections).toMatchObject([{ scope: 'yes', sharing: 'no', person: '人office' }]);
  expect(history.map(({ name }) => name)).toContain('检查');
  // Whoever inspects brings what was found; it stays, and whoever runs the project adds nothing to it.
  const proof = () => {
    const body = new FormData();
    body.append('files', new File(['%PDF-1.7\n%%EOF\n'], '现场.pdf'));
    body.set('about', '检查');
    return body;
  };
  const path = `/work/${id}/attachments`;
  const { ids } = await office!.ask('POST', path, attached.made, proof());
  expect(await office!.ask('GET', path, attached.attachments)).toMatchObject({ mayAttach: true, mayWithdraw: false });
  expect((await office!.refused('DELETE', `${path}/${ids[0]}`))[0]).toBe(409);
  expect((await owner!.refused('POST', path, proof()))[0]).toBe(409);
  await step(owner!, id, 'finish');
  expect((await office!.refused('POST', path, proof()))[0]).toBe(409);
  expect((await verifyAudit(fixture.store)).broken).toBeUndefined();
  const life = await owner!.ask(
    'GET',
    `/performance/places/${places.unit}/${YEAR}/project?project=${encodeURIComponent(second!.name)}`,
    performance.projectAnswer,
  );
  expect(life.applied).toMatchObject([{ state: 'budgeted' }]);
});
