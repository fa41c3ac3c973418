/** Boards, control figures, deadlines and reminders. */
import type { Context } from 'hono';
import { smallBody } from '../../http/body.ts';
import { attachment } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts } from '../accounts/service.ts';
import { boards } from './boards.ts';
import * as contract from './contract.ts';
import { work } from './service.ts';

const DONE = { done: true } as const;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `/boards`, `/control-figures`, `/work-deadlines`, `/reminders`; what somebody has no role for is not there. */
export function boardRoutes(app: Api, services: Services): void {
  const { config } = services;
  const service = boards(services, work(services).step);
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, config.proxies) });
  const reading = { tag: '办理', signedIn: true, middleware: [signedInOnly(accounts(services).find)] };
  const writing = { ...reading, problems: [400, 404, 409, 413], middleware: [...reading.middleware, smallBody] };
  const params = contract.ofYear;

  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/boards/{year}',
      summary: '看得到的各部门一年的进度、合计和控制数',
      params: contract.inYear,
      answer: contract.overview,
    },
    ({ c, params: { year } }) => service.overview(visit(c), year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/boards/{id}/{year}',
      summary: '一个部门的各单位一年的进度、合计和控制数，各能做什么',
      params,
      answer: contract.board,
    },
    ({ c, params: { id, year } }) => service.board(visit(c), id, year),
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/boards/{id}/{year}/disclosure',
      summary: '一个部门的汇总表',
      params,
      problems: [400, 404, 409],
      answer: contract.aggregateAnswer,
    },
    ({ c, params: { id, year } }) => service.aggregate(visit(c), id, year),
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/boards/{id}/{year}/workbook',
      summary: '一个部门的汇总表，工作簿',
      params,
      problems: [400, 404, 409, 503],
      types: [WORKBOOK],
    },
    async ({ c, params: { id, year } }) =>
      c.body((await service.workbook(visit(c), id, year)) as never, 200, {
        'content-type': WORKBOOK,
        'content-disposition': attachment(`汇总-${year}.xlsx`),
      }),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/boards/{id}/{year}/steps',
      summary: '一个部门的几项工作一起送审、通过、退回、批复',
      params,
      body: contract.manySteps,
      answer: contract.manyDone,
    },
    ({ c, params: { id, year }, body }) => service.steps(visit(c), id, year, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'post',
      path: '/boards/{id}/{year}/reminders',
      summary: '提醒一个部门的几个单位送审',
      params,
      body: contract.remindQuestion,
      answer: contract.done,
    },
    async ({ c, params: { id, year }, body }) => {
      await service.remind(visit(c), id, year, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    { ...reading, path: '/reminders', summary: '自己的单位还没有办的提醒', problems: [], answer: contract.reminders },
    ({ c }) => service.reminders(visit(c)),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/work-deadlines/{id}/{year}',
      summary: '定一个地区或部门的送审期限',
      params,
      body: contract.deadlineQuestion,
      answer: contract.done,
    },
    async ({ c, params: { id, year }, body: { round, due } }) => {
      await service.setDeadline(visit(c), { unitId: id, year, round, due });
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/control-figures/{id}/{year}',
      summary: '下达一个部门的控制数，或分给它的单位',
      params,
      body: contract.controlQuestion,
      answer: contract.done,
    },
    async ({ c, params: { id, year }, body: { figures, document } }) => {
      const dated = { year, documentNumber: document.number, documentDate: document.date };
      await service.issueControl(
        visit(c),
        id,
        figures.map((figure) => ({ ...figure, ...dated })),
      );
      return DONE;
    },
  );
}
