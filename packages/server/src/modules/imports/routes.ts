/** Publishing: files, a folder of the server or a link, taken into the store as jobs. */
import type { BatchProgress, FilePayload } from '@mingsuan/store';
import type { Context } from 'hono';
import type { z } from 'zod';
import { id, paging } from '../../contract/shared.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { operatorOnly } from '../../http/operator.ts';
import { ApiProblem } from '../../http/problem.ts';
import { FORM, isMultipart, uploadLimits, uploadsOf } from '../../http/upload.ts';
import { fetchLink, linkOptions } from '../../links/fetch.ts';
import type { Services } from '../../services.ts';
import { batchFiles, batchPage, begun, importProgress, importQuestion, retried } from './contract.ts';
import type { ImportedFile } from './service.ts';

/** `/imports` */
export function importRoutes(app: Api, { imports, config }: Services): void {
  const tag = '导入';
  const start = async (c: Context<AppEnv>): Promise<number> => {
    if (isMultipart(c)) return imports.addFiles((await uploadsOf(c)).files);
    if (!c.req.header('content-type')?.startsWith('application/json')) {
      throw new ApiProblem(415, '请用 multipart/form-data 上传文件，或用 JSON 给出文件夹或链接。');
    }
    const question = importQuestion.parse(await c.req.json());
    if ('folder' in question) return imports.addFolder(question.folder);
    return imports.addFiles([await fetchLink(question.url, linkOptions(config))]);
  };
  rawEndpoint(
    app,
    {
      method: 'post',
      path: '/imports',
      tag,
      summary: '导入上传的文件；或写 {"folder": …} 导入服务器上的文件夹，{"url": …} 从允许的主机取',
      operator: true,
      problems: [400, 413, 415, 422, 502, 503],
      middleware: [operatorOnly(config), ...uploadLimits(config)],
      upload: { content: { ...FORM, 'application/json': { schema: importQuestion } } },
      types: [],
      json: importProgress,
      status: 202,
    },
    async ({ c }) => {
      const batch = await start(c);
      const progress = progressOf(await imports.progress(batch));
      return c.json(progress, 202, { location: `/api/v1/imports/${batch}`, 'cache-control': 'no-store' });
    },
  );
  jsonEndpoint(
    app,
    {
      path: '/imports/{id}',
      tag,
      summary: '导入的进度',
      operator: true,
      params: { id },
      middleware: [operatorOnly(config)],
      answer: importProgress,
    },
    async ({ c, params: { id } }) => {
      c.header('cache-control', 'no-store');
      return progressOf(await imports.progress(id));
    },
  );
  const managing = { tag, operator: true, middleware: [operatorOnly(config)] };
  jsonEndpoint(
    app,
    { ...managing, path: '/imports', summary: '各次导入，新的在前', query: paging, answer: batchPage },
    ({ c, query }) => {
      c.header('cache-control', 'no-store');
      return imports.list(query);
    },
  );
  jsonEndpoint(
    app,
    {
      ...managing,
      path: '/imports/{id}/files',
      summary: '一次导入的各个文件，没有成的在前',
      params: { id },
      answer: batchFiles,
    },
    async ({ c, params: { id } }) => {
      c.header('cache-control', 'no-store');
      return (await imports.files(id)).map(fileOf);
    },
  );
  jsonEndpoint(
    app,
    {
      ...managing,
      method: 'post',
      path: '/imports/{id}/retry',
      summary: '没有成的再试一次',
      params: { id },
      answer: retried,
    },
    async ({ params: { id } }) => ({ jobs: await imports.retry(id) }),
  );
  jsonEndpoint(
    app,
    {
      ...managing,
      method: 'post',
      path: '/imports/read-again',
      summary: '全部文件重新读取，如升级以后',
      problems: [],
      answer: begun,
      status: 202,
    },
    async () => ({ batch: await imports.readAgain() }),
  );
}

/** The file's name, not where the server keeps it. */
const progressOf = ({ errors, ...progress }: BatchProgress): z.output<typeof importProgress> => ({
  ...progress,
  errors: errors.map(({ payload, message }) => {
    const { name, path } = payload as Partial<FilePayload>;
    return { file: name ?? path?.split(/[\\/]/).at(-1) ?? '', message };
  }),
});

function fileOf({ job, standing }: ImportedFile): z.output<typeof batchFiles>[number] {
  const { id, payload, state, attempts, error, result } = job;
  const { name, path } = payload as Partial<FilePayload>;
  return {
    id,
    file: name ?? path?.split(/[\\/]/).at(-1) ?? '',
    state,
    attempts,
    error,
    documentId: standing?.id ?? null,
    isNew: (result as { isNew?: boolean } | null)?.isNew ?? null,
    standing: standing?.state ?? null,
    problems: standing?.problems ?? null,
  };
}
