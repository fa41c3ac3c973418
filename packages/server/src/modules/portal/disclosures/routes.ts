import { id } from '../../../contract/shared.ts';
import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import type { Services } from '../../../services.ts';
import { disclosureAnswer, flows, story, tree, treeQuestion } from './contract.ts';
import { disclosures } from './service.ts';

/** `/disclosures/{id}` and what is drawn of it. */
export function disclosureRoutes(app: Api, { store }: Services): void {
  const service = disclosures(store);
  const tag = '公开文本';
  const params = { id };
  const problems = [400, 404, 410];
  jsonEndpoint(
    app,
    { path: '/disclosures/{id}', tag, summary: '一份公开文本的全部内容', params, problems, answer: disclosureAnswer },
    ({ params: { id } }) => service.get(id),
  );
  jsonEndpoint(
    app,
    { path: '/disclosures/{id}/flows', tag, summary: '资金来源、功能、用途', params, problems, answer: flows },
    ({ params: { id } }) => service.flows(id),
  );
  jsonEndpoint(
    app,
    {
      path: '/disclosures/{id}/story',
      tag,
      summary: '比上年变了什么、为什么，用说明里的原话',
      params,
      problems,
      answer: story,
    },
    ({ params: { id } }) => service.story(id),
  );
  jsonEndpoint(
    app,
    {
      path: '/disclosures/{id}/tree',
      tag,
      summary: '按功能或经济分类的树',
      params,
      problems,
      query: treeQuestion,
      answer: tree,
    },
    ({ params: { id }, query: { by } }) => service.tree(id, by),
  );
}
