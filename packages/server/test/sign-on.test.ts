/** Signing in by a provider: linked by an administrator or by an invitation only, each sign-in once, and every failure one sentence. */
import { editPerson, invitePerson, listPeople, searchAudit, setPasswordByToken, TERMINAL } from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configOf, InvalidConfig } from '../src/config.ts';
import type { Api } from '../src/http/env.ts';
import * as account from '../src/modules/accounts/contract.ts';
import * as contract from '../src/modules/sign-on/contract.ts';
import { type Fixture, openFixture } from './fixture.ts';
import { CLIENT, openProvider, SECRET, signInAt, type TestProvider } from './provider.ts';

const SITE = 'http://localhost';
const PASSWORD = '春江潮水连海平海上明月';

let fixture: Fixture;
let provider: TestProvider;
let app: Api;
let root: Browser;

const settings = (issuer: string, secret = SECRET) => ({
  publicUrl: SITE,
  signOn: { issuer, clientId: CLIENT, secret, name: '区统一认证' },
});

beforeAll(async () => {
  fixture = await openFixture(false);
  provider = await openProvider(SITE);
  app = fixture.appWith(settings(provider.issuer));
  const { token } = await invitePerson(
    fixture.store,
    { login: 'root', name: '管理员', isAdministrator: true },
    TERMINAL,
  );
  await setPasswordByToken(fixture.store, token, PASSWORD, '');
  root = browserOf(app);
  expect((await root.send('POST', '/session', { login: 'root', password: PASSWORD })).status).toBe(200);
});
afterAll(async () => {
  await provider.close();
  await fixture.close();
});

