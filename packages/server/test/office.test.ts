/** The office over HTTP: signing in, who may do what, and that nobody sees a draft without a role there, on any route. */

import { exampleLedger } from '@mingsuan/core/ledger/example';
import { heldOfRows } from '@mingsuan/core/ledger/held';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { rowsOfLedger } from '@mingsuan/core/ledger/sheet-texts';
import { templateOf } from '@mingsuan/core/ledger/template-of';
import type { Role } from '@mingsuan/core/process/roles';
import { administratorLink, TERMINAL } from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Api } from '../src/http/env.ts';
import * as account from '../src/modules/accounts/contract.ts';
import * as work from '../src/modules/work/contract.ts';
import { type Fixture, openFixture } from './fixture.ts';

const PASSWORD = '春江潮水连海平海上明月';
const ORIGIN = 'http://localhost';
let fixture: Fixture;
let app: Api;

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
});
afterAll(() => fixture.close());

type Cookie = string;

const request = (cookie: Cookie, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  app.request(`/api/v1${path}`, {
    method,
    headers: {
      origin: ORIGIN,
      ...(cookie === '' ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** Asks, and holds the answer against its schema. */
async function ask<S extends z.ZodType>(
  cookie: Cookie,
  method: string,
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.output<S>> {
  const answer = await request(cookie, method, path, body);
  const told = (await answer.json()) as Record<string, unknown>;
  expect([path, answer.status, answer.status === 200 ? '' : told.detail]).toEqual([path, 200, '']);
  expect(told).toEqual(schema.parse(told));
  return told as z.output<S>;
}

const detail = async (answer: Response) => ((await answer.json()) as { detail: string }).detail;

async function signIn(login: string): Promise<Cookie> {
  const answer = await request('', 'POST', '/session', { login, password: PASSWORD });
  expect(answer.status).toBe(200);
  const cookie = answer.headers.get('set-cookie')!;
  expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
  return cookie.split(';')[0]!;
}

const activate = (path: string) =>
  ask('', 'POST', '/activation', account.person, { token: path.split('#')[1], password: PASSWORD });

let root: Cookie;
let units: { region: number; department: number; unit: number; sibling: number };

test('without accounts the portal is as it was, and nobody is in the office', async () => {
  expect(await ask('', 'GET', '/account', account.account)).toEqual({
    hasAccounts: false,
    person: null,
    provider: null,
  });
  expect((await request('', 'GET', '/agencies')).status).toBe(200);
  expect((await request('', 'GET', '/work')).status).toBe(401);
});

test('the first administrator comes from the terminal, and sets up the office', async () => {
  const token = await administratorLink(fixture.store, { login: 'root', name: '管理员' }, TERMINAL);
  await activate(`#${token}`);
  root = await signIn('root');
  const since = '2020-01-01';
  const add = async (kind: string, code: string, name: string, parentId: number | null) =>
    (
      await ask(root, 'POST', '/office-units', account.made, {
        kind,
        code,
        name,
        parentId,
        nature: null,
        isOwnOffice: false,
        since,
        until: null,
      })
    ).id;
  const region = await add('region', '130110', '鹿泉区', null);
  const department = await add('department', '302', '数据局', region);
  units = {
    region,
    department,
    unit: await add('unit', '302001', '数据局本级', department),
    sibling: await add('unit', '302003', '数据中心', department),
  };
  expect(await ask(root, 'GET', '/office-units', account.units)).toHaveLength(4);
});

async function person(login: string, at: number, ...roles: Role[]): Promise<Cookie> {
  const { id, path } = await ask(root, 'POST', '/people', account.link, { login, name: `人${login}` });
  await activate(path);
  for (const role of roles)
    await ask(root, 'POST', '/grants', account.made, {
      personId: id,
      unitId: at,
      role,
      deputyOf: null,
      since: '2020-01-01',
      until: null,
    });
  return signIn(login);
}

test('what is written needs a cookie and a page of ours; sessions are listed and end', async () => {
  const cookie = await person('visitor', units.unit);
  const without = await app.request('/api/v1/sessions/1', { method: 'DELETE', headers: { cookie } });
  expect([without.status, await detail(without)]).toEqual([403, '登录后的修改请在本网站的页面上操作。']);
  const foreign = await request(cookie, 'DELETE', '/sessions/1', undefined, { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  const answer = await request('', 'GET', '/sessions');
  expect(await answer.json()).toMatchObject({ title: '需要登录', detail: '请先登录。' });
  const mine = await ask(cookie, 'GET', '/sessions', account.sessions);
  expect(mine).toMatchObject([{ isThis: true }]);
  const other = await signIn('visitor');
  const [, old] = await ask(other, 'GET', '/sessions', account.sessions);
  await ask(other, 'DELETE', `/sessions/${old!.id}`, account.done);
  expect((await request(cookie, 'GET', '/sessions')).status).toBe(401);
  // Nobody ends another's.
  const [roots] = await ask(root, 'GET', '/sessions', account.sessions);
  expect((await request(other, 'DELETE', `/sessions/${roots!.id}`)).status).toBe(404);
  for (const path of ['/people', '/grants', '/audit', '/audit-verdict', '/audit.csv'])
    expect([path, (await request(other, 'GET', path)).status]).toEqual([path, 403]);
  expect((await request(other, 'POST', '/people', { login: 'x1', name: 'x', isAdministrator: true })).status).toBe(403);
  await ask(other, 'DELETE', '/session', account.signedOut);
  expect((await request(other, 'GET', '/sessions')).status).toBe(401);
  const wrong = await request('', 'POST', '/session', { login: 'visitor', password: 'wrong' });
  const unknown = await request('', 'POST', '/session', { login: 'nobody', password: 'wrong' });
  expect([wrong.status, await detail(wrong)]).toEqual([unknown.status, await detail(unknown)]);
});

test('one who guesses is stopped', async () => {
  const limited = fixture.appWith({ ratePerMinute: 600 });
  const tries = [];
  for (let i = 0; i < 25; i++)
    tries.push(
      (
        await limited.request('/api/v1/activation', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token: `guess-${i}`, password: PASSWORD }),
        })
      ).status,
    );
  expect(tries.slice(0, 20)).toEqual(Array(20).fill(409));
  expect(tries.slice(20)).toEqual(Array(5).fill(429));
});

const ledger = () => ({
  ...exampleLedger(2026),
  agency: { code: '302001', name: '数据局本级', level: 'unit' },
});

test('a budget goes up and back with reasons on its fields; each person is offered what may be done', async () => {
  const clerk = await person('clerk', units.unit, 'unit-clerk');
  const head = await person('head', units.unit, 'unit-head');
  const finance = await person('finance', units.department, 'department-finance');
  const { year } = ledger();
  const { id } = await ask(clerk, 'POST', '/work', work.made, { process: 'round', unitId: units.unit, year });
  const saved = await ask(clerk, 'POST', `/work/${id}/versions`, work.item, { revision: 0, content: ledger() });
  expect(saved).toMatchObject({ version: 1, revision: 1, state: 'draft' });
  const late = await request(clerk, 'POST', `/work/${id}/versions`, { revision: 0, content: { ...ledger(), year: 1 } });
  expect([late.status, await detail(late)]).toEqual([409, '人clerk刚刚修改过，请刷新后看过再做。']);
  const wrong = { ...ledger(), agency: { code: '302003', name: '数据中心', level: 'unit' } };
  await ask(clerk, 'POST', `/work/${id}/versions`, work.item, { revision: 1, content: wrong });
  const refused = await request(clerk, 'POST', `/work/${id}/steps`, { revision: 2, event: 'submit' });
  expect([refused.status, await detail(refused)]).toEqual([409, '还有错误级的问题没有改正，不能送审。']);
  const { errors } = await ask(clerk, 'GET', `/work/${id}/findings`, work.findings);
  expect(errors[0]).toBe('台账写的是 302003数据中心，不是302001数据局本级。');
  // What cannot be read yet is kept as it was written, and not handed up.
  const texts = rowsOfLedger(ledger() as Ledger, templateOf(ledger() as Ledger));
  const unread = { ...texts, basic: texts.basic.map((cells, i) => (i === 0 ? cells.with(5, '约三万') : cells)) };
  await ask(clerk, 'POST', `/work/${id}/versions`, work.item, { revision: 2, content: heldOfRows(unread) });
  const { errors: faults } = await ask(clerk, 'GET', `/work/${id}/findings`, work.findings);
  expect(faults[0]).toContain('“约三万”不是金额');
  await ask(clerk, 'POST', `/work/${id}/versions`, work.item, { revision: 3, content: heldOfRows(texts) });
  expect((await ask(clerk, 'GET', `/work/${id}/findings`, work.findings)).errors).toEqual([]);
  expect(await ask(clerk, 'GET', `/work/${id}/differences?from=1&to=4`, work.differences)).toEqual([]);
  await ask(clerk, 'POST', `/work/${id}/steps`, work.item, { revision: 4, event: 'submit' });
  const offered = async (cookie: Cookie) =>
    (await ask(cookie, 'GET', '/work', work.items)).find((one) => one.id === id)!.offers.map(({ event }) => event);
  expect(await offered(clerk)).toEqual(['withdraw']);
  expect(await offered(head)).toEqual(['pass', 'return']);
  expect(await offered(finance)).toEqual([]);
  const fields = [{ field: 'basic', reason: '公用经费偏大' }];
  await ask(head, 'POST', `/work/${id}/steps`, work.item, { revision: 5, event: 'return', reason: '请改', fields });
  const less = ledger();
  const changed = { ...less, basic: less.basic.map((line, i) => (i === 0 ? { ...line, fen: line.fen + 100 } : line)) };
  await ask(clerk, 'POST', `/work/${id}/versions`, work.item, { revision: 6, content: changed });
  const lines = await ask(finance, 'GET', `/work/${id}/differences?from=4&to=5`, work.differences);
  expect(lines).toMatchObject([{ change: 100 }]);
  const { history, versions } = await ask(finance, 'GET', `/work/${id}`, work.workAnswer);
  expect(versions).toHaveLength(5);
  expect(history.find(({ event }) => event === 'return')).toMatchObject({ reason: '请改', fields, person: '人head' });
  const { units: rows } = await ask(finance, 'GET', `/boards/${units.department}/${year}`, work.board);
  expect(rows.map(({ code, item, progress }) => [code, item?.state, progress])).toEqual([
    ['302001', 'draft', 'returned'],
    ['302003', undefined, 'missing'],
  ]);
  expect(rows[0]!.returned).toMatchObject({ person: '人head', reason: '请改' });
});

test('a department sees who is late, reminds, and does to many at once what each allows; a bureau sees its departments', async () => {
  const finance = await signIn('finance');
  const clerk = await signIn('clerk');
  const budget = await person('budget', units.region, 'bureau-budget');
  const { year } = ledger();
  const at = `/boards/${units.department}/${year}`;
  const late = await request(finance, 'PUT', `/work-deadlines/${units.region}/${year}`, {
    round: 1,
    due: '2020-01-02',
  });
  expect([late.status, await detail(late)]).toEqual([409, '期限要由财政预算处来定，部门的也可由部门财务来定。']);
  await ask(budget, 'PUT', `/work-deadlines/${units.region}/${year}`, work.done, { round: 1, due: '2020-01-02' });
  const later = await request(finance, 'PUT', `/work-deadlines/${units.department}/${year}`, {
    round: 1,
    due: '2020-01-03',
  });
  expect(await detail(later)).toBe('部门定的不能晚于财政定的 2020-01-02。');
  await ask(finance, 'PUT', `/work-deadlines/${units.department}/${year}`, work.done, { round: 1, due: '2020-01-01' });
  const board = await ask(finance, 'GET', at, work.board);
  expect(board.units.map(({ isLate, due }) => [isLate, due])).toEqual([
    [true, '2020-01-01'],
    [true, '2020-01-01'],
  ]);
  const [own] = await ask(budget, 'GET', `/boards/${year}`, work.overview);
  expect(own).toMatchObject({ name: '数据局', units: 2, late: 2, counts: { returned: 1, missing: 1 } });
  expect(own!.sums).toEqual(board.units[0]!.sums);
  await ask(finance, 'POST', `${at}/reminders`, work.done, { units: [units.unit, units.sibling], text: '请送审' });
  expect(await ask(clerk, 'GET', '/reminders', work.reminders)).toMatchObject([{ unitId: units.unit, text: '请送审' }]);
  expect(await ask(finance, 'GET', '/reminders', work.reminders)).toEqual([]);

  const { item: returnedItem } = board.units[0]!;
  const { id: itemId, revision: before } = returnedItem!;
  const item = await ask(clerk, 'POST', `/work/${itemId}/versions`, work.item, { revision: before, content: ledger() });
  await ask(clerk, 'POST', `/work/${item.id}/steps`, work.item, { revision: item.revision, event: 'submit' });
  // What is asked for is handed up: nobody waits for it any more, and the department sees it at once.
  expect(await ask(clerk, 'GET', '/reminders', work.reminders)).toEqual([]);
  expect((await ask(finance, 'GET', at, work.board)).units[0]).toMatchObject({
    progress: 'unit-review',
    reminded: null,
  });
  const items = [
    { id: item.id, revision: item.revision + 1 },
    { id: 999, revision: 0 },
  ];
  const head = await signIn('head');
  const refused = await ask(finance, 'POST', `${at}/steps`, work.manyDone, { event: 'pass', items });
  expect(refused.map(({ refusal }) => refusal)).toEqual([
    '“通过”要由单位审核来做。',
    '这项工作不在这个部门，请刷新后重试。',
  ]);
  await ask(head, 'POST', `/work/${item.id}/steps`, work.item, { revision: item.revision + 1, event: 'pass' });
  const again = [{ id: item.id, revision: item.revision + 2 }];
  const returned = { event: 'return', items: again, reason: '一起改' };
  expect(await ask(finance, 'POST', `${at}/steps`, work.manyDone, returned)).toEqual([{ id: item.id, refusal: null }]);
  const book = await request(finance, 'GET', `${at}/workbook`);
  expect([book.status, book.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  expect((await book.arrayBuffer()).byteLength).toBeGreaterThan(5000);
});

test('nobody sees a draft without a role there: every route that names one answers as if there were none', async () => {
  const stranger = await person('stranger', units.sibling, 'unit-clerk', 'unit-head', 'project-owner');
  const expert = await person('expert', units.region, 'reviewer');
  const { year } = ledger();
  const { paths } = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { requestBody?: object; security?: object[] }>>;
  };
  const bodies: Readonly<Record<string, unknown>> = {
    '/work/{id}/versions': { revision: 6, content: { a: 1 } },
    '/work/{id}/steps': { revision: 6, event: 'pass' },
    '/work/{id}/adjustments': { kind: 'transfer' },
    '/boards/{id}/{year}/steps': { event: 'pass', items: [{ id: 1, revision: 6 }] },
    '/boards/{id}/{year}/reminders': { units: [1], text: '请送审' },
  };
  const named = Object.entries(paths).flatMap(([path, methods]) =>
    /\/v1\/(?:work\/\{id\}|boards\/\{id\})/.test(path)
      ? Object.keys(methods).map((method) => [method, path.slice(7)] as const)
      : [],
  );
  expect(named.length).toBeGreaterThanOrEqual(11);
  for (const [method, path] of named)
    for (const cookie of [stranger, expert]) {
      const at = path
        .replace('{id}', String(path.startsWith('/boards') ? units.department : 1))
        .replace(/\{(?:number|attachment)\}/, '1')
        .replace('{year}', String(year));
      const query = path.endsWith('differences') ? '?from=1&to=2' : '';
      const answer = await request(cookie, method.toUpperCase(), `${at}${query}`, bodies[path]);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
  for (const cookie of [stranger, expert]) {
    expect(await ask(cookie, 'GET', '/work', work.items)).toEqual([]);
    expect(await ask(cookie, 'GET', `/boards/${year}`, work.overview)).toEqual([]);
  }
  // Of the whole API nothing that they may ask tells of it.
  for (const [path, methods] of Object.entries(paths)) {
    if (!methods.get || path.includes('{') || /metrics|health/.test(path)) continue;
    const answer = await app.request(path, { headers: { cookie: stranger } });
    const text = await answer.text();
    expect([path, text.includes('数据局本级') && path !== '/api/v1/office-units']).toEqual([path, false]);
    expect([path, text.includes('公用经费偏大')]).toEqual([path, false]);
  }
  expect((await request('', 'GET', '/work/1')).status).toBe(401);
});

test('every route of the office that is signed in for refuses who is not', async () => {
  const { paths } = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { security?: readonly Record<string, unknown>[] }>>;
  };
  const guarded = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { security }]) =>
      security?.some((one) => 'session' in one) ? [[method.toUpperCase(), path] as const] : [],
    ),
  );
  expect(guarded.length).toBeGreaterThan(25);
  for (const [method, path] of guarded) {
    const at = path.replace(/\{year\}/, '2026').replace(/\{\w+\}/g, '1');
    const answer = await app.request(at, { method, headers: { origin: ORIGIN } });
    expect([method, path, answer.status]).toEqual([method, path, 401]);
  }
});

test('the trail is searched, verified and taken out, and tells that it was', async () => {
  const { items } = await ask(root, 'GET', '/audit?kind=work&q=退回，请改', account.auditPage);
  expect(items).toMatchObject([{ person: '人head', role: 'unit-head', address: '127.0.0.1' }]);
  expect(items[0]!.title).toMatch(/^数据局本级：\d{4} 年预算（一上第 4 版）退回，请改$/);
  expect((await ask(root, 'GET', '/audit-verdict', account.verdict)).broken).toBeUndefined();
  const csv = await (await request(root, 'GET', '/audit.csv?kind=work')).text();
  expect(csv).toContain('单位审核');
  const [exported] = (await ask(root, 'GET', '/audit?limit=1', account.auditPage)).items;
  expect(exported).toMatchObject({ kind: 'export', person: '管理员', role: 'administrator' });
  for (const kind of ['person', 'unit', 'grant', 'session'])
    for (const { role } of (await ask(root, 'GET', `/audit?kind=${kind}&limit=500`, account.auditPage)).items)
      expect([kind, role]).toEqual([kind, role === 'self' ? 'self' : 'administrator']);
});
