import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import type { Services } from '../../../services.ts';
import { searchPage, searchQuestion } from './contract.ts';
import { searching } from './service.ts';

/** `/search` */
export function searchRoutes(app: Api, { store }: Services): void {
  const service = searching(store);
  jsonEndpoint(
    app,
    {
      path: '/search',
      tag: '搜索',
      summary: '查单位、科目和各行的数、项目、绩效指标、采购、情况说明',
      query: searchQuestion,
      answer: searchPage,
    },
    ({ query }) => service(query),
  );
}
