import {
  disclosureFindings,
  disclosureFlows,
  disclosureTree,
  dismissFinding,
  getDisclosure,
  reinstateFinding,
} from '@mingsuan/store';
import { id } from '../../../contract/shared.ts';
import { smallBody } from '../../../http/body.ts';
import { jsonEndpoint } from '../../../http/endpoint.ts';
import { operatorOnly } from '../../../http/operator.ts';
import { orNotFound } from '../../../http/problem.ts';
import type { Api, Services } from '../../../services.ts';
import { dismissal, findingItem, findingItems } from '../findings/contract.ts';
import { disclosureAnswer, flows, tree, treeQuestion } from './contract.ts';

export function disclosureRoutes(app: Api, { store, config }: Services): void {
  const tag = '公开文本';
  const what = '这份公开文本';
  const params = { id };
  jsonEndpoint(
    app,
    { path: '/disclosures/{id}', tag, summary: '一份公开文本的全部内容', params, answer: disclosureAnswer },
    async ({ params: { id } }) => orNotFound(await getDisclosure(store, id), what),
  );
  jsonEndpoint(
    app,
    { path: '/disclosures/{id}/flows', tag, summary: '资金来源、功能、用途', params, answer: flows },
    async ({ params: { id } }) => orNotFound(await disclosureFlows(store, id), what),
  );
  jsonEndpoint(
    app,
    {
      path: '/disclosures/{id}/tree',
      tag,
      summary: '按功能或经济分类的树',
      params,
      query: treeQuestion,
      answer: tree,
    },
    async ({ params: { id }, query: { by } }) => orNotFound(await disclosureTree(store, id, by), what),
  );
  jsonEndpoint(
    app,
    { path: '/disclosures/{id}/findings', tag, summary: '核对出的问题', params, answer: findingItems },
    async ({ params: { id } }) => ({ items: orNotFound(await disclosureFindings(store, id), what) }),
  );

  const dismissing = {
    path: '/findings/{id}/dismiss',
    tag: '问题',
    params,
    operator: true,
    problems: [400, 404, 413],
    middleware: [operatorOnly(config), smallBody],
    answer: findingItem,
  };
  jsonEndpoint(
    app,
    { ...dismissing, method: 'post', summary: '核销问题，写明理由', body: dismissal },
    async ({ params: { id }, body: { reason } }) => orNotFound(await dismissFinding(store, id, reason), '这个问题'),
  );
  jsonEndpoint(app, { ...dismissing, method: 'delete', summary: '撤回核销' }, async ({ params: { id } }) =>
    orNotFound(await reinstateFinding(store, id), '这个问题'),
  );
}
