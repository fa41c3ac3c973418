/** Surveys over HTTP: at the desk by a session, for those who answer by their invitation alone. */
import type { Context, MiddlewareHandler } from 'hono';
import { smallBody } from '../../http/body.ts';
import { csvFile } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { ApiProblem } from '../../http/problem.ts';
import { rateLimit } from '../../http/rate-limit.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { addressOf, visitorOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { surveys } from './service.ts';

const DONE = { done: true } as const;
/** Attempts a minute of one visitor: one office may answer behind one address. */
const ATTEMPTS = 60;

/** `/surveys`, `/questionnaire`, `/answers` */
export function surveyRoutes(app: Api, services: Services): void {
  const service = surveys(services);
  const { config } = services;
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, config.proxies) });
  const signedIn = signedInOnly(accounts(services).find);
  const reading = { tag: '调查', signedIn: true, middleware: [signedIn] };
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
      path: '/performance/places/{id}/{year}/surveys',
      summary: '一个地方一年的满意度调查',
      params: ofPlace,
      answer: contract.surveys,
    },
    ({ c, params: { id, year } }) => service.list(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/performance/places/{id}/{year}/surveys',
      summary: '由一个指标建立调查',
      params: ofPlace,
      body: contract.newSurvey,
      answer: contract.made,
    },
    ({ c, params: { id, year }, body }) => service.create(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/surveys/{id}',
      summary: '一项调查：逐题的份数，满意度、份数和置信区间',
      params,
      answer: contract.surveyAnswer,
    },
    ({ c, params: { id } }) => service.get(visit(c), id),
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/surveys/{id}/counts.csv',
      summary: '一项调查各题各答案的份数',
      params,
      types: ['text/csv'],
    },
    async ({ c, params: { id } }) => csvFile(c, await service.countsCsv(visit(c), id)),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/surveys/{id}/invitations',
      summary: '发出一次性的问卷链接',
      params,
      body: contract.tokensQuestion,
      answer: contract.tokens,
    },
    ({ c, params: { id }, body: { count } }) => service.invite(visit(c), id, count),
  );
  jsonEndpoint(
    app,
    { ...writing, path: '/surveys/{id}/end', summary: '结束调查', params, answer: contract.done },
    async ({ c, params: { id } }) => {
      await service.close(visit(c), id);
      return DONE;
    },
  );
  const limit = rateLimit(config.ratePerMinute === 0 ? 0 : Math.min(ATTEMPTS, config.ratePerMinute));
  const guessing: MiddlewareHandler<AppEnv> = async (c, next) => {
    const wait = limit.take(visitorOf(addressOf(c, config.proxies)));
    if (wait > 0) throw new ApiProblem(429, `请 ${wait} 秒后再试。`, { 'retry-after': String(wait) });
    c.header('cache-control', 'private, no-store');
    await next();
  };
  const answering = {
    tag: '调查',
    method: 'post',
    problems: [400, 409, 413],
    middleware: [guessing, smallBody],
  } as const;
  jsonEndpoint(
    app,
    {
      ...answering,
      path: '/questionnaire',
      summary: '一份问卷',
      body: contract.tokenQuestion,
      answer: contract.questionnaire,
    },
    ({ body: { token } }) => service.questionnaire(token),
  );
  jsonEndpoint(
    app,
    {
      ...answering,
      path: '/answers',
      summary: '答一份问卷，一个链接一次，不记名',
      body: contract.answersQuestion,
      answer: contract.done,
    },
    async ({ body: { token, answers } }) => {
      await service.answer(token, answers);
      return DONE;
    },
  );
}
