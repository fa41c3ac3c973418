/** Data to take along: all figures, one disclosure's, and the catalogue of them. */
import { z } from '@hono/zod-openapi';
import {
  catalogDatasets,
  catalogFacts,
  type FactRow,
  factBatches,
  getDisclosure,
  loadDisclosure,
  parquetOf,
} from '@mingsuan/store';
import type { Context } from 'hono';
import type { Config } from '../../config.ts';
import { id, line, paging, regionCode, stage, year } from '../../contract/shared.ts';
import { gained } from '../../engine/index.ts';
import { attachment, file, streamed } from '../../http/download.ts';
import { rawEndpoint } from '../../http/endpoint.ts';
import { orNotFound } from '../../http/problem.ts';
import type { Api, AppEnv, Services } from '../../services.ts';
import { catalog, LICENSE } from './catalog.ts';
import { csvOf, jsonOf } from './csv.ts';
import { dataPackage } from './data-package.ts';

type Writer = (batches: AsyncIterable<readonly FactRow[]>) => AsyncGenerator<string | Uint8Array>;

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const EXPORTS = {
  'facts.csv': [CSV, csvOf],
  'facts.json': ['application/json; charset=utf-8', jsonOf],
  'facts.parquet': ['application/vnd.apache.parquet', parquetOf],
} as const satisfies Record<string, readonly [string, Writer]>;
const BRIEFLY = 'public, max-age=300';
const WHAT = '这份公开文本';

export function openDataRoutes(app: Api, { store, engine, config }: Services): void {
  const tag = '开放数据';
  const params = { id };
  rawEndpoint(
    app,
    {
      path: '/exports/{file}',
      tag,
      summary: '全部数据，可筛选；边读边写，多少都行',
      params: { file: z.enum(Object.keys(EXPORTS) as [keyof typeof EXPORTS]) },
      query: {
        region: regionCode.optional(),
        agency: id.optional(),
        disclosure: id.optional(),
        year: year.optional(),
        stage: stage.optional(),
        form: line.optional(),
      },
      types: Object.values(EXPORTS).map(([type]) => type),
    },
    ({ c, params: { file: name }, query }) => {
      const [type, write] = EXPORTS[name];
      const headers = { 'content-disposition': attachment(name), 'cache-control': BRIEFLY };
      return streamed(c, write(factBatches(store, query)), type, headers);
    },
  );
  rawEndpoint(
    app,
    { path: '/disclosures/{id}/data.csv', tag, summary: '一份公开文本的数', params, types: [CSV] },
    async ({ c, params: { id } }) => {
      orNotFound(await getDisclosure(store, id), WHAT);
      const headers = { 'content-disposition': attachment('data.csv'), 'cache-control': BRIEFLY };
      return streamed(c, csvOf(factBatches(store, { disclosure: id })), CSV, headers);
    },
  );
  rawEndpoint(
    app,
    { path: '/disclosures/{id}/data.xlsx', tag, summary: '一份公开文本的报表，每表一页', params, types: [XLSX] },
    async ({ params: { id } }) => {
      const disclosure = orNotFound(await loadDisclosure(store, id), WHAT);
      const { agency, year, stage } = disclosure;
      const name = `${agency.name}${year ?? ''}${stage === 'budget' ? '预算' : '决算'}.xlsx`;
      const bytes = gained(await engine.views.run('workbook', { disclosure }));
      return file(bytes, XLSX, { 'content-disposition': attachment(name), 'cache-control': BRIEFLY });
    },
  );
  rawEndpoint(
    app,
    {
      path: '/disclosures/{id}/datapackage.json',
      tag,
      summary: 'Fiscal Data Package 的说明',
      params,
      types: ['application/json'],
    },
    async ({ c, params: { id } }) => c.json(dataPackage(orNotFound(await getDisclosure(store, id), WHAT), LICENSE)),
  );
  rawEndpoint(
    app,
    {
      path: '/catalog.jsonld',
      tag,
      summary: '数据目录（DCAT）；每页先列全部数据，再列各份公开文本',
      query: paging,
      types: ['application/ld+json'],
    },
    async ({ c, query }) => {
      const { items: datasets, next } = await catalogDatasets(store, query);
      const page = catalog({ base: `${urlOf(c, config)}/api/v1`, facts: await catalogFacts(store), datasets, next });
      // Without a set address it is the request that says where the server is: another's cache must not pass that on.
      const cacheControl = config.publicUrl === undefined ? 'private, max-age=300' : BRIEFLY;
      return c.body(JSON.stringify(page), 200, {
        'content-type': 'application/ld+json',
        'cache-control': cacheControl,
      });
    },
  );
}

/** The server's own address, as the operator or else the request says. */
function urlOf(c: Context<AppEnv>, { publicUrl, proxies }: Config): string {
  if (publicUrl !== undefined) return publicUrl;
  const url = new URL(c.req.url);
  const protocol = proxies > 0 && c.req.header('x-forwarded-proto') === 'https' ? 'https:' : url.protocol;
  return `${protocol}//${url.host}`;
}
