import { id } from '../../../contract/shared.ts';
import { jsonEndpoint } from '../../../http/endpoint.ts';
import type { Api } from '../../../http/env.ts';
import type { Services } from '../../../services.ts';
import {
  addressParams,
  agencyAnswer,
  agencyPage,
  agencyQuestion,
  kinds,
  measures,
  trendAnswer,
  trendQuestion,
  withdrawnAnswer,
} from './contract.ts';
import { agencies } from './service.ts';

/** `/agencies`, `/measures`, `/agency-kinds` */
export function agencyRoutes(app: Api, { store }: Services): void {
  const service = agencies(store);
  const tag = '单位';
  const params = { id };
  jsonEndpoint(
    app,
    { path: '/agencies', tag, summary: '查单位', query: agencyQuestion, answer: agencyPage },
    ({ query }) => service.list(query),
  );
  jsonEndpoint(
    app,
    { path: '/agencies/{id}', tag, summary: '一个单位和它的公开', params, answer: agencyAnswer },
    async ({ c, params: { id } }) => {
      const present = await service.present(id);
      return present === id ? service.get(id) : c.redirect(`/api/v1/agencies/${present}`, 301);
    },
  );
  jsonEndpoint(
    app,
    {
      path: '/agencies/at/{region}/{slug}',
      tag,
      summary: '按区划和名称取一个单位',
      params: addressParams,
      answer: agencyAnswer,
    },
    ({ params: { region, slug } }) => service.at(region === 'unknown' ? '' : region, slug),
  );
  jsonEndpoint(
    app,
    {
      path: '/agencies/{id}/trend',
      tag,
      summary: '一个单位历年的指标',
      params,
      query: trendQuestion,
      answer: trendAnswer,
    },
    ({ params: { id }, query: { measure } }) => service.trend(id, measure),
  );
  jsonEndpoint(
    app,
    {
      path: '/agencies/{id}/withdrawn',
      tag,
      summary: '一个单位已撤下的公开文本：哪一年、哪一种，什么时候、谁、为什么；不说里面有什么',
      params,
      answer: withdrawnAnswer,
    },
    ({ params: { id } }) => service.withdrawn(id),
  );
  jsonEndpoint(app, { path: '/measures', tag, summary: '指标', answer: measures }, service.measures);
  jsonEndpoint(
    app,
    { path: '/agency-kinds', tag, summary: '单位类别：对比时谁和谁同类', answer: kinds },
    service.kinds,
  );
}
