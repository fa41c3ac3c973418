/** A year of one unit over HTTP: monitored, evaluated by itself, reviewed, put right, published; each number down to its form. */
import { MONITORING, SELF_EVALUATION } from '@mingsuan/core/kinds/index';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { rowsOf } from '@mingsuan/core/model/tables';
import { readReportSentence } from '@mingsuan/core/performance/reports';
import type { Role } from '@mingsuan/core/process/roles';
import { readDocument } from '@mingsuan/documents/read';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import * as execution from '../src/modules/execution/contract.ts';
import * as library from '../src/modules/library/contract.ts';
import * as contract from '../src/modules/performance/contract.ts';
import * as work from '../src/modules/work/contract.ts';
import { approvedBudgetOf, type Desk, deskOf, type Places, placesIn, storedProject } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';

let fixture: Fixture;
let app: Api;
let places: Places;
let approved: Awaited<ReturnType<typeof approvedBudgetOf>>;
let office: Desk;
let owner: Desk;
let finance: Desk;
let clerk: Desk;
let budget: Desk;

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
  places = await placesIn(fixture.store, '510100');
  const { projects } = exampleLedger(2026);
  const [one, ...others] = projects[0]!.indicators;
  const answered = { ...projects[0]!, indicators: [{ ...one!, office: '信息科' }, ...others] };
  approved = await approvedBudgetOf(fixture.store, places.unit, { projects: [answered, ...projects.slice(1)] });
  expect(approved.projects.length).toBeGreaterThan(0);
  const desk = (login: string, at: number, ...roles: Role[]) => deskOf(app, fixture.store, login, at, ...roles);
  office = await desk('office', places.region, 'performance-office');
  owner = await desk('owner', places.unit, 'project-owner');
  finance = await desk('finance', places.department, 'department-finance');
  clerk = await desk('clerk', places.unit, 'unit-clerk');
  budget = await desk('budget', places.region, 'bureau-budget');
  await budget.ask('POST', `/execution/${places.unit}/2026`, execution.item, {
    document: { number: '财预〔2026〕1号', date: '2026-02-10' },
  });
  const { lines, item } = await clerk.ask('GET', `/execution/${places.unit}/2026`, execution.executionAnswer);
  await clerk.ask('POST', `/execution/${places.unit}/2026/entries`, execution.item, {
    revision: item!.revision,
    event: 'pay',
    entries: lines.map(({ number, available }) => ({ line: number, month: 6, fen: Math.floor(available / 2) })),
  });
});
afterAll(() => fixture.close());

const at = (place: number, rest: string) => `/performance/places/${place}/2026/${rest}`;
const taskOf = (desk: Desk, id: number) => desk.ask('GET', `/performance/tasks/${id}`, contract.taskAnswer);
const list = (desk: Desk, process: string) =>
  desk.ask('GET', at(places.department, `tasks?process=${process}`), contract.tasks);
const step = (desk: Desk, id: number, revision: number, event: string, reason?: string) =>
  desk.ask('POST', `/work/${id}/steps`, work.item, { revision, event, ...(reason ? { reason } : {}) });

