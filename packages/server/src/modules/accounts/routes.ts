/** Signing in and out, people, units, roles, the trail. */
import { Readable } from 'node:stream';
import { BOM } from '@mingsuan/core/csv';
import type { NewGrant } from '@mingsuan/store';
import type { Context } from 'hono';
import { smallBody } from '../../http/body.ts';
import { attachment, streamed } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { keepSession, personOf, sessionToken, signedInOnly } from '../../http/session.ts';
import { fewTries } from '../../http/tries.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import * as contract from './contract.ts';
import { type Accounts, accounts } from './service.ts';

const DONE = { done: true } as const;

/** `/account`, `/session` (signing in), `/sessions`, `/password`, `/tokens`, `/activation`, `/people`, `/office-units`, `/grants`, `/audit` */
export function accountRoutes(app: Api, services: Services): void {
  const service = accounts(services);
  signingIn(app, services, service);
  ownSessions(app, services, service);
  ownTokens(app, services, service);
  administration(app, services, service);
  trail(app, services, service);
}

const tag = '账号';

const visitIn =
  ({ config }: Services) =>
  (c: Context<AppEnv>) => ({
    person: personOf(c),
    address: addressOf(c, config.proxies),
  });

function signingIn(app: Api, services: Services, service: Accounts): void {
  const { config } = services;
  const trying = {
    tag,
    method: 'post',
    problems: [400, 403, 409, 413],
    middleware: [fewTries(config), smallBody],
  } as const;
  jsonEndpoint(
    app,
    { tag, path: '/account', summary: '谁登录了、有哪些角色；没有登录是 null', problems: [], answer: contract.account },
    async ({ c }) => {
      c.header('cache-control', 'private, no-store');
      const token = sessionToken(c);
      return service.account(token === '' ? undefined : await service.find(token));
    },
  );
  jsonEndpoint(
    app,
    { ...trying, path: '/session', summary: '登录', body: contract.signInQuestion, answer: contract.account },
    async ({ c, body }) => {
      const agent = c.req.header('user-agent') ?? '';
      const { token, expiresAt } = await service.signIn({ ...body, address: addressOf(c, config.proxies), agent });
      keepSession(c, token, expiresAt, config);
      c.header('cache-control', 'private, no-store');
      return service.account(await service.find(token));
    },
  );
  jsonEndpoint(
    app,
    {
      ...trying,
      path: '/activation',
      summary: '由一次性链接设置密码',
      body: contract.activation,
      answer: contract.person,
    },
    ({ c, body: { token, password } }) => service.activate(token, password, addressOf(c, config.proxies)),
  );
}

function ownSessions(app: Api, services: Services, service: Accounts): void {
  const visit = visitIn(services);
  const own = { tag, signedIn: true, problems: [400, 404, 409], middleware: [signedInOnly(service.find), smallBody] };
  jsonEndpoint(app, { ...own, path: '/sessions', summary: '自己还开着的登录', answer: contract.sessions }, ({ c }) =>
    service.sessions(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...own,
      method: 'delete',
      path: '/sessions/{id}',
      summary: '结束自己的一次登录',
      params: contract.params,
      answer: contract.done,
    },
    async ({ c, params: { id } }) => {
      await service.endSession(visit(c), id);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...own,
      method: 'put',
      path: '/password',
      summary: '改自己的密码，其他登录随之结束',
      body: contract.passwordQuestion,
      answer: contract.done,
    },
    async ({ c, body: { old, password } }) => {
      await service.changePassword(visit(c), old, password);
      return DONE;
    },
  );
}

/** What lets a program work in one's name; no token makes or ends one. */
function ownTokens(app: Api, services: Services, service: Accounts): void {
  const visit = visitIn(services);
  const own = { tag, signedIn: true, problems: [400, 404, 409], middleware: [signedInOnly(service.find), smallBody] };
  jsonEndpoint(
    app,
    { ...own, path: '/tokens', summary: '自己的令牌：程序以自己的名义办事', answer: contract.tokens },
    ({ c }) => service.tokens(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...own,
      method: 'post',
      path: '/tokens',
      summary: '建立一个令牌，写明能做什么、有效多少天；令牌只给这一次',
      body: contract.newToken,
      answer: contract.token,
    },
    ({ c, body }) => service.createToken(visit(c), body),
  );
  jsonEndpoint(
    app,
    {
      ...own,
      method: 'delete',
      path: '/tokens/{id}',
      summary: '撤销自己的一个令牌',
      params: contract.params,
      answer: contract.done,
    },
    async ({ c, params: { id } }) => {
      await service.revokeToken(visit(c), id);
      return DONE;
    },
  );
}

