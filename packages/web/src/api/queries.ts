/** What the pages ask, as react-query options: one function a question, so that a question has one cache key. */
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';
import type { CheckAnswer, SearchHit, SearchKind } from './search-types.ts';
import type {
  AgencyAnswer,
  AgencyItem,
  Comparison,
  DisclosureAnswer,
  FindingItem,
  Flows,
  Measure,
  Overview,
  Page,
  RegionItem,
  Stage,
  Tree,
  TrendPoint,
} from './types.ts';

/** Lists come bare or as a page. */
const listed = <T>(answer: readonly T[] | Page<T>): readonly T[] => ('items' in answer ? answer.items : answer);

const list = <T>(path: string, query?: Record<string, string | number | undefined>) =>
  queryOptions({
    queryKey: [path, query ?? {}],
    queryFn: async ({ signal }) => listed(await ask<readonly T[] | Page<T>>(path, query, { signal })),
  });

const one = <T>(path: string, query?: Record<string, string | number | undefined>) =>
  queryOptions({ queryKey: [path, query ?? {}], queryFn: ({ signal }) => ask<T>(path, query, { signal }) });

export const regions = () => list<RegionItem>('/regions');
export const measures = () => list<Measure>('/measures');
export const agency = (id: number) => one<AgencyAnswer>(`/agencies/${id}`);
export const trend = (id: number) => list<TrendPoint>(`/agencies/${id}/trend`);
export const disclosure = (id: number) => one<DisclosureAnswer>(`/disclosures/${id}`);
export const flows = (id: number) => one<Flows>(`/disclosures/${id}/flows`);
export const tree = (id: number, by: 'function' | 'economic') => one<Tree>(`/disclosures/${id}/tree`, { by });
export const findings = (id: number) => list<FindingItem>(`/disclosures/${id}/findings`);
export const agencies = (q: string, region?: string) => list<AgencyItem>('/agencies', { q, region, limit: 20 });
export const search = (q: string, kind?: SearchKind) => one<Page<SearchHit>>('/search', { q, kind, limit: 30 });
export const overview = (region: string, year: number, stage: Stage) =>
  one<Overview>(`/regions/${region}/overview`, { year, stage });
export const compare = (ids: readonly number[], chosen: readonly string[], years: readonly number[], stage: Stage) =>
  one<Comparison>('/compare', {
    agencies: ids.join(','),
    measures: chosen.join(','),
    years: years.length > 0 ? years.join(',') : undefined,
    stage,
  });

/** Asks again while the check runs. */
export const check = (id: string) =>
  queryOptions({
    ...one<CheckAnswer>(`/checks/${id}`),
    refetchInterval: ({ state: { data } }) => (data?.state === 'done' || data?.state === 'failed' ? false : 700),
  });