test('projects are monitored by the calendar of the profile, filled in with causes and evidence, checked by others', async () => {
  expect((await owner.refused('POST', at(places.unit, 'tasks'), { process: 'monitoring', month: 7 }))[0]).toBe(409);
  const { made } = await office.ask('POST', at(places.region, 'tasks'), contract.made, {
    process: 'monitoring',
    month: 7,
  });
  expect(made).toBeGreaterThan(0);
  expect(
    (await office.ask('POST', at(places.region, 'tasks'), contract.made, { process: 'monitoring', month: 7 })).made,
  ).toBe(0);
  const [task] = await list(owner, 'monitoring');
  expect(task).toMatchObject({ month: 7, due: '2026-07-31', state: 'draft', profile: 'sichuan-2025' });
  const { monitoring, missing, offers } = await taskOf(owner, task!.id);
  expect(offers.map(({ event }) => event)).toEqual(['edit', 'submit']);
  // Half of the money at the end of July is 86 % of an even pace.
  expect(monitoring!.budget.light).toBe('green');
  expect(missing.length).toBeGreaterThan(0);
  expect((await owner.refused('POST', `/work/${task!.id}/steps`, { revision: 0, event: 'submit' }))[1]).toBe(
    '还没有填完，或没有写明原因，不能报送。',
  );
  const indicators = monitoring!.indicators.map(({ target }) => ({
    done: /\d/.test(target) ? target.replace(/^[≥≤><=]+/, '') : '达成',
    likelihood: '确定能',
    cause: '按计划',
    evidence: '台账第 3 页',
    // Whether an amount adds up over the year is guessed, and a person decides.
    kind: 'level',
  }));
  expect(monitoring!.indicators.map(({ kind }) => kind)).toEqual(monitoring!.indicators.map(() => null));
  expect(monitoring!.indicators.some(({ guess }) => guess?.kind === 'flow' && guess.reason !== '')).toBe(true);
  await owner.ask('POST', `/performance/tasks/${task!.id}/monitoring`, contract.item, { revision: 0, indicators });
  const filled = await taskOf(owner, task!.id);
  expect(filled.missing).toEqual([]);
  expect(filled.monitoring!.indicators.every(({ light }) => light !== 'none')).toBe(true);
  const numbers = filled.monitoring!.indicators.filter(({ guess }) => guess !== null);
  expect(numbers.every(({ reason }) => !reason.includes('分摊后'))).toBe(true);
  // Versions go only through this room, where they are worked out.
  expect((await owner.refused('POST', `/work/${task!.id}/versions`, { revision: 1, content: { a: 1 } }))[0]).toBe(400);
  await step(owner, task!.id, 1, 'submit');
  expect((await office.ask('GET', '/performance/todo', contract.todo))[0]).toMatchObject({
    id: task!.id,
    offers: ['退回', '审核通过'],
  });
  await step(office, task!.id, 2, 'return', '依据不清');
  await step(owner, task!.id, 3, 'submit');
  expect(await step(finance, task!.id, 4, 'pass')).toMatchObject({ state: 'checked' });
});

test('the office that answers for an indicator stands by its tasks, and is what they are asked by', async () => {
  const [task, ...others] = await list(office, 'monitoring');
  expect([task!.offices, others.flatMap(({ offices }) => offices)]).toEqual([['信息科'], []]);
  const { monitoring } = await taskOf(owner, task!.id);
  expect(monitoring!.indicators.slice(0, 2).map((row) => row.office)).toEqual(['信息科', null]);
  const of = (name: string) =>
    office.ask('GET', at(places.region, `tasks?office=${encodeURIComponent(name)}`), contract.tasks);
  expect((await of('信息科')).map(({ id }) => id)).toEqual([task!.id]);
  expect(await of('办公室')).toEqual([]);
});

test('a problem is put right and closed; the board counts what is open and late', async () => {
  const [task] = await list(office, 'monitoring');
  const asked = { problem: '进度偏慢', demand: '九月底前完成招标', due: '2026-09-30' };
  await office.ask('POST', `/performance/tasks/${task!.id}/rectification`, contract.made, asked);
  const [problem] = await list(owner, 'rectification');
  expect(problem).toMatchObject({ sourceId: task!.id, due: '2026-09-30', state: 'open' });
  expect((await taskOf(owner, problem!.id)).problem).toMatchObject({ demand: '九月底前完成招标' });
  await step(owner, problem!.id, 0, 'start', '已约谈');
  await step(owner, problem!.id, 1, 'report', '已完成招标');
  await step(finance, problem!.id, 2, 'close');
  const board = await office.ask('GET', at(places.region, 'board'), contract.board);
  expect(board.months).toMatchObject([{ month: 7 }]);
  expect(board.processes.find(({ process }) => process === 'rectification')).toMatchObject({
    states: { closed: 1 },
    late: 0,
  });
  expect(board.units.map(({ name }) => name)).toEqual(['数据局本级']);
});

