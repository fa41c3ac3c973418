/** Surveys and measured sources over HTTP: one answer each, anonymous; probes of a server of our own; numbers down to their series. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addProbe, listProbes, type TaskItem } from '@mingsuan/store';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import { lookAtColumn, lookAtLinks } from '../src/links/look.ts';
import { Pace } from '../src/links/pace.ts';
import { isAllowedBy, parseRobots } from '../src/links/robots.ts';
import { visitSite } from '../src/links/visit.ts';
import * as contract from '../src/modules/measuring/contract.ts';
import { visitDue } from '../src/modules/measuring/runner.ts';
import { measuredOf } from '../src/modules/performance/measured.ts';
import * as surveys from '../src/modules/surveys/contract.ts';
import { type Desk, deskOf, type Places, placesIn } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';

let fixture: Fixture;
let app: Api;
let places: Places;
let owner: Desk;
let site: Server;
let host: string;
let status = 200;

const PAGES: Readonly<Record<string, string>> = {
  '/links':
    '<a href="/a">a</a><a href="/moved">b</a><img src="/gone"><a href="/members">c</a><a href="/closed/a">d</a><a href="https://example.com/">e</a>',
  '/news': '<ul><li><a href="/a">要闻</a><span>2026-03-01</span></li><li><a href="/b">旧闻</a> 2026-01-01</li></ul>',
  '/undated': '<ul><li><a href="/a">要闻</a></li></ul>',
};

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith({ linkHosts: ['*.gov.cn'] });
  places = await placesIn(fixture.store);
  owner = await deskOf(app, fixture.store, 'owner', places.unit, 'project-owner');
  site = createServer((request, response) => {
    if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /closed\n');
    else if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
    else if (PAGES[request.url ?? '']) response.end(PAGES[request.url ?? '']);
    else if (request.url === '/gone') response.writeHead(404).end();
    else if (request.url === '/members') response.writeHead(403).end();
    else response.writeHead(status).end('ok');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  site.close();
  await fixture.close();
});

const options = (more = {}) => ({
  hosts: [host],
  mostBytes: 1000,
  lookup: async () => ['127.0.0.1'],
  isAllowed: () => true,
  ...more,
});

const OPENS = { kind: 'opens', column: null, mostDays: null } as const;
const runner = () => ({
  store: fixture.store,
  options: options(),
  log: pino({ level: 'silent' }),
  pace: new Pace(0),
});

describe('a survey', () => {
  test('is made from an indicator, answered once by each invitation, and told with n and its interval', async () => {
    const at = `/performance/places/${places.unit}/2026/surveys`;
    const year = new Date().getFullYear();
    const { id } = await owner.ask('POST', at, surveys.made, {
      project: '网站运维',
      indicator: '使用部门满意度',
      target: '≥90%',
      title: '网站满意度',
      questions: [{ kind: 'steps', text: '您满意吗？' }],
      measure: 'top-two',
      population: 40,
      channel: '二维码',
      since: `${year}-01-01`,
      until: `${year}-12-31`,
    });
    expect(await owner.ask('GET', `/surveys/${id}`, surveys.surveyAnswer)).toMatchObject({
      score: null,
      why: '没有有效答卷，算不出满意度。',
    });
    const { paths } = await owner.ask('POST', `/surveys/${id}/invitations`, surveys.tokens, { count: 30 });
    const post = (path: string, body: object) =>
      app.request(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost' },
        body: JSON.stringify(body),
      });
    for (const [i, path] of paths.entries()) {
      const token = path.split('#')[1]!;
      const asked = surveys.questionnaire.parse(await (await post('/questionnaire', { token })).json());
      expect(asked.survey?.questions[0]?.names).toHaveLength(5);
      expect((await post('/answers', { token, answers: [i < 28 ? 0 : 4] })).status).toBe(200);
      if (i === 0) expect((await post('/answers', { token, answers: [0] })).status).toBe(409);
    }
    const { score } = await owner.ask('GET', `/surveys/${id}`, surveys.surveyAnswer);
    expect(score).toMatchObject({ n: 30, percent: '93.33', isFew: false, verdict: 'not-proven' });
    expect(score!.sentence).toContain('有效答卷 30 份（发出 30 份），满意 28、比较满意 0');
    const counts = await (await owner.send('GET', `/surveys/${id}/counts.csv`)).text();
    expect(counts).toMatch(/发出,,30[\s\S]*您满意吗？,.*满意,28/);
    const stranger = await deskOf(app, fixture.store, 'neighbour', places.sibling, 'project-owner');
    for (const path of [at, `/surveys/${id}`]) expect((await stranger.refused('GET', path))[0]).toBe(404);
  });
});

describe('a probe', () => {
  test.each([
    ['http://127.0.0.1/', '不在允许的主机之列'],
    ['ftp://example.gov.cn/', '应以 http'],
    ['http://user:pass@example.gov.cn/', '不能有用户名'],
  ])('%s is refused', async (url, why) => {
    const body = { project: null, indicator: null, name: '门户', url, everyMinutes: 72 };
    const [code, detail] = await owner.refused('POST', `/measured/${places.unit}/2026/probes`, body);
    expect([400, 403]).toContain(code);
    expect(detail).toContain(why);
  });

  test('does not go to private addresses, wherever a name leads', async () => {
    await expect(
      visitSite(`http://${host}/`, options({ isAllowed: (address: string) => !address.startsWith('127.') })),
    ).rejects.toThrow('内部网络');
  });

  test('opens, follows, fails and obeys robots.txt', async () => {
    expect(await visitSite(`http://${host}/moved`, options())).toMatchObject({ isOpen: true, status: 200, note: null });
    await expect(visitSite(`http://${host}/closed/a`, options())).rejects.toThrow('robots.txt');
    status = 503;
    expect(await visitSite(`http://${host}/`, options())).toMatchObject({
      isOpen: false,
      status: 503,
      note: 'HTTP 503',
    });
    status = 200;
    const nowhere = await visitSite(`http://${host}/`, options({ lookup: async () => [] }));
    expect(nowhere).toMatchObject({ isOpen: false, status: null });
  });

  test('is visited when its time has come, and its series is what its figures rest on', async () => {
    const worker = { personId: 1, person: '人owner', address: '', roles: ['project-owner'] as const };
    const fields = {
      unitId: places.unit,
      project: '网站运维',
      indicator: '网站可用率',
      name: '门户',
      url: `http://${host}/`,
      everyMinutes: 15,
      ...OPENS,
    };
    await addProbe(fixture.store, fields, worker);
    const now = new Date();
    expect(await visitDue(runner(), ['opens'], now)).toBe(1);
    expect(await visitDue(runner(), ['opens'], now)).toBe(0);
    const [probe] = await listProbes(fixture.store.db, [places.unit]);
    const year = now.getFullYear();
    const { probes } = await owner.ask('GET', `/measured/${places.unit}/${year}`, contract.measured);
    expect(probes[0]!.opens).toMatchObject({ visits: 1, opened: 1, rate: '100.00', availableDays: 1 });
    const csv = await (await owner.send('GET', `/probes/${probe!.id}/${year}/visits.csv`)).text();
    expect(csv).toMatch(/打开,200,\d+/);
    // The next budget calls the project otherwise: the series goes on, of what it is called now.
    const of = async (project: string) =>
      (await measuredOf(fixture.store, { unitId: places.unit, year, project })).map(({ indicator }) => indicator);
    expect(await of('网站运维')).toContain('网站可用率');
    const told = { name: '门户网站', project: '门户网站运维', indicator: '网站可用率' };
    await owner.ask('POST', `/probes/${probe!.id}/told`, contract.done, told);
    expect(await of('网站运维')).not.toContain('网站可用率');
    expect(await of('门户网站运维')).toContain('网站可用率');
    const stranger = await deskOf(app, fixture.store, 'passer-by', places.sibling, 'project-owner');
    expect((await stranger.refused('POST', `/probes/${probe!.id}/told`, told))[0]).toBe(404);
  });
});

describe('a look into a page', () => {
  const look = (more = {}) => ({
    options: options(more),
    pace: new Pace(0),
    now: () => new Date('2026-03-02T04:00:00Z'),
  });

  test('tells links that open, that are dead, and that it may not ask', async () => {
    const check = await lookAtLinks(`http://${host}/links`, look());
    expect(check).toMatchObject({ kind: 'links', open: 2, dead: [{ url: `http://${host}/gone`, why: 'HTTP 404' }] });
    const unknown = check.kind === 'links' ? check.unknown.map(({ why }) => why) : [];
    expect(unknown).toEqual(['HTTP 403', expect.stringContaining('robots.txt'), expect.stringContaining('允许的主机')]);
    expect(await lookAtLinks(`http://${host}/gone`, look())).toMatchObject({ kind: 'unseen' });
  });

  test('finds the newest day of a column, or none', async () => {
    expect(await lookAtColumn(`http://${host}/news`, look())).toMatchObject({ newest: '2026-03-01', items: 2 });
    expect(await lookAtColumn(`http://${host}/undated`, look())).toMatchObject({ newest: null, items: 0 });
  });

  test('does not go where it may not', async () => {
    const inside = look({ isAllowed: () => false });
    await expect(lookAtLinks(`http://${host}/links`, inside)).rejects.toThrow('内部网络');
    await expect(lookAtColumn(`http://${host}/closed/x`, look())).rejects.toThrow('robots.txt');
    await expect(lookAtColumn('http://example.com/', look())).rejects.toThrow('允许的主机');
  });

  test('rests between two requests of one host, and stops when it is told', async () => {
    const pace = new Pace(40);
    const begun = performance.now();
    for (let i = 0; i < 3; i++) await pace.turn('http://a.gov.cn/');
    expect(performance.now() - begun).toBeGreaterThan(70);
    const waiting = pace.turn('http://a.gov.cn/x');
    pace.stop();
    await expect(waiting).rejects.toThrow();
    await expect(pace.turn('http://b.gov.cn/')).rejects.toThrow();
  });

  test('becomes the measure, the site’s stand and the indicator’s actual, down to the raw looks', async () => {
    const worker = { personId: 1, person: '人owner', address: '', roles: ['project-owner'] as const };
    const of = (kind: 'links' | 'column', path: string, indicator: string) =>
      addProbe(
        fixture.store,
        {
          unitId: places.unit,
          project: '网站运维',
          indicator,
          name: `门户${path}`,
          url: `http://${host}${path}`,
          everyMinutes: 1440,
          kind,
          column: kind === 'column' ? 'news' : null,
          mostDays: null,
        },
        worker,
      );
    const dead = await of('links', '/links', '网站死链率');
    await of('column', '/news', '栏目更新及时率');
    await of('column', '/undated', '栏目更新及时率');
    expect(await visitDue(runner(), ['links', 'column'])).toBe(3);
    const year = new Date().getFullYear();
    const { probes, sites } = await owner.ask('GET', `/measured/${places.unit}/${year}`, contract.measured);
    expect(probes.find(({ id }) => id === dead)!.links).toMatchObject({ open: 2, dead: 1, unknown: 3, rate: '66.67' });
    // The news are months old by now, and what has no day is not called stale.
    expect(sites).toEqual([{ site: host, columns: 2, told: 1, other: 0, home: false, unknown: 1, fails: false }]);
    const task = { unitId: places.unit, year, project: '网站运维' } as TaskItem;
    const measured = await measuredOf(fixture.store, task);
    expect(measured.find(({ indicator }) => indicator === '网站死链率')).toMatchObject({ achieved: '33.33%' });
    const columns = measured.find(({ indicator }) => indicator === '栏目更新及时率')!;
    expect(columns).toMatchObject({ achieved: '0.00%', evidence: expect.stringContaining('没有读到日期的 1 不算') });
    const [first] = columns.series;
    expect(await (await owner.send('GET', first!.path)).text()).toMatch(/没有按期更新,2026-03-01,2/);
    expect(await (await owner.send('GET', `/probes/${dead}/${year}/visits.csv`)).text()).toMatch(
      /死链,http.*gone,,HTTP 404/,
    );
  });
});

test('a counter takes figures and CSV, and nothing counted is no rate', async () => {
  const at = `/measured/${places.unit}/2026`;
  const { id } = await owner.ask('POST', `${at}/counters`, contract.made, {
    project: null,
    indicator: '答复率',
    name: '留言答复',
    measure: '条',
  });
  const take = (body: object) =>
    owner.ask('POST', `/counters/${id}/values`, contract.taken, { source: '留言系统', ...body });
  expect((await owner.ask('GET', at, contract.measured)).counters[0]).toMatchObject({ rate: null, values: 0 });
  await take({ csv: '日期,答复,收到\n2026-03-02,9,10\n2026-03-03,10,10\n' });
  await take({ values: [{ day: '2026-03-04', numerator: 1, denominator: 2 }] });
  expect((await owner.refused('POST', `/counters/${id}/values`, { source: 'x', csv: '2026-03-02,很多' }))[1]).toContain(
    '第 1 行',
  );
  expect((await owner.refused('POST', `/counters/${id}/values`, { source: 'x', csv: '2025-03-02,1' }))[1]).toContain(
    '不是 2026 年的',
  );
  const { counters } = await owner.ask('GET', at, contract.measured);
  expect(counters[0]).toMatchObject({ numerator: 20, denominator: 22, rate: '90.91', values: 3 });
});

test('messages are registered by hand, CSV and API, ended, and are the actual of their indicator down to the rows', async () => {
  const at = `/measured/${places.unit}/2026/clocks`;
  const named = { name: '网站留言', rule: 'message', project: '网站运维', indicator: '留言答复及时率' };
  const { id } = await owner.ask('POST', at, contract.made, named);
  expect((await owner.refused('POST', at, named))[1]).toContain('已有登记');
  const enter = (body: object) =>
    owner.ask('POST', `/clocks/${id}/entries`, contract.taken, { source: '留言系统', ...body });
  await enter({ csv: '编号,开始,办结\nL1,2026-03-02,2026-03-04\nL2,2026-03-02,2026-03-10\nL3,2026-03-02,\n' });
  await enter({ entries: [{ number: 'L4', begun: '2026/3/3 9:00' }] });
  await enter({ entries: [{ number: 'L4', ended: '2026-03-05' }] });
  await enter({ entries: [{ number: 'L5', begun: '2026-03-03' }] });
  await enter({ entries: [{ number: 'L5', struck: true }] });
  const refused = async (entry: object) =>
    (await owner.refused('POST', `/clocks/${id}/entries`, { source: 'x', entries: [entry] }))[1];
  expect(await refused({ number: 'L1', ended: '2026-03-06' })).toContain('已经办结');
  expect(await refused({ number: 'L9', begun: '下周' })).toContain('不是时间');
  // In time: L1 and L4 of four; L2 was late, L3 waits still; what was struck out counts nowhere.
  expect(await owner.ask('GET', at, contract.clocks)).toMatchObject([
    { numerator: 2, denominator: 4, rate: '50.00', counts: { late: 1, overdue: 1, running: 0 } },
  ]);
  const { matters } = await owner.ask('GET', `/clocks/${id}`, contract.clockDetail);
  expect(matters[0]).toMatchObject({ number: 'L3', due: '2026-03-09', state: 'overdue', source: '留言系统' });
  const csv = await (await owner.send('GET', `/clocks/${id}/entries.csv`)).text();
  expect(csv).toContain('L2,2026-03-02,2026-03-10,2026-03-09,超时办结,留言系统');
  expect(csv).toContain('L5,2026-03-03,,,作废,留言系统');
  const task = { unitId: places.unit, year: 2026, project: '网站运维' } as TaskItem;
  expect(await measuredOf(fixture.store, task)).toContainEqual({
    indicator: '留言答复及时率',
    achieved: '50.00%',
    evidence: '登记“网站留言”：按时 2 ÷ 应办 4（超时办结 1，超时未办 1；还没有到期的 0 不算）',
    series: [{ name: '网站留言', path: `/clocks/${id}/entries.csv` }],
  });
  const stranger = await deskOf(app, fixture.store, 'clerk-next-door', places.sibling, 'project-owner');
  expect((await stranger.send('GET', `/clocks/${id}`)).status).toBe(404);
});

test.each([
  ['Disallow: /a', '/a/b', false],
  ['Disallow: /a\nAllow: /a/b', '/a/b', true],
  ['Disallow: /*.pdf$', '/x.pdf', false],
  ['Disallow: /*.pdf$', '/x.pdf?y', true],
  ['Disallow:', '/a', true],
])('robots.txt: %s, %s', (rules, path, allowed) => {
  expect(isAllowedBy(parseRobots(`User-agent: *\n${rules}`), path)).toBe(allowed);
  expect(isAllowedBy(parseRobots(`User-agent: other\n${rules}`), path)).toBe(true);
});
