import { id, paging } from '../../contract/shared.ts';
import { atOnce } from '../../http/at-once.ts';
import { urlOf } from '../../http/base-url.ts';
import { attachment, file, streamed, withoutMark } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api } from '../../http/env.ts';
import { LICENCE_HEADER } from '../../licence.ts';
import type { Services } from '../../services.ts';
import {
  changesQuestion,
  csvQuestion,
  dataChanges,
  exportFile,
  exportQuestion,
  feedFile,
  feedQuestion,
} from './contract.ts';
import { atomFeed, jsonFeed } from './feed.ts';
import { CSV, FORMATS, openData, XLSX } from './service.ts';

/** Bulk files that are made at once. */
const MOST_DOWNLOADS = 6;

const BRIEFLY = 'public, max-age=300';

const fileHeaders = (name: string) => ({
  'content-disposition': attachment(name),
  'cache-control': BRIEFLY,
  ...LICENCE_HEADER,
});

/** `/exports`, `/data-changes`, `/catalog.jsonld`, and the files of `/disclosures/{id}` */
export function openDataRoutes(app: Api, services: Services): void {
  const { config } = services;
  const service = openData(services);
  const tag = '开放数据';
  const downloads = atOnce({ all: MOST_DOWNLOADS, ofVisitor: 2, proxies: config.proxies });
  const params = { id };
  rawEndpoint(
    app,
    {
      path: '/exports/datapackage.json',
      tag,
      summary: '各份数据的字典：版本，每列的类型和含义（Table Schema）',
      problems: [],
      types: ['application/json'],
    },
    async ({ c }) => c.json(await service.dictionary(`${urlOf(c, config)}/api/v1`)),
  );
  rawEndpoint(
    app,
    {
      path: '/exports/{file}',
      tag,
      summary: '全部数据，可筛选；边读边写，多少都行；Data-Version 头是它的数据版本',
      params: { file: exportFile },
      query: exportQuestion,
      types: Object.values(FORMATS).map(({ type }) => type),
      problems: [400, 413, 503],
    },
    async ({ c, params: { file: name }, query: { bom, ...query } }) => {
      const slot = downloads(c);
      try {
        const { type, version, parts } = await service.bulk(name, query);
        const headers = { ...fileHeaders(name), ...(version === undefined ? {} : { 'data-version': String(version) }) };
        const whole = slot.through(parts);
        return streamed(c, bom === 'no' && type === CSV ? withoutMark(whole) : whole, type, headers);
      } catch (error) {
        slot.close();
        throw error;
      }
    },
  );
  jsonEndpoint(
    app,
    {
      path: '/data-changes',
      tag,
      summary: '某个数据版本或某时以后有什么变化，旧的在前；照着做一遍，手里的数据就和这里一样',
      query: changesQuestion,
      answer: dataChanges,
      problems: [400],
    },
    ({ c, query }) => {
      c.header('cache-control', 'no-cache');
      return service.changes(query);
    },
  );
  rawEndpoint(
    app,
    { path: '/disclosures/{id}/data.csv', tag, summary: '一份公开文本的数', params, query: csvQuestion, types: [CSV] },
    async ({ c, params: { id }, query: { bom } }) => {
      const headers = fileHeaders('data.csv');
      const parts = await service.disclosureCsv(id);
      return streamed(c, bom === 'no' ? withoutMark(parts) : parts, CSV, headers);
    },
  );
  rawEndpoint(
    app,
    { path: '/disclosures/{id}/data.xlsx', tag, summary: '一份公开文本的报表，每表一页', params, types: [XLSX] },
    async ({ params: { id } }) => {
      const { name, bytes } = await service.workbook(id);
      return file(bytes, XLSX, fileHeaders(name));
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
    async ({ c, params: { id } }) => c.json(await service.dataPackage(id)),
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
      const page = await service.catalog(`${urlOf(c, config)}/api/v1`, query);
      // Without a set address it is the request that says where the server is: another's cache must not pass that on.
      const cacheControl = config.publicUrl === undefined ? 'private, max-age=300' : BRIEFLY;
      return c.body(JSON.stringify(page), 200, {
        'content-type': 'application/ld+json',
        'cache-control': cacheControl,
      });
    },
  );
  rawEndpoint(
    app,
    {
      path: '/feeds/{file}',
      tag,
      summary: '新收录的（Atom、JSON Feed），可以只订一个单位、一个区划、一次搜索',
      params: { file: feedFile },
      query: feedQuestion,
      types: ['application/atom+xml', 'application/feed+json'],
    },
    async ({ c, params: { file: name }, query }) => {
      const { title, page, items } = await service.news(query);
      const site = urlOf(c, config);
      const url = `${site}/api/v1/feeds/${name}${new URL(c.req.url).search}`;
      const feed = { site, url, page: site + page, title, items };
      const [type, body] =
        name === 'atom.xml'
          ? ['application/atom+xml; charset=utf-8', atomFeed(feed)]
          : ['application/feed+json; charset=utf-8', JSON.stringify(jsonFeed(feed))];
      return c.body(body, 200, { 'content-type': type, 'cache-control': 'private, max-age=300' });
    },
  );
}