test('self-evaluation is scored part by part, scored again by a reviewer, passed by another, and published', async () => {
  await office.ask('POST', at(places.region, 'tasks'), contract.made, { process: 'evaluation' });
  const tasks = await list(owner, 'evaluation');
  const task = tasks.find(({ project }) => project !== null)!;
  const before = await taskOf(owner, task.id);
  const { indicators } = before.evaluation!;
  // What prints no weights is weighed by the profile's groups, or by hand where these do not add up.
  const even = Math.floor(9000 / indicators.length) / 100;
  const last = Math.round((90 - even * (indicators.length - 1)) * 100) / 100;
  const answers = indicators.map(({ target }, i) => ({
    achieved: /\d/.test(target) ? target.replace(/^[≥≤><=]+/, '') : '达成',
    weight: String(i === indicators.length - 1 ? last : even),
    cause: '按计划完成',
    evidence: '验收单',
  }));
  const body = {
    revision: 0,
    goals: before.evaluation!.goals.map(() => '已完成'),
    indicators: answers,
    conclusion: '达到目标',
  };
  await owner.ask('POST', `/performance/tasks/${task.id}/evaluation`, contract.item, body);
  const filled = await taskOf(owner, task.id);
  expect(filled.missing).toEqual([]);
  const { parts, total } = filled.evaluation!;
  const sum = parts.reduce((all, { points }) => all + Math.round(Number(points) * 100), 0);
  expect(Math.round(Number(total) * 100)).toBe(sum);
  expect(parts[0]).toMatchObject({ name: '预算执行率', weight: '10', points: '5.00' });
  expect(parts[0]!.formula).toContain('10');
  await step(owner, task.id, 1, 'submit');
  const review = (points: string, revision = 2) => ({
    revision,
    reason: '核对验收单',
    parts: [{ part: 1, points, reason: '缺一份验收单' }],
  });
  expect((await office.refused('POST', `/performance/tasks/${task.id}/review`, review('99')))[1]).toContain(
    '应在 0 和它的分值之间',
  );
  await office.ask('POST', `/performance/tasks/${task.id}/review`, contract.item, review('0.5'));
  const reviewed = await taskOf(office, task.id);
  expect(reviewed.evaluation!.parts[1]).toMatchObject({ points: '0.5', formula: '复评 0.5 分：缺一份验收单' });
  expect(reviewed.evaluation!.ownTotal).toBe(total);
  expect(Number(reviewed.evaluation!.total)).toBeLessThan(Number(total));
  expect((await office.refused('POST', `/work/${task.id}/steps`, { revision: 3, event: 'pass' }))[1]).toContain(
    '自己送出的不能由自己',
  );
  // Who scored again does not do so, and is told why; giving it back and telling of a problem stay.
  expect(reviewed.waits).toEqual(['自己送出的不能由自己复核通过，请换一个人。']);
  expect([reviewed.offers.map(({ event }) => event), reviewed.mayRectify]).toEqual([['rescore', 'return'], true]);
  const other = await deskOf(app, fixture.store, 'other', places.region, 'performance-office');
  await step(other, task.id, 3, 'pass');
  expect(await taskOf(office, task.id)).toMatchObject({ waits: [], mayRectify: true });
  expect(await taskOf(owner, task.id)).toMatchObject({ waits: [], mayRectify: false });
  const { evaluated, sentences } = await office.ask('GET', at(places.region, 'results'), contract.resultsAnswer);
  const { proposals, next } = await office.ask('GET', at(places.region, 'proposals'), contract.proposals);
  expect(evaluated).toMatchObject({ scored: 1, mean: reviewed.evaluation!.total });
  expect([proposals, next]).toMatchObject([[{ project: task.project, grade: reviewed.evaluation!.grade }], null]);
  const after = await office.ask(
    'GET',
    `${at(places.region, 'proposals')}?after=${proposals[0]!.id}`,
    contract.proposals,
  );
  expect(after.proposals).toEqual([]);
  expect(sentences.map((text) => readReportSentence(text)?.id)).not.toContain(undefined);
  expect(await (await app.request('/api/v1/performance-results')).json()).toEqual([]);
  await step(finance, task.id, 4, 'publish');
  const published = contract.publicResults.parse(await (await app.request('/api/v1/performance-results')).json());
  expect(published).toMatchObject([{ project: task.project, score: reviewed.evaluation!.total }]);
  // Each score can be computed again from what is stored.
  expect(await office.ask('POST', at(places.region, 'recomputed'), contract.recomputed)).toEqual({
    all: tasks.length,
    changed: 0,
  });
});

test('a grade becomes the next control figure of a stored project: looked at first, set by the budget office alone', async () => {
  const path = `/library/${places.region}/2026/results`;
  const proposed = () => budget.ask('GET', path, library.proposed);
  const [task] = contract.publicResults.parse(await (await app.request('/api/v1/performance-results')).json());
  const { project } = task!;
  expect(await proposed()).toEqual({ controls: [], left: [`数据局本级 ${project}：不在项目库里。`] });
  await storedProject(fixture.store, places.unit, approved.projects.find(({ name }) => name === project)!, 2026);
  const { controls, left } = await proposed();
  expect([left, controls]).toMatchObject([[], [{ project, grade: task!.grade, last: task!.budget, now: null }]]);
  const document = { number: '财预〔2027〕2号', date: '2027-01-10' };
  expect((await office.refused('POST', path, { document, cuts: [] }))[1]).toContain('财政预算处');
  expect((await proposed()).controls[0]!.now).toBe(null);
  const { unitId, last, most } = controls[0]!;
  const cuts = most === null ? [{ unitId, project, fen: Math.floor(last / 2) }] : [];
  expect(await budget.ask('POST', path, library.used, { document, cuts })).toEqual({ made: 1, left: [] });
  expect((await proposed()).controls[0]!.now).toBe(most ?? Math.floor(last / 2));
  const neighbour = await deskOf(app, fixture.store, 'neighbour', places.sibling, 'unit-clerk');
  expect((await neighbour.refused('GET', path))[0]).toBe(404);
});

