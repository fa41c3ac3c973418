/** Checking one's own files: nobody sees them but who has the id. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { scanCorrections, scanFigures } from '../../contract/figures.ts';
import { framesOf, pageNumber, pagePicture, pictureQuestion } from '../../contract/pictures.ts';
import type { Corrections } from '../../engine/corrections.ts';
import type { ReportFormat } from '../../engine/tasks.ts';
import { smallBody } from '../../http/body.ts';
import { attachment, file } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { ApiProblem } from '../../http/problem.ts';
import { rateLimit } from '../../http/rate-limit.ts';
import { FORM, isMultipart, type Uploads, uploadLimits, uploadsOf } from '../../http/upload.ts';
import { addressOf, visitorOf } from '../../http/visitor.ts';
import { fetchLink, linkOptions } from '../../links/fetch.ts';
import type { Services } from '../../services.ts';
import { checkAnswer, checkDismissals, checkId, checkStatus, link, REPORT_TYPES, reportFile } from './contract.ts';
import type { CheckResult } from './folder.ts';
import type { CheckStatus } from './service.ts';

const PRIVATE = { 'cache-control': 'private, no-store' };
/** A check costs as much as so many other calls. */
const COST = 20;
const index = z.coerce.number<string>({ error: '应是整数' }).int().min(0).max(9999);

/** `/checks` */
export function checkRoutes(app: Api, { checks, config }: Services): void {
  const tag = '核对';
  const limit = rateLimit(config.ratePerMinute);
  const visitor = (c: Context<AppEnv>): string => visitorOf(addressOf(c, config.proxies));
  const create = async (c: Context<AppEnv>, { files, password }: Uploads): Promise<Response> => {
    const status = await checks.create(visitor(c), files, password);
    return c.json(statusOf(status), 202, { ...PRIVATE, location: `/api/v1/checks/${status.id}` });
  };
  const limited = async (c: Context<AppEnv>, next: () => Promise<void>): Promise<void> => {
    const wait = limit.take(visitor(c), COST);
    if (wait > 0) throw new ApiProblem(429, `核对得太频繁，请 ${wait} 秒后再试。`, { 'retry-after': String(wait) });
    await next();
  };

  rawEndpoint(
    app,
    {
      method: 'post',
      path: '/checks',
      tag,
      summary: '上传文件核对；或写 {"url": …} 从允许的主机取一个文件',
      problems: [400, 403, 413, 415, 502, 503],
      middleware: [limited, ...uploadLimits(config)],
      upload: { content: { ...FORM, 'application/json': { schema: link } } },
      types: [],
      json: checkStatus,
      status: 202,
    },
    async ({ c }) => {
      if (isMultipart(c)) return create(c, await uploadsOf(c));
      if (!c.req.header('content-type')?.startsWith('application/json')) {
        throw new ApiProblem(415, '请用 multipart/form-data 上传文件，或用 JSON 给出链接。');
      }
      const { url, password } = link.parse(await c.req.json());
      const files = [await fetchLink(url, linkOptions(config))];
      return create(c, { files, ...(password ? { password } : {}) });
    },
  );

  const params = { id: checkId };
  jsonEndpoint(
    app,
    { path: '/checks/{id}', tag, summary: '核对的进度和结果', params, answer: checkAnswer },
    async ({ c, params: { id } }) => {
      c.header('cache-control', PRIVATE['cache-control']);
      const status = checks.known(id);
      const result = await checks.result(id);
      const reasons = new Map((await checks.dismissals(id)).map((dismissal) => [dismissal.id, dismissal.reason]));
      return { ...statusOf(status), documents: result ? documentsOf(status, result, reasons) : [] };
    },
  );
  rawEndpoint(
    app,
    {
      method: 'delete',
      path: '/checks/{id}',
      tag,
      summary: '马上删除这次核对和上传的文件',
      params,
      types: [],
      status: 204,
    },
    async ({ c, params: { id } }) => {
      await checks.remove(id);
      return c.body(null, 204, PRIVATE);
    },
  );
  rawEndpoint(
    app,
    {
      path: '/checks/{id}/documents/{document}/pages/{page}',
      tag,
      summary: '一页的图像，可框出位置',
      params: { ...params, document: index, page: pagePicture },
      query: pictureQuestion,
      problems: [400, 404, 422, 503],
      types: ['image/png'],
    },
    async ({ params: { id, document, page }, query: { frame, witness, scale } }) => {
      const framed = { frames: framesOf(frame), witnesses: framesOf(witness), scale };
      const png = await checks.picture(id, document, pageNumber(page), framed);
      return file(png, 'image/png', { 'cache-control': 'private, max-age=600' });
    },
  );
  const figuresAt = { path: '/checks/{id}/documents/{document}/figures', tag, params: { ...params, document: index } };
  jsonEndpoint(
    app,
    {
      ...figuresAt,
      summary: '扫描件里把握不大的数，各自有关的勾稽关系，改过什么',
      problems: [400, 404, 409],
      answer: scanFigures,
    },
    async ({ c, params: { id, document } }) => {
      c.header('cache-control', PRIVATE['cache-control']);
      return checks.figures(id, document) as never;
    },
  );
  jsonEndpoint(
    app,
    {
      ...figuresAt,
      method: 'put',
      summary: '看图认定的数，全部重写；按它们重新读、重新核对',
      body: scanCorrections,
      problems: [400, 404, 409, 413, 422],
      middleware: [smallBody],
      answer: scanFigures,
    },
    ({ params: { id, document }, body }) => checks.correct(id, document, body as Corrections) as never,
  );
  rawEndpoint(
    app,
    {
      path: '/checks/{id}/{report}',
      tag,
      summary: '下载检查表（xlsx）、标注的 PDF、网页报告、数据（json）',
      params: { ...params, report: reportFile },
      query: { document: index.optional().openapi({ description: '标注第几份文件，从 0 起' }) },
      problems: [400, 404, 409, 422],
      types: Object.values(REPORT_TYPES),
    },
    async ({ params: { id, report }, query }) => {
      const format = report.slice('report.'.length) as ReportFormat;
      const bytes = await checks.report(id, format, query.document);
      const disposition = attachment(`${titleOf(checks.known(id).files, query.document)}核对结果.${format}`);
      return file(bytes, REPORT_TYPES[report], { ...PRIVATE, 'content-disposition': disposition });
    },
  );
  jsonEndpoint(
    app,
    {
      method: 'put',
      path: '/checks/{id}/dismissals',
      tag,
      summary: '不予采纳的问题和理由，全部重写；下载的结果里不再列出',
      params,
      body: checkDismissals,
      problems: [400, 404, 413],
      middleware: [smallBody],
      answer: checkDismissals,
    },
    async ({ params: { id }, body }) => {
      await checks.dismiss(id, body.dismissals);
      return body;
    },
  );
}

