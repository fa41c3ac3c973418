/** One text under review over HTTP. */
import type { Context, MiddlewareHandler } from 'hono';
import { scanCorrections, scanFigures } from '../../contract/figures.ts';
import { framesOf, pageNumber, pagePicture, pictureQuestion } from '../../contract/pictures.ts';
import type { Corrections } from '../../engine/corrections.ts';
import type { ReportFormat } from '../../engine/tasks.ts';
import { smallBody } from '../../http/body.ts';
import { attachment, file } from '../../http/download.ts';
import { jsonEndpoint, rawEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { ApiProblem } from '../../http/problem.ts';
import { FORM, uploadLimits, uploadsOf } from '../../http/upload.ts';
import type { Services } from '../../services.ts';
import type { Visit } from '../accounts/service.ts';
import * as contract from './contract.ts';
import { reviewTexts } from './texts.ts';

const DONE = { done: true } as const;
const PRIVATE = { 'cache-control': 'private, no-store' };

interface Ways {
  readonly visit: (c: Context<AppEnv>) => Visit;
  readonly signedIn: MiddlewareHandler<AppEnv>;
}

/** `/review-texts` */
export function textRoutes(app: Api, services: Services, { visit, signedIn }: Ways): void {
  const service = reviewTexts(services);
  const { params } = contract;
  const reading = { tag: '审核', signedIn: true, middleware: [signedIn] };
  const writing = {
    ...reading,
    method: 'post',
    problems: [400, 404, 409, 413],
    middleware: [signedIn, smallBody],
    params,
  } as const;
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/review-texts/{id}',
      summary: '一份文本：各轮的文件，每个问题的状态和经过，意见，检查清单，函',
      params,
      answer: contract.textAnswer,
    },
    async ({ c, params: { id } }) => service.get(visit(c), id) as never,
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/review-texts/{id}/steps',
      summary: '交审、撤回、退回、办结、重新审核',
      body: contract.stepQuestion,
      answer: contract.done,
    },
    async ({ c, params: { id }, body }) => {
      await service.step(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/review-texts/{id}/decisions',
      summary: '几个问题一起：不予采纳（写明理由）、恢复、已改、没改',
      body: contract.decision,
      answer: contract.done,
    },
    async ({ c, params: { id }, body }) => {
      await service.decide(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/review-texts/{id}/findings',
      summary: '自己加一个问题，可以在页面上框出位置',
      body: contract.ownFinding,
      answer: contract.made,
    },
    ({ c, params: { id }, body }) => service.add(visit(c), id, body),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/review-texts/{id}/comments',
      summary: '对这份文本或其中一个问题写意见',
      body: contract.newComment,
      answer: contract.done,
    },
    async ({ c, params: { id }, body }) => {
      await service.comment(visit(c), id, body);
      return DONE;
    },
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      method: 'put',
      path: '/review-texts/{id}/checklist',
      summary: '检查清单的一项：符合、不符合或存疑，和依据',
      body: contract.signed,
      answer: contract.done,
    },
    async ({ c, params: { id }, body }) => {
      await service.sign(visit(c), id, body);
      return DONE;
    },
  );
  const figures = { ...reading, path: '/review-texts/{id}/figures', params, answer: scanFigures };
  jsonEndpoint(
    app,
    { ...figures, summary: '扫描的文本里把握不大的数，各自有关的勾稽关系，改过什么' },
    ({ c, params: { id } }) => service.figures(visit(c), id) as never,
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      ...figures,
      method: 'put',
      summary: '看图认定的数，全部重写；按它们重新读、重新核对，记入审计',
      problems: [400, 404, 409, 413, 422],
      middleware: [signedIn, smallBody],
      body: scanCorrections,
    },
    ({ c, params: { id }, body }) => service.correct(visit(c), id, body as Corrections) as never,
  );
  rawEndpoint(
    app,
    {
      ...reading,
      method: 'post',
      path: '/review-texts/{id}/files',
      summary: '收到改正稿：开始下一轮，和上一轮逐条比对；表单里的 revision 说明看到的是哪一步',
      params,
      problems: [400, 404, 409, 413, 503],
      middleware: [signedIn, ...uploadLimits(services.config)],
      upload: { content: FORM },
      types: [],
      json: contract.done,
    },
    async ({ c, params: { id } }) => {
      const { files, fields = {} } = await uploadsOf(c);
      const [first, ...more] = files;
      if (!first || more.length > 0) throw new ApiProblem(400, '一次请选一个文件。');
      await service.receive(visit(c), id, first, Number(fields.revision ?? Number.NaN));
      return c.json(DONE, 200);
    },
  );
  jsonEndpoint(
    app,
    {
      ...reading,
      path: '/review-texts/{id}/letter',
      summary: '给单位的函，程序拟的',
      params,
      answer: contract.letterDraft,
    },
    ({ c, params: { id } }) => service.draft(visit(c), id),
  );
  jsonEndpoint(
    app,
    {
      ...writing,
      path: '/review-texts/{id}/letters',
      summary: '发函：打开的问题都改为已告知，函不再改变',
      body: contract.newLetter,
      answer: contract.made,
    },
    ({ c, params: { id }, body }) => service.send(visit(c), id, body),
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/review-texts/{id}/letters/{letter}/{format}',
      summary: '一封函（Word、PDF）',
      params: contract.letterParams,
      problems: [400, 404, 503],
      types: Object.values(contract.LETTER_TYPES),
    },
    async ({ c, params: { id, letter, format } }) => {
      const { name, bytes } = await service.letter(visit(c), id, letter, format);
      const headers = { ...PRIVATE, 'content-disposition': attachment(`${name}.${format}`) };
      return file(bytes, contract.LETTER_TYPES[format], headers);
    },
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/review-texts/{id}/rounds/{round}/pages/{page}',
      summary: '一轮文本的一页图像，可框出位置',
      params: { ...contract.roundParams, page: pagePicture },
      query: pictureQuestion,
      problems: [400, 404, 422, 503],
      types: ['image/png'],
    },
    async ({ c, params: { id, round, page }, query: { frame, witness, scale } }) => {
      const asked = { page: pageNumber(page), frames: framesOf(frame), witnesses: framesOf(witness), scale };
      return file(await service.picture(visit(c), id, round, asked), 'image/png', PRIVATE);
    },
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/review-texts/{id}/rounds/{round}/file',
      summary: '一轮的原件，只能下载',
      params: contract.roundParams,
      types: ['application/octet-stream'],
    },
    async ({ c, params: { id, round } }) => {
      const { name, bytes } = await service.original(visit(c), id, round);
      const headers = { ...PRIVATE, 'content-disposition': attachment(name) };
      return file(bytes, 'application/octet-stream', headers);
    },
  );
  rawEndpoint(
    app,
    {
      ...reading,
      path: '/review-texts/{id}/{report}',
      summary: '检查表（xlsx，带截图）、标注的 PDF、网页报告；不予采纳和已改的不列',
      params: contract.reportParams,
      problems: [400, 404, 422, 503],
      types: Object.values(contract.REPORTS),
    },
    async ({ c, params: { id, report } }) => {
      const format = report.slice('report.'.length) as ReportFormat;
      const { name, bytes } = await service.report(visit(c), id, format);
      const headers = { ...PRIVATE, 'content-disposition': attachment(`${name}-检查情况.${format}`) };
      return file(bytes, contract.REPORTS[report], headers);
    },
  );
}