test('the reports are read back from their files', async () => {
  for (const [process, kind] of [
    ['evaluation', SELF_EVALUATION],
    ['monitoring', MONITORING],
  ] as const)
    for (const format of ['docx', 'xlsx']) {
      const answer = await office.send('GET', at(places.region, `report/${format}?process=${process}`));
      expect([format, answer.status]).toEqual([format, 200]);
      const { disclosures } = await readDocument(`报告.${format}`, new Uint8Array(await answer.arrayBuffer()));
      const rows = disclosures.flatMap((disclosure) => rowsOf(disclosure, kind as typeof SELF_EVALUATION));
      expect([process, format, rows.length > 0]).toEqual([process, format, true]);
      expect(rows[0]!.indicators.length).toBeGreaterThan(0);
    }
});

test('each count of the board and of the results opens just what it counts', async () => {
  const [task] = await list(office, 'monitoring');
  const asked = { problem: '依据不全', demand: '补上验收单', due: '2020-01-02' };
  await office.ask('POST', `/performance/tasks/${task!.id}/rectification`, contract.made, asked);
  const open = (query: Record<string, string | number>) =>
    office.ask(
      'GET',
      at(places.region, `tasks?${new URLSearchParams(query as Record<string, string>)}`),
      contract.tasks,
    );
  const { processes, months, units, grades, money } = await office.ask(
    'GET',
    at(places.region, 'board'),
    contract.board,
  );
  expect(processes.find(({ process }) => process === 'rectification')!.late).toBe(1);
  for (const { process, late } of processes)
    expect([process, (await open({ process, standing: 'late' })).length]).toEqual([process, late]);
  for (const { month, open: unended, late, all } of months) {
    const of = { process: 'monitoring', month };
    expect((await open({ ...of, standing: 'open' })).length).toBe(unended);
    expect((await open({ ...of, standing: 'late' })).length).toBe(late);
    expect((await open(of)).length).toBe(all);
  }
  expect((await open({ standing: 'late' })).length).toBe(units.reduce((all, { late }) => all + late, 0));
  for (const [grade, count] of Object.entries(grades))
    expect((await open({ process: 'evaluation', grade })).length).toBe(count);
  const { withTargets, tracked, evaluated, problems } = await office.ask(
    'GET',
    at(places.region, 'results'),
    contract.resultsAnswer,
  );
  const projects = await open({ process: 'evaluation', standing: 'projects' });
  const sum = (of: readonly (number | null)[]) => of.reduce<number>((all, fen) => all + (fen ?? 0), 0);
  expect(projects.length).toBe(evaluated.projects);
  for (const { budget, executed } of [evaluated, money])
    expect([sum(projects.map((one) => one.budget)), sum(projects.map((one) => one.executed))]).toEqual([
      budget,
      executed,
    ]);
  expect((await open({ process: 'evaluation', standing: 'scored' })).length).toBe(evaluated.scored);
  expect((await open({ process: 'evaluation', standing: 'unscored' })).length).toBe(
    evaluated.projects - evaluated.scored,
  );
  expect((await open({ process: 'monitoring', standing: 'tracked' })).length).toBe(tracked.projects);
  expect((await open({ process: 'rectification', standing: 'open' })).length).toBe(problems.open);
  expect((await open({ process: 'rectification', state: 'closed' })).length).toBe(problems.corrected);
  const targets = await office.ask('GET', at(places.region, 'targets'), contract.targets);
  const indicators = await owner.ask('GET', at(places.unit, 'indicators'), contract.indicators);
  expect(new Set(indicators.flatMap(({ project }) => project ?? []))).toEqual(
    new Set(targets.map(({ project }) => project)),
  );
  expect((await office.refused('GET', at(places.region, 'indicators')))[1]).toBe('请选一个单位。');
  expect({ projects: targets.length, fen: sum(targets.map(({ fen }) => fen)) }).toEqual(withTargets);
});