function administration(app: Api, services: Services, service: Accounts): void {
  const visit = visitIn(services);
  const { params } = contract;
  const asking = { tag: '人员', signedIn: true, problems: [400], middleware: [signedInOnly(service.find)] };
  const writing = { ...asking, problems: [400, 404, 409, 413], middleware: [...asking.middleware, smallBody] };
  jsonEndpoint(app, { ...asking, path: '/people', summary: '人员', answer: contract.people }, ({ c }) =>
    service.people(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/people',
      summary: '邀请一个人，给出一次性链接',
      body: contract.newPerson,
      answer: contract.link,
    },
    ({ c, body }) => service.invite(visit(c), body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/people/{id}',
      summary: '改姓名、管理员、停用、解锁',
      params,
      body: contract.personEdit,
      answer: contract.person,
    },
    ({ c, params: { id }, body }) => service.edit(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/people/{id}/link',
      summary: '另给一个设置密码的一次性链接，原来的作废',
      params,
      answer: contract.link,
    },
    ({ c, params: { id } }) => service.reset(visit(c), id),
  );
  jsonEndpoint(
    app,
    {
      ...asking,
      path: '/office-units',
      summary: '某一天的单位：地区、部门、单位',
      query: contract.dated,
      answer: contract.units,
    },
    ({ query: { day } }) => service.units(day),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/office-units',
      summary: '设立地区、部门或单位',
      body: contract.newUnit,
      answer: contract.made,
    },
    ({ c, body: { kind, ...fields } }) => service.addUnit(visit(c), kind, fields),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/office-units/{id}',
      summary: '从某一天起改名、划转、撤销',
      params,
      body: contract.unitEdit,
      answer: contract.done,
    },
    async ({ c, params: { id }, body }) => {
      await service.changeUnit(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(app, { ...asking, path: '/grants', summary: '谁在哪里有什么角色', answer: contract.grants }, ({ c }) =>
    service.grants(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/grants',
      summary: '给角色；代理的写明到哪天',
      body: contract.newGrant,
      answer: contract.made,
    },
    ({ c, body }) => service.grant(visit(c), body as NewGrant),
  );
  jsonEndpoint(
    app,
    { ...writing, method: 'delete', path: '/grants/{id}', summary: '收回角色', params, answer: contract.done },
    async ({ c, params: { id } }) => {
      await service.revoke(visit(c), id);
      return DONE;
    },
  );
}

function trail(app: Api, services: Services, service: Accounts): void {
  const visit = visitIn(services);
  const reading = { tag: '审计', signedIn: true, problems: [400], middleware: [signedInOnly(service.find)] };
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/audit',
      summary: '审计记录，新的在前',
      query: contract.auditQuestion,
      answer: contract.auditPage,
    },
    async ({ c, query }) => service.audit(visit(c), query) as never,
  );
  jsonEndpoint(
    app,
    { ...reading, path: '/audit-verdict', summary: '逐条核对审计记录的哈希', answer: contract.verdict },
    ({ c }) => service.verify(visit(c)),
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/audit.csv',
      summary: '审计记录，导出',
      query: contract.auditQuestion,
      types: ['text/csv'],
    },
    async ({ c, query }) => {
      const lines = await service.exportAudit(visit(c), query);
      return streamed(c, withBom(lines), 'text/csv; charset=utf-8', {
        'content-disposition': attachment('审计记录.csv'),
        'cache-control': 'private, no-store',
      });
    },
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/office-years/{year}',
      summary: '一年的办公，一个文件；由管理员导出，在别处用 import-year 导入',
      params: contract.yearParams,
      problems: [409],
      types: ['application/gzip'],
    },
    async ({ c, params: { year } }) => {
      const { size, stream } = await service.exportYear(visit(c), year);
      return new Response(Readable.toWeb(stream) as ReadableStream, {
        headers: {
          'content-type': 'application/gzip',
          'content-length': String(size),
          'content-disposition': attachment(`${year}年办公.gz`),
          'cache-control': 'private, no-store',
        },
      });
    },
  );
}

async function* withBom(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield BOM;
  yield* lines;
}
