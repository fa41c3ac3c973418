/** Measured indicators over HTTP. */
import type { Context } from 'hono';
import { ledgerBody, smallBody } from '../../http/body.ts';
import { csvFile } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts } from '../accounts/service.ts';
import { clocks } from './clocks.ts';
import * as contract from './contract.ts';
import { measuring } from './service.ts';

const DONE = { done: true } as const;

/** `/measured`, `/probes`, `/counters`; what somebody has no role for is not there. */
export function measuringRoutes(app: Api, services: Services): void {
  const service = measuring(services);
  const registers = clocks(services);
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, services.config.proxies) });
  const signedIn = signedInOnly(accounts(services).find);
  const reading = { tag: '监测', signedIn: true, middleware: [signedIn] };
  const writing = {
    ...reading,
    method: 'post',
    problems: [400, 404, 409, 413],
    middleware: [signedIn, smallBody],
  } as const;
  const { params, ofPlace } = contract;

  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/measured/{id}/{year}',
      summary: '一个地方的网站监测和计数',
      params: ofPlace,
      answer: contract.measured,
    },
    ({ c, params: { id, year } }) => service.get(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/measured/{id}/{year}/probes',
      summary: '监测一个网站',
      params: ofPlace,
      body: contract.newProbe,
      answer: contract.made,
    },
    ({ c, params: { id }, body }) => service.addProbe(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/probes/{id}',
      summary: '停止或恢复监测',
      params,
      body: contract.switchQuestion,
      answer: contract.done,
    },
    async ({ c, params: { id }, body: { isOn } }) => {
      await service.switchProbe(visit(c), id, isOn);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/probes/{id}/told',
      summary: '监测的名称、项目、指标；网址不能改',
      params,
      body: contract.probeTold,
      answer: contract.done,
    },
    async ({ c, params: { id }, body }) => {
      await service.renameProbe(visit(c), id, body);
      return DONE;
    },
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/probes/{id}/{year}/visits.csv',
      summary: '逐次访问的原始记录',
      params: ofPlace,
      types: ['text/csv'],
    },
    async ({ c, params: { id, year } }) => csvFile(c, await service.visitsCsv(visit(c), id, year)),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/measured/{id}/{year}/counters',
      summary: '建立一个计数',
      params: ofPlace,
      body: contract.newCounter,
      answer: contract.made,
    },
    ({ c, params: { id, year }, body }) => service.addCounter(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/counters/{id}/values',
      summary: '记数：逐个，或 CSV；记错的用负数冲回',
      middleware: [signedIn, ledgerBody],
      params,
      body: contract.valuesQuestion,
      answer: contract.taken,
    },
    ({ c, params: { id }, body }) => service.addValues(visit(c), id, body),
  );
  rawEndpoint(
    app,
    { ...reading, path: '/counters/{id}/values.csv', summary: '计数的原始记录', params, types: ['text/csv'] },
    async ({ c, params: { id } }) => csvFile(c, await service.valuesCsv(visit(c), id)),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/measured/{id}/{year}/clocks',
      summary: '一个地方的留言和故障登记，各有多少按时',
      params: ofPlace,
      answer: contract.clocks,
    },
    ({ c, params: { id, year } }) => registers.list(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/measured/{id}/{year}/clocks',
      summary: '建立一份留言或故障登记',
      params: ofPlace,
      body: contract.newClock,
      answer: contract.made,
    },
    ({ c, params: { id, year }, body }) => registers.add(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    { ...reading, path: '/clocks/{id}', summary: '一份登记，逐件', params, answer: contract.clockDetail },
    ({ c, params: { id } }) => registers.get(visit(c), id),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/clocks/{id}/entries',
      summary: '登记、办结或作废：逐件，或 CSV；一次的要么都记下，要么都不记',
      middleware: [signedIn, ledgerBody],
      params,
      body: contract.clockQuestion,
      answer: contract.taken,
    },
    ({ c, params: { id }, body }) => registers.enter(visit(c), id, body),
  );
  rawEndpoint(
    app,
    { ...reading, path: '/clocks/{id}/entries.csv', summary: '登记的原始记录', params, types: ['text/csv'] },
    async ({ c, params: { id } }) => csvFile(c, await registers.csv(visit(c), id)),
  );
}