test('the life of a project is one answer; nobody else sees it', async () => {
  const [task] = await list(owner, 'monitoring');
  const path = at(places.unit, `project?project=${encodeURIComponent(task!.project!)}`);
  const life = await owner.ask('GET', path, contract.projectAnswer);
  expect(life.money!.rate).toBe('50.00');
  // Each figure opens: the budget as it was approved, and the lines down to their entries.
  expect(life.budget!.id).toBeGreaterThan(0);
  expect(life.lines.reduce((all, { paid }) => all + paid, 0)).toBe(life.money!.paid);
  expect(life.lines.every(({ project }) => project === task!.project)).toBe(true);
  expect(new Set(life.tasks.map(({ process }) => process))).toEqual(
    new Set(['monitoring', 'evaluation', 'rectification']),
  );
  const stranger = await deskOf(app, fixture.store, 'stranger', places.sibling, 'project-owner');
  for (const hidden of [
    path,
    at(places.unit, 'board'),
    at(places.unit, 'results'),
    at(places.unit, 'targets'),
    `/performance/tasks/${task!.id}`,
  ])
    expect([hidden, (await stranger.refused('GET', hidden))[0]]).toEqual([hidden, 404]);
  expect(await stranger.ask('GET', '/performance/todo', contract.todo)).toEqual([]);
});

test('what a person decided of an indicator holds in the months after it', async () => {
  const july = (await list(owner, 'monitoring')).find(({ month, state }) => month === 7 && state === 'checked')!;
  await office.ask('POST', at(places.region, 'tasks'), contract.made, { process: 'monitoring', month: 10 });
  const october = (await list(owner, 'monitoring')).find(
    ({ month, project }) => month === 10 && project === july.project,
  );
  const kindsOf = async (id: number) => (await taskOf(owner, id)).monitoring!.indicators.map(({ kind }) => kind);
  const decided = await kindsOf(july.id);
  expect(decided).toContain('level');
  expect(await kindsOf(october!.id)).toEqual(decided);
});

test('two projects of one name in a unit stay apart by their codes, from the lines to the control figures; one without a code goes by its name', async () => {
  const { sibling } = places;
  const [project] = exampleLedger(2026).projects;
  const name = '设备购置';
  const [A, B] = ['13011026A000000000901', '13011026A000000000902'] as const;
  const twin = (code: string, fen: number) => ({
    ...project!,
    name,
    code,
    lines: project!.lines.slice(0, 1).map((line) => ({ ...line, fen })),
  });
  const { code: _, ...uncoded } = { ...twin('', 300_00), name: '网站运维' };
  await approvedBudgetOf(fixture.store, sibling, {
    agency: { code: '302003', name: '数据中心', level: 'unit' },
    basic: [],
    projects: [twin(A, 100_00), twin(B, 200_00), uncoded],
  });
  await budget.ask('POST', `/execution/${sibling}/2026`, execution.item, {
    document: { number: '财预〔2026〕2号', date: '2026-02-10' },
    lumpSums: [B],
  });
  const labels = [`${A} ${name}`, `${B} ${name}`, '网站运维'];
  const { lines, rows } = await finance.ask('GET', `/execution/${sibling}/2026`, execution.executionAnswer);
  expect(lines.map((line) => [line.project, line.code, line.initial, line.isLumpSum])).toEqual([
    [labels[0], A, 100_00, false],
    [labels[1], B, 200_00, true],
    [labels[2], undefined, 300_00, false],
  ]);
  expect(rows.map((row) => row.project)).toEqual(labels);
  for (const [process, month] of [
    ['monitoring', 7],
    ['evaluation', undefined],
  ] as const) {
    await office.ask('POST', at(sibling, 'tasks'), contract.made, { process, ...(month ? { month } : {}) });
    const tasks = await finance.ask('GET', at(sibling, `tasks?process=${process}&standing=projects`), contract.tasks);
    expect(tasks.map((task) => [task.project, task.code, task.budget])).toEqual([
      [labels[0], A, 100_00],
      [labels[1], B, 200_00],
      [labels[2], null, 300_00],
    ]);
  }
  expect(
    (await finance.ask('GET', at(sibling, 'targets'), contract.targets)).map((one) => [one.project, one.fen]),
  ).toEqual([
    [labels[0], 100_00],
    [labels[1], 200_00],
    [labels[2], 300_00],
  ]);
  const lifeOf = (project: string) =>
    finance.ask('GET', at(sibling, `project?project=${encodeURIComponent(project)}`), contract.projectAnswer);
  const life = await lifeOf(labels[1]!);
  expect([life.code, life.budget!.fen, life.money!.initial, life.tasks.length]).toEqual([B, 200_00, 200_00, 2]);
  expect((await lifeOf(labels[2]!)).money!.initial).toBe(300_00);
  expect((await finance.refused('GET', at(sibling, `project?project=${encodeURIComponent(name)}`)))[0]).toBe(404);
});