/** `某局2026年预算-`: the file of a check that has one, or the one chosen; else the first of so many. */
function titleOf(files: CheckStatus['files'], chosen: number | undefined): string {
  const name = (at: number) => (files[at]?.name ?? '').replace(/\.[^.]+$/, '').slice(0, MOST_TITLE);
  if (files.length === 1) return `${name(0)}-`;
  return chosen === undefined ? `${name(0)}等${files.length}个文件-` : `${name(chosen)}-`;
}

const MOST_TITLE = 80;

const timeOf = (ms: number): string => new Date(ms).toISOString();

const statusOf = ({
  id,
  state,
  done,
  files,
  createdAt,
  expiresAt,
  scans,
  error,
}: CheckStatus): z.output<typeof checkStatus> => ({
  id,
  state,
  progress: { done, total: files.length },
  ...(scans ? { scans } : {}),
  createdAt: timeOf(createdAt),
  expiresAt: timeOf(expiresAt),
  ...(error === undefined ? {} : { error }),
});

type Documents = z.output<typeof checkAnswer>['documents'];

function documentsOf(
  { files: named }: CheckStatus,
  { files }: CheckResult,
  reasons: ReadonlyMap<string, string>,
): Documents {
  return files.flatMap((checked, i): Documents => {
    const nothing = { source: named[i]!.name, pages: 0, pageSizes: [], disclosures: [], findings: [], problems: [] };
    if ('unreadable' in checked) return [{ ...nothing, error: checked.unreadable }];
    return checked.documents.map(({ reading, findings }) => ({
      source: reading.source,
      pages: checked.pages.length,
      pageSizes: checked.pages,
      disclosures: reading.disclosures.map(({ agency, region, year, stage, template }) => ({
        agency,
        ...(region ? { region: region.name } : {}),
        ...(year === undefined ? {} : { year }),
        stage,
        template,
      })),
      findings: findings.map((finding) => {
        const dismissed = finding.id === undefined ? undefined : reasons.get(finding.id);
        return dismissed === undefined ? finding : { ...finding, dismissed };
      }),
      ...(reading.coverage ? { coverage: reading.coverage } : {}),
      problems: reading.problems,
    }));
  });
}