interface Browser {
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

function browserOf(of: Api): Browser {
  const jar = new Map<string, string>();
  return {
    send: async (method, path, body) => {
      const answer = await of.request(`/api/v1${path}`, {
        method,
        headers: {
          origin: SITE,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
        jar.set(name!, value!);
      }
      return answer;
    },
  };
}

const told = async (answer: Response) => [answer.status, ((await answer.json()) as { detail?: string }).detail];
const begin = async (browser: Browser, body: object = {}) => {
  const answer = await browser.send('POST', '/sign-on', body);
  return answer.status === 200 ? contract.begun.parse(await answer.json()).url : expect.fail(await answer.text());
};
const finish = (browser: Browser, query: string) => browser.send('POST', '/sign-on/answer', { query });
const signIn = async (browser: Browser, login: string, body: object = {}) =>
  finish(browser, await signInAt(await begin(browser, body), login));
const who = async (browser: Browser) => account.account.parse(await (await browser.send('GET', '/account')).json());
const USED = '这次登录已经用过、过了十分钟，或不是在这个浏览器里开始的，请重新登录。';
const WRONG = '区统一认证给的凭证不对，没有登录，请重新登录；仍不行请告诉管理员。';

test('an invitation links who opens it; nobody else is anybody, whatever the name or the e-mail', async () => {
  const { store } = fixture;
  const { id, token } = await invitePerson(store, { login: 'boss', name: '张局长' }, TERMINAL);
  const browser = browserOf(app);
  // The same name as the account, the e-mail of everybody: neither links.
  expect(await told(await signIn(browser, 'boss'))).toEqual([
    403,
    '区统一认证里的“boss”还没有对应的账号，请把这个编号告诉管理员，或先打开邀请链接再登录。',
  ]);
  expect((await signIn(browser, 'u-1001', { invitation: token })).status).toBe(200);
  expect(await who(browser)).toMatchObject({ provider: '区统一认证', person: { id, login: 'boss' } });
  expect((await listPeople(store)).find((one) => one.id === id)).toMatchObject({ state: 'active' });
  const titles = (await searchAudit(store, { personId: id })).items.map(({ title }) => title);
  expect(titles).toEqual(['张局长用统一身份认证登录', '张局长对应统一身份认证的“u-1001”']);
  // The link is used, and the next time nothing is asked but the provider.
  expect(await told(await browser.send('POST', '/sign-on', { invitation: token }))).toEqual([
    409,
    '这个链接已经用过或过期，请向管理员要一个新的。',
  ]);
  const again = browserOf(app);
  expect((await signIn(again, 'u-1001')).status).toBe(200);
  expect((await who(again)).person?.id).toBe(id);
  // One at the provider is not two people here.
  const other = await invitePerson(store, { login: 'second', name: '李四' }, TERMINAL);
  expect(await told(await signIn(browserOf(app), 'u-1001', { invitation: other.token }))).toEqual([
    409,
    '统一身份认证里的“u-1001”已经对应一个账号，请先解除。',
  ]);
});

test('an administrator links and unlinks, and nobody else; who is disabled stays out', async () => {
  const { store } = fixture;
  const { id } = await invitePerson(store, { login: 'clerk', name: '王经办' }, TERMINAL);
  const question = { personId: id, subject: 'u-2002' };
  const linked = account.made.parse(await (await root.send('POST', '/identities', question)).json());
  const clerk = browserOf(app);
  expect((await signIn(clerk, 'u-2002')).status).toBe(200);
  expect(await told(await clerk.send('GET', '/identities'))).toEqual([403, '要由管理员来做。']);
  expect((await clerk.send('POST', '/identities', question)).status).toBe(403);
  expect(await told(await root.send('POST', '/identities', question))).toEqual([
    409,
    '统一身份认证里的“u-2002”已经对应一个账号，请先解除。',
  ]);
  await editPerson(store, id, { isDisabled: true }, TERMINAL);
  expect((await who(clerk)).person).toBeNull();
  expect(await told(await signIn(browserOf(app), 'u-2002'))).toEqual([403, '账号已停用，请找管理员。']);
  await editPerson(store, id, { isDisabled: false }, TERMINAL);
  expect((await root.send('DELETE', `/identities/${linked.id}`)).status).toBe(200);
  expect((await signIn(browserOf(app), 'u-2002')).status).toBe(403);
  expect(contract.identities.parse(await (await root.send('GET', '/identities')).json())).toHaveLength(1);
});

test('an answer is taken once, from the browser that began, with the nonce and the issuer that belong to it', async () => {
  const browser = browserOf(app);
  const query = await signInAt(await begin(browser), 'u-1001');
  expect(await told(await finish(browserOf(app), query))).toEqual([409, USED]);
  expect(await told(await finish(browser, query))).toEqual([409, USED]);
  const other = await signInAt(await begin(browser), 'u-1001');
  expect((await finish(browser, other)).status).toBe(200);
  expect(await told(await finish(browser, other))).toEqual([409, USED]);
  expect(await told(await finish(browser, 'code=a&state=b'))).toEqual([409, USED]);
  const stranger = browserOf(app);
  const url = new URL(await begin(stranger));
  url.searchParams.set('nonce', 'of-another-sign-in');
  expect(await told(await finish(stranger, await signInAt(url.href, 'u-1001')))).toEqual([403, WRONG]);
  const iss = new URLSearchParams(await signInAt(await begin(stranger), 'u-1001'));
  iss.set('iss', 'https://login.example.com');
  expect(await told(await finish(stranger, String(iss)))).toEqual([403, WRONG]);
  const refused = new URL(await begin(stranger)).searchParams.get('state')!;
  const denied = new URLSearchParams({ error: 'access_denied', state: refused, iss: provider.issuer });
  expect(await told(await finish(stranger, String(denied)))).toEqual([
    403,
    '没有在区统一认证完成登录，请重新登录，或用账号和密码登录。',
  ]);
  expect((await who(stranger)).person).toBeNull();
});

test('signing out leads to the provider whom it told, and to nowhere after a password', async () => {
  const browser = browserOf(app);
  await signIn(browser, 'u-1001');
  const { next } = account.signedOut.parse(await (await browser.send('DELETE', '/session')).json());
  const url = new URL(next!);
  expect(url.origin).toBe(provider.issuer);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: CLIENT,
    post_logout_redirect_uri: `${SITE}/office/work`,
  });
  expect((await who(browser)).person).toBeNull();
  const local = browserOf(app);
  await local.send('POST', '/session', { login: 'root', password: PASSWORD });
  expect(await (await local.send('DELETE', '/session')).json()).toEqual({ done: true, next: null });
});

test('a provider that is away, is another one, or does not know us says so; passwords work all the same', async () => {
  const away = browserOf(fixture.appWith(settings('http://127.0.0.1:1')));
  expect(await told(await away.send('POST', '/sign-on', {}))).toEqual([
    502,
    '连不上区统一认证，请稍后再试，或用账号和密码登录。',
  ]);
  expect((await away.send('POST', '/session', { login: 'root', password: PASSWORD })).status).toBe(200);
  const another = browserOf(fixture.appWith(settings(provider.issuer.replace('127.0.0.1', 'localhost'))));
  expect(await told(await another.send('POST', '/sign-on', {}))).toEqual([
    502,
    '区统一认证自称的网址和设置的不同，没有登录，请告诉管理员核对 MINGSUAN_OIDC。',
  ]);
  const unknown = browserOf(fixture.appWith(settings(provider.issuer, 'another-secret-of-the-client-32-char')));
  expect(await told(await signIn(unknown, 'u-1001'))).toEqual([
    502,
    '区统一认证不认本系统的编号或密钥，请告诉管理员核对 MINGSUAN_OIDC_CLIENT 和 MINGSUAN_OIDC_SECRET。',
  ]);
  const without = browserOf(fixture.appWith());
  expect((await who(without)).provider).toBeNull();
  expect(await told(await without.send('POST', '/sign-on', {}))).toEqual([
    404,
    '这里没有设置统一身份认证，请用账号和密码登录。',
  ]);
});

test('settings: a client and our own address belong to it, and TLS unless it is at this machine', () => {
  const env = { MINGSUAN_OIDC: 'https://login.example.gov.cn/realms/office', MINGSUAN_OIDC_CLIENT: 'mingsuan' };
  expect(configOf({ ...env, MINGSUAN_URL: 'https://example.gov.cn' }, '/').signOn).toEqual({
    issuer: env.MINGSUAN_OIDC,
    clientId: 'mingsuan',
    name: '统一身份认证',
  });
  expect(configOf({}, '/').signOn).toBeUndefined();
  for (const wrong of [env, { MINGSUAN_OIDC: 'http://login.example.gov.cn' }, { MINGSUAN_OIDC: 'login' }])
    expect(() => configOf(wrong, '/')).toThrow(InvalidConfig);
});
