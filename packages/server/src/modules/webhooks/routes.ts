/** Other programs that are told what happens, for the administrator; no token reaches it. */
import type { Context } from 'hono';
import { smallBody } from '../../http/body.ts';
import { jsonEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { done } from '../accounts/contract.ts';
import { accounts } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { webhooks } from './service.ts';

const DONE = { done: true } as const;

/** `/webhooks`, `/webhook-deliveries` */
export function webhookRoutes(app: Api, services: Services): void {
  const service = webhooks(services);
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, services.config.proxies) });
  const signedIn = signedInOnly(accounts(services).find);
  const asking = { tag: '通知', signedIn: true, problems: [400, 404], middleware: [signedIn] };
  const writing = { ...asking, problems: [400, 404, 409, 413], middleware: [signedIn, smallBody] };
  const one = { params: contract.params, answer: done };
  jsonEndpoint(
    app,
    { ...asking, path: '/webhooks', summary: '办公里有变化时通知的网址', answer: contract.webhooks },
    ({ c }) => service.list(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/webhooks',
      summary: '设立一个网址，给出签名的密钥',
      body: contract.newWebhook,
      answer: contract.secret,
    },
    ({ c, body }) => service.add(visit(c), body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/webhooks/{id}',
      summary: '改通知哪些事，停、开',
      body: contract.webhookEdit,
      ...one,
    },
    async ({ c, params: { id }, body }) => {
      await service.edit(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    { ...writing, method: 'delete', path: '/webhooks/{id}', summary: '删去一个网址和它的通知记录', ...one },
    async ({ c, params: { id } }) => {
      await service.remove(visit(c), id);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/webhooks/{id}/secret',
      summary: '换一个密钥，原来的作废',
      params: contract.params,
      answer: contract.secret,
    },
    ({ c, params: { id } }) => service.renew(visit(c), id),
  );
  jsonEndpoint(
    app,
    { ...writing, method: 'post', path: '/webhooks/{id}/trial', summary: '试一试：送一条 ping', ...one },
    async ({ c, params: { id } }) => {
      await service.trial(visit(c), id);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...asking,
      path: '/webhooks/{id}/deliveries',
      summary: '最近一百条通知：送到没有、对方答复什么',
      params: contract.params,
      answer: contract.deliveries,
    },
    ({ c, params: { id } }) => service.deliveries(visit(c), id),
  );
  jsonEndpoint(
    app,
    { ...writing, method: 'post', path: '/webhook-deliveries/{id}/again', summary: '再送一条没有送到的', ...one },
    async ({ c, params: { id } }) => {
      await service.again(visit(c), id);
      return DONE;
    },
  );
}
