import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import type { Services } from '../../../services.ts';
import {
  changed,
  changedQuestion,
  overview,
  overviewCode,
  overviewQuestion,
  regions as regionList,
  UNKNOWN,
} from './contract.ts';
import { regions } from './service.ts';

/** `/regions` */
export function regionRoutes(app: Api, { store }: Services): void {
  const service = regions(store);
  const tag = '区划';
  jsonEndpoint(app, { path: '/regions', tag, summary: '有公开的区划', answer: regionList }, service.list);
  jsonEndpoint(
    app,
    {
      path: '/regions/{code}/overview',
      tag,
      summary: '一个区划一年的总览：谁公开了，公开得怎样',
      params: { code: overviewCode },
      query: overviewQuestion,
      answer: overview,
    },
    ({ params: { code }, query: { within, ...query } }) =>
      service.overview({ region: code === UNKNOWN ? '' : code, ...query, within: within === 'true' }),
  );
  jsonEndpoint(
    app,
    {
      path: '/regions/{code}/changed',
      tag,
      summary: '一个区划一年里支出比上年增减最多的',
      params: { code: overviewCode },
      query: changedQuestion,
      answer: changed,
    },
    ({ params: { code }, query: { within, ...query } }) =>
      service.changed({ region: code === UNKNOWN ? '' : code, ...query, within: within === 'true' }),
  );
}
