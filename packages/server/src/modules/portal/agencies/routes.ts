import { agencyTrend, compareAgencies, getAgency, listAgencies, MEASURES } from '@mingsuan/store';
import { id } from '../../../contract/shared.ts';
import { jsonEndpoint } from '../../../http/endpoint.ts';
import { ApiProblem, orNotFound } from '../../../http/problem.ts';
import type { Api, Services } from '../../../services.ts';
import {
  agencyAnswer,
  agencyPage,
  agencyQuestion,
  compareQuestion,
  comparison,
  measures,
  trendAnswer,
  trendQuestion,
} from './contract.ts';

const MEASURE_IDS = MEASURES.map((measure) => measure.id);

export function agencyRoutes(app: Api, { store }: Services): void {
  const tag = '单位';
  const params = { id };
  jsonEndpoint(
    app,
    { path: '/agencies', tag, summary: '查单位', query: agencyQuestion, answer: agencyPage },
    ({ query }) => listAgencies(store, query),
  );
  jsonEndpoint(
    app,
    { path: '/agencies/{id}', tag, summary: '一个单位和它的公开', params, answer: agencyAnswer },
    async ({ params: { id } }) => orNotFound(await getAgency(store, id), '这个单位'),
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
    ({ params: { id }, query: { measure } }) => agencyTrend(store, id, measure && knownMeasure(measure)),
  );
  jsonEndpoint(
    app,
    {
      path: '/compare',
      tag,
      summary: '比较单位、年度、指标，附同类单位的中位数和四分位数',
      query: compareQuestion,
      answer: comparison,
    },
    ({ query: { measures: asked = MEASURE_IDS, ...question } }) =>
      compareAgencies(store, { ...question, measures: asked.map(knownMeasure) }),
  );
  jsonEndpoint(app, { path: '/measures', tag, summary: '指标', answer: measures }, () => MEASURES);
}

function knownMeasure(measure: string): string {
  if (MEASURE_IDS.includes(measure)) return measure;
  throw new ApiProblem(400, `没有指标“${measure}”，请从 /api/v1/measures 里选。`);
}
