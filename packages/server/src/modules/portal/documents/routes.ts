/** The original files, and their pages as pictures. */

import type { Context } from 'hono';
import { framesOf, pageNumber, pagePicture, pictureQuestion } from '../../../contract/pictures.ts';
import { id } from '../../../contract/shared.ts';
import { attachment, file } from '../../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../../http/endpoint.ts';
import type { Api, AppEnv } from '../../../http/env.ts';
import { isKnown, tagOf } from '../../../http/etag.ts';
import { PDF_POLICY } from '../../../http/headers.ts';
import { isOperator, requireOperator } from '../../../http/operator.ts';
import type { Services } from '../../../services.ts';
import { documentAnswer } from './contract.ts';
import { documents } from './service.ts';

/** A document never changes; its number is given once. */
const LASTING = 'public, max-age=86400, immutable';

/** What waits in the inbox, or was taken back, nobody sees but the operator; others are told of the latter that it was. */
const UNPUBLISHED = 'private, no-store';

/** `/documents` */
export function documentRoutes(app: Api, services: Services): void {
  const service = documents(services);
  /** How long others may keep it. @throws ApiProblem where it is not published and this is not the operator */
  const lastingOf = async (c: Context<AppEnv>, id: number): Promise<string> => {
    if (await service.isPublic(id)) return LASTING;
    if (!isOperator(c, services.config)) await service.refuseGone(id);
    requireOperator(c, services.config);
    return UNPUBLISHED;
  };
  const tag = '文件';
  const params = { id };
  const problems = [400, 404, 410];
  jsonEndpoint(
    app,
    {
      path: '/documents/{id}',
      tag,
      summary: '一个原始文件',
      params,
      problems: [...problems, 503],
      answer: documentAnswer,
    },
    async ({ c, params: { id } }) => {
      const lasting = await lastingOf(c, id);
      if (lasting === UNPUBLISHED) c.header('cache-control', UNPUBLISHED);
      return service.withPages(id);
    },
  );
  rawEndpoint(
    app,
    {
      path: '/documents/{id}/file',
      tag,
      summary: '原始文件',
      params,
      problems,
      types: ['application/pdf', 'application/octet-stream'],
    },
    async ({ c, params: { id } }) => {
      const { name, kind, sha256 } = await service.get(id);
      const headers = { etag: `"${sha256}"`, 'cache-control': await lastingOf(c, id) };
      if (isKnown(c.req.header('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers });
      const isPdf = kind === 'pdf';
      // A stranger's page must never run as one of ours: only a PDF opens in the browser.
      return file(await service.bytes(sha256), isPdf ? 'application/pdf' : 'application/octet-stream', {
        ...headers,
        ...(isPdf ? { 'content-security-policy': PDF_POLICY, 'x-frame-options': 'SAMEORIGIN' } : {}),
        'content-disposition': attachment(name, isPdf ? 'inline' : 'attachment'),
      });
    },
  );
  rawEndpoint(
    app,
    {
      path: '/documents/{id}/pages/{page}',
      tag,
      summary: '一页的图像，可框出位置',
      params: { ...params, page: pagePicture },
      query: pictureQuestion,
      problems: [400, 404, 410, 422, 503],
      types: ['image/png'],
    },
    async ({ c, params: { id, page }, query: { frame, witness, scale } }) => {
      // Nothing is asked of the database before it is this visitor's turn, or for one who asks too much or has left.
      const [{ sha256 }, lasting] = await service.lookUp(async () => [
        await service.pictured(id),
        await lastingOf(c, id),
      ]);
      const headers = { etag: tagOf([sha256, page, frame, witness, scale].join()), 'cache-control': lasting };
      if (isKnown(c.req.header('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers });
      const asked = { page: pageNumber(page), frames: framesOf(frame), witnesses: framesOf(witness), scale };
      return file(await service.picture(sha256, asked), 'image/png', headers);
    },
  );
}
