import { smallBody } from '../../http/body.ts';
import { jsonEndpoint } from '../../http/endpoint.ts';
import type { Api } from '../../http/env.ts';
import { operatorOnly } from '../../http/operator.ts';
import type { Services } from '../../services.ts';
import * as contract from './contract.ts';
import { feedback } from './service.ts';

/** `/disclosures/{id}/feedback`, which readers send to and read, and `/feedback`, where the operator says what is shown. */
export function feedbackRoutes(app: Api, services: Services): void {
  const { config } = services;
  const service = feedback(services);
  const { params } = contract;
  const tag = '反馈';
  const path = '/disclosures/{id}/feedback';
  jsonEndpoint(
    app,
    { path, tag, summary: '读者的反馈，管理员公开了的', params, answer: contract.feedbackShown },
    ({ params: { id } }) => service.shown(id),
  );
  jsonEndpoint(
    app,
    {
      method: 'post',
      path,
      tag,
      summary: '对一个数或一份文本的反馈：管理员看过才公开；管理员开了才收，不记是谁写的',
      problems: [400, 404, 413, 429],
      middleware: [smallBody],
      params,
      body: contract.feedbackSent,
      answer: contract.feedbackTaken,
      status: 202,
    },
    ({ params: { id }, body }) => service.take({ disclosure: id, ...body }),
  );
  const operator = { tag, operator: true };
  jsonEndpoint(
    app,
    {
      ...operator,
      path: '/feedback',
      summary: '读者的反馈，新的在前',
      middleware: [operatorOnly(config)],
      query: contract.feedbackQuestion,
      answer: contract.feedbackPage,
    },
    ({ c, query }) => {
      c.header('cache-control', 'no-store');
      return service.list(query);
    },
  );
  jsonEndpoint(
    app,
    {
      ...operator,
      method: 'put',
      path: '/feedback/{id}',
      summary: '公开一条反馈，可以附答复；或不公开',
      problems: [400, 404, 413],
      middleware: [operatorOnly(config), smallBody],
      params,
      body: contract.feedbackJudged,
      answer: contract.changed,
    },
    ({ params: { id }, body: { state, reply, ...author } }) => service.judge(id, { state, reply }, author),
  );
}
