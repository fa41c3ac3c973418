import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import type { Services } from '../../../services.ts';
import { itemAnswer, itemParams, itemQuestion } from './contract.ts';
import { itemOf } from './service.ts';

/** `/items/{kind}/{key}` */
export function itemRoutes(app: Api, { store }: Services): void {
  const service = itemOf(store);
  jsonEndpoint(
    app,
    {
      path: '/items/{kind}/{key}',
      tag: '科目',
      summary: '一个科目、项目名称或采购品目：历年、各家、各地',
      params: itemParams,
      query: itemQuestion,
      answer: itemAnswer,
    },
    ({ params, query }) => service({ ...params, ...query }),
  );
}
