/**
 * The year of one department through the server: what was published of it goes up through both rounds, is approved, executed in four
 * quarters, monitored, asked about, visited, evaluated, put right; its accounts and its next budget follow from that. Each number is opened
 * down to what it rests on.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PERFORMANCE } from '@mingsuan/core/kinds/index';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { rowsOf } from '@mingsuan/core/model/tables';
import type { Role } from '@mingsuan/core/process/roles';
import { ledgerFrom } from '@mingsuan/core/restore/restore';
import { readDocument } from '@mingsuan/documents/read';
import { addProbe, keepVisit, listProbes } from '@mingsuan/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../packages/server/src/http/env.ts';
import { visitSite } from '../../packages/server/src/links/visit.ts';
import * as execution from '../../packages/server/src/modules/execution/contract.ts';
import * as library from '../../packages/server/src/modules/library/contract.ts';
import * as measuring from '../../packages/server/src/modules/measuring/contract.ts';
import * as performance from '../../packages/server/src/modules/performance/contract.ts';
import * as surveys from '../../packages/server/src/modules/surveys/contract.ts';
import * as work from '../../packages/server/src/modules/work/contract.ts';
import { type Desk, deskOf, type Places, placesIn } from '../../packages/server/test/desk.ts';
import { type Fixture, openFixture } from '../../packages/server/test/fixture.ts';
import { approveByRounds, compiledBudgets, errorsOf, finished, stepOf } from './budget-rounds.ts';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
const isThere = existsSync(SEEDS);
if (!isThere) console.log('跳过：没有 ../shared，一个部门全年的测试未运行');

const YEAR = 2021;
const DOCUMENT = { number: '某财预〔2021〕1号', date: '2021-02-10' };

describe.skipIf(!isThere)('the year of one department through the server', { timeout: 300_000 }, () => {
  let fixture: Fixture;
  let app: Api;
  let places: Places;
  const desks = {} as Record<
    'budget' | 'office' | 'second' | 'finance' | 'clerk' | 'head' | 'owner' | 'sibling' | 'siblings-head',
    Desk
  >;
  const ledgers = new Map<number, Ledger>();

  beforeAll(async () => {
    fixture = await openFixture(false);
    app = fixture.appWith({ linkHosts: ['*.gov.cn'] });
    places = await placesIn(fixture.store, '130100');
    const name = readdirSync(SEEDS).find((each) => each.startsWith('000'))!;
    const { disclosures } = await readDocument(name, new Uint8Array(readFileSync(join(SEEDS, name))));
    const targets = disclosures.find(({ agency }) => agency.code === '302')!;
    expect(rowsOf(targets, PERFORMANCE).filter(({ indicators }) => indicators.length > 0)).toHaveLength(17);
    for (const unitId of [places.unit, places.sibling]) {
      const code = unitId === places.unit ? '302001' : '302003';
      const { ledger } = ledgerFrom(disclosures.find(({ agency }) => agency.code === code)!);
      ledgers.set(unitId, finished(ledger));
    }
    const desk = async (login: keyof typeof desks, at: number, ...roles: Role[]) => {
      desks[login] = await deskOf(app, fixture.store, login, at, ...roles);
    };
    await desk('budget', places.region, 'bureau-budget');
    await desk('office', places.region, 'performance-office', 'bureau-office');
    await desk('second', places.region, 'performance-office');
    await desk('finance', places.department, 'department-finance');
    await desk('clerk', places.unit, 'unit-clerk');
    await desk('head', places.unit, 'unit-head');
    await desk('sibling', places.sibling, 'unit-clerk', 'project-owner');
    await desk('siblings-head', places.sibling, 'unit-head');
    await desk('owner', places.unit, 'project-owner');
  }, 300_000);
  afterAll(() => fixture?.close());

  const ownerOf = (unitId: number) => (unitId === places.unit ? desks.owner : desks.sibling);
  const at = (rest: string, place = places.department) => `/performance/places/${place}/${YEAR}/${rest}`;
  const tasksOf = (process: string) => desks.office.ask('GET', at(`tasks?process=${process}`), performance.tasks);
  const taskOf = (desk: Desk, id: number) => desk.ask('GET', `/performance/tasks/${id}`, performance.taskAnswer);
  const step = (desk: Desk, id: number, revision: number, event: string, reason?: string) =>
    desk.ask('POST', `/work/${id}/steps`, work.item, { revision, event, ...(reason ? { reason } : {}) });
  const executed = (unitId: number, month = 12) =>
    desks.budget.ask('GET', `/execution/${unitId}/${YEAR}?month=${month}`, execution.executionAnswer);

  const rounds = (year: number, document: typeof DOCUMENT) => {
    const { budget, office, finance, clerk, head, sibling } = desks;
    const units = [
      { id: places.unit, clerk, head, ledger: { ...ledgers.get(places.unit)!, year } },
      {
        id: places.sibling,
        clerk: sibling,
        head: desks['siblings-head'],
        ledger: { ...ledgers.get(places.sibling)!, year },
      },
    ];
    return { year, department: places.department, units, budget, office, finance, document };
  };

  it('both rounds: compiled, returned with its fields, handed up again, settled, controlled, approved', async () => {
    const first = rounds(YEAR, DOCUMENT);
    const made = await compiledBudgets(first);
    await approveByRounds(first, made);
    const { history } = await desks.finance.ask('GET', `/work/${made[0]}`, work.workAnswer);
    const steps = history.map(({ event }) => event).filter((event) => event !== 'edit');
    expect(steps).toEqual([
      'submit',
      'return',
      ...['submit', 'pass', 'pass', 'pass', 'next-round'],
      ...['submit', 'pass', 'pass', 'pass', 'approve'],
    ]);
  });

  it('four quarters: the lines are as approved, each sum is its entries, the department that of its units', async () => {
    for (const unitId of [places.unit, places.sibling]) {
      const clerk = unitId === places.unit ? desks.clerk : desks.sibling;
      await desks.budget.ask('POST', `/execution/${unitId}/${YEAR}`, execution.item, { document: DOCUMENT });
      const { lines, differences } = await executed(unitId);
      expect(differences).toEqual([]);
      const ledger = ledgers.get(unitId)!;
      const approved = [...ledger.basic, ...ledger.projects.flatMap((project) => project.lines)];
      expect(lines.reduce((all, { initial }) => all + initial, 0)).toBe(
        approved.reduce((all, { fen }) => all + fen, 0),
      );
      for (const month of [3, 6, 9, 12]) {
        const { item } = await executed(unitId);
        await clerk.ask('POST', `/execution/${unitId}/${YEAR}/entries`, execution.item, {
          revision: item!.revision,
          event: 'pay',
          entries: lines.map(({ number, initial }) => ({ line: number, month, fen: Math.floor(initial / 5) })),
        });
        const { total, lines: now } = await executed(unitId, month);
        expect(total.cumulative).toBe(now.reduce((all, { paid }) => all + paid, 0));
        expect(total.available + total.committed + total.cumulative).toBe(total.adjusted);
      }
      // A figure of the report is the entries of its line, each with who entered it.
      const [first] = (await executed(unitId)).lines;
      const path = `/execution/${unitId}/${YEAR}/entries?line=${first!.number}`;
      const entries = await clerk.ask('GET', path, execution.entries);
      expect(entries.reduce((all, { fen }) => all + fen, 0)).toBe(first!.paid);
      expect(entries.every(({ person }) => person.startsWith('人'))).toBe(true);
    }
    const [whole, own, sibling] = await Promise.all([
      executed(places.department),
      executed(places.unit),
      executed(places.sibling),
    ]);
    expect(whole.total.cumulative).toBe(own.total.cumulative + sibling.total.cumulative);
  });

  it('each quarter is monitored: what was done, its money and what it rests on, checked by others', async () => {
    for (const [quarter, month] of [3, 6, 9, 12].entries()) {
      await desks.office.ask('POST', at('tasks'), performance.made, { process: 'monitoring', month });
      const tasks = await desks.office.ask('GET', at(`tasks?process=monitoring&month=${month}`), performance.tasks);
      expect(tasks.length).toBeGreaterThanOrEqual(17);
      const { id, unitId } = tasks[0]!;
      const owner = ownerOf(unitId);
      const { monitoring } = await taskOf(owner, id);
      const [money] = monitoring!.funds;
      expect(money!.executed).toBe(Math.floor((money!.adjusted! * (quarter + 1)) / 5));
      await owner.ask('POST', `/performance/tasks/${id}/monitoring`, performance.item, {
        revision: 0,
        indicators: monitoring!.indicators.map(({ target }) => ({
          done: /\d/.test(target) ? target.replace(/^[≥≤><=≧≦]+/, '') : '达成',
          likelihood: '确定能',
          cause: '按计划',
          evidence: `第 ${quarter + 1} 季度台账`,
        })),
      });
      const { monitoring: filled, missing } = await taskOf(owner, id);
      expect(missing).toEqual([]);
      expect(filled!.budget.light).toBe('green');
      expect(filled!.indicators.every(({ evidence }) => evidence.includes('季度台账'))).toBe(true);
      await step(owner, id, 1, 'submit');
      expect(await step(desks.finance, id, 2, 'pass')).toMatchObject({ state: 'checked' });
    }
    const board = await desks.office.ask('GET', at('board'), performance.board);
    expect(board.months.map(({ month }) => month)).toEqual([3, 6, 9, 12]);
  });

  it('indicators are measured: a survey and visits to a site, down to the answers and the series', async () => {
    await desks.office.ask('POST', at('tasks'), performance.made, { process: 'evaluation' });
    const tasks = await tasksOf('evaluation');
    expect(tasks.filter(({ project }) => project !== null).length).toBeGreaterThanOrEqual(17);
    const task = tasks.find(({ unitId, project }) => unitId === places.unit && project !== null)!;
    const { indicators } = (await taskOf(desks.owner, task.id)).evaluation!;
    const asked = indicators.find(({ level1 }) => level1.includes('满意'))!;
    const year = new Date().getFullYear();
    const { id } = await desks.owner.ask('POST', at('surveys', places.unit), surveys.made, {
      project: task.project,
      indicator: asked.name,
      target: asked.target,
      title: '服务对象满意度',
      questions: [{ kind: 'steps', text: '您满意吗？' }],
      measure: 'top-two',
      population: 30,
      channel: '二维码',
      since: `${YEAR}-01-01`,
      until: `${year + 1}-12-31`,
    });
    const { paths } = await desks.owner.ask('POST', `/surveys/${id}/invitations`, surveys.tokens, { count: 28 });
    for (const [i, path] of paths.entries()) {
      const headers = { 'content-type': 'application/json', origin: 'http://localhost' };
      const body = JSON.stringify({ token: path.split('#')[1], answers: [i < 27 ? 0 : 4] });
      expect((await app.request('/api/v1/answers', { method: 'POST', headers, body })).status).toBe(200);
    }
    const site = createServer((_, response) => response.end('ok'));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
    const other = indicators.find(({ level1 }) => !level1.includes('满意'))!;
    const watched = {
      unitId: places.unit,
      project: task.project,
      indicator: other.name,
      name: '门户',
      url: `http://${host}/`,
      everyMinutes: 15,
      kind: 'opens' as const,
      column: null,
      mostDays: null,
    };
    await addProbe(fixture.store, watched, { personId: 1, person: '人owner', address: '', roles: ['project-owner'] });
    const options = { hosts: [host], mostBytes: 1000, lookup: async () => ['127.0.0.1'], isAllowed: () => true };
    // The visits are real, their year is made up.
    const [own] = await listProbes(fixture.store.db, [places.unit]);
    for (const hour of ['08', '10', '12']) {
      const seen = await visitSite(watched.url, options);
      await keepVisit(fixture.store.db, own!.id, { ...seen, at: `${YEAR}-06-01T${hour}:00:00Z` });
    }
    site.close();
    const { measured } = await taskOf(desks.owner, task.id);
    expect(measured.map(({ indicator }) => indicator).sort()).toEqual([asked.name, other.name].sort());
    expect(measured.find(({ indicator }) => indicator === asked.name)).toMatchObject({ achieved: '96.43%' });
    const { score } = await desks.owner.ask('GET', `/surveys/${id}`, surveys.surveyAnswer);
    expect(score).toMatchObject({ n: 28, percent: '96.43' });
    const series = await (await desks.owner.send('GET', `/probes/${own!.id}/${YEAR}/visits.csv`)).text();
    const { probes } = await desks.owner.ask('GET', `/measured/${places.unit}/${YEAR}`, measuring.measured);
    expect([probes[0]!.opens!.visits, series.trim().split('\n').length]).toEqual([3, 4]);
  });

  it('every project evaluates itself and is passed by others; results are the sum of their parts', async () => {
    for (const { id, unitId, project } of await tasksOf('evaluation')) {
      if (project === null) continue;
      const owner = ownerOf(unitId);
      const { evaluation, measured, revision } = await taskOf(owner, id);
      const { indicators, goals } = evaluation!;
      const even = Math.floor(9000 / indicators.length) / 100;
      const last = Math.round((90 - even * (indicators.length - 1)) * 100) / 100;
      await owner.ask('POST', `/performance/tasks/${id}/evaluation`, performance.item, {
        revision,
        goals: goals.map(() => '已完成'),
        indicators: indicators.map(({ name, target }, i) => {
          const found = measured.find(({ indicator }) => indicator === name);
          return {
            achieved:
              found && /%/.test(target)
                ? found.achieved
                : /\d/.test(target)
                  ? target.replace(/^[≥≤><=≧≦]+/, '')
                  : '达成',
            weight: String(i === indicators.length - 1 ? last : even),
            cause: '按计划完成',
            evidence: found?.evidence ?? '验收单',
          };
        }),
        conclusion: '完成',
      });
      const { evaluation: filled } = await taskOf(owner, id);
      if (filled!.total === null) continue;
      const sum = filled!.parts.reduce((all, { points }) => all + Math.round(Number(points) * 100), 0);
      expect([project, Math.round(Number(filled!.total) * 100)]).toEqual([project, sum]);
    }
    const scored = (await tasksOf('evaluation')).filter(({ project, score }) => project !== null && score !== null);
    expect(scored.length).toBeGreaterThan(10);
    for (const { id, unitId } of scored.slice(0, 3)) {
      const { revision, missing } = await taskOf(ownerOf(unitId), id);
      expect(missing).toEqual([]);
      await step(ownerOf(unitId), id, revision, 'submit');
      await step(desks.second, id, revision + 1, 'pass');
      await step(desks.finance, id, revision + 2, 'publish');
    }
    const { evaluated } = await desks.office.ask('GET', at('results'), performance.resultsAnswer);
    const mean = scored.reduce((all, { score }) => all + Math.round(Number(score) * 100), 0) / scored.length / 100;
    expect(Math.abs(Number(evaluated.mean) - mean)).toBeLessThan(0.01);
    expect(evaluated.scored).toBe(scored.length);
    expect(Object.values(evaluated.grades).reduce((all, count) => all + count, 0)).toBe(scored.length);
  });

  it('the accounts take their counts, grades and mean from here', async () => {
    const [task] = (await tasksOf('evaluation')).filter(({ project }) => project !== null);
    const asked = { problem: '验收资料不全', demand: '补齐验收资料', due: `${YEAR + 1}-03-31` };
    await desks.office.ask('POST', `/performance/tasks/${task!.id}/rectification`, performance.made, asked);
    const results = await desks.office.ask('GET', at('results'), performance.resultsAnswer);
    expect(results.problems).toEqual({ found: 1, corrected: 0, open: 1 });
    const ledger = { ...ledgers.get(places.unit)!, stage: 'final-accounts' };
    const answer = await desks.finance.ask('POST', at('accounts'), performance.accountsAnswer, { ledger });
    const { counts, amounts, texts } = answer.ledger as Ledger;
    const { evaluated } = results;
    expect(counts['performance[evaluated]']).toBe(evaluated.projects);
    expect([counts['performance[excellent]'], counts['performance[problems]']]).toEqual([evaluated.grades.优 ?? 0, 1]);
    expect(amounts?.['performance[evaluated-funds]']).toBe(evaluated.budget);
    expect(texts.sections?.['self-evaluation-score']).toEqual([evaluated.mean]);
    expect((await desks.finance.refused('POST', at('accounts'), { ledger: { ...ledger, year: 2020 } }))[1]).toContain(
      '2021 年的决算',
    );
  });

  it('next year a project whose problem is due and not put right is not budgeted until it is', async () => {
    const [problem] = await tasksOf('rectification');
    const { unitId, project } = problem!;
    const next = rounds(YEAR + 1, { number: '某财预〔2022〕1号', date: '2022-02-10' });
    const { name, lines, goal = '', indicators } = ledgers.get(unitId)!.projects.find((each) => each.name === project)!;
    const { id } = await ownerOf(unitId).ask('POST', '/work', work.made, {
      process: 'project',
      unitId,
      year: YEAR,
      title: name,
    });
    await ownerOf(unitId).ask('POST', `/projects/${id}/application`, library.item, {
      revision: 0,
      application: {
        class: 'department',
        isNew: false,
        from: YEAR,
        to: YEAR + 1,
        leader: '王主任',
        basis: '工作计划',
        plan: [YEAR, YEAR + 1].flatMap((year) => lines.map((line) => ({ ...line, year }))),
        goal,
        indicators,
      },
    });
    await stepOf(ownerOf(unitId), id, 'apply');
    await stepOf(desks.finance, id, 'pass');
    const { asked } = await desks.office.ask('GET', `/projects/${id}`, library.project);
    await desks.office.ask('POST', `/projects/${id}/reviewed`, library.done, { fen: asked, reason: '符合标准' });
    await desks.office.ask('POST', `/projects/${id}/grade`, library.done, { grade: '优', reason: '目标明确' });
    await stepOf(desks.office, id, 'store');
    const made = await compiledBudgets(next);
    const round = made[next.units.findIndex((each) => each.id === unitId)]!;
    const errors = () => errorsOf(desks.budget, round);
    const held = (all: readonly string[]) => all.filter((text) => text.includes('暂不能安排'));
    expect(held(await errors())).toEqual([expect.stringContaining(`“${project}”暂不能安排`)]);
    expect(
      (await next.units[0]!.clerk.refused('POST', `/work/${round}/steps`, { revision: 1, event: 'submit' }))[0],
    ).toBe(409);
    await step(ownerOf(unitId), problem!.id, 0, 'start', '已约谈');
    await step(ownerOf(unitId), problem!.id, 1, 'report', '已补齐');
    await step(desks.finance, problem!.id, 2, 'close');
    expect(held(await errors())).toEqual([]);
    expect((await desks.office.ask('GET', at('results'), performance.resultsAnswer)).problems).toEqual({
      found: 1,
      corrected: 1,
      open: 0,
    });
    await approveByRounds(next, made);
    const life = await ownerOf(unitId).ask(
      'GET',
      `/performance/places/${unitId}/${YEAR + 1}/project?project=${encodeURIComponent(project!)}`,
      performance.projectAnswer,
    );
    // Put right, applied for and approved: the next year's budget of the project is the one that was approved.
    expect([life.budget!.id, life.applied.map(({ state }) => state)]).toEqual([round, ['budgeted']]);
  });
});
