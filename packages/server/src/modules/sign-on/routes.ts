/** Signing in by a provider and out; for the administrator, whom of its people an account belongs to. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { smallBody } from '../../http/body.ts';
import { jsonEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { cookieOptions, forgetSession, keepSession, personOf, signedInOnly } from '../../http/session.ts';
import { fewTries } from '../../http/tries.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import * as account from '../accounts/contract.ts';
import { accounts } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { signOn } from './service.ts';

/** What tells the browser that began a sign-in from every other. */
const BEGAN = 'mingsuan-sign-on';

const DONE = { done: true } as const;

/** `/sign-on`, `/session` (signing out), `/identities` */
export function signOnRoutes(app: Api, services: Services): void {
  const { config } = services;
  const service = signOn(services);
  const { find, account: accountOf, signOut } = accounts(services);
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, config.proxies) });
  const tag = '账号';
  const trying = {
    tag,
    method: 'post',
    problems: [400, 403, 404, 409, 413, 502],
    middleware: [fewTries(config), smallBody],
  } as const;
  jsonEndpoint(
    app,
    {
      ...trying,
      path: '/sign-on',
      summary: '开始用统一身份认证登录，给出浏览器接着打开的网址',
      body: contract.begin,
      answer: contract.begun,
    },
    async ({ c, body: { invitation } }) => {
      const { url, browser } = await service.begin(invitation, getCookie(c, BEGAN));
      setCookie(c, BEGAN, browser, cookieOptions(config));
      c.header('cache-control', 'private, no-store');
      return { url };
    },
  );
  jsonEndpoint(
    app,
    {
      ...trying,
      path: '/sign-on/answer',
      summary: '由统一身份认证转回来以后登录；一次登录只用一次',
      body: contract.comeBack,
      answer: account.account,
    },
    async ({ c, body: { query } }) => {
      const from = { address: addressOf(c, config.proxies), agent: c.req.header('user-agent') ?? '' };
      const { token, expiresAt } = await service.finish(query, getCookie(c, BEGAN), from);
      keepSession(c, token, expiresAt, config);
      c.header('cache-control', 'private, no-store');
      return accountOf(await find(token));
    },
  );

  const signedIn = signedInOnly(find);
  const own = { tag, signedIn: true, problems: [400, 404, 409], middleware: [signedIn, smallBody] };
  jsonEndpoint(
    app,
    { ...own, method: 'delete', path: '/session', summary: '退出登录', answer: account.signedOut },
    async ({ c }) => {
      const next = await service.end(visit(c).person.session);
      await signOut(visit(c));
      forgetSession(c, config);
      return { ...DONE, next: next ?? null };
    },
  );

  const asking = { tag: '人员', signedIn: true, problems: [400], middleware: [signedIn] };
  const writing = { ...asking, problems: [400, 404, 409, 413], middleware: [signedIn, smallBody] };
  jsonEndpoint(
    app,
    { ...asking, path: '/identities', summary: '谁对应统一身份认证里的谁', answer: contract.identities },
    ({ c }) => service.identities(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/identities',
      summary: '写明一个账号对应统一身份认证里的编号',
      body: contract.newIdentity,
      answer: account.made,
    },
    ({ c, body: { personId, subject } }) => service.link(visit(c), personId, subject),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'delete',
      path: '/identities/{id}',
      summary: '解除对应',
      params: contract.params,
      answer: account.done,
    },
    async ({ c, params: { id } }) => {
      await service.unlink(visit(c), id);
      return DONE;
    },
  );
}
