/** Attachments of an item of work over HTTP. They are only ever downloaded: nothing of them opens within this site. */
import type { Context } from 'hono';
import { attachment, file } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { ApiProblem } from '../../http/problem.ts';
import { personOf, signedInOnly } from '../../http/session.ts';
import { FORM, uploadLimits, uploadsOf } from '../../http/upload.ts';
import { addressOf } from '../../http/visitor.ts';
import type { Services } from '../../services.ts';
import { accounts } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { attachments } from './service.ts';

const MOST_ABOUT = 200;
const BINARY = 'application/octet-stream';

/** `/work/{id}/attachments` */
export function attachmentRoutes(app: Api, services: Services): void {
  const { config } = services;
  const service = attachments(services);
  const { params, fileParams } = contract;
  const signedIn = signedInOnly(accounts(services).find);
  const visit = (c: Context<AppEnv>) => ({ person: personOf(c), address: addressOf(c, config.proxies) });
  const reading = { tag: '附件', signedIn: true, middleware: [signedIn] };

  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/work/{id}/attachments',
      summary: '一项工作（预算、调整、项目、执行、监控、自评、预警、整改）的附件',
      params,
      answer: contract.attachments,
    },
    ({ c, params: { id } }) => service.list(visit(c), id),
  );
  rawEndpoint(
    app,
    {
      ...reading,
      method: 'post',
      path: '/work/{id}/attachments',
      summary: '上传附件；表单里的 about 写明证明什么，如一个指标',
      params,
      problems: [400, 404, 409, 413, 422, 503],
      middleware: [signedIn, ...uploadLimits({ uploadBytes: config.attachmentBytes, proxies: config.proxies })],
      upload: { content: FORM },
      types: [],
      json: contract.made,
    },
    async ({ c, params: { id } }) => {
      // Who does not see the item is told so whatever was sent along.
      await service.assureSeen(visit(c), id);
      const { files, fields = {} } = await uploadsOf(c);
      const about = (fields.about ?? '').replaceAll('\u0000', '').trim();
      if (about.length > MOST_ABOUT) throw new ApiProblem(400, `“证明什么”最多 ${MOST_ABOUT} 字。`);
      return c.json(await service.add(visit(c), id, files, about), 200);
    },
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/work/{id}/attachments/{attachment}',
      summary: '一个附件，只能下载',
      params: fileParams,
      types: [BINARY],
    },
    async ({ c, params: { id, attachment: one } }) => {
      const { name, bytes } = await service.file(visit(c), id, one);
      return file(bytes, BINARY, { 'content-disposition': attachment(name), 'cache-control': 'private, no-store' });
    },
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      method: 'delete',
      path: '/work/{id}/attachments/{attachment}',
      summary: '撤下一个附件；送审时带着的，文件仍留着',
      params: fileParams,
      problems: [400, 404, 409],
      answer: contract.done,
    },
    async ({ c, params: { id, attachment: one } }) => {
      await service.withdraw(visit(c), id, one);
      return { done: true as const };
    },
  );
}
