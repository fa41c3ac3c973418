/** The original files, and their pages as pictures. */
import { documentBytes, getDocument, type Store } from '@mingsuan/store';
import { framesOf, pageNumber } from '../../../contract/pictures.ts';
import { id } from '../../../contract/shared.ts';
import { gained } from '../../../engine/index.ts';
import { attachment, file } from '../../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../../http/endpoint.ts';
import { isKnown, tagOf } from '../../../http/etag.ts';
import { PDF_POLICY } from '../../../http/headers.ts';
import { orNotFound } from '../../../http/problem.ts';
import type { Api, Services } from '../../../services.ts';
import { documentAnswer, pagePicture, pictureQuestion } from './contract.ts';

/** A document never changes; its number is given once. */
const LASTING = 'public, max-age=86400, immutable';
const WHAT = '这份文件';

export function documentRoutes(app: Api, { store, engine }: Services): void {
  const tag = '文件';
  const params = { id };
  jsonEndpoint(
    app,
    { path: '/documents/{id}', tag, summary: '一个原始文件', params, answer: documentAnswer },
    async ({ params: { id } }) => {
      const document = orNotFound(await getDocument(store, id), WHAT);
      const bytes = document.kind === 'pdf' ? await store.files.get(document.sha256) : undefined;
      const outcome = bytes && (await engine.views.run('pages', { bytes }));
      const pageSizes = outcome?.ok ? outcome.value : [];
      return { ...document, pages: pageSizes.length, pageSizes };
    },
  );
  rawEndpoint(
    app,
    {
      path: '/documents/{id}/file',
      tag,
      summary: '原始文件',
      params,
      types: ['application/pdf', 'application/octet-stream'],
    },
    async ({ c, params: { id } }) => {
      const { name, kind, sha256 } = orNotFound(await getDocument(store, id), WHAT);
      const headers = { etag: `"${sha256}"`, 'cache-control': LASTING };
      if (isKnown(c.req.header('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers });
      const isPdf = kind === 'pdf';
      // A stranger's page must never run as one of ours: only a PDF opens in the browser.
      return file(await bytesOf(store, id), isPdf ? 'application/pdf' : 'application/octet-stream', {
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
      problems: [400, 404, 422],
      types: ['image/png'],
    },
    async ({ c, params: { id, page }, query: { frame, scale } }) => {
      const { kind, sha256 } = orNotFound(await getDocument(store, id), WHAT);
      orNotFound(kind === 'pdf' ? kind : undefined, '页面图像：这份文件不是 PDF');
      const headers = { etag: tagOf([sha256, page, frame, scale].join()), 'cache-control': LASTING };
      if (isKnown(c.req.header('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers });
      const bytes = await bytesOf(store, id);
      const takes = { bytes, page: pageNumber(page), frames: framesOf(frame), scale };
      return file(orNotFound(gained(await engine.views.run('picture', takes)), '这一页'), 'image/png', headers);
    },
  );
}

const bytesOf = async (store: Store, id: number): Promise<Uint8Array> =>
  orNotFound(await documentBytes(store, id), '这份文件的原件');
