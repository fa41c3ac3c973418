/** Budgets in their rounds and projects of the library. */
import type { Context } from 'hono';
import { ledgerBody, smallBody } from '../../http/body.ts';
import { jsonEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { work } from './service.ts';

/** `/work`; what somebody has no role for is not there. */
export function workRoutes(app: Api, services: Services): void {
  const { config } = services;
  const service = work(services);
  const { params } = contract;
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, config.proxies) });
  const reading = { tag: '办理', signedIn: true, middleware: [signedInOnly(accounts(services).find)] };
  const writing = { ...reading, problems: [400, 404, 409, 413], middleware: [...reading.middleware, smallBody] };

  jsonEndpoint(
    app,
    { ...reading, path: '/work', summary: '看得到的预算和项目，各能做什么', problems: [], answer: contract.items },
    ({ c }) => service.list(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/work',
      summary: '建立一个单位一年的预算，或一个项目',
      body: contract.newItem,
      answer: contract.made,
    },
    ({ c, body }) => service.open(visit(c), body),
  );
  jsonEndpoint(
    app,
    { ...reading, path: '/work/{id}', summary: '一项工作：各版、经过、能做什么', params, answer: contract.workAnswer },
    async ({ c, params: { id } }) => service.get(visit(c), id) as never,
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/work/{id}/versions/{number}',
      summary: '一版的内容',
      params: contract.versionParams,
      answer: contract.content,
    },
    ({ c, params: { id, number } }) => service.content(visit(c), id, number),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/work/{id}/differences',
      summary: '两版之间哪些数不同',
      params,
      query: contract.between,
      problems: [400, 404, 422],
      answer: contract.differences,
    },
    async ({ c, params: { id }, query: { from, to } }) => service.differences(visit(c), id, from, to) as never,
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/work/{id}/findings',
      summary: '送审前还要改什么，按资金和类别的合计，控制数',
      params,
      answer: contract.findings,
    },
    ({ c, params: { id } }) => service.findings(visit(c), id),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/work/{id}/versions',
      summary: '保存一版；别人刚改过的要先看过',
      middleware: [...reading.middleware, ledgerBody],
      params,
      body: contract.versionQuestion,
      answer: contract.item,
    },
    ({ c, params: { id }, body }) => service.save(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/work/{id}/adjustments',
      summary: '对批复了的预算提出调整',
      params,
      body: contract.newAdjustment,
      answer: contract.made,
    },
    ({ c, params: { id }, body: { kind } }) => service.adjust(visit(c), id, kind),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/work/{id}/steps',
      summary: '送审、通过、退回、批复、公开……',
      params,
      body: contract.stepQuestion,
      answer: contract.item,
    },
    ({ c, params: { id }, body }) => service.step(visit(c), id, body),
  );
}
