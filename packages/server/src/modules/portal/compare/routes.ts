import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import type { Services } from '../../../services.ts';
import { compareQuestion, comparison } from './contract.ts';
import { comparing } from './service.ts';

/** `/compare` */
export function compareRoutes(app: Api, { store }: Services): void {
  const compare = comparing(store);
  jsonEndpoint(
    app,
    {
      path: '/compare',
      tag: '单位',
      summary: '比较单位、年度、指标，附同类单位的中位数和四分位数',
      query: compareQuestion,
      answer: comparison,
    },
    ({ query }) => compare(query),
  );
}
