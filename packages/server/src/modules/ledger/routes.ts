/** Compiling in the browser: what the page cannot do by itself. It keeps the ledger; the server forgets it. */
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { file } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { ApiProblem, problem } from '../../http/problem.ts';
import { rateLimit } from '../../http/rate-limit.ts';
import { FORM, uploadLimits, uploadsOf } from '../../http/upload.ts';
import { addressOf, visitorOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import {
  LEDGER_FILE_TYPES,
  ledgerFile,
  ledgerPages,
  ledgerQuestion,
  ledgerSheets,
  ledgerStart,
  workbook,
} from './contract.ts';
import { previewSheets, readSheets, workbookSheets, writeSheets } from './service.ts';

const PRIVATE = { 'cache-control': 'private, no-store' };
/** Reading or writing a document costs as much as so many other calls; showing pages half of it. */
const COST = 10;
const MEGABYTE = 1024 * 1024;

async function oneFile(c: Context<AppEnv>) {
  const { files } = await uploadsOf(c);
  const [first, ...more] = files;
  if (!first || more.length > 0) throw new ApiProblem(400, '一次请选一个文件。');
  return first;
}

/** `/ledger` */
export function ledgerRoutes(app: Api, { engine, config }: Services): void {
  const tag = '编制';
  const limit = rateLimit(config.ratePerMinute);
  const limited = (cost: number) => async (c: Context<AppEnv>, next: () => Promise<void>) => {
    const wait = limit.take(visitorOf(addressOf(c, config.proxies)), cost);
    if (wait > 0) throw new ApiProblem(429, `请求得太频繁，请 ${wait} 秒后再试。`, { 'retry-after': String(wait) });
    await next();
  };
  const texts = bodyLimit({
    maxSize: config.uploadBytes,
    onError: () => problem(413, `台账不能超过 ${Math.floor(config.uploadBytes / MEGABYTE)} MB。`),
  });

  rawEndpoint(
    app,
    {
      method: 'post',
      path: '/ledger/sheets',
      tag,
      summary: '台账文件（工作簿、JSON）或公开文本 → 台账各张工作表的文字',
      query: ledgerStart,
      problems: [400, 413, 422, 503],
      middleware: [limited(COST), ...uploadLimits(config)],
      upload: { content: FORM },
      types: [],
      json: ledgerSheets,
    },
    async ({ c, query: { nextYear, agency } }) => {
      const asked = {
        ...(await oneFile(c)),
        nextYear: nextYear === 'true',
        ...(agency === undefined ? {} : { agency }),
      };
      return c.json(await readSheets(engine, asked), 200, PRIVATE);
    },
  );
  rawEndpoint(
    app,
    {
      method: 'post',
      path: '/ledger/workbook',
      tag,
      summary: '任何工作簿的文字，如财务系统的导出',
      problems: [400, 413, 422, 503],
      middleware: [limited(COST), ...uploadLimits(config)],
      upload: { content: FORM },
      types: [],
      json: workbook,
    },
    async ({ c }) => c.json(await workbookSheets(engine, await oneFile(c)), 200, PRIVATE),
  );
  jsonEndpoint(
    app,
    {
      method: 'post',
      path: '/ledger/pages',
      tag,
      summary: '公开文本编出来的样子，一页一页',
      problems: [400, 413, 422, 503],
      middleware: [limited(COST / 2), texts],
      body: ledgerQuestion,
      answer: ledgerPages,
    },
    async ({ c, body: { sheets } }) => {
      c.header('cache-control', PRIVATE['cache-control']);
      return previewSheets(engine, sheets);
    },
  );
  rawEndpoint(
    app,
    {
      method: 'post',
      path: '/ledger/files/{format}',
      tag,
      summary: '台账写成文件：台账本身（ledger.xlsx、ledger.json），或编成的公开文本',
      params: { format: ledgerFile },
      problems: [400, 413, 422, 503],
      middleware: [limited(COST), texts],
      upload: { required: true, content: { 'application/json': { schema: ledgerQuestion } } },
      types: [...new Set(Object.values(LEDGER_FILE_TYPES))],
    },
    async ({ c, params: { format } }) => {
      const { sheets } = c.req.valid('json' as never) as z.output<typeof ledgerQuestion>;
      return file(await writeSheets(engine, sheets, format), LEDGER_FILE_TYPES[format], PRIVATE);
    },
  );
}
