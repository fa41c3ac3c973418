/** The project library over HTTP. */
import type { Context } from 'hono';
import { ledgerBody, smallBody } from '../../http/body.ts';
import { jsonEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { library } from './service.ts';
import { useOfResults } from './use-of-results.ts';

const DONE = { done: true } as const;

/** `/library`, `/projects`, `/project-reviews`; what somebody has no role for, and was not asked about, is not there. */
export function libraryRoutes(app: Api, services: Services): void {
  const service = library(services);
  const results = useOfResults(services);
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, services.config.proxies) });
  const signedIn = signedInOnly(accounts(services).find);
  const reading = { tag: '项目库', signedIn: true, middleware: [signedIn] };
  const writing = {
    ...reading,
    method: 'post',
    problems: [400, 404, 409, 413],
    middleware: [signedIn, smallBody],
  } as const;
  const { params, ofPlace, done } = contract;

  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/library/{id}/{year}',
      summary: '一个地方的项目库：各状态的个数，评审覆盖、及时、节约比例，已入库项目的次序',
      params: ofPlace,
      answer: contract.board,
    },
    ({ c, params: { id, year } }) => service.board(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/library/{id}/{year}/projects',
      summary: '一个地方的项目，和它们在一年预算里的五个数',
      params: ofPlace,
      query: contract.listQuestion,
      problems: [400, 404],
      answer: contract.projects,
    },
    ({ c, params: { id, year }, query }) => service.list(visit(c), id, year, query),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/library/{id}/settings',
      summary: '一个地区自哪年预算起先入库、后安排，初审几个工作日',
      params,
      body: contract.settings,
      answer: done,
    },
    async ({ c, params: { id }, body }) => {
      await service.set(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/library/{id}/{year}/results',
      summary: '一年的自评结果要把下一年哪些项目的控制数改成多少',
      params: ofPlace,
      answer: contract.proposed,
    },
    ({ c, params: { id, year } }) => results.proposed(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/library/{id}/{year}/results',
      summary: '一年的自评结果用作下一年项目的控制数',
      params: ofPlace,
      middleware: [signedIn, ledgerBody],
      body: contract.resultsQuestion,
      answer: contract.used,
    },
    ({ c, params: { id, year }, body }) => results.use(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    { ...reading, path: '/project-reviews', summary: '请我评审的项目', problems: [], answer: contract.reviews },
    ({ c }) => service.reviews(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/projects/{id}',
      summary: '一个项目：申报、评审、金额、检查、经过',
      params,
      answer: contract.project,
    },
    ({ c, params: { id } }) => service.get(visit(c), id) as never,
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/projects/{id}/application',
      summary: '保存申报的一版',
      params,
      middleware: [signedIn, ledgerBody],
      body: contract.applicationQuestion,
      answer: contract.item,
    },
    ({ c, params: { id }, body }) => service.save(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/projects/{id}/inspections',
      summary: '开工以后的检查',
      params,
      body: contract.inspectionQuestion,
      answer: contract.item,
    },
    ({ c, params: { id }, body }) => service.inspect(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/projects/{id}/reviewers',
      summary: '请一位专家评审',
      params,
      body: contract.reviewerQuestion,
      answer: done,
    },
    async ({ c, params: { id }, body }) => {
      await service.assign(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/projects/{id}/opinions',
      summary: '给出评审意见，一次',
      params,
      body: contract.opinionQuestion,
      answer: done,
    },
    async ({ c, params: { id }, body }) => {
      await service.opine(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/projects/{id}/reviewed',
      summary: '核定金额',
      params,
      body: contract.reviewedQuestion,
      answer: done,
    },
    async ({ c, params: { id }, body }) => {
      await service.reviewed(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/projects/{id}/grade',
      summary: '评绩效目标的等级',
      params,
      body: contract.gradeQuestion,
      answer: done,
    },
    async ({ c, params: { id }, body }) => {
      await service.grade(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/projects/{id}/control',
      summary: '下达一个项目一年的控制数',
      params,
      body: contract.controlQuestion,
      answer: done,
    },
    async ({ c, params: { id }, body }) => {
      await service.control(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/projects/{id}/priority',
      summary: '部门排次序',
      params,
      body: contract.priorityQuestion,
      answer: done,
    },
    async ({ c, params: { id }, body: { priority } }) => {
      await service.rank(visit(c), id, priority);
      return DONE;
    },
  );
}
