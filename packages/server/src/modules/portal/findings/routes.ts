import { id, paging } from '../../../contract/shared.ts';
import { smallBody } from '../../../http/body.ts';
import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import { operatorOnly, requireOperator } from '../../../http/operator.ts';
import type { Services } from '../../../services.ts';
import { changed } from '../../identity/contract.ts';
import {
  answerQuestion,
  dismissal,
  findingItem,
  findingItems,
  findingsQuestion,
  releaseQuestion,
  releases,
  ruleFindingPage,
  ruleName,
  ruleReleaseQuestion,
  rules,
  sureness,
} from './contract.ts';
import { findings, NAMED_RULES } from './service.ts';

/** `/disclosures/{id}/findings`, `/findings/{id}/dismiss`, `/rules` */
export function findingRoutes(app: Api, { store, config }: Services): void {
  const service = findings(store);
  const params = { id };
  jsonEndpoint(
    app,
    {
      path: '/disclosures/{id}/findings',
      tag: '公开文本',
      summary: '核对出的问题，已经发布的；管理员可以连同草稿看',
      params,
      problems: [400, 404, 410],
      query: findingsQuestion,
      answer: findingItems,
    },
    async ({ c, params: { id }, query: { drafts } }) => {
      if (drafts === 'true') {
        requireOperator(c, config);
        c.header('cache-control', 'no-store');
      }
      return { items: await service.ofDisclosure(id, drafts === 'true') };
    },
  );

  const tag = '问题';
  const dismissing = {
    path: '/findings/{id}/dismiss',
    tag,
    params,
    operator: true,
    problems: [400, 404, 413],
    middleware: [operatorOnly(config), smallBody],
    answer: findingItem,
  };
  jsonEndpoint(
    app,
    { ...dismissing, method: 'post', summary: '核销问题，写明理由', body: dismissal },
    ({ params: { id }, body: { reason } }) => service.dismiss(id, reason),
  );
  jsonEndpoint(app, { ...dismissing, method: 'delete', summary: '撤回核销' }, ({ params: { id } }) =>
    service.reinstate(id),
  );
  releaseRoutes(app, { service, config });
  jsonEndpoint(
    app,
    { path: '/rules', tag, summary: '规则的编号、名称和分组', problems: [], answer: rules },
    () => NAMED_RULES,
  );
}

/** Releasing what was found, and what agencies answer to it. */
function releaseRoutes(
  app: Api,
  { service, config }: { readonly service: ReturnType<typeof findings>; readonly config: Services['config'] },
): void {
  const params = { id };
  const writing = {
    method: 'put' as const,
    tag: '问题',
    operator: true,
    problems: [400, 404, 413],
    middleware: [operatorOnly(config), smallBody],
    answer: changed,
  };
  jsonEndpoint(
    app,
    {
      path: '/releases',
      tag: '问题',
      summary: '哪些规则的问题发布了，哪些公开文本还有草稿',
      problems: [],
      operator: true,
      middleware: [operatorOnly(config)],
      answer: releases,
    },
    ({ c }) => {
      c.header('cache-control', 'no-store');
      return service.releases();
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/disclosures/{id}/release',
      summary: '发布或收回一份公开文本到目前为止的问题',
      params,
      body: releaseQuestion,
    },
    ({ params: { id }, body: { released, ...author } }) => service.releaseDisclosure(id, released, author),
  );
  jsonEndpoint(
    app,
    { ...writing, path: '/findings/{id}/release', summary: '发布或收回一个问题', params, body: releaseQuestion },
    ({ params: { id }, body: { released, ...author } }) => service.releaseFinding(id, released, author),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/rules/{rule}/release',
      summary: '一条规则的问题都发布，以后查出的也是，或只是到目前为止查出的；或不再这样',
      params: { rule: ruleName },
      body: ruleReleaseQuestion,
    },
    ({ params: { rule }, body: { released, scope, ...author } }) =>
      scope === 'found'
        ? service.releaseFoundBy(rule, released, author)
        : service.releaseRule('rule', rule, released, author),
  );
  jsonEndpoint(
    app,
    {
      path: '/rules/{rule}/findings',
      tag: '问题',
      summary: '一条规则在各份公开文本里查出的，连同草稿',
      params: { rule: ruleName },
      query: paging,
      operator: true,
      middleware: [operatorOnly(config)],
      answer: ruleFindingPage,
    },
    ({ c, params: { rule }, query }) => {
      c.header('cache-control', 'no-store');
      return service.ofRule(rule, query);
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/release-policy/{sureness}',
      summary: '一类规则（确定、较可靠、供参考）的问题自动发布；或不再这样',
      params: { sureness },
      body: releaseQuestion,
    },
    ({ params, body: { released, ...author } }) => service.releaseRule('sureness', params.sureness, released, author),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/findings/{id}/answer',
      summary: '记下单位对一个问题的答复，与问题一起公开',
      params,
      body: answerQuestion,
    },
    ({ params: { id }, body: { text, person } }) => service.answer(id, text, { person }),
  );
}
