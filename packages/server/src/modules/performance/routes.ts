/** Performance over HTTP: tasks, boards, results, reports. */
import type { Context, MiddlewareHandler } from 'hono';
import { ledgerBody, smallBody } from '../../http/body.ts';
import { attachment, file } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts, type Visit } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { results } from './results.ts';
import { performance } from './service.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `/performance`; what somebody has no role for is not there. What was published is everybody's. */
export function performanceRoutes(app: Api, services: Services): void {
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, services.config.proxies) });
  const signedIn = signedInOnly(accounts(services).find);
  const reading = { tag: '绩效', signedIn: true, middleware: [signedIn] };
  const writing = {
    ...reading,
    method: 'post',
    problems: [400, 404, 409, 413],
    middleware: [signedIn, smallBody],
  } as const;
  taskRoutes(app, services, { visit, reading, writing });
  resultRoutes(app, services, { visit, reading });
}

interface Asking {
  readonly tag: string;
  readonly signedIn: boolean;
  readonly middleware: readonly MiddlewareHandler<AppEnv>[];
}

interface Ways {
  readonly visit: (c: Context<AppEnv>) => Visit;
  readonly reading: Asking;
}

function taskRoutes(
  app: Api,
  services: Services,
  {
    visit,
    reading,
    writing,
  }: Ways & { readonly writing: Asking & { readonly method: 'post'; readonly problems: readonly number[] } },
): void {
  const service = performance(services);
  const { params, ofPlace } = contract;
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/todo',
      summary: '等这个人办的监控、自评、预警、整改',
      problems: [],
      answer: contract.todo,
    },
    ({ c }) => service.todo(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/places/{id}/{year}/board',
      summary: '绩效看板：红黄绿灯、逾期、等级、支出',
      params: ofPlace,
      answer: contract.board,
    },
    ({ c, params: { id, year } }) => service.board(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/places/{id}/{year}/tasks',
      summary: '一个地方一年的各项任务，每页 100 项',
      params: ofPlace,
      query: contract.listQuestion,
      answer: contract.tasks,
    },
    ({ c, params: { id, year }, query }) => service.list(visit(c), id, year, query),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/performance/places/{id}/{year}/tasks',
      summary: '按批复的绩效目标布置监控或自评',
      params: ofPlace,
      body: contract.openQuestion,
      answer: contract.made,
    },
    ({ c, params: { id, year }, body }) => service.open(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/performance/places/{id}/{year}/recomputed',
      summary: '按各自的口径重算全部得分',
      params: ofPlace,
      answer: contract.recomputed,
    },
    ({ c, params: { id, year } }) => service.recompute(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/tasks/{id}',
      summary: '一项任务：表、亮灯或得分、还缺什么',
      params,
      answer: contract.taskAnswer,
    },
    ({ c, params: { id } }) => service.get(visit(c), id),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/performance/tasks/{id}/monitoring',
      summary: '填报监控表',
      params,
      body: contract.monitoringQuestion,
      answer: contract.item,
    },
    ({ c, params: { id }, body }) => service.fillMonitoring(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/performance/tasks/{id}/evaluation',
      summary: '填写自评表',
      params,
      body: contract.evaluationQuestion,
      answer: contract.item,
    },
    ({ c, params: { id }, body }) => service.fillEvaluation(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/performance/tasks/{id}/review',
      summary: '复评：逐项打分并写理由',
      params,
      body: contract.reviewQuestion,
      answer: contract.item,
    },
    ({ c, params: { id }, body }) => service.review(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/performance/tasks/{id}/rectification',
      summary: '列入整改：问题、要求、期限',
      params,
      body: contract.rectifyQuestion,
      answer: contract.made,
    },
    ({ c, params: { id }, body }) => service.rectify(visit(c), id, body),
  );
}

function resultRoutes(app: Api, services: Services, { visit, reading }: Ways): void {
  const service = results(services);
  const { ofPlace } = contract;
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/places/{id}/{year}/results',
      summary: '决算公开里的绩效情况',
      params: ofPlace,
      answer: contract.resultsAnswer,
    },
    ({ c, params: { id, year } }) => service.get(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/places/{id}/{year}/proposals',
      summary: '结果怎样用到下一年，逐个项目',
      params: ofPlace,
      query: contract.proposalsQuestion,
      answer: contract.proposals,
    },
    ({ c, params: { id, year }, query: { after } }) => service.proposals(visit(c), id, year, after),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/places/{id}/{year}/targets',
      summary: '编报绩效目标的项目和资金，逐个',
      params: ofPlace,
      answer: contract.targets,
    },
    ({ c, params: { id, year } }) => service.targets(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/places/{id}/{year}/indicators',
      summary: '一个单位批复的绩效指标：调查、监测从里面选',
      params: ofPlace,
      problems: [400, 404],
      answer: contract.indicators,
    },
    ({ c, params: { id, year } }) => service.indicators(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      method: 'post',
      path: '/performance/places/{id}/{year}/accounts',
      summary: '决算台账里绩效的个数、金额、平均分取自当年的结果',
      problems: [400, 404, 413],
      middleware: [...reading.middleware, ledgerBody],
      params: ofPlace,
      body: contract.accountsQuestion,
      answer: contract.accountsAnswer,
    },
    ({ c, params: { id, year }, body: { ledger } }) => service.accounts(visit(c), id, year, ledger),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/performance/places/{id}/{year}/project',
      summary: '一个项目从申报到得分',
      params: ofPlace,
      query: contract.projectQuestion,
      answer: contract.projectAnswer,
    },
    ({ c, params: { id, year }, query: { project } }) => service.project(visit(c), id, year, project),
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/performance/places/{id}/{year}/report/{format}',
      summary: '监控或自评的报告：文字和各张表',
      params: contract.reportParams,
      query: contract.reportQuestion,
      problems: [400, 404, 409, 503],
      types: Object.values(TYPES),
    },
    async ({ c, params: { id, year, format }, query }) => {
      const { name, bytes } = await service.report(visit(c), id, year, { ...query, format });
      return file(bytes, TYPES[format], {
        'content-disposition': attachment(`${name}.${format}`),
        'cache-control': 'private, no-store',
      });
    },
  );
  jsonEndpoint(
    app,
    {
      tag: '绩效',
      path: '/performance-results',
      summary: '已公开的绩效自评结果',
      query: contract.publicQuestion,
      problems: [400],
      answer: contract.publicResults,
    },
    ({ query: { year } }) => service.published(year),
  );
}
