import { listRegions, type RegionItem, regionOverview } from '@mingsuan/store';
import { z } from 'zod';
import { regionCode } from '../../../contract/shared.ts';
import { jsonEndpoint } from '../../../http/endpoint.ts';
import { orNotFound } from '../../../http/problem.ts';
import type { Api, Services } from '../../../services.ts';
import { overview, overviewQuestion, regions } from './contract.ts';

/** Where the documents do not tell the region, its code is empty; a path cannot be. */
const UNKNOWN = 'unknown';

export function regionRoutes(app: Api, { store }: Services): void {
  const tag = '区划';
  jsonEndpoint(app, { path: '/regions', tag, summary: '有公开的区划', answer: regions }, () => listRegions(store));
  jsonEndpoint(
    app,
    {
      path: '/regions/{code}/overview',
      tag,
      summary: '一个区划一年的总览：谁公开了，公开得怎样',
      params: { code: regionCode.or(z.literal(UNKNOWN)) },
      query: overviewQuestion,
      answer: overview,
    },
    async ({ params: { code }, query }) => {
      const region = code === UNKNOWN ? '' : code;
      const within = query.within === 'true' && region !== '';
      const year = query.year ?? newestYear(await listRegions(store), region, within);
      const { stage } = query;
      const answer = orNotFound(await regionOverview(store, { region, year, stage, within }), '这个区划的公开');
      return { ...answer, year, stage };
    },
  );
}

function newestYear(all: readonly RegionItem[], region: string, within: boolean): number {
  const prefix = region.replace(/(?:00){1,2}$/, '');
  const own = all.filter(({ code }) => (within ? code?.startsWith(prefix) : (code ?? '') === region));
  return Math.max(0, ...own.flatMap(({ years }) => years)) || new Date().getFullYear();
}
