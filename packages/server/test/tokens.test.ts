/** Personal tokens: named, scoped, ending, revocable, told in the trail; never more than the person, and never their account. */
import { createAccessToken, searchAudit, TERMINAL, workingBy } from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import * as account from '../src/modules/accounts/contract.ts';
import * as work from '../src/modules/work/contract.ts';
import { type Desk, deskOf, type Places, placesIn } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';

let fixture: Fixture;
let app: Api;
let places: Places;
let clerk: Desk;

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
  places = await placesIn(fixture.store);
  clerk = await deskOf(app, fixture.store, 'clerk', places.unit, 'unit-clerk');
});
afterAll(() => fixture.close());

const by = (token: string, method: string, path: string, body?: unknown) =>
  app.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const told = async (answer: Response) => [answer.status, ((await answer.json()) as { detail?: string }).detail];
const make = (name: string, scopes: readonly string[], days = 30) =>
  clerk.ask('POST', '/tokens', account.token, { name, scopes, days });

test('a program works in a person’s name within its scopes, and what it did says so', async () => {
  const { token } = await make('同步程序', ['work:read', 'work:write']);
  expect(token).toMatch(/^msp_[\w-]{43}$/);
  const opened = await by(token, 'POST', '/work', { process: 'round', unitId: places.unit, year: 2026 });
  const { id } = work.made.parse(await opened.json());
  expect((await by(token, 'GET', `/work/${id}`)).status).toBe(200);
  const [last] = (await searchAudit(fixture.store, { kind: 'work' })).items;
  expect(last!.person).toBe('人clerk（令牌“同步程序”）');
  const { tokens } = await clerk.ask('GET', '/tokens', account.tokens);
  expect(tokens).toMatchObject([{ name: '同步程序', scopes: ['work:read', 'work:write'] }]);
  expect(tokens[0]!.seenAt).not.toBeNull();
  const kept = await fixture.store.db.selectFrom('access_tokens').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(token.slice(4));
});

test('not beyond its scopes, nor beyond what the person may, nor near the account', async () => {
  const { token } = await make('只读', ['work:read']);
  const question = { process: 'round', unitId: places.unit, year: 2027 };
  expect(await told(await by(token, 'POST', '/work', question))).toEqual([
    403,
    '这个令牌不能“编、办预算、调整和附件”，请另建一个。',
  ]);
  expect((await by(token, 'GET', '/library/1/2026')).status).toBe(403);
  for (const [method, path] of [
    ['GET', '/tokens'],
    ['POST', '/tokens'],
    ['GET', '/sessions'],
    ['DELETE', '/session'],
    ['PUT', '/password'],
    ['GET', '/people'],
    ['POST', '/grants'],
  ] as const)
    expect([path, ...(await told(await by(token, method, path, method === 'GET' ? undefined : {})))]).toEqual([
      path,
      403,
      '这件事不能用令牌来做，请登录后在网页上做。',
    ]);
  // The trail is the auditor's: the scope alone opens nothing.
  const { token: auditing } = await make('审计', ['audit:read']);
  expect((await by(auditing, 'GET', '/audit')).status).toBe(403);
  const nobody = await deskOf(app, fixture.store, 'nobody', places.sibling);
  const own = await nobody.ask('POST', '/tokens', account.token, { name: '一', scopes: ['work:read'], days: 1 });
  expect(await (await by(own.token, 'GET', '/work')).json()).toEqual([]);
  expect((await by(own.token, 'GET', '/work/1')).status).toBe(404);
});

test('it ends: on its day, when it is revoked, with the person; nobody ends another’s', async () => {
  const { id, token } = await make('会撤销', ['work:read']);
  const other = await deskOf(app, fixture.store, 'other', places.unit, 'unit-clerk');
  expect((await other.refused('DELETE', `/tokens/${id}`))[0]).toBe(404);
  await clerk.ask('DELETE', `/tokens/${id}`, account.done);
  expect(await told(await by(token, 'GET', '/work'))).toEqual([
    401,
    '令牌不对，或已经撤销、过期，请在“我的账号”里另建一个。',
  ]);
  expect((await by('msp_x', 'GET', '/work')).status).toBe(401);
  const { store } = fixture;
  const { id: personId } = await store.db
    .selectFrom('people')
    .select('id')
    .where('login', '=', 'other')
    .executeTakeFirstOrThrow();
  const made = { name: '一天', scopes: ['work:read'] as const, days: 1 };
  const now = new Date('2026-03-01T00:00:00Z');
  const short = await createAccessToken(store, personId, made, TERMINAL, now);
  expect(await workingBy(store, short.token, new Date('2026-03-01T23:59:00Z'))).toBeDefined();
  expect(await workingBy(store, short.token, new Date('2026-03-02T00:00:00Z'))).toBeUndefined();
  const standing = await createAccessToken(store, personId, { ...made, name: '在' }, TERMINAL);
  expect((await by(standing.token, 'GET', '/work')).status).toBe(200);
  await store.db.updateTable('people').set({ disabled_at: new Date() }).where('id', '=', personId).execute();
  expect((await by(standing.token, 'GET', '/work')).status).toBe(401);
});

test('a cookie is no token, a token in a cookie is no session', async () => {
  const { token } = await make('饼干', ['work:read', 'work:write']);
  const answer = await app.request('/api/v1/work', { headers: { cookie: `mingsuan-session=${token}` } });
  expect(answer.status).toBe(401);
});

test.each([
  [{ name: ' ', scopes: ['work:read'], days: 1 }, 400],
  [{ name: '一', scopes: [], days: 1 }, 409],
  [{ name: '一', scopes: ['everything'], days: 1 }, 400],
  [{ name: '一', scopes: ['work:read'], days: 3650 }, 400],
  [{ name: '饼干', scopes: ['work:read'], days: 1 }, 409],
])('%j is none', async (asked, status) => {
  expect((await clerk.refused('POST', '/tokens', asked))[0]).toBe(status);
});
